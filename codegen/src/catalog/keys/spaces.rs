//! The keys of `products.yaml`.

use super::super::shape::{Key, Object, Shape};
use super::payload::PAYLOAD;

/// `products.yaml`.
pub(crate) const SPACES: Object = Object {
    title: "`products.yaml`",
    doc: "Every product space that the documentation names, with or without a catalog.",
    keys: &[
        Key::required(
            "groups",
            Shape::List(&Shape::Object(&GROUP)),
            "Groups in the order of listings.",
        ),
        Key::required(
            "products",
            Shape::List(&Shape::Object(&SPACE)),
            "Product spaces in the order of listings.",
        ),
    ],
};

const GROUP: Object = Object {
    title: "a group",
    doc: "A group of product spaces.",
    keys: &[
        Key::required("id", Shape::Id, "Short id that products refer to."),
        Key::required("title", Shape::Text, "The name for people."),
        Key::optional(
            "payload",
            Shape::Object(&PAYLOAD),
            "How errors of its products look on the wire and in logs.",
        ),
    ],
};

const SPACE: Object = Object {
    title: "a product",
    doc: "A product space.",
    keys: &[
        Key::required(
            "id",
            Shape::Id,
            "The product id of a catalog, or of a space without one.",
        ),
        Key::optional(
            "title",
            Shape::Text,
            "The name for people, where no catalog states it.",
        ),
        Key::optional(
            "group",
            Shape::Id,
            "The id of a declared group, where no catalog states it.",
        ),
        Key::optional(
            "docs",
            Shape::Url,
            "The address of its documentation, only if known for certain.",
        ),
    ],
};
