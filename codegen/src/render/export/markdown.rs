//! One table for each product, for wikis and reviews.

use crate::model::{Entry, Guidance, Key, Model, Reason, ReasonKey};
use crate::render::docs;
use crate::render::markdown as md;

/// What each column holds.
const HEAD: &str = "| code | name | what happened | kind | who acts | retry | what to do |\n\
    | ---: | --- | --- | --- | --- | --- | --- |\n";

/// A heading with the version, then a section with a table for each product.
///
/// The reasons of a code stand under it; errors that are told by a word have a table of their own.
pub fn markdown(model: &Model, version: &str) -> String {
    let mut text = format!("# Zoom error codes\n\nFrom zoom-errors {version}.\n");
    for product in &model.products {
        text.push_str(&format!("\n## {}\n", md::markdown(&product.title)));
        if product.has_codes() {
            text.push_str(&format!("\n{HEAD}"));
        }
        for error in &product.errors {
            text.push_str(&line(&cells(error)));
            for reason in &error.reasons {
                text.push_str(&line(&reason_cells(error, reason)));
            }
        }
        if let Some(strings) = &product.strings {
            text.push_str(&format!("\n### {}\n\n{HEAD}", md::markdown(&strings.title)));
            for error in &strings.entries {
                text.push_str(&line(&cells(error)));
            }
        }
    }
    text
}

fn cells(error: &Entry) -> [String; 7] {
    let mut happened = md::cell(&error.summary);
    if let Some(date) = error.effective {
        happened.push_str(&format!(" Enforced from {date}."));
    }
    if let Some(date) = error.retired {
        happened.push_str(&format!(" Withdrawn on {date}."));
    }
    happened.push_str(&erratum(error.erratum.as_deref()));
    let [kind, actor, retry, steps] = guidance(&error.guidance);
    let mark = match &error.key {
        Key::Code(code) => code.to_string(),
        Key::Word(word) => md::cell_of_code(word),
    };
    [
        mark,
        md::cell_of_code(&error.name),
        happened,
        kind,
        actor,
        retry,
        steps,
    ]
}

fn erratum(text: Option<&str>) -> String {
    let text = text.map(|text| format!(" **Erratum:** {}", md::cell(text)));
    text.unwrap_or_default()
}

fn reason_cells(error: &Entry, reason: &Reason) -> [String; 7] {
    let happened = match &reason.key {
        ReasonKey::Code(_) | ReasonKey::Responses => md::cell(&reason.summary),
        ReasonKey::Message(fragment) => format!(
            "Message with {}: {}",
            md::cell_of_code(fragment),
            md::cell(&reason.summary)
        ),
    };
    let number = match &reason.key {
        ReasonKey::Code(number) => format!("{} / {number}", error.key),
        ReasonKey::Message(_) | ReasonKey::Responses => error.key.to_string(),
    };
    let [kind, actor, retry, mut steps] = guidance(&reason.guidance);
    if reason.guidance.steps() == error.guidance.steps() {
        steps.clear();
    }
    [
        number,
        md::cell_of_code(&reason.name),
        happened,
        kind,
        actor,
        retry,
        steps,
    ]
}

/// Kind, actor, retry and steps.
fn guidance(guidance: &Guidance) -> [String; 4] {
    let steps = guidance.steps().iter().enumerate();
    let steps: Vec<String> = steps
        .map(|(at, step)| format!("{}. {}", at + 1, md::cell(step)))
        .collect();
    [
        guidance.kind.replace('_', " "),
        guidance.actor().map_or("nobody", docs::who).to_owned(),
        guidance.retry().map_or("", docs::when).to_owned(),
        steps.join("<br>"),
    ]
}

/// A row of a table.
fn line(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}
