//! Most specific first.

use std::cmp::Reverse;

use zoom_errors::{Carrier, Class, Kind, Origin, Product};

use crate::entry::Entry;

/// Orders what one number or name means in several products.
///
/// Behind everything else stand plain HTTP statuses, which any Zoom API can answer; before them
/// codes whose source does not say what they mean, then codes that no page states, then numbers
/// that only repeat another code. Among equals, the product with more codes draws finer lines.
pub(crate) fn by_specificity(entries: &mut [Entry]) {
    entries.sort_by_cached_key(|entry| specificity(*entry));
}

/// What [`by_specificity`] goes by.
pub(crate) fn specificity(entry: Entry) -> impl Ord {
    (
        entry.carrier() == [Carrier::HttpStatus],
        entry.kind() == Kind::Unspecified,
        entry.origin() == Some(Origin::Observed),
        entry.same_as().is_some(),
        size(entry.product()),
        entry.product(),
    )
}

/// Orders what the ranges of several products say about one number: the narrowest first.
pub(crate) fn by_width(classes: &mut [(Product, &'static Class)]) {
    classes.sort_by_cached_key(|(product, class)| (width(class), size(*product)));
}

/// How much a product lists, most first.
pub(crate) fn size(product: Product) -> impl Ord {
    Reverse(Entry::of_product(product).count())
}

/// How many numbers a class claims; an open range claims more than any other.
fn width(class: &Class) -> u64 {
    class
        .codes()
        .and_then(|codes| Some(codes.last()?.abs_diff(codes.first())))
        .map_or(u64::MAX, u64::from)
}
