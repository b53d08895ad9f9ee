//! How a code finds its slot: an index computed without a branch and without a search.
//!
//! Three schemes, the first that fits wins:
//! 1. dense: the distance from the lowest code, where the codes fill a quarter of their span;
//! 2. multiply: the upper bits of one product, where a multiplier without a collision is found;
//! 3. displace: a second table shifts each group of colliding codes to free slots.
//!
//! The search is deterministic: the same codes always give the same scheme.

/// The scheme for one set of codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lookup {
    /// How a slot is computed.
    pub scheme: Scheme,
    /// The number of slots.
    pub slots: usize,
}

/// How a slot is computed from a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// `code - first`.
    Dense {
        /// The lowest code.
        first: i32,
    },
    /// `code * multiplier >> shift`, in 32 bits.
    Multiply {
        /// An odd number.
        multiplier: u32,
        /// Leaves as many bits as slots need.
        shift: u32,
    },
    /// `(low + displace[bucket]) & mask`, where `bucket` are the upper bits of the 64-bit product
    /// and `low` those below.
    Displace {
        /// An odd number.
        multiplier: u64,
        /// Leaves the bits of the bucket.
        bucket_shift: u32,
        /// Leaves the bits of `low` above those that the mask drops.
        low_shift: u32,
        /// What each bucket adds.
        displace: Vec<u32>,
    },
}

/// Dense tables may be this many times as long as there are codes.
const DENSE_SPAN: i64 = 4;

/// Multiplied tables may be this many times as long as there are codes.
const MULTIPLY_SPAN: usize = 8;

/// How many multipliers are tried for each size.
const TRIES: u32 = 1 << 20;

/// How many codes are placed for each size before the search moves on, however many tries it were.
const PLACEMENTS: u64 = 1 << 26;

impl Lookup {
    /// Finds the scheme for codes that are distinct and ascending.
    pub fn find(codes: &[i32]) -> Self {
        dense(codes)
            .or_else(|| multiply(codes))
            .unwrap_or_else(|| displace(codes))
    }

    /// The slot of a code; for a code outside the set, some number that may lie beyond the slots.
    pub fn slot(&self, code: i32) -> usize {
        match &self.scheme {
            Scheme::Dense { first } => code.wrapping_sub(*first) as u32 as usize,
            Scheme::Multiply { multiplier, shift } => {
                ((code as u32).wrapping_mul(*multiplier) >> shift) as usize
            }
            Scheme::Displace {
                multiplier,
                bucket_shift,
                low_shift,
                displace,
            } => {
                let product = u64::from(code as u32).wrapping_mul(*multiplier);
                let bucket = (product >> bucket_shift) as usize;
                let low = (product >> low_shift) as usize;
                low.wrapping_add(displace[bucket] as usize) & (self.slots - 1)
            }
        }
    }
}

fn dense(codes: &[i32]) -> Option<Lookup> {
    let (&first, &last) = (codes.first()?, codes.last()?);
    let span = i64::from(last) - i64::from(first) + 1;
    (span <= DENSE_SPAN * codes.len() as i64).then_some(Lookup {
        scheme: Scheme::Dense { first },
        slots: span as usize,
    })
}

/// Marks slots as taken; emptied in no time by counting rounds.
struct Slots {
    taken_in: Vec<u32>,
    round: u32,
}

impl Slots {
    fn new(size: usize) -> Self {
        Self {
            taken_in: vec![0; size],
            round: 0,
        }
    }

    fn clear(&mut self) {
        self.round += 1;
    }

    fn take(&mut self, slot: usize) -> bool {
        std::mem::replace(&mut self.taken_in[slot], self.round) != self.round
    }
}

fn multiply(codes: &[i32]) -> Option<Lookup> {
    let mut slots = codes.len().next_power_of_two();
    while slots <= MULTIPLY_SPAN * codes.len() {
        let shift = 32 - slots.trailing_zeros();
        let mut taken = Slots::new(slots);
        let mut numbers = Numbers::new();
        let mut placements = 0;
        for _ in 0..TRIES {
            let multiplier = numbers.next() as u32 | 1;
            taken.clear();
            let placed = codes
                .iter()
                .take_while(|&&code| {
                    taken.take(((code as u32).wrapping_mul(multiplier) >> shift) as usize)
                })
                .count();
            if placed == codes.len() {
                return Some(Lookup {
                    scheme: Scheme::Multiply { multiplier, shift },
                    slots,
                });
            }
            placements += placed as u64;
            if placements > PLACEMENTS {
                break;
            }
        }
        slots *= 2;
    }
    None
}

