//! A specification against a catalog: which codes and which responses differ.

use std::collections::{HashMap, HashSet};

use super::against::{Against, shown};
use super::change::{Change, Drift};
use super::cut_off::{FEW, too_many};
use super::lock::Reviewed;
use super::responses::{self, ResponseDrift};
use super::subjects::{self, Subject, Subjects};
use crate::docs::{Page, RowCode};
use crate::openapi::{Fact, Halves, Specification};

/// The facts of one code.
pub(super) struct CodeFacts<'p> {
    pub(super) code: RowCode,
    pub(super) facts: Vec<&'p Fact>,
}

/// The facts code by code, in the order of the document.
pub(super) fn codes(specification: &Specification) -> Vec<CodeFacts<'_>> {
    let mut codes: Vec<CodeFacts<'_>> = Vec::new();
    let mut places: HashMap<RowCode, usize> = HashMap::new();
    for fact in &specification.facts {
        let Some(code) = subjects::code(&fact.code) else {
            continue;
        };
        let place = *places.entry(code).or_insert(codes.len());
        match codes.get_mut(place) {
            Some(code) => code.facts.push(fact),
            None => codes.push(CodeFacts {
                code,
                facts: vec![fact],
            }),
        }
    }
    codes
}

/// The codes that a page's specification tells, or should tell.
pub(super) fn told(page: &Page, against: &Against<'_>) -> HashSet<RowCode> {
    let Some(specification) = &page.specification else {
        return HashSet::new();
    };
    let subjects = Subjects::of(against);
    let expected = subjects.expected().map(|subject| subject.code);
    let stated = codes(specification).into_iter().map(|code| code.code);
    expected.chain(stated).collect()
}

/// What differs of one code that both have.
pub(super) struct CodeDrifts<'p> {
    pub(super) drifts: Vec<ResponseDrift<'p>>,
    /// What accepting it would note.
    pub(super) now: Reviewed,
}

impl<'p> CodeDrifts<'p> {
    pub(super) fn of(code: &CodeFacts<'p>, subject: &Subject<'_>, halves: Halves) -> Self {
        let drifts = responses::compare(&code.facts, subject, halves);
        Self {
            now: responses::reviewed(&code.facts, &drifts),
            drifts,
        }
    }

    /// What accepting it notes: with what was noted before, if the document does not speak of all
    /// operations of the entry.
    pub(super) fn noted(
        &self,
        subject: &Subject<'_>,
        halves: Halves,
        before: Option<&Reviewed>,
    ) -> Reviewed {
        let mut noted = self.now.clone();
        let mut operations = subject
            .facts
            .responses
            .iter()
            .flat_map(|response| &response.on);
        if let Some(before) = before.filter(|_| operations.any(|on| !halves.speak_of(&on.value))) {
            noted.rows.extend(before.rows.iter().copied());
            noted.reasons.extend(before.reasons.iter().copied());
        }
        noted
    }

    /// The differences that nobody has accepted.
    pub(super) fn open(&self, reviewed: Option<&Reviewed>) -> Vec<&ResponseDrift<'p>> {
        let accepted = |drift: &&ResponseDrift<'_>| {
            reviewed.is_some_and(|reviewed| reviewed.reasons.contains(&drift.digest()))
        };
        self.drifts
            .iter()
            .filter(|drift| !accepted(drift))
            .collect()
    }
}

/// What a specification gave.
#[derive(Default)]
pub(super) struct FactsComparison {
    pub(super) drifts: Vec<Drift>,
    /// How many codes it has.
    pub(super) codes: usize,
}

