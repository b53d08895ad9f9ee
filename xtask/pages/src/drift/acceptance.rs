//! Notes in the lock what a person has reviewed.

use std::collections::HashSet;
use std::fmt;

use super::against::Against;
use super::finding::list;
use super::lock::Lock;
use super::pairing::too_many;
use super::rows;
use crate::docs::{Page, RowCode};

/// The lock after a review.
#[derive(Debug)]
pub struct Acceptance {
    /// The new lock.
    pub lock: Lock,
    /// How many codes were noted.
    pub noted: usize,
    /// Codes that are no longer on the page and whose lines were dropped.
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
    let codes = rows::codes(page);
    let on_page: HashSet<RowCode> = codes.iter().map(|code| code.code).collect();
    let wanted = |code: RowCode| only.is_empty() || only.contains(&code);
    if only.is_empty() && !force {
        let expected = against.expected();
        let gone: Vec<RowCode> = expected
            .iter()
            .map(|(code, _)| *code)
            .filter(|code| !on_page.contains(code))
            .collect();
        if too_many(gone.len(), expected.len()) {
            let expected = expected.len();
            return Err(Refusal::TooManyGone { gone, expected });
        }
    }
    let (known, left_out): (Vec<_>, Vec<_>) = codes
        .iter()
        .filter(|code| wanted(code.code))
        .partition(|code| against.known(code.code).is_some());
    let dropped: Vec<RowCode> = against
        .all_reviewed()
        .map(|(code, _)| code)
        .filter(|code| wanted(*code) && !on_page.contains(code))
        .collect();
    for code in only {
        if !on_page.contains(code) && !dropped.contains(code) {
            return Err(Refusal::NotThere(*code));
        }
        if left_out.iter().any(|left_out| left_out.code == *code) {
            return Err(Refusal::NotInCatalog(*code));
        }
    }
    let mut lock = against.lock.clone();
    let (catalog, source) = (&against.outline.id, against.source);
    for code in &dropped {
        lock.remove(catalog, source, *code);
    }
    for code in &known {
        lock.set(catalog, source, code.code, code.reviewed());
    }
    Ok(Acceptance {
        lock,
        noted: known.len(),
        dropped,
        left_out: left_out.iter().map(|code| code.code).collect(),
    })
}
