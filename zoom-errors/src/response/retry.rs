//! When to try again.

use core::time::Duration;

use super::failure::Failure;
use super::retry_after::DAY;
use crate::rest_api::RateLimitedReason;
use crate::{Guided, Limit, Operation, Retry};

/// The longest pause that is suggested.
const LONGEST: Duration = Duration::from_secs(60);

/// When to send the same call again. Instants are durations since 1970-01-01T00:00:00Z.
///
/// ```
/// use core::time::Duration;
/// use zoom_errors::response::{Failure, RetryAt};
///
/// // 2025-08-22T11:00:00Z; a program asks `SystemTime::now().duration_since(UNIX_EPOCH)`.
/// let now = Duration::from_secs(1_755_860_400);
/// let midnight = Duration::from_secs(1_755_907_200);
///
/// let body = r#"{"code": 429, "message": "You have reached the maximum daily rate limit for this API."}"#;
/// assert_eq!(Failure::new(429, body).retry_at(now, 0), RetryAt::At(midnight));
///
/// let busy = Failure::new(503, "");
/// assert_eq!(busy.retry_at(now, 0), RetryAt::Backoff(Duration::from_secs(1)));
/// assert_eq!(busy.retry_at(now, 3), RetryAt::Backoff(Duration::from_secs(8)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RetryAt {
    /// Not at all: repeating cannot succeed, or nothing failed.
    Never,
    /// Once somebody has changed something: the request, the token, a setting.
    AfterFix,
    /// Not before this instant, which the response states or which ends the day of a daily limit. It
    /// is never more than a day away.
    At(Duration),
    /// After a pause that no header states, so that this is a suggestion; add some jitter.
    Backoff(Duration),
}

impl RetryAt {
    /// How long to wait; nothing if waiting does not help.
    ///
    /// ```
    /// use core::time::Duration;
    /// use zoom_errors::response::RetryAt;
    ///
    /// let now = Duration::from_secs(100);
    /// assert_eq!(RetryAt::At(Duration::from_secs(130)).pause(now), Some(Duration::from_secs(30)));
    /// assert_eq!(RetryAt::AfterFix.pause(now), None);
    /// ```
    #[must_use]
    pub fn pause(self, now: Duration) -> Option<Duration> {
        match self {
            RetryAt::Never | RetryAt::AfterFix => None,
            RetryAt::At(instant) => Some(instant.saturating_sub(now)),
            RetryAt::Backoff(pause) => Some(pause),
        }
    }
}

impl Failure {
    /// When to send the same call again: `now` is the time since 1970 at which the response came,
    /// `attempt` how often this call was repeated already, from 0. The pause doubles with each
    /// attempt, up to a minute.
    ///
    /// A `Retry-After` counts where waiting helps at all, and if it is no more than a day away. A
    /// daily limit ends at 00:00 UTC. An undocumented failure asks for a look before anything is
    /// repeated, so that it gives [`RetryAt::AfterFix`].
    #[must_use]
    pub fn retry_at(&self, now: Duration, attempt: u32) -> RetryAt {
        let stated = self
            .rate_limit()
            .retry_after
            .and_then(|after| after.instant(now));
        match (self.retry(), stated) {
            (Some(Retry::Never), _) => RetryAt::Never,
            (Some(Retry::AfterFix) | None, _) => RetryAt::AfterFix,
            (Some(Retry::AtReset | Retry::Backoff), Some(instant)) => RetryAt::At(instant),
            (Some(Retry::AtReset), None) => RetryAt::At(midnight(now)),
            (Some(Retry::Backoff), None) => {
                let factor = 2_u32.saturating_pow(attempt);
                RetryAt::Backoff(self.first_pause().saturating_mul(factor).min(LONGEST))
            }
        }
    }

    fn first_pause(&self) -> Duration {
        let heaviest = self.operation().and_then(Operation::limit)
            == Some(Limit::ResourceIntensive)
            || self.rate_limit().is_resource_intensive();
        Duration::from_secs(match self.reason() {
            Some(RateLimitedReason::ConcurrentLimit) => 5,
            // Those calls are counted by the minute.
            _ if heaviest && self.is_rate_limited() => 10,
            _ => 1,
        })
    }
}

/// The end of the day in UTC, with which Zoom's daily limits begin anew.
fn midnight(now: Duration) -> Duration {
    let days = now.as_secs() / DAY.as_secs();
    Duration::from_secs(days.saturating_add(1).saturating_mul(DAY.as_secs()))
}
