//! Responses, from status, headers, body and request to what they mean.
#![allow(clippy::duplicate_mod, reason = "the examples bring their server each")]
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod forms;
mod limits;
mod loopback;
mod pick;
mod rows;
