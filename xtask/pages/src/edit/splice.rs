//! Stretches of a text and what is to stand there instead.

use std::ops::Range;

/// A stretch of a text, and what is to stand there instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace; empty for an insertion.
    pub range: Range<usize>,
    /// What to put there.
    pub text: String,
}

impl Edit {
    /// Puts a text in front of a byte.
    pub fn insert(at: usize, text: String) -> Self {
        Self {
            range: at..at,
            text,
        }
    }
}

/// The text with all edits made. Insertions at one place keep their order. An edit that overlaps
/// an earlier one, or that lies outside of the text, makes it none.
pub fn apply(text: &str, edits: &[Edit]) -> Option<String> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.range.start);
    let mut new = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        new.push_str(text.get(done..edit.range.start)?);
        new.push_str(&edit.text);
        done = edit.range.end;
    }
    new.push_str(text.get(done..)?);
    Some(new)
}

/// The line end that a text uses.
pub fn line_end(text: &str) -> &'static str {
    match text.split_once('\n') {
        Some((first, _)) if first.ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The place behind the line that a byte is in, and whether the line has an end at all.
pub fn behind_line(text: &str, at: usize) -> (usize, bool) {
    match text.get(at..).and_then(|rest| rest.find('\n')) {
        Some(length) => (at + length + 1, true),
        None => (text.len(), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_made_in_the_order_of_the_text() {
        let edits = [
            Edit {
                range: 4..6,
                text: "XY".to_owned(),
            },
            Edit::insert(1, "1".to_owned()),
            Edit::insert(1, "2".to_owned()),
        ];
        assert_eq!(apply("abcdefg", &edits).as_deref(), Some("a12bcdXYg"));
    }

    #[test]
    fn edits_that_overlap_or_lie_outside_are_refused() {
        let replace = |range: Range<usize>| Edit {
            range,
            text: String::new(),
        };
        assert_eq!(apply("abc", &[replace(0..2), replace(1..3)]), None);
        assert_eq!(apply("abc", &[replace(3..5)]), None);
        assert_eq!(apply("ä", &[replace(1..1)]), None);
    }
}
