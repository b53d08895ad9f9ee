//! From what a record holds to the failures that it tells, by adding up evidence.
//!
//! A candidate is *proven* if something in the record is Zoom's and speaks for it; a number alone,
//! or a key that anybody has, is not. Among candidates the weight decides, then the order in which
//! people meet products.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Reverse;
use core::ops::Range;

use super::fields::Name;
use super::finding::{Candidate, Evidence, Finding};
use super::marks::{is_business, is_vocabulary};
use super::messages::{Message, Owner};
use super::scene::Scene;
use super::sections::Section;
use super::value::Value;
use crate::{Kind, Origin, Product, ZoomError};

/// What the sorts of evidence weigh. A message or a constant of the very code outweighs all that
/// only speaks for the product.
const MESSAGE: i32 = 60;
const FRAGMENT: i32 = 45;
const CONSTANT: i32 = 80;
const FIELD: i32 = 40;
const FOREIGN_FIELD: i32 = -15;
const BESIDE: i32 = 6;
const WORD: i32 = 30;
const OPERATION: i32 = 70;
const STATUS: i32 = 15;
const OTHER_STATUS: i32 = -10;
const OF_PRODUCT: i32 = 12;
const REASON: i32 = 15;

/// The failures of a record.
pub(super) fn judge(scene: &Scene<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for (at, section) in scene.sections.iter().enumerate() {
        let alone = section
            .codes()
            .filter(|(name, ..)| !name.is_status())
            .count()
            == 0;
        for (name, number, span) in section.codes() {
            if number != 0
                && (alone || !name.is_status())
                && let Some(finding) = coded(scene, at, name, number, span)
            {
                findings.push(finding);
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
    let section = scene.sections.get(at)?;
    let code = i32::try_from(number).ok();
    let listed: Vec<ZoomError> = code.into_iter().flat_map(ZoomError::candidates).collect();
    let told = |error: &&ZoomError| error.kind() != Kind::Success;
    // Who lists it as a success is right, unless nobody puts its codes there.
    let success = listed
        .iter()
        .any(|error| error.kind() == Kind::Success && name.claims(error.product()));
    let mut candidates: Vec<Candidate> = listed
        .iter()
        .filter(told)
        .map(|error| weigh(scene, at, name, *error, &span))
        .collect();
    if success && !candidates.iter().any(|candidate| candidate.proven) {
        return None;
    }
    rank(&mut candidates);
    if !candidates.iter().any(|candidate| candidate.proven) {
        candidates = unlisted(scene, section, name, code).into_iter().collect();
    }
    let message = scene.said(at).map(String::from);
    (!candidates.is_empty()).then_some(Finding {
        span,
        code: Some(number),
        message,
        candidates,
    })
}

/// Puts what is proven first, then by weight; drops what nothing but the number speaks for, where
/// something speaks for another.
fn rank(candidates: &mut Vec<Candidate>) {
    candidates.sort_by_key(|candidate| {
        let linked = candidate
            .error
            .is_some_and(|error| error.canonical() != error);
        // What a page states is met more often than what only a package has.
        let observed = candidate
            .error
            .is_some_and(|error| error.origin() == Origin::Observed);
        (
            Reverse(candidate.proven),
            Reverse(candidate.weight),
            linked,
            observed,
            candidate.product,
        )
    });
    let Some(best) = candidates.first().map(|best| (best.proven, best.weight)) else {
        return;
    };
    if best.0 {
        candidates.retain(|candidate| {
            candidate.weight * 3 >= best.1 || candidate.weight + FIELD >= best.1
        });
    }
}

/// What speaks for a listed code.
fn weigh(
    scene: &Scene<'_>,
    at: usize,
    name: Name<'_>,
    error: ZoomError,
    span: &Range<usize>,
) -> Candidate {
    let product = error.product();
    let mut candidate = Candidate::new(product, Some(error));
    candidate.why.push(Evidence::Listed);
    let Some(section) = scene.sections.get(at) else {
        return candidate;
    };
    let beside = beside(scene, section, name, product);
    if name.claims(product) && !in_sentence(scene, name, span) {
        let field = name.field.map_or("", |field| {
            field.spelled.first().copied().unwrap_or(field.key)
        });
        candidate.add(FIELD, Evidence::Field(field));
    } else if name.field.is_some() {
        candidate.weight += FOREIGN_FIELD;
    }
    if beside > 0 {
        candidate.add(BESIDE * beside.min(5) as i32, Evidence::Beside(beside));
    }
    if name.claims(product) && name.is_zooms() {
        let large = error.code().is_some_and(|code| code >= 1000);
        candidate.proven |= section.is_of(product)
            && (name.field.is_some_and(|field| field.key == "errorcode") || beside > 0)
            || large && beside > 0
            || beside > 1;
    }
    let long = scene.messages_of(at).any(|message| message.given >= 6);
    candidate.proven |= name.claims(product) && long && section.fields.len() < 6;
    candidate.proven |=
        name.claims(product) && !name.is_anybodys() && beside > 1 && section.is_of(product);
    messages(scene, at, name, error, &mut candidate);
    surroundings(scene, at, name, error, &mut candidate, span);
    cause(scene, at, error, &mut candidate);
    if name.claims(product) || name.field.is_none() || !name.is_zooms() {
        candidate.proven |= scene.marks.zoom || scene.presumed;
    }
    candidate
}

/// `error code: 3706`: a sentence, and no field that is called `code`.
fn in_sentence(scene: &Scene<'_>, name: Name<'_>, span: &Range<usize>) -> bool {
    let before = scene.text.get(..span.start).unwrap_or_default().trim_end();
    let word = before
        .len()
        .checked_sub(5)
        .and_then(|start| before.get(start..));
    name.is_anybodys() && word.is_some_and(|word| word.eq_ignore_ascii_case("error"))
}

/// How many fields are those of a product's payloads.
fn beside(scene: &Scene<'_>, section: &Section<'_>, name: Name<'_>, product: Product) -> usize {
    let count = |section: &Section<'_>| {
        let fields = section
            .fields
            .iter()
            .filter(|(other, _)| other.written != name.written);
        fields
            .filter(|(other, _)| {
                other
                    .field
                    .is_some_and(|field| field.beside.contains(&product))
            })
            .count()
    };
    count(section) + scene.around(section).map(count).sum::<usize>()
}

/// Messages that the product sends, with this code or another.
fn messages(
    scene: &Scene<'_>,
    at: usize,
    name: Name<'_>,
    error: ZoomError,
    candidate: &mut Candidate,
) {
    let (mut best, mut often) = (0, 0);
    for message in scene.messages_of(at) {
        let own: Vec<Owner> = message.owner(candidate.product).collect();
        match own.iter().find(|owner| owner.error == error) {
            Some(owner) => {
                let weight = if owner.whole { MESSAGE } else { FRAGMENT };
                often += i32::from(owner.operations);
                best = best.max(weight + message.given as i32);
                candidate.add(0, Evidence::Message(message.given));
                candidate.proven |= message.given >= 4
                    || name.written.is_empty()
                    || name.claims(candidate.product) && is_exact(scene, at, error);
            }
            None if !own.is_empty() => {
                candidate.weight += OF_PRODUCT;
                candidate.named = own.first().map(|owner| owner.error).filter(|other| {
                    other.canonical() != error.canonical() && other.code().is_some()
                });
            }
            None => {}
        }
    }
    // Who documents it on many operations sends it more often.
    candidate.weight += best + often.min(30);
    if best > 0
        && scene
            .said(at)
            .is_some_and(|said| names_product(said, candidate.product))
    {
        candidate.weight += OF_PRODUCT;
    }
    let large = error
        .code()
        .is_some_and(|code| !(200..600).contains(&code) && code > 99);
    let answers = name.claims(candidate.product) && !error.responses().is_empty();
    candidate.proven |= large && answers && scene.said(at).is_some_and(is_business);
}

/// Whether a short message is spelled as documented, in an object of nothing else: `No permission.`
/// is anybody's otherwise.
fn is_exact(scene: &Scene<'_>, at: usize, error: ZoomError) -> bool {
    let plain = |text: &str| text.trim().trim_end_matches('.').len();
    let section = scene
        .sections
        .get(at)
        .filter(|section| section.is_of(error.product()));
    section.and_then(|_| scene.said(at)).is_some_and(|said| {
        error.responses().iter().any(|response| {
            let documented = response.message();
            documented.get(..plain(documented)) == said.get(..plain(said))
        })
    })
}

/// Whether a message is about what the product is called after: `User …` about `users`.
fn names_product(said: &str, product: Product) -> bool {
    let id = product.id();
    let singular = id.strip_suffix('s').unwrap_or(id);
    let mut words = said.split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|word| word.eq_ignore_ascii_case(singular) || word.eq_ignore_ascii_case(id))
}

/// Constants, words, addresses and statuses around the code.
fn surroundings(
    scene: &Scene<'_>,
    at: usize,
    name: Name<'_>,
    error: ZoomError,
    candidate: &mut Candidate,
    span: &Range<usize>,
) {
    let product = candidate.product;
    for named in &scene.marks.names {
        if scene.home(named.start) != Some(at) {
            continue;
        }
        for (other, telling) in named
            .errors
            .iter()
            .filter(|(other, _)| other.product() == product)
        {
            if *other == error {
                candidate.add(CONSTANT, Evidence::Named(*other));
                candidate.proven |= *telling || name.claims(product) && name.is_zooms();
            } else {
                candidate.add(OF_PRODUCT, Evidence::Named(*other));
                candidate.proven |= telling;
                if other.code().is_some() && other.canonical() != error.canonical() {
                    candidate.named = Some(*other);
                }
            }
        }
    }
    let words = scene
        .marks
        .spoken_for
        .iter()
        .filter(|(_, products)| products.contains(&product))
        .count();
    if words > 0 {
        candidate.add(WORD + 5 * (words.min(4) as i32 - 1), Evidence::Word);
        candidate.proven = true;
    }
    if let Some(operation) = scene
        .marks
        .operation
        .filter(|operation| operation.product() == product)
    {
        let documented = error.entry().operations().any(|other| other == operation);
        candidate.add(
            OPERATION + if documented { STATUS } else { 0 },
            Evidence::Operation(operation),
        );
    }
    if let Some(status) = scene.status(span) {
        let mut documented = error
            .responses()
            .iter()
            .map(crate::Response::status)
            .peekable();
        if documented.peek().is_some() {
            match documented.any(|other| other == status) {
                true => candidate.add(STATUS, Evidence::Status(status)),
                false => candidate.weight += OTHER_STATUS,
            }
        }
    }
}

/// The finer cause, by a number of its own or by what is said.
fn cause(scene: &Scene<'_>, at: usize, error: ZoomError, candidate: &mut Candidate) {
    if error.reasons().is_empty() {
        return;
    }
    let numbered = scene.sections.get(at).and_then(|section| {
        let number = section.number(&["subCode", "reason"])?;
        error.entry().reason_for_code(i32::try_from(number).ok()?)
    });
    let said = || {
        let section = scene.sections.get(at)?;
        let told = scene
            .said(at)
            .and_then(|said| error.entry().reason_for_message(said));
        told.or_else(|| {
            let mut matched = scene.messages_of(at);
            matched.find_map(|message| {
                error
                    .entry()
                    .reason_for_message(scene.text.get(message.start..message.end)?)
            })
        })
        .or_else(|| error.entry().reason_for_message(section.text(&["reason"])?))
    };
    if let Some(reason) = numbered.or_else(said) {
        // A message that tells it has been counted.
        let counted = candidate
            .why
            .iter()
            .any(|why| matches!(why, Evidence::Message(_)));
        candidate.add(if counted { 0 } else { REASON }, Evidence::Reason(reason));
        candidate.reason = Some(reason);
    }
}

/// A number that nobody lists, where it is told as Zoom tells codes.
fn unlisted(
    scene: &Scene<'_>,
    section: &Section<'_>,
    name: Name<'_>,
    code: Option<i32>,
) -> Option<Candidate> {
    let field = name.field?;
    let candidates = field.codes.iter().map(|product| {
        let mut candidate = Candidate::new(*product, None);
        candidate.class = code.and_then(|code| ZoomError::class_of(*product, code));
        if let Some(class) = candidate.class {
            candidate.add(FIELD, Evidence::InRange(class));
        }
        candidate.add(
            BESIDE * beside(scene, section, name, *product) as i32,
            Evidence::Field(field.key),
        );
        candidate
    });
    let certain = |candidate: &Candidate| {
        let zooms =
            name.is_zooms() && section.is_of(candidate.product) && candidate.class.is_some();
        zooms || scene.marks.zoom || scene.presumed && candidate.class.is_some()
    };
    let mut best: Vec<Candidate> = candidates.filter(certain).collect();
    rank(&mut best);
    best.into_iter().next()
}

/// Failures that a message tells without a number.
fn by_message(scene: &Scene<'_>, findings: &[Finding]) -> Vec<Finding> {
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
                .is_some_and(|error| error.kind() != Kind::Success)
        });
        for candidate in &mut candidates {
            if let Some(error) = candidate.error {
                surroundings(scene, usize::MAX, Name::new(""), error, candidate, &(0..0));
                let said = scene
                    .text
                    .get(message.start..message.end)
                    .unwrap_or_default();
                candidate.reason = error.entry().reason_for_message(said);
            }
        }
        rank(&mut candidates);
        let span = message.start..message.end;
        let code = candidates
            .first()
            .and_then(|best| best.error?.code())
            .map(i64::from);
        let said = scene.text.get(span.clone()).map(String::from);
        if !candidates.is_empty() {
            found.push(Finding {
                span,
                code,
                message: said,
                candidates,
            });
        }
    }
    // Of messages that overlap or follow each other, one failure.
    found.sort_by_key(|finding| finding.best().map(|best| Reverse(best.weight)));
    found.truncate(if findings.is_empty() { 1 } else { found.len() });
    found
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
fn by_name(scene: &Scene<'_>, findings: &[Finding], others: &[Finding]) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for named in &scene.marks.names {
        let home = scene
            .home(named.start)
            .and_then(|home| scene.sections.get(home));
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
            let mut spoken = scene.marks.spoken_for.iter().map(|(_, products)| products);
            scene.marks.zoom || spoken.any(|products| products.contains(&error.product()))
        };
        let mut candidates: Vec<Candidate> = Vec::new();
        for (error, telling) in named
            .errors
            .iter()
            .filter(|(error, _)| error.kind() != Kind::Success)
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
                        .is_some_and(|field| field.beside.contains(&error.product()))
                });
                candidate.weight += BESIDE * count.count() as i32;
                let said = section.text(&["reason", "message", "error_description"]);
                candidate.reason = said.and_then(|said| error.entry().reason_for_message(said));
            }
            surroundings(
                scene,
                usize::MAX,
                Name::new(""),
                *error,
                &mut candidate,
                &(0..0),
            );
            candidates.push(candidate);
        }
        rank(&mut candidates);
        let code = candidates
            .first()
            .and_then(|best| best.error?.code())
            .map(i64::from);
        let message =
            own.and_then(|section| section.text(&["reason", "message", "error_description"]));
        if !candidates.is_empty() {
            let message = message.map(String::from);
            found.push(Finding {
                span: named.start..named.end,
                code,
                message,
                candidates,
            });
        }
    }
    // A code says more than the class of failure beside it.
    if found.iter().any(|finding| finding.code.is_some()) || !others.is_empty() {
        found.retain(|finding| finding.code.is_some());
    }
    found
}
