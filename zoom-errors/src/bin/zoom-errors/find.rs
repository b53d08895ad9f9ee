//! From what somebody typed to what is known about it.

use zoom_errors::{Class, Product, ZoomError};

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
    /// The codes meant, most specific first.
    pub(crate) errors: Vec<ZoomError>,
    /// The same in other products, where one product was asked for and does not list it.
    pub(crate) elsewhere: Vec<ZoomError>,
    /// The documented ranges around the number in products that do not list it, narrowest first;
    /// beside listed codes only those that have advice to add.
    pub(crate) classes: Vec<(Product, &'static Class)>,
    /// Listed codes that may have been meant, most alike first.
    pub(crate) nearest: Vec<ZoomError>,
}

/// Looks a number or a name up, in one product or in all.
pub(crate) fn find(query: &str, product: Option<Product>) -> Answer {
    let query = query.trim();
    let number = query.parse::<i128>().ok();
    let mut meant: Vec<ZoomError> = match number {
        Some(number) => i32::try_from(number)
            .into_iter()
            .flat_map(ZoomError::candidates)
            .collect(),
        None => named(query),
    };
    rank::by_specificity(&mut meant);
    let within = |error: &ZoomError| product.is_none_or(|product| error.product() == product);
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
            let same = |error: &ZoomError| group.is_some() && error.product().group() == group;
            class.guidance().is_some() && !listed.iter().any(same)
        });
        // That other products know it too is no news to somebody who asked for one.
        answer.elsewhere.clear();
        return answer;
    }
    let others = ZoomError::all().filter(within);
    answer.nearest = match number {
        Some(number) => {
            // Where a product documents the range, other products' codes are no neighbours.
            let near = |error: &ZoomError| {
                let mut products = answer.classes.iter().map(|(product, _)| *product);
                answer.classes.is_empty() || products.any(|product| product == error.product())
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

/// Codes called so; failing that, codes with a reason called so.
fn named(query: &str) -> Vec<ZoomError> {
    let wanted = fold(query);
    let called = |name: &str| fold(name) == wanted;
    let codes: Vec<ZoomError> = ZoomError::all()
        .filter(|error| names(*error).any(called))
        .collect();
    if !codes.is_empty() {
        return codes;
    }
    ZoomError::all()
        .filter(|error| error.reasons().iter().any(|reason| called(reason.name())))
        .collect()
}

fn names(error: ZoomError) -> impl Iterator<Item = &'static str> {
    std::iter::once(error.name()).chain(error.aliases().iter().copied())
}

/// `SIGNATURE_INVALID`, `SignatureInvalid` and `signature-invalid` are one name to a person.
fn fold(name: &str) -> String {
    name.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

fn nearest_numbers(number: i128, mut errors: Vec<ZoomError>) -> Vec<ZoomError> {
    let distance = |error: &ZoomError| number.saturating_sub(error.code().into()).saturating_abs();
    errors.retain(|error| distance(error) <= FAR);
    rank::by_specificity(&mut errors);
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
    let mut scored: Vec<(f64, ZoomError)> = errors
        .map(|error| (score(error), error))
        .filter(|(score, _)| *score >= ALIKE)
        .collect();
    scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    scored.truncate(NEAREST);
    scored.into_iter().map(|(_, error)| error).collect()
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
