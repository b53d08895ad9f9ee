//! Responses, from status, headers, body and request to what they mean.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod forms;
mod limits;
mod loopback;
mod pick;
mod rows;
