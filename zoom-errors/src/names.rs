//! From a name to the place of its code, without a search.

/// Names under a perfect hash that the generator has found: `codegen/src/lookup/names.rs` computes
/// the same.
pub(crate) struct Names {
    /// Where each window of eight bytes begins.
    pub(crate) windows: &'static [usize],
    /// What the windows are multiplied with.
    pub(crate) multiplier: u64,
    /// Leaves the bits of the bucket.
    pub(crate) bucket_shift: u32,
    /// What each bucket adds to the slot.
    pub(crate) displace: &'static [u32],
    /// The name in each slot, and the place of its code.
    pub(crate) names: &'static [(&'static str, u32)],
}

impl Names {
    /// The place of the code with exactly this name.
    #[inline]
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        let mut hash = (name.len() as u64).wrapping_mul(self.multiplier);
        for &at in self.windows {
            let product =
                u128::from(hash ^ window(name.as_bytes(), at)) * u128::from(self.multiplier);
            hash = (product as u64) ^ (product >> 64) as u64;
        }
        let displace = *self.displace.get((hash >> self.bucket_shift) as usize)?;
        let low = (u64::from(hash as u32) * self.names.len() as u64) >> 32;
        let mut slot = low as usize + displace as usize;
        if slot >= self.names.len() {
            slot -= self.names.len();
        }
        match self.names.get(slot) {
            Some((known, place)) if *known == name => Some(*place as usize),
            _ => None,
        }
    }

    /// The place of the code with this name in whatever case, the lowest code of several. Slow, as
    /// it looks at all names.
    pub(crate) fn place_ignoring_case(&self, name: &str) -> Option<usize> {
        let names = self.names.iter();
        let found = names.filter(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, place)| *place as usize).min()
    }
}

/// Eight bytes from `at` on, or the last eight. A shorter name is seen whole.
#[inline]
fn window(name: &[u8], at: usize) -> u64 {
    let last = name.len().saturating_sub(8);
    if let Some(bytes) = name[at.min(last)..].first_chunk() {
        return u64::from_le_bytes(*bytes);
    }
    match (name.first_chunk(), name.last_chunk()) {
        (Some(first), Some(last)) => {
            let [first, last] = [first, last].map(|bytes| u64::from(u32::from_le_bytes(*bytes)));
            first << 32 | last
        }
        _ => name
            .iter()
            .fold(0, |window, &byte| window << 8 | u64::from(byte)),
    }
}
