//! The keys of `operations/<id>.yaml`, and of `operations/rate_limits.yaml`.

use super::super::shape::{Key, Object, Shape};
use crate::vocabulary::{LIMITS, PERIODS, PLANS};

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

/// What the rate-limit labels allow.
pub(crate) const RATES: Object = Object {
    title: "a list of rate limits",
    doc: "How many calls an account may make, by the label of the operation and the plan.",
    keys: &[Key::required(
        "rates",
        Shape::List(&Shape::Object(&RATE)),
        "One for each label and plan, and for each product that has limits of its own.",
    )],
};

const RATE: Object = Object {
    title: "a rate limit",
    doc: "What one label allows on one plan.",
    keys: &[
        Key::optional(
            "product",
            Shape::Id,
            "The product that it is of; every product without limits of its own if omitted.",
        ),
        Key::required("label", Shape::OneOf(LIMITS), "The label of the operations."),
        Key::required("plan", Shape::OneOf(PLANS), "The plan of the account."),
        Key::required("calls", Shape::Number, "So many calls in a period."),
        Key::required("per", Shape::OneOf(PERIODS), "The period."),
        Key::optional("daily", Shape::Number, "So many calls of this label in a day."),
        Key::optional(
            "pooled",
            Shape::Number,
            "So many calls in a day, of heavy and resource-intensive operations together.",
        ),
    ],
};
