//! The lines of a drafted entry.

use std::collections::HashSet;
use std::hash::Hash;

use crate::edit::scalar;

use super::category::Category;
use super::words;
use crate::docs::{Row, RowReason};
use crate::drift::rows::PageCode;

/// What stands before a remark for the person who writes the rest.
const UNSURE: &str = "# not certain:";

/// An entry without indentation: the page's facts, and the other keys empty.
pub(super) fn entry(code: &PageCode<'_>, category: &Category, source: Option<&str>) -> Vec<String> {
    let mut lines = vec![format!("code: {}", code.code)];
    let (name, note) = name(code);
    lines.push(format!("name: {name}").trim_end().to_owned());
    lines.push(format!("category: {}", category.id));
    let of_rows = code.rows.iter().flat_map(|row| &row.notes);
    let mut notes: Vec<&str> = of_rows.map(String::as_str).collect();
    notes.extend(note);
    notes.extend(category.note.as_deref());
    let notes = distinct(notes);
    lines.extend(notes.iter().map(|note| format!("{UNSURE} {note}")));
    lines.extend(["kind:".to_owned(), "summary:".to_owned()]);
    lines.extend(raised_by(code));
    let reasons = reasons(code);
    if !reasons.is_empty() {
        lines.push("reasons:".to_owned());
    }
    for reason in &reasons {
        for (number, line) in reason.iter().enumerate() {
            let lead = if number == 0 { "  - " } else { "    " };
            lines.push(format!("{lead}{line}"));
        }
    }
    lines.extend(source.map(|source| format!("source: {}", scalar(source))));
    lines.extend(["actor:", "retry:", "advice:", "remediation:"].map(str::to_owned));
    lines
}

/// The page's constant, or a name of ours if it has only a few words.
fn name(code: &PageCode<'_>) -> (String, Option<&'static str>) {
    if let Some(name) = code.names().next() {
        return (name.to_owned(), None);
    }
    let mut texts = code.rows.iter().map(|row| row.text.as_str());
    let first = texts.find_map(|text| words::constant(text.split(" | ").next()?));
    match first {
        Some(name) => (
            name,
            Some("the page gives no constant; the name is made of its words"),
        ),
        None => (String::new(), Some("the page gives no constant")),
    }
}

fn raised_by(code: &PageCode<'_>) -> Vec<String> {
    const LONGEST: usize = 80;
    let methods = code.rows.iter().flat_map(|row| &row.methods);
    let methods = distinct(methods.map(|method| scalar(method)));
    let line = format!("raised_by: [{}]", methods.join(", "));
    if methods.is_empty() {
        Vec::new()
    } else if line.len() <= LONGEST {
        vec![line]
    } else {
        let items = methods.iter().map(|method| format!("  - {method}"));
        std::iter::once("raised_by:".to_owned())
            .chain(items)
            .collect()
    }
}

/// The finer causes: those listed under the code, or the different texts of its rows.
fn reasons(code: &PageCode<'_>) -> Vec<Vec<String>> {
    let mut reasons: Vec<Vec<String>> = Vec::new();
    if code.contradicting().is_some() {
        let texts = code.rows.iter().filter(|row| !row.text.is_empty());
        reasons.extend(texts.map(|row| message(&row.text, row_headers(row))));
    }
    reasons.extend(code.reasons().map(reason));
    distinct(reasons)
}

/// Each once, in the order of their first places.
fn distinct<T: Eq + Hash + Clone>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut known = HashSet::new();
    let new = all.into_iter().filter(|one| known.insert(one.clone()));
    new.collect()
}

fn row_headers(row: &Row) -> &[String] {
    row.reasons.first().map_or(&[], |reason| &reason.headers)
}

/// One finer cause, told by its number or by what the server says.
pub(super) fn reason(reason: &RowReason) -> Vec<String> {
    match reason.code {
        Some(code) => {
            let mut lines = vec![format!("code: {code}")];
            lines.extend(name_and_summary(&reason.text));
            lines
        }
        None => message(&reason.text, &reason.headers),
    }
}

fn message(text: &str, headers: &[String]) -> Vec<String> {
    let mut lines = vec![format!("message: {}", scalar(fragment(text)))];
    if !headers.is_empty() {
        let headers: Vec<String> = headers.iter().map(|header| scalar(header)).collect();
        lines.push(format!("headers: [{}]", headers.join(", ")));
    }
    lines.extend(name_and_summary(text));
    lines
}

fn name_and_summary(text: &str) -> [String; 2] {
    let name = words::constant(text).unwrap_or_default();
    [
        format!("name: {name}").trim_end().to_owned(),
        "summary:".to_owned(),
    ]
}

/// The beginning of a message, cut between words: enough to tell it by, and still verbatim.
fn fragment(text: &str) -> &str {
    const LONGEST: usize = 120;
    if text.len() <= LONGEST {
        return text;
    }
    let mut ends = text.match_indices(' ').map(|(at, _)| at);
    let end = ends.by_ref().take_while(|end| *end <= LONGEST).last();
    text.get(..end.unwrap_or(text.len())).unwrap_or(text)
}
