//! Whether a text is worth a closer look.
//!
//! Whatever is recognised holds something of Zoom's: its name, a word or constant of a product, or a
//! message. Of each the generator has chosen a piece so long that, wherever it stands, four or eight
//! of its characters begin at a multiple of four or eight. So a text is looked at in steps of eight
//! bytes, and each step costs a few instructions.

use core::ops::Range;

use crate::generated::{LONG_PIECES, PIECES_BESIDE_CODE, SHORT_PIECES};

/// How long the pieces are.
const LONG: usize = 15;
const SHORT: usize = 7;

/// Pieces as numbers, in order.
static LONG_KEYS: [u128; LONG_PIECES.len()] = keys(LONG_PIECES, LONG);
static SHORT_KEYS: [u128; SHORT_PIECES.len()] = keys(SHORT_PIECES, SHORT);
static KEYS_BESIDE_CODE: [u128; PIECES_BESIDE_CODE.len()] = keys(PIECES_BESIDE_CODE, SHORT);

/// Every eight characters of the long pieces, and every four of the short ones.
static LONG_PARTS: Bits<4096, true> = Bits::NONE.with(LONG_PIECES, 8, LONG);
static SHORT_PARTS: Bits<1024, false> =
    Bits::NONE
        .with(SHORT_PIECES, 4, SHORT)
        .with(PIECES_BESIDE_CODE, 4, SHORT);

/// The first seven characters of each.
static STARTS: Bits<1024, true> = Bits::NONE
    .with(LONG_PIECES, SHORT, SHORT)
    .with(SHORT_PIECES, SHORT, SHORT)
    .with(PIECES_BESIDE_CODE, SHORT, SHORT);

/// The first place from which a text may tell a failure. A quick look that overlooks nothing where
/// [`recognise`] would find something; most of most logs need no other.
///
/// ```
/// use zoom_errors::recognise::hint;
///
/// assert_eq!(hint(b"GET /index.html 200", 0), None);
/// assert!(hint(br#"{"errorCode":3712}"#, 0).is_some());
/// ```
///
/// [`recognise`]: super::recognise
#[must_use]
pub fn hint(text: &[u8], from: usize) -> Option<usize> {
    let blocks = text.get(from..)?.chunks_exact(8);
    let rest = blocks.remainder();
    for (at, block) in blocks.enumerate() {
        let block = fold(u64::from_be_bytes(block.try_into().ok()?));
        if may_be(block) && is_hint(text, from + at * 8, block) {
            return Some(from + at * 8);
        }
    }
    let mut last = [0; 8];
    last.get_mut(..rest.len())?.copy_from_slice(rest);
    let (block, at) = (fold(u64::from_be_bytes(last)), text.len() - rest.len());
    (may_be(block) && is_hint(text, at, block)).then_some(at)
}

/// Upper and lower case are one, and so are some marks.
const fn fold(block: u64) -> u64 {
    block | 0x2020_2020_2020_2020
}

/// Whether eight bytes may be part of a piece, or hold a `z`.
#[inline]
fn may_be(block: u64) -> bool {
    LONG_PARTS.has(block)
        | SHORT_PARTS.has(first(block))
        | SHORT_PARTS.has(second(block))
        | has_z(block)
}

const fn first(block: u64) -> u64 {
    block >> 32
}

const fn second(block: u64) -> u64 {
    block & 0xffff_ffff
}

const fn has_z(block: u64) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let others = block ^ (ONES * b'z' as u64);
    others.wrapping_sub(ONES) & !others & (ONES << 7) != 0
}

/// Looks closer at eight bytes.
#[cold]
fn is_hint(text: &[u8], at: usize, block: u64) -> bool {
    let any =
        |mut starts: Range<usize>, is: fn(&[u8], usize) -> bool| starts.any(|at| is(text, at));
    has_z(block) && any(at.saturating_sub(3)..at + 8, is_zoom)
        || SHORT_PARTS.has(first(block)) && any(at.saturating_sub(3)..at + 1, is_short)
        || SHORT_PARTS.has(second(block)) && any(at + 1..at + 5, is_short)
        || LONG_PARTS.has(block) && any(at.saturating_sub(7)..at + 1, is_long)
}

fn is_zoom(text: &[u8], at: usize) -> bool {
    key(text, at, 4) == number(b"zoom", 0, 4)
}

fn is_long(text: &[u8], at: usize) -> bool {
    let key = key(text, at, LONG);
    STARTS.has((key >> (8 * (LONG - SHORT))) as u64) && LONG_KEYS.binary_search(&key).is_ok()
}

fn is_short(text: &[u8], at: usize) -> bool {
    let key = key(text, at, SHORT);
    STARTS.has(key as u64)
        && (SHORT_KEYS.binary_search(&key).is_ok()
            || KEYS_BESIDE_CODE.binary_search(&key).is_ok() && has_code(text, at))
}

/// Whether a `code` is near.
fn has_code(text: &[u8], at: usize) -> bool {
    const NEAR: usize = 100;
    let near = text
        .get(at.saturating_sub(NEAR)..text.len().min(at + NEAR))
        .unwrap_or_default();
    near.windows(4).any(|part| match part {
        // `(4,700)`, as Zoom's pages print a code.
        [b'(', first, b',', next] => first.is_ascii_digit() && next.is_ascii_digit(),
        word => word.eq_ignore_ascii_case(b"code"),
    })
}

