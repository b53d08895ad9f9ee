//! From a name to a place: a hash table that the generator fills.

use crate::hash;

/// Names with their places, under open addressing.
pub struct Names {
    names: &'static [(&'static str, u32)],
    /// Four bytes each: one more than the index into `names`; 0 is an empty slot.
    slots: &'static [u8],
}

impl Names {
    /// The table of names, each of which stands once, with the slots that the generator gave them.
    pub(crate) const fn new(names: &'static [(&'static str, u32)], slots: &'static [u8]) -> Self {
        Self { names, slots }
    }

    /// What a slot holds.
    #[inline]
    fn index(&self, slot: usize) -> Option<u32> {
        u32::from_le_bytes(*self.slots.get(4 * slot..)?.first_chunk()?).checked_sub(1)
    }

    /// The place of exactly this name.
    #[inline]
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        let mask = (self.slots.len() / 4).wrapping_sub(1);
        let mut slot = hash::name(name.as_bytes()) as usize & mask;
        loop {
            let index = self.index(slot)?;
            let (known, place) = self.names[index as usize];
            if known == name {
                return Some(place as usize);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The place of this name in whatever case, the lowest of several. Slow, as it looks at all
    /// names.
    pub(crate) fn place_ignoring_case(&self, name: &str) -> Option<usize> {
        let names = self.names.iter();
        let found = names.filter(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, place)| *place as usize).min()
    }
}
