//! From a number to the codes of all products that list it: a hash table that the generator fills.

use crate::hash;

/// Numbers, each with where its codes begin and end in a list, under open addressing.
pub(crate) struct Numbers {
    numbers: &'static [(i32, u32, u32)],
    /// Four bytes each: one more than the index into `numbers`; 0 is an empty slot.
    slots: &'static [u8],
}

impl Numbers {
    /// The table of numbers, each of which stands once, with the slots that the generator gave them.
    pub(crate) const fn new(numbers: &'static [(i32, u32, u32)], slots: &'static [u8]) -> Self {
        Self { numbers, slots }
    }

    /// What a slot holds.
    #[inline]
    fn index(&self, slot: usize) -> Option<u32> {
        u32::from_le_bytes(*self.slots.get(4 * slot..)?.first_chunk()?).checked_sub(1)
    }

    /// Where the codes of a number begin and end.
    #[inline]
    pub(crate) fn range(&self, number: i32) -> core::ops::Range<usize> {
        let mask = (self.slots.len() / 4).wrapping_sub(1);
        let mut slot = hash::number(number) as usize & mask;
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
