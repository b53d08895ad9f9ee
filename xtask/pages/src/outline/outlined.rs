//! The types of an outline.

use zoom_errors_codegen::model::Codes;
use zoom_errors_codegen::{Span, Spanned, variant_name};

/// One catalog file.
#[derive(Clone, Debug)]
pub struct Outline {
    /// The product's id.
    pub id: String,
    /// Where the entries were read; never empty.
    pub sources: Vec<SourceOutline>,
    /// Documented number ranges.
    pub ranges: Vec<ClassOutline>,
    /// The page's sections.
    pub categories: Vec<ClassOutline>,
    /// The entries that have a code, in the order of the file.
    pub entries: Vec<EntryOutline>,
    /// The entries that have a word instead of a code.
    pub words: Vec<WordOutline>,
    /// Where the list of categories stands.
    pub category_list: Option<ListPlace>,
    /// Where the list of entries stands.
    pub entry_list: Option<ListPlace>,
    pub(super) strip_prefix: Option<String>,
}

/// Where a list stands. It may be empty.
#[derive(Clone, Copy, Debug)]
pub struct ListPlace {
    /// Its key.
    pub key: Span,
    /// Its value.
    pub value: Span,
}

/// A place where entries were read.
#[derive(Clone, Debug)]
pub struct SourceOutline {
    /// Short id.
    pub id: String,
    /// Title of the page, header or package.
    pub title: String,
    /// Its address, if known.
    pub url: Option<String>,
    /// What it is: `page` unless the catalog says otherwise.
    pub kind: String,
    /// Its first key.
    pub span: Span,
}

/// A category or a range.
#[derive(Clone, Debug)]
pub struct ClassOutline {
    /// Short id.
    pub id: String,
    /// The name for people.
    pub title: Spanned<String>,
    /// The numbers it claims.
    pub codes: Option<Codes>,
    /// Its first key.
    pub span: Span,
}

/// One code.
#[derive(Clone, Debug)]
pub struct EntryOutline {
    /// The number on the wire.
    pub code: Spanned<i32>,
    /// The constant.
    pub name: Option<Spanned<String>>,
    /// Further constants.
    pub aliases: Vec<String>,
    /// The name of the Rust variant, and whether the catalog states it rather than have it derived.
    pub variant: Option<(String, bool)>,
    /// Former variant names.
    pub renamed_from: Vec<Spanned<String>>,
    /// The id of its category.
    pub category: Option<Spanned<String>>,
    /// The id of its source, the first if it names none.
    pub source: String,
    /// Whether documentation states it.
    pub documented: bool,
    /// Whether Zoom has withdrawn it.
    pub retired: bool,
    /// What is wrong or contested in the source.
    pub erratum: Option<String>,
    /// The finer causes.
    pub reasons: Vec<ReasonOutline>,
    /// What a machine has read of it.
    pub facts: FactsOutline,
    /// Its first key.
    pub span: Span,
}

/// An error that is told by a word.
#[derive(Clone, Debug)]
pub struct WordOutline {
    /// The word on the wire.
    pub value: Spanned<String>,
    /// The constant.
    pub name: Option<Spanned<String>>,
    /// Further spellings of the word.
    pub aliases: Vec<String>,
    /// The id of its source, the first if it names none.
    pub source: String,
    /// Whether documentation states it.
    pub documented: bool,
    /// Whether Zoom has withdrawn it.
    pub retired: bool,
    /// What a machine has read of it.
    pub facts: FactsOutline,
    /// Its first key.
    pub span: Span,
}

/// The `responses:` of an entry.
#[derive(Clone, Debug, Default)]
pub struct FactsOutline {
    /// Where the list stands.
    pub list: Option<ListPlace>,
    /// Its items.
    pub responses: Vec<ResponseOutline>,
}

/// A response as a specification states it.
#[derive(Clone, Debug)]
pub struct ResponseOutline {
    /// The HTTP status.
    pub status: Option<Spanned<i32>>,
    /// The message, a template.
    pub message: Option<Spanned<String>>,
    /// The operations that document it, as `GET /meetings/{meetingId}`.
    pub on: Vec<Spanned<String>>,
    /// Where the list of operations stands.
    pub on_list: Option<ListPlace>,
    /// Its first key.
    pub span: Span,
}

/// A finer cause.
#[derive(Clone, Debug)]
pub struct ReasonOutline {
    /// The sub-code.
    pub code: Option<i32>,
    /// The fragment of what the server says.
    pub message: Option<String>,
    /// The constant.
    pub name: Option<String>,
    /// Its first key.
    pub span: Span,
}

impl Outline {
    /// The entry of a code.
    pub fn entry(&self, code: i32) -> Option<&EntryOutline> {
        self.entries.iter().find(|entry| entry.code.value == code)
    }

    /// The Rust variant that a constant gives, if it gives any.
    pub fn variant_for(&self, constant: &str) -> Option<String> {
        variant_name(constant, self.strip_prefix.as_deref())
    }

    /// The category of an id.
    pub fn category(&self, id: &str) -> Option<&ClassOutline> {
        self.categories.iter().find(|category| category.id == id)
    }
}
