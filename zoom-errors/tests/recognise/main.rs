//! What the recogniser finds in texts of any kind.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod noise;
mod notations;
mod others;
mod properties;
