//! The hashes of names and of numbers. The generator, which fills the tables, reads this very file.

/// The length and the first, middle and last eight bytes are multiplied in: names differ there, and
/// a loop over all bytes would cost more than the table saves.
#[inline]
pub(crate) fn name(name: &[u8]) -> u64 {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    let (Some(first), Some(last)) = (name.first_chunk(), name.last_chunk()) else {
        return short(name).wrapping_mul(MULTIPLIER) >> 32;
    };
    let middle = name.get(name.len() / 2 - 4..).and_then(<[u8]>::first_chunk);
    let [first, middle, last] =
        [first, middle.unwrap_or(first), last].map(|bytes| u64::from_le_bytes(*bytes));
    let hash = (first ^ last.rotate_left(23) ^ middle.rotate_left(43)).wrapping_mul(MULTIPLIER);
    (hash ^ name.len() as u64).wrapping_mul(MULTIPLIER) >> 32
}

/// Fewer than eight bytes as a number.
fn short(name: &[u8]) -> u64 {
    let bytes = name
        .iter()
        .fold(0, |bytes, byte| bytes << 8 | u64::from(*byte));
    bytes ^ (name.len() as u64) << 56
}

/// The upper bits of a product.
#[inline]
pub(crate) fn number(number: i32) -> u64 {
    u64::from((number as u32).wrapping_mul(0x9e37_79b1) >> 15)
}

/// Two words beside each other, in whatever case: a bit that tells most pairs from those in a list.
#[inline]
#[allow(dead_code, reason = "messages are found by the feature json alone")]
pub(crate) fn pair(first: &[u8], second: &[u8]) -> usize {
    let ends = |word: &[u8]| {
        let letter = |byte: Option<&u8>| byte.map_or(0, |byte| u32::from(byte % 32));
        letter(word.first()) << 11 | letter(word.last()) << 6 | (word.len() as u32 % 64)
    };
    let both = ends(first) << 16 | ends(second);
    (both.wrapping_mul(0x9e37_79b1) >> 18) as usize
}

/// How many bits there are for pairs of words.
#[allow(dead_code, reason = "as above")]
pub(crate) const PAIRS: usize = 1 << 14;

/// A segment of a path below others.
#[inline]
pub(crate) fn segment(below: u16, segment: &[u8]) -> u64 {
    name(segment) ^ number(below.into())
}
