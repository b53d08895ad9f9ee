//! From what somebody typed to what is known about it.

use zoom_errors::recognise::{Finding, recognise_zooms};
use zoom_errors::{Class, Product, Response, ZoomError};

use crate::args::Scope;
use crate::call::Call;
use crate::filter::holds;
use crate::label::{label, names};

/// How many neighbours are worth reading.
const NEAREST: usize = 5;
/// Numbers further apart have nothing to do with each other, unless they are of one section.
const FAR: i128 = 10;
/// The same inside of a section.
const FAR_INSIDE: i128 = 1000;
/// Names less alike than this are no misspellings of each other.
const ALIKE: f64 = 0.6;
/// A part of a name shorter than this is in too many of them.
const PART: usize = 4;
/// A text longer than this is no misspelt name, and comparing it would take long.
const LONGEST: usize = 200;
/// How many errors a search by words gives.
const ENOUGH: usize = 12;

/// What is known about a number, a name or a text.
#[derive(Default)]
pub(crate) struct Answer {
    /// Whether it is a number that was looked up.
    pub(crate) number: bool,
    /// The codes and words meant, in the order in which people meet the products, or by what the
    /// text says; each with those that mean the same.
    pub(crate) errors: Vec<(ZoomError, Vec<ZoomError>)>,
    /// The same in other products, where some were asked for and do not list it.
    pub(crate) elsewhere: Vec<ZoomError>,
    /// The documented ranges around a number that nobody lists.
    pub(crate) classes: Vec<(Product, &'static Class)>,
    /// What may have been meant, most alike first.
    pub(crate) nearest: Vec<ZoomError>,
}

impl Answer {
    /// Keeps what a call can have answered: what it documents, else what its product or every product
    /// means by it. A number may also be the status of the answer, whose errors come first then.
    pub(crate) fn narrow(&mut self, query: &str, call: &Call) {
        if self.errors.iter().any(|(error, _)| call.documents(*error)) {
            self.errors.retain(|(error, _)| call.documents(*error));
            return;
        }
        let status = number(query).and_then(|number| u16::try_from(number).ok());
        let of_status = call
            .failures()
            .filter(|response| Some(response.status()) == status);
        let mut meant: Vec<ZoomError> = of_status.filter_map(Response::error).collect();
        meant.sort_by_key(|error| error.code());
        meant.dedup();
        if meant.is_empty() && self.errors.is_empty() {
            let shared = self.elsewhere.iter().copied();
            meant.extend(shared.filter(|error| call.may_answer(*error)).take(1));
        }
        if !meant.is_empty() {
            self.elsewhere.clear();
        }
        let meant = meant.into_iter().map(|error| (error, Vec::new()));
        self.errors.splice(0..0, meant);
    }
}

/// Looks up whatever was typed, in some products or in all. Each answer has the query that it is for.
pub(crate) fn find(typed: &[String], scope: Option<Scope>) -> Vec<(String, Answer)> {
    let text = typed.join(" ");
    let each: Vec<Answer> = typed
        .iter()
        .filter_map(|query| exact(query, scope))
        .collect();
    if each.len() == typed.len() {
        return typed.iter().cloned().zip(each).collect();
    }
    let whole = exact(&text, scope)
        .or_else(|| told(&text, scope))
        .or_else(|| searched(typed, scope));
    let answer = whole.unwrap_or_else(|| Answer {
        nearest: nearest_names(
            &text,
            ZoomError::all().filter(|error| within(*error, scope)),
        ),
        ..Answer::default()
    });
    vec![(text, answer)]
}

/// A number, or what is called exactly so.
fn exact(query: &str, scope: Option<Scope>) -> Option<Answer> {
    match number(query) {
        Some(number) => Some(numbered(number, scope)),
        None => {
            let meant = named(query.trim());
            (!meant.is_empty()).then(|| among(meant, scope))
        }
    }
}

/// A number as people write it: `3712`, `4,700`, `-32001`.
fn number(query: &str) -> Option<i128> {
    let query = query.trim();
    let grouped = query.split(',').skip(1).all(|part| part.len() == 3);
    let digits: String = query.chars().filter(|c| *c != ',' || !grouped).collect();
    digits.parse().ok()
}

fn numbered(number: i128, scope: Option<Scope>) -> Answer {
    let code = i32::try_from(number).ok();
    let meant = code.into_iter().flat_map(ZoomError::candidates).collect();
    let mut answer = Answer {
        number: true,
        ..among(meant, scope)
    };
    if answer.errors.is_empty() {
        let products = Product::ALL.iter().copied();
        let products = products.filter(|product| scope.is_none_or(|scope| scope.holds(*product)));
        answer.classes = products
            .filter_map(|product| Some((product, ZoomError::class_of(product, code?)?)))
            .collect();
        answer.nearest = nearest_numbers(number, &answer.classes, scope);
    }
    answer
}

/// Parts what is meant into what was asked for and the rest, and puts together what is the same.
fn among(meant: Vec<ZoomError>, scope: Option<Scope>) -> Answer {
    let (asked, mut elsewhere): (Vec<_>, Vec<_>) =
        meant.into_iter().partition(|error| within(*error, scope));
    let mut errors: Vec<(ZoomError, Vec<ZoomError>)> = Vec::new();
    for error in asked {
        let same =
            |(other, _): &&mut (ZoomError, Vec<ZoomError>)| other.canonical() == error.canonical();
        match errors.iter_mut().find(same) {
            Some((_, same)) => same.push(error),
            None => errors.push((error, Vec::new())),
        }
    }
    if !errors.is_empty() {
        // That other products know it too is no news to somebody who asked for some.
        elsewhere.clear();
    }
    Answer {
        errors,
        elsewhere,
        ..Answer::default()
    }
}

fn within(error: ZoomError, scope: Option<Scope>) -> bool {
    scope.is_none_or(|scope| scope.holds(error.product()))
}

/// What is called so, the exact spelling first; failing that, codes with a reason called so.
fn named(query: &str) -> Vec<ZoomError> {
    let wanted = fold(query);
    let called = |name: &str| fold(name) == wanted;
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut errors: Vec<ZoomError> = ZoomError::all()
        .filter(|error| names(*error).any(called))
        .collect();
    // `invalid_client` is what the token endpoint writes, `INVALID_CLIENT` what a code is called.
    errors.sort_by_key(|error| label(*error) != query);
    if errors.is_empty() {
        let reasons =
            |error: &ZoomError| error.reasons().iter().any(|reason| called(reason.name()));
        errors.extend(ZoomError::all().filter(reasons));
    }
    errors
}

/// The failures that a text tells, as the recogniser reads it.
fn told(text: &str, scope: Option<Scope>) -> Option<Answer> {
    let findings = recognise_zooms(text);
    let meant = findings
        .iter()
        .flat_map(|finding: &Finding| &finding.candidates);
    let mut errors: Vec<ZoomError> = Vec::new();
    for error in meant.filter_map(|candidate| candidate.error) {
        if !errors.contains(&error) {
            errors.push(error);
        }
    }
    if errors.is_empty() {
        let unlisted = findings.iter().find_map(|finding| finding.code)?;
        return Some(numbered(unlisted.into(), scope));
    }
    Some(among(errors, scope))
}

/// The errors whose texts hold all the words, those that are called so first.
fn searched(typed: &[String], scope: Option<Scope>) -> Option<Answer> {
    let typed = typed.join(" ").to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    if words.len() < 2 {
        return None;
    }
    let mut errors: Vec<ZoomError> = ZoomError::all()
        .filter(|error| within(*error, scope) && holds(*error, &words))
        .collect();
    let called = |error: &ZoomError| {
        let name = error.name().to_lowercase();
        let finer = error.reasons().iter().any(|reason| {
            words
                .iter()
                .all(|word| reason.name().to_lowercase().contains(word))
        });
        let summary = error.summary().to_lowercase();
        if words.iter().all(|word| name.contains(word)) {
            0
        } else if finer {
            1
        } else if words.iter().all(|word| summary.contains(word)) {
            2
        } else {
            3
        }
    };
    errors.sort_by_key(called);
    // Where some are called so, those that only mention it are noise.
    if let Some(best) = errors.first().map(called) {
        errors.retain(|error| called(error) <= best.max(1));
    }
    errors.truncate(ENOUGH);
    (!errors.is_empty()).then(|| among(errors, None))
}

/// `SIGNATURE_INVALID`, `SignatureInvalid` and `signature-invalid` are one name to a person.
fn fold(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_uppercase).collect()
}