/// So many bytes at a place, folded, as a number. What ends before is none of a piece.
#[inline]
fn key(text: &[u8], at: usize, length: usize) -> u128 {
    let there = text.get(at..).unwrap_or_default();
    let bytes = there.first_chunk().copied().unwrap_or_else(|| {
        let mut bytes = [0xff; 16];
        bytes
            .iter_mut()
            .zip(there)
            .for_each(|(to, byte)| *to = *byte);
        bytes
    });
    const FOLD: u128 = u128::from_be_bytes([0x20; 16]);
    (u128::from_be_bytes(bytes) | FOLD) >> (8 * (16 - length))
}

/// A part of a piece as such a number.
const fn number(piece: &[u8], from: usize, to: usize) -> u128 {
    let (mut number, mut at) = (0, from);
    while at < to {
        number = number << 8 | (piece[at] | 0x20) as u128;
        at += 1;
    }
    number
}

const fn keys<const COUNT: usize>(pieces: &[&str], length: usize) -> [u128; COUNT] {
    let (mut keys, mut at) = ([0; COUNT], 0);
    while at < COUNT {
        assert!(pieces[at].len() == length);
        keys[at] = number(pieces[at].as_bytes(), 0, length);
        assert!(at == 0 || keys[at - 1] <= keys[at]);
        at += 1;
    }
    keys
}

/// A set of numbers that may hold more than was put in. Each sets one bit of a word, or two, so that
/// fewer others find theirs set.
struct Bits<const WORDS: usize, const TWO: bool> {
    words: [u64; WORDS],
}

impl<const WORDS: usize, const TWO: bool> Bits<WORDS, TWO> {
    const NONE: Self = Self { words: [0; WORDS] };

    /// With all parts so long of the beginnings of pieces.
    const fn with(mut self, pieces: &[&str], part: usize, beginning: usize) -> Self {
        let mut piece = 0;
        while piece < pieces.len() {
            let mut end = part;
            while end <= beginning {
                let part = number(pieces[piece].as_bytes(), end - part, end);
                let (word, one, two) = Self::place(part as u64);
                self.words[word] |= one | two;
                end += 1;
            }
            piece += 1;
        }
        self
    }

    #[inline]
    const fn place(part: u64) -> (usize, u64, u64) {
        let hash = part.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let one = 1 << (hash >> 58);
        let two = if TWO { 1 << (hash >> 52 & 63) } else { one };
        ((hash >> 30) as usize % WORDS, one, two)
    }

    #[inline]
    fn has(&self, part: u64) -> bool {
        let (word, one, two) = Self::place(part);
        self.words
            .get(word)
            .is_some_and(|word| (word & one != 0) & (word & two != 0))
    }
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::string::String;

    use proptest::prelude::*;

    use super::{KEYS_BESIDE_CODE, LONG_PIECES, PIECES_BESIDE_CODE, SHORT_KEYS, SHORT_PIECES};
    use super::{LONG, LONG_KEYS, SHORT, has_code, hint, key};

    /// Where the first piece begins, looked for at every place.
    fn slow(text: &[u8]) -> Option<usize> {
        (0..text.len()).find(|at| {
            let there = |length: usize| (at + length <= text.len()).then(|| key(text, *at, length));
            let short = there(SHORT);
            there(4) == Some(super::number(b"zoom", 0, 4))
                || there(LONG).is_some_and(|key| LONG_KEYS.contains(&key))
                || short.is_some_and(|key| SHORT_KEYS.contains(&key))
                || short.is_some_and(|key| KEYS_BESIDE_CODE.contains(&key)) && has_code(text, *at)
        })
    }

    fn piece() -> impl Strategy<Value = &'static str> {
        prop_oneof![
            prop::sample::select(LONG_PIECES),
            prop::sample::select(SHORT_PIECES),
            prop::sample::select(PIECES_BESIDE_CODE),
            prop::sample::select(&["code", "ZOOM", "zo", "o", "(4,700)", "\n"][..]),
        ]
    }

    /// A piece, mostly without its last letters, and what stands before it.
    fn part() -> impl Strategy<Value = String> {
        let upper = any::<bool>();
        ("[ -~]{0,12}", piece(), 0..20_usize, upper).prop_map(|(before, piece, length, upper)| {
            let piece = piece.get(..length).unwrap_or(piece);
            before
                + &if upper {
                    piece.to_ascii_uppercase()
                } else {
                    piece.to_owned()
                }
        })
    }

    proptest! {
        #[test]
        fn steps_of_eight_find_the_piece_that_every_place_finds(
            parts in prop::collection::vec(part(), 0..20)
        ) {
            let text = parts.concat();
            let (quick, slow) = (hint(text.as_bytes(), 0), slow(text.as_bytes()));
            prop_assert_eq!(quick.is_some(), slow.is_some(), "{:?}", text);
            if let (Some(quick), Some(slow)) = (quick, slow) {
                prop_assert!(quick.abs_diff(slow) < 16, "{:?}: {} and {}", text, quick, slow);
            }
        }
    }
}
