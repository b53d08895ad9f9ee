//! Open addressing: hash tables whose slots the generator fills. Were the compiler to fill them, its
//! interpreter would hash each name, which takes longer than all the rest of a table.

/// The slots of a table, each with one more than the index of what it holds; 0 is an empty slot.
/// Twice as many as items or more, and a power of two.
pub fn slots(hashes: impl ExactSizeIterator<Item = u64>) -> Vec<u16> {
    let count = (2 * hashes.len()).next_power_of_two();
    let mask = count - 1;
    let mut slots = vec![0; count];
    for (index, hash) in hashes.enumerate() {
        let mut slot = hash as usize & mask;
        while slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        slots[slot] = u16::try_from(index + 1).expect("fewer than 65,536 names");
    }
    slots
}

/// The hash of a name, as `zoom-errors/src/names.rs` has it.
pub fn name(name: &str) -> u64 {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    let (chunks, rest) = name.as_bytes().as_chunks::<8>();
    let mut hash = name.len() as u64;
    for chunk in chunks {
        hash = (hash ^ u64::from_le_bytes(*chunk)).wrapping_mul(MULTIPLIER);
        hash ^= hash >> 29;
    }
    let last = rest.iter().fold(0, |last, byte| last << 8 | u64::from(*byte));
    hash = (hash ^ last).wrapping_mul(MULTIPLIER);
    hash ^ hash >> 32
}

/// The hash of a number, as `zoom-errors/src/numbers.rs` has it.
pub fn number(number: i32) -> u64 {
    u64::from((number as u32).wrapping_mul(0x9e37_79b1) >> 15)
}
