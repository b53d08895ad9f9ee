//! The operations of the REST APIs.

use core::fmt;

use crate::entry::Space;
use crate::{Limit, Product};

/// One operation of a REST API: a method and a path, with what its reference says.
///
/// ```
/// use zoom_errors::rest::meetings::MeetingsError as E;
///
/// let operation = E::from_code(3001).unwrap().entry().operations().next().unwrap();
/// assert!(operation.path().starts_with('/'));
/// println!("{operation} needs one of {:?}", operation.scopes().collect::<Vec<_>>());
/// ```
pub struct Operation {
    pub(crate) space: &'static Space,
    pub(crate) call: &'static str,
    pub(crate) id: Option<&'static str>,
    /// Separated by spaces.
    pub(crate) scopes: &'static str,
    pub(crate) granular: &'static str,
    pub(crate) limit: Option<Limit>,
    pub(crate) daily: Option<&'static str>,
}

impl Operation {
    /// The product whose API it is of.
    #[must_use]
    pub const fn product(&self) -> Product {
        self.space.product
    }

    /// Method and path, `GET /meetings/{meetingId}`.
    #[must_use]
    pub const fn call(&self) -> &'static str {
        self.call
    }

    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.call.split_once(' ').map_or("", |(method, _)| method)
    }

    /// The path behind `/v2`, with placeholders.
    #[must_use]
    pub fn path(&self) -> &'static str {
        self.call.split_once(' ').map_or("", |(_, path)| path)
    }

    /// The operation id of the reference, where it is known.
    #[must_use]
    pub const fn id(&self) -> Option<&'static str> {
        self.id
    }

    /// The classic scopes; a token needs one of them, or one of
    /// [`granular_scopes`](Operation::granular_scopes).
    pub fn scopes(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.scopes.split_ascii_whitespace()
    }

    /// The granular scopes.
    pub fn granular_scopes(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.granular.split_ascii_whitespace()
    }

    /// The label of its rate limit.
    #[must_use]
    pub const fn limit(&self) -> Option<Limit> {
        self.limit
    }

    /// A limit of this operation by the day, in words.
    #[must_use]
    pub const fn daily_limit(&self) -> Option<&'static str> {
        self.daily
    }
}

/// Operations are the same if they are one.
impl PartialEq for Operation {
    fn eq(&self, other: &Operation) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Eq for Operation {}

/// Writes method and path.
impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.call)
    }
}

impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Operation({})", self.call)
    }
}
