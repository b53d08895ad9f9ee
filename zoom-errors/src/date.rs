//! Calendar dates.

use core::fmt;

/// A day in the Gregorian calendar, as documentation states it: without a time zone.
///
/// ```
/// use zoom_errors::{Date, meeting_sdk_web::MeetingSdkWebError as E};
///
/// let enforced = E::NotAllowAnonymousJoin.effective().unwrap();
/// assert_eq!((enforced.year(), enforced.month(), enforced.day()), (2026, 3, 2));
/// assert_eq!(enforced.to_string(), "2026-03-02");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    pub(crate) const fn new(year: u16, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
}

/// Writes the date as ISO 8601 does: `2026-03-02`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
