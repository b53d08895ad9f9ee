//! The keys of advice, in one place because entries, reasons and classes share them.

use super::super::shape::{Key, Object, Shape};
use crate::vocabulary::{ACTORS, ADVICE, KINDS, LINTS, RETRIES};

pub(super) const TEXTS: Shape = Shape::List(&Shape::Text);

pub(super) const KIND: Key = Key::optional(
    "kind",
    Shape::OneOf(KINDS),
    "Our cross-product class of the failure.",
);
pub(super) const ACTOR: Key = Key::optional("actor", Shape::OneOf(ACTORS), "Who must act first.");
pub(super) const RETRY: Key = Key::optional(
    "retry",
    Shape::OneOf(RETRIES),
    "Whether and when repeating the call helps.",
);
pub(super) const ADVICE_KEY: Key = Key::optional(
    "advice",
    Shape::OneOf(ADVICE),
    "Whether the source itself gives the remediation.",
);
pub(super) const ALLOW: Key = Key::optional(
    "allow",
    Shape::List(&Shape::Object(&EXCEPTION)),
    "Lints that are wrong here, each with a reason.",
);
pub(super) const REMEDIATION: Key = Key::optional(
    "remediation",
    TEXTS,
    "Ordered steps, most useful first, each specific to this code.",
);

const EXCEPTION: Object = Object {
    title: "an exception",
    doc: "A lint that does not hold here.",
    keys: &[
        Key::required("lint", Shape::OneOf(LINTS), "The id of the lint."),
        Key::required("reason", Shape::Text, "Why the finding is right to stand."),
    ],
};
