//! From a name to a place: a hash table that the generator fills.

use crate::hash;
use crate::slots::Slots;

/// Names with their places.
pub struct Names {
    names: &'static [(&'static str, u32)],
    slots: Slots,
}

impl Names {
    /// The table of names, each of which stands once, with the slots that the generator gave them.
    pub(crate) const fn new(names: &'static [(&'static str, u32)], slots: &'static [u8]) -> Self {
        Self {
            names,
            slots: Slots(slots),
        }
    }

    /// The place of exactly this name.
    #[inline]
    pub(crate) fn place(&self, name: &[u8]) -> Option<usize> {
        let is = |index: usize| self.names[index].0.as_bytes() == name;
        let index = self.slots.find(hash::name(name), is)?;
        Some(self.names[index].1 as usize)
    }

    /// The place of this name in whatever case, the lowest of several. Slow, as it looks at all
    /// names.
    pub(crate) fn place_ignoring_case(&self, name: &str) -> Option<usize> {
        let names = self.names.iter();
        let found = names.filter(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, place)| *place as usize).min()
    }
}
