//! Cuts a log into chunks that can be explained each by itself.

use std::io;

use zoom_errors::recognise::{is_open, record_around};

use super::input::Input;

/// The longest line that is decoded: 1 MiB. Anything longer is passed over without being kept; with
/// `--annotate` it is still printed.
pub(super) const LIMIT: usize = 1 << 20;

/// Whole records, or a part of a line that is too long.
pub(super) struct Chunk {
    pub(super) text: Vec<u8>,
    /// The number of its first line.
    pub(super) line: u64,
    pub(super) too_long: bool,
}

/// The chunks of an input. No more of it is kept than a record that may go on, or [`LIMIT`] bytes of
/// a line, so memory stays the same however long the input is.
pub(super) struct Chunks {
    input: Input,
    /// Whether somebody may wait for what is known.
    growing: bool,
    text: Vec<u8>,
    in_long_line: bool,
    count: Count,
}

/// What was read so far.
#[derive(Clone, Copy, Default)]
pub(super) struct Count {
    ended_lines: u64,
    /// Whether a line follows that has no end.
    unended: bool,
    /// Lines that were too long.
    pub(super) too_long: u64,
}

impl Count {
    pub(super) fn lines(self) -> u64 {
        self.ended_lines + u64::from(self.unended)
    }
}

impl Chunks {
    pub(super) fn new(input: Input, growing: bool) -> Self {
        Self {
            input,
            growing,
            text: Vec::new(),
            in_long_line: false,
            count: Count::default(),
        }
    }

    pub(super) fn count(&self) -> Count {
        self.count
    }

    /// Reads on, up to where it can be cut.
    pub(super) fn next(&mut self) -> io::Result<Option<Chunk>> {
        loop {
            let at_end = self.input.read(&mut self.text)? == 0;
            if at_end && self.text.is_empty() {
                self.count.too_long += u64::from(std::mem::take(&mut self.in_long_line));
                return Ok(None);
            }
            let until = match memchr::memchr(b'\n', &self.text) {
                Some(end) if self.in_long_line => end + 1,
                _ if self.in_long_line || at_end => self.text.len(),
                _ => self.place(),
            };
            if until > 0 {
                return Ok(Some(self.chunk(until)));
            }
        }
    }

    /// Where whole records end, or nothing if none does.
    fn place(&mut self) -> usize {
        let Some(last) = memchr::memrchr(b'\n', &self.text) else {
            self.in_long_line = self.text.len() > LIMIT;
            return if self.in_long_line {
                self.text.len()
            } else {
                0
            };
        };
        let lines = self.text.get(..=last).unwrap_or_default();
        // Blank lines may be inside of a record.
        let end = lines.trim_ascii_end().len();
        let start = record_around(lines, 0, end.saturating_sub(1)).start;
        // The last record may go on, also if nothing in it is open.
        let goes_on = !self.growing || lines.get(start..).is_some_and(is_open);
        match goes_on && end > 0 && self.text.len() - start <= LIMIT {
            true => start,
            false => lines.len(),
        }
    }

    fn chunk(&mut self, until: usize) -> Chunk {
        let rest = self.text.split_off(until);
        let text = std::mem::replace(&mut self.text, rest);
        let chunk = Chunk {
            line: self.count.ended_lines + 1,
            too_long: self.in_long_line,
            text,
        };
        self.count.ended_lines += newlines(&chunk.text);
        self.count.unended = !chunk.text.ends_with(b"\n");
        if self.in_long_line && !self.count.unended {
            self.in_long_line = false;
            self.count.too_long += 1;
        }
        chunk
    }
}

pub(super) fn newlines(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}
