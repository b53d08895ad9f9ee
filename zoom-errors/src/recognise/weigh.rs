//! What speaks for an error, and how much.

use core::ops::Range;

use super::case::Case;
use super::fields::{Field, Name};
use super::finding::{Candidate, Evidence};
use super::scene::Scene;
use super::sections::Section;
use crate::generated::weights::{
    BESIDE, CONSTANT, FIELD, FOREIGN_FIELD, FRAGMENT, MESSAGE, OF_PRODUCT, OPERATION, OTHER_STATUS,
    REASON, STATUS, WORD,
};
use crate::text::contains_ignoring_case;
use crate::{Product, ZoomError};

/// What speaks for a listed code.
pub(super) fn weigh(case: &Case<'_, '_>, error: ZoomError) -> Candidate {
    let (scene, section, name) = (case.scene, case.section, case.name);
    let product = error.product();
    let mut candidate = Candidate::new(product, Some(error));
    candidate.why.push(Evidence::Listed);
    let beside = beside(scene, section, name, product);
    let claimed = name.claims(product);
    if claimed && !case.in_sentence() {
        let field = name.field.map_or("", Field::name);
        candidate.add(FIELD, Evidence::Field(field));
    } else if name.field.is_some() {
        candidate.weight += FOREIGN_FIELD;
    }
    if beside > 0 {
        candidate.add(BESIDE * beside.min(5) as i32, Evidence::Beside(beside));
    }
    if claimed && name.is_zooms() {
        let large = error.code().is_some_and(|code| code >= 1000);
        candidate.proven |= section.is_of(product)
            && (name.field.is_some_and(|field| field.key == "errorcode") || beside > 0)
            || large && beside > 0
            || beside > 1;
    }
    candidate.proven |= claimed && case.is_long() && section.fields.len() < 6;
    candidate.proven |= claimed && !name.is_anybodys() && beside > 1 && section.is_of(product);
    messages(case, error, &mut candidate);
    constants(case, error, &mut candidate);
    surroundings(scene, error, &mut candidate, &case.span);
    cause(case, error, &mut candidate);
    if claimed || name.field.is_none() || !name.is_zooms() {
        candidate.proven |= scene.marks.zoom || scene.presumed;
    }
    candidate
}

/// How many fields are those of a product's payloads.
pub(super) fn beside(
    scene: &Scene<'_>,
    section: &Section<'_>,
    name: Name<'_>,
    product: Product,
) -> usize {
    let count = |section: &Section<'_>| {
        let fields = section
            .fields
            .iter()
            .filter(|(other, _)| other.written != name.written);
        fields
            .filter(|(other, _)| other.field.is_some_and(|field| field.is_beside(product)))
            .count()
    };
    count(section) + scene.around(section).map(count).sum::<usize>()
}

/// Messages that the product sends, with this code or another.
fn messages(case: &Case<'_, '_>, error: ZoomError, candidate: &mut Candidate) {
    let name = case.name;
    let (mut best, mut often) = (0, 0);
    for message in &case.messages {
        let mut own = message.owner(candidate.product).peekable();
        let first = own.peek().copied();
        match own.find(|owner| owner.error == error) {
            Some(owner) => {
                let weight = if owner.whole { MESSAGE } else { FRAGMENT };
                often += i32::from(owner.operations);
                best = best.max(weight + message.given as i32);
                candidate.add(0, Evidence::Message(message.given));
                candidate.proven |= message.given >= 4
                    || name.written.is_empty()
                    || name.claims(candidate.product) && is_exact(case, error);
            }
            None if first.is_some() => {
                candidate.weight += OF_PRODUCT;
                candidate.named = first.map(|owner| owner.error).filter(|other| {
                    other.canonical() != error.canonical() && other.code().is_some()
                });
            }
            None => {}
        }
    }
    // A sentence that comes with this code too names no other.
    candidate.named = candidate.named.filter(|_| best == 0);
    // Who documents it on many operations sends it more often.
    candidate.weight += best + often.min(30);
    if best > 0
        && case
            .said
            .is_some_and(|said| names_product(said, candidate.product))
    {
        candidate.weight += OF_PRODUCT;
    }
    candidate.proven |= case.is_answer(error);
}

