//! What the rate-limit headers say.

use alloc::string::String;
use core::fmt;

use super::headers::{self, Headers, count};
use super::retry_after::RetryAfter;
use crate::payload::Sketch;

/// The rate-limit headers of a response, as far as it has them.
///
/// Zoom documents category and type for every refusal, and limit, remaining calls and
/// `Retry-After` for the daily limit alone.
///
/// ```
/// use core::time::Duration;
/// use zoom_errors::response::{Failure, RateLimitCategory, RateLimitType, RetryAfter};
///
/// let headers = [
///     ("X-RateLimit-Category", "Heavy"),
///     ("X-RateLimit-Type", "Daily-limit"),
///     ("X-RateLimit-Limit", "30000"),
///     ("X-RateLimit-Remaining", "0"),
///     ("Retry-After", "2025-08-23T00:00:00Z"),
/// ];
/// let failure = Failure::builder(429).headers(headers).body("");
/// let limit = failure.rate_limit();
/// assert_eq!(limit.category, Some(RateLimitCategory::Heavy));
/// assert_eq!(limit.limit_type, Some(RateLimitType::Daily));
/// assert_eq!((limit.limit, limit.remaining), (Some(30_000), Some(0)));
/// assert_eq!(limit.retry_after, Some(RetryAfter::At(Duration::from_secs(1_755_907_200))));
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct RateLimit {
    /// How costly the endpoint is; limits are counted per category.
    pub category: Option<RateLimitCategory>,
    /// Which limit it is.
    pub limit_type: Option<RateLimitType>,
    /// The number of calls that the limit allows.
    pub limit: Option<u64>,
    /// The number of calls that are left.
    pub remaining: Option<u64>,
    /// When to try again.
    pub retry_after: Option<RetryAfter>,
    /// `X-RateLimit-Reset`, in seconds since 1970. No page of Zoom's documentation has it, so
    /// nothing here goes by it.
    pub reset: Option<u64>,
}

/// How costly an endpoint is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RateLimitCategory {
    /// `Light`.
    Light,
    /// `Medium`.
    Medium,
    /// `Heavy`.
    Heavy,
    /// `Resource-intensive`.
    ResourceIntensive,
    /// Any other word.
    Other(String),
}

/// Which limit a call has hit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RateLimitType {
    /// `QPS`: the calls of one second.
    Qps,
    /// `Daily-limit`: the calls of one day.
    Daily,
    /// Any other word.
    Other(String),
}

impl RateLimit {
    /// What no headers say.
    pub(super) const NONE: &'static RateLimit = &RateLimit {
        category: None,
        limit_type: None,
        limit: None,
        remaining: None,
        retry_after: None,
        reset: None,
    };

    pub(super) fn read(headers: &mut Headers) -> RateLimit {
        let sent = headers.value(headers::DATE).map(String::from);
        let retry_after = headers.read(headers::RETRY_AFTER, |value| {
            RetryAfter::read(value, sent.as_deref())
        });
        RateLimit {
            category: headers
                .value(headers::CATEGORY)
                .map(RateLimitCategory::from),
            limit_type: headers.value(headers::TYPE).map(RateLimitType::from),
            limit: headers.read(headers::LIMIT, count),
            remaining: headers.read(headers::REMAINING, count),
            retry_after,
            reset: headers.read(headers::RESET, count),
        }
    }
}

impl RateLimit {
    /// Whether the endpoint is one of those that are counted by the minute.
    pub(super) fn is_resource_intensive(&self) -> bool {
        self.category == Some(RateLimitCategory::ResourceIntensive)
    }
}

impl From<&str> for RateLimitCategory {
    fn from(word: &str) -> RateLimitCategory {
        match word {
            _ if word.eq_ignore_ascii_case("Light") => RateLimitCategory::Light,
            _ if word.eq_ignore_ascii_case("Medium") => RateLimitCategory::Medium,
            _ if word.eq_ignore_ascii_case("Heavy") => RateLimitCategory::Heavy,
            _ if word.eq_ignore_ascii_case("Resource-intensive") => {
                RateLimitCategory::ResourceIntensive
            }
            _ => RateLimitCategory::Other(word.into()),
        }
    }
}

impl From<&str> for RateLimitType {
    fn from(word: &str) -> RateLimitType {
        match word {
            _ if word.eq_ignore_ascii_case("QPS") => RateLimitType::Qps,
            _ if word.eq_ignore_ascii_case("Daily-limit") => RateLimitType::Daily,
            _ => RateLimitType::Other(word.into()),
        }
    }
}

/// Leaves out what is absent.
impl fmt::Debug for RateLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Sketch::new(f, "RateLimit")
            .brief("category", &self.category)
            .brief("limit_type", &self.limit_type)
            .field("limit", &self.limit)
            .field("remaining", &self.remaining)
            .field("retry_after", &self.retry_after)
            .field("reset", &self.reset)
            .finish()
    }
}
