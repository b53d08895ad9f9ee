//! Which pairs belong together: those of one bracket, up to where a key comes again.

use alloc::vec::Vec;
use core::ops::Range;

use super::fields::Name;
use super::pairs::{Pair, Pairs};
use super::value::{self, Value};
use super::words::Word;
use crate::Product;

/// Fields that belong together.
pub(super) struct Section<'a> {
    pub(super) span: Range<usize>,
    pub(super) group: usize,
    pub(super) fields: Vec<(Name<'a>, Pair<'a>)>,
}

impl<'a> Section<'a> {
    /// The fields that may hold a code, and do hold a number.
    pub(super) fn codes(&self) -> impl Iterator<Item = (Name<'a>, i64, Range<usize>)> + '_ {
        let codes = self.fields.iter().filter(|(name, _)| name.holds_code());
        codes.filter_map(|(name, pair)| match pair.value {
            Value::Number(number, end) => Some((*name, number, pair.start..end)),
            _ => None,
        })
    }

    /// The number in a field.
    pub(super) fn number(&self, keys: &[&str]) -> Option<i64> {
        self.fields
            .iter()
            .find_map(|(name, pair)| match pair.value {
                Value::Number(number, _) if keys.contains(&name.written) => Some(number),
                _ => None,
            })
    }

    /// The text in the first of some fields that has one.
    pub(super) fn text(&self, keys: &[&str]) -> Option<&'a str> {
        keys.iter().find_map(|key| {
            self.fields
                .iter()
                .find_map(|(name, pair)| match pair.value {
                    Value::Text(text, _)
                        if name.written.eq_ignore_ascii_case(key) && !is_nothing(text) =>
                    {
                        Some(text)
                    }
                    _ => None,
                })
        })
    }

    /// Whether it is made of nothing but fields that a product's payloads have.
    pub(super) fn is_of(&self, product: Product) -> bool {
        self.fields.iter().all(|(name, _)| {
            // The status of the answer may stand beside anything.
            name.is_status()
                || name
                    .field
                    .is_some_and(|field| field.holds(product) || field.is_beside(product))
        })
    }
}

/// What languages print for nothing.
fn is_nothing(text: &str) -> bool {
    ["null", "undefined", "None", "nil", ""].contains(&text.trim())
}

/// Puts the pairs of a text together.
pub(super) fn sections<'a>(read: &Pairs<'a>, prose: Vec<Pair<'a>>) -> Vec<Section<'a>> {
    let mut pairs: Vec<Pair<'a>> = read.pairs.iter().cloned().chain(prose).collect();
    pairs.sort_by_key(|pair| pair.start);
    let mut sections: Vec<Section<'a>> = Vec::new();
    // The section of each bracket that is still growing.
    let mut growing: Vec<Option<usize>> = core::iter::repeat_n(None, read.groups.len()).collect();
    for pair in pairs {
        let Some((grows, group)) = growing.get_mut(pair.group).zip(read.groups.get(pair.group))
        else {
            continue;
        };
        let name = Name::new(pair.key);
        let same = grows.and_then(|at| sections.get_mut(at));
        let again = |section: &Section<'_>| {
            !pair.key.is_empty()
                && section
                    .fields
                    .iter()
                    .any(|(other, _)| other.written == pair.key)
        };
        match same {
            Some(section) if !again(section) => section.fields.push((name, pair)),
            same => {
                let start = match same {
                    Some(section) => {
                        section.span.end = pair.start;
                        pair.start
                    }
                    None => group.span.start,
                };
                *grows = Some(sections.len());
                let (group, span) = (pair.group, start..group.span.end);
                sections.push(Section {
                    span,
                    group,
                    fields: alloc::vec![(name, pair)],
                });
            }
        }
    }
    sections
}

/// Numbers that a sentence tells: `error 5003`, `(4,700)`.
pub(super) fn in_prose<'a>(text: &'a str, words: &[Word], read: &Pairs<'a>) -> Vec<Pair<'a>> {
    let mut pairs = Vec::new();
    let bytes = text.as_bytes();
    for pair in words.windows(2) {
        let [word, number] = pair else { continue };
        let between = text.get(word.end..number.start).unwrap_or_default();
        let sign = usize::from(between.ends_with('-'));
        let plain = bytes.get(number.start).is_some_and(u8::is_ascii_digit)
            && !between.is_empty()
            && between
                .bytes()
                .all(|byte| matches!(byte, b' ' | b'#' | b'(' | b'-' | b'['));
        if !plain || !Name::new(word.of(text)).is_prose() {
            continue;
        }
        let value = value::read(text, number.start - sign);
        if matches!(value, Value::Number(_, end) if end >= number.end) {
            pairs.push(Pair {
                key: word.of(text),
                start: word.start,
                value,
                group: read.group_at(word.start),
            });
        }
    }
    for word in words {
        let opened = word
            .start
            .checked_sub(1)
            .and_then(|before| bytes.get(before))
            == Some(&b'(');
        let rest = bytes.get(word.start..).filter(|_| opened);
        let Some((number, length)) = rest.and_then(value::grouped) else {
            continue;
        };
        let end = word.start + length;
        if bytes.get(end) == Some(&b')') {
            pairs.push(Pair {
                key: "",
                start: word.start,
                value: Value::Number(number, end),
                group: read.group_at(word.start),
            });
        }
    }
    pairs
}
