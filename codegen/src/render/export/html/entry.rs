//! One code or word as the template wants it.

use crate::model::{
    self, Advice, Class, Codes, Guidance, Model, Place, Product, Reason, ReasonKey, Source,
};
use crate::render::docs;
use crate::vocabulary::NOBODY;

/// One code, or one word that stands for a code.
pub(super) struct Entry<'a> {
    /// Its permanent address in the page: `meeting_sdk_web/3712`.
    pub(super) address: String,
    /// What people call it: the constant, or the word.
    pub(super) name: &'a str,
    /// Its names beside the one that shows.
    pub(super) names: Vec<&'a str>,
    pub(super) product: &'a Product,
    /// The section of the page.
    pub(super) section: &'a str,
    /// Its path in Rust, without the module.
    pub(super) rust: String,
    pub(super) summary: &'a str,
    pub(super) causes: &'a [String],
    pub(super) erratum: Option<&'a str>,
    pub(super) source: &'a Source,
    pub(super) guide: Guide<'a>,
    pub(super) error: &'a model::Entry,
    pub(super) reasons: Vec<Cause<'a>>,
    /// Messages that tell no reason.
    pub(super) messages: Vec<Message<'a>>,
    pub(super) same_as: Option<Link<'a>>,
    /// The entry that has the same steps, where it is said to be the same failure.
    pub(super) steps_of: Option<Link<'a>>,
    pub(super) related: Vec<Link<'a>>,
    /// The place of its choice under each filter, in their order.
    pub(super) choices: String,
}

/// What the server says.
pub(super) struct Message<'a> {
    pub(super) status: u16,
    /// Its text, with whether a piece is a placeholder.
    pub(super) pieces: Vec<(bool, String)>,
    /// The places of its operations among those of the product.
    pub(super) calls: &'a [usize],
}

/// What to do, in words for people.
pub(super) struct Guide<'a> {
    pub(super) kind: &'static str,
    /// Nothing for a success.
    pub(super) advice: Option<Steps<'a>>,
}

/// Who acts, when and how.
pub(super) struct Steps<'a> {
    pub(super) given: &'a Advice,
    pub(super) who: &'static str,
    pub(super) when: &'static str,
}

/// A finer cause.
pub(super) struct Cause<'a> {
    pub(super) reason: &'a Reason,
    pub(super) code: Option<i32>,
    pub(super) message: Option<&'a str>,
    pub(super) messages: Vec<Message<'a>>,
    /// Its advice where it differs from the code's.
    pub(super) own: Option<Guide<'a>>,
}

/// A code that is mentioned under another.
pub(super) struct Link<'a> {
    pub(super) address: String,
    pub(super) product: &'a str,
    pub(super) mark: String,
    pub(super) name: &'a str,
}

/// A documented range or section with numbers of its own.
pub(super) struct Numbers<'a> {
    pub(super) product: &'a Product,
    pub(super) class: &'a Class,
    pub(super) codes: Codes,
    pub(super) advice: Option<Guide<'a>>,
}

impl Entry<'_> {
    /// Who must act, also where nothing failed.
    pub(super) fn actor(&self) -> &'static str {
        let advice = self.guide.advice.as_ref();
        advice.map_or(NOBODY.id, |advice| advice.given.actor)
    }

    /// Whether retrying helps; empty for a success.
    pub(super) fn retry(&self) -> &'static str {
        let advice = self.guide.advice.as_ref();
        advice.map_or("", |advice| advice.given.retry)
    }

    /// Where the advice comes from; empty for a success.
    pub(super) fn given_by(&self) -> &'static str {
        let advice = self.guide.advice.as_ref();
        advice.map_or("", |advice| advice.given.given_by)
    }
}

/// All codes and words, ordered by product, codes first.
pub(super) fn all(model: &Model) -> Vec<Entry<'_>> {
    let products = model.products.iter();
    products
        .flat_map(|product| product.entries().map(|error| entry(model, product, error)))
        .collect()
}

fn entry<'a>(model: &'a Model, product: &'a Product, error: &'a model::Entry) -> Entry<'a> {
    let constant = error.word().map(|_| &error.name);
    let names = constant
        .into_iter()
        .chain(&error.aliases)
        .chain(&error.renamed_from);
    let source = product.source_of(error);
    let strings = product.strings.as_ref();
    let section = match product.category_of(error) {
        Some(category) => &category.title,
        None => strings.map_or("", |strings| &strings.title),
    };
    let link = |place: Place| link(model, place);
    Entry {
        address: format!("{}/{}", product.id, error.key),
        name: error.word().unwrap_or(&error.name),
        names: names.map(String::as_str).collect(),
        product,
        section,
        rust: format!("{}::{}", product.enum_of(error), error.variant),
        summary: &error.summary,
        causes: &error.causes,
        erratum: error.erratum.as_deref(),
        source,
        guide: guide(&error.guidance),
        error,
        reasons: error
            .reasons
            .iter()
            .enumerate()
            .map(|(at, r)| cause(error, at, r))
            .collect(),
        messages: messages(error, None),
        same_as: error.same_as.map(link),
        steps_of: error
            .same_as
            .filter(|place| inherits(model, *place, error))
            .map(link),
        related: error.related.iter().copied().map(link).collect(),
        choices: String::new(),
    }
}

/// Whether an error has the advice of the one that it is the same failure as.
fn inherits(model: &Model, place: Place, error: &model::Entry) -> bool {
    let (_, other) = model.at(place);
    !error.guidance.steps().is_empty() && other.guidance.steps() == error.guidance.steps()
}

fn messages(error: &model::Entry, reason: Option<usize>) -> Vec<Message<'_>> {
    let of = error
        .responses
        .iter()
        .filter(|response| response.reason == reason);
    of.map(|response| Message {
        status: response.status,
        pieces: response.message.pieces(),
        calls: &response.on,
    })
    .collect()
}

fn link(model: &Model, place: Place) -> Link<'_> {
    let (product, error) = model.at(place);
    Link {
        address: format!("{}/{}", product.id, error.key),
        product: &product.title,
        mark: error.key.to_string(),
        name: &error.name,
    }
}

fn cause<'a>(error: &'a model::Entry, at: usize, reason: &'a Reason) -> Cause<'a> {
    let (code, message) = match &reason.key {
        ReasonKey::Code(code) => (Some(*code), None),
        ReasonKey::Message(message) => (None, Some(message.as_str())),
        ReasonKey::Responses => (None, None),
    };
    let (own, parent) = (&reason.guidance, &error.guidance);
    let same = own.kind == parent.kind
        && own.actor() == parent.actor()
        && own.retry() == parent.retry()
        && own.steps() == parent.steps();
    Cause {
        reason,
        code,
        message,
        messages: messages(error, Some(at)),
        own: (!same).then(|| guide(own)),
    }
}

fn guide(guidance: &Guidance) -> Guide<'_> {
    Guide {
        kind: guidance.kind,
        advice: guidance.advice.as_ref().map(|given| Steps {
            given,
            who: docs::who(given.actor),
            when: docs::when(given.retry),
        }),
    }
}

/// Every documented range and section with numbers, ordered by product.
pub(super) fn ranges(model: &Model) -> Vec<Numbers<'_>> {
    let mut found = Vec::new();
    for product in &model.products {
        for class in product.ranges.iter().chain(&product.categories) {
            if let Some(codes) = class.codes {
                found.push(Numbers {
                    product,
                    class,
                    codes,
                    advice: class.guidance.as_ref().map(guide),
                });
            }
        }
    }
    found
}
