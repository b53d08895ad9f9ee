//! What every export knows of a code, under the names that joins use.

use serde::Serialize;

use crate::model::{Entry, Model, Product, Reason, ReasonKey, Response};

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
    pub(super) summary: &'a str,
    pub(super) causes: &'a [String],
    pub(super) raised_by: Vec<&'a str>,
    pub(super) actor: Option<&'a str>,
    pub(super) retry: Option<&'a str>,
    pub(super) advice: Option<&'a str>,
    pub(super) remediation: &'a [String],
    pub(super) reasons: Vec<ReasonRow<'a>>,
    pub(super) responses: Vec<ResponseRow<'a>>,
    pub(super) same_as: Option<String>,
    pub(super) related: Vec<String>,
    pub(super) effective: Option<String>,
    pub(super) retired: Option<String>,
    pub(super) origin: &'a str,
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

/// One message of the server.
#[derive(Serialize)]
pub(super) struct ResponseRow<'a> {
    pub(super) status: u16,
    pub(super) message: &'a str,
    pub(super) reason: Option<&'a str>,
    pub(super) on: Vec<&'a str>,
}

/// All codes and words, ordered by product, codes first.
pub(super) fn rows<'a>(model: &'a Model, version: &'a str) -> impl Iterator<Item = Row<'a>> {
    model.products.iter().flat_map(move |product| {
        let entries = product.entries();
        entries.map(move |error| row(model, product, error, version))
    })
}

fn row<'a>(model: &'a Model, product: &'a Product, error: &'a Entry, version: &'a str) -> Row<'a> {
    let address = |place| {
        let (product, error) = model.at(place);
        format!("{}/{}", product.id, error.key)
    };
    Row {
        product: &product.id,
        enum_name: product.enum_of(error),
        code: error.code(),
        value: error.word(),
        name: &error.name,
        variant: &error.variant,
        aliases: &error.aliases,
        category: product
            .category_of(error)
            .map(|category| category.id.as_str()),
        kind: error.guidance.kind,
        summary: &error.summary,
        causes: &error.causes,
        raised_by: product.raised_by(error),
        actor: error.guidance.actor(),
        retry: error.guidance.retry(),
        advice: error.guidance.advice.as_ref().map(|advice| advice.given_by),
        remediation: error.guidance.steps(),
        reasons: error.reasons.iter().map(reason).collect(),
        responses: error
            .responses
            .iter()
            .map(|told| response(product, error, told))
            .collect(),
        same_as: error.same_as.map(address),
        related: error.related.iter().copied().map(address).collect(),
        effective: error.effective.map(|date| date.to_string()),
        retired: error.retired.map(|date| date.to_string()),
        origin: error.origin,
        erratum: error.erratum.as_deref(),
        docs: product.source_of(error).url.as_deref(),
        crate_version: version,
    }
}

fn response<'a>(product: &'a Product, error: &'a Entry, response: &'a Response) -> ResponseRow<'a> {
    let calls = response.on.iter();
    ResponseRow {
        status: response.status,
        message: &response.message.text,
        reason: response.reason.map(|at| error.reasons[at].name.as_str()),
        on: calls
            .map(|at| product.operations[*at].call.as_str())
            .collect(),
    }
}

fn reason(reason: &Reason) -> ReasonRow<'_> {
    let (code, message) = match &reason.key {
        ReasonKey::Code(code) => (Some(*code), None),
        ReasonKey::Message(message) => (None, Some(message.as_str())),
        ReasonKey::Responses => (None, None),
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
