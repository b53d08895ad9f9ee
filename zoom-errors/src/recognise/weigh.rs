//! What speaks for an error, and how much.

use alloc::vec::Vec;
use core::ops::Range;

use super::fields::{Field, Name};
use super::finding::{Candidate, Evidence};
use super::marks::is_business;
use super::messages::Owner;
use super::scene::Scene;
use super::sections::Section;
use crate::generated::weights::{
    BESIDE, CONSTANT, FIELD, FOREIGN_FIELD, FRAGMENT, MESSAGE, OF_PRODUCT, OPERATION, OTHER_STATUS,
    REASON, STATUS, WORD,
};
use crate::text::contains_ignoring_case;
use crate::{Product, ZoomError};

/// What speaks for a listed code.
pub(super) fn weigh(
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
        let field = name.field.map_or("", Field::name);
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
    constants(scene, at, name, error, &mut candidate);
    surroundings(scene, error, &mut candidate, span);
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
    // A sentence that comes with this code too names no other.
    candidate.named = candidate.named.filter(|_| best == 0);
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

/// Constants of a section.
fn constants(
    scene: &Scene<'_>,
    at: usize,
    name: Name<'_>,
    error: ZoomError,
    candidate: &mut Candidate,
) {
    let product = candidate.product;
    let names = scene.marks.names.iter();
    for named in names.filter(|named| named.home == Some(at)) {
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
