//! The JSON forms. They are documented in the README: a field may be added, none goes away.

use std::io::Write;

use serde::Serialize;
use zoom_errors::{
    Actor, Advice, Class, Date, Kind, Origin, Product, ReasonInfo, Retry, ZoomError,
};

use crate::Failure;
use crate::entry::Entry;
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
    carrier: Vec<&'static str>,
    summary: &'static str,
    causes: &'static [&'static str],
    raised_by: &'static [&'static str],
    #[serde(flatten)]
    advice: AdviceRecord,
    reasons: Vec<ReasonRecord>,
    same_as: Option<i32>,
    related: Vec<String>,
    effective: Option<String>,
    retired: Option<String>,
    origin: Option<&'static str>,
    erratum: Option<&'static str>,
    source: &'static str,
    docs: Option<&'static str>,
}

impl EntryRecord {
    pub(crate) fn new(entry: Entry) -> Self {
        let carrier = entry.carrier().iter().map(|carrier| carrier.id());
        let related = entry.related().iter();
        let reasons = entry.reasons().iter();
        let date = |date: Date| date.to_string();
        Self {
            product: entry.product().id(),
            product_title: entry.product().title(),
            code: entry.code(),
            value: entry.value(),
            name: entry.name(),
            aliases: entry.aliases(),
            category: entry.class().map(Class::id),
            category_title: entry.class().map(Class::title),
            kind: entry.kind().id(),
            carrier: carrier.collect(),
            summary: entry.summary(),
            causes: entry.causes(),
            raised_by: entry.raised_by(),
            advice: AdviceRecord::of_entry(entry),
            reasons: reasons.map(ReasonRecord::new).collect(),
            same_as: entry.same_as().map(ZoomError::code),
            related: related
                .map(|other| format!("{}/{}", other.product().id(), other.code()))
                .collect(),
            effective: entry.effective().map(date),
            retired: entry.retired().map(date),
            origin: entry.origin().map(Origin::id),
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

    pub(crate) fn of_class(class: &Class) -> Self {
        class.guidance().map_or(AdviceRecord::NONE, |guidance| {
            AdviceRecord::new(
                guidance.kind(),
                guidance.actor(),
                guidance.retry(),
                guidance.advice(),
                guidance.remediation().steps(),
            )
        })
    }

    pub(crate) fn of_entry(entry: Entry) -> Self {
        AdviceRecord::new(
            entry.kind(),
            entry.actor(),
            entry.retry(),
            entry.advice(),
            entry.remediation().steps(),
        )
    }

    pub(crate) fn of_reason(reason: &ReasonInfo) -> Self {
        AdviceRecord::new(
            reason.kind(),
            reason.actor(),
            reason.retry(),
            reason.advice(),
            reason.remediation().steps(),
        )
    }

    fn new(
        kind: Kind,
        actor: Actor,
        retry: Retry,
        advice: Option<Advice>,
        remediation: &'static [&'static str],
    ) -> Self {
        let failed = kind.is_failure();
        Self {
            actor: failed.then(|| actor.id()),
            retry: failed.then(|| retry.id()),
            advice: advice.map(Advice::id),
            remediation,
        }
    }
}

/// One of the finer causes under a code.
#[derive(Serialize)]
pub(crate) struct ReasonRecord {
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
    pub(crate) fn new(reason: &'static ReasonInfo) -> Self {
        Self {
            code: reason.code(),
            message: reason.message(),
            name: reason.name(),
            summary: reason.summary(),
            kind: reason.kind().id(),
            headers: reason.headers(),
            advice: AdviceRecord::of_reason(reason),
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
            advice: AdviceRecord::of_class(class),
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
    pub(crate) fn new(entry: Entry) -> Self {
        Self {
            product: entry.product().id(),
            code: entry.code(),
            value: entry.value(),
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
pub(crate) fn print_line(out: &mut Output, record: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, record).map_err(std::io::Error::from)?;
    writeln!(out)?;
    Ok(())
}
