//! From a name to a place: a hash table that the generator fills.

/// Names with their places, under open addressing.
pub struct Names {
    names: &'static [(&'static str, u16)],
    /// Two bytes each: one more than the index into `names`; 0 is an empty slot.
    slots: &'static [u8],
}

impl Names {
    /// The table of names, each of which stands once, with the slots that the generator gave them.
    pub(crate) const fn new(names: &'static [(&'static str, u16)], slots: &'static [u8]) -> Self {
        Self { names, slots }
    }

    /// What a slot holds.
    #[inline]
    fn index(&self, slot: usize) -> Option<u16> {
        u16::from_le_bytes([self.slots[2 * slot], self.slots[2 * slot + 1]]).checked_sub(1)
    }

    /// The place of exactly this name.
    #[inline]
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        let mask = (self.slots.len() / 2).wrapping_sub(1);
        let mut slot = hash(name.as_bytes()) as usize & mask;
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

/// The generator has the same. Eight bytes at a time are multiplied in; the high bits are folded down in the end.
#[inline]
fn hash(name: &[u8]) -> u64 {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = name.len() as u64;
    let mut rest = name;
    while let Some((chunk, behind)) = rest.split_first_chunk::<8>() {
        hash = (hash ^ u64::from_le_bytes(*chunk)).wrapping_mul(MULTIPLIER);
        hash ^= hash >> 29;
        rest = behind;
    }
    let mut last = 0;
    while let [byte, behind @ ..] = rest {
        last = last << 8 | *byte as u64;
        rest = behind;
    }
    hash = (hash ^ last).wrapping_mul(MULTIPLIER);
    hash ^ hash >> 32
}
