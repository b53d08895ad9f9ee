//! How a name finds its place: a hash over its length and a few of its bytes.
//!
//! The bytes are read eight at a time, in windows whose places are chosen so that together with the
//! length they tell all names apart. Each bucket of names is then displaced to free slots, so that
//! the table has exactly as many slots as there are names.

use std::collections::{BTreeMap, HashSet};

use super::displace::{MORE_BUCKETS, TRIES_PER_SIZE, place};
use super::{Numbers, are_distinct};

/// The hash for one set of names. `zoom-errors/src/names.rs` computes the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameLookup {
    /// Where each window of eight bytes begins; it moves forward where a name ends before it does.
    pub windows: Vec<usize>,
    /// What the windows are multiplied with.
    pub multiplier: u64,
    /// Leaves the bits of the bucket.
    pub bucket_shift: u32,
    /// What each bucket adds to the slot.
    pub displace: Vec<u32>,
    /// The number of slots, which is the number of names.
    pub slots: usize,
}

/// A window may begin at any of these first places, which is where names differ.
const PLACES: usize = 128;

impl NameLookup {
    /// Finds the hash for names that are distinct, at least one; nothing for others.
    pub fn find(names: &[&str]) -> Option<Self> {
        let windows = windows(names)?;
        let slots = names.len();
        // Three names a bucket on average.
        let fewest = (slots / 3 + 1).next_power_of_two().trailing_zeros().max(1);
        let mut numbers = Numbers::new();
        for bucket_bits in fewest..=fewest + MORE_BUCKETS {
            let bucket_shift = 64 - bucket_bits;
            for _ in 0..TRIES_PER_SIZE {
                let multiplier = numbers.next() | 1;
                let keys = names.iter().map(|name| {
                    let hash = hash(name, &windows, multiplier);
                    ((hash >> bucket_shift) as usize, low(hash, slots))
                });
                if let Some(displace) = place(keys, 1 << bucket_bits, slots) {
                    let lookup = Self {
                        windows,
                        multiplier,
                        bucket_shift,
                        displace,
                        slots,
                    };
                    let found = names.iter().map(|name| lookup.slot(name));
                    return are_distinct(found, slots).then_some(lookup);
                }
            }
        }
        None
    }

    /// The slot of a name; for any other, the slot of some name.
    pub fn slot(&self, name: &str) -> usize {
        let hash = hash(name, &self.windows, self.multiplier);
        let displace = self.displace[(hash >> self.bucket_shift) as usize];
        (low(hash, self.slots) + displace as usize) % self.slots
    }
}

/// At least one window, each the one that tells most names apart, until all are told apart. Nothing
/// for equal names.
fn windows(names: &[&str]) -> Option<Vec<usize>> {
    let longest = names.iter().map(|name| name.len()).max()?;
    // Names that are not told apart yet, those together that look the same so far.
    let mut groups = split(vec![names.to_vec()], |name| name.len());
    let mut windows = Vec::new();
    while windows.is_empty() || !groups.is_empty() {
        let told_apart = |at: &usize| {
            let groups = groups.iter().enumerate();
            groups
                .flat_map(|(group, names)| names.iter().map(move |name| (group, window(name, *at))))
                .collect::<HashSet<_>>()
                .len()
        };
        // The first of the best.
        let best = (0..=longest.saturating_sub(8).min(PLACES))
            .rev()
            .max_by_key(told_apart)?;
        let at = if told_apart(&best) > groups.len() || groups.is_empty() {
            best
        } else {
            first_difference(groups.first()?)?
        };
        windows.push(at);
        groups = split(groups, |name| window(name, at));
    }
    Some(windows)
}

/// Parts each group by what the function sees, and leaves out the names that are alone then.
fn split<K: Ord>(groups: Vec<Vec<&str>>, key: impl Fn(&str) -> K) -> Vec<Vec<&str>> {
    let parts = groups.into_iter().flat_map(|names| {
        let mut parts: BTreeMap<K, Vec<&str>> = BTreeMap::new();
        for name in names {
            parts.entry(key(name)).or_default().push(name);
        }
        parts.into_values()
    });
    parts.filter(|names| names.len() > 1).collect()
}

/// Where the first two names of a group differ for the first time.
fn first_difference(names: &[&str]) -> Option<usize> {
    let [a, b, ..] = names else { return None };
    a.bytes().zip(b.bytes()).position(|(a, b)| a != b)
}

