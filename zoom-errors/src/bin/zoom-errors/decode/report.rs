//! One line about one recognised failure.

use std::io::Write;

use serde::Serialize;
use zoom_errors::recognise::{Candidate, Finding};
use zoom_errors::{Class, Entry, Guidance, Guided, ZoomError};

use crate::Failure;
use crate::args::Format;
use crate::call::Call;
use crate::label::{label, title};
use crate::record::{self, AdviceRecord, BriefRecord};
use crate::terminal::Paint;
use crate::words;

/// How failures are told.
#[derive(Clone, Copy)]
pub(super) struct Style<'a> {
    pub(super) format: Format,
    pub(super) annotate: bool,
    /// What all of it answers.
    pub(super) call: Option<&'a Call>,
    pub(super) paint: Paint,
}

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
pub(super) fn json(found: &Finding, line: u64, out: &mut impl Write) -> Result<(), Failure> {
    let first = found.best();
    let record = FailureRecord {
        line,
        code: found.code,
        value: first.and_then(|meaning| meaning.error?.word()),
        message: found.message.as_deref(),
        meanings: found.candidates.iter().map(MeaningRecord::new).collect(),
    };
    record::print_line(out, &record)
}

impl MeaningRecord {
    fn new(meaning: &Candidate) -> Self {
        let entry = meaning.reason.or(meaning.error.map(ZoomError::entry));
        let summary = entry
            .map(Entry::summary)
            .or(meaning.class.and_then(Class::summary));
        let guidance = meaning.guidance();
        Self {
            product: meaning.product.id(),
            product_title: meaning.product.title(),
            listed: meaning.error.is_some(),
            name: meaning.error.map(ZoomError::name),
            named: meaning.named.map(BriefRecord::new),
            reason: meaning.reason.map(Entry::name),
            summary,
            kind: meaning.kind().map(|kind| kind.id()),
            advice: guidance
                .as_ref()
                .map_or(AdviceRecord::NONE, AdviceRecord::new),
        }
    }
}

/// Prints a failure as one line of text.
pub(super) fn text(
    found: &Finding,
    line: u64,
    style: Style<'_>,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let Some((first, others)) = found.candidates.split_first() else {
        return Ok(());
    };
    let mark = if style.annotate { "  ^ " } else { "" };
    let (aside, style) = (style.paint.aside, style.paint.failure);
    write!(out, "{mark}{aside}line {line}:{aside:#} ")?;
    let product = first.product.title();
    match (first.error, found.code) {
        (Some(error), _) => {
            write!(
                out,
                "{style}{}{style:#}, {product}: {}",
                title(error),
                error.summary()
            )?;
            if let Some(reason) = first.reason {
                write!(out, " {}", reason.summary())?;
            }
        }
        (None, code) => {
            let code = code.unwrap_or_default();
            write!(out, "{style}{code}{style:#}, not listed for {product}")?;
            if let Some(title) = first.class.map(Class::title) {
                write!(out, " ({title})")?;
            }
            write!(out, ".")?;
            if let Some(summary) = first.class.and_then(Class::summary) {
                write!(out, " {summary}")?;
            }
        }
    }
    if let Some(named) = first.named {
        write!(out, " But the text names {}.", title(named))?;
    }
    if let Some(guidance) = first.guidance() {
        verdict(&guidance, out)?;
    }
    let listed: Vec<ZoomError> = others.iter().filter_map(|other| other.error).collect();
    for other in listed.iter().take(OTHERS) {
        write!(out, " Or {} in {}.", label(*other), other.product().title())?;
    }
    if let Some(more) = listed.len().checked_sub(OTHERS).filter(|more| *more > 0) {
        write!(out, " Or {more} more.")?;
    }
    writeln!(out)?;
    Ok(())
}

/// Who acts, whether to retry, and the first thing to do.
fn verdict(guidance: &Guidance, out: &mut impl Write) -> Result<(), Failure> {
    let (actor, retry) = (
        words::actor(guidance.actor()),
        words::retry_short(guidance.retry()),
    );
    write!(out, " [{actor} acts; {retry}]")?;
    if let Some(step) = guidance.remediation().steps().first() {
        write!(out, " {step}")?;
    }
    Ok(())
}
