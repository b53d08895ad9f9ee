//! One error that a response may report, and what speaks for it.

use alloc::vec::Vec;
use core::fmt;
use core::ops::Deref;

use crate::{Entry, Guidance, Guided, ZoomError};

/// One error that a response may report, and what speaks for it.
///
/// From [`Failure::candidates`](super::Failure::candidates).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    pub(super) error: ZoomError,
    pub(super) reason: Option<&'static Entry>,
    /// A bit for each evidence.
    pub(super) evidence: u8,
}

/// All that a response may report. Mostly it is one, which needs no allocation.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Candidates {
    One(Candidate),
    /// None or several.
    Others(Vec<Candidate>),
}

impl Default for Candidates {
    fn default() -> Candidates {
        Candidates::Others(Vec::new())
    }
}

impl From<Vec<Candidate>> for Candidates {
    fn from(all: Vec<Candidate>) -> Candidates {
        match all[..] {
            [one] => Candidates::One(one),
            _ => Candidates::Others(all),
        }
    }
}

impl Deref for Candidates {
    type Target = [Candidate];

    fn deref(&self) -> &[Candidate] {
        match self {
            Candidates::One(one) => core::slice::from_ref(one),
            Candidates::Others(all) => all,
        }
    }
}

/// What speaks for a candidate, besides the code or the word itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Evidence {
    /// The request is one of its product, or the form of the body is.
    Product,
    /// The reference documents it for this very operation.
    Operation,
    /// The reference documents it under this HTTP status.
    Status,
    /// The server says what is documented for it.
    Message,
}

impl Evidence {
    /// All of them, the strongest first.
    const ALL: [Evidence; 4] = [
        Evidence::Product,
        Evidence::Operation,
        Evidence::Status,
        Evidence::Message,
    ];

    pub(super) const fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl Candidate {
    /// The error.
    #[must_use]
    pub fn error(&self) -> ZoomError {
        self.error
    }

    /// The finer cause that the message tells, if it tells exactly one.
    #[must_use]
    pub fn reason(&self) -> Option<&'static Entry> {
        self.reason
    }

    /// What speaks for it.
    pub fn evidence(&self) -> impl Iterator<Item = Evidence> + use<> {
        let bits = self.evidence;
        Evidence::ALL
            .into_iter()
            .filter(move |evidence| bits & evidence.bit() != 0)
    }

    pub(super) fn has(&self, bits: u8) -> bool {
        self.evidence & bits == bits
    }
}

/// What the finer cause says, or the error.
impl Guided for Candidate {
    fn guidance(&self) -> Option<Guidance> {
        Some(self.reason.unwrap_or(self.error.entry()).guidance())
    }
}

/// Writes the product, the error and what speaks for it.
impl fmt::Display for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.error.product(), self.error)?;
        for (at, evidence) in self.evidence().enumerate() {
            let before = if at == 0 { " (" } else { ", " };
            write!(f, "{before}{evidence}")?;
        }
        f.write_str(if self.evidence == 0 { "" } else { ")" })
    }
}

impl fmt::Debug for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Candidate")
            .field("error", &self.error)
            .field("reason", &self.reason.map(Entry::name))
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Evidence::Product => "the request is one of its product",
            Evidence::Operation => "documented for this operation",
            Evidence::Status => "documented under this status",
            Evidence::Message => "the message is documented for it",
        })
    }
}
