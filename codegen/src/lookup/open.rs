//! Open addressing: hash tables whose slots the generator fills. Were the compiler to fill them, its
//! interpreter would hash each name, which takes longer than all the rest of a table.

/// The hashes of the crate, from its own file, so that both compute the same.
#[path = "../../../zoom-errors/src/hash.rs"]
#[allow(unreachable_pub)]
mod hash;

pub(crate) use hash::{PAIRS, number, pair, segment};

/// The slots of a table, each with one more than the index of what it holds; 0 is an empty slot.
/// Twice as many as items or more, and a power of two.
pub(crate) fn slots(hashes: impl ExactSizeIterator<Item = u64>) -> Vec<u32> {
    let count = (2 * hashes.len()).next_power_of_two();
    let mask = count - 1;
    let mut slots = vec![0; count];
    for (index, hash) in (1..).zip(hashes) {
        let mut slot = hash as usize & mask;
        while slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        slots[slot] = index;
    }
    slots
}

/// The hash of a name.
pub(crate) fn name(name: &str) -> u64 {
    hash::name(name.as_bytes())
}
