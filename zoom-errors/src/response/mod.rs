//! Whole responses, held against their requests: feature `json`.
//!
//! [`Failure`] reads what Zoom answers over HTTP in any of its forms, finds out what it means for the
//! call that was made, and says what to do: whether to wait and how long, whether to ask for a new
//! token, and what somebody has to change.

mod build;
mod candidate;
mod failure;
mod guidance;
mod headers;
#[cfg(feature = "http")]
mod http_types;
mod instant;
mod pick;
mod rate_limit;
mod retry;
mod retry_after;
mod show;

pub use build::FailureBuilder;
pub use candidate::{Candidate, Evidence};
pub use failure::Failure;
pub use rate_limit::{RateLimit, RateLimitCategory, RateLimitType};
pub use retry::RetryAt;
pub use retry_after::RetryAfter;
