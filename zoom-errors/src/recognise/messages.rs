//! The documented messages in a text, by an index over pairs of words.

use alloc::vec::Vec;

use super::words::Word;
use crate::generated::{ANCHOR_BITS, ANCHOR_PLACES, ANCHORS, ERRORS, TEXT_OWNERS, TEXTS};
use crate::hash;
use crate::{Product, ZoomError};

/// More messages than that are no record.
const MOST: usize = 100;
/// So many words may stand in place of a placeholder.
const ANYTHING: usize = 24;

/// A documented message in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Message {
    pub(super) start: usize,
    pub(super) end: usize,
    /// How many of its words are given.
    pub(super) given: usize,
    text: usize,
}

/// Who sends a message.
#[derive(Clone, Copy)]
pub(super) struct Owner {
    pub(super) error: ZoomError,
    /// How many operations document it.
    pub(super) operations: u8,
    /// Whether it is a whole message, and not part of one.
    pub(super) whole: bool,
}

/// As the generator writes an owner.
type OwnerRow = (u32, u8, bool);

impl Owner {
    fn new((place, operations, whole): &OwnerRow) -> Option<Self> {
        Some(Self {
            error: *ERRORS.get(*place as usize)?,
            operations: *operations,
            whole: *whole,
        })
    }
}

impl Message {
    pub(super) fn owners(&self) -> impl Iterator<Item = Owner> + use<> {
        self.rows().iter().filter_map(Owner::new)
    }

    pub(super) fn owner(&self, product: Product) -> impl Iterator<Item = Owner> + use<> {
        self.owners()
            .filter(move |owner| owner.error.product() == product)
    }

    fn rows(&self) -> &'static [OwnerRow] {
        let (first, count) = TEXTS.get(self.text).map_or((0, 0), |(_, first, count)| {
            (*first as usize, *count as usize)
        });
        TEXT_OWNERS.get(first..first + count).unwrap_or_default()
    }

    /// The words of the message, a placeholder as [`ANY`].
    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> + use<> {
        TEXTS
            .get(self.text)
            .map_or("", |(words, ..)| words)
            .split(' ')
    }
}

/// Stands for a placeholder.
const ANY: &str = "\0";

/// Every message in a text, that with most words first.
pub(super) fn messages(text: &str, words: &[Word]) -> Vec<Message> {
    let mut found: Vec<Message> = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let [first, second] = [first, second].map(|word| word.of(text).as_bytes());
        let bit = hash::pair(first, second);
        if ANCHOR_BITS
            .get(bit / 8)
            .is_none_or(|bits| bits >> (bit % 8) & 1 == 0)
        {
            continue;
        }
        let mut buffer = [0; 64];
        let Some(key) = folded(first, second, &mut buffer) else {
            continue;
        };
        let mut place = ANCHORS.place(key);
        while let Some((message, anchor, more)) = place.and_then(|place| ANCHOR_PLACES.get(place)) {
            place = place.filter(|_| *more).map(|place| place + 1);
            if let Some(message) = fit(text, words, at, *message as usize, usize::from(*anchor)) {
                found.push(message);
            }
        }
    }
    found.sort_by_key(|message| (core::cmp::Reverse(message.given), message.start));
    found.truncate(MOST);
    found
}

/// Two words in lower case with a blank between them, as the index writes them.
fn folded<'b>(first: &[u8], second: &[u8], buffer: &'b mut [u8; 64]) -> Option<&'b [u8]> {
    let key = buffer.get_mut(..first.len() + 1 + second.len())?;
    let (one, rest) = key.split_at_mut_checked(first.len())?;
    let (blank, two) = rest.split_first_mut()?;
    one.copy_from_slice(first);
    *blank = b' ';
    two.copy_from_slice(second);
    key.make_ascii_lowercase();
    Some(key)
}

/// Whether a message stands around its anchor.
fn fit(text: &str, words: &[Word], at: usize, message: usize, anchor: usize) -> Option<Message> {
    let given: Vec<&str> = TEXTS.get(message)?.0.split(' ').collect();
    let before: Vec<&str> = given.get(..anchor)?.iter().rev().copied().collect();
    let earliest = at.saturating_sub(6 * ANYTHING);
    let earlier = |back: usize| {
        let place = at.checked_sub(back + 1)?;
        words.get(place).filter(|_| place >= earliest)
    };
    let later = |on: usize| words.get(at + on).filter(|_| on < 12 * ANYTHING);
    let start = follow(text, earlier, &before)?;
    let end = follow(text, later, given.get(anchor..)?)?;
    let first = start.checked_sub(1).and_then(earlier);
    let first = first.or(words.get(at))?;
    Some(Message {
        start: first.start,
        end: later(end.checked_sub(1)?)?.end,
        given: given.iter().filter(|word| **word != ANY).count(),
        text: message,
    })
}

/// How many words a pattern takes; a placeholder takes as few as it can.
fn follow<'w>(
    text: &str,
    word: impl Fn(usize) -> Option<&'w Word>,
    pattern: &[&str],
) -> Option<usize> {
    let mut at = 0;
    let mut parts = pattern.split(|word| *word == ANY);
    let is = |at: usize, part: &[&str]| {
        part.iter().enumerate().all(|(by, given)| {
            word(at + by).is_some_and(|word| word.of(text).eq_ignore_ascii_case(given))
        })
    };
    let first = parts.next()?;
    if !is(at, first) {
        return None;
    }
    at += first.len();
    for part in parts {
        // A placeholder at the end may have been cut off.
        if part.is_empty() {
            continue;
        }
        let from = (at..=at + ANYTHING).find(|from| is(*from, part))?;
        at = from + part.len();
    }
    Some(at)
}