/// Codes a few numbers away, or of the range around the number.
fn nearest_numbers(
    number: i128,
    classes: &[(Product, &'static Class)],
    scope: Option<Scope>,
) -> Vec<ZoomError> {
    let distance = |error: &ZoomError| match error.code() {
        Some(code) => number.saturating_sub(code.into()).saturating_abs(),
        None => i128::MAX,
    };
    let inside = |error: &ZoomError| {
        classes.iter().any(|(product, class)| {
            let own = class
                .codes()
                .zip(error.code())
                .is_some_and(|(codes, code)| codes.contains(code));
            error.product() == *product && own
        })
    };
    let near = |error: &ZoomError| {
        // Short numbers are all close to each other.
        let close = distance(error) <= FAR && number.abs() >= 100 && classes.is_empty();
        within(*error, scope) && (close || inside(error) && distance(error) <= FAR_INSIDE)
    };
    let mut errors: Vec<ZoomError> = ZoomError::all().filter(near).collect();
    errors.sort_by_key(distance);
    errors.truncate(NEAREST);
    errors
}

fn nearest_names(query: &str, errors: impl Iterator<Item = ZoomError>) -> Vec<ZoomError> {
    let wanted = fold(query);
    if wanted.len() > LONGEST {
        return Vec::new();
    }
    let score = |error: ZoomError| {
        names(error)
            .map(|name| likeness(&wanted, &fold(name)))
            .fold(0.0, f64::max)
    };
    let scored = errors.map(|error| (score(error), error));
    let mut scored: Vec<(f64, ZoomError)> = scored.filter(|(score, _)| *score >= ALIKE).collect();
    scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    scored.truncate(NEAREST);
    scored.into_iter().map(|(_, error)| error).collect()
}

/// 1 for the same name, 0 for one that has nothing in common. A part of a name is quite like it.
fn likeness(wanted: &str, name: &str) -> f64 {
    let whole = strsim::normalized_damerau_levenshtein(wanted, name);
    match wanted.len() >= PART && name.contains(wanted) {
        true => whole.max(0.8),
        false => whole,
    }
}