/// Whether a short message is spelled as documented, in an object of nothing else: `No permission.`
/// is anybody's otherwise.
fn is_exact(case: &Case<'_, '_>, error: ZoomError) -> bool {
    let plain = |text: &str| text.trim().trim_end_matches('.').len();
    let said = case.said.and_then(|said| said.get(..plain(said)));
    case.section.is_of(error.product())
        && said.is_some_and(|said| {
            let documented = error.responses().iter().map(crate::Response::message);
            let mut begins = documented.filter(|documented| documented.starts_with(said));
            begins.any(|documented| plain(documented) == said.len())
        })
}

/// Whether a message is about what the product is called after: `User …` about `users`.
fn names_product(said: &str, product: Product) -> bool {
    let id = product.id();
    let singular = id.strip_suffix('s').unwrap_or(id);
    let mut words = said.split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|word| word.eq_ignore_ascii_case(singular) || word.eq_ignore_ascii_case(id))
}

/// Constants of a section.
fn constants(case: &Case<'_, '_>, error: ZoomError, candidate: &mut Candidate) {
    let product = candidate.product;
    for named in case.names() {
        for (other, telling) in named
            .errors
            .iter()
            .filter(|(other, _)| other.product() == product)
        {
            if *other == error {
                candidate.add(CONSTANT, Evidence::Named(*other));
                candidate.proven |= *telling || case.name.claims(product) && case.name.is_zooms();
            } else {
                candidate.add(OF_PRODUCT, Evidence::Named(*other));
                candidate.proven |= telling;
                if other.code().is_some() && other.canonical() != error.canonical() {
                    candidate.named = Some(*other);
                }
            }
        }
    }
}

/// Words, addresses and statuses around the code.
pub(super) fn surroundings(
    scene: &Scene<'_>,
    error: ZoomError,
    candidate: &mut Candidate,
    span: &Range<usize>,
) {
    let product = candidate.product;
    if scene.marks.zoom
        && called(product).is_some_and(|name| contains_ignoring_case(scene.text, name))
    {
        candidate.weight += OF_PRODUCT;
    }
    let words = scene
        .marks
        .spoken_for
        .iter()
        .filter(|products| products.contains(&product))
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

/// What people call the SDK of a product: `Meeting SDK`.
fn called(product: Product) -> Option<&'static str> {
    let title = product.title().strip_prefix("Zoom ")?;
    title.get(..title.find(" SDK")? + " SDK".len())
}

/// The finer cause, by a number of its own or by what is said.
fn cause(case: &Case<'_, '_>, error: ZoomError, candidate: &mut Candidate) {
    if error.reasons().is_empty() {
        return;
    }
    let entry = error.entry();
    let numbered = || {
        let number = case.section.number(&["subCode", "reason"])?;
        entry.reason_for_code(i32::try_from(number).ok()?)
    };
    let told = |said: &str| entry.reason_for_message(said);
    let message = || {
        let texts = case
            .messages
            .iter()
            .map(|message| message.start..message.end);
        let texts = texts.filter_map(|span| case.scene.text.get(span));
        // Mostly a message is all that is said.
        let mut others = texts.filter(|text| case.said.is_none_or(|said| !is_same(said, text)));
        others.find_map(told)
    };
    let reason = numbered()
        .or_else(|| told(case.said?))
        .or_else(message)
        .or_else(|| told(case.section.text(&["reason"])?));
    if let Some(reason) = reason {
        // A message that tells it has been counted.
        let counted = candidate
            .why
            .iter()
            .any(|why| matches!(why, Evidence::Message(_)));
        candidate.add(if counted { 0 } else { REASON }, Evidence::Reason(reason));
        candidate.reason = Some(reason);
    }
}

/// Whether two texts are the same message.
fn is_same(one: &str, other: &str) -> bool {
    one.trim_end_matches('.') == other.trim_end_matches('.')
}
