//! The entries of a catalog, told by a number or by a word, as far as a specification speaks of them.

use std::collections::HashMap;

use zoom_errors_codegen::Span;

use super::against::Against;
use crate::docs::{RowCode, WireWord};
use crate::outline::FactsOutline;

/// An entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject<'k> {
    pub(super) code: RowCode,
    pub(super) name: Option<&'k str>,
    /// Its code or word.
    pub(super) span: Span,
    /// Its first key.
    pub(super) first: Span,
    pub(super) facts: &'k FactsOutline,
    /// Whether the specification of the source should state it.
    pub(super) expected: bool,
    pub(super) documented: bool,
    pub(super) retired: bool,
}

/// All of them, in the order of the catalog.
pub(super) struct Subjects<'k> {
    all: Vec<Subject<'k>>,
    by_code: HashMap<RowCode, usize>,
}

impl<'k> Subjects<'k> {
    pub(super) fn of(against: &Against<'k>) -> Self {
        let outline = against.outline;
        let expected = |source: &str, documented: bool, retired: bool, facts: &FactsOutline| {
            source == against.source && documented && !retired && !facts.responses.is_empty()
        };
        let entries = outline.entries.iter().map(|entry| Subject {
            code: RowCode::Code(entry.code.value),
            name: entry.name.as_ref().map(|name| name.value.as_str()),
            span: entry.code.span,
            first: entry.span,
            facts: &entry.facts,
            expected: expected(&entry.source, entry.documented, entry.retired, &entry.facts),
            documented: entry.documented,
            retired: entry.retired,
        });
        let words = outline.words.iter().filter_map(|word| {
            Some(Subject {
                code: RowCode::Word(WireWord::new(&word.value.value)?),
                name: word.name.as_ref().map(|name| name.value.as_str()),
                span: word.value.span,
                first: word.span,
                facts: &word.facts,
                expected: expected(&word.source, word.documented, word.retired, &word.facts),
                documented: word.documented,
                retired: word.retired,
            })
        });
        let all: Vec<Subject<'k>> = entries.chain(words).collect();
        let mut by_code = HashMap::new();
        for (at, subject) in all.iter().enumerate() {
            by_code.entry(subject.code).or_insert(at);
        }
        Self { all, by_code }
    }

    pub(super) fn get(&self, code: RowCode) -> Option<&Subject<'k>> {
        self.all.get(*self.by_code.get(&code)?)
    }

    pub(super) fn expected(&self) -> impl Iterator<Item = &Subject<'k>> {
        self.all.iter().filter(|subject| subject.expected)
    }
}

/// A code as a specification writes it.
pub(super) fn code(text: &str) -> Option<RowCode> {
    match text.parse() {
        Ok(code) => Some(RowCode::Code(code)),
        Err(_) => WireWord::new(text).map(RowCode::Word),
    }
}
