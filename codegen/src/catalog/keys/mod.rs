//! Every key that a catalog and `products.yaml` may hold.

mod advice;
mod entry;
mod operations;
mod payload;
mod spaces;

pub(crate) use operations::{OPERATIONS, RATES};
pub(crate) use spaces::SPACES;

use super::shape::{Key, Object, Shape};
use crate::vocabulary::SOURCE_KINDS;
use advice::{ACTOR, ADVICE_KEY, ALLOW, KIND, REMEDIATION, RETRY};
use entry::{ENTRY, STRING};
use payload::PAYLOAD;

/// A catalog file.
pub(crate) const CATALOG: Object = Object {
    title: "a catalog",
    doc: "One code space: one file, one enum, one product.",
    keys: &[
        Key::required(
            "product",
            Shape::Object(&PRODUCT),
            "What the code space is called.",
        ),
        Key::required(
            "sources",
            Shape::List(&Shape::Object(&SOURCE)),
            "Where the entries were read; the first is the default for entries.",
        ),
        Key::optional(
            "ranges",
            Shape::ListOrEmpty(&Shape::Object(&RANGE)),
            "Documented number ranges, disjoint; `[]` says that the page has none.",
        ),
        Key::optional(
            "categories",
            Shape::List(&Shape::Object(&CATEGORY)),
            "The page's sections, in its order; left out where there are words alone.",
        ),
        Key::optional(
            "errors",
            Shape::List(&Shape::Object(&ENTRY)),
            "One entry for each code, in the page's order; left out where there are words alone.",
        ),
        Key::optional(
            "strings",
            Shape::Object(&STRINGS),
            "Errors of the same product that are told by a word instead of a number.",
        ),
        Key::optional(
            "payload",
            Shape::Object(&PAYLOAD),
            "How its errors look on the wire and in logs; what the group says holds besides.",
        ),
    ],
};

const STRINGS: Object = Object {
    title: "`strings`",
    doc: "Errors that are told by a word instead of a number; an enum of their own.",
    keys: &[
        Key::required("title", Shape::Text, "The name for people."),
        Key::required("enum", Shape::TypeName, "The Rust name of the enum."),
        Key::required(
            "entries",
            Shape::List(&Shape::Object(&STRING)),
            "One entry for each word.",
        ),
    ],
};

const PRODUCT: Object = Object {
    title: "`product`",
    doc: "What the code space is called.",
    keys: &[
        Key::required(
            "id",
            Shape::Id,
            "Names the module and the generated file; equals the file's name.",
        ),
        Key::required("title", Shape::Text, "The name for people."),
        Key::optional(
            "enum",
            Shape::TypeName,
            "The Rust name of the enum of codes.",
        ),
        Key::optional(
            "group",
            Shape::Id,
            "Joins related code spaces in listings; a group of `products.yaml`.",
        ),
        Key::optional(
            "strip_prefix",
            Shape::Constant,
            "Removed from each name before the Rust variant is derived.",
        ),
    ],
};

const SOURCE: Object = Object {
    title: "a source",
    doc: "A place where entries were read.",
    keys: &[
        Key::required("id", Shape::Text, "Short id that entries refer to."),
        Key::required(
            "title",
            Shape::Text,
            "The title of the page, header or package.",
        ),
        Key::optional("url", Shape::Url, "Its address, only if known for certain."),
        Key::optional(
            "retrieved",
            Shape::Date,
            "The day on which it was saved, only if known.",
        ),
        Key::optional(
            "kind",
            Shape::OneOf(SOURCE_KINDS),
            "How authoritative it is; `page` if omitted.",
        ),
    ],
};

const RANGE: Object = Object {
    title: "a range",
    doc: "A documented range of numbers.",
    keys: &[
        Key::required("id", Shape::Id, "Names the variant of the range enum."),
        Key::required("title", Shape::Text, "The name for people."),
        Key::required(
            "codes",
            Shape::Codes,
            "The numbers, `3000..=3999`, or `13000..` for an open range.",
        ),
        Key::optional(
            "summary",
            Shape::Text,
            "What the whole range has in common.",
        ),
        ALLOW,
        KIND,
        ACTOR,
        RETRY,
        ADVICE_KEY,
        REMEDIATION,
    ],
};

const CATEGORY: Object = Object {
    title: "a category",
    doc: "A section of the page.",
    keys: &[
        Key::required("id", Shape::Id, "Names the variant of the category enum."),
        Key::required("title", Shape::Text, "The section's title."),
        Key::optional(
            "codes",
            Shape::Codes,
            "The numbers that the section claims as a whole, such as `500..=599`.",
        ),
        Key::optional(
            "summary",
            Shape::Text,
            "What the whole section has in common.",
        ),
        ALLOW,
        KIND,
        ACTOR,
        RETRY,
        ADVICE_KEY,
        REMEDIATION,
    ],
};
