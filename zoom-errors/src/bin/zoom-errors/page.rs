//! One code or word as a page of text.

mod answers;
mod operation;

use std::io::{self, Write};

use anstyle::Style;
use textwrap::Options;
use zoom_errors::{Class, Kind, Operation, Product, Remediation, Retry, ZoomError};

use self::answers::Answers;
pub(crate) use self::operation::facts;
use crate::label;
use crate::terminal::{Output, Paint, wrapping};
use crate::words;

/// The labels of facts are padded to this, so that the facts stand in a column.
const LABEL: usize = 15;
/// A column of facts that is narrower than this is hard to read.
const COLUMN: usize = 20;

/// Writes pages of text at one width.
pub(crate) struct Page<'a> {
    out: &'a mut Output,
    width: usize,
    paint: Paint,
}

impl<'a> Page<'a> {
    pub(crate) fn new(out: &'a mut Output) -> Self {
        Self {
            width: out.prose(),
            paint: out.paint(),
            out,
        }
    }

    /// Everything about one code or word; of what servers answer only that of the call, if there is
    /// one that documents any.
    pub(crate) fn entry(
        &mut self,
        entry: ZoomError,
        same: &[ZoomError],
        calls: &[&'static Operation],
    ) -> io::Result<()> {
        self.painted(&label::title(entry), "", self.paint.name(entry.kind()))?;
        let place = format!("{}, {}", entry.product().title(), label::section(entry));
        self.prose(&place, "")?;
        writeln!(self.out)?;
        self.prose(entry.summary(), "  ")?;
        writeln!(self.out)?;
        self.facts(entry, same)?;
        self.list("Causes", entry.causes())?;
        self.steps(
            entry.kind(),
            entry.advice().map(words::advice),
            entry.remediation(),
        )?;
        let answers = Answers::new(entry, calls);
        self.answers(&answers)?;
        self.reasons(entry, &answers)?;
        if let Some(erratum) = entry.erratum() {
            self.heading("What is contested")?;
            self.prose(erratum, "    ")?;
        }
        self.source(entry)
    }

    fn facts(&mut self, entry: ZoomError, same: &[ZoomError]) -> io::Result<()> {
        self.verdict(entry.kind(), words::actor(entry.actor()), entry.retry())?;
        self.fact("Raised by", &entry.raised_by().join(", "))?;
        self.fact("Also called", &entry.aliases().join(", "))?;
        if let Some(same) = label::same_as(entry) {
            self.fact("Same failure as", &place(same))?;
        }
        let same: Vec<String> = same.iter().map(|other| label::address(*other)).collect();
        self.fact("Also in", &same.join(", "))?;
        let related: Vec<String> = entry.related().iter().map(|other| place(*other)).collect();
        self.fact("Elsewhere", &related.join(", "))?;
        let date = |date: Option<zoom_errors::Date>| date.map_or(String::new(), |d| d.to_string());
        self.fact("In force from", &date(entry.effective()))?;
        self.fact("Withdrawn", &date(entry.retired()))
    }

    /// Kind, who must act and whether repeating helps.
    fn verdict(&mut self, kind: Kind, actor: &str, retry: Retry) -> io::Result<()> {
        self.fact("Kind", &kind.id().replace('_', " "))?;
        if kind.is_failure() {
            self.fact("Who must act", actor)?;
            self.fact("Retry", words::retry(retry))?;
        }
        Ok(())
    }

    fn steps(&mut self, kind: Kind, whose: Option<&str>, steps: Remediation) -> io::Result<()> {
        if !kind.is_failure() {
            writeln!(self.out)?;
            return self.prose("Nothing failed.", "  ");
        }
        self.heading("What to do")?;
        for (at, step) in steps.into_iter().enumerate() {
            self.item(step, &format!("{:>5}. ", at + 1))?;
        }
        match whose {
            Some(whose) => self.painted(&format!("({whose})"), "    ", self.paint.aside),
            None => Ok(()),
        }
    }

    fn source(&mut self, entry: ZoomError) -> io::Result<()> {
        let source = entry.source_page();
        let mut text = source.to_string();
        if let Some(kind) = words::source(source.kind()) {
            text.push_str(&format!(", {kind}"));
        }
        if let Some(date) = source.retrieved() {
            text.push_str(&format!(", as of {date}"));
        }
        writeln!(self.out)?;
        self.fact("Source", &text)
    }

    /// What a documented range says of all its codes.
    pub(crate) fn class(&mut self, product: Product, class: &Class) -> io::Result<()> {
        let codes = class
            .codes()
            .map_or(String::new(), |codes| format!(" ({codes})"));
        let range = format!("{}: {}{codes}", product.title(), class.title());
        self.prose(&range, "  ")?;
        if let Some(summary) = class.summary() {
            self.prose(summary, "  ")?;
        }
        let Some(guidance) = class.guidance() else {
            return Ok(());
        };
        writeln!(self.out)?;
        let (kind, actor) = (guidance.kind(), words::actor(guidance.actor()));
        self.verdict(kind, actor, guidance.retry())?;
        self.steps(kind, None, guidance.remediation())
    }

    /// Codes and words in a line each.
    pub(crate) fn briefs(
        &mut self,
        entries: impl IntoIterator<Item = (ZoomError, Vec<ZoomError>)>,
    ) -> io::Result<()> {
        for (entry, same) in entries {
            let products = std::iter::once(&entry)
                .chain(&same)
                .map(|error| error.product().id());
            let products = products.collect::<Vec<_>>().join(", ");
            let text = format!("{} in {products}: {}", label::title(entry), entry.summary());
            self.item(&text, "  - ")?;
        }
        Ok(())
    }

    /// An empty line.
    pub(crate) fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// The heading of a part of the answer.
    pub(crate) fn title(&mut self, title: &str) -> io::Result<()> {
        writeln!(self.out)?;
        self.painted(title, "", self.paint.label)
    }

    /// A paragraph, each of its lines behind an indent.
    pub(crate) fn prose(&mut self, text: &str, indent: &str) -> io::Result<()> {
        self.wrapped(text, indent, indent)
    }

    /// The same in one style, which leaves the indents out.
    fn painted(&mut self, text: &str, indent: &str, style: Style) -> io::Result<()> {
        for line in textwrap::wrap(text, wrapping(self.width.saturating_sub(indent.len()))) {
            writeln!(self.out, "{indent}{style}{line}{style:#}")?;
        }
        Ok(())
    }

    fn heading(&mut self, title: &str) -> io::Result<()> {
        writeln!(self.out)?;
        self.painted(title, "  ", self.paint.label)
    }

    fn list(&mut self, title: &str, items: &[&str]) -> io::Result<()> {
        if items.is_empty() {
            return Ok(());
        }
        self.heading(title)?;
        items.iter().try_for_each(|item| self.item(item, "    - "))
    }

    fn item(&mut self, text: &str, bullet: &str) -> io::Result<()> {
        self.wrapped(text, bullet, &" ".repeat(bullet.len()))
    }

    /// A label and what it says; nothing at all if it says nothing.
    fn fact(&mut self, label: &str, text: &str) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        let style = self.paint.label;
        let indent = " ".repeat(LABEL + 4);
        let longest = text.split(' ').map(str::len).max().unwrap_or(0);
        let room = self.width.saturating_sub(indent.len());
        if longest > room || room < COLUMN && text.len() > room {
            // What would stand out on the right, or a word a line, has more room below its label.
            writeln!(self.out, "  {style}{label}{style:#}")?;
            return self.prose(text, "    ");
        }
        let lines = textwrap::wrap(text, self.options(&indent, &indent));
        for (at, line) in lines.iter().enumerate() {
            match line.strip_prefix(&indent) {
                Some(text) if at == 0 => {
                    writeln!(self.out, "  {style}{label:LABEL$}{style:#}  {text}")?;
                }
                _ => writeln!(self.out, "{line}")?,
            }
        }
        Ok(())
    }

    /// A paragraph whose first line has an indent of its own.
    pub(crate) fn wrapped(&mut self, text: &str, first: &str, rest: &str) -> io::Result<()> {
        for line in textwrap::wrap(text, self.options(first, rest)) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    fn options<'i>(&self, first: &'i str, rest: &'i str) -> Options<'i> {
        wrapping(self.width)
            .initial_indent(first)
            .subsequent_indent(rest)
    }
}

/// A code and where it belongs.
fn place(error: ZoomError) -> String {
    format!("{} in {}", label::title(error), error.product().title())
}
