//! The lines of a page, each with its place.

use std::ops::Range;

/// One line without its line end (`\n` or `\r\n`).
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// The line's text.
    pub(super) text: &'a str,
    /// Where the line begins, in bytes.
    pub(super) start: usize,
    /// Where the next line begins.
    pub(super) next: usize,
}

impl Line<'_> {
    /// Whether the line holds nothing but white space.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// How far the text is indented, in characters.
    pub(super) fn indent(&self) -> usize {
        self.text.chars().take_while(|c| c.is_whitespace()).count()
    }

    /// The place of the text without the white space around it.
    pub(super) fn trimmed_span(&self, base: usize) -> Range<usize> {
        let start = self.start + (self.text.len() - self.text.trim_start().len());
        let end = start + self.text.trim().len();
        base + start..base + end
    }
}

/// Splits a text into lines.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut next = 0;
    text.split_inclusive('\n').map(move |whole| {
        let start = next;
        next += whole.len();
        let text = whole.strip_suffix('\n').unwrap_or(whole);
        Line {
            text: text.strip_suffix('\r').unwrap_or(text),
            start,
            next,
        }
    })
}
