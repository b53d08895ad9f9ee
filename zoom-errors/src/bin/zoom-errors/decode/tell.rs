//! What a chunk of a log tells.

use std::io::Write;

use zoom_errors::recognise::{Candidate, Finding, hint, recognise, record_around};

use super::cut::{Chunk, LIMIT, newlines};
use super::report::{self, Style};
use crate::Failure;
use crate::args::Format;
use crate::call::Call;

/// What was told.
#[derive(Clone, Copy, Default)]
pub(super) struct Told {
    /// Whether any failure was.
    pub(super) any: bool,
    /// Whether any of them is listed.
    pub(super) listed: bool,
    /// Lines within chunks that were too long.
    pub(super) too_long: u64,
}

impl Told {
    pub(super) fn add(&mut self, other: Self) {
        self.any |= other.any;
        self.listed |= other.listed;
        self.too_long += other.too_long;
    }
}

/// Prints a chunk's failures, and its lines where that is asked for.
pub(super) fn tell(chunk: &Chunk, style: Style<'_>, out: &mut impl Write) -> Result<Told, Failure> {
    let mut teller = Teller {
        out,
        style,
        line: chunk.line,
        line_ended: true,
        told: Told::default(),
    };
    teller.all(&chunk.text, chunk.too_long)?;
    Ok(teller.told)
}

struct Teller<'a, W> {
    out: &'a mut W,
    style: Style<'a>,
    /// The number of the line that comes next.
    line: u64,
    /// Whether what was printed last ends its line.
    line_ended: bool,
    told: Told,
}

impl<W: Write> Teller<'_, W> {
    fn all(&mut self, text: &[u8], too_long: bool) -> Result<(), Failure> {
        let mut done = 0;
        while let Some(place) = hint(text, done).filter(|_| !too_long) {
            let span = record_around(text, done, place);
            self.pass(text.get(done..span.start).unwrap_or_default())?;
            done = span.end;
            self.record(text.get(span).unwrap_or_default())?;
        }
        self.pass(text.get(done..).unwrap_or_default())
    }

    fn record(&mut self, record: &[u8]) -> Result<(), Failure> {
        let first = self.line;
        self.pass(record)?;
        if record.len() > LIMIT {
            self.told.too_long += 1;
            return Ok(());
        }
        let text = String::from_utf8_lossy(record);
        for mut finding in recognise(&text) {
            if let Some(call) = self.style.call {
                narrow(&mut finding, call);
            }
            let before = text.as_bytes().get(..finding.span.start);
            self.failure(&finding, first + newlines(before.unwrap_or_default()))?;
        }
        Ok(())
    }

    /// Counts what was read, and prints it where that is asked for.
    fn pass(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.line += newlines(bytes);
        if self.style.annotate && !bytes.is_empty() {
            self.out.write_all(bytes)?;
            self.line_ended = bytes.ends_with(b"\n");
        }
        Ok(())
    }

    fn failure(&mut self, finding: &Finding, line: u64) -> Result<(), Failure> {
        self.told.any = true;
        self.told.listed |= finding.is_listed();
        if !self.line_ended {
            writeln!(self.out)?;
            self.line_ended = true;
        }
        match self.style.format {
            Format::Json => report::json(finding, line, self.out),
            Format::Text => report::text(finding, line, self.style, self.out),
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
