//! Failures that a message or a constant tells without a number.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Reverse;
use core::ops::Range;

use super::finding::{Candidate, Evidence, Finding};
use super::marks::{is_business, is_vocabulary};
use super::messages::{Message, Owner};
use super::rank::rank;
use super::scene::Scene;
use super::value::Value;
use super::weigh::surroundings;
use crate::ZoomError;
use crate::generated::weights::{BESIDE, CONSTANT, FIELD, FRAGMENT, MESSAGE};

/// Failures that a message tells without a number.
pub(super) fn by_message(scene: &Scene<'_>, findings: &[Finding]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (message, home) in scene.messages() {
        let told = home.and_then(|home| scene.sections.get(home));
        let explained = |finding: &Finding| {
            let inside = told.is_some_and(|section| section.span.contains(&finding.span.start));
            inside
                && (finding.best().is_some_and(|best| best.weight >= FIELD)
                    || owns(message, finding))
        };
        let part = |(other, _): (&Message, Option<usize>)| {
            let around = other.start <= message.start && message.end <= other.end;
            around && other.given > message.given
        };
        if findings.iter().any(explained)
            || scene.messages().any(part)
            || !speaks_alone(scene, message)
        {
            continue;
        }
        let mut candidates: Vec<Candidate> = message
            .owners()
            .map(|owner| alone(message, owner))
            .collect();
        candidates.retain(|candidate| {
            candidate
                .error
                .is_some_and(|error| error.kind().is_failure())
        });
        for candidate in &mut candidates {
            if let Some(error) = candidate.error {
                surroundings(scene, error, candidate, &(0..0));
                let said = scene
                    .text
                    .get(message.start..message.end)
                    .unwrap_or_default();
                candidate.reason = error.entry().reason_for_message(said);
            }
        }
        let span = message.start..message.end;
        let said = scene.text.get(span.clone());
        found.extend(finding(span, said, candidates));
    }
    // Of messages that overlap or follow each other, one failure.
    found.sort_by_key(|finding| finding.best().map(|best| Reverse(best.weight)));
    if findings.is_empty() {
        found.truncate(1);
    }
    found
}

/// What the candidates come to, if there are any.
fn finding(
    span: Range<usize>,
    message: Option<&str>,
    mut candidates: Vec<Candidate>,
) -> Option<Finding> {
    rank(&mut candidates);
    let best = candidates.first()?;
    Some(Finding {
        span,
        code: best.error.and_then(ZoomError::code).map(i64::from),
        message: message.map(String::from),
        candidates,
    })
}

fn owns(message: &Message, finding: &Finding) -> bool {
    message.owners().any(|owner| {
        finding
            .candidates
            .iter()
            .any(|candidate| candidate.error == Some(owner.error))
    })
}

fn alone(message: &Message, owner: Owner) -> Candidate {
    let mut candidate = Candidate::new(owner.error.product(), Some(owner.error));
    let weight = if owner.whole { MESSAGE } else { FRAGMENT };
    let often = i32::from(owner.operations.min(20));
    candidate.add(
        weight + often + message.given as i32,
        Evidence::Message(message.given),
    );
    candidate.proven = true;
    candidate
}

/// Whether a message is so particular that it needs no number: long, about Zoom's business, or in a
/// field of Zoom's.
fn speaks_alone(scene: &Scene<'_>, message: &Message) -> bool {
    let nearby =
        floor(scene.text, message.start.saturating_sub(80))..floor(scene.text, message.end + 80);
    let business =
        message.words().any(is_vocabulary) || scene.text.get(nearby).is_some_and(is_business);
    let before = scene.text.get(..message.start).unwrap_or_default();
    let in_field = before
        .trim_end_matches(|c: char| !c.is_alphanumeric())
        .ends_with("errorMessage");
    let one = {
        let mut codes = message.owners().map(|owner| owner.error.canonical());
        let first = codes.next();
        codes.all(|code| Some(code) == first)
    };
    let zoom = scene.marks.zoom || scene.presumed || !scene.marks.spoken_for.is_empty();
    message.given >= 7
        || message.given >= 4 && (business || zoom || in_field)
        || message.given >= 2 && one && scene.presumed
}

/// The nearest place before that is between characters.
fn floor(text: &str, place: usize) -> usize {
    (0..=place.min(text.len()))
        .rev()
        .find(|place| text.is_char_boundary(*place))
        .unwrap_or(0)
}

/// Failures that a constant or a word tells without a number.
pub(super) fn by_name(scene: &Scene<'_>, findings: &[Finding], others: &[Finding]) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for named in &scene.marks.names {
        let home = named.home.and_then(|home| scene.sections.get(home));
        let explained =
            |finding: &Finding| home.is_some_and(|home| home.span.contains(&finding.span.start));
        if findings.iter().any(explained) {
            continue;
        }
        let own = scene.sections.iter().find(|section| {
            section.fields.iter().any(|(_, pair)| match pair.value {
                Value::Text(text, at) => {
                    let end = at + text.len();
                    at <= named.start
                        && named.end <= end + 1
                        && text.trim().len() == named.end - named.start
                }
                _ => false,
            }) && section.span.contains(&named.start)
        });
        // `type` or `error` with a word in it, and nothing that the product does not send.
        let shaped = |error: &ZoomError| {
            own.is_some_and(|section| {
                let whole = section.is_of(error.product()) && section.fields.len() >= 2;
                error.word().is_some() && whole && section.text(&["reason"]).is_some()
            })
        };
        let zoom = |error: &ZoomError| {
            let mut spoken = scene.marks.spoken_for.iter();
            scene.marks.zoom || spoken.any(|products| products.contains(&error.product()))
        };
        let said =
            own.and_then(|section| section.text(&["reason", "message", "error_description"]));
        let mut candidates: Vec<Candidate> = Vec::new();
        for (error, telling) in named
            .errors
            .iter()
            .filter(|(error, _)| error.kind().is_failure())
        {
            if !(*telling || shaped(error) || zoom(error) && own.is_some() || scene.presumed) {
                continue;
            }
            let mut candidate = Candidate::new(error.product(), Some(*error));
            candidate.add(
                if error.code().is_some() {
                    CONSTANT
                } else {
                    FIELD
                },
                Evidence::Named(*error),
            );
            candidate.proven = true;
            if let Some(section) = own {
                let count = section.fields.iter().filter(|(name, _)| {
                    name.field
                        .is_some_and(|field| field.is_beside(error.product()))
                });
                candidate.weight += BESIDE * count.count() as i32;
                candidate.reason = said.and_then(|said| error.entry().reason_for_message(said));
            }
            surroundings(scene, *error, &mut candidate, &(0..0));
            candidates.push(candidate);
        }
        found.extend(finding(named.start..named.end, said, candidates));
    }
    // A code says more than the class of failure beside it.
    if found.iter().any(|finding| finding.code.is_some()) || !others.is_empty() {
        found.retain(|finding| finding.code.is_some());
    }
    found
}
