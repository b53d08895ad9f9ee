//! From what somebody typed to what is known about it.

use zoom_errors::{Class, Product, ZoomError};

use crate::entry::Entry;
use crate::rank;

/// How many neighbours are worth reading.
const NEAREST: usize = 5;
/// Numbers further away than this have nothing to do with each other.
const FAR: i128 = 1000;
/// Names less alike than this are no misspellings of each other.
const ALIKE: f64 = 0.6;
/// A part of a name shorter than this is in too many of them.
const PART: usize = 4;
/// A text longer than this is no misspelt name, and comparing it would take long.
const LONGEST: usize = 200;

/// What is known about a number or a name.
#[derive(Default)]
pub(crate) struct Answer {
    /// Whether it is a number that was looked up.
    pub(crate) number: bool,
    /// The codes and words meant, most specific first.
    pub(crate) errors: Vec<Entry>,
    /// The same in other products, where one product was asked for and does not list it.
    pub(crate) elsewhere: Vec<Entry>,
    /// The documented ranges around the number in products that do not list it, narrowest first;
    /// beside listed codes only those that have advice to add.
    pub(crate) classes: Vec<(Product, &'static Class)>,
    /// What may have been meant, most alike first.
    pub(crate) nearest: Vec<Entry>,
}

/// Looks a number or a name up, in one product or in all.
pub(crate) fn find(query: &str, product: Option<Product>) -> Answer {
    let query = query.trim();
    let number = query.parse::<i128>().ok();
    let mut meant: Vec<Entry> = match number {
        Some(number) => i32::try_from(number)
            .into_iter()
            .flat_map(ZoomError::candidates)
            .map(Entry::Code)
            .collect(),
        None => named(query),
    };
    rank::by_specificity(&mut meant);
    // `invalid_client` is what the token endpoint writes, `INVALID_CLIENT` what a code is called.
    meant.sort_by_key(|entry| entry.label() != query);
    let within = |entry: &Entry| product.is_none_or(|product| entry.product() == product);
    let (errors, elsewhere) = meant.into_iter().partition(within);
    let mut answer = Answer {
        number: number.is_some(),
        errors,
        elsewhere,
        ..Answer::default()
    };
    if let Some(number) = number {
        answer.classes = i32::try_from(number).map_or(Vec::new(), |code| classes(code, product));
    }
    if !answer.errors.is_empty() {
        // 503 is a code of a native SDK, and yet mostly an HTTP status that no page lists. A listed
        // code of the same group says more than a range.
        let listed = &answer.errors;
        answer.classes.retain(|(product, class)| {
            let group = product.group();
            let same = |entry: &Entry| group.is_some() && entry.product().group() == group;
            class.guidance().is_some() && !listed.iter().any(same)
        });
        // That other products know it too is no news to somebody who asked for one.
        answer.elsewhere.clear();
        return answer;
    }
    let others = Entry::all().filter(within);
    answer.nearest = match number {
        Some(number) => {
            // Where a product documents the range, other products' codes are no neighbours.
            let near = |entry: &Entry| {
                let mut products = answer.classes.iter().map(|(product, _)| *product);
                answer.classes.is_empty() || products.any(|product| product == entry.product())
            };
            nearest_numbers(number, others.filter(near).collect())
        }
        None => nearest_names(query, others),
    };
    answer
}

/// The documented ranges around a number in products that do not list it.
fn classes(code: i32, product: Option<Product>) -> Vec<(Product, &'static Class)> {
    let mut classes: Vec<_> = Product::ALL
        .iter()
        .copied()
        .filter(|known| product.is_none_or(|product| *known == product))
        .filter(|known| ZoomError::lookup(*known, code).is_none())
        .filter_map(|known| Some((known, ZoomError::class_of(known, code)?)))
        .collect();
    rank::by_width(&mut classes);
    classes
}

/// What is called so; failing that, codes with a reason called so.
fn named(query: &str) -> Vec<Entry> {
    let wanted = fold(query);
    let called = |name: &str| fold(name) == wanted;
    let entries: Vec<Entry> = Entry::all()
        .filter(|entry| entry.names().any(called))
        .collect();
    if !entries.is_empty() {
        return entries;
    }
    Entry::all()
        .filter(|entry| entry.reasons().iter().any(|reason| called(reason.name())))
        .collect()
}

/// `SIGNATURE_INVALID`, `SignatureInvalid` and `signature-invalid` are one name to a person.
fn fold(name: &str) -> String {
    name.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

fn nearest_numbers(number: i128, mut entries: Vec<Entry>) -> Vec<Entry> {
    let distance = |entry: &Entry| match entry.code() {
        Some(code) => number.saturating_sub(code.into()).saturating_abs(),
        None => i128::MAX,
    };
    entries.retain(|entry| distance(entry) <= FAR);
    rank::by_specificity(&mut entries);
    entries.sort_by_key(distance);
    entries.truncate(NEAREST);
    entries
}

fn nearest_names(query: &str, entries: impl Iterator<Item = Entry>) -> Vec<Entry> {
    let wanted = fold(query);
    if wanted.len() > LONGEST {
        return Vec::new();
    }
    let score = |entry: Entry| {
        entry
            .names()
            .map(|name| likeness(&wanted, &fold(name)))
            .fold(0.0, f64::max)
    };
    let mut scored: Vec<(f64, Entry)> = entries
        .map(|entry| (score(entry), entry))
        .filter(|(score, _)| *score >= ALIKE)
        .collect();
    scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    scored.truncate(NEAREST);
    scored.into_iter().map(|(_, entry)| entry).collect()
}

/// 1 for the same name, 0 for one that has nothing in common. A part of a name is quite like it.
fn likeness(wanted: &str, name: &str) -> f64 {
    let whole = strsim::normalized_damerau_levenshtein(wanted, name);
    if wanted.len() >= PART && name.contains(wanted) {
        whole.max(0.8)
    } else {
        whole
    }
}