fn displace(codes: &[i32]) -> Lookup {
    let slots = codes.len().next_power_of_two();
    let slot_bits = slots.trailing_zeros();
    let mut numbers = Numbers::new();
    // Two codes a bucket on average. With more buckets every size is placed in the end: were each
    // code alone in its bucket, any free slot would do.
    let mut bucket_bits = slot_bits.saturating_sub(1).max(1);
    for tried in 1u32.. {
        if tried.is_multiple_of(64) {
            bucket_bits += 1;
        }
        let multiplier = numbers.next() | 1;
        let bucket_shift = 64 - bucket_bits;
        let low_shift = bucket_shift - slot_bits;
        if let Some(displace) = place(codes, slots, multiplier, bucket_shift, low_shift) {
            return Lookup {
                scheme: Scheme::Displace {
                    multiplier,
                    bucket_shift,
                    low_shift,
                    displace,
                },
                slots,
            };
        }
    }
    unreachable!("distinct codes fall into distinct buckets once there are 2^32 of them")
}

/// Finds what each bucket must add, the fullest bucket first.
fn place(
    codes: &[i32],
    slots: usize,
    multiplier: u64,
    bucket_shift: u32,
    low_shift: u32,
) -> Option<Vec<u32>> {
    let mask = slots - 1;
    let mut buckets: Vec<Vec<usize>> = vec![Vec::new(); 1 << (64 - bucket_shift)];
    for &code in codes {
        let product = u64::from(code as u32).wrapping_mul(multiplier);
        let low = (product >> low_shift) as usize & mask;
        let bucket = &mut buckets[(product >> bucket_shift) as usize];
        if bucket.contains(&low) {
            return None;
        }
        bucket.push(low);
    }
    let mut order: Vec<usize> = (0..buckets.len())
        .filter(|&b| !buckets[b].is_empty())
        .collect();
    order.sort_by_key(|&bucket| std::cmp::Reverse(buckets[bucket].len()));
    let mut free = vec![true; slots];
    let mut displace = vec![0; buckets.len()];
    let mut first_free = 0;
    for bucket in order {
        let lows = &buckets[bucket];
        while !free[first_free] {
            first_free += 1;
        }
        // Try the displacements that bring the bucket's first code onto a free slot.
        let shift = (first_free..slots)
            .filter(|&slot| free[slot])
            .map(|slot| slot.wrapping_sub(lows[0]) & mask)
            .find(|shift| lows.iter().all(|low| free[(low + shift) & mask]))?;
        for low in lows {
            free[(low + shift) & mask] = false;
        }
        displace[bucket] = shift as u32;
    }
    Some(displace)
}

/// A fixed sequence of well-mixed numbers (SplitMix64).
struct Numbers {
    state: u64,
}

impl Numbers {
    fn new() -> Self {
        Self { state: 0 }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::{Lookup, Scheme};

    fn holds(codes: &[i32]) -> Lookup {
        let lookup = Lookup::find(codes);
        let mut taken = vec![None; lookup.slots];
        for &code in codes {
            let slot = lookup.slot(code);
            assert!(slot < lookup.slots, "{code} falls outside the table");
            assert_eq!(
                taken[slot].replace(code),
                None,
                "{code} falls on another code"
            );
        }
        match &lookup.scheme {
            Scheme::Dense { .. } => assert!(lookup.slots <= 4 * codes.len()),
            Scheme::Multiply { .. } => assert!(lookup.slots <= 8 * codes.len()),
            Scheme::Displace { .. } => assert!(lookup.slots <= 2 * codes.len()),
        }
        lookup
    }

    fn sorted(codes: impl IntoIterator<Item = i32>) -> Vec<i32> {
        let mut codes: Vec<i32> = codes.into_iter().collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    fn random(count: usize) -> Vec<i32> {
        let mut numbers = super::Numbers::new();
        sorted((0..count).map(|_| numbers.next() as i32))
    }

    #[test]
    fn neighbours_are_dense_and_scattered_codes_are_not() {
        assert!(matches!(holds(&[0]).scheme, Scheme::Dense { first: 0 }));
        assert!(matches!(holds(&[i32::MAX]).scheme, Scheme::Dense { .. }));
        let quarter = sorted((0..100).map(|i| i * 4));
        assert!(matches!(holds(&quarter).scheme, Scheme::Dense { .. }));
        assert!(matches!(holds(&[0, 8]).scheme, Scheme::Multiply { .. }));
        assert!(matches!(
            holds(&[i32::MIN, i32::MAX]).scheme,
            Scheme::Multiply { .. }
        ));
    }

    #[test]
    fn every_hard_set_ends_in_one_of_the_schemes() {
        for step in [5, 10, 64, 100, 1000, 4096, 65536] {
            holds(&sorted((0..200).map(|i| i * step)));
        }
        let both_ends = (0..100).flat_map(|i| [i32::MIN + i, i32::MAX - i]);
        holds(&sorted(both_ends));
        holds(&sorted((0..31).map(|bit| 1 << bit)));
        for count in [2, 3, 17, 143, 256, 257, 300, 1000, 1024, 10_000] {
            holds(&random(count));
        }
    }

    #[test]
    fn three_hundred_random_codes_are_displaced() {
        assert!(matches!(
            holds(&random(300)).scheme,
            Scheme::Displace { .. }
        ));
    }
}
