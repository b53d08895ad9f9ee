//! The keys of `operations/<id>.yaml`.

use super::super::shape::{Key, Object, Shape};
use crate::vocabulary::LIMITS;

/// The operations of one product.
pub(crate) const OPERATIONS: Object = Object {
    title: "a list of operations",
    doc: "The operations of one REST product, as its reference documents them.",
    keys: &[
        Key::required(
            "product",
            Shape::Id,
            "The product id; equals the file's name.",
        ),
        Key::required(
            "operations",
            Shape::List(&Shape::Object(&OPERATION)),
            "One for each method and path.",
        ),
    ],
};

const OPERATION: Object = Object {
    title: "an operation",
    doc: "One method and path.",
    keys: &[
        Key::required(
            "call",
            Shape::Call,
            "Method and path, `GET /users/{userId}`.",
        ),
        Key::optional("id", Shape::Text, "The operation id of the reference."),
        Key::optional("limit", Shape::OneOf(LIMITS), "The rate-limit label."),
        Key::optional(
            "scopes",
            Shape::List(&Shape::Text),
            "Classic scopes, of which a token needs one.",
        ),
        Key::optional(
            "granular",
            Shape::List(&Shape::Text),
            "Granular scopes, of which a token needs one.",
        ),
        Key::optional(
            "daily",
            Shape::Text,
            "A limit of this operation by the day, in words.",
        ),
    ],
};
