//! What a text says beside codes and messages: who is talked about.

use alloc::vec::Vec;

use super::words::{Lengths, Word};
use crate::generated::lists::{AFTER_ZOOM, VOCABULARY};
use crate::generated::{FIELDS, PREFIXES, WORDS};
use crate::operation::METHODS;
use crate::{Operation, Product, ZoomError};

/// A constant or a word in place of a code.
pub(super) struct Named {
    pub(super) start: usize,
    pub(super) end: usize,
    /// What it can be, and whether nobody else would call anything so.
    pub(super) errors: Vec<(ZoomError, bool)>,
    /// The section that it belongs to.
    pub(super) home: Option<usize>,
}

#[derive(Default)]
pub(super) struct Marks {
    /// Whether Zoom is named, by its host or otherwise.
    pub(super) zoom: bool,
    pub(super) names: Vec<Named>,
    /// Products for which a word speaks, once for each word.
    pub(super) spoken_for: Vec<&'static [Product]>,
    /// Numbers that can be a status of a failed request.
    pub(super) statuses: Vec<(usize, u16)>,
    pub(super) operation: Option<&'static Operation>,
}

pub(super) fn marks(text: &str, words: &[Word]) -> Marks {
    let mut marks = Marks::default();
    for (at, word) in words.iter().enumerate() {
        let written = word.of(text);
        let next = words.get(at + 1).map(|next| next.of(text));
        marks.zoom |= is_zoom(written, next);
        if let Some(status) = status(written) {
            marks.statuses.push((word.start, status));
        }
        if let Some(products) = spoken_for(written) {
            marks.spoken_for.push(products);
        }
        if written.len() >= 6
            && written
                .bytes()
                .any(|byte| byte == b'_' || byte.is_ascii_uppercase())
        {
            let errors: Vec<(ZoomError, bool)> = ZoomError::named(written)
                .map(|error| (error, is_telling(written, error)))
                .collect();
            if !errors.is_empty() {
                marks.names.push(Named {
                    start: word.start,
                    end: word.end,
                    errors,
                    home: None,
                });
            }
        }
    }
    marks.operation = marks.zoom.then(|| operation(text)).flatten();
    marks
}

pub(super) fn is_vocabulary(word: &str) -> bool {
    VOCABULARY
        .iter()
        .any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether a text is about Zoom's business.
pub(super) fn is_business(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .any(is_vocabulary)
}

/// `zoom.us`, `Zoom`, `ZoomMtg`, `zoom api`; a map that zooms is none.
fn is_zoom(word: &str, next: Option<&str>) -> bool {
    let after = |words: &[&str]| {
        next.is_some_and(|next| words.iter().any(|word| word.eq_ignore_ascii_case(next)))
    };
    match word {
        "zoom" => after(AFTER_ZOOM),
        "zoomgov" => after(&["com"]),
        "Zoom" | "ZOOM" => true,
        _ => word
            .strip_prefix("Zoom")
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase())),
    }
}

fn status(word: &str) -> Option<u16> {
    let status = (word.len() == 3).then(|| word.parse().ok()).flatten()?;
    (400..600).contains(&status).then_some(status)
}

static LENGTHS: Lengths = {
    let (mut lengths, mut at) = (Lengths::NONE, 0);
    while at < WORDS.len() {
        lengths = lengths.with(WORDS[at].0);
        at += 1;
    }
    lengths
};

/// The products for which a word speaks.
pub(super) fn spoken_for(word: &str) -> Option<&'static [Product]> {
    if !LENGTHS.has(word.as_bytes()) {
        return None;
    }
    let folded = |known: &str| {
        let word = word.bytes().map(|byte| byte.to_ascii_lowercase());
        known.bytes().cmp(word)
    };
    let at = WORDS.binary_search_by(|(known, _)| folded(known)).ok()?;
    WORDS.get(at).map(|(_, products)| *products)
}

/// Constants of SDKs are long and of several parts, or begin as nobody else's do: with the SDK in mixed
/// case, or as its catalog says. Names in the REST catalogs are mostly of this project.
fn is_telling(name: &str, error: ZoomError) -> bool {
    let parts = name.split('_').count();
    let mixed = name.bytes().any(|byte| byte.is_ascii_lowercase())
        && name.bytes().any(|byte| byte.is_ascii_uppercase());
    let long = parts >= 3 && name.len() >= 16;
    let prefixed =
        mixed && parts >= 2 && name.split('_').next().is_some_and(|first| first.len() >= 6)
            || PREFIXES.iter().any(|prefix| name.starts_with(prefix));
    // Who answers with `code` or `status` has names that anybody may have.
    let is_sdk = !FIELDS
        .iter()
        .any(|field| matches!(field.key, "code" | "status") && field.holds(error.product()));
    is_sdk && name.bytes().any(|byte| byte.is_ascii_uppercase()) && (long || prefixed)
}

/// The operation whose address stands in the text.
fn operation(text: &str) -> Option<&'static Operation> {
    let (before, path) = text.split_once("/v2/")?;
    let end = path.find(|c: char| {
        c.is_whitespace() || matches!(c, '?' | '"' | '\'' | '`' | ')' | '>' | ',' | '#')
    });
    let path = path
        .get(..end.unwrap_or(path.len()))?
        .trim_end_matches([':', '.', '/', ';', ']']);
    let method = before
        .rsplit(|c: char| !c.is_ascii_alphabetic())
        .find(|word| METHODS.contains(word));
    match method {
        Some(method) => Operation::find(method, path),
        None => Operation::at(path).next(),
    }
}
