//! How a code finds its slot: an index computed without a branch and without a search.
//!
//! Three schemes, the first that fits wins:
//! 1. dense: the distance from the lowest code, where the codes fill a quarter of their span;
//! 2. multiply: the upper bits of one product, where a multiplier without a collision is found;
//! 3. displace: a second table shifts each group of colliding codes to free slots.

use super::displace::{MORE_BUCKETS, TRIES_PER_SIZE, place};
use super::numbers::{Numbers, are_distinct};

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
const TRIES: u32 = 1 << 16;

/// How many codes are placed for each size before the search moves on, however many tries it were.
const PLACEMENTS: u64 = 1 << 26;

/// After this many tries a size without hope is given up.
const TRIAL: u32 = 1 << 14;

/// No hope: not even four fifths of the codes were placed. For codes without any pattern all tries
/// together get hardly 1.1 times as far as the trial, as that grows with the root of the logarithm.
fn hopeless(most_placed: usize, codes: usize) -> bool {
    most_placed * 5 < codes * 4
}

impl Lookup {
    /// Finds the scheme for codes that are distinct and ascending, at least one; nothing for others.
    pub fn find(codes: &[i32]) -> Option<Self> {
        if codes.is_empty() || !codes.is_sorted_by(|a, b| a < b) {
            return None;
        }
        dense(codes)
            .or_else(|| multiply(codes))
            .or_else(|| displace(codes))
            .filter(|lookup| {
                are_distinct(codes.iter().map(|&code| lookup.slot(code)), lookup.slots)
            })
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
    // Neighbours mostly collide together or not at all, so that a mixed order finds out sooner.
    let codes = Numbers::new().shuffled(codes);
    let mut slots = codes.len().next_power_of_two();
    while slots <= MULTIPLY_SPAN * codes.len() {
        let shift = 32 - slots.trailing_zeros();
        if let Some(multiplier) = multiplier(&codes, slots, shift) {
            return Some(Lookup {
                scheme: Scheme::Multiply { multiplier, shift },
                slots,
            });
        }
        slots *= 2;
    }
    None
}

/// The first multiplier under which no two codes fall on the same slot.
fn multiplier(codes: &[i32], slots: usize, shift: u32) -> Option<u32> {
    let mut taken = Slots::new(slots);
    let mut numbers = Numbers::new();
    let (mut placements, mut most) = (0, 0);
    for tried in 0..TRIES {
        let multiplier = numbers.next() as u32 | 1;
        taken.clear();
        let placed = codes
            .iter()
            .take_while(|&&code| {
                taken.take(((code as u32).wrapping_mul(multiplier) >> shift) as usize)
            })
            .count();
        if placed == codes.len() {
            return Some(multiplier);
        }
        placements += placed as u64;
        most = most.max(placed);
        if placements > PLACEMENTS || (tried == TRIAL && hopeless(most, codes.len())) {
            return None;
        }
    }
    None
}

fn displace(codes: &[i32]) -> Option<Lookup> {
    let slots = codes.len().next_power_of_two();
    let slot_bits = slots.trailing_zeros();
    // Two codes a bucket on average.
    let fewest = slot_bits.saturating_sub(1).max(1);
    let mut numbers = Numbers::new();
    for bucket_bits in fewest..=fewest + MORE_BUCKETS {
        let bucket_shift = 64 - bucket_bits;
        let low_shift = bucket_shift.checked_sub(slot_bits)?;
        for _ in 0..TRIES_PER_SIZE {
            let multiplier = numbers.next() | 1;
            let keys = codes.iter().map(|&code| {
                let product = u64::from(code as u32).wrapping_mul(multiplier);
                let low = (product >> low_shift) as usize & (slots - 1);
                ((product >> bucket_shift) as usize, low)
            });
            if let Some(displace) = place(keys, 1 << bucket_bits, slots) {
                return Some(Lookup {
                    scheme: Scheme::Displace {
                        multiplier,
                        bucket_shift,
                        low_shift,
                        displace,
                    },
                    slots,
                });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Lookup, Numbers, Scheme};

    fn holds(codes: &[i32]) -> Lookup {
        let lookup = Lookup::find(codes).unwrap();
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
        let mut numbers = Numbers::new();
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
    fn no_codes_and_codes_out_of_order_have_no_scheme() {
        assert_eq!(Lookup::find(&[]), None);
        assert_eq!(Lookup::find(&[7, 7]), None);
        assert_eq!(Lookup::find(&[i32::MIN, 7, 7, i32::MAX]), None);
        assert_eq!(Lookup::find(&[5, 3]), None);
    }

    #[test]
    fn three_hundred_random_codes_are_displaced() {
        assert!(matches!(
            holds(&random(300)).scheme,
            Scheme::Displace { .. }
        ));
    }
}
