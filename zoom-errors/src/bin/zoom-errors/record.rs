//! The JSON forms. They are documented in the README: a field may be added, none goes away.

mod operation;

use std::io::Write;

use serde::Serialize;
use zoom_errors::{Class, Date, Entry, Guidance, Product, Response, ZoomError};

pub(crate) use self::operation::OperationRecord;
use crate::Failure;
use crate::label;
use crate::terminal::Output;

/// Everything about one code or word, named as in `cargo xtask export --format json`.
#[derive(Serialize)]
pub(crate) struct EntryRecord {
    product: &'static str,
    product_title: &'static str,
    code: Option<i32>,
    /// The word on the wire, where there is no number.
    value: Option<&'static str>,
    name: &'static str,
    aliases: &'static [&'static str],
    category: Option<&'static str>,
    category_title: Option<&'static str>,
    kind: &'static str,
    summary: &'static str,
    causes: &'static [&'static str],
    raised_by: Vec<&'static str>,
    #[serde(flatten)]
    advice: AdviceRecord,
    reasons: Vec<ReasonRecord>,
    responses: Vec<ResponseRecord>,
    same_as: Option<String>,
    related: Vec<String>,
    effective: Option<String>,
    retired: Option<String>,
    origin: &'static str,
    erratum: Option<&'static str>,
    source: &'static str,
    docs: Option<&'static str>,
}

impl EntryRecord {
    pub(crate) fn new(entry: ZoomError) -> Self {
        let related = entry.related().iter();
        let reasons = entry.reasons().iter();
        let date = |date: Date| date.to_string();
        Self {
            product: entry.product().id(),
            product_title: entry.product().title(),
            code: entry.code(),
            value: entry.word(),
            name: entry.name(),
            aliases: entry.aliases(),
            category: entry.class().map(Class::id),
            category_title: entry.class().map(Class::title),
            kind: entry.kind().id(),
            summary: entry.summary(),
            causes: entry.causes(),
            raised_by: raised_by(entry),
            advice: AdviceRecord::new(&entry.guidance()),
            reasons: reasons.map(ReasonRecord::new).collect(),
            responses: entry.responses().iter().map(ResponseRecord::new).collect(),
            same_as: label::same_as(entry).map(label::address),
            related: related.map(|other| label::address(*other)).collect(),
            effective: entry.effective().map(date),
            retired: entry.retired().map(date),
            origin: entry.origin().id(),
            erratum: entry.erratum(),
            source: entry.source_page().title(),
            docs: entry.source_page().url(),
        }
    }
}

/// Who must do what; nothing where nothing failed.
#[derive(Serialize)]
pub(crate) struct AdviceRecord {
    actor: Option<&'static str>,
    retry: Option<&'static str>,
    advice: Option<&'static str>,
    remediation: &'static [&'static str],
}

impl AdviceRecord {
    pub(crate) const NONE: AdviceRecord = AdviceRecord {
        actor: None,
        retry: None,
        advice: None,
        remediation: &[],
    };

    pub(crate) fn new(guidance: &Guidance) -> Self {
        let failed = guidance.kind().is_failure();
        Self {
            actor: failed.then(|| guidance.actor().id()),
            retry: failed.then(|| guidance.retry().id()),
            advice: guidance.advice().map(|advice| advice.id()),
            remediation: guidance.remediation().steps(),
        }
    }
}

/// Methods, and the operations of what the server answers.
fn raised_by(error: ZoomError) -> Vec<&'static str> {
    let operations = error.entry().operations().map(|operation| operation.call());
    error
        .raised_by()
        .iter()
        .copied()
        .chain(operations)
        .collect()
}

/// What the server answers.
#[derive(Serialize)]
struct ResponseRecord {
    status: u16,
    message: &'static str,
    reason: Option<&'static str>,
    on: Vec<&'static str>,
}

impl ResponseRecord {
    fn new(response: &'static Response) -> Self {
        Self {
            status: response.status(),
            message: response.message(),
            reason: response.reason().map(Entry::name),
            on: response
                .operations()
                .map(|operation| operation.call())
                .collect(),
        }
    }
}

/// One of the finer causes under a code.
#[derive(Serialize)]
struct ReasonRecord {
    code: Option<i32>,
    message: Option<&'static str>,
    name: &'static str,
    summary: &'static str,
    kind: &'static str,
    headers: &'static [&'static str],
    #[serde(flatten)]
    advice: AdviceRecord,
}

impl ReasonRecord {
    fn new(reason: &'static Entry) -> Self {
        Self {
            code: reason.code(),
            message: reason.message(),
            name: reason.name(),
            summary: reason.summary(),
            kind: reason.kind().id(),
            headers: reason.headers(),
            advice: AdviceRecord::new(&reason.guidance()),
        }
    }
}

/// A documented range around an unlisted number.
#[derive(Serialize)]
pub(crate) struct ClassRecord {
    product: &'static str,
    id: &'static str,
    title: &'static str,
    /// Nothing for `first` if the class claims no numbers, for `last` if its range is open.
    first: Option<i32>,
    last: Option<i32>,
    summary: Option<&'static str>,
    kind: Option<&'static str>,
    #[serde(flatten)]
    advice: AdviceRecord,
}

impl ClassRecord {
    pub(crate) fn new(product: Product, class: &'static Class) -> Self {
        Self {
            product: product.id(),
            id: class.id(),
            title: class.title(),
            first: class.codes().map(|codes| codes.first()),
            last: class.codes().and_then(|codes| codes.last()),
            summary: class.summary(),
            kind: class.guidance().map(|guidance| guidance.kind().id()),
            advice: class
                .guidance()
                .map_or(AdviceRecord::NONE, AdviceRecord::new),
        }
    }
}

/// Enough to recognise a code or a word by.
#[derive(Serialize)]
pub(crate) struct BriefRecord {
    product: &'static str,
    code: Option<i32>,
    value: Option<&'static str>,
    name: &'static str,
    summary: &'static str,
}

impl BriefRecord {
    pub(crate) fn new(entry: ZoomError) -> Self {
        Self {
            product: entry.product().id(),
            code: entry.code(),
            value: entry.word(),
            name: entry.name(),
            summary: entry.summary(),
        }
    }
}

/// Prints one JSON text over several lines.
pub(crate) fn print(out: &mut Output, record: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, record).map_err(std::io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

/// Prints one JSON text as one line.
pub(crate) fn print_line(out: &mut impl Write, record: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, record).map_err(std::io::Error::from)?;
    writeln!(out)?;
    Ok(())
}
