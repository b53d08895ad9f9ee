//! A hash table under open addressing, that the generator fills.

/// Its slots: four bytes each, one more than an index; 0 is an empty one.
pub(crate) struct Slots(pub(crate) &'static [u8]);

impl Slots {
    /// The index that is the one looked for, among those from the slot of a hash on.
    #[inline]
    pub(crate) fn find(&self, hash: u64, is: impl Fn(usize) -> bool) -> Option<usize> {
        let mask = (self.0.len() / 4).wrapping_sub(1);
        let mut slot = hash as usize & mask;
        loop {
            let index = u32::from_le_bytes(*self.0.get(4 * slot..)?.first_chunk()?);
            let index = index.checked_sub(1)? as usize;
            if is(index) {
                return Some(index);
            }
            slot = (slot + 1) & mask;
        }
    }
}
