//! Places of a page that could not be read: nobody would hear of a code that stands there.

use std::ops::Range;

use super::against::Against;
use super::change::{Change, Drift};
use super::digest::Digest;
use super::lock::Reviewed;
use crate::docs::{NoteKind, Page, RowCode, WireWord};

/// Under which name the lock keeps what was seen of them.
const KEY: &str = "unread";

/// What the lock notes of the places that could not be read.
pub(super) fn key() -> Option<RowCode> {
    WireWord::new(KEY).map(RowCode::Word)
}

/// The places, each with what could not be read.
fn places(page: &Page) -> impl Iterator<Item = (&str, Range<usize>)> {
    let notes = page
        .notes
        .iter()
        .filter(|note| note.kind == NoteKind::Unread);
    let notes = notes.map(|note| (note.text.as_str(), note.span.clone()));
    let unread = page
        .specification
        .iter()
        .flat_map(|specification| &specification.unread);
    notes.chain(unread.map(|unread| (unread.text.as_str(), unread.span.clone())))
}

/// What a person has seen who has looked at them all.
pub(super) fn reviewed(page: &Page) -> Reviewed {
    Reviewed {
        rows: places(page).map(|(text, _)| Digest::of(&[text])).collect(),
        ..Reviewed::default()
    }
}

/// Those that nobody has looked at yet, each a difference.
pub(super) fn drift(page: &Page, against: &Against<'_>) -> Vec<Drift> {
    let seen = key().and_then(|key| against.reviewed(key));
    let is_new = |text: &str| seen.is_none_or(|seen| !seen.rows.contains(&Digest::of(&[text])));
    places(page)
        .filter(|(text, _)| is_new(text))
        .map(|(text, span)| Drift {
            shown: String::new(),
            code: None,
            page: Some(span),
            catalog: against.source_span(),
            change: Change::Unread {
                text: text.to_owned(),
            },
        })
        .collect()
}
