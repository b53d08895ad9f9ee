//! Whole groups of codes: the sections and number ranges of a page.

use core::fmt;

use crate::{Actor, Advice, Kind, Remediation, Retry};

/// A section or a number range of a documentation page.
///
/// Reached through the category and range enums, through [`Explain::class`] in generic code, and
/// through [`Observed::class`] for codes that are not listed.
///
/// [`Explain::class`]: crate::Explain::class
/// [`Observed::class`]: crate::Observed::class
///
/// ```
/// use zoom_errors::http_status::HttpStatus;
///
/// // 503 is not listed, but the page says what all 5xx answers mean.
/// let class = HttpStatus::observe(503).class().unwrap();
/// assert!(class.codes().unwrap().contains(503));
/// assert!(class.guidance().is_some());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Class {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) summary: Option<&'static str>,
    pub(crate) codes: Option<CodeRange>,
    pub(crate) guidance: Option<Guidance>,
}

impl Class {
    /// A short id in lower snake case.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The name for people, as the page has it.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// What all its codes have in common, where the page says so.
    #[must_use]
    pub const fn summary(&self) -> Option<&'static str> {
        self.summary
    }

    /// The numbers that the page claims for it as a whole.
    #[must_use]
    pub const fn codes(&self) -> Option<CodeRange> {
        self.codes
    }

    /// What holds for all its codes, listed or not, where the page says so.
    #[must_use]
    pub const fn guidance(&self) -> Option<&Guidance> {
        self.guidance.as_ref()
    }
}

/// Writes the title.
impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.title)
    }
}

/// What class of failure it is, who must act, whether to retry, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Guidance {
    pub(crate) kind: Kind,
    pub(crate) actor: Actor,
    pub(crate) retry: Retry,
    pub(crate) advice: Option<Advice>,
    pub(crate) remediation: Remediation,
}

impl Guidance {
    /// What class of failure it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Who must act first.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        self.actor
    }

    /// Whether repeating the call helps.
    #[must_use]
    pub const fn retry(&self) -> Retry {
        self.retry
    }

    /// Where the remediation comes from; nothing for a success.
    #[must_use]
    pub const fn advice(&self) -> Option<Advice> {
        self.advice
    }

    /// What to do.
    #[must_use]
    pub const fn remediation(&self) -> Remediation {
        self.remediation
    }
}

/// A range of codes, both ends included, or open towards the end.
///
/// ```
/// use zoom_errors::meeting_sdk_web::MeetingSdkWebRange as Range;
///
/// let codes = Range::MeetingValidation.codes().unwrap();
/// assert_eq!((codes.first(), codes.last()), (3000, Some(3999)));
/// assert!(codes.contains(3712));
/// assert_eq!(codes.to_string(), "3000-3999");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CodeRange {
    pub(crate) first: i32,
    pub(crate) last: Option<i32>,
}

impl CodeRange {
    /// The lowest code.
    #[must_use]
    pub const fn first(self) -> i32 {
        self.first
    }

    /// The highest code; nothing if the range is open.
    #[must_use]
    pub const fn last(self) -> Option<i32> {
        self.last
    }

    /// Whether a code lies in the range.
    #[must_use]
    pub const fn contains(self, code: i32) -> bool {
        self.first <= code
            && match self.last {
                Some(last) => code <= last,
                None => true,
            }
    }
}

/// Writes `3000-3999`, or `13000+` for an open range.
impl fmt::Display for CodeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.last {
            Some(last) => write!(f, "{}-{last}", self.first),
            None => write!(f, "{}+", self.first),
        }
    }
}
