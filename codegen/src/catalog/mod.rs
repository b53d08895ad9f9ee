//! A catalog as its file states it: every value with its place, nothing derived yet.
//!
//! YAML text → [`yaml`] tree → [`decode`] against [`keys`] → the types here. What does not fit is
//! reported and left out, so that the checks can still look at the rest.

mod decode;
mod form;
mod hint;
pub(crate) mod keys;
mod read;
mod refusal;
pub(crate) mod shape;
pub(crate) mod yaml;

pub use form::{Codes, Date, codes, integer};
pub(crate) use read::{read, read_operations, read_rates, read_spaces};

use crate::source::{Span, Spanned};

type Text = Spanned<String>;
type Word = Spanned<&'static str>;

/// One catalog file.
#[derive(Debug)]
pub(crate) struct Catalog {
    /// The folder under `catalogs/` that it stands in, if it is in one.
    pub(crate) folder: Option<String>,
    /// Its first key, and the keys that stand there, whether their values fit or not.
    pub(crate) span: Span,
    pub(crate) stated: Vec<&'static str>,
    /// The same of `product:`.
    pub(crate) product: Option<(Span, Vec<&'static str>)>,
    pub(crate) id: Option<Text>,
    pub(crate) title: Option<Text>,
    pub(crate) enum_name: Option<Text>,
    pub(crate) group: Option<Text>,
    pub(crate) strip_prefix: Option<Text>,
    pub(crate) sources: Vec<Source>,
    pub(crate) ranges: Vec<Class>,
    pub(crate) categories: Vec<Class>,
    pub(crate) errors: Vec<Entry>,
    pub(crate) strings: Option<Strings>,
    pub(crate) payload: Option<Payload>,
}

impl Catalog {
    /// Every entry, told by a number or by a word.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        let strings = self.strings.iter().flat_map(|strings| &strings.entries);
        self.errors.iter().chain(strings)
    }
}

/// How errors look on the wire and in logs.
#[derive(Debug)]
pub(crate) struct Payload {
    pub(crate) codes: Vec<Text>,
    pub(crate) beside: Vec<Text>,
    pub(crate) words: Vec<Text>,
    pub(crate) texts: Vec<PayloadText>,
}

/// A message and the code that it belongs to.
#[derive(Debug)]
pub(crate) struct PayloadText {
    pub(crate) code: Option<Spanned<i32>>,
    pub(crate) text: Option<Text>,
}

/// Errors that are told by a word instead of a number.
#[derive(Debug)]
pub(crate) struct Strings {
    pub(crate) title: Option<Text>,
    pub(crate) enum_name: Option<Text>,
    pub(crate) entries: Vec<Entry>,
}

#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) id: Option<Text>,
    pub(crate) title: Option<Text>,
    pub(crate) url: Option<Text>,
    pub(crate) retrieved: Option<Spanned<Date>>,
    pub(crate) kind: Option<Word>,
}

/// A category or a range.
#[derive(Debug)]
pub(crate) struct Class {
    pub(crate) span: Span,
    pub(crate) id: Option<Text>,
    pub(crate) title: Option<Text>,
    pub(crate) codes: Option<Spanned<Codes>>,
    pub(crate) summary: Option<Text>,
    pub(crate) allow: Vec<Exception>,
    pub(crate) advice: Advice,
}

/// The keys that say what to do.
#[derive(Debug)]
pub(crate) struct Advice {
    /// All keys that stand beside these, whether their values fit or not.
    pub(crate) stated: Vec<&'static str>,
    pub(crate) kind: Option<Word>,
    pub(crate) actor: Option<Word>,
    pub(crate) retry: Option<Word>,
    pub(crate) advice: Option<Word>,
    pub(crate) remediation: Vec<Text>,
}

impl Advice {
    /// Whether a key stands in the mapping; its value may not fit.
    pub(crate) fn states(&self, key: &str) -> bool {
        self.stated.contains(&key)
    }
}

