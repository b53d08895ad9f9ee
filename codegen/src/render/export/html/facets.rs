//! What the page filters by, with the number of codes for each choice.

use super::entry::Entry;
use super::label::label;
use crate::model::Model;
use crate::vocabulary::{ACTORS, ADVICE, Choice, KINDS, NOBODY, RETRIES};

/// One property to filter by.
pub(super) struct Facet {
    /// Names it in addresses and in `data-…` attributes.
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) options: Vec<Opt>,
}

/// One of its values that some code has.
pub(super) struct Opt {
    pub(super) value: String,
    pub(super) label: String,
    /// What it means, where the label does not say it all.
    pub(super) hint: &'static str,
    pub(super) count: usize,
}

/// All filters, in the order of the page.
pub(super) fn all(model: &Model, entries: &[Entry<'_>]) -> Vec<Facet> {
    let products = model.products.iter().map(|product| Opt {
        value: product.id.clone(),
        label: product.title.clone(),
        hint: "",
        count: count(entries, |entry| entry.product.id == product.id),
    });
    let mut actors = choices(entries, ACTORS, Entry::actor);
    actors.push(Opt {
        value: NOBODY.id.to_owned(),
        label: label(NOBODY.id),
        hint: "Nothing failed.",
        count: count(entries, |entry| entry.actor() == NOBODY.id),
    });
    let facet = |name, title, options| Facet {
        name,
        title,
        options,
    };
    let kinds = choices(entries, KINDS, |entry| entry.guide.kind);
    let mut facets = vec![
        facet("product", "Product", products.collect()),
        facet("actor", "Who must act", actors),
        facet("retry", "Retry", choices(entries, RETRIES, Entry::retry)),
        facet("kind", "Kind", kinds),
        facet(
            "advice",
            "Advice",
            choices(entries, ADVICE, Entry::given_by),
        ),
    ];
    for facet in &mut facets {
        facet.options.retain(|option| option.count > 0);
    }
    facets
}

/// The place of an entry's choice under each filter; `-` where it has none.
pub(super) fn places(facets: &[Facet], entry: &Entry<'_>) -> String {
    let place = |facet: &Facet| {
        let value = match facet.name {
            "product" => &entry.product.id,
            "actor" => entry.actor(),
            "retry" => entry.retry(),
            "kind" => entry.guide.kind,
            _ => entry.given_by(),
        };
        let at = facet
            .options
            .iter()
            .position(|option| option.value == value);
        at.map_or("-".to_owned(), |at| at.to_string())
    };
    let places: Vec<String> = facets.iter().map(place).collect();
    places.join(" ")
}

fn choices<'a>(
    entries: &[Entry<'a>],
    list: &'static [Choice],
    value: impl Fn(&Entry<'a>) -> &'static str,
) -> Vec<Opt> {
    let options = list.iter().map(|choice| Opt {
        value: choice.id.to_owned(),
        label: label(choice.id),
        hint: choice.doc,
        count: count(entries, |entry| value(entry) == choice.id),
    });
    options.collect()
}

fn count<'a>(entries: &[Entry<'a>], is: impl Fn(&Entry<'a>) -> bool) -> usize {
    entries.iter().filter(|entry| is(entry)).count()
}
