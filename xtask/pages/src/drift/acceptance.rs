//! Notes in the lock what a person has reviewed.

use std::collections::HashSet;
use std::fmt;

use super::against::Against;
use super::cut_off::too_many;
use super::facts::{self, CodeDrifts};
use super::finding::list;
use super::lock::{Lock, Reviewed};
use super::spaces;
use super::subjects::Subjects;
use super::unread;
use crate::docs::{Page, RowCode};

/// The lock after a review.
#[derive(Debug)]
pub struct Acceptance {
    /// The new lock.
    pub lock: Lock,
    /// How many codes were noted.
    pub noted: usize,
    /// Codes that are no longer on the page, or in the catalog, and whose lines were dropped.
    pub dropped: Vec<RowCode>,
    /// Codes of the page that the catalog lacks. They are not noted, or nobody would hear of them
    /// again.
    pub left_out: Vec<RowCode>,
}

/// Why nothing is noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// More than a tenth of the codes is not on the page.
    TooManyGone {
        /// Those that the page lacks.
        gone: Vec<RowCode>,
        /// How many it should have.
        expected: usize,
    },
    /// A code asked for is neither on the page nor in the lock.
    NotThere(RowCode),
    /// A code asked for is on the page and not in the catalog.
    NotInCatalog(RowCode),
}

impl std::error::Error for Refusal {}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManyGone { gone, expected } => write!(
                f,
                "{} of {expected} codes are not on the page, more than a tenth: {}\nis it cut off, or \
                 another page? if these codes are really gone, say so with --force",
                gone.len(),
                list(gone)
            ),
            Self::NotThere(code) => {
                write!(
                    f,
                    "{code} is neither on the page nor among the reviewed rows"
                )
            }
            Self::NotInCatalog(code) => write!(
                f,
                "{code} is on the page and not in the catalog; write its entry first"
            ),
        }
    }
}

/// Notes all codes of the page, or only some of them.
///
/// # Errors
/// If the page lacks more than a tenth of its codes, unless `force` is set; or if a code asked for
/// cannot be noted.
pub fn accept(
    page: &Page,
    against: &Against<'_>,
    only: &[RowCode],
    force: bool,
) -> Result<Acceptance, Refusal> {
    let codes = spaces::own(page, against).codes;
    let subjects = Subjects::of(against);
    let facts = page
        .specification
        .as_ref()
        .map(facts::codes)
        .unwrap_or_default();
    let halves = page
        .specification
        .as_ref()
        .map(|one| one.halves)
        .unwrap_or_default();
    let on_page: HashSet<RowCode> = codes
        .iter()
        .map(|code| code.code)
        .chain(facts.iter().map(|code| code.code))
        .chain(unread::key())
        .collect();
    // What the other document of a reference states is none of this one's.
    let is_other_half = |code: &RowCode| {
        let subject = subjects.get(*code).filter(|_| page.specification.is_some());
        subject.is_some_and(|subject| !facts::is_spoken_of(subject, halves))
    };
    let wanted = |code: RowCode| only.is_empty() || only.contains(&code);
    if only.is_empty() && !force {
        let expected = against.expected().into_iter().map(|(code, _)| code);
        let expected: Vec<RowCode> = expected.filter(|code| !is_other_half(code)).collect();
        let gone = expected.iter().filter(|code| !on_page.contains(code));
        let gone: Vec<RowCode> = gone.copied().collect();
        if too_many(gone.len(), expected.len()) {
            let expected = expected.len();
            return Err(Refusal::TooManyGone { gone, expected });
        }
    }
    let mut seen: Vec<(RowCode, Reviewed)> = Vec::new();
    let mut left_out: Vec<RowCode> = Vec::new();
    for code in codes.iter().filter(|code| wanted(code.code)) {
        match against.known(code.code) {
            Some(_) => seen.push((code.code, code.reviewed())),
            None if against.elsewhere(code.code, code.names()) => {}
            None => left_out.push(code.code),
        }
    }
    for code in facts.iter().filter(|code| wanted(code.code)) {
        match subjects.get(code.code) {
            Some(subject) => {
                let drifts = CodeDrifts::of(code, subject, halves);
                let before = against.reviewed(code.code);
                seen.push((code.code, drifts.noted(subject, halves, before)));
            }
            None if against.elsewhere(code.code, std::iter::empty()) => {}
            None => left_out.push(code.code),
        }
    }
    let unreadable = unread::reviewed(page);
    let dropped: Vec<RowCode> = against
        .all_reviewed()
        .map(|(code, _)| code)
        .filter(|code| {
            let gone = !on_page.contains(code) && !is_other_half(code);
            let unknown = against.known(*code).is_none() && subjects.get(*code).is_none();
            wanted(*code) && (gone || unknown && Some(*code) != unread::key())
        })
        .collect();
    for code in only {
        if !on_page.contains(code) && !dropped.contains(code) {
            return Err(Refusal::NotThere(*code));
        }
        if left_out.contains(code) {
            return Err(Refusal::NotInCatalog(*code));
        }
    }
    let mut lock = against.lock.clone();
    let (catalog, source) = (&against.outline.id, against.source);
    for code in &dropped {
        lock.remove(catalog, source, *code);
    }
    let noted = seen.len();
    for (code, reviewed) in seen {
        lock.set(catalog, source, code, reviewed);
    }
    if let Some(key) = unread::key().filter(|_| only.is_empty()) {
        if unreadable.rows.is_empty() {
            lock.remove(catalog, source, key);
        } else {
            lock.set(catalog, source, key, unreadable);
        }
    }
    Ok(Acceptance {
        lock,
        noted,
        dropped,
        left_out,
    })
}
