//! What a page is held against: the entries of one source, and what was reviewed of them.

use std::collections::HashMap;

use crate::outline::{ClassOutline, EntryOutline, Outline};
use zoom_errors_codegen::Span;

use super::lock::{Lock, Reviewed};
use super::rows::PageCode;
use crate::docs::RowCode;

/// A catalog, one of its sources, and the lock.
#[derive(Debug)]
pub struct Against<'a> {
    pub(super) outline: &'a Outline,
    pub(super) source: &'a str,
    pub(super) lock: &'a Lock,
    /// Other catalogs that name the same page as a source.
    others: Vec<&'a Outline>,
    by_code: HashMap<i32, usize>,
    /// Categories and ranges by their first number.
    by_first: HashMap<i32, Vec<&'a ClassOutline>>,
    /// Places of the categories by id.
    by_id: HashMap<&'a str, usize>,
    /// Categories by what their titles say.
    by_title: HashMap<String, &'a ClassOutline>,
}

/// What the catalog has for a code or a class.
#[derive(Clone, Copy, Debug)]
pub(super) enum Known<'a> {
    /// By its index among the entries.
    Entry(usize, &'a EntryOutline),
    Class(&'a ClassOutline),
}

impl<'a> Against<'a> {
    /// The source is given by id.
    pub fn new(outline: &'a Outline, source: &'a str, lock: &'a Lock) -> Self {
        let mut by_code = HashMap::new();
        for (index, entry) in outline.entries.iter().enumerate() {
            by_code.entry(entry.code.value).or_insert(index);
        }
        let mut by_first: HashMap<i32, Vec<&ClassOutline>> = HashMap::new();
        for class in outline.categories.iter().chain(&outline.ranges) {
            if let Some(codes) = class.codes {
                by_first.entry(codes.first).or_default().push(class);
            }
        }
        let mut by_id = HashMap::new();
        let mut by_title = HashMap::new();
        for (place, category) in outline.categories.iter().enumerate() {
            by_id.entry(category.id.as_str()).or_insert(place);
            let title = bare(&category.title.value);
            by_title.entry(title).or_insert(category);
        }
        Self {
            outline,
            source,
            lock,
            others: Vec::new(),
            by_code,
            by_first,
            by_id,
            by_title,
        }
    }

    /// Takes the other catalogs that have entries from the same page: what they hold is accounted for.
    #[must_use]
    pub fn sharing(self, others: impl IntoIterator<Item = &'a Outline>) -> Self {
        let others = others
            .into_iter()
            .filter(|other| other.id != self.outline.id);
        Self {
            others: others.collect(),
            ..self
        }
    }

    /// Whether another catalog that names the page as a source has a code, under one of its constants
    /// if the page gives any.
    pub(super) fn elsewhere<'n>(
        &self,
        code: RowCode,
        names: impl Iterator<Item = &'n str>,
    ) -> bool {
        let names: Vec<&str> = names.collect();
        let is_named = |entry: &EntryOutline| {
            names.is_empty() || names.iter().any(|name| has_name(entry, name))
        };
        self.others.iter().any(|other| match code {
            RowCode::Code(code) => other.entry(code).is_some_and(is_named),
            RowCode::Word(word) => other
                .words
                .iter()
                .any(|one| one.value.value == word.as_str()),
            RowCode::Class { first, last } => {
                let mut classes = other.categories.iter().chain(&other.ranges);
                classes.any(|class| {
                    class
                        .codes
                        .is_some_and(|codes| codes.first == first && codes.last == last)
                })
            }
        })
    }

    /// Where the catalog names the source.
    pub(super) fn source_span(&self) -> Option<Span> {
        let mut sources = self.outline.sources.iter();
        Some(sources.find(|source| source.id == self.source)?.span)
    }

    pub(super) fn known(&self, code: RowCode) -> Option<Known<'a>> {
        match code {
            RowCode::Word(_) => None,
            RowCode::Code(code) => {
                let index = *self.by_code.get(&code)?;
                Some(Known::Entry(index, self.outline.entries.get(index)?))
            }
            RowCode::Class { first, last } => {
                let ends_alike = |class: &&&ClassOutline| {
                    let own = class.codes.and_then(|codes| codes.last);
                    own.is_none() || last.is_none() || own == last
                };
                let class = self.by_first.get(&first)?.iter().find(ends_alike)?;
                Some(Known::Class(class))
            }
        }
    }

    /// The place of a category among the catalog's.
    pub(super) fn category(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The category that a heading names.
    pub(super) fn titled(&self, heading: &str) -> Option<&'a ClassOutline> {
        self.by_title.get(&bare(heading)).copied()
    }

    /// What was reviewed of a code.
    pub(super) fn reviewed(&self, code: RowCode) -> Option<&'a Reviewed> {
        self.lock.get(&self.outline.id, self.source, code)
    }

    /// All reviewed codes of the source.
    pub(super) fn all_reviewed(&self) -> impl Iterator<Item = (RowCode, &'a Reviewed)> {
        self.lock.of_source(&self.outline.id, self.source)
    }

    /// The codes that the page should have: the documented entries of the source, and whatever of
    /// the catalog was reviewed on it. In the order of the catalog, classes last.
    pub(super) fn expected(&self) -> Vec<(RowCode, Known<'a>)> {
        let is_expected = |entry: &EntryOutline| {
            let of_source = entry.source == self.source && entry.documented;
            let code = RowCode::Code(entry.code.value);
            !entry.retired && (of_source || self.reviewed(code).is_some())
        };
        let entries = self.outline.entries.iter().enumerate();
        let entries = entries.filter(|(_, entry)| is_expected(entry));
        let mut expected: Vec<(RowCode, Known<'a>)> = entries
            .map(|(index, entry)| (RowCode::Code(entry.code.value), Known::Entry(index, entry)))
            .collect();
        let classes = self.all_reviewed().filter_map(|(code, _)| match code {
            RowCode::Code(_) | RowCode::Word(_) => None,
            RowCode::Class { .. } => Some((code, self.known(code)?)),
        });
        expected.extend(classes);
        expected
    }
}