/// Compares a specification with the entries of a source.
pub(super) fn compare(specification: &Specification, against: &Against<'_>) -> FactsComparison {
    let subjects = Subjects::of(against);
    let codes = codes(specification);
    let mut comparison = FactsComparison {
        codes: codes.len(),
        ..FactsComparison::default()
    };
    let drifts = &mut comparison.drifts;
    let mut unreviewed: Vec<&CodeFacts<'_>> = Vec::new();
    for code in &codes {
        let span = code.facts.first().map_or(0..0, |fact| fact.span());
        let Some(subject) = subjects.get(code.code) else {
            if !against.elsewhere(code.code, std::iter::empty()) {
                drifts.push(Drift {
                    shown: code.code.to_string(),
                    code: Some(code.code),
                    page: Some(span),
                    catalog: neighbour(code.code, &subjects).map(|subject| subject.span),
                    change: Change::Added,
                });
            }
            continue;
        };
        let shown = shown(code.code, subject.name);
        let before = drifts.len();
        let standing = [
            (!subject.documented).then_some(Change::Documented),
            subject.retired.then_some(Change::Returned),
        ];
        drifts.extend(standing.into_iter().flatten().map(|change| Drift {
            shown: shown.clone(),
            code: Some(code.code),
            page: Some(span.clone()),
            catalog: Some(subject.span),
            change,
        }));
        let reviewed = against.reviewed(code.code);
        let found = CodeDrifts::of(code, subject, specification.halves);
        drifts.extend(found.open(reviewed).into_iter().map(|drift| Drift {
            shown: shown.clone(),
            code: Some(code.code),
            page: Some(drift.page.clone()),
            catalog: Some(drift.catalog),
            change: drift.change.clone(),
        }));
        let is_reviewed = reviewed.is_some_and(|reviewed| found.now.rows.is_subset(&reviewed.rows));
        if !is_reviewed && drifts.len() == before {
            unreviewed.push(code);
        }
    }
    gone(&codes, &subjects, specification.halves, drifts);
    if let Some(first) = unreviewed.first() {
        drifts.push(Drift {
            shown: first.code.to_string(),
            code: None,
            page: first.facts.first().map(|fact| fact.span()),
            catalog: subjects.get(first.code).map(|subject| subject.span),
            change: Change::Unreviewed {
                codes: unreviewed.iter().map(|code| code.code).collect(),
            },
        });
    }
    comparison
}

/// The entry beside which a new code belongs: the one with the next smaller number.
fn neighbour<'s, 'k>(code: RowCode, subjects: &'s Subjects<'k>) -> Option<&'s Subject<'k>> {
    let smaller = subjects.expected().filter(|subject| subject.code < code);
    smaller
        .max_by_key(|subject| subject.code)
        .or_else(|| subjects.expected().next())
}

/// Whether a document would state an entry if it were still there.
pub(super) fn is_spoken_of(subject: &Subject<'_>, halves: Halves) -> bool {
    let responses = &subject.facts.responses;
    responses.is_empty()
        || responses
            .iter()
            .any(|response| responses::is_spoken_of(response, halves))
}

fn gone(codes: &[CodeFacts<'_>], subjects: &Subjects<'_>, halves: Halves, drifts: &mut Vec<Drift>) {
    let spoken_of = |subject: &&Subject<'_>| is_spoken_of(subject, halves);
    let expected: Vec<&Subject<'_>> = subjects.expected().filter(spoken_of).collect();
    let there = |subject: &&&Subject<'_>| codes.iter().any(|code| code.code == subject.code);
    let gone: Vec<&&Subject<'_>> = expected.iter().filter(|subject| !there(subject)).collect();
    let near = codes
        .last()
        .and_then(|code| code.facts.first())
        .map(|fact| fact.span());
    if gone.len() >= FEW && too_many(gone.len(), expected.len()) {
        drifts.push(Drift {
            shown: String::new(),
            code: None,
            page: near,
            catalog: gone.first().map(|subject| subject.span),
            change: Change::CutOff {
                expected: expected.len(),
                gone: gone.iter().map(|subject| subject.code).collect(),
            },
        });
        return;
    }
    drifts.extend(gone.into_iter().map(|subject| Drift {
        shown: shown(subject.code, subject.name),
        code: Some(subject.code),
        page: near.clone(),
        catalog: Some(subject.span),
        change: Change::Gone,
    }));
}
