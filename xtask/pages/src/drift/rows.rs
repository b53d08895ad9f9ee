//! The rows of a page, gathered code by code.

use std::collections::HashMap;
use std::ops::Range;

use super::digest::Digest;
use super::lock::Reviewed;
use crate::docs::{Row, RowCode, RowReason, Section};

/// All that a page says of one code.
#[derive(Debug)]
pub(super) struct PageCode<'a> {
    pub(super) code: RowCode,
    /// Never empty; in the page's order.
    pub(super) rows: Vec<&'a Row>,
}

/// The codes of some rows in their order.
pub(super) fn codes<'a>(rows: impl Iterator<Item = &'a Row>) -> Vec<PageCode<'a>> {
    let mut codes: Vec<PageCode<'a>> = Vec::new();
    let mut places: HashMap<RowCode, usize> = HashMap::new();
    for row in rows {
        let place = *places.entry(row.code).or_insert(codes.len());
        match codes.get_mut(place) {
            Some(code) => code.rows.push(row),
            None => codes.push(PageCode {
                code: row.code,
                rows: vec![row],
            }),
        }
    }
    codes
}

impl<'a> PageCode<'a> {
    /// Where the first row stands.
    pub(super) fn span(&self) -> Range<usize> {
        self.rows.first().map_or(0..0, |row| row.span.clone())
    }

    /// The first heading that a row stands under.
    pub(super) fn section(&self) -> Option<&'a str> {
        self.rows.iter().find_map(|row| row.section.as_deref())
    }

    /// Where a heading stands that a row stands under.
    pub(super) fn heading(&self, title: &str) -> Range<usize> {
        let mut sections = self.rows.iter().filter_map(|row| row.section.as_ref());
        let section = sections.find(|section| &***section == title);
        section.map_or(0..0, Section::span)
    }

    /// The constants that the page gives, the first first.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.rows.iter().filter_map(|row| row.name.as_deref())
    }

    pub(super) fn reasons(&self) -> impl Iterator<Item = &'a RowReason> {
        self.rows.iter().flat_map(|row| &row.reasons)
    }

    /// A row that says something else than the first.
    pub(super) fn contradicting(&self) -> Option<&'a Row> {
        let (first, others) = self.rows.split_first()?;
        let says = (&first.name, text(first));
        let mut others = others.iter();
        others.find(|row| (&row.name, text(row)) != says).copied()
    }

    /// What a person has seen who has reviewed the code now.
    pub(super) fn reviewed(&self) -> Reviewed {
        Reviewed {
            rows: self.rows.iter().map(|row| text(row)).collect(),
            names: self.names().map(|name| Digest::of(&[name])).collect(),
            sections: self.sections().map(section).collect(),
            reasons: self.reasons().map(reason).collect(),
        }
    }

    /// The headings that its rows stand under.
    pub(super) fn sections(&self) -> impl Iterator<Item = &'a str> {
        self.rows.iter().filter_map(|row| row.section.as_deref())
    }
}

/// A row without what is compared by itself: its code, its constant, its reasons, its section.
fn text(row: &Row) -> Digest {
    // The order of columns says nothing.
    let mut cells: Vec<&str> = row.text.split(" | ").collect();
    cells.sort_unstable();
    Digest::of(&cells)
}

/// A section's heading.
pub(super) fn section(title: &str) -> Digest {
    let title = title.trim_end_matches([' ', ':']).to_lowercase();
    Digest::of(&[title.as_str()])
}

/// A finer cause.
pub(super) fn reason(reason: &RowReason) -> Digest {
    let code = reason.code.map(|code| code.to_string()).unwrap_or_default();
    let mut texts = vec![code.as_str(), &reason.text];
    texts.extend(reason.headers.iter().map(String::as_str));
    Digest::of(&texts)
}
