//! One line about one recognised failure.

use std::io::Write;

use serde::Serialize;
use zoom_errors::{Actor, Class, Remediation, Retry, ZoomError};

use super::recognise::{Meaning, Recognised};
use crate::Failure;
use crate::record::{self, AdviceRecord};
use crate::terminal::Output;
use crate::words;

/// How many further meanings a line of text tells.
const OTHERS: usize = 3;

#[derive(Serialize)]
struct FailureRecord<'a> {
    line: u64,
    code: i64,
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
    reason: Option<&'static str>,
    summary: Option<&'static str>,
    kind: Option<&'static str>,
    #[serde(flatten)]
    advice: AdviceRecord,
}

/// Prints a failure as one JSON object on one line.
pub(super) fn json(found: &Recognised, line: u64, out: &mut Output) -> Result<(), Failure> {
    let meanings = found.meanings.iter();
    let record = FailureRecord {
        line,
        code: found.code,
        message: found.message.as_deref(),
        meanings: meanings
            .map(|meaning| MeaningRecord::new(meaning, found.code))
            .collect(),
    };
    record::print_line(out, &record)
}

impl MeaningRecord {
    fn new(meaning: &Meaning, code: i64) -> Self {
        let class = meaning.class(code);
        let (summary, kind, advice) = match (meaning.reason, meaning.error, class) {
            (Some(reason), _, _) => (
                Some(reason.summary()),
                Some(reason.kind()),
                AdviceRecord::of_reason(reason),
            ),
            (None, Some(error), _) => (
                Some(error.summary()),
                Some(error.kind()),
                AdviceRecord::of_code(error),
            ),
            (None, None, Some(class)) => (
                class.summary(),
                class.guidance().map(|guidance| guidance.kind()),
                AdviceRecord::of_class(class),
            ),
            (None, None, None) => (None, None, AdviceRecord::NONE),
        };
        Self {
            product: meaning.product.id(),
            product_title: meaning.product.title(),
            listed: meaning.error.is_some(),
            name: meaning.error.map(ZoomError::name),
            reason: meaning.reason.map(|reason| reason.name()),
            summary,
            kind: kind.map(|kind| kind.id()),
            advice,
        }
    }
}

/// Prints a failure as one line of text.
pub(super) fn text(
    found: &Recognised,
    line: u64,
    below: bool,
    out: &mut Output,
) -> Result<(), Failure> {
    let paint = out.paint();
    let mark = if below { "  ^ " } else { "" };
    let (aside, style) = (paint.aside, paint.failure);
    write!(out, "{mark}{aside}line {line}:{aside:#} ")?;
    let Some((first, others)) = found.meanings.split_first() else {
        return Ok(());
    };
    let title = first.product.title();
    if let Some(error) = first.error {
        let (name, code) = (error.name(), error.code());
        write!(out, "{style}{name} ({code}){style:#}, {title}:")?;
        listed(first, error, out)?;
    } else {
        write!(
            out,
            "{style}{}{style:#}, not listed for {title}",
            found.code
        )?;
        unlisted(first.class(found.code), out)?;
    }
    for error in others.iter().take(OTHERS).filter_map(|other| other.error) {
        write!(out, " Or {} in {}.", error.name(), error.product().title())?;
    }
    if let Some(more) = others.len().checked_sub(OTHERS).filter(|more| *more > 0) {
        write!(out, " Or {more} more.")?;
    }
    writeln!(out)?;
    Ok(())
}

fn listed(meaning: &Meaning, error: ZoomError, out: &mut Output) -> Result<(), Failure> {
    write!(out, " {}", error.summary())?;
    let (actor, retry, steps) = match meaning.reason {
        Some(reason) => {
            write!(out, " {}", reason.summary())?;
            (reason.actor(), reason.retry(), reason.remediation())
        }
        None => (error.actor(), error.retry(), error.remediation()),
    };
    verdict(actor, retry, steps, out)
}

fn unlisted(class: Option<&Class>, out: &mut Output) -> Result<(), Failure> {
    let Some(class) = class else {
        write!(out, ".")?;
        return Ok(());
    };
    write!(out, " ({}).", class.title())?;
    if let Some(summary) = class.summary() {
        write!(out, " {summary}")?;
    }
    if let Some(guidance) = class.guidance() {
        let steps = guidance.remediation();
        verdict(guidance.actor(), guidance.retry(), steps, out)?;
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
