//! Pairs of key and value, in whatever notation, and the brackets that they stand in.

use alloc::vec::Vec;
use core::ops::Range;

use super::value::{self, Value};

/// The longest name of a field.
const LONGEST: usize = 40;
/// More brackets than that are no payload.
const DEEPEST: usize = 200;

/// A key and its value.
#[derive(Clone, Debug)]
pub(super) struct Pair<'a> {
    /// As it is written.
    pub(super) key: &'a str,
    pub(super) start: usize,
    pub(super) value: Value<'a>,
    /// The bracket that it stands in.
    pub(super) group: usize,
}

/// What stands between a bracket and the one that closes it; the first is the whole text.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) span: Range<usize>,
    pub(super) parent: usize,
}

#[derive(Default)]
pub(super) struct Pairs<'a> {
    pub(super) pairs: Vec<Pair<'a>>,
    pub(super) groups: Vec<Group>,
}

impl Pairs<'_> {
    /// The innermost bracket around a place.
    pub(super) fn group_at(&self, place: usize) -> usize {
        let mut inner = 0;
        for (at, group) in self.groups.iter().enumerate() {
            if group.span.start > place {
                break;
            }
            if group.span.contains(&place) {
                inner = at;
            }
        }
        inner
    }
}

/// Reads all pairs of a text. Brackets count wherever they stand: a payload may be inside a string,
/// and those in messages mostly come in pairs.
pub(super) fn pairs(text: &str) -> Pairs<'_> {
    let bytes = text.as_bytes();
    let mut read = Pairs::default();
    read.groups.push(Group {
        span: 0..text.len(),
        parent: 0,
    });
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let group = open.last().copied().unwrap_or(0);
        let mut next = at + 1;
        match byte {
            b'{' | b'[' | b'(' if open.len() < DEEPEST => {
                open.push(read.groups.len());
                read.groups.push(Group {
                    span: at..text.len(),
                    parent: group,
                });
            }
            b'}' | b']' | b')' => {
                if let Some(group) = open.pop().and_then(|group| read.groups.get_mut(group)) {
                    group.span.end = at + 1;
                }
            }
            b':' | b'=' => {
                next = value::behind_separator(bytes, at);
                if let Some((start, key)) = key(text, at) {
                    let value = value::read(text, next);
                    read.pairs.push(Pair {
                        key,
                        start,
                        value,
                        group,
                    });
                }
            }
            b'-' | b'%' => {
                // `->` of PHP, and `%3D` or `%3A` of an address.
                let behind = match bytes.get(at + 1..at + 3) {
                    _ if byte == b'-' && bytes.get(at + 1) == Some(&b'>') => Some(at + 2),
                    Some(b"3D" | b"3d" | b"3A" | b"3a") if byte == b'%' => Some(at + 3),
                    _ => None,
                };
                if let (Some(behind), Some((start, key))) = (behind, key(text, at)) {
                    read.pairs.push(Pair {
                        key,
                        start,
                        value: value::read(text, behind),
                        group,
                    });
                    next = behind;
                }
            }
            _ => {}
        }
        at = next;
    }
    read
}

/// The name before a separator, without its quotes.
fn key(text: &str, separator: usize) -> Option<(usize, &str)> {
    let bytes = text.as_bytes();
    let mut end = separator;
    while end > 0 && separator - end < 12 {
        let skipped = match bytes.get(end - 1)? {
            b' ' | b'"' | b'\'' | b'`' | b'\\' | b'*' => 1,
            // `[code] => 124`, as PHP prints arrays.
            b']' if bytes.get(separator..separator + 2) == Some(b"=>".as_slice()) => 1,
            // A typographic quote has three bytes.
            0x80..=0xbf if bytes.get(..end)?.ends_with("”".as_bytes()) => 3,
            0x80..=0xbf if bytes.get(..end)?.ends_with("’".as_bytes()) => 3,
            0x80..=0xbf if bytes.get(..end)?.ends_with("“".as_bytes()) => 3,
            b'2' if bytes.get(..end)?.ends_with(b"%22") => 3,
            _ => break,
        };
        end -= skipped;
    }
    let mut start = end;
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$');
    while start > 0 && end - start <= LONGEST && bytes.get(start - 1).is_some_and(is_part) {
        start -= 1;
    }
    // `5007reason: …`, as a copy from a console glues fields.
    while bytes
        .get(start)
        .is_some_and(|byte| byte.is_ascii_digit() || *byte == b'-')
        && start < end
    {
        start += 1;
    }
    (start < end && end - start <= LONGEST).then(|| text.get(start..end).map(|key| (start, key)))?
}
