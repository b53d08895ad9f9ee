//! `zoom-errors decode`
//!
//! Reads line by line and keeps at most two texts of [`LIMIT`] bytes: the line, and a payload that
//! is spread over several lines. So memory stays the same however long the input is.

mod input;
mod layout;
mod objects;
mod recognise;
mod report;

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use self::input::{Input, Piece};
use self::layout::{Brackets, State, continues, opens};
use self::recognise::recognise;
use crate::args::{Decode, Format};
use crate::terminal::Output;
use crate::{Failure, Outcome};

/// The longest line, and the longest payload over several lines, that is decoded: 1 MiB. Anything
/// longer is passed over without being kept; with `--annotate` it is still printed.
const LIMIT: usize = 1 << 20;

pub(crate) fn run(args: &Decode, out: &mut Output) -> Result<Outcome, Failure> {
    let (source, name) = open(args.file.as_deref())?;
    let mut decoder = Decoder {
        out,
        format: args.format,
        annotate: args.annotate,
        found: false,
        line: 1,
        line_ended: true,
        open: None,
        too_long: 0,
    };
    let result = decoder.all(&mut Input::new(source), &name);
    if decoder.too_long > 0 {
        let lines = decoder.too_long;
        // Only a note: standard error may be closed.
        let _ = writeln!(
            io::stderr(),
            "note: lines longer than 1 MiB, not decoded: {lines}"
        );
    }
    result.map(|()| Outcome::found(decoder.found))
}

fn open(file: Option<&Path>) -> Result<(Box<dyn Read>, String), Failure> {
    match file {
        Some(path) if path != Path::new("-") => {
            let name = path.display().to_string();
            let file =
                File::open(path).map_err(|error| Failure::Broken(format!("{name}: {error}")))?;
            Ok((Box::new(file), name))
        }
        _ => Ok((Box::new(io::stdin().lock()), "standard input".to_owned())),
    }
}

/// A payload that has begun and is not at its end yet.
struct Open {
    line: u64,
    text: Vec<u8>,
    brackets: Brackets,
}

struct Decoder<'a> {
    out: &'a mut Output,
    format: Format,
    annotate: bool,
    /// Whether any failure was one that is listed.
    found: bool,
    /// The number of the line that is being read.
    line: u64,
    /// Whether what was printed last ends its line.
    line_ended: bool,
    open: Option<Open>,
    too_long: u64,
}

impl Decoder<'_> {
    fn all(&mut self, input: &mut Input, name: &str) -> Result<(), Failure> {
        loop {
            let piece = input
                .next()
                .map_err(|error| Failure::Broken(format!("{name}: {error}")))?;
            match piece {
                // A log may be growing: what is known is shown before waiting for more.
                Piece::Drained => self.out.flush()?,
                Piece::Part => self.pass(input.bytes())?,
                Piece::LastPart => {
                    self.pass(input.bytes())?;
                    self.too_long += 1;
                    self.give_up()?;
                    self.line += 1;
                }
                Piece::Line => {
                    self.pass(input.bytes())?;
                    self.line(input.bytes())?;
                    self.line += 1;
                }
                Piece::End => return self.give_up(),
            }
        }
    }

    /// Prints what was read, where that is asked for.
    fn pass(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        if self.annotate {
            self.out.write_all(bytes)?;
            self.line_ended = bytes.ends_with(b"\n");
        }
        Ok(())
    }

    fn line(&mut self, line: &[u8]) -> Result<(), Failure> {
        if let Some(mut open) = self.open.take_if(|open| fits(open, line)) {
            open.text.extend_from_slice(line);
            return match open.brackets.feed(line) {
                State::Open => {
                    self.open = Some(open);
                    Ok(())
                }
                State::Closed if self.explain(&open.text, open.line)? => Ok(()),
                State::Closed | State::Broken => self.one_by_one(&open),
            };
        }
        self.give_up()?;
        // Windows programs begin a file with this mark.
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        if !self.explain(line, self.line)? {
            self.open = opens(line).map(|brackets| Open {
                line: self.line,
                text: line.to_vec(),
                brackets,
            });
        }
        Ok(())
    }

    /// Leaves a payload that has no end.
    fn give_up(&mut self) -> Result<(), Failure> {
        match self.open.take() {
            Some(open) => self.one_by_one(&open),
            None => Ok(()),
        }
    }

    /// Several lines that make no payload may be payloads of their own, except for the first.
    fn one_by_one(&mut self, open: &Open) -> Result<(), Failure> {
        let lines = open.text.split(|byte| *byte == b'\n');
        for (line, number) in lines.zip(open.line..).skip(1) {
            self.explain(line, number)?;
        }
        Ok(())
    }

    /// Explains a payload; says whether there is one.
    fn explain(&mut self, text: &[u8], line: u64) -> Result<bool, Failure> {
        let Some(recognised) = recognise(text) else {
            return Ok(false);
        };
        self.found |= recognised.is_listed();
        if !self.line_ended {
            writeln!(self.out)?;
            self.line_ended = true;
        }
        match self.format {
            Format::Json => report::json(&recognised, line, self.out)?,
            Format::Text => report::text(&recognised, line, self.annotate, self.out)?,
        }
        Ok(true)
    }
}

/// Whether a line belongs to a payload that has begun, and both together may be kept.
fn fits(open: &Open, line: &[u8]) -> bool {
    continues(line) && open.text.len() + line.len() <= LIMIT
}
