//! One line for each code, for warehouses and stream processors.

use serde::Serialize;

use super::row::{Row, rows};
use crate::model::Model;

/// The columns, named and ordered as the fields of the JSON objects.
const COLUMNS: [&str; 26] = [
    "product",
    "enum",
    "code",
    "value",
    "name",
    "variant",
    "aliases",
    "category",
    "kind",
    "summary",
    "causes",
    "raised_by",
    "actor",
    "retry",
    "advice",
    "remediation",
    "reasons",
    "responses",
    "same_as",
    "related",
    "effective",
    "retired",
    "origin",
    "erratum",
    "docs",
    "crate_version",
];

/// A header and one line for each code or word, as RFC 4180 says but for line feeds alone.
///
/// A column with several values holds a JSON array. So no value spans lines, and readers that
/// split a file by lines take it as it is. What is not there is an empty field.
pub fn csv(model: &Model, version: &str) -> String {
    let mut text = COLUMNS.join(",");
    text.push('\n');
    for row in rows(model, version) {
        let fields = fields(&row).map(|field| quoted(&field));
        text.push_str(&fields.join(","));
        text.push('\n');
    }
    text
}

fn fields(row: &Row<'_>) -> [String; COLUMNS.len()] {
    let number = |code: Option<i32>| code.map(|code| code.to_string()).unwrap_or_default();
    let maybe = |text: Option<&str>| text.unwrap_or_default().to_owned();
    [
        row.product.to_owned(),
        row.enum_name.to_owned(),
        number(row.code),
        maybe(row.value),
        row.name.to_owned(),
        row.variant.to_owned(),
        array(row.aliases),
        maybe(row.category),
        row.kind.to_owned(),
        row.summary.to_owned(),
        array(row.causes),
        array(&row.raised_by),
        maybe(row.actor),
        maybe(row.retry),
        maybe(row.advice),
        array(row.remediation),
        array(&row.reasons),
        array(&row.responses),
        maybe(row.same_as.as_deref()),
        array(&row.related),
        maybe(row.effective.as_deref()),
        maybe(row.retired.as_deref()),
        row.origin.to_owned(),
        maybe(row.erratum),
        maybe(row.docs),
        row.crate_version.to_owned(),
    ]
}

fn array<T: Serialize>(values: &[T]) -> String {
    // Strings and numbers always serialise.
    serde_json::to_string(values).unwrap_or_default()
}

fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}
