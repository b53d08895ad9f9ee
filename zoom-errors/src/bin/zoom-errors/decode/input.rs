//! Lines of bounded length.

use std::io::{self, BufRead, BufReader, Read};

use super::LIMIT;

/// How much is read at once.
const BLOCK: usize = 64 << 10;

/// What stands in [`Input::bytes`].
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A line with its end, if it has one.
    Line,
    /// A part of a line that is too long to keep.
    Part,
    /// The last part of such a line.
    LastPart,
    /// Nothing new: the next call may have to wait for input.
    Drained,
    /// Nothing more.
    End,
}

pub(super) struct Input {
    reader: BufReader<Box<dyn Read>>,
    bytes: Vec<u8>,
    /// Inside a line that is too long.
    long: bool,
    /// The last answer was [`Piece::Drained`], so the line goes on.
    drained: bool,
}

impl Input {
    pub(super) fn new(source: Box<dyn Read>) -> Self {
        Self {
            reader: BufReader::with_capacity(BLOCK, source),
            bytes: Vec::new(),
            long: false,
            drained: false,
        }
    }

    /// The line, or the part of one, that [`next`](Input::next) has read.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Reads up to the next end of a line, or as much of it as is kept.
    pub(super) fn next(&mut self) -> io::Result<Piece> {
        if !self.drained {
            self.bytes.clear();
        }
        loop {
            if self.reader.buffer().is_empty() && !self.drained {
                self.drained = true;
                return Ok(Piece::Drained);
            }
            self.drained = false;
            let buffer = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                buffer => buffer?,
            };
            let room = LIMIT.saturating_sub(self.bytes.len());
            let at_end = buffer.is_empty();
            let mut kept = buffer.get(..room).unwrap_or(buffer);
            let taken = kept.read_until(b'\n', &mut self.bytes)?;
            self.reader.consume(taken);
            if self.bytes.ends_with(b"\n") || at_end {
                return Ok(self.ended(at_end));
            }
            if self.bytes.len() >= LIMIT {
                self.long = true;
                return Ok(Piece::Part);
            }
        }
    }

    fn ended(&mut self, at_end: bool) -> Piece {
        if std::mem::take(&mut self.long) {
            Piece::LastPart
        } else if at_end && self.bytes.is_empty() {
            Piece::End
        } else {
            Piece::Line
        }
    }
}
