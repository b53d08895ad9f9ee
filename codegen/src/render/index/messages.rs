//! From the words of a text to the messages that it holds, and a sieve for what cannot hold any.

use std::collections::{BTreeMap, BTreeSet};

use super::sieve::Sieve;
use crate::lookup::open;
use crate::model::{Model, Product, ReasonKey};
use crate::render::lookups;
use crate::render::text::{Text, bytes};
use crate::template::{ANY, Template};

/// Whoever sends a message: the place of the error, the number of operations, and whether the message
/// is whole.
type Owner = (usize, usize, bool);

/// A single word of this length is hardly anybody else's.
const LONG_WORD: usize = 16;

pub(super) fn write(model: &Model, out: &mut Text) {
    let mut owners: BTreeMap<String, BTreeSet<Owner>> = BTreeMap::new();
    let mut sieve = Sieve::default();
    let mut first = 0;
    for product in &model.products {
        for (template, owner) in messages(product, first) {
            let words = words(&template);
            if pairs(&words).next().is_some() {
                sieve.message(&template.parts);
                owners.entry(words.join(" ")).or_default().insert(owner);
            } else if template.parts.len() >= LONG_WORD {
                // It is weighed as no message, but a body that answers with it is worth a look.
                sieve.message(&template.parts);
            }
        }
        sieve.constants(product);
        first += product.entries().count();
    }
    index(&owners, out);
    sieve.render(out);
}

/// Every message of a product, the place of whose first error is given.
fn messages(product: &Product, first: usize) -> Vec<(Template, Owner)> {
    let mut all = Vec::new();
    for (place, entry) in (first..).zip(product.entries()) {
        for response in &entry.responses {
            let on = response.on.len();
            all.push((response.message.clone(), (place, on, true)));
            // What follows the first sentence changes most.
            if let Some(first) = first_sentence(&response.message) {
                all.push((first, (place, on, false)));
            }
        }
        for reason in &entry.reasons {
            if let ReasonKey::Message(fragment) = &reason.key {
                all.push((Template::new(fragment), (place, 0, false)));
            }
        }
    }
    for (place, text) in &product.payload.texts {
        all.push((text.clone(), (first + place, 1, true)));
    }
    all
}

/// The first of several sentences, if it says something by itself.
fn first_sentence(template: &Template) -> Option<Template> {
    let (first, _) = template.text.split_once(". ")?;
    let first = Template::new(first);
    let given = words(&first)
        .iter()
        .filter(|word| !word.contains(ANY))
        .count();
    (given >= 4).then_some(first)
}

/// The words of a message in lower case; a word with a placeholder in it is one.
fn words(template: &Template) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ANY;
    for run in template
        .parts
        .split(|c| !is_part(c))
        .filter(|run| !run.is_empty())
    {
        match run.contains(ANY) {
            true if words.last().is_some_and(|last| last.contains(ANY)) => {}
            true => words.push(ANY.to_string()),
            false => words.push(run.to_owned()),
        }
    }
    words
}

/// Two given words beside each other, each with the place of the first.
fn pairs(words: &[String]) -> impl Iterator<Item = (usize, String)> + '_ {
    let pairs = words.windows(2).enumerate();
    let given = pairs.filter(|(_, pair)| pair.iter().all(|word| !word.contains(ANY)));
    given.map(|(at, pair)| (at, pair.join(" ")))
}

fn index(owners: &BTreeMap<String, BTreeSet<Owner>>, out: &mut Text) {
    let split = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let mut often: BTreeMap<String, usize> = BTreeMap::new();
    for text in owners.keys() {
        for (_, pair) in pairs(&split(text)) {
            *often.entry(pair).or_default() += 1;
        }
    }
    // A message is looked for where its rarest pair of words stands.
    let mut anchors: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (text, words) in owners.keys().enumerate() {
        let words = split(words);
        let rarest = pairs(&words).min_by_key(|(_, pair)| often.get(pair));
        if let Some((at, pair)) = rarest {
            anchors.entry(pair).or_default().push((text, at));
        }
    }
    let mut behind = 0;
    let texts = owners.iter().map(|(words, owners)| {
        let first = behind;
        behind += owners.len();
        format!("({words:?}, {first}, {})", owners.len())
    });
    out.list(
        &["Every message that a product sends, as its words, with first place and number of its owners."],
        "#[cfg(feature = \"json\")]\npub(crate) static TEXTS",
        "(&str, u32, u32)",
        texts,
    );
    let owners = owners.values().flatten();
    let owners = owners.map(|(place, operations, whole)| {
        let operations = (*operations).min(255);
        format!("({place}, {operations}, {whole})")
    });
    out.list(
        &[
            "Whoever sends them, those of a message together: the place in `ERRORS`, the number of operations,",
            "and whether the message is whole.",
        ],
        "#[cfg(feature = \"json\")]\npub(crate) static TEXT_OWNERS",
        "(u32, u8, bool)",
        owners,
    );
    let mut behind = 0;
    let names = anchors.iter().map(|(pair, places)| {
        let first = behind;
        behind += places.len();
        (pair.clone(), first)
    });
    let names: Vec<(String, usize)> = names.collect();
    lookups::names(
        &names,
        (
            "#[cfg(feature = \"json\")]\npub(crate) static ANCHORS",
            "#[cfg(feature = \"json\")]\nstatic ANCHOR_NAMES",
        ),
        &["Where each pair of words begins in `ANCHOR_PLACES`."],
        out,
    );
    let mut bits = vec![0; open::PAIRS / 8];
    for (first, second) in anchors.keys().filter_map(|pair| pair.split_once(' ')) {
        let bit = open::pair(first.as_bytes(), second.as_bytes());
        bits[bit / 8] |= 1 << (bit % 8);
    }
    out.item(
        &["A bit for each pair of words in `ANCHORS`, most of which no other pair has."],
        &format!(
            "#[cfg(feature = \"json\")]\npub(crate) static ANCHOR_BITS: &[u8; crate::hash::PAIRS / 8] = {};",
            bytes(&bits)
        ),
    );
    let places = anchors.values().flat_map(|places| {
        let last = places.len() - 1;
        let places = places.iter().enumerate();
        places.map(move |(at, (text, word))| format!("({text}, {word}, {})", at < last))
    });
    out.list(
        &["A message, the place of the pair in it, and whether the next is of the same pair."],
        "#[cfg(feature = \"json\")]\npub(crate) static ANCHOR_PLACES",
        "(u32, u8, bool)",
        places,
    );
}
