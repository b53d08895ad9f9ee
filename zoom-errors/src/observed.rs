//! A code as it came over the wire, listed or not.

use core::error::Error;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

use crate::{Class, ErrorCode, Guidance, Guided, text};

/// A number on the wire, and the listed code that it is, if it is one.
///
/// Zoom adds codes whenever it likes. The code enums stay closed, so that a `match` over them is
/// checked for completeness; this wrapper keeps what they do not know. Nothing is ever lost: the
/// number that goes in comes out. Whether it is listed follows from the number, so that a code which
/// a later version lists is then known without being read again.
///
/// ```
/// use zoom_errors::meeting_sdk_web::MeetingSdkWebError as E;
///
/// let known = E::observe(3712);
/// assert_eq!(known.known(), Some(E::SignatureInvalid));
///
/// let unknown = E::observe(3999);
/// assert_eq!(unknown, 3999);
/// assert_eq!(unknown.known(), None);
/// assert_eq!(unknown.class().unwrap().title(), "Meeting Validation");
/// ```
pub struct Observed<E> {
    code: i32,
    of: PhantomData<fn() -> E>,
}

impl<E> Observed<E> {
    /// A code as it came over the wire.
    #[must_use]
    pub const fn new(code: i32) -> Self {
        Self {
            code,
            of: PhantomData,
        }
    }

    /// The number on the wire.
    #[must_use]
    pub const fn code(self) -> i32 {
        self.code
    }
}

impl<E: ErrorCode> Observed<E> {
    /// The variant, if the code is listed.
    #[must_use]
    pub fn known(self) -> Option<E> {
        E::from_code(self.code)
    }

    /// The section of the code; for an unlisted one, the documented range around it.
    #[must_use]
    pub fn class(self) -> Option<&'static Class> {
        E::class_of(self.code)
    }
}

/// For an unlisted code, what its range says.
impl<E: ErrorCode> Guided for Observed<E> {
    fn guidance(&self) -> Option<Guidance> {
        match self.known() {
            Some(error) => Some(error.guidance()),
            None => self.class()?.guidance().copied(),
        }
    }
}

/// Whether a number means success; any other as the error that it is.
pub(crate) fn check<E: ErrorCode>(code: i32) -> Result<(), Observed<E>> {
    let success = E::from_code(code).is_some_and(|error| !error.kind().is_failure());
    if success {
        Ok(())
    } else {
        Err(Observed::new(code))
    }
}

// Derived, these would ask the same of `E`.
impl<E> Clone for Observed<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Observed<E> {}

impl<E> PartialEq for Observed<E> {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl<E> Eq for Observed<E> {}

impl<E> PartialOrd for Observed<E> {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<E> Ord for Observed<E> {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        self.code.cmp(&other.code)
    }
}

impl<E> Hash for Observed<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}

impl<E> PartialEq<i32> for Observed<E> {
    fn eq(&self, code: &i32) -> bool {
        self.code == *code
    }
}

impl<E: ErrorCode> PartialEq<E> for Observed<E> {
    fn eq(&self, error: &E) -> bool {
        self.code == error.code()
    }
}

impl<E> From<i32> for Observed<E> {
    fn from(code: i32) -> Self {
        Observed::new(code)
    }
}

impl<E> From<Observed<E>> for i32 {
    fn from(observed: Observed<E>) -> i32 {
        observed.code
    }
}

impl<E: ErrorCode> From<E> for Observed<E> {
    fn from(error: E) -> Self {
        Observed::new(error.code())
    }
}

impl<E: ErrorCode> fmt::Debug for Observed<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.known() {
            Some(error) => f.debug_tuple("Known").field(&error).finish(),
            None => f.debug_tuple("Unknown").field(&self.code).finish(),
        }
    }
}

/// Writes a listed code as its enum does, any other with its number and what its range says.
impl<E: ErrorCode> fmt::Display for Observed<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(error) = self.known() {
            return fmt::Display::fmt(&error, f);
        }
        f.write_str("unlisted code ")?;
        text::write_number(f, self.code.into())?;
        f.write_str(" of ")?;
        f.write_str(E::PRODUCT.title())?;
        let Some(class) = self.class() else {
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
