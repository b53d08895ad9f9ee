//! `zoom-errors list`

use std::io::{self, Write};

use zoom_errors::{Class, Entry, ZoomError};

use crate::args::{Format, List};
use crate::label::{self, label};
use crate::record::{self, EntryRecord};
use crate::terminal::{Output, wrapping};
use crate::{Failure, Outcome};

pub(crate) fn run(args: &List, out: &mut Output) -> Result<Outcome, Failure> {
    let words = args.search.as_deref().unwrap_or("").to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    let entries: Vec<ZoomError> = ZoomError::all()
        .filter(|entry| listed(args, *entry) && holds(*entry, &words))
        .collect();
    match args.format {
        Format::Json => {
            let records: Vec<EntryRecord> = entries.iter().copied().map(EntryRecord::new).collect();
            record::print(out, &records)?;
        }
        Format::Text => table(&entries, out)?,
    }
    Ok(Outcome::found(!entries.is_empty()))
}

/// The finer causes under a code may differ from it: the daily limit is spent until its reset,
/// though 429 in general is worth repeating. Either is what somebody may look for.
pub(crate) fn listed(args: &List, entry: ZoomError) -> bool {
    let mut told = std::iter::once(entry.entry()).chain(entry.reasons());
    within(args, entry) && told.any(|told| fits(args, told))
}

/// Whether a code is of the product and section that are asked for.
pub(crate) fn within(args: &List, entry: ZoomError) -> bool {
    let section = entry.class().map(Class::id);
    args.product
        .as_ref()
        .is_none_or(|scope| scope.holds(entry.product()))
        && (args.category.is_none() || args.category.as_deref() == section)
}

/// Whether a code or a finer cause is of the class that is asked for.
pub(crate) fn fits(args: &List, told: &Entry) -> bool {
    args.kind.is_none_or(|wanted| wanted == told.kind())
        && args.actor.is_none_or(|wanted| wanted == told.actor())
        // A success is neither worth repeating nor not.
        && args
            .retry
            .is_none_or(|wanted| told.kind().is_failure() && wanted == told.retry())
}

/// Whether the texts of a code or word hold every one of some words.
pub(crate) fn holds(entry: ZoomError, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut texts = vec![entry.summary()];
    texts.extend(label::names(entry));
    texts.extend(entry.causes());
    texts.extend(entry.raised_by());
    texts.extend(entry.remediation().steps());
    for reason in entry.reasons() {
        texts.extend([reason.name(), reason.summary()]);
        texts.extend(reason.message());
        texts.extend(reason.remediation().steps());
    }
    texts.extend(entry.responses().iter().map(|response| response.message()));
    // Words do not reach from one text into the next.
    let text = format!("{}\n{}", number(entry), texts.join("\n")).to_lowercase();
    words.iter().all(|word| text.contains(word))
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

/// The column of the code, which is never empty, so that columns can be counted.
pub(crate) fn number(entry: ZoomError) -> String {
    entry.code().map_or("-".to_owned(), |code| code.to_string())
}
