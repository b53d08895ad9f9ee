//! What servers answer, as the references document it.

mod parts;

use core::fmt;

pub(crate) use parts::{HEAD, Said};

use crate::entry::{Space, part};
use crate::{Entry, Operation, ZoomError};

/// A message that a server sends under a code, with its HTTP status.
///
/// ```
/// use zoom_errors::rest::meetings::MeetingsError as E;
///
/// let gone = E::from_code(3001).unwrap();
/// let response = gone.entry().response_for("Meeting does not exist: 81234567890.", Some(404)).unwrap();
/// assert_eq!(response.status(), 404);
/// assert!(response.message().contains("does not exist"));
/// assert!(response.operations().any(|operation| operation.call() == "GET /meetings/{meetingId}"));
/// ```
pub struct Response {
    pub(crate) space: &'static Space,
    /// Whether its error is told by a word, and the place of the error among its sort.
    pub(crate) word: bool,
    pub(crate) place: u16,
    pub(crate) status: u16,
    /// As the reference writes it.
    pub(crate) message: &'static str,
    /// The same folded, with a zero for each placeholder.
    pub(crate) parts: &'static str,
    /// How many of its bytes are given.
    pub(crate) given: u16,
    /// The place of the reason that it tells.
    pub(crate) reason: Option<u32>,
    /// First place and number of its calls.
    pub(crate) on: (u32, u16),
}

impl Response {
    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The message as the reference writes it, with placeholders such as `{meetingId}`.
    #[must_use]
    pub const fn message(&self) -> &'static str {
        self.message
    }

    /// The error that it is of. It is always there.
    #[must_use]
    pub fn error(&self) -> Option<ZoomError> {
        ZoomError::at(self.space.product, self.word, self.place.into())
    }

    /// The finer cause that it tells, if it tells one.
    #[must_use]
    pub const fn reason(&self) -> Option<&'static Entry> {
        match self.reason {
            Some(place) => Some(&self.space.reasons[place as usize]),
            None => None,
        }
    }

    /// The operations that document it.
    pub fn operations(&self) -> impl ExactSizeIterator<Item = &'static Operation> + use<> {
        let operations = self.space.operations;
        self.on(self.space.calls)
            .iter()
            .map(|at| &operations[*at as usize])
    }

    /// Whether the operation at a place documents it.
    #[inline]
    pub(crate) fn is_on(&self, place: u16) -> bool {
        self.on(self.space.calls).contains(&place)
    }

    pub(crate) const fn on(&self, calls: &'static [u16]) -> &'static [u16] {
        part(calls, self.on.0 as usize, self.on.1 as usize)
    }

    /// Whether a text is this message, with anything in place of the placeholders. ASCII case, white
    /// space, Markdown marks and a final period do not count.
    #[must_use]
    pub fn fits(&self, text: &str) -> bool {
        parts::fit(self.parts, text)
    }

    /// How many characters are given; the more, the more particular is the message.
    pub(crate) const fn literal(&self) -> u16 {
        self.given
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Response({} {:?})", self.status, self.message)
    }
}
