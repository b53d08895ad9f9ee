//! A code as it came over the wire, listed or not.

use core::error::Error;
use core::fmt;

use crate::{Actor, Class, ErrorCode, Kind, Retry, text};

/// A listed code, or the number itself.
///
/// Zoom adds codes whenever it likes. The code enums stay closed, so that a `match` over them is
/// checked for completeness; this wrapper keeps what they do not know. Nothing is ever lost: the
/// number that goes in comes out.
///
/// ```
/// use zoom_errors::Observed;
/// use zoom_errors::meeting_sdk_web::MeetingSdkWebError as E;
///
/// let known = E::observe(3712);
/// assert_eq!(known, Observed::Known(E::SignatureInvalid));
///
/// let unknown = E::observe(3999);
/// assert_eq!(unknown.code(), 3999);
/// assert_eq!(unknown.known(), None);
/// assert_eq!(unknown.class().unwrap().title(), "Meeting Validation");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Observed<E> {
    /// A code that the catalog lists.
    Known(E),
    /// A number that it does not.
    Unknown(i32),
}

impl<E: ErrorCode> Observed<E> {
    /// The number on the wire.
    #[must_use]
    pub fn code(self) -> i32 {
        match self {
            Observed::Known(error) => error.code(),
            Observed::Unknown(code) => code,
        }
    }

    /// The variant, if the code is listed.
    #[must_use]
    pub fn known(self) -> Option<E> {
        match self {
            Observed::Known(error) => Some(error),
            Observed::Unknown(_) => None,
        }
    }

    /// The section of the code; for an unlisted one, the documented range around it.
    #[must_use]
    pub fn class(self) -> Option<&'static Class> {
        match self {
            Observed::Known(error) => Some(error.class()),
            Observed::Unknown(code) => E::class_of(code),
        }
    }

    /// What class of failure it is; for an unlisted code, if its range says so.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        match self {
            Observed::Known(error) => Some(error.kind()),
            Observed::Unknown(_) => Some(self.class()?.guidance()?.kind()),
        }
    }

    /// Who must act first; for an unlisted code, if its range says so.
    #[must_use]
    pub fn actor(self) -> Option<Actor> {
        match self {
            Observed::Known(error) => Some(error.actor()),
            Observed::Unknown(_) => Some(self.class()?.guidance()?.actor()),
        }
    }

    /// Whether repeating the call helps; for an unlisted code, if its range says so.
    #[must_use]
    pub fn retry(self) -> Option<Retry> {
        match self {
            Observed::Known(error) => Some(error.retry()),
            Observed::Unknown(_) => Some(self.class()?.guidance()?.retry()),
        }
    }
}

impl<E: ErrorCode> From<i32> for Observed<E> {
    fn from(code: i32) -> Self {
        match E::from_code(code) {
            Some(error) => Observed::Known(error),
            None => Observed::Unknown(code),
        }
    }
}

impl<E: ErrorCode> From<Observed<E>> for i32 {
    fn from(observed: Observed<E>) -> i32 {
        observed.code()
    }
}

/// Writes a listed code as its enum does, any other with its number and what its range says.
impl<E: ErrorCode> fmt::Display for Observed<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = match self {
            Observed::Known(error) => return fmt::Display::fmt(error, f),
            Observed::Unknown(code) => *code,
        };
        f.write_str("unlisted code ")?;
        text::write_number(f, code.into())?;
        f.write_str(" of ")?;
        f.write_str(E::PRODUCT.title())?;
        let Some(class) = E::class_of(code) else {
            return Ok(());
        };
        f.write_str(" (")?;
        f.write_str(class.title())?;
        f.write_str(")")?;
        let Some(guidance) = class.guidance().filter(|_| f.alternate()) else {
            return Ok(());
        };
        f.write_str("\n")?;
        fmt::Display::fmt(&guidance.remediation(), f)
    }
}

impl<E: ErrorCode> Error for Observed<E> {}
