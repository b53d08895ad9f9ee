//! Pages against catalogs: each change of a page is told, and nothing else.

mod draft;
mod drafted;
mod facts;
mod lamps;
mod lock;
mod mutations;
mod places;
mod saved;
mod standing;
mod unnoticed;
mod whole;

use crate::outline::Outline;
use zoom_errors_codegen::SourceFile;

use super::acceptance::accept;
use super::finding::{Place, finding};
use super::{Against, Change, Comparison, Lock, compare};
use crate::docs::{Page, read};

fn page(text: &str) -> Page {
    read(text, None).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn outline(catalog: &str) -> Outline {
    Outline::read(&SourceFile::new("catalog", catalog), 0)
        .unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The lock after a person has reviewed the whole page.
fn accepted(page_text: &str, catalog: &Outline, source: &str) -> Lock {
    let lock = Lock::default();
    let against = Against::new(catalog, source, &lock);
    let accepted = accept(&page(page_text), &against, &[], true);
    accepted.unwrap_or_else(|refusal| panic!("{refusal}")).lock
}

fn compared(page_text: &str, catalog: &Outline, source: &str, lock: &Lock) -> Comparison {
    compare(&page(page_text), &Against::new(catalog, source, lock))
}

/// Each difference in one line: its id and what it is about.
fn lines(page_text: &str, catalog: &Outline, source: &str, lock: &Lock) -> Vec<String> {
    let place = Place {
        file: 1,
        text: page_text,
        arguments: "",
    };
    let line = |drift: &super::Drift| {
        let finding = finding(drift, &place);
        let both = std::iter::once(finding.span)
            .chain(finding.related.iter().map(|(span, _)| *span))
            .map(|span| span.file)
            .collect::<std::collections::BTreeSet<_>>();
        assert_eq!(
            both.len(),
            2,
            "a finding names page and catalog: {finding:?}"
        );
        let subject = match &drift.change {
            Change::Retitled { to, .. } => to.clone(),
            Change::Renumbered { from } => format!("{from} -> {}", drift.shown),
            Change::Renamed { to, .. } => format!("{} -> {to}", drift.shown),
            Change::CutOff { expected, gone } => format!("{} of {expected}", gone.len()),
            Change::Unreviewed { codes } | Change::NamesGone { codes } => {
                super::finding::list(codes)
            }
            Change::Moved { to, .. } => format!("{} -> {to}", drift.shown),
            Change::ReasonAdded { text } => format!("{}: {text}", drift.shown),
            _ => drift.shown.clone(),
        };
        format!("{} {subject}", finding.id)
    };
    compared(page_text, catalog, source, lock)
        .drifts
        .iter()
        .map(line)
        .collect()
}

/// What is told of a page after one change, once its former state was reviewed.
#[track_caller]
fn tells(page: &str, replace: &str, with: &str, expected: &[&str]) {
    assert!(page.contains(replace), "{replace} is not on the page");
    let catalog = outline(lamps::CATALOG);
    let lock = accepted(page, &catalog, "page");
    assert_eq!(
        lines(&page.replacen(replace, with, 1), &catalog, "page", &lock),
        expected
    );
}
