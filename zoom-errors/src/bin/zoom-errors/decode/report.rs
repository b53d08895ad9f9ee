//! One line about one recognised failure.

use std::io::Write;

use serde::Serialize;
use zoom_errors::payload::Decoded;
use zoom_errors::{Actor, Class, Remediation, Retry};

use super::recognise::Recognised;
use crate::Failure;
use crate::entry::Entry;
use crate::record::{self, AdviceRecord, BriefRecord};
use crate::terminal::Output;
use crate::words;

/// How many further meanings a line of text tells.
const OTHERS: usize = 3;

#[derive(Serialize)]
struct FailureRecord<'a> {
    line: u64,
    code: Option<i64>,
    /// The word in place of the number.
    value: Option<&'a str>,
    message: Option<&'a str>,
    meanings: Vec<MeaningRecord>,
}

/// A meaning; of an unlisted code what its range says, of a known reason what that says.
#[derive(Serialize)]
struct MeaningRecord {
    product: &'static str,
    product_title: &'static str,
    listed: bool,
    name: Option<&'static str>,
    /// The other error, where the payload names another one than the number.
    named: Option<BriefRecord>,
    reason: Option<&'static str>,
    summary: Option<&'static str>,
    kind: Option<&'static str>,
    #[serde(flatten)]
    advice: AdviceRecord,
}

/// Prints a failure as one JSON object on one line.
pub(super) fn json(found: &Recognised, line: u64, out: &mut Output) -> Result<(), Failure> {
    let first = found.meanings.first();
    let record = FailureRecord {
        line,
        code: found.code,
        value: first.and_then(Entry::of).and_then(Entry::value),
        message: first.and_then(|meaning| meaning.message.as_deref()),
        meanings: found.meanings.iter().map(MeaningRecord::new).collect(),
    };
    record::print_line(out, &record)
}

impl MeaningRecord {
    fn new(meaning: &Decoded) -> Self {
        let entry = Entry::of(meaning);
        let (summary, advice) = match (meaning.reason_info(), entry, meaning.class()) {
            (Some(reason), _, _) => (Some(reason.summary()), AdviceRecord::of_reason(reason)),
            (None, Some(entry), _) => (Some(entry.summary()), AdviceRecord::of_entry(entry)),
            (None, None, Some(class)) => (class.summary(), AdviceRecord::of_class(class)),
            (None, None, None) => (None, AdviceRecord::NONE),
        };
        Self {
            product: meaning.product.id(),
            product_title: meaning.product.title(),
            listed: entry.is_some(),
            name: entry.map(Entry::name),
            named: other_name(meaning).map(BriefRecord::new),
            reason: meaning.reason_info().map(|reason| reason.name()),
            summary,
            kind: meaning.kind().map(|kind| kind.id()),
            advice,
        }
    }
}

/// What the payload names, if that is another error than its number.
fn other_name(meaning: &Decoded) -> Option<Entry> {
    let named = meaning.named.filter(|_| meaning.disagrees());
    named.map(Entry::Code)
}

/// Prints a failure as one line of text.
pub(super) fn text(
    found: &Recognised,
    line: u64,
    below: bool,
    out: &mut Output,
) -> Result<(), Failure> {
    let Some((first, others)) = found.meanings.split_first() else {
        return Ok(());
    };
    let paint = out.paint();
    let mark = if below { "  ^ " } else { "" };
    let (aside, style) = (paint.aside, paint.failure);
    write!(out, "{mark}{aside}line {line}:{aside:#} ")?;
    let product = first.product.title();
    match (Entry::of(first), found.code) {
        (Some(entry), _) => {
            write!(out, "{style}{}", entry.label())?;
            if let Some(code) = entry.code() {
                write!(out, " ({code})")?;
            }
            write!(out, "{style:#}, {product}:")?;
            listed(first, entry, out)?;
        }
        (None, code) => {
            let code = code.unwrap_or_default();
            write!(out, "{style}{code}{style:#}, not listed for {product}")?;
            unlisted(first, out)?;
        }
    }
    for other in others.iter().take(OTHERS).filter_map(Entry::of) {
        write!(out, " Or {} in {}.", other.label(), other.product().title())?;
    }
    if let Some(more) = others.len().checked_sub(OTHERS).filter(|more| *more > 0) {
        write!(out, " Or {more} more.")?;
    }
    writeln!(out)?;
    Ok(())
}

fn listed(meaning: &Decoded, entry: Entry, out: &mut Output) -> Result<(), Failure> {
    write!(out, " {}", entry.summary())?;
    let (actor, retry, steps) = match meaning.reason_info() {
        Some(reason) => {
            write!(out, " {}", reason.summary())?;
            (reason.actor(), reason.retry(), reason.remediation())
        }
        None => (entry.actor(), entry.retry(), entry.remediation()),
    };
    also_named(meaning, out)?;
    verdict(actor, retry, steps, out)
}

fn unlisted(meaning: &Decoded, out: &mut Output) -> Result<(), Failure> {
    let class = meaning.class();
    if let Some(title) = class.map(Class::title) {
        write!(out, " ({title})")?;
    }
    write!(out, ".")?;
    if let Some(summary) = class.and_then(Class::summary) {
        write!(out, " {summary}")?;
    }
    also_named(meaning, out)?;
    let Some(guidance) = class.and_then(Class::guidance) else {
        return Ok(());
    };
    let steps = guidance.remediation();
    verdict(guidance.actor(), guidance.retry(), steps, out)
}

/// Which other error the payload names.
fn also_named(meaning: &Decoded, out: &mut Output) -> Result<(), Failure> {
    if let Some(named) = other_name(meaning) {
        write!(out, " But the payload names {}.", named.title())?;
    }
    Ok(())
}

/// Who acts, whether to retry, and the first thing to do.
fn verdict(
    actor: Actor,
    retry: Retry,
    steps: Remediation,
    out: &mut Output,
) -> Result<(), Failure> {
    let (actor, retry) = (words::actor(actor), words::retry_short(retry));
    write!(out, " [{actor} acts; {retry}]")?;
    if let Some(step) = steps.steps().first() {
        write!(out, " {step}")?;
    }
    Ok(())
}
