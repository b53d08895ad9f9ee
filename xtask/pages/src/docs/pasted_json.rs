//! Examples in plain text: response bodies and headers, without the fence that they had.

use std::ops::Range;

use super::blocks::Passage;
use super::lines::Line;

/// An example while its lines go by.
#[derive(Default)]
pub(super) struct OpenExample {
    passage: Passage,
    /// How many brackets are open.
    depth: usize,
    lines: usize,
}

impl OpenExample {
    /// Longer examples are none.
    const MOST_LINES: usize = 400;

    /// Whether a line begins a body.
    pub(super) fn begins(text: &str) -> bool {
        text == "{" || text.starts_with("{\"") || text.starts_with("{ \"")
    }

    /// Whether a line is a response header such as `X-RateLimit-Type: QPS`.
    pub(super) fn is_header(text: &str) -> bool {
        text.split_once(": ").is_some_and(|(name, value)| {
            name.contains('-')
                && name.starts_with(|c: char| c.is_ascii_uppercase())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
                && !value.is_empty()
        })
    }

    pub(super) fn new(start: usize) -> Self {
        Self {
            passage: Passage {
                text: String::new(),
                span: start..start,
            },
            ..Self::default()
        }
    }

    /// Adds a line; true if that completes the example.
    pub(super) fn takes(&mut self, line: &Line<'_>, span: &Range<usize>) -> bool {
        self.passage.text.push_str(line.text);
        self.passage.text.push('\n');
        self.passage.span.end = self.passage.span.end.max(span.end);
        self.lines += 1;
        let mut in_text = false;
        let mut escaped = false;
        for c in line.text.chars() {
            match c {
                _ if escaped => escaped = false,
                '\\' if in_text => escaped = true,
                '"' => in_text = !in_text,
                '{' | '[' if !in_text => self.depth += 1,
                '}' | ']' if !in_text => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        self.depth == 0 || self.lines >= Self::MOST_LINES
    }

    pub(super) fn finish(self) -> Passage {
        self.passage
    }
}
