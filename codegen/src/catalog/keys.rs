//! Every key that a catalog and `products.yaml` may hold.

use super::shape::{Key, Object, Shape};
use crate::vocabulary::{ACTORS, ADVICE, CARRIERS, KINDS, LINTS, ORIGINS, RETRIES, SOURCE_KINDS};

const TEXTS: Shape = Shape::List(&Shape::Text);

/// The five keys of advice, in one place because entries, reasons and classes share them.
const KIND: Key = Key::optional(
    "kind",
    Shape::OneOf(KINDS),
    "Our cross-product class of the failure.",
);
const ACTOR: Key = Key::optional("actor", Shape::OneOf(ACTORS), "Who must act first.");
const RETRY: Key = Key::optional(
    "retry",
    Shape::OneOf(RETRIES),
    "Whether and when repeating the call helps.",
);
const ADVICE_KEY: Key = Key::optional(
    "advice",
    Shape::OneOf(ADVICE),
    "Whether the source itself gives the remediation.",
);
const ALLOW: Key = Key::optional(
    "allow",
    Shape::List(&Shape::Object(&EXCEPTION)),
    "Lints that are wrong here, each with a reason.",
);
const REMEDIATION: Key = Key::optional(
    "remediation",
    TEXTS,
    "Ordered steps, most useful first, each specific to this code.",
);

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
        Key::required(
            "categories",
            Shape::List(&Shape::Object(&CATEGORY)),
            "The page's sections, in its order.",
        ),
        Key::required(
            "errors",
            Shape::List(&Shape::Object(&ENTRY)),
            "One entry for each code, in the page's order.",
        ),
        Key::optional(
            "strings",
            Shape::Object(&STRINGS),
            "Errors of the same product that are told by a word instead of a number.",
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

const STRING: Object = Object {
    title: "a string entry",
    doc: "One word.",
    keys: &[
        Key::required("value", Shape::Text, "The word on the wire, verbatim."),
        Key::required("name", Shape::Constant, "Upper snake name."),
        Key::optional(
            "variant",
            Shape::TypeName,
            "The Rust name where the derived one reads badly.",
        ),
        KIND,
        Key::required("summary", Shape::Text, "One sentence: what happened."),
        Key::optional("causes", TEXTS, "Why it happens, most likely first."),
        Key::optional(
            "erratum",
            Shape::Text,
            "What is wrong or contested in the source, with the evidence.",
        ),
        Key::optional(
            "source",
            Shape::Text,
            "The id of the source, the first if omitted.",
        ),
        ALLOW,
        ACTOR,
        RETRY,
        ADVICE_KEY,
        REMEDIATION,
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
        Key::required("enum", Shape::TypeName, "The Rust name of the enum."),
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

const ENTRY: Object = Object {
    title: "an entry",
    doc: "One code.",
    keys: &[
        Key::required(
            "code",
            Shape::Number,
            "The number on the wire; unique in the catalog.",
        ),
        Key::required(
            "name",
            Shape::Constant,
            "The constant as its source writes it.",
        ),
        Key::optional(
            "variant",
            Shape::TypeName,
            "The Rust name where the derived one is taken or reads badly.",
        ),
        Key::optional(
            "aliases",
            Shape::List(&Shape::Constant),
            "Further constants that SDKs report for the same code.",
        ),
        Key::required("category", Shape::Id, "The id of a declared category."),
        KIND,
        Key::optional(
            "carrier",
            Shape::List(&Shape::OneOf(CARRIERS)),
            "Where the number travels in an HTTP answer.",
        ),
        Key::required("summary", Shape::Text, "One sentence: what happened."),
        Key::optional("causes", TEXTS, "Why it happens, most likely first."),
        Key::optional("raised_by", TEXTS, "API methods that report it."),
        Key::optional(
            "reasons",
            Shape::List(&Shape::Object(&REASON)),
            "The finer causes that the source lists under the code.",
        ),
        Key::optional(
            "same_as",
            Shape::Number,
            "The code under which the same failure is described; its advice is inherited.",
        ),
        Key::optional(
            "effective",
            Shape::Date,
            "The day from which Zoom enforces it.",
        ),
        Key::optional(
            "erratum",
            Shape::Text,
            "What is wrong or contested in the source, with the evidence.",
        ),
        Key::optional("origin", Shape::OneOf(ORIGINS), "`documented` if omitted."),
        Key::optional(
            "retired",
            Shape::Date,
            "The day on which Zoom withdrew the code.",
        ),
        Key::optional(
            "renamed_from",
            Shape::List(&Shape::TypeName),
            "Former variant names; they live on as deprecated constants.",
        ),
        Key::optional(
            "related",
            Shape::List(&Shape::CodeLink),
            "The same failure in other code spaces; stated on one side.",
        ),
        Key::optional(
            "source",
            Shape::Text,
            "The id of the source, the first if omitted.",
        ),
        ALLOW,
        ACTOR,
        RETRY,
        ADVICE_KEY,
        REMEDIATION,
    ],
};

const EXCEPTION: Object = Object {
    title: "an exception",
    doc: "A lint that does not hold here.",
    keys: &[
        Key::required("lint", Shape::OneOf(LINTS), "The id of the lint."),
        Key::required("reason", Shape::Text, "Why the finding is right to stand."),
    ],
};

const REASON: Object = Object {
    title: "a reason",
    doc: "A finer cause under a code, told apart by `code` or by `message`.",
    keys: &[
        Key::optional("code", Shape::Number, "The sub-code on the wire."),
        Key::optional(
            "message",
            Shape::Text,
            "A fragment of what the server sends, verbatim.",
        ),
        Key::optional("headers", TEXTS, "Response headers that go with it."),
        Key::required("name", Shape::Constant, "Upper snake name."),
        Key::optional(
            "variant",
            Shape::TypeName,
            "The Rust name where the derived one reads badly.",
        ),
        Key::required("summary", Shape::Text, "One sentence: what happened."),
        KIND,
        ACTOR,
        RETRY,
        ADVICE_KEY,
        REMEDIATION,
    ],
};

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
    ],
};

const SPACE: Object = Object {
    title: "a product",
    doc: "A product space.",
    keys: &[
        Key::required(
            "id",
            Shape::Id,
            "Equals the catalog's product id where there is a catalog.",
        ),
        Key::required("title", Shape::Text, "The name for people."),
        Key::required("group", Shape::Id, "The id of a declared group."),
        Key::optional(
            "docs",
            Shape::Url,
            "The address of its documentation, only if known for certain.",
        ),
    ],
};
