//! Zoom REST API: the codes, and the responses that carry them.
//!
//! [`RestApiError`] is the enum to match on. [`Failure`] reads a whole response: status and body code
//! apart, the finer cause, invalid fields, missing scopes and rate limit, and answers when to try
//! again.

pub use crate::generated::rest_api::*;
pub use crate::response::{
    Failure, RateLimit, RateLimitCategory, RateLimitType, RetryAfter, RetryAt,
};
