//! `zoom-errors list`

use std::io::{self, Write};

use zoom_errors::ZoomError;

use crate::args::{Format, List};
use crate::record::{self, CodeRecord};
use crate::terminal::{Output, wrapping};
use crate::{Failure, Outcome};

pub(crate) fn run(args: &List, out: &mut Output) -> Result<Outcome, Failure> {
    let words = args.search.as_deref().unwrap_or("").to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    let errors: Vec<ZoomError> = ZoomError::all()
        .filter(|error| listed(args, *error) && holds(*error, &words))
        .collect();
    match args.format {
        Format::Json => {
            let records: Vec<CodeRecord> = errors.iter().copied().map(CodeRecord::new).collect();
            record::print(out, &records)?;
        }
        Format::Text => table(&errors, out)?,
    }
    Ok(Outcome::found(!errors.is_empty()))
}

fn listed(args: &List, error: ZoomError) -> bool {
    args.product.is_none_or(|wanted| wanted == error.product())
        && args
            .category
            .as_deref()
            .is_none_or(|wanted| wanted == error.class().id())
        && args.kind.is_none_or(|wanted| wanted == error.kind())
        && args.actor.is_none_or(|wanted| wanted == error.actor())
        // A success is neither worth repeating nor not.
        && args
            .retry
            .is_none_or(|wanted| error.kind().is_failure() && wanted == error.retry())
}

/// Whether the texts of a code hold every word.
fn holds(error: ZoomError, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut text = format!("{} {} {} ", error.code(), error.name(), error.summary());
    let lists = [
        error.aliases(),
        error.causes(),
        error.raised_by(),
        error.remediation().steps(),
    ];
    let reasons = error.reasons().iter().flat_map(|reason| {
        let told = [
            Some(reason.name()),
            reason.message(),
            Some(reason.summary()),
        ];
        let steps = reason.remediation().steps().iter().copied();
        told.into_iter().flatten().chain(steps)
    });
    for part in lists.into_iter().flatten().copied().chain(reasons) {
        text.push_str(part);
        // Words do not reach from one text into the next.
        text.push('\n');
    }
    let text = text.to_lowercase();
    words.iter().all(|word| text.contains(word))
}

/// Product, code, name and summary in columns. On a terminal the summary wraps in its place, or
/// two lines and more tell a code where the terminal is too narrow for columns.
fn table(errors: &[ZoomError], out: &mut Output) -> io::Result<()> {
    const NARROW: usize = 30;
    let widest = |length: fn(&ZoomError) -> usize| errors.iter().map(length).max().unwrap_or(0);
    let product = widest(|error| error.product().id().len());
    let code = widest(|error| error.code().to_string().len());
    let name = widest(|error| error.name().len());
    let columns = product + code + name + 6;
    let width = out.table();
    if let Some(width) = width.filter(|width| *width < columns + NARROW) {
        return stacked(errors, width, out);
    }
    let room = width.map_or(usize::MAX, |width| width - columns);
    for error in errors {
        let (aside, style) = (out.paint().aside, out.paint().name(error.kind()));
        let (id, number) = (error.product().id(), error.code());
        let gap = name + 2 - error.name().len();
        write!(out, "{aside}{id:product$}{aside:#}  {number:>code$}  ")?;
        write!(out, "{style}{}{style:#}{:gap$}", error.name(), "")?;
        for (at, line) in textwrap::wrap(error.summary(), wrapping(room))
            .iter()
            .enumerate()
        {
            let indent = if at == 0 { 0 } else { columns };
            writeln!(out, "{:indent$}{line}", "")?;
        }
    }
    Ok(())
}

/// Code and name on a line, product and summary below.
fn stacked(errors: &[ZoomError], width: usize, out: &mut Output) -> io::Result<()> {
    for error in errors {
        let style = out.paint().name(error.kind());
        writeln!(out, "{} {style}{}{style:#}", error.code(), error.name())?;
        let text = format!("{}: {}", error.product().id(), error.summary());
        let wrapping = wrapping(width)
            .initial_indent("    ")
            .subsequent_indent("    ");
        for line in textwrap::wrap(&text, wrapping) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