/// The length is multiplied as well: only xored, it could undo what a window shows, and no
/// multiplier would help.
fn hash(name: &str, windows: &[usize], multiplier: u64) -> u64 {
    let seed = (name.len() as u64).wrapping_mul(multiplier);
    windows.iter().fold(seed, |hash, &at| {
        let product = u128::from(hash ^ window(name, at)) * u128::from(multiplier);
        (product as u64) ^ (product >> 64) as u64
    })
}

/// Eight bytes from `at` on, or the last eight. A shorter name is seen whole.
fn window(name: &str, at: usize) -> u64 {
    let name = name.as_bytes();
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

/// The lower half of a hash as a slot.
fn low(hash: u64, slots: usize) -> usize {
    ((u64::from(hash as u32) * slots as u64) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::{HashSet, NameLookup, Numbers};

    /// Each name has a slot of its own, and there is none besides.
    fn holds(names: &[&str]) -> NameLookup {
        let lookup = NameLookup::find(names).unwrap();
        assert_eq!(lookup.slots, names.len());
        let mut taken = vec![None; lookup.slots];
        for name in names {
            let other = taken[lookup.slot(name)].replace(name);
            assert_eq!(other, None, "{name} falls on another name");
        }
        lookup
    }

    fn strs(names: &[String]) -> Vec<&str> {
        names.iter().map(String::as_str).collect()
    }

    #[test]
    fn one_name_and_names_told_apart_by_length_need_one_window() {
        assert_eq!(holds(&["ONLY"]).windows.len(), 1);
        assert_eq!(holds(&["A", "AA", "AAAAAAAAAAAA"]).windows.len(), 1);
    }

    #[test]
    fn names_that_differ_in_one_place_each_are_told_apart() {
        let names: Vec<String> = (0..100)
            .map(|at| {
                let mut name = ["A"; 100];
                name[at] = "B";
                name.concat()
            })
            .collect();
        assert!(holds(&strs(&names)).windows.len() > 2);
    }

    #[test]
    fn short_names_are_told_apart() {
        let letters: Vec<String> = ('A'..='Z').map(String::from).collect();
        holds(&strs(&letters));
        holds(&["FAIL", "FAILS", "LIAF", "", "FAILFAIL", "FAILFAILS"]);
    }

    #[test]
    fn names_without_any_pattern_are_told_apart() {
        let mut numbers = Numbers::new();
        for count in [2, 3, 30, 3_000] {
            let mut name = || {
                let length = 1 + numbers.next() % 20;
                let letters = (0..length).map(|_| ['A', 'B', '_'][numbers.next() as usize % 3]);
                letters.collect::<String>()
            };
            let names: HashSet<String> = (0..count).map(|_| name()).collect();
            let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
            names.sort_unstable();
            holds(&names);
        }
    }

    #[test]
    fn ten_thousand_numbered_names_are_told_apart() {
        let names: Vec<String> = (0..10_000)
            .map(|at| format!("SOME_LONG_PREFIX_{at}_AND_AN_END"))
            .collect();
        holds(&strs(&names));
    }

    #[test]
    fn a_window_is_not_undone_by_the_length() {
        // `C` xor 8 is `B` xor 9: where the length is only xored in, both look the same.
        holds(&["CAAAAAAA", "BAAAAAAAX", "BAAAAAAAY"]);
    }

    #[test]
    fn names_that_differ_far_behind_are_told_apart() {
        let long = "A".repeat(10_000);
        let names: Vec<String> = ["X", "Y", "Z"]
            .map(|letter| format!("{long}{letter}{long}"))
            .into();
        holds(&strs(&names));
    }

    #[test]
    fn equal_names_and_no_names_have_no_hash() {
        assert_eq!(NameLookup::find(&[]), None);
        assert_eq!(NameLookup::find(&["A", "A"]), None);
        assert_eq!(
            NameLookup::find(&["TWICE_THE_SAME", "ONCE", "TWICE_THE_SAME"]),
            None
        );
    }

    #[test]
    fn any_text_has_a_slot() {
        let lookup = holds(&["AUDIO_FAILED", "VIDEO_FAILED", "JOIN"]);
        let long = "x".repeat(1000);
        for text in ["", "A", "VIDEO_FAILEE", "\u{1F600}", &long] {
            assert!(lookup.slot(text) < 3);
        }
    }
}
