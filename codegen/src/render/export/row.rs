//! What every export knows of a code, under the names that joins use.

use serde::Serialize;

use crate::model::{ErrorCode, Model, Product, Reason, ReasonKey, StringError, Strings};

/// One code, or one word that stands for a code.
#[derive(Serialize)]
pub(super) struct Row<'a> {
    pub(super) product: &'a str,
    #[serde(rename = "enum")]
    pub(super) enum_name: &'a str,
    pub(super) code: Option<i32>,
    /// The word on the wire, where there is no number.
    pub(super) value: Option<&'a str>,
    pub(super) name: &'a str,
    pub(super) variant: &'a str,
    pub(super) aliases: &'a [String],
    pub(super) category: Option<&'a str>,
    pub(super) kind: &'a str,
    pub(super) carrier: &'a [&'static str],
    pub(super) summary: &'a str,
    pub(super) causes: &'a [String],
    pub(super) raised_by: &'a [String],
    pub(super) actor: Option<&'a str>,
    pub(super) retry: Option<&'a str>,
    pub(super) advice: Option<&'a str>,
    pub(super) remediation: &'a [String],
    pub(super) reasons: Vec<ReasonRow<'a>>,
    pub(super) same_as: Option<i32>,
    pub(super) related: Vec<String>,
    pub(super) effective: Option<String>,
    pub(super) retired: Option<String>,
    pub(super) origin: Option<&'a str>,
    pub(super) erratum: Option<&'a str>,
    pub(super) docs: Option<&'a str>,
    pub(super) crate_version: &'a str,
}

/// One finer cause under a code.
#[derive(Serialize)]
pub(super) struct ReasonRow<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) code: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message: Option<&'a str>,
    pub(super) name: &'a str,
    pub(super) variant: &'a str,
    pub(super) summary: &'a str,
    pub(super) kind: &'a str,
    pub(super) headers: &'a [String],
    pub(super) actor: Option<&'a str>,
    pub(super) retry: Option<&'a str>,
    pub(super) advice: Option<&'a str>,
    pub(super) remediation: &'a [String],
}

/// All codes and words, ordered by product, codes first.
pub(super) fn rows<'a>(model: &'a Model, version: &'a str) -> impl Iterator<Item = Row<'a>> {
    model.products.iter().flat_map(move |product| {
        let codes = product.errors.iter();
        let codes = codes.map(move |error| code(model, product, error, version));
        let words = product.strings.iter().flat_map(move |strings| {
            let entries = strings.entries.iter();
            entries.map(move |error| word(product, strings, error, version))
        });
        codes.chain(words)
    })
}

fn code<'a>(
    model: &'a Model,
    product: &'a Product,
    error: &'a ErrorCode,
    version: &'a str,
) -> Row<'a> {
    Row {
        product: &product.id,
        enum_name: &product.enum_name,
        code: Some(error.code),
        value: None,
        name: &error.name,
        variant: &error.variant,
        aliases: &error.aliases,
        category: Some(&product.category_of(error).id),
        kind: error.guidance.kind,
        carrier: &error.carrier,
        summary: &error.summary,
        causes: &error.causes,
        raised_by: &error.raised_by,
        actor: error.guidance.actor(),
        retry: error.guidance.retry(),
        advice: error.guidance.advice.as_ref().map(|advice| advice.given_by),
        remediation: error.guidance.steps(),
        reasons: error.reasons.iter().map(reason).collect(),
        same_as: error.same_as.map(|at| product.errors[at].code),
        related: error
            .related
            .iter()
            .map(|&(other, at)| {
                let other = &model.products[other];
                format!("{}/{}", other.id, other.errors[at].code)
            })
            .collect(),
        effective: error.effective.map(|date| date.to_string()),
        retired: error.retired.map(|date| date.to_string()),
        origin: Some(error.origin),
        erratum: error.erratum.as_deref(),
        docs: product.source_of(error).url.as_deref(),
        crate_version: version,
    }
}

fn word<'a>(
    product: &'a Product,
    strings: &'a Strings,
    error: &'a StringError,
    version: &'a str,
) -> Row<'a> {
    Row {
        product: &product.id,
        enum_name: &strings.enum_name,
        code: None,
        value: Some(&error.value),
        name: &error.name,
        variant: &error.variant,
        aliases: &[],
        category: None,
        kind: error.guidance.kind,
        carrier: &[],
        summary: &error.summary,
        causes: &error.causes,
        raised_by: &[],
        actor: error.guidance.actor(),
        retry: error.guidance.retry(),
        advice: error.guidance.advice.as_ref().map(|advice| advice.given_by),
        remediation: error.guidance.steps(),
        reasons: Vec::new(),
        same_as: None,
        related: Vec::new(),
        effective: None,
        retired: None,
        origin: None,
        erratum: error.erratum.as_deref(),
        docs: product.sources[error.source].url.as_deref(),
        crate_version: version,
    }
}

fn reason(reason: &Reason) -> ReasonRow<'_> {
    let (code, message) = match &reason.key {
        ReasonKey::Code(code) => (Some(*code), None),
        ReasonKey::Message(message) => (None, Some(message.as_str())),
    };
    ReasonRow {
        code,
        message,
        name: &reason.name,
        variant: &reason.variant,
        summary: &reason.summary,
        kind: reason.guidance.kind,
        headers: &reason.headers,
        actor: reason.guidance.actor(),
        retry: reason.guidance.retry(),
        advice: reason
            .guidance
            .advice
            .as_ref()
            .map(|advice| advice.given_by),
        remediation: reason.guidance.steps(),
    }
}
