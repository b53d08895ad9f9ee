//! What was found in a text.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use crate::{Class, Entry, Guidance, Guided, Operation, Product, ZoomError};

/// A failure that a text tells.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Where in the text its code stands; without one, its constant or its message.
    pub span: Range<usize>,
    /// The number as it stands there.
    pub code: Option<i64>,
    /// What the server or the SDK says about it.
    pub message: Option<String>,
    /// What it may be, the best supported first; never empty. Those with a listed code come before
    /// those without.
    pub candidates: Vec<Candidate>,
}

/// One thing that a failure may be.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Candidate {
    /// The product that would report it.
    pub product: Product,
    /// The error, if it is listed.
    pub error: Option<ZoomError>,
    /// The finer cause.
    pub reason: Option<&'static Entry>,
    /// The error of the product that the text names, where the number stands for another one.
    pub named: Option<ZoomError>,
    /// The section of the code; for an unlisted one, the documented range around it.
    pub class: Option<&'static Class>,
    /// Why it may be.
    pub why: Vec<Evidence>,
    pub(super) weight: i32,
    pub(super) proven: bool,
}

/// A reason to take a failure for one of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Evidence {
    /// The product lists the code.
    Listed,
    /// The product documents a range or section around the code.
    InRange(&'static Class),
    /// The product puts its codes into a field of this name.
    Field(&'static str),
    /// So many fields beside it are those of the product's payloads.
    Beside(usize),
    /// The text holds so many words of a message that the product sends with this code.
    Message(usize),
    /// The text holds a constant of the product.
    Named(ZoomError),
    /// The text holds a word that speaks for the product.
    Word,
    /// The product documents the code with this status of HTTP.
    Status(u16),
    /// The text holds the address of an operation of the product.
    Operation(&'static Operation),
    /// A sub-code or the message tells a finer cause.
    Reason(&'static Entry),
}

impl Finding {
    /// The best supported candidate.
    #[must_use]
    pub fn best(&self) -> Option<&Candidate> {
        self.candidates.first()
    }

    /// The error, where only one is possible: candidates that mean the same count as one.
    #[must_use]
    pub fn only(&self) -> Option<ZoomError> {
        let error = self.best()?.error?;
        let same = |candidate: &Candidate| {
            candidate.error.is_some_and(|other| other.canonical() == error.canonical())
        };
        self.candidates.iter().all(same).then_some(error)
    }

    /// Whether any product lists it.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        self.best().is_some_and(|candidate| candidate.error.is_some())
    }
}

impl Candidate {
    pub(super) fn new(product: Product, error: Option<ZoomError>) -> Self {
        Self {
            product,
            error,
            reason: None,
            named: None,
            class: error.and_then(ZoomError::class),
            why: Vec::new(),
            weight: 0,
            proven: false,
        }
    }

    pub(super) fn add(&mut self, weight: i32, why: Evidence) {
        self.weight += weight;
        if !self.why.contains(&why) {
            self.why.push(why);
        }
    }
}

/// What the finer cause says, or the code, or the range around it.
impl Guided for Candidate {
    fn guidance(&self) -> Option<Guidance> {
        match self.reason.or(self.error.map(ZoomError::entry)) {
            Some(entry) => Some(entry.guidance()),
            None => self.class?.guidance().copied(),
        }
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Evidence::Listed => f.write_str("the code is listed"),
            Evidence::InRange(class) => write!(f, "the code is one of {class}"),
            Evidence::Field(name) => write!(f, "its codes stand under `{name}`"),
            Evidence::Beside(1) => f.write_str("the field beside it is one of its payloads"),
            Evidence::Beside(count) => write!(f, "the {count} fields beside it are those of its payloads"),
            Evidence::Message(words) => write!(f, "it sends this message, of which {words} words are there"),
            Evidence::Named(error) => write!(f, "{} is named", error.word().unwrap_or(error.name())),
            Evidence::Word => f.write_str("a word speaks for it"),
            Evidence::Status(status) => write!(f, "it documents the code with HTTP {status}"),
            Evidence::Operation(operation) => write!(f, "it has `{operation}`"),
            Evidence::Reason(reason) => write!(f, "the cause {} is told", reason.name()),
        }
    }
}
