//! A page that lists several code spaces, each under its heading: which of them are the catalog's.

use std::collections::{HashMap, HashSet};

use super::against::{Against, Known, has_name};
use super::rows::{self, PageCode};
use crate::docs::{Page, Row, RowCode};

/// A section with fewer rows is never another space: it may as well be a mistake.
const FEWEST: usize = 3;

/// The codes of a page that are held against a catalog.
pub(super) struct OwnCodes<'a> {
    pub(super) codes: Vec<PageCode<'a>>,
    /// Headings of the sections that are another space's.
    pub(super) left_out: Vec<&'a str>,
}

/// Tells the sections of other spaces by two things: the page has a number under two headings with
/// two constants, and no row of the section is in the catalog.
pub(super) fn own<'a>(page: &'a Page, against: &Against<'_>) -> OwnCodes<'a> {
    let mut left_out: Vec<&str> = Vec::new();
    if has_several(page) {
        let mut sections: HashMap<&str, (usize, bool)> = HashMap::new();
        for row in &page.rows {
            if let Some(section) = row.section.as_deref() {
                let (rows, own) = sections.entry(section).or_default();
                *rows += 1;
                *own |= is_own(row, against);
            }
        }
        let any_own = sections.values().any(|(_, own)| *own);
        let is_other = |(rows, own): &(usize, bool)| any_own && !own && *rows >= FEWEST;
        let headings = page.rows.iter().filter_map(|row| row.section.as_deref());
        for heading in headings {
            if sections.get(heading).is_some_and(is_other) && !left_out.contains(&heading) {
                left_out.push(heading);
            }
        }
    }
    let is_left_out: HashSet<&str> = left_out.iter().copied().collect();
    let of_space = |row: &&Row| {
        row.section
            .as_deref()
            .is_none_or(|own| !is_left_out.contains(own))
    };
    OwnCodes {
        codes: rows::codes(page.rows.iter().filter(of_space)),
        left_out,
    }
}

/// Whether a number stands under two headings with two constants.
fn has_several(page: &Page) -> bool {
    let mut known: HashMap<RowCode, (&str, &str)> = HashMap::new();
    page.rows.iter().any(|row| {
        let (Some(name), Some(section)) = (row.name.as_deref(), row.section.as_deref()) else {
            return false;
        };
        let (first, heading) = *known.entry(row.code).or_insert((name, section));
        first != name && heading != section
    })
}

/// Whether the catalog has the row's number with its constant.
fn is_own(row: &Row, against: &Against<'_>) -> bool {
    match against.known(row.code) {
        Some(Known::Entry(_, entry)) => {
            row.name.as_deref().is_none_or(|name| has_name(entry, name))
        }
        Some(Known::Class(_)) => true,
        None => false,
    }
}
