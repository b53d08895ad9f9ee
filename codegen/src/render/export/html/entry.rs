//! One code or word as the template wants it.

use std::collections::BTreeMap;

use super::facets::NOBODY;
use crate::model::{
    Advice, Class, Codes, ErrorCode, Guidance, Model, Product, Reason, ReasonKey, Source,
    StringError, Strings,
};
use crate::render::docs;
use crate::vocabulary::{ADVICE, CARRIERS, Choice, KINDS, RETRIES, SOURCE_KINDS};

/// One code, or one word that stands for a code.
pub(super) struct Entry<'a> {
    /// Its permanent address in the page: `meeting_sdk_web/3712`.
    pub(super) address: String,
    /// The number or the word on the wire.
    pub(super) mark: String,
    /// What people call it: the constant, or the word.
    pub(super) name: &'a str,
    /// All its names, for finding it.
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
    pub(super) source_means: &'static str,
    pub(super) guide: Guide<'a>,
    /// What only codes have.
    pub(super) code: Option<Code<'a>>,
    /// How many entries have the same mark.
    pub(super) namesakes: usize,
}

/// What a code has and a word has not.
pub(super) struct Code<'a> {
    pub(super) error: &'a ErrorCode,
    /// Where the number travels.
    pub(super) carriers: Vec<&'static str>,
    pub(super) reasons: Vec<Cause<'a>>,
    pub(super) same_as: Option<Link<'a>>,
    pub(super) related: Vec<Link<'a>>,
}

/// What to do, in words for people.
pub(super) struct Guide<'a> {
    pub(super) kind: &'static str,
    pub(super) kind_means: &'static str,
    /// Nothing for a success.
    pub(super) advice: Option<Steps<'a>>,
}

/// Who acts, when and how.
pub(super) struct Steps<'a> {
    pub(super) given: &'a Advice,
    pub(super) who: &'static str,
    pub(super) when: &'static str,
    pub(super) retry_means: &'static str,
    pub(super) given_means: &'static str,
}

/// A finer cause.
pub(super) struct Cause<'a> {
    pub(super) reason: &'a Reason,
    pub(super) code: Option<i32>,
    pub(super) message: Option<&'a str>,
    /// Its advice where it differs from the code's.
    pub(super) own: Option<Guide<'a>>,
}

/// A code that is mentioned under another.
pub(super) struct Link<'a> {
    pub(super) address: String,
    pub(super) product: &'a str,
    pub(super) code: i32,
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
        advice.map_or(NOBODY, |advice| advice.given.actor)
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
    let mut entries = Vec::new();
    for product in &model.products {
        entries.extend(
            product
                .errors
                .iter()
                .map(|error| code(model, product, error)),
        );
        if let Some(strings) = &product.strings {
            let words = strings.entries.iter();
            entries.extend(words.map(|error| word(product, strings, error)));
        }
    }
    let mut namesakes: BTreeMap<String, usize> = BTreeMap::new();
    for entry in &entries {
        *namesakes.entry(entry.mark.clone()).or_default() += 1;
    }
    for entry in &mut entries {
        entry.namesakes = namesakes.get(&entry.mark).copied().unwrap_or(1);
    }
    entries
}

fn code<'a>(model: &'a Model, product: &'a Product, error: &'a ErrorCode) -> Entry<'a> {
    let names = [&error.name, &error.variant];
    let names = names
        .into_iter()
        .chain(&error.aliases)
        .chain(&error.renamed_from);
    let carriers = error.carrier.iter().copied();
    let related = error.related.iter().map(|&(other, at)| {
        let other = &model.products[other];
        link(other, &other.errors[at])
    });
    let source = product.source_of(error);
    Entry {
        address: address(product, error),
        mark: error.code.to_string(),
        name: &error.name,
        names: names.map(String::as_str).collect(),
        product,
        section: &product.category_of(error).title,
        rust: format!("{}::{}", product.enum_name, error.variant),
        summary: &error.summary,
        causes: &error.causes,
        erratum: error.erratum.as_deref(),
        source,
        source_means: meaning(SOURCE_KINDS, source.kind),
        guide: guide(&error.guidance),
        code: Some(Code {
            error,
            carriers: carriers.map(|id| meaning(CARRIERS, id)).collect(),
            reasons: error.reasons.iter().map(|r| cause(error, r)).collect(),
            same_as: error.same_as.map(|at| link(product, &product.errors[at])),
            related: related.collect(),
        }),
        namesakes: 1,
    }
}

fn word<'a>(product: &'a Product, strings: &'a Strings, error: &'a StringError) -> Entry<'a> {
    let source = &product.sources[error.source];
    Entry {
        address: format!("{}/{}", product.id, error.value),
        mark: error.value.clone(),
        name: &error.value,
        names: vec![&error.name, &error.variant],
        product,
        section: &strings.title,
        rust: format!("{}::{}", strings.enum_name, error.variant),
        summary: &error.summary,
        causes: &error.causes,
        erratum: error.erratum.as_deref(),
        source,
        source_means: meaning(SOURCE_KINDS, source.kind),
        guide: guide(&error.guidance),
        code: None,
        namesakes: 1,
    }
}

fn address(product: &Product, error: &ErrorCode) -> String {
    format!("{}/{}", product.id, error.code)
}

fn link<'a>(product: &'a Product, error: &'a ErrorCode) -> Link<'a> {
    Link {
        address: address(product, error),
        product: &product.title,
        code: error.code,
        name: &error.name,
    }
}

fn cause<'a>(error: &ErrorCode, reason: &'a Reason) -> Cause<'a> {
    let (code, message) = match &reason.key {
        ReasonKey::Code(code) => (Some(*code), None),
        ReasonKey::Message(message) => (None, Some(message.as_str())),
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
        own: (!same).then(|| guide(own)),
    }
}

fn guide(guidance: &Guidance) -> Guide<'_> {
    Guide {
        kind: guidance.kind,
        kind_means: meaning(KINDS, guidance.kind),
        advice: guidance.advice.as_ref().map(|given| Steps {
            given,
            who: docs::who(given.actor),
            when: docs::when(given.retry),
            retry_means: meaning(RETRIES, given.retry),
            given_means: meaning(ADVICE, given.given_by),
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

/// What a word of a closed list means.
fn meaning(choices: &'static [Choice], id: &str) -> &'static str {
    let choice = choices.iter().find(|choice| choice.id == id);
    choice.map_or("", |choice| choice.doc)
}
