//! The checked catalogs, with everything derived that can be derived.
//!
//! Renderers read these types and nothing else. Indices between them are valid by construction.

pub use crate::catalog::{Codes, Date};
pub use crate::template::Template;

/// All products, in the order of listings, and the list of product spaces.
#[derive(Clone, Debug)]
pub struct Model {
    /// Products that have a catalog, in the order in which people meet them.
    pub products: Vec<Product>,
    /// What the rate-limit labels of operations allow.
    pub rates: Vec<Rate>,
    /// Groups of product spaces, in the order of listings.
    pub groups: Vec<Group>,
    /// Product spaces with or without a catalog, in the order of listings.
    pub spaces: Vec<Space>,
}

impl Model {
    /// The entry at a place.
    pub fn at(&self, place: Place) -> (&Product, &Entry) {
        let product = &self.products[place.product];
        (product, &product.errors[place.entry])
    }
}

/// A code of some product: indices into [`Model::products`] and [`Product::errors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The product.
    pub product: usize,
    /// The code.
    pub entry: usize,
}

/// One code space.
#[derive(Clone, Debug)]
pub struct Product {
    /// Names the module: `video_sdk_web`.
    pub id: String,
    /// The folder of the catalog, which is the module around its own: `rest`.
    pub folder: Option<String>,
    /// The name for people.
    pub title: String,
    /// The variant of `Product` and `ZoomError`: `VideoSdkWeb`.
    pub variant: String,
    /// The Rust name of the code enum.
    pub enum_name: String,
    /// The Rust name of the category enum.
    pub category_enum: String,
    /// The Rust name of the range enum; exists if `ranges` is not empty.
    pub range_enum: String,
    /// Id of the group in listings.
    pub group: Option<String>,
    /// Where the entries were read; never empty.
    pub sources: Vec<Source>,
    /// Documented number ranges.
    pub ranges: Vec<Class>,
    /// Sections of the page; at least one.
    pub categories: Vec<Class>,
    /// The codes, ascending.
    pub errors: Vec<Entry>,
    /// Names and aliases, each with the index of its code, ascending.
    pub names: Vec<(String, usize)>,
    /// Errors that are told by a word instead of a number.
    pub strings: Option<Strings>,
    /// The operations of a REST product, ordered by call.
    pub operations: Vec<Operation>,
    /// How its errors look on the wire and in logs, with what its group says.
    pub payload: Payload,
}

/// How errors look on the wire and in logs.
#[derive(Clone, Debug, Default)]
pub struct Payload {
    /// Field names that hold the code.
    pub codes: Vec<String>,
    /// Field names that stand beside it.
    pub beside: Vec<String>,
    /// Single words that only this product uses.
    pub words: Vec<String>,
    /// Beginnings of constants that only it has.
    pub prefixes: Vec<String>,
    /// Messages that stand in no reference, each with the index of its code.
    pub texts: Vec<(usize, Template)>,
}

/// One operation of a REST product.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Method and path, `GET /users/{userId}`.
    pub call: String,
    /// The operation id of the reference, if it is known.
    pub id: Option<String>,
    /// The label of its rate limit: a word of [`LIMITS`](crate::vocabulary::LIMITS).
    pub limit: Option<&'static str>,
    /// Classic scopes, of which a token needs one.
    pub scopes: Vec<String>,
    /// Granular scopes, of which a token needs one.
    pub granular: Vec<String>,
    /// A limit of this operation by the day, in words.
    pub daily: Option<String>,
}

/// What a rate-limit label allows on one plan.
#[derive(Clone, Debug)]
pub struct Rate {
    /// Index into [`Model::products`]; nothing if it holds wherever a product has none of its own.
    pub product: Option<usize>,
    /// A word of [`LIMITS`](crate::vocabulary::LIMITS).
    pub label: &'static str,
    /// A word of [`PLANS`](crate::vocabulary::PLANS).
    pub plan: &'static str,
    /// So many calls in a period.
    pub calls: u32,
    /// A word of [`PERIODS`](crate::vocabulary::PERIODS).
    pub per: &'static str,
    /// So many calls in a day.
    pub daily: Option<u32>,
    /// Whether heavy and resource-intensive operations share those of a day.
    pub pooled: bool,
}

/// Errors that are told by a word instead of a number.
#[derive(Clone, Debug)]
pub struct Strings {
    /// The name for people.
    pub title: String,
    /// The Rust name of the enum.
    pub enum_name: String,
    /// The variant of `ZoomError` that holds it.
    pub zoom_error: String,
    /// One entry for each word, in the source's order.
    pub entries: Vec<Entry>,
}

