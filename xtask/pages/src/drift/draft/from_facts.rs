//! Writes what a specification states: entries for new codes, new responses, new operations.

use std::collections::{BTreeMap, HashSet};

use zoom_errors_codegen::Span;

use super::draft_error::DraftError;
use super::edits::{Entries, behind_entry};
use super::fact_lines;
use crate::docs::RowCode;
use crate::drift::against::{Against, shown};
use crate::drift::change::Change;
use crate::drift::facts::{self, CodeDrifts, CodeFacts};
use crate::drift::responses::ResponseDrift;
use crate::drift::subjects::{Subject, Subjects};
use crate::edit::{Edit, ListText, behind_line, line_end};
use crate::openapi::{Fact, Halves, Specification};
use crate::outline::{ListPlace, ResponseOutline};

/// What is to be written.
pub(super) struct FromFacts<'a> {
    text: &'a str,
    against: &'a Against<'a>,
    pub(super) edits: Vec<Edit>,
    pub(super) written: Vec<String>,
    pub(super) left: Vec<String>,
    /// The codes that get an entry.
    pub(super) added: Vec<RowCode>,
}

impl<'a> FromFacts<'a> {
    pub(super) fn new(text: &'a str, against: &'a Against<'a>) -> Self {
        Self {
            text,
            against,
            edits: Vec::new(),
            written: Vec::new(),
            left: Vec::new(),
            added: Vec::new(),
        }
    }

    /// Takes all that the specification has and the catalog lacks.
    pub(super) fn draft(
        &mut self,
        specification: &Specification,
        entries: &mut Entries<'_>,
    ) -> Result<(), DraftError> {
        let subjects = Subjects::of(self.against);
        let mut codes = facts::codes(specification);
        codes.sort_by_key(|code| code.code);
        for code in codes {
            match subjects.get(code.code) {
                Some(subject) => self.known(&code, subject, specification.halves),
                None if self.against.elsewhere(code.code, std::iter::empty()) => {}
                None => self.entry(&code, entries)?,
            }
        }
        Ok(())
    }

    fn entry(&mut self, code: &CodeFacts<'_>, entries: &mut Entries<'_>) -> Result<(), DraftError> {
        let outline = self.against.outline;
        let default = outline.sources.first();
        let source = default.filter(|default| default.id != self.against.source);
        let category = self.category(code);
        let lines = fact_lines::entry(code, category, source.map(|_| self.against.source));
        match code.code {
            RowCode::Code(number) => {
                entries
                    .insert_by_number(number, lines)
                    .ok_or(DraftError::Style)?;
            }
            _ => {
                let keys: Vec<usize> = outline.words.iter().map(|word| word.span.start).collect();
                let list = ListText::of(self.text, &keys);
                let behind = keys.len().checked_sub(1);
                let edit = list
                    .ok()
                    .zip(behind)
                    .and_then(|(list, at)| list.insert_after(at, &lines));
                let Some(edit) = edit else {
                    self.left.push(format!(
                        "{}: a code that is no number; begin its list under `strings:`",
                        code.code
                    ));
                    return Ok(());
                };
                self.edits.push(edit);
            }
        }
        self.added.push(code.code);
        self.written.push(format!(
            "{}: an entry with {}",
            code.code,
            count(code.facts.len())
        ));
        Ok(())
    }

