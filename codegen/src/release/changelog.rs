//! A draft of the changelog, in the form of the house.

use super::change::{Change, Kind, Subject};

/// The headings of a release, in their order.
const HEADINGS: [&str; 4] = ["Added", "Changed", "Deprecated", "Removed"];

/// The sections for the changes, to be put under the heading of the release and reworded by a
/// person. Empty if there are none.
pub fn changelog(changes: &[Change]) -> String {
    let mut text = String::new();
    for heading in HEADINGS {
        let lines: Vec<String> = bullets(changes, heading);
        if lines.is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!("### {heading}\n\n"));
        for line in lines {
            text.push_str(&format!("- {line}\n"));
        }
    }
    text
}

/// One line for each product and each way in which something differs.
fn bullets(changes: &[Change], heading: &str) -> Vec<String> {
    let mut bullets: Vec<(String, Vec<String>)> = Vec::new();
    for change in changes
        .iter()
        .filter(|change| heading_of(change) == heading)
    {
        let (head, item) = line(change);
        match bullets.iter_mut().find(|(known, _)| *known == head) {
            Some((_, items)) => items.push(item),
            None => bullets.push((head, vec![item])),
        }
    }
    let bullet = |(head, items): (String, Vec<String>)| format!("{head} {}.", items.join(", "));
    bullets.into_iter().map(bullet).collect()
}

fn heading_of(change: &Change) -> &'static str {
    match change.kind {
        Kind::Added => "Added",
        Kind::Removed => "Removed",
        Kind::Retired => "Deprecated",
        _ => "Changed",
    }
}

/// What the line begins with, and what stands in it for this change.
fn line(change: &Change) -> (String, String) {
    let title = &change.title;
    match (&change.subject, &change.kind) {
        (Subject::Product { codes }, kind) => {
            let which = match kind {
                Kind::Added => "its",
                _ => "all",
            };
            (format!("{title}:"), format!("{which} {}", counted(*codes)))
        }
        (_, Kind::Metadata(fields)) => {
            let fields: Vec<&str> = fields.iter().map(|field| words(field)).collect();
            (
                format!("{title}: {} of", fields.join(", ")),
                shown(&change.subject),
            )
        }
        _ => (format!("{title}:"), phrase(change)),
    }
}

/// A change in a few words, without its product: ``5012 `OldName` is now `NewName` ``.
pub fn phrase(change: &Change) -> String {
    let subject = shown(&change.subject);
    match &change.kind {
        Kind::Added | Kind::Removed => subject,
        Kind::Renamed { to, deprecated } => {
            let kept = if *deprecated {
                " (the old name is deprecated)"
            } else {
                ""
            };
            format!("{subject} is now `{to}`{kept}")
        }
        Kind::Renumbered { to } => format!("{subject} is now {to}"),
        Kind::Reordered => format!("the order of {subject}"),
        Kind::Retired => format!("{subject}, withdrawn by Zoom"),
        Kind::Metadata(fields) => format!("{subject}: {}", fields.join(", ")),
    }
}

fn shown(subject: &Subject) -> String {
    match subject {
        Subject::Product { codes } => format!("the product with {}", counted(*codes)),
        Subject::Type(name) => format!("`{name}`"),
        Subject::Code { variant, code } => format!("{code} `{variant}`"),
        Subject::Variant { of, variant } => format!("`{of}::{variant}`"),
    }
}

fn counted(codes: usize) -> String {
    match codes {
        1 => "one code".to_owned(),
        codes => format!("{codes} codes"),
    }
}

/// The key of a catalog as a word of prose.
fn words(field: &'static str) -> &'static str {
    match field {
        "raised_by" => "methods",
        "same_as" => "link to the same failure",
        "related" => "links",
        "actor" => "who must act",
        "retry" => "whether to retry",
        "advice" => "origin of the advice",
        "name" => "constant",
        other => other,
    }
}
