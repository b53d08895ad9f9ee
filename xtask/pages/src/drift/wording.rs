//! What is said of each difference.

use super::change::{Change, Drift};
use crate::docs::RowCode;
use crate::folding::shorten;

/// What a difference says of its two places.
pub(super) struct Words {
    pub(super) id: &'static str,
    pub(super) message: String,
    pub(super) on_page: &'static str,
    pub(super) in_catalog: &'static str,
    pub(super) help: String,
}

/// The words for a difference; `arguments` name catalog, source and page on a command line.
pub(super) fn words(drift: &Drift, arguments: &str) -> Words {
    let shown = &drift.shown;
    let draft = format!("`cargo xtask docs draft {arguments}`");
    let code = drift.code.map(|code| format!(" --code {code}"));
    let accept = format!(
        "`cargo xtask docs accept{} {arguments}`",
        code.unwrap_or_default()
    );
    let is_class = matches!(drift.code, Some(RowCode::Class { .. }));
    let (id, message, on_page, in_catalog, help) = match &drift.change {
        Change::Added if is_class => (
            "code-added",
            format!("{shown} is on the page and not in the catalog"),
            "new",
            "it belongs beside this one",
            format!("give a category or a range these numbers as `codes:`, then run {accept}"),
        ),
        Change::Added => (
            "code-added",
            format!("{shown} is on the page and not in the catalog"),
            "new",
            "its entry belongs beside this one",
            format!("{draft} writes what the page tells; the rest is for a person to write"),
        ),
        Change::Gone if is_class => (
            "code-gone",
            format!("{shown} is no longer on the page"),
            "the page has what stood beside it",
            "not on the page",
            "if Zoom no longer documents these numbers as a whole, remove their `codes:`"
                .to_owned(),
        ),
        Change::Gone => (
            "code-gone",
            format!("{shown} is no longer on the page"),
            "the page has what stood beside it",
            "not on the page",
            "if Zoom has withdrawn it, add `retired:` with the day and keep the entry; if another \
             page has it now, name that one as `source:`"
                .to_owned(),
        ),
        Change::CutOff { expected, gone } => (
            "page-cut-off",
            format!(
                "{} of {expected} codes are not on the page: it looks cut off, or like another page",
                gone.len()
            ),
            "the last code on the page",
            "the first that it lacks",
            format!("save the whole page again; it lacks {}", list(gone)),
        ),
        Change::Renumbered { from } => (
            "code-renumbered",
            format!("{shown} has the number {from} in the catalog"),
            "another number",
            "the number so far",
            format!(
                "{draft} writes the new number; if programs still meet {from}, keep that entry with \
                 `retired:` and add a new one"
            ),
        ),
        Change::Renamed { from, to } => (
            "code-renamed",
            format!("{shown} is called {from} in the catalog"),
            "another constant",
            "the constant so far",
            format!(
                "{draft} writes the new name and keeps the old variant as a deprecated constant; if \
                 both are in use, list `{to}` under `aliases:`"
            ),
        ),
        Change::NamesGone { codes } => (
            "names-gone",
            format!("the page no longer gives the constant of {}", list(codes)),
            "no constant",
            "the constant so far",
            format!(
                "is the page saved as it is shown? if Zoom no longer names them, run `cargo xtask docs accept {arguments}`"
            ),
        ),
        Change::Moved { to, category } => (
            "code-moved",
            format!("{shown} stands under `{to}` now"),
            "in another section",
            "the category so far",
            match category {
                Some(id) => format!("make its category `{id}`, then run {accept}"),
                None => format!(
                    "no category has this title: add one or keep the entry where it is, then run {accept}"
                ),
            },
        ),
        Change::Retitled { to, codes, .. } => (
            "section-retitled",
            format!("the section of {} is headed `{to}` now", list(codes)),
            "another title",
            "the category so far",
            format!(
                "give the category this `title:`, then run `cargo xtask docs accept {arguments}`"
            ),
        ),
        Change::Reworded => (
            "row-reworded",
            format!("{shown} reads differently than when it was last reviewed"),
            "another wording",
            "in the catalog",
            format!("see whether the entry still holds, then run {accept}"),
        ),
        Change::ListedTwice { .. } => (
            "listed-twice",
            format!("{shown} is listed twice with different meaning"),
            "listed again",
            "in the catalog",
            format!("see that the entry covers both, under `reasons:` perhaps, then run {accept}"),
        ),
        Change::ReasonAdded { text } => (
            "reason-added",
            format!("{shown} has a further cause: {text}"),
            "new",
            "in the catalog",
            format!("{draft} adds it under `reasons:`; then run {accept}"),
        ),
        Change::ReasonReworded => (
            "reason-reworded",
            format!("a cause of {shown} reads differently than when it was last reviewed"),
            "another wording",
            "in the catalog",
            format!(
                "see whether `reasons:` still holds, its `message:` above all, then run {accept}"
            ),
        ),
        Change::ReasonGone { name } => (
            "reason-gone",
            match name {
                Some(name) => format!("{shown} no longer lists the cause {name}"),
                None => format!("{shown} lists one cause fewer"),
            },
            "a cause is gone here",
            "the cause so far",
            format!("see whether SDKs and servers still send it, then run {accept}"),
        ),
        Change::Documented => (
            "code-documented",
            format!("{shown} is on the page, but `origin: observed` in the catalog"),
            "documented now",
            "in the catalog",
            format!(
                "remove `origin:`, correct `source:` and take over what the page says, then run {accept}"
            ),
        ),
        Change::Returned => (
            "code-returned",
            format!("{shown} is on the page, but `retired:` in the catalog"),
            "listed again",
            "in the catalog",
            "remove `retired:` if Zoom uses the code again".to_owned(),
        ),
        Change::ResponseAdded { status, message } => (
            "response-added",
            format!(
                "{shown} has a further response under {status}: {}",
                quoted(message)
            ),
            "new",
            "its entry",
            format!("{draft} writes it; see that the advice holds for it, then run {accept}"),
        ),
        Change::ResponseGone { status, message } => (
            "response-gone",
            format!(
                "{shown} no longer has this response under {status}: {}",
                quoted(message)
            ),
            "what it has now",
            "not in the document",
            format!("remove it, or if servers still send it, run {accept}"),
        ),
        Change::MessageChanged { status, to, .. } => (
            "message-changed",
            format!("{shown} has another message under {status}: {}", quoted(to)),
            "the message now",
            "the message so far",
            format!("write the message as it is now, then run {accept}"),
        ),
        Change::StatusChanged { message, from, to } => (
            "status-changed",
            format!(
                "{shown} comes under {to} and no longer under {from}: {}",
                quoted(message)
            ),
            "the status now",
            "the status so far",
            format!("write the status as it is now, then run {accept}"),
        ),
        Change::OperationAdded {
            operation,
            status,
            message,
        } => (
            "operation-added",
            format!(
                "{operation} answers {shown} under {status} too: {}",
                quoted(message)
            ),
            "new",
            "the operations so far",
            format!("{draft} adds it under `on:`; then run {accept}"),
        ),
        Change::OperationGone {
            operation,
            status,
            message,
        } => (
            "operation-gone",
            format!(
                "{operation} no longer answers {shown} under {status}: {}",
                quoted(message)
            ),
            "the response",
            "not in the document",
            format!("remove it from `on:`, then run {accept}"),
        ),
        Change::CallAdded => (
            "call-added",
            format!("the operation {shown} is not listed"),
            "new",
            "the operations so far",
            format!("{draft} lists it"),
        ),
        Change::CallGone => (
            "call-gone",
            format!("the operation {shown} is no longer in the document"),
            "the last one that is",
            "not in the document",
            "remove it if Zoom has withdrawn it".to_owned(),
        ),
        Change::CallChanged(what) => (
            "call-changed",
            format!("{shown}: {what}"),
            "described here",
            "as listed",
            format!("{draft} writes it as it is now"),
        ),
        Change::Unread { text } => (
            "unread",
            format!("a place that may hold a code could not be read: {text}"),
            "unreadable",
            "the catalog",
            format!(
                "see by yourself what it says; if it is no code or its entry is right, run `cargo xtask docs accept {arguments}`"
            ),
        ),
        Change::Unreviewed { codes } => (
            "unreviewed",
            format!("nobody has reviewed {} as this page has it", list(codes)),
            "the first of them",
            "in the catalog",
            format!(
                "see that the entries say what the page says, then run `cargo xtask docs accept {arguments}`"
            ),
        ),
    };
    Words {
        id,
        message,
        on_page,
        in_catalog,
        help,
    }
}

/// A message as a part of a sentence, cut where it gets long.
fn quoted(message: &str) -> String {
    match message {
        "" => "(no message)".to_owned(),
        message => format!("\"{}\"", shorten(message, 100)),
    }
}

/// A few codes by number, and how many more there are.
pub fn list(codes: &[RowCode]) -> String {
    const SHOWN: usize = 10;
    let shown: Vec<String> = codes.iter().take(SHOWN).map(RowCode::to_string).collect();
    let more = codes.len().saturating_sub(SHOWN);
    match (shown.split_last(), more) {
        (Some((last, [])), 0) => last.clone(),
        (Some((last, rest)), 0) => format!("{} and {last}", rest.join(", ")),
        _ => format!("{} and {more} more", shown.join(", ")),
    }
}
