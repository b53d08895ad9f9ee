//! One JSON object for each code, for whatever joins, filters or indexes them.

use serde::Serialize;

use crate::model::{ErrorCode, Model, Product, Reason, ReasonKey};

#[derive(Serialize)]
struct Row<'a> {
    product: &'a str,
    #[serde(rename = "enum")]
    enum_name: &'a str,
    code: i32,
    name: &'a str,
    variant: &'a str,
    aliases: &'a [String],
    category: &'a str,
    kind: &'a str,
    carrier: &'a [&'static str],
    summary: &'a str,
    causes: &'a [String],
    raised_by: &'a [String],
    actor: Option<&'a str>,
    retry: Option<&'a str>,
    advice: Option<&'a str>,
    remediation: &'a [String],
    reasons: Vec<ReasonRow<'a>>,
    same_as: Option<i32>,
    related: Vec<String>,
    effective: Option<String>,
    retired: Option<String>,
    origin: &'a str,
    erratum: Option<&'a str>,
    docs: Option<&'a str>,
}

#[derive(Serialize)]
struct ReasonRow<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'a str>,
    name: &'a str,
    variant: &'a str,
    summary: &'a str,
    kind: &'a str,
    headers: &'a [String],
    actor: Option<&'a str>,
    retry: Option<&'a str>,
    advice: Option<&'a str>,
    remediation: &'a [String],
}

/// An array with one object for each code, ordered by product and code.
pub fn json(model: &Model) -> String {
    let rows: Vec<Row<'_>> = model
        .products
        .iter()
        .flat_map(|product| {
            product
                .errors
                .iter()
                .map(move |error| row(model, product, error))
        })
        .collect();
    // Strings and numbers always serialise.
    let mut text = serde_json::to_string_pretty(&rows).unwrap_or_default();
    text.push('\n');
    text
}

fn row<'a>(model: &'a Model, product: &'a Product, error: &'a ErrorCode) -> Row<'a> {
    Row {
        product: &product.id,
        enum_name: &product.enum_name,
        code: error.code,
        name: &error.name,
        variant: &error.variant,
        aliases: &error.aliases,
        category: &product.category_of(error).id,
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
        origin: error.origin,
        erratum: error.erratum.as_deref(),
        docs: product.source_of(error).url.as_deref(),
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
