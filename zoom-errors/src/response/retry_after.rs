//! The header `Retry-After`.

use core::time::Duration;

use super::headers::count;
use super::instant::{http_date, iso_8601};
use crate::payload::Problem;

pub(super) const DAY: Duration = Duration::from_secs(86_400);

/// The first number that is taken for an instant: in 2001, when no answer of Zoom's was sent.
const FIRST_EPOCH: u64 = 1_000_000_000;

/// The value of `Retry-After`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RetryAfter {
    /// An instant, since 1970-01-01T00:00:00Z. Zoom writes it in ISO 8601; the date of HTTP and a
    /// number of seconds since 1970 are read too.
    At(Duration),
    /// A pause from the response on, as HTTP has it.
    In(Duration),
}

impl RetryAfter {
    /// Reads a header; `sent` is the value of `Date`.
    pub(super) fn read(value: &str, sent: Option<&str>) -> Result<RetryAfter, Problem> {
        let since_1970 = |seconds: i64| u64::try_from(seconds).map(Duration::from_secs);
        let instant = iso_8601(value).or_else(|| http_date(value));
        let after = match instant {
            Some(instant) => RetryAfter::At(since_1970(instant).map_err(|_| Problem::OutOfRange)?),
            None => match count(value)? {
                seconds if seconds <= DAY.as_secs() => RetryAfter::In(Duration::from_secs(seconds)),
                seconds if seconds >= FIRST_EPOCH => RetryAfter::At(Duration::from_secs(seconds)),
                _ => return Err(Problem::OutOfRange),
            },
        };
        let sent = sent
            .and_then(http_date)
            .and_then(|sent| since_1970(sent).ok());
        match (after, sent) {
            (RetryAfter::At(instant), Some(sent)) if instant > sent.saturating_add(DAY) => {
                Err(Problem::OutOfRange)
            }
            _ => Ok(after),
        }
    }

    /// The instant, which is never before now; nothing if it is more than a day away.
    pub(super) fn instant(self, now: Duration) -> Option<Duration> {
        let instant = match self {
            RetryAfter::At(instant) => instant.max(now),
            RetryAfter::In(pause) => now.saturating_add(pause),
        };
        (instant <= now.saturating_add(DAY)).then_some(instant)
    }
}
