//! From a number to the codes of all products that list it: a hash table that the generator fills.

/// Numbers, each with where its codes begin and end in a list, under open addressing.
pub(crate) struct Numbers {
    numbers: &'static [(i32, u16, u16)],
    /// Two bytes each: one more than the index into `numbers`; 0 is an empty slot.
    slots: &'static [u8],
}

impl Numbers {
    /// The table of numbers, each of which stands once, with the slots that the generator gave them.
    pub(crate) const fn new(numbers: &'static [(i32, u16, u16)], slots: &'static [u8]) -> Self {
        Self { numbers, slots }
    }

    /// What a slot holds.
    #[inline]
    fn index(&self, slot: usize) -> Option<u16> {
        u16::from_le_bytes([self.slots[2 * slot], self.slots[2 * slot + 1]]).checked_sub(1)
    }

    /// Where the codes of a number begin and end.
    #[inline]
    pub(crate) fn range(&self, number: i32) -> core::ops::Range<usize> {
        let mask = (self.slots.len() / 2).wrapping_sub(1);
        let mut slot = hash(number) & mask;
        while let Some(index) = self.index(slot) {
            let (known, first, behind) = self.numbers[index as usize];
            if known == number {
                return first as usize..behind as usize;
            }
            slot = (slot + 1) & mask;
        }
        0..0
    }
}

/// The generator has the same.
#[inline]
fn hash(number: i32) -> usize {
    ((number as u32).wrapping_mul(0x9e37_79b1) >> 15) as usize
}
