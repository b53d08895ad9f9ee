//! One line for each code, for warehouses and stream processors, and for spreadsheets.

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
    table(model, version, |field| field)
}

/// The same for programs that take a text for a formula, and Unicode for an older encoding.
///
/// A byte order mark stands in front. An apostrophe precedes what would be a formula, and a text
/// that fits into no cell is cut. Numbers stay numbers.
pub fn spreadsheet(model: &Model, version: &str) -> String {
    format!("\u{feff}{}", table(model, version, for_spreadsheets))
}

fn table(model: &Model, version: &str, form: impl Fn(String) -> String) -> String {
    let mut text = COLUMNS.join(",");
    text.push('\n');
    for row in rows(model, version) {
        let fields = fields(&row).map(|field| quoted(&form(field)));
        text.push_str(&fields.join(","));
        text.push('\n');
    }
    text
}

/// What a cell of Excel holds, in units of UTF-16.
const CELL: usize = 32_767;

/// What begins a formula, also after Excel has dropped a leading tab or line end, or has read a
/// full-width form as ASCII.
const FORMULA: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

fn for_spreadsheets(mut field: String) -> String {
    if field.starts_with(FORMULA) && !is_negative(&field) {
        field.insert(0, '\'');
    }
    if field.encode_utf16().count() > CELL {
        let mut units = 1; // of the mark
        let end = field.char_indices().find_map(|(at, c)| {
            units += c.len_utf16();
            (units > CELL).then_some(at)
        });
        field.truncate(end.unwrap_or_default());
        field.push('…');
    }
    field
}

/// Whether a text is a number below zero.
fn is_negative(text: &str) -> bool {
    text.strip_prefix('-')
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
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
