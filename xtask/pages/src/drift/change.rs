//! One difference between a page and a catalog.

use std::ops::Range;

use zoom_errors_codegen::Span;

use crate::docs::RowCode;

/// What the comparison found.
#[derive(Debug)]
pub struct Comparison {
    /// How many codes and classes the page has.
    pub codes: usize,
    /// What differs, in the page's order; what is not on the page comes last.
    pub drifts: Vec<Drift>,
    /// Headings of sections that list another code space, and were not held against the catalog.
    pub left_out: Vec<String>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// The code or codes concerned, with the constant: `5012 CLIENT_DUPLICATED_JOIN`.
    pub shown: String,
    /// The code, if it is about one.
    pub code: Option<RowCode>,
    /// Where it shows on the page; for what is missing there, the row before which it stood or
    /// after which it belongs.
    pub page: Option<Range<usize>>,
    /// Where it shows in the catalog, or the entry beside which it belongs.
    pub catalog: Option<Span>,
    /// What differs.
    pub change: Change,
}

/// What differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The page has a code that the catalog lacks.
    Added,
    /// The page no longer has a code.
    Gone,
    /// More than a tenth of the codes is gone: the page looks cut off, or like another page.
    CutOff {
        /// How many codes the page should have.
        expected: usize,
        /// Those that it lacks.
        gone: Vec<RowCode>,
    },
    /// The page has the entry's constant, or its text, under another number.
    Renumbered {
        /// The number in the catalog.
        from: RowCode,
    },
    /// The page gives a code another constant.
    Renamed {
        /// The constant in the catalog.
        from: String,
        /// The constant on the page.
        to: String,
    },
    /// The page no longer gives the constants of codes.
    NamesGone {
        /// The codes.
        codes: Vec<RowCode>,
    },
    /// The code stands in another section.
    Moved {
        /// The section's title.
        to: String,
        /// The category that has this title, by id.
        category: Option<String>,
    },
    /// A section has another title.
    Retitled {
        /// The title on the page.
        to: String,
        /// Where that stands.
        heading: Range<usize>,
        /// The codes that stand in it.
        codes: Vec<RowCode>,
    },
    /// The row reads differently than when it was reviewed.
    Reworded,
    /// The code has two rows that say different things, which nobody has reviewed.
    ListedTwice {
        /// Where the first stands.
        first: Range<usize>,
    },
    /// A finer cause is new.
    ReasonAdded {
        /// What the page says of it.
        text: String,
    },
    /// A finer cause reads differently.
    ReasonReworded,
    /// A finer cause is gone.
    ReasonGone {
        /// Its name in the catalog, if that is certain.
        name: Option<String>,
    },
    /// The page lists a code that, so the catalog says, no page states.
    Documented,
    /// The page lists a code that, so the catalog says, Zoom has withdrawn.
    Returned,
    /// A response that the catalog lacks.
    ResponseAdded {
        /// Its HTTP status.
        status: i32,
        /// Its message; may be empty.
        message: String,
    },
    /// A response that the specification no longer states.
    ResponseGone {
        /// Its HTTP status.
        status: i32,
        /// Its message.
        message: String,
    },
    /// A response with another message.
    MessageChanged {
        /// Its HTTP status.
        status: i32,
        /// The message in the catalog.
        from: String,
        /// The message in the specification.
        to: String,
    },
    /// A response under another status.
    StatusChanged {
        /// Its message.
        message: String,
        /// The status in the catalog.
        from: i32,
        /// The status in the specification.
        to: i32,
    },
    /// A further operation documents a response.
    OperationAdded {
        /// `GET /meetings/{meetingId}`.
        operation: String,
        /// The HTTP status.
        status: i32,
        /// The message.
        message: String,
    },
    /// An operation no longer documents a response.
    OperationGone {
        /// `GET /meetings/{meetingId}`.
        operation: String,
        /// The HTTP status.
        status: i32,
        /// The message.
        message: String,
    },
    /// The specification has an operation that its list lacks.
    CallAdded,
    /// An operation of the list is no longer in the specification.
    CallGone,
    /// An operation is described in another way: what, in words.
    CallChanged(String),
    /// Places that look like codes and could not be read.
    Unread {
        /// What of the first could not be read.
        text: String,
    },
    /// Nobody has reviewed these rows as they are.
    Unreviewed {
        /// The codes.
        codes: Vec<RowCode>,
    },
}
