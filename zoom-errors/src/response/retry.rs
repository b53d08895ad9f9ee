//! When to try again.

use super::headers::count;
use super::instant::{http_date, iso_8601};

/// The value of `Retry-After`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RetryAfter {
    /// An instant, in seconds since 1970. Zoom writes it in ISO 8601; the date of HTTP is read too.
    At(i64),
    /// A number of seconds from the response on, as HTTP has it.
    Seconds(u64),
}

impl RetryAfter {
    pub(super) fn read(value: &str) -> Option<RetryAfter> {
        let seconds = || count(value).ok().map(RetryAfter::Seconds);
        let at = iso_8601(value).or_else(|| http_date(value));
        at.map(RetryAfter::At).or_else(seconds)
    }

    /// The instant, which is never before now.
    pub(super) fn instant(self, now: i64) -> i64 {
        match self {
            RetryAfter::At(instant) => instant.max(now),
            RetryAfter::Seconds(seconds) => now.saturating_add_unsigned(seconds),
        }
    }
}

/// When to send the same call again.
///
/// ```
/// use zoom_errors::rest_api::{Failure, RetryAt};
///
/// let now = 1_755_860_000;
/// let body = r#"{"code": 429, "message": "You have reached the maximum daily rate limit for this API."}"#;
/// let daily = Failure::from_parts(429, [("Retry-After", "2025-08-23T00:00:00Z")], body);
/// assert_eq!(daily.retry_at(now), RetryAt::At(1_755_907_200));
///
/// let busy = Failure::from_parts(503, [("Content-Length", "0")], "");
/// assert_eq!(busy.retry_at(now), RetryAt::Backoff { seconds: 1 });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RetryAt {
    /// Not at all: repeating cannot succeed, or nothing failed.
    Never,
    /// Once somebody has changed something: the request, the token, a setting.
    AfterFix,
    /// Not before this instant, in seconds since 1970.
    At(i64),
    /// After a pause that no header states, so that this is a suggestion.
    Backoff {
        /// The first pause. Double it on each further refusal, up to a bound, and add jitter.
        seconds: u32,
    },
}
