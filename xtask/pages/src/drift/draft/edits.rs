//! Where in a catalog's text the drafted lines go.

use crate::edit::{Edit, ListText, behind_line, fill, line_end};
use crate::outline::{EntryOutline, ListPlace, Outline};

use super::draft_error::DraftError;
use super::places::{Place, Places};
use crate::drift::against::Against;
use crate::drift::rows::PageCode;

/// The entries of a catalog, and new ones for it.
pub(super) struct Entries<'a> {
    text: &'a str,
    against: &'a Against<'a>,
    places: Places<'a>,
    /// Nothing if the catalog has no entry yet.
    list: Option<ListText<'a>>,
    edits: Vec<Edit>,
    /// The entries of a catalog that had none.
    first: Vec<Vec<String>>,
}

impl<'a> Entries<'a> {
    pub(super) fn new(
        text: &'a str,
        against: &'a Against<'a>,
        codes: &'a [PageCode<'a>],
    ) -> Result<Self, DraftError> {
        let entries = &against.outline.entries;
        let list = if entries.is_empty() {
            None
        } else {
            let keys: Vec<usize> = entries.iter().map(|entry| entry.span.start).collect();
            Some(ListText::of(text, &keys).map_err(|_| DraftError::Style)?)
        };
        Ok(Self {
            text,
            against,
            places: Places::of(against, codes),
            list,
            edits: Vec::new(),
            first: Vec::new(),
        })
    }

    /// Takes the entry of the code at a place of the page.
    pub(super) fn insert(&mut self, at: usize, category: &str, lines: Vec<String>) -> Option<()> {
        let Some(list) = &self.list else {
            self.first.push(lines);
            return Some(());
        };
        let edit = match self.places.place(at, category) {
            Place::Behind(entry) => list.insert_after(entry, &lines),
            Place::Before(entry) => list.insert_before(entry, &lines),
        };
        self.edits.push(edit?);
        Some(())
    }

    /// Takes the entry of a code without a place on the page: it goes behind the next smaller number.
    pub(super) fn insert_by_number(&mut self, code: i32, lines: Vec<String>) -> Option<()> {
        let Some(list) = &self.list else {
            self.first.push(lines);
            return Some(());
        };
        let entries = self.against.outline.entries.iter().enumerate();
        let smaller = entries.filter(|(_, entry)| entry.code.value < code);
        let edit = match smaller.max_by_key(|(_, entry)| entry.code.value) {
            Some((at, _)) => list.insert_after(at, &lines),
            None => list.insert_before(0, &lines),
        };
        self.edits.push(edit?);
        Some(())
    }

    pub(super) fn edits(self) -> Vec<Edit> {
        match self.against.outline.entry_list {
            Some(ListPlace { key, value }) if !self.first.is_empty() => {
                fill(self.text, key.end, value.start..value.end, &self.first)
            }
            _ => self.edits,
        }
    }
}

/// The new constant, and the old variant as a deprecated name unless it stays.
pub(super) fn rename(text: &str, outline: &Outline, entry: &EntryOutline, to: &str) -> Vec<Edit> {
    let Some(name) = &entry.name else {
        return Vec::new();
    };
    let mut edits = vec![Edit {
        range: name.span.start..name.span.end,
        text: to.to_owned(),
    }];
    let Some((variant, stated)) = &entry.variant else {
        return edits;
    };
    if *stated || outline.variant_for(to).as_ref() == Some(variant) {
        return edits;
    }
    if let Some(last) = entry.renamed_from.last() {
        let lead = line_before(text, last.span.start);
        let end = line_end(text);
        let more = match lead.trim_start() {
            "- " => format!("{end}{lead}{variant}"),
            _ => format!(", {variant}"),
        };
        edits.push(Edit::insert(last.span.end, more));
    } else {
        let end = line_end(text);
        let (at, has_end) = behind_line(text, name.span.end);
        let before = if has_end { "" } else { end };
        let indent = key_indent(text, entry);
        let line = format!("{before}{indent}renamed_from: [{variant}]{end}");
        edits.push(Edit::insert(at, line));
    }
    edits
}

/// Puts a finer cause behind the last one of an entry.
pub(super) fn reason(text: &str, entry: &EntryOutline, lines: &[String]) -> Option<Edit> {
    let keys: Vec<usize> = entry
        .reasons
        .iter()
        .map(|reason| reason.span.start)
        .collect();
    let list = ListText::of(text, &keys).ok()?;
    list.insert_after(keys.len().checked_sub(1)?, lines)
}

/// Puts keys behind the last line of an entry, given by its first key.
pub(super) fn behind_entry(text: &str, first: usize, lines: &[String]) -> Option<Edit> {
    let list = ListText::of(text, &[first]).ok()?;
    let indent = " ".repeat(line_before(text, first).chars().count());
    list.append_to(0, &indent, lines)
}

/// What stands on a line before a byte.
fn line_before(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    before.rsplit('\n').next().unwrap_or_default()
}

/// How far the keys of an entry are indented.
fn key_indent(text: &str, entry: &EntryOutline) -> String {
    " ".repeat(line_before(text, entry.span.start).chars().count())
}
