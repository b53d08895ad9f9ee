//! The lines of drafted facts: a response, and an entry that has only such.

use crate::docs::RowCode;
use crate::drift::facts::CodeFacts;
use crate::edit::scalar;
use crate::openapi::Fact;

use super::words;

/// A response as an item of a list, without indentation.
pub(super) fn response(fact: &Fact) -> Vec<String> {
    let mut lines = vec![format!("status: {}", fact.status)];
    if !fact.message.is_empty() {
        lines.push(format!("message: {}", scalar(&fact.message)));
    }
    lines.push("on:".to_owned());
    lines.extend(
        fact.on
            .iter()
            .map(|on| format!("  - {}", operation(&on.operation))),
    );
    lines
}

/// An operation as it may stand in a list of lines.
pub(super) fn operation(operation: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/{}._-:$ ".contains(c);
    let is_plain = !operation.is_empty() && operation.chars().all(plain);
    if is_plain && !operation.contains(": ") && !operation.ends_with(':') {
        operation.to_owned()
    } else {
        scalar(operation)
    }
}

/// The `responses:` of an entry.
pub(super) fn responses<'f>(facts: impl Iterator<Item = &'f Fact>) -> Vec<String> {
    let mut lines = vec!["responses:".to_owned()];
    for fact in facts {
        for (number, line) in response(fact).into_iter().enumerate() {
            let lead = if number == 0 { "  - " } else { "    " };
            lines.push(format!("{lead}{line}"));
        }
    }
    lines
}

/// An entry without indentation: the facts, and what a person has to write left empty.
pub(super) fn entry(
    code: &CodeFacts<'_>,
    category: Option<&str>,
    source: Option<&str>,
) -> Vec<String> {
    let mut lines = vec![match code.code {
        RowCode::Word(word) => format!("value: {}", scalar(word.as_str())),
        number => format!("code: {number}"),
    }];
    let named = code
        .facts
        .iter()
        .find_map(|fact| words::constant(&fact.message));
    match named {
        Some(name) => {
            lines.push(format!("name: {name}"));
            lines.push("# not certain: the name is made of the words of a message".to_owned());
        }
        None => lines.push("name:".to_owned()),
    }
    lines.push(
        format!("category: {}", category.unwrap_or_default())
            .trim_end()
            .to_owned(),
    );
    lines.extend(["kind:", "summary:"].map(str::to_owned));
    lines.extend(responses(code.facts.iter().copied()));
    lines.extend(source.map(|source| format!("source: {}", scalar(source))));
    lines.extend(["actor:", "retry:", "advice:", "remediation:"].map(str::to_owned));
    lines
}
