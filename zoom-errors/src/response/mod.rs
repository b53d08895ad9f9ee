//! Whole responses of the REST API.

mod failure;
mod headers;
#[cfg(feature = "http")]
mod http_types;
mod instant;
mod rate_limit;
mod retry;
mod show;

pub use failure::Failure;
pub use rate_limit::{RateLimit, RateLimitCategory, RateLimitType};
pub use retry::{RetryAfter, RetryAt};