impl Known<'_> {
    /// The place in the catalog.
    pub(super) fn span(self) -> Span {
        match self {
            Self::Entry(_, entry) => entry.code.span,
            Self::Class(class) => class.title.span,
        }
    }
}

/// Whether a constant is one of an entry's.
pub(super) fn has_name(entry: &EntryOutline, name: &str) -> bool {
    entry.name.as_ref().is_some_and(|own| own.value == name)
        || entry.aliases.iter().any(|alias| alias == name)
}

/// A title without what pages add to it: `General Errors (0-2)`.
fn bare(title: &str) -> String {
    let title = title.trim();
    let without = title
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
        .map_or(title, |(before, _)| before);
    without.trim_end_matches([' ', ':']).to_lowercase()
}

/// How a finding names a code: `5012 CLIENT_DUPLICATED_JOIN`, or `2XX Successful Request`.
pub(super) fn shown(code: RowCode, name: Option<&str>) -> String {
    let code = code.to_string();
    match name {
        // The title of a class may begin with its numbers.
        Some(name) if name.starts_with(&code) => name.to_owned(),
        Some(name) => format!("{code} {name}"),
        None => code,
    }
}

impl PageCode<'_> {
    pub(super) fn shown(&self) -> String {
        shown(self.code, self.names().next())
    }
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn what_pages_add_to_titles_is_left_out() {
        assert_eq!(bare("General Errors (0-2)"), "general errors");
        assert_eq!(
            bare("OBF/Anonymous Join Errors (March 2026+) "),
            "obf/anonymous join errors"
        );
        assert_eq!(bare("(all)"), "");
        assert_eq!(bare("Errors)"), "errors)");
    }
}
