//! What documentation pages say of Zoom's error codes, and how it differs from the catalogs.
//!
//! It reads no file and prints nothing; `xtask` does both.
//!
//! ```text
//! page ──▶ docs ────┐
//! catalog ▶ outline ┼─▶ drift ─▶ findings, a new lock, or (through edit) a new catalog
//! lock ─────────────┘
//! ```

// Input of any kind ends in a message, never in a panic.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// A page may be cut off anywhere. Tests may panic.
#![cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]

pub mod docs;
pub mod drift;
pub mod edit;
mod folding;
pub mod intake;
pub mod openapi;
pub mod outline;

#[cfg(test)]
mod saved_pages;
