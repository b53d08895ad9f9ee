//! From a number to the codes of all products that list it: a hash table that the compiler fills.

/// Numbers, each with where its codes begin and end in a list, under open addressing.
pub(crate) struct Numbers<const SLOTS: usize> {
    numbers: &'static [(i32, u16, u16)],
    /// One more than the index into `numbers`; 0 is an empty slot.
    slots: [u16; SLOTS],
}

impl<const SLOTS: usize> Numbers<SLOTS> {
    /// The table of numbers, each of which stands once. `SLOTS` is a power of two, at least twice
    /// their number.
    pub(crate) const fn new(numbers: &'static [(i32, u16, u16)]) -> Self {
        assert!(SLOTS.is_power_of_two() && numbers.len() * 2 <= SLOTS);
        let mut slots = [0; SLOTS];
        let mut index = 0;
        while index < numbers.len() {
            let mut slot = hash(numbers[index].0) & (SLOTS - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (SLOTS - 1);
            }
            index += 1;
            slots[slot] = index as u16;
        }
        Self { numbers, slots }
    }

    /// Where the codes of a number begin and end.
    #[inline]
    pub(crate) fn range(&self, number: i32) -> core::ops::Range<usize> {
        let mut slot = hash(number) & (SLOTS - 1);
        while let Some(index) = self.slots[slot].checked_sub(1) {
            let (known, first, behind) = self.numbers[index as usize];
            if known == number {
                return first as usize..behind as usize;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        0..0
    }
}

#[inline]
const fn hash(number: i32) -> usize {
    ((number as u32).wrapping_mul(0x9e37_79b1) >> 15) as usize
}
