//! Whether a text is worth a closer look.
//!
//! Whatever is recognised holds something of Zoom's: its name, a word or constant of a product, or a
//! message. Of each the generator has chosen a piece so long that, wherever it stands, four or eight
//! of its characters begin at a multiple of four or eight. So a text is looked at in steps of eight
//! bytes, and each step costs a few instructions.

use crate::generated::{LONG_PIECES, PIECES_BESIDE_CODE, SHORT_PIECES};

/// Each piece sets so many bits, so that few others find all of theirs set.
const WAYS: u32 = 3;

/// The places of pieces of eight and of four characters, as bits.
static LONG: Bits<4096> = Bits::<4096>::long(&[LONG_PIECES]);
static SHORT: Bits<1024> = Bits::<1024>::short(&[SHORT_PIECES, PIECES_BESIDE_CODE]);

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
        let block = fold(u64::from_le_bytes(block.try_into().ok()?));
        if may_be(block) && is_hint(text, from + at * 8, block) {
            return Some(from + at * 8);
        }
    }
    let mut last = [0; 8];
    last.get_mut(..rest.len())?.copy_from_slice(rest);
    let (block, at) = (fold(u64::from_le_bytes(last)), text.len() - rest.len());
    (may_be(block) && is_hint(text, at, block)).then_some(at)
}

/// Upper and lower case are one, and so are some marks.
const fn fold(block: u64) -> u64 {
    block | 0x2020_2020_2020_2020
}

/// Whether eight bytes may be part of a piece, or hold a `z`.
#[inline]
fn may_be(block: u64) -> bool {
    LONG.has(block) | SHORT.has(block & 0xffff_ffff) | SHORT.has(block >> 32) | has_z(block)
}

const fn has_z(block: u64) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let others = block ^ (ONES * b'z' as u64);
    others.wrapping_sub(ONES) & !others & (ONES << 7) != 0
}

/// Looks closer at eight bytes.
#[cold]
fn is_hint(text: &[u8], at: usize, block: u64) -> bool {
    let zoom = |start: usize| order(text, start, b"zoom").is_eq();
    let short = |starts: core::ops::Range<usize>| {
        stands(text, SHORT_PIECES, starts.clone())
            || stands(text, PIECES_BESIDE_CODE, starts) && has_code(text, at)
    };
    has_z(block) && (at.saturating_sub(3)..at + 8).any(zoom)
        || SHORT.has(block & 0xffff_ffff) && short(at.saturating_sub(3)..at + 1)
        || SHORT.has(block >> 32) && short(at + 1..at + 5)
        || LONG.has(block) && stands(text, LONG_PIECES, at.saturating_sub(7)..at + 1)
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

/// Whether a piece begins in a range.
fn stands(text: &[u8], pieces: &[&str], mut starts: core::ops::Range<usize>) -> bool {
    starts.any(|start| {
        pieces
            .binary_search_by(|piece| order(text, start, piece.as_bytes()).reverse())
            .is_ok()
    })
}

/// How the bytes at a place compare with a piece, folded.
fn order(text: &[u8], start: usize, piece: &[u8]) -> core::cmp::Ordering {
    let there = text
        .get(start..text.len().min(start + piece.len()))
        .unwrap_or_default();
    there
        .iter()
        .map(|byte| byte | 0x20)
        .cmp(piece.iter().map(|byte| byte | 0x20))
}

/// A set of numbers that may hold more than was put in.
struct Bits<const WORDS: usize> {
    words: [u64; WORDS],
}

impl<const WORDS: usize> Bits<WORDS> {
    /// Every eight characters of each piece.
    const fn long(pieces: &[&[&str]]) -> Self {
        Self::new(pieces, 8)
    }

    /// Every four.
    const fn short(pieces: &[&[&str]]) -> Self {
        Self::new(pieces, 4)
    }

    const fn new(lists: &[&[&str]], length: usize) -> Self {
        let mut bits = Self { words: [0; WORDS] };
        let mut list = 0;
        while list < lists.len() {
            let mut piece = 0;
            while piece < lists[list].len() {
                bits = bits.with(lists[list][piece].as_bytes(), length);
                piece += 1;
            }
            list += 1;
        }
        bits
    }

    /// Puts every part of a piece in.
    const fn with(mut self, piece: &[u8], length: usize) -> Self {
        let mut start = 0;
        while start + length <= piece.len() {
            let (mut block, mut at) = (0, length);
            while at > 0 {
                at -= 1;
                block = block << 8 | (piece[start + at] | 0x20) as u64;
            }
            let mut way = 0;
            while way < WAYS {
                let (word, bit) = Self::place(block, way);
                self.words[word] |= bit;
                way += 1;
            }
            start += 1;
        }
        self
    }

    #[inline]
    const fn place(block: u64, way: u32) -> (usize, u64) {
        let hash = block.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let place = (hash >> (46 - 15 * way)) as usize % (WORDS * 64);
        (place / 64, 1 << (place % 64))
    }

    #[inline]
    fn has(&self, block: u64) -> bool {
        (0..WAYS).all(|way| {
            let (word, bit) = Self::place(block, way);
            self.words.get(word).is_some_and(|word| word & bit != 0)
        })
    }
}
