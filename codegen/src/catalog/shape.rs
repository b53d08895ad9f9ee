//! What a catalog may contain: the vocabulary in which [`super::keys`] is written.
//!
//! One table of keys drives both the decoder and the JSON schema, so neither can know a key that
//! the other does not.

use crate::vocabulary::Choice;

/// An object: a mapping with known keys.
#[derive(Debug)]
pub(crate) struct Object {
    /// What it is called in messages: "an entry".
    pub(crate) title: &'static str,
    pub(crate) doc: &'static str,
    pub(crate) keys: &'static [Key],
}

/// One key of an [`Object`].
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
    pub(crate) shape: Shape,
    pub(crate) doc: &'static str,
}

impl Key {
    pub(crate) const fn required(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self {
            name,
            required: true,
            shape,
            doc,
        }
    }

    pub(crate) const fn optional(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self {
            name,
            required: false,
            shape,
            doc,
        }
    }
}

/// The form of a value.
#[derive(Debug)]
pub(crate) enum Shape {
    /// A text for people.
    Text,
    /// A word of our own: lower snake case.
    Id,
    /// A constant as its source writes it: letters, digits and underscores.
    Constant,
    /// A Rust type or variant name: upper camel case.
    TypeName,
    /// An `i32` in plain decimal.
    Number,
    /// An inclusive range of numbers, `3000..=3999`, or an open one, `13000..`.
    Codes,
    /// A calendar date, `2026-03-02`.
    Date,
    /// An `https` address.
    Url,
    /// `product_id/code`.
    CodeLink,
    /// A code of the same catalog, or `product_id/code`.
    Target,
    /// A method and a path, `GET /users/{userId}`.
    Call,
    /// One of a closed list of words.
    OneOf(&'static [Choice]),
    /// A list with at least one item.
    List(&'static Shape),
    /// A list that may say that there is nothing.
    ListOrEmpty(&'static Shape),
    Object(&'static Object),
}

impl Shape {
    /// The form in words, for messages.
    pub(crate) fn describe(&self) -> &'static str {
        match self {
            Shape::Text => "a text",
            Shape::Id => {
                "an id (lower-case letters, digits and single `_` between them, a letter first)"
            }
            Shape::Constant => "a constant (letters, digits and `_`, a letter first)",
            Shape::TypeName => "a Rust type name (letters and digits, a capital first)",
            Shape::Number => "a plain decimal number",
            Shape::Codes => "a range such as `3000..=3999` or `13000..`",
            Shape::Date => "a date such as `2026-03-02`",
            Shape::Url => "an address that starts with `https://`",
            Shape::CodeLink => "a link such as `meeting_sdk_web/4011`",
            Shape::Target => "a code of this catalog, or a link such as `rest_api/124`",
            Shape::Call => "a method and a path such as `GET /users/{userId}`",
            Shape::OneOf(_) => "one of a few words",
            Shape::List(_) | Shape::ListOrEmpty(_) => "a list",
            Shape::Object(_) => "a mapping",
        }
    }

    /// The regular expression that a scalar of this form matches, for the JSON schema.
    pub(crate) fn pattern(&self) -> Option<&'static str> {
        Some(match self {
            Shape::Id => "^[a-z][a-z0-9]*(_[a-z0-9]+)*$",
            Shape::Constant => "^[A-Za-z][A-Za-z0-9_]*$",
            Shape::TypeName => "^[A-Z][A-Za-z0-9]*$",
            Shape::Codes => r"^-?(0|[1-9][0-9]*)\.\.(=-?(0|[1-9][0-9]*))?$",
            Shape::Date => "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            Shape::Url => r"^https://[^\s]+$",
            Shape::CodeLink => r"^[a-z][a-z0-9_]*/-?(0|[1-9][0-9]*)$",
            Shape::Target => r"^([a-z][a-z0-9_]*/)?-?(0|[1-9][0-9]*)$",
            Shape::Call => r"^(DELETE|GET|HEAD|PATCH|POST|PUT) /[^\s]*$",
            _ => return None,
        })
    }
}
