//! Texts for people: something must stand there, and nothing but text.

use super::{Input, Rule};
use crate::catalog::{Advice, Catalog, Spaces};
use crate::problem::Problem;
use crate::source::Spanned;

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let mut look = |text: &Spanned<String>| one(text, problems);
    for (_, catalog) in input.catalogs {
        each(catalog, &mut look);
    }
    if let Some(spaces) = input.spaces {
        each_space(spaces, &mut look);
    }
}

fn each(catalog: &Catalog, look: &mut impl FnMut(&Spanned<String>)) {
    catalog.title.iter().for_each(&mut *look);
    for source in &catalog.sources {
        source.id.iter().chain(&source.title).for_each(&mut *look);
    }
    for class in catalog.ranges.iter().chain(&catalog.categories) {
        class
            .title
            .iter()
            .chain(&class.summary)
            .for_each(&mut *look);
        steps(&class.advice, look);
    }
    catalog
        .strings
        .iter()
        .flat_map(|strings| &strings.title)
        .for_each(&mut *look);
    for entry in catalog.entries() {
        entry.value.iter().for_each(&mut *look);
        entry
            .summary
            .iter()
            .chain(&entry.erratum)
            .for_each(&mut *look);
        entry
            .causes
            .iter()
            .chain(&entry.raised_by)
            .for_each(&mut *look);
        entry
            .allow
            .iter()
            .flat_map(|e| &e.reason)
            .for_each(&mut *look);
        steps(&entry.advice, look);
        for reason in &entry.reasons {
            reason
                .message
                .iter()
                .chain(&reason.summary)
                .for_each(&mut *look);
            reason.headers.iter().for_each(&mut *look);
            steps(&reason.advice, look);
        }
    }
}

fn each_space(spaces: &Spaces, look: &mut impl FnMut(&Spanned<String>)) {
    spaces
        .groups
        .iter()
        .flat_map(|group| &group.title)
        .for_each(&mut *look);
    spaces
        .products
        .iter()
        .flat_map(|space| &space.title)
        .for_each(&mut *look);
}

fn steps(advice: &Advice, look: &mut impl FnMut(&Spanned<String>)) {
    advice.remediation.iter().for_each(look);
}

/// Words that wait for an author. Matched as whole words, in capitals, as people write them.
const PLACEHOLDERS: &[&str] = &["TODO", "TBD", "FIXME", "XXX", "TBC"];

fn one(text: &Spanned<String>, problems: &mut Vec<Problem>) {
    let value = text.value.as_str();
    let mut report = |rule, message: String, help: &str| {
        problems.push(Problem::new(rule, text.span, message).help(help));
    };
    if value.trim().is_empty() {
        report(
            Rule::Placeholder,
            "this text is empty".to_owned(),
            "write it, or remove the key",
        );
        return;
    }
    let mut words = value.split(|c: char| !c.is_alphanumeric());
    if let Some(word) = words.find(|word| PLACEHOLDERS.contains(word)) {
        report(
            Rule::Placeholder,
            format!("`{word}` waits for its author"),
            "write the text",
        );
    }
    if value.trim() != value {
        report(
            Rule::Markup,
            "the text begins or ends with a space".to_owned(),
            "remove the space",
        );
    }
    if let Some(c) = value.chars().find(|c| is_unseen(*c)) {
        report(
            Rule::Markup,
            format!(
                "the text holds the character U+{:04X}, which does not show",
                u32::from(c)
            ),
            "remove it; a text is one line of visible characters",
        );
    }
    if let Some(tag) = html_tag(value) {
        report(
            Rule::Markup,
            format!("the text holds markup: `{tag}`"),
            "put it into backticks if the reader is meant to see it, else remove it",
        );
    }
    if value.matches('`').count() % 2 == 1 {
        report(
            Rule::Markup,
            "a backtick in this text has no partner".to_owned(),
            "close the code span, or remove the backtick",
        );
    }
}

/// Control characters, and those that turn the direction or take no room.
pub(crate) fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The first thing outside code spans that a browser would take for a tag, comment or entity.
fn html_tag(text: &str) -> Option<&str> {
    for outside in text.split('`').step_by(2) {
        for (at, _) in outside.match_indices('<') {
            let rest = &outside[at + 1..];
            if rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
                let end = rest.find('>').map_or(outside.len(), |end| at + end + 2);
                return Some(&outside[at..end]);
            }
        }
    }
    None
}