#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) span: Span,
    pub(crate) code: Option<Spanned<i32>>,
    /// The word on the wire, in place of a code.
    pub(crate) value: Option<Text>,
    pub(crate) name: Option<Text>,
    pub(crate) variant: Option<Text>,
    pub(crate) aliases: Vec<Text>,
    pub(crate) category: Option<Text>,
    pub(crate) summary: Option<Text>,
    pub(crate) causes: Vec<Text>,
    pub(crate) raised_by: Vec<Text>,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) same_as: Option<Spanned<Target>>,
    pub(crate) responses: Vec<Response>,
    pub(crate) effective: Option<Spanned<Date>>,
    pub(crate) erratum: Option<Text>,
    pub(crate) origin: Option<Word>,
    pub(crate) retired: Option<Spanned<Date>>,
    pub(crate) renamed_from: Vec<Text>,
    pub(crate) related: Vec<Spanned<(String, i32)>>,
    pub(crate) source: Option<Text>,
    pub(crate) allow: Vec<Exception>,
    pub(crate) advice: Advice,
}

/// A code of the same catalog, or of the catalog that is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) product: Option<String>,
    pub(crate) code: i32,
}

impl Target {
    /// The product id and the code, as seen from the catalog of a product.
    pub(crate) fn place<'a>(&'a self, here: &'a str) -> (&'a str, i32) {
        (self.product.as_deref().unwrap_or(here), self.code)
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.product {
            Some(product) => write!(f, "{product}/{}", self.code),
            None => write!(f, "{}", self.code),
        }
    }
}

/// A message that the server sends under a code.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: Option<Spanned<i32>>,
    pub(crate) message: Option<Text>,
    pub(crate) reason: Option<Text>,
    pub(crate) on: Vec<Text>,
}

/// The operations of one product: `operations/<id>.yaml`.
#[derive(Debug)]
pub(crate) struct Operations {
    pub(crate) product: Option<Text>,
    pub(crate) operations: Vec<Operation>,
}

/// One operation of a REST API.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) call: Option<Text>,
    pub(crate) id: Option<Text>,
    pub(crate) limit: Option<Word>,
    pub(crate) scopes: Vec<Text>,
    pub(crate) granular: Vec<Text>,
    pub(crate) daily: Option<Text>,
}

/// What the rate-limit labels of operations allow: `operations/rate_limits.yaml`.
#[derive(Debug, Default)]
pub(crate) struct Rates {
    pub(crate) rates: Vec<Rate>,
}

/// What one label allows on one plan.
#[derive(Debug)]
pub(crate) struct Rate {
    pub(crate) span: Span,
    pub(crate) product: Option<Text>,
    pub(crate) label: Option<Word>,
    pub(crate) plan: Option<Word>,
    pub(crate) calls: Option<Spanned<i32>>,
    pub(crate) per: Option<Word>,
    pub(crate) daily: Option<Spanned<i32>>,
    pub(crate) pooled: Option<Spanned<i32>>,
}

/// A lint that does not hold here.
#[derive(Debug)]
pub(crate) struct Exception {
    pub(crate) lint: Option<Word>,
    pub(crate) reason: Option<Text>,
}

#[derive(Debug)]
pub(crate) struct Reason {
    pub(crate) span: Span,
    pub(crate) code: Option<Spanned<i32>>,
    pub(crate) message: Option<Text>,
    pub(crate) headers: Vec<Text>,
    pub(crate) name: Option<Text>,
    pub(crate) variant: Option<Text>,
    pub(crate) summary: Option<Text>,
    pub(crate) advice: Advice,
}

/// `products.yaml`: every product space, with or without a catalog.
#[derive(Debug, Default)]
pub(crate) struct Spaces {
    pub(crate) groups: Vec<Group>,
    pub(crate) products: Vec<Space>,
}

#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) id: Option<Text>,
    pub(crate) title: Option<Text>,
    pub(crate) payload: Option<Payload>,
}

#[derive(Debug)]
pub(crate) struct Space {
    pub(crate) id: Option<Text>,
    pub(crate) title: Option<Text>,
    pub(crate) group: Option<Text>,
    pub(crate) docs: Option<Text>,
}
