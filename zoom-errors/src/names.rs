//! From a name to a place: a hash table that the compiler fills.

/// Names with their places, under open addressing.
pub(crate) struct Names<const SLOTS: usize> {
    names: &'static [(&'static str, u16)],
    /// One more than the index into `names`; 0 is an empty slot.
    slots: [u16; SLOTS],
}

impl<const SLOTS: usize> Names<SLOTS> {
    /// The table of names, each of which stands once. `SLOTS` is a power of two, at least twice
    /// their number.
    pub(crate) const fn new(names: &'static [(&'static str, u16)]) -> Self {
        assert!(SLOTS.is_power_of_two() && names.len() * 2 <= SLOTS);
        let mut slots = [0; SLOTS];
        let mut index = 0;
        while index < names.len() {
            let mut slot = hash(names[index].0.as_bytes()) as usize & (SLOTS - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (SLOTS - 1);
            }
            index += 1;
            slots[slot] = index as u16;
        }
        Self { names, slots }
    }

    /// The place of exactly this name.
    #[inline]
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        let mut slot = hash(name.as_bytes()) as usize & (SLOTS - 1);
        loop {
            let index = self.slots[slot].checked_sub(1)?;
            let (known, place) = self.names[index as usize];
            if known == name {
                return Some(place as usize);
            }
            slot = (slot + 1) & (SLOTS - 1);
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

/// Eight bytes at a time are multiplied in; the high bits are folded down in the end.
#[inline]
const fn hash(name: &[u8]) -> u64 {
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
