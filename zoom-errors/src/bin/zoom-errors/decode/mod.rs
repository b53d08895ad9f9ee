//! `zoom-errors decode`
//!
//! Reads block by block and keeps no more than a record that may go on, or [`LIMIT`] bytes of a line.
//! So memory stays the same however long the input is.

mod input;
mod report;

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use zoom_errors::recognise::{Candidate, Finding, hint, is_open, recognise, record_around};

use self::input::Input;
use crate::args::{Decode, Format};
use crate::call::Call;
use crate::terminal::Output;
use crate::{Failure, Outcome};

/// The longest line that is decoded: 1 MiB. Anything longer is passed over without being kept; with
/// `--annotate` it is still printed.
const LIMIT: usize = 1 << 20;

pub(crate) fn run(args: &Decode, out: &mut Output) -> Result<Outcome, Failure> {
    let (source, name) = open(args.file.as_deref())?;
    let mut decoder = Decoder {
        out,
        format: args.format,
        annotate: args.annotate,
        call: args.call.as_ref(),
        any: false,
        found: false,
        line: 1,
        line_ended: true,
        too_long: 0,
    };
    let result = decoder.all(&mut Input::new(source), &name);
    if result.is_ok() {
        decoder.notes();
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

struct Decoder<'a> {
    out: &'a mut Output,
    format: Format,
    annotate: bool,
    /// What all of it answers.
    call: Option<&'a Call>,
    /// Whether any failure was told.
    any: bool,
    /// Whether any of them is listed.
    found: bool,
    /// The number of the line that comes next.
    line: u64,
    /// Whether what was printed last ends its line.
    line_ended: bool,
    too_long: u64,
}

impl Decoder<'_> {
    fn all(&mut self, input: &mut Input, name: &str) -> Result<(), Failure> {
        let mut text = Vec::new();
        let mut long = false;
        loop {
            let before = text.len();
            let count = input
                .read(&mut text)
                .map_err(|error| Failure::Broken(format!("{name}: {error}")))?;
            let at_end = count == 0;
            let lines = match memchr::memrchr(b'\n', text.get(before..).unwrap_or_default()) {
                _ if at_end => text.len(),
                Some(last) => before + last + 1,
                None => 0,
            };
            if !long && lines == 0 && text.len() > LIMIT {
                // What was kept from before the long line is whole.
                let kept = memchr::memrchr(b'\n', &text).map_or(0, |last| last + 1);
                let done = self.block(text.get(..kept).unwrap_or_default(), true)?;
                text.drain(..done);
            }
            if long || lines == 0 && text.len() > LIMIT {
                long = self.skip(&mut text, at_end)?;
                if long || text.is_empty() {
                    if at_end {
                        return Ok(());
                    }
                    continue;
                }
            }
            let lines = memchr::memrchr(b'\n', &text)
                .map_or(0, |last| last + 1)
                .max(if at_end { text.len() } else { 0 });
            let done = self.block(text.get(..lines).unwrap_or_default(), at_end)?;
            text.drain(..done);
            if at_end {
                return Ok(());
            }
            // A log may be growing: what is known is shown before waiting for more.
            self.out.flush()?;
        }
    }

    /// Passes over a line that is too long; says whether it goes on.
    fn skip(&mut self, text: &mut Vec<u8>, at_end: bool) -> Result<bool, Failure> {
        let end = memchr::memchr(b'\n', text).map(|last| last + 1);
        let passed = end.unwrap_or(text.len());
        self.pass(text.get(..passed).unwrap_or_default())?;
        text.drain(..passed);
        if end.is_some() || at_end {
            self.too_long += 1;
        }
        Ok(end.is_none() && !at_end)
    }

    /// Explains what whole lines tell; gives how many bytes need not be seen again.
    fn block(&mut self, text: &[u8], at_end: bool) -> Result<usize, Failure> {
        let mut done = 0;
        while let Some(place) = hint(text, done) {
            let span = record_around(text, done, place);
            let record = text.get(span.clone()).unwrap_or_default();
            let long = record.len() > LIMIT;
            if span.end == text.len() && !at_end && is_open(record) && !long {
                return self.keep(text, done, span.start);
            }
            self.pass(text.get(done..span.start).unwrap_or_default())?;
            done = span.end;
            if long {
                self.too_long += 1;
                self.pass(record)?;
                continue;
            }
            let record_text = String::from_utf8_lossy(record);
            let mut findings = recognise(&record_text);
            if let Some(call) = self.call {
                findings
                    .iter_mut()
                    .for_each(|finding| narrow(finding, call));
            }
            let first = self.line;
            self.pass(record)?;
            for finding in &findings {
                let before = record_text
                    .as_bytes()
                    .get(..finding.span.start)
                    .unwrap_or_default();
                self.explain(finding, first + newlines(before))?;
            }
        }
        let last = match text.len().checked_sub(1) {
            Some(last) if !at_end => record_around(text, done, last).start,
            _ => text.len(),
        };
        let open = text.get(last..).is_some_and(is_open);
        self.keep(text, done, if open { last } else { text.len() })
    }

    fn keep(&mut self, text: &[u8], done: usize, until: usize) -> Result<usize, Failure> {
        self.pass(text.get(done..until).unwrap_or_default())?;
        Ok(until)
    }

    /// Counts what was read, and prints it where that is asked for.
    fn pass(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.line += newlines(bytes);
        if self.annotate && !bytes.is_empty() {
            self.out.write_all(bytes)?;
            self.line_ended = bytes.ends_with(b"\n");
        }
        Ok(())
    }

    fn explain(&mut self, finding: &Finding, line: u64) -> Result<(), Failure> {
        self.any = true;
        self.found |= finding.is_listed();
        if !self.line_ended {
            writeln!(self.out)?;
            self.line_ended = true;
        }
        match self.format {
            Format::Json => report::json(finding, line, self.out),
            Format::Text => report::text(finding, line, self.annotate, self.out),
        }
    }

    /// What somebody has to know who sees nothing, or not all. Only notes: standard error may be
    /// closed.
    fn notes(&self) {
        let lines = self.line - u64::from(self.line > 1 && self.line_ended);
        if self.too_long > 0 {
            let _ = writeln!(
                io::stderr(),
                "note: lines longer than 1 MiB, not decoded: {}",
                self.too_long
            );
        }
        if !self.any {
            let _ = writeln!(
                io::stderr(),
                "note: no failure of Zoom in {lines} line{}. Looked for codes beside names such as \
                 `errorCode` and `code`, for constants of the SDKs and for documented messages; a number \
                 counts only with something of Zoom's beside it. `zoom-errors explain` takes any number.",
                if lines == 1 { "" } else { "s" },
            );
        }
    }
}

/// Leaves what a call can have answered: what it documents, or else what its product or every
/// product means; all that it was, where none of it is.
fn narrow(finding: &mut Finding, call: &Call) {
    let documents = |candidate: &Candidate| candidate.error.is_some_and(|e| call.documents(e));
    let may_be = |candidate: &Candidate| candidate.error.is_some_and(|e| call.may_answer(e));
    if finding.candidates.iter().any(documents) {
        finding.candidates.retain(documents);
    } else if finding.candidates.iter().any(may_be) {
        finding.candidates.retain(may_be);
    }
}

fn newlines(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}