    /// The category of most entries that the same operations answer with, else the first.
    fn category(&self, code: &CodeFacts<'_>) -> Option<&'a str> {
        let outline = self.against.outline;
        let uses = code.facts.iter().flat_map(|fact| &fact.on);
        let operations: HashSet<&str> = uses.map(|on| on.operation.as_str()).collect();
        let mut found: BTreeMap<&str, usize> = BTreeMap::new();
        for entry in &outline.entries {
            let on = entry
                .facts
                .responses
                .iter()
                .flat_map(|response| &response.on);
            let shared = on
                .filter(|on| operations.contains(on.value.as_str()))
                .count();
            if let Some(category) = entry.category.as_ref().filter(|_| shared > 0) {
                *found.entry(category.value.as_str()).or_default() += shared;
            }
        }
        let most = found.into_iter().max_by_key(|(_, shared)| *shared);
        let first = || {
            outline
                .categories
                .first()
                .map(|category| category.id.as_str())
        };
        most.map(|(id, _)| id).or_else(first)
    }

    /// A code that both have: its new responses, and new operations of those that stay.
    fn known(&mut self, code: &CodeFacts<'_>, subject: &Subject<'_>, halves: Halves) {
        let shown = shown(code.code, subject.name);
        let found = CodeDrifts::of(code, subject, halves);
        let open = found.open(self.against.reviewed(code.code));
        let is_new =
            |drift: &&&ResponseDrift<'_>| matches!(drift.change, Change::ResponseAdded { .. });
        let new: Vec<&Fact> = open
            .iter()
            .filter(is_new)
            .filter_map(|drift| drift.fact)
            .collect();
        // What belongs to a response comes before the next one.
        for response in &subject.facts.responses {
            self.operations(&shown, response, &open);
        }
        if !new.is_empty() {
            match self.responses(&new, subject) {
                Some(edits) => {
                    self.edits.extend(edits);
                    self.written.push(format!("{shown}: {}", count(new.len())));
                }
                None => self.left.push(format!(
                    "{shown}: {}; its list is not written with one `- ` a line",
                    count(new.len())
                )),
            }
        }
        let others = open.iter().filter(|drift| {
            !matches!(
                drift.change,
                Change::ResponseAdded { .. } | Change::OperationAdded { .. }
            )
        });
        let others = others.count();
        if others > 0 {
            self.left.push(format!(
                "{shown}: {others} changed or withdrawn; the findings of `docs check` say what"
            ));
        }
    }

    fn responses(&self, new: &[&Fact], subject: &Subject<'_>) -> Option<Vec<Edit>> {
        let listed = &subject.facts.responses;
        if listed.is_empty() {
            let lines = fact_lines::responses(new.iter().copied());
            return Some(vec![behind_entry(self.text, subject.first.start, &lines)?]);
        }
        let keys: Vec<usize> = listed.iter().map(|response| response.span.start).collect();
        let list = ListText::of(self.text, &keys).ok()?;
        let last = keys.len().checked_sub(1)?;
        let edits = new
            .iter()
            .map(|fact| list.insert_after_closely(last, &fact_lines::response(fact)));
        edits.collect()
    }

    /// The operations that a response of the catalog lacks.
    fn operations(&mut self, shown: &str, response: &ResponseOutline, open: &[&ResponseDrift<'_>]) {
        let at = response.on_list.map_or(response.span, |list| list.key);
        let added = open.iter().filter(|drift| drift.catalog == at);
        let added: Vec<&str> = added
            .filter_map(|drift| match &drift.change {
                Change::OperationAdded { operation, .. } => Some(operation.as_str()),
                _ => None,
            })
            .collect();
        if added.is_empty() {
            return;
        }
        let edit = response
            .on_list
            .and_then(|list| self.operations_edit(&added, list, response));
        let what = added.join(", ");
        match edit {
            Some(edit) => {
                self.edits.push(edit);
                self.written.push(format!("{shown}: {what}"));
            }
            None => self
                .left
                .push(format!("{shown}: {what}; write it under `on:`")),
        }
    }

    fn operations_edit(
        &self,
        added: &[&str],
        list: ListPlace,
        response: &ResponseOutline,
    ) -> Option<Edit> {
        let value = self.text.get(list.value.start..list.value.end)?;
        let last: &Span = &response.on.last()?.span;
        if value.starts_with('[') {
            let more: String = added.iter().map(|one| format!(", {}", flow(one))).collect();
            return Some(Edit::insert(last.end, more));
        }
        let before = self.text.get(..last.start)?;
        let lead = before.rsplit('\n').next()?;
        let end = line_end(self.text);
        // A comment behind the last one stays with it.
        let (at, has_end) = behind_line(self.text, last.end);
        let more = added
            .iter()
            .map(|one| format!("{lead}{}{end}", fact_lines::operation(one)));
        let more: String = std::iter::once(if has_end { "" } else { end }.to_owned())
            .chain(more)
            .collect();
        (lead.trim_start() == "- ").then(|| Edit::insert(at, more))
    }
}

/// An operation as it may stand between brackets.
fn flow(operation: &str) -> String {
    match operation.contains(['{', '}', '[', ']', ',']) {
        true => format!("\"{operation}\""),
        false => fact_lines::operation(operation),
    }
}

fn count(responses: usize) -> String {
    match responses {
        1 => "a response".to_owned(),
        more => format!("{more} responses"),
    }
}