/// Where entries were read.
#[derive(Clone, Debug)]
pub struct Source {
    /// Short id.
    pub id: String,
    /// Title of the page, header or package.
    pub title: String,
    /// Its address, if known for certain.
    pub url: Option<String>,
    /// The day on which it was saved, if known.
    pub retrieved: Option<Date>,
    /// How authoritative it is: a word of [`SOURCE_KINDS`](crate::vocabulary::SOURCE_KINDS).
    pub kind: &'static str,
}

/// A category or a range.
#[derive(Clone, Debug)]
pub struct Class {
    /// Short id.
    pub id: String,
    /// The name for people.
    pub title: String,
    /// The Rust name of its variant.
    pub variant: String,
    /// The numbers it claims as a whole.
    pub codes: Option<Codes>,
    /// What its codes have in common.
    pub summary: Option<String>,
    /// Its kind and its advice, if the page gives any.
    pub guidance: Option<Guidance>,
}

/// What kind of failure it is and what to do.
#[derive(Clone, Debug)]
pub struct Guidance {
    /// A word of [`KINDS`](crate::vocabulary::KINDS).
    pub kind: &'static str,
    /// Who acts, when, and how; nothing for a success.
    pub advice: Option<Advice>,
}

/// Who must act, when, and how.
#[derive(Clone, Debug)]
pub struct Advice {
    /// A word of [`ACTORS`](crate::vocabulary::ACTORS).
    pub actor: &'static str,
    /// A word of [`RETRIES`](crate::vocabulary::RETRIES).
    pub retry: &'static str,
    /// A word of [`ADVICE`](crate::vocabulary::ADVICE).
    pub given_by: &'static str,
    /// The steps; never empty.
    pub steps: Vec<String>,
}

/// One error.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What tells it on the wire.
    pub key: Key,
    /// The constant as its source writes it.
    pub name: String,
    /// The Rust name of its variant.
    pub variant: String,
    /// Further constants for the same error.
    pub aliases: Vec<String>,
    /// Index into [`Product::categories`]; words have none.
    pub category: Option<usize>,
    /// One sentence: what happened.
    pub summary: String,
    /// Why it happens, most likely first.
    pub causes: Vec<String>,
    /// API methods that report it.
    pub raised_by: Vec<String>,
    /// What the server answers.
    pub responses: Vec<Response>,
    /// The finer causes.
    pub reasons: Vec<Reason>,
    /// The code that describes the same failure.
    pub same_as: Option<Place>,
    /// The day from which Zoom enforces it.
    pub effective: Option<Date>,
    /// What is wrong or contested in the source.
    pub erratum: Option<String>,
    /// A word of [`ORIGINS`](crate::vocabulary::ORIGINS).
    pub origin: &'static str,
    /// The day on which Zoom withdrew it.
    pub retired: Option<Date>,
    /// Former variant names.
    pub renamed_from: Vec<String>,
    /// The same failure elsewhere, ascending, in both directions.
    pub related: Vec<Place>,
    /// Index into [`Product::sources`].
    pub source: usize,
    /// Its kind and its advice, inherited along `same_as`.
    pub guidance: Guidance,
}

/// What tells an error on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// A number.
    Code(i32),
    /// A word.
    Word(String),
}

/// A message that the server sends under a code.
#[derive(Clone, Debug)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The message as it is sent, with placeholders.
    pub message: Template,
    /// Index into [`Entry::reasons`].
    pub reason: Option<usize>,
    /// Indices into [`Product::operations`], ascending.
    pub on: Vec<usize>,
}

/// A finer cause under a code.
#[derive(Clone, Debug)]
pub struct Reason {
    /// The constant.
    pub name: String,
    /// The Rust name of its variant.
    pub variant: String,
    /// What tells it apart.
    pub key: ReasonKey,
    /// Response headers that go with it.
    pub headers: Vec<String>,
    /// One sentence: what happened.
    pub summary: String,
    /// Its kind and its advice, from the code where it has none of its own.
    pub guidance: Guidance,
}

/// What tells a reason apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReasonKey {
    /// The sub-code on the wire.
    Code(i32),
    /// A fragment of what the server says.
    Message(String),
    /// The responses that name it.
    Responses,
}

