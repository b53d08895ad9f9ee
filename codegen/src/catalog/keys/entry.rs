//! The keys of an entry.

use super::super::shape::{Key, Object, Shape};
use super::advice::{ACTOR, ADVICE_KEY, ALLOW, KIND, REMEDIATION, RETRY, TEXTS};
use crate::vocabulary::ORIGINS;

pub(super) const ENTRY: Object = Object {
    title: "an entry",
    doc: "One code.",
    keys: &[
        Key::required(
            "code",
            Shape::Number,
            "The number on the wire; unique in the catalog.",
        ),
        Key::optional(
            "name",
            Shape::Constant,
            "The constant as its source writes it; inherited along a `same_as` into another catalog.",
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
            "summary",
            Shape::Text,
            "One sentence: what happened; inherited along a `same_as` into another catalog.",
        ),
        Key::optional("causes", TEXTS, "Why it happens, most likely first."),
        Key::optional("raised_by", TEXTS, "API methods that report it."),
        Key::optional(
            "reasons",
            Shape::List(&Shape::Object(&REASON)),
            "The finer causes that the source lists under the code.",
        ),
        Key::optional(
            "same_as",
            Shape::Target,
            "The code under which the same failure is described, here or in another catalog; its advice is inherited.",
        ),
        RESPONSES,
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

const RESPONSES: Key = Key::optional(
    "responses",
    Shape::List(&Shape::Object(&RESPONSE)),
    "What the server answers, as the reference documents it: facts, no advice.",
);

const RESPONSE: Object = Object {
    title: "a response",
    doc: "A message that the server sends under the code.",
    keys: &[
        Key::required("status", Shape::Number, "The HTTP status of the answer."),
        Key::required(
            "message",
            Shape::Text,
            "What the server says, verbatim, with placeholders such as `{userId}`.",
        ),
        Key::optional(
            "reason",
            Shape::Constant,
            "The name of the reason that the message tells.",
        ),
        Key::required(
            "on",
            Shape::List(&Shape::Call),
            "The operations that document it.",
        ),
    ],
};

/// An error that is told by a word.
pub(super) const STRING: Object = Object {
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
        RESPONSES,
        Key::optional(
            "aliases",
            Shape::List(&Shape::Text),
            "Other spellings of the word that are sent or printed.",
        ),
        Key::optional("raised_by", TEXTS, "API methods that report it."),
        Key::optional("origin", Shape::OneOf(ORIGINS), "`documented` if omitted."),
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

const REASON: Object = Object {
    title: "a reason",
    doc: "A finer cause under a code, told apart by `code`, by `message` or by `responses` that name it.",
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
