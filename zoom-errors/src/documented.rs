//! What servers answer, as the references document it.

use core::fmt;

use crate::entry::{Space, part};
use crate::{Entry, Operation, ZoomError};

/// Stands in a folded message for one or more characters. The generator writes it.
const ANY: u8 = 0;

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
    /// Folded, with [`ANY`] for each placeholder.
    pub(crate) parts: &'static str,
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
    pub(crate) fn is_on(&self, place: u16) -> bool {
        self.on(self.space.calls).binary_search(&place).is_ok()
    }

    pub(crate) const fn on(&self, calls: &'static [u16]) -> &'static [u16] {
        part(calls, self.on.0 as usize, self.on.1 as usize)
    }

    /// Whether a text is this message, with anything in place of the placeholders. ASCII case, white
    /// space, Markdown marks and a final period do not count.
    #[must_use]
    pub fn fits(&self, text: &str) -> bool {
        self.fits_folded(Folded::new(text))
    }

    pub(crate) fn fits_folded(&self, text: Folded<'_>) -> bool {
        fits(self.parts, text)
    }

    /// How many characters are given; the more, the more particular is the message.
    pub(crate) fn literal(&self) -> usize {
        self.parts.bytes().filter(|byte| *byte != ANY).count()
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Response({} {:?})", self.status, self.message)
    }
}

/// Whether a text is a folded message, with anything in place of the placeholders.
fn fits(parts: &str, text: Folded<'_>) -> bool {
    let parts = parts.as_bytes();
    // The place behind the last placeholder, and the text from which it was tried last.
    let mut back: Option<(usize, Folded<'_>)> = None;
    let (mut at, mut rest) = (0, text);
    loop {
        match (parts.get(at), rest.next()) {
            (None, None) => return true,
            (Some(&ANY), Some(_)) => {
                at += 1;
                back = Some((at, rest));
                continue;
            }
            (Some(part), Some(byte)) if *part == byte => {
                at += 1;
                continue;
            }
            // The text ended inside the message; no later start can help.
            (Some(_), None) => return false,
            _ => {}
        }
        // One character more for the last placeholder.
        let Some((behind, mut later)) = back else {
            return false;
        };
        if later.next().is_none() {
            return false;
        }
        back = Some((behind, later));
        (at, rest) = (behind, later);
    }
}

/// The bytes of a text, folded as the generator folds messages.
#[derive(Clone, Copy)]
pub(crate) struct Folded<'a> {
    rest: &'a [u8],
    space: bool,
}

impl<'a> Folded<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let ignored = |c: char| c.is_whitespace() || matches!(c, '.' | '`' | '*');
        let end = text.trim_end_matches(ignored);
        let start = end.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '`' | '*'));
        Self {
            rest: start.as_bytes(),
            space: false,
        }
    }

    fn next(&mut self) -> Option<u8> {
        while let Some((byte, rest)) = self.rest.split_first() {
            match byte {
                b'`' | b'*' => {}
                byte if byte.is_ascii_whitespace() => self.space = true,
                _ if self.space => {
                    self.space = false;
                    return Some(b' ');
                }
                byte => {
                    self.rest = rest;
                    return Some(byte.to_ascii_lowercase());
                }
            }
            self.rest = rest;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Folded;

    fn fits(parts: &str, text: &str) -> bool {
        super::fits(parts, Folded::new(text))
    }

    #[test]
    fn a_message_fits_whatever_it_was_printed_with() {
        let parts = "user \0 does not exist";
        for text in [
            "User abc does not exist.",
            "user  abc\n does NOT exist",
            "User `abc` does not exist. ",
            "User does not exist does not exist",
            "**User x does not exist**",
        ] {
            assert!(fits(parts, text), "{text}");
        }
        for text in [
            "User does not exist.",
            "User  does not exist.",
            "User abc does not exist here.",
            "The user abc does not exist.",
            "",
        ] {
            assert!(!fits(parts, text), "{text}");
        }
        assert!(fits("\0: \0", "a: b: c"));
        assert!(fits("no id \0", "No id é"));
        assert!(!fits("\0", ""));
        assert!(fits("a", "A."));
    }
}
