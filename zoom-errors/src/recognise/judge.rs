//! From what a record holds to the failures that it tells, by adding up evidence.
//!
//! A candidate is *proven* if something in the record is Zoom's and speaks for it; a number alone,
//! or a key that anybody has, is not. Among candidates the weight decides, then the order in which
//! people meet products.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::alone::{by_message, by_name};
use super::case::Case;
use super::fields::Name;
use super::finding::{Candidate, Evidence, Finding};
use super::rank::rank;
use super::scene::Scene;
use super::weigh::{beside, weigh};
use crate::ZoomError;
use crate::generated::weights::{BESIDE, FIELD};

/// The failures of a record.
pub(super) fn judge(scene: &Scene<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for (at, section) in scene.sections.iter().enumerate() {
        let alone = section.codes().all(|(name, ..)| name.is_status());
        for (name, number, span) in section.codes() {
            if number != 0 && (alone || !name.is_status()) {
                findings.extend(coded(scene, at, name, number, span));
            }
        }
    }
    // A status is that of a failure which is told otherwise, if one is.
    let weak = |finding: &Finding| finding.best().is_some_and(|best| best.weight < FIELD);
    let told_otherwise = findings.iter().any(|finding| !weak(finding));
    let mut others = by_message(scene, &findings);
    others.extend(by_name(scene, &findings, &others));
    if told_otherwise || !others.is_empty() {
        findings.retain(|finding| {
            !weak(finding) || finding.code.is_none_or(|code| !(100..600).contains(&code))
        });
    }
    findings.extend(others);
    findings.sort_by_key(|finding| finding.span.start);
    once(findings)
}

/// Each failure once, though a dump prints it twice.
fn once(findings: Vec<Finding>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::new();
    for finding in findings {
        let key = |finding: &Finding| {
            finding
                .best()
                .map(|best| (best.product, best.error, finding.code))
        };
        let listed = |one: &Finding, two: &Finding| one.code == two.code && one.code.is_some();
        // A dump is not longer.
        match kept
            .iter_mut()
            .rev()
            .take(32)
            .find(|other| key(other) == key(&finding) || listed(other, &finding))
        {
            // The one that says more.
            Some(other) if other.best().map(|b| b.weight) < finding.best().map(|b| b.weight) => {
                *other = finding;
            }
            Some(_) => {}
            None => kept.push(finding),
        }
    }
    kept.sort_by_key(|finding| finding.span.start);
    kept
}

/// A number under a name.
fn coded(
    scene: &Scene<'_>,
    at: usize,
    name: Name<'_>,
    number: i64,
    span: Range<usize>,
) -> Option<Finding> {
    let case = Case::new(scene, at, name, span)?;
    let code = i32::try_from(number).ok();
    let listed = || code.into_iter().flat_map(ZoomError::candidates);
    if !case.is_told() && !listed().any(|error| case.may_be(error)) {
        debug_assert!(!listed().any(|error| weigh(&case, error).proven));
        return None;
    }
    // Who lists it as a success is right, unless nobody puts its codes there.
    let success = listed().any(|error| !error.kind().is_failure() && name.claims(error.product()));
    let mut candidates: Vec<Candidate> = listed()
        .filter(|error| error.kind().is_failure())
        .map(|error| weigh(&case, error))
        .collect();
    if success && !candidates.iter().any(|candidate| candidate.proven) {
        return None;
    }
    rank(&mut candidates);
    if !candidates.iter().any(|candidate| candidate.proven) {
        candidates = unlisted(&case, code).into_iter().collect();
    }
    let message = case.said.map(String::from);
    (!candidates.is_empty()).then_some(Finding {
        span: case.span,
        code: Some(number),
        message,
        candidates,
    })
}

/// A number that nobody lists, where it is told as Zoom tells codes.
fn unlisted(case: &Case<'_, '_>, code: Option<i32>) -> Option<Candidate> {
    let (scene, section, name) = (case.scene, case.section, case.name);
    let field = name.field.filter(|_| case.is_told())?;
    let candidates = field.codes.iter().map(|product| {
        let mut candidate = Candidate::new(*product, None);
        candidate.class = code.and_then(|code| ZoomError::class_of(*product, code));
        if let Some(class) = candidate.class {
            candidate.add(FIELD, Evidence::InRange(class));
        }
        candidate.add(
            BESIDE * beside(scene, section, name, *product) as i32,
            Evidence::Field(field.name()),
        );
        candidate
    });
    let certain = |candidate: &Candidate| {
        let zooms = name.is_zooms() && section.is_of(candidate.product);
        let zooms = zooms
            && (candidate.class.is_some()
                || section.fields.len() > 1 && code.is_some_and(|code| code > 0));
        zooms || scene.marks.zoom || scene.presumed && candidate.class.is_some()
    };
    let mut best: Vec<Candidate> = candidates.filter(certain).collect();
    rank(&mut best);
    best.into_iter().next()
}