/// A group of product spaces.
#[derive(Clone, Debug)]
pub struct Group {
    /// Short id.
    pub id: String,
    /// The name for people.
    pub title: String,
}

/// A product space.
#[derive(Clone, Debug)]
pub struct Space {
    /// Equals [`Product::id`] where there is a catalog.
    pub id: String,
    /// The name for people.
    pub title: String,
    /// Id of its group, if it is in one.
    pub group: Option<String>,
    /// The address of its documentation, if known for certain.
    pub docs: Option<String>,
}

impl Product {
    /// How many codes and words it has: `17 codes and 6 words`.
    pub fn counted(&self) -> String {
        let count = |count: usize, what: &str| match count {
            0 => None,
            1 => Some(format!("1 {what}")),
            more => Some(format!("{more} {what}s")),
        };
        let words = self
            .strings
            .as_ref()
            .map_or(0, |strings| strings.entries.len());
        let counts = [count(self.errors.len(), "code"), count(words, "word")];
        counts
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" and ")
    }

    /// Whether any error of it is told by a number.
    pub fn has_codes(&self) -> bool {
        !self.errors.is_empty()
    }

    /// The path of its module under the crate: `rest::meetings`.
    pub fn module(&self) -> String {
        match &self.folder {
            Some(folder) => format!("{folder}::{}", self.id),
            None => self.id.clone(),
        }
    }

    /// The path of its catalog.
    pub fn catalog(&self) -> String {
        format!("catalogs/{}.yaml", self.module().replace("::", "/"))
    }

    /// The section that lists an error.
    pub fn category_of(&self, error: &Entry) -> Option<&Class> {
        Some(&self.categories[error.category?])
    }

    /// Where an error was read.
    pub fn source_of(&self, error: &Entry) -> &Source {
        &self.sources[error.source]
    }

    /// The Rust name of the enum that an error is of.
    pub fn enum_of(&self, error: &Entry) -> &str {
        match (&error.key, &self.strings) {
            (Key::Word(_), Some(strings)) => &strings.enum_name,
            _ => &self.enum_name,
        }
    }

    /// Every error: the codes, then the words.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        let words = self.strings.iter().flat_map(|strings| &strings.entries);
        self.errors.iter().chain(words)
    }

    /// Whatever reports an error: methods, or operations of its responses.
    pub fn raised_by<'a>(&'a self, error: &'a Entry) -> Vec<&'a str> {
        let mut raised: Vec<&str> = error.raised_by.iter().map(String::as_str).collect();
        let mut operations: Vec<usize> = error
            .responses
            .iter()
            .flat_map(|r| &r.on)
            .copied()
            .collect();
        operations.sort_unstable();
        operations.dedup();
        raised.extend(
            operations
                .iter()
                .map(|at| self.operations[*at].call.as_str()),
        );
        raised
    }
}

impl Entry {
    /// The number on the wire; nothing for a word.
    pub fn code(&self) -> Option<i32> {
        match self.key {
            Key::Code(code) => Some(code),
            Key::Word(_) => None,
        }
    }

    /// The number of an entry of [`Product::errors`], which all have one.
    pub fn number(&self) -> i32 {
        self.code().unwrap_or_default()
    }

    /// The word on the wire; nothing for a number.
    pub fn word(&self) -> Option<&str> {
        match &self.key {
            Key::Code(_) => None,
            Key::Word(word) => Some(word),
        }
    }

    /// The name of the reason enum; exists if `reasons` is not empty.
    pub fn reason_enum(&self) -> String {
        crate::names::reason_enum(&self.variant)
    }

    /// Whether the reasons are told apart by number.
    pub fn reasons_are_numbered(&self) -> bool {
        matches!(
            self.reasons.first(),
            Some(Reason {
                key: ReasonKey::Code(_),
                ..
            })
        )
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Key::Code(code) => write!(f, "{code}"),
            Key::Word(word) => f.write_str(word),
        }
    }
}

impl Guidance {
    /// The word for who must act; nothing for a success.
    pub fn actor(&self) -> Option<&'static str> {
        self.advice.as_ref().map(|advice| advice.actor)
    }

    /// The word for whether retrying helps; nothing for a success.
    pub fn retry(&self) -> Option<&'static str> {
        self.advice.as_ref().map(|advice| advice.retry)
    }

    /// The steps; none for a success.
    pub fn steps(&self) -> &[String] {
        self.advice.as_ref().map_or(&[], |advice| &advice.steps)
    }
}
