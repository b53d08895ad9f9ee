//! Payloads and responses, from bytes to typed errors.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod detection;
mod golden;
mod node;
mod odd;
mod properties;
mod shown;
mod traits;
