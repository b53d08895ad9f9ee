//! Beside which entry of a catalog a new one belongs.

use std::collections::HashMap;

use super::category;
use crate::drift::against::{Against, Known};
use crate::drift::rows::PageCode;

/// Beside an entry, by its index.
pub(super) enum Place {
    Behind(usize),
    Before(usize),
}

/// The entries that a page and a catalog offer as neighbours.
pub(super) struct Places<'a> {
    against: &'a Against<'a>,
    /// By category, the page's rows that have an entry in it: place on the page and entry.
    rows: HashMap<&'a str, Vec<(usize, usize)>>,
    /// The last entry of each category.
    last: HashMap<&'a str, usize>,
    /// For each category of the catalog the last entry of the nearest one before it that has any.
    earlier: Vec<Option<usize>>,
    /// For each place of the page the category of the nearest row before it that has one.
    before: Vec<Option<&'a str>>,
}

impl<'a> Places<'a> {
    pub(super) fn of(against: &'a Against<'a>, codes: &[PageCode<'_>]) -> Self {
        let mut places = Self {
            against,
            rows: HashMap::new(),
            last: HashMap::new(),
            earlier: Vec::new(),
            before: Vec::new(),
        };
        let outline = against.outline;
        for (index, entry) in outline.entries.iter().enumerate() {
            if let Some(id) = category::of_entry(entry) {
                places.last.insert(id, index);
            }
        }
        let mut earlier = None;
        for category in &outline.categories {
            places.earlier.push(earlier);
            earlier = places.last.get(category.id.as_str()).copied().or(earlier);
        }
        let mut before = None;
        for (at, code) in codes.iter().enumerate() {
            places.before.push(before);
            if let Some(Known::Entry(index, entry)) = against.known(code.code)
                && let Some(id) = category::of_entry(entry)
            {
                places.rows.entry(id).or_default().push((at, index));
                before = Some(id);
            }
        }
        places
    }

    /// Beside the nearest row of its category, else behind the categories before its own.
    pub(super) fn place(&self, at: usize, category: &str) -> Place {
        if let Some(rows) = self.rows.get(category) {
            let behind = rows.partition_point(|(place, _)| *place < at);
            let entry = |row: usize| rows.get(row).map(|(_, entry)| *entry);
            if let Some(entry) = behind.checked_sub(1).and_then(entry) {
                return Place::Behind(entry);
            }
            if let Some(entry) = entry(behind) {
                return Place::Before(entry);
            }
        }
        let last_of = |id: &str| self.last.get(id).copied();
        if let Some(entry) = last_of(category) {
            return Place::Behind(entry);
        }
        let own = self.against.category(category);
        let of_catalog = own.and_then(|own| self.earlier.get(own).copied().flatten());
        // A new category comes behind that of the row before it.
        let of_page = || self.before.get(at).copied().flatten().and_then(last_of);
        match of_catalog.or_else(of_page) {
            Some(entry) => Place::Behind(entry),
            None => Place::Before(0),
        }
    }
}
