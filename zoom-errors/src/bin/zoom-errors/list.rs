//! `zoom-errors list`

use std::io::{self, Write};

use zoom_errors::ZoomError;

use crate::args::{Format, List};
use crate::filter::{found, number};
use crate::label::label;
use crate::record::{self, EntryRecord};
use crate::terminal::{Output, wrapping};
use crate::{Failure, Outcome, nothing};

pub(crate) fn run(args: &List, out: &mut Output) -> Result<Outcome, Failure> {
    let entries = found(args);
    if entries.is_empty() {
        // Nobody is left to tell if standard error is gone.
        let _ = write!(io::stderr(), "note: {}", nothing::note(args));
    }
    match args.format {
        Format::Json => {
            let records: Vec<EntryRecord> = entries.iter().copied().map(EntryRecord::new).collect();
            record::print(out, &records)?;
        }
        Format::Text => table(&entries, out)?,
    }
    Ok(Outcome::found(!entries.is_empty()))
}

/// Product, code, name and summary in columns. On a terminal the summary wraps in its place, or
/// two lines and more tell a code where the terminal is too narrow for columns.
pub(crate) fn table(entries: &[ZoomError], out: &mut Output) -> io::Result<()> {
    const NARROW: usize = 30;
    let widest = |length: fn(&ZoomError) -> usize| entries.iter().map(length).max().unwrap_or(0);
    let product = widest(|entry| entry.product().id().len());
    let code = widest(|entry| number(*entry).len());
    let name = widest(|entry| label(*entry).len());
    let columns = product + code + name + 6;
    let width = out.table();
    if let Some(width) = width.filter(|width| *width < columns + NARROW) {
        return stacked(entries, width, out);
    }
    let room = width.map_or(usize::MAX, |width| width - columns);
    for entry in entries {
        let (aside, style) = (out.paint().aside, out.paint().name(entry.kind()));
        let (id, number) = (entry.product().id(), number(*entry));
        let gap = name + 2 - label(*entry).len();
        write!(out, "{aside}{id:product$}{aside:#}  {number:>code$}  ")?;
        write!(out, "{style}{}{style:#}{:gap$}", label(*entry), "")?;
        for (at, line) in textwrap::wrap(entry.summary(), wrapping(room))
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
fn stacked(entries: &[ZoomError], width: usize, out: &mut Output) -> io::Result<()> {
    for entry in entries {
        let style = out.paint().name(entry.kind());
        let number = number(*entry);
        writeln!(out, "{number} {style}{}{style:#}", label(*entry))?;
        let text = format!("{}: {}", entry.product().id(), entry.summary());
        let wrapping = wrapping(width)
            .initial_indent("    ")
            .subsequent_indent("    ");
        for line in textwrap::wrap(&text, wrapping) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
