//! From a number to the codes of all products that list it: a hash table that the generator fills.

use crate::hash;
use crate::slots::Slots;

/// Numbers, each with where its codes begin and end in a list.
pub(crate) struct Numbers {
    numbers: &'static [(i32, u32, u32)],
    slots: Slots,
}

impl Numbers {
    /// The table of numbers, each of which stands once, with the slots that the generator gave them.
    pub(crate) const fn new(numbers: &'static [(i32, u32, u32)], slots: &'static [u8]) -> Self {
        Self {
            numbers,
            slots: Slots(slots),
        }
    }

    /// Where the codes of a number begin and end.
    #[inline]
    pub(crate) fn range(&self, number: i32) -> core::ops::Range<usize> {
        let is = |index: usize| self.numbers[index].0 == number;
        let Some(index) = self.slots.find(hash::number(number), is) else {
            return 0..0;
        };
        let (_, first, behind) = self.numbers[index];
        first as usize..behind as usize
    }
}
