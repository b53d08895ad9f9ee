//! Hash and displace: each bucket of colliding keys is shifted as a whole to slots that are free.

use std::cmp::Reverse;

/// How many multipliers are tried for each number of buckets.
pub(super) const TRIES_PER_SIZE: u32 = 64;

/// How often the number of buckets is doubled before the search is given up. With more buckets every
/// set is placed in the end: were each key alone in its bucket, any free slot would do.
pub(super) const MORE_BUCKETS: u32 = 8;

/// Finds how far each bucket must be shifted, around the end of the table if need be, so that no two
/// keys share a slot. A key is its bucket and the slot on which it falls unshifted.
///
/// Gives nothing if two keys of a bucket fall on one slot, or a bucket fits nowhere.
pub(super) fn place(
    keys: impl Iterator<Item = (usize, usize)>,
    buckets: usize,
    slots: usize,
) -> Option<Vec<u32>> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); buckets];
    for (bucket, low) in keys {
        let members = &mut members[bucket];
        if members.contains(&low) {
            return None;
        }
        members.push(low);
    }
    // The fullest first, as long as there is much room.
    let mut order: Vec<usize> = (0..buckets).filter(|&b| !members[b].is_empty()).collect();
    order.sort_by_key(|&bucket| Reverse(members[bucket].len()));
    let mut free = vec![true; slots];
    let mut shifts = vec![0; buckets];
    let mut first_free = 0;
    for bucket in order {
        let lows = &members[bucket];
        while !free[first_free] {
            first_free += 1;
        }
        // Those shifts that bring the bucket's first key onto a free slot.
        let shift = (first_free..slots)
            .filter(|&slot| free[slot])
            .map(|slot| (slot + slots - lows[0]) % slots)
            .find(|shift| lows.iter().all(|low| free[(low + shift) % slots]))?;
        for low in lows {
            free[(low + shift) % slots] = false;
        }
        shifts[bucket] = u32::try_from(shift).ok()?;
    }
    Some(shifts)
}
