//! What a reader finds on a documentation page.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use super::layout::Layout;
use super::wire_word::WireWord;
use crate::openapi::Specification;

/// A documentation page as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// How the page was read.
    pub layout: Layout,
    /// The page's title, if it has one.
    pub title: Option<String>,
    /// The rows in the page's order, empty only beside a specification. One code may have several
    /// rows.
    pub rows: Vec<Row>,
    /// The OpenAPI document that the page is or holds.
    pub specification: Option<Specification>,
    /// What was seen but could not be read, and belongs to no row.
    pub notes: Vec<PageNote>,
}

/// A remark on a place of the page that gave no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageNote {
    /// What could not be read.
    pub text: String,
    /// Where, in bytes of the input.
    pub span: Range<usize>,
    /// How much it matters.
    pub kind: NoteKind,
}

/// How much a remark matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// It may be a code that nobody would hear of: a difference like any other.
    Unread,
    /// It is said beside the differences.
    Remark,
}

impl PageNote {
    /// A place that may hold a code and could not be read.
    pub(super) fn unread(text: String, span: Range<usize>) -> Self {
        let kind = NoteKind::Unread;
        Self { text, span, kind }
    }

    /// What only ought to be known.
    pub(super) fn remark(text: String, span: Range<usize>) -> Self {
        let kind = NoteKind::Remark;
        Self { text, span, kind }
    }
}

/// What the page says of one code in one place. Codes that one cell or item lists together share
/// all the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The code, or the class of codes.
    pub code: RowCode,
    content: Arc<RowContent>,
}

/// What a row says of its codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowContent {
    /// The constant, if the page gives one in upper snake case.
    pub name: Option<String>,
    /// The nearest heading; for codes of an OpenAPI specification the HTTP status.
    pub section: Option<Section>,
    /// The descriptive text: white space folded, markup dropped, cells joined by ` | `.
    pub text: String,
    /// API methods named in the text, such as `stream.startAudio`.
    pub methods: Vec<String>,
    /// The finer causes listed under the code.
    pub reasons: Vec<RowReason>,
    /// Where the row stands, in bytes of the input.
    pub span: Range<usize>,
    /// What could not be read with certainty.
    pub notes: Vec<String>,
}

impl RowContent {
    /// One row for each code.
    pub(super) fn rows(
        mut self,
        codes: impl IntoIterator<Item = RowCode>,
    ) -> impl Iterator<Item = Row> {
        self.methods.shrink_to_fit();
        self.reasons.shrink_to_fit();
        let content = Arc::new(self);
        codes.into_iter().map(move |code| Row {
            code,
            content: Arc::clone(&content),
        })
    }
}

impl Deref for Row {
    type Target = RowContent;

    fn deref(&self) -> &RowContent {
        &self.content
    }
}

/// A heading and its place, shared by the rows below it. Two with the same title are equal wherever
/// they stand.
#[derive(Clone, Debug)]
pub struct Section(Arc<(String, Range<usize>)>);

impl Section {
    pub(super) fn new(title: String, span: Range<usize>) -> Self {
        Self(Arc::new((title, span)))
    }

    /// Where the heading stands, in bytes of the input; empty for the status in a specification.
    pub fn span(&self) -> Range<usize> {
        self.0.1.clone()
    }
}

impl Deref for Section {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0.0
    }
}

impl PartialEq for Section {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Section {}

/// A finer cause under a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowReason {
    /// Its number, if the page numbers the causes.
    pub code: Option<i32>,
    /// Its text; for a response body the server's message.
    pub text: String,
    /// Response headers that the page shows with it, each as `Name: value`.
    pub headers: Vec<String>,
    /// Where it stands, in bytes of the input.
    pub span: Range<usize>,
}

/// The code of a row, or the class of codes that it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowCode {
    /// One code.
    Code(i32),
    /// All codes from the first to the last, open at the end if there is no last.
    Class {
        /// The lowest code.
        first: i32,
        /// The highest code.
        last: Option<i32>,
    },
    /// A code that is no number: `1002_006`, `invalid_grant`.
    Word(WireWord),
}

impl RowCode {
    /// Whether the row speaks of this code.
    pub fn contains(self, code: i32) -> bool {
        match self {
            Self::Code(own) => own == code,
            Self::Class { first, last } => first <= code && last.is_none_or(|last| code <= last),
            Self::Word(_) => false,
        }
    }
}

/// One spelling per class, whatever the page writes: `2XX`, `3000-3999`, `6000+`.
impl fmt::Display for RowCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Word(word) => write!(f, "{word}"),
            Self::Code(code) => write!(f, "{code}"),
            Self::Class { first, last: None } => write!(f, "{first}+"),
            Self::Class {
                first,
                last: Some(last),
            } if is_hundred(first, last) => {
                write!(f, "{}XX", first / 100)
            }
            Self::Class {
                first,
                last: Some(last),
            } => write!(f, "{first}-{last}"),
        }
    }
}

/// Whether a class is one of HTTP's, from 1XX to 9XX.
fn is_hundred(first: i32, last: i32) -> bool {
    (100..=900).contains(&first) && first % 100 == 0 && last == first + 99
}
