//! Differences in words, with the place on the page and the place in the catalog.

use std::ops::Range;

use zoom_errors_codegen::Span;
use zoom_errors_codegen::report::Finding;

use super::change::{Change, Drift};
pub use super::wording::list;
use super::wording::words;

/// Where the differences were found.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The page's index among the files of the report.
    pub file: usize,
    /// The page's text.
    pub text: &'a str,
    /// What a command line needs to name catalog, source and page: `--catalog demo page.md`.
    pub arguments: &'a str,
}

/// The difference for people and tools.
pub fn finding(drift: &Drift, place: &Place<'_>) -> Finding {
    let words = words(drift, place.arguments);
    let on_page = page_span(drift, place).map(|range| Span {
        file: place.file,
        start: range.start,
        end: range.end,
    });
    let in_catalog = drift.catalog;
    // What is gone shows in the catalog; all else shows on the page first.
    let mut places = vec![(on_page, words.on_page), (in_catalog, words.in_catalog)];
    let gone = matches!(
        drift.change,
        Change::Gone
            | Change::CallGone
            | Change::ResponseGone { .. }
            | Change::OperationGone { .. }
    );
    if gone {
        places.reverse();
    }
    let mut places = places
        .into_iter()
        .filter_map(|(span, label)| Some((span?, label.to_owned())));
    let nowhere = Span {
        file: place.file,
        start: 0,
        end: 0,
    };
    let (span, label) = places.next().unwrap_or((nowhere, String::new()));
    let mut related: Vec<(Span, String)> = places.collect();
    if let Change::ListedTwice { first } = &drift.change {
        let first = beginning(first.clone(), place.text);
        let span = Span {
            file: place.file,
            start: first.start,
            end: first.end,
        };
        related.insert(0, (span, "listed here first".to_owned()));
    }
    Finding {
        id: words.id,
        message: words.message,
        span,
        label,
        related,
        help: Some(words.help),
        note: None,
    }
}

/// A retitled section shows at its heading, unless there is markup within; all else at the beginning
/// of its row.
fn page_span(drift: &Drift, place: &Place<'_>) -> Option<Range<usize>> {
    let row = drift.page.clone()?;
    if let Change::Retitled { to, heading, .. } = &drift.change
        && let Some(at) = place
            .text
            .get(heading.clone())
            .and_then(|text| text.find(to))
    {
        let start = heading.start + at;
        return Some(start..start + to.len());
    }
    Some(beginning(row, place.text))
}

/// What of a row is marked: enough to recognise it, for rows may go on for pages.
fn beginning(row: Range<usize>, text: &str) -> Range<usize> {
    const LONGEST: usize = 60;
    let Some(whole) = text.get(row.clone()) else {
        return row;
    };
    let line = whole.lines().next().unwrap_or_default().trim_end();
    let end = line.char_indices().nth(LONGEST).map(|(at, _)| at);
    row.start..row.start + end.unwrap_or(line.len())
}
