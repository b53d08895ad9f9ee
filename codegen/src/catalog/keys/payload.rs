//! The keys that say how errors look where people meet them.

use super::super::shape::{Key, Object, Shape};

/// `payload:` of a catalog, and of a group for all of its products.
pub(super) const PAYLOAD: Object = Object {
    title: "`payload`",
    doc: "How the errors look on the wire and in logs: what a recogniser goes by.",
    keys: &[
        Key::optional(
            "codes",
            Shape::List(&Shape::Text),
            "Field names that hold the code, as they are sent.",
        ),
        Key::optional(
            "beside",
            Shape::List(&Shape::Text),
            "Field names that stand beside the code.",
        ),
        Key::optional(
            "words",
            Shape::List(&Shape::Text),
            "Single words that only this product uses: types, methods, names of events, and with `_` at the end the beginning of its constants.",
        ),
        Key::optional(
            "texts",
            Shape::List(&Shape::Object(&TEXT)),
            "Messages of the product that stand in no reference, each with its code.",
        ),
    ],
};

const TEXT: Object = Object {
    title: "a text",
    doc: "A message and the code that it belongs to.",
    keys: &[
        Key::required("code", Shape::Number, "A code of this catalog."),
        Key::required(
            "text",
            Shape::Text,
            "The message as it is sent, with `{placeholders}` for what changes.",
        ),
    ],
};
