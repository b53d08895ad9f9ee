//! What the searches share: numbers to try, and the proof of what was found.

/// What every hash is tested for once it is found: that it gives each its own slot.
pub(super) fn are_distinct(mut slots: impl Iterator<Item = usize>, count: usize) -> bool {
    let mut free = vec![true; count];
    slots.all(|slot| free.get_mut(slot).is_some_and(std::mem::take))
}

/// A fixed sequence of well-mixed numbers (SplitMix64).
pub(super) struct Numbers {
    state: u64,
}

impl Numbers {
    pub(super) fn new() -> Self {
        Self { state: 0 }
    }

    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// The same items, each at a place that has nothing to do with its value.
    pub(super) fn shuffled<T: Clone>(&mut self, items: &[T]) -> Vec<T> {
        let mut keyed: Vec<(u64, T)> = items
            .iter()
            .map(|item| (self.next(), item.clone()))
            .collect();
        keyed.sort_by_key(|(key, _)| *key);
        keyed.into_iter().map(|(_, item)| item).collect()
    }
}
