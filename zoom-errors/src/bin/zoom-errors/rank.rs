//! Most specific first.

use std::cmp::Reverse;

use zoom_errors::{Carrier, Class, Kind, Origin, Product, ZoomError};

/// Orders what one number means in several products.
///
/// Behind everything else stand plain HTTP statuses, which any Zoom API can answer; before them
/// codes whose source does not say what they mean, then codes that no page states, then numbers
/// that only repeat another code. Among equals, the product with more codes draws finer lines.
pub(crate) fn by_specificity(errors: &mut [ZoomError]) {
    errors.sort_by_cached_key(|error| {
        (
            error.carrier() == [Carrier::HttpStatus],
            error.kind() == Kind::Unspecified,
            error.origin() == Origin::Observed,
            error.canonical() != *error,
            Reverse(codes_of(error.product())),
            error.product(),
        )
    });
}

/// Orders what the ranges of several products say about one number: the narrowest first.
pub(crate) fn by_width(classes: &mut [(Product, &'static Class)]) {
    classes.sort_by_cached_key(|(product, class)| (width(class), Reverse(codes_of(*product))));
}

fn codes_of(product: Product) -> usize {
    ZoomError::all()
        .filter(|error| error.product() == product)
        .count()
}

/// How many numbers a class claims; an open range claims more than any other.
fn width(class: &Class) -> u64 {
    class
        .codes()
        .and_then(|codes| Some(codes.last()?.abs_diff(codes.first())))
        .map_or(u64::MAX, u64::from)
}
