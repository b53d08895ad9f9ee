//! The checked catalogs, with everything derived that can be derived.
//!
//! Renderers read these types and nothing else. Indices between them are valid by construction.

pub use crate::catalog::{Codes, Date};
use crate::lookup::{Lookup, NameTable};

/// All products, ordered by id, and the list of product spaces.
#[derive(Clone, Debug)]
pub struct Model {
    /// Products that have a catalog.
    pub products: Vec<Product>,
    /// Groups of product spaces, in the order of listings.
    pub groups: Vec<Group>,
    /// Product spaces with or without a catalog, in the order of listings.
    pub spaces: Vec<Space>,
}

/// One code space.
#[derive(Clone, Debug)]
pub struct Product {
    /// Names the module: `video_sdk_web`.
    pub id: String,
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
    pub errors: Vec<ErrorCode>,
    /// How a code finds its row.
    pub lookup: Lookup,
    /// Names and aliases, each with the index of its code.
    pub names: NameTable,
    /// Errors that are told by a word instead of a number.
    pub strings: Option<Strings>,
}

/// Errors that are told by a word instead of a number.
#[derive(Clone, Debug)]
pub struct Strings {
    /// The name for people.
    pub title: String,
    /// The Rust name of the enum.
    pub enum_name: String,
    /// One entry for each word, in the source's order.
    pub entries: Vec<StringError>,
}

/// One word.
#[derive(Clone, Debug)]
pub struct StringError {
    /// The word on the wire.
    pub value: String,
    /// Upper snake name.
    pub name: String,
    /// The Rust name of its variant.
    pub variant: String,
    /// One sentence: what happened.
    pub summary: String,
    /// Why it happens, most likely first.
    pub causes: Vec<String>,
    /// What is wrong or contested in the source.
    pub erratum: Option<String>,
    /// Index into [`Product::sources`].
    pub source: usize,
    /// Its kind and its advice.
    pub guidance: Guidance,
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

/// One code.
#[derive(Clone, Debug)]
pub struct ErrorCode {
    /// The number on the wire.
    pub code: i32,
    /// The constant as its source writes it.
    pub name: String,
    /// The Rust name of its variant.
    pub variant: String,
    /// Further constants for the same code.
    pub aliases: Vec<String>,
    /// Index into [`Product::categories`].
    pub category: usize,
    /// Where the number travels: words of [`CARRIERS`](crate::vocabulary::CARRIERS).
    pub carrier: Vec<&'static str>,
    /// One sentence: what happened.
    pub summary: String,
    /// Why it happens, most likely first.
    pub causes: Vec<String>,
    /// API methods that report it.
    pub raised_by: Vec<String>,
    /// The finer causes.
    pub reasons: Vec<Reason>,
    /// Index of the code that describes the same failure.
    pub same_as: Option<usize>,
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
    /// The same failure elsewhere: indices of product and code, ascending, in both directions.
    pub related: Vec<(usize, usize)>,
    /// Index into [`Product::sources`].
    pub source: usize,
    /// Its kind and its advice, inherited along `same_as`.
    pub guidance: Guidance,
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
    /// Id of its group.
    pub group: String,
    /// The address of its documentation, if known for certain.
    pub docs: Option<String>,
}

impl Product {
    /// The group that a code's category belongs to.
    pub fn category_of(&self, error: &ErrorCode) -> &Class {
        &self.categories[error.category]
    }

    /// Where a code was read.
    pub fn source_of(&self, error: &ErrorCode) -> &Source {
        &self.sources[error.source]
    }

    /// Whether any code has reasons.
    pub fn has_reasons(&self) -> bool {
        self.errors.iter().any(|error| !error.reasons.is_empty())
    }
}

impl ErrorCode {
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
