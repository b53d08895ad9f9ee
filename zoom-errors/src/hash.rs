//! The hashes of names and of numbers. The generator, which fills the tables, reads this very file.

/// Eight bytes at a time are multiplied in; the high bits are folded down in the end.
#[inline]
pub(crate) fn name(name: &[u8]) -> u64 {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = name.len() as u64;
    let mut rest = name;
    while let Some((chunk, behind)) = rest.split_first_chunk::<8>() {
        hash = (hash ^ u64::from_le_bytes(*chunk)).wrapping_mul(MULTIPLIER);
        hash ^= hash >> 29;
        rest = behind;
    }
    let last = rest.iter().fold(0, |last, byte| last << 8 | u64::from(*byte));
    hash = (hash ^ last).wrapping_mul(MULTIPLIER);
    hash ^ hash >> 32
}

/// The upper bits of a product.
#[inline]
pub(crate) fn number(number: i32) -> u64 {
    u64::from((number as u32).wrapping_mul(0x9e37_79b1) >> 15)
}
