//! The part of `cargo xtask` that reads no file and prints nothing: what a documentation page says,
//! and how it differs from a catalog. The program is in `main.rs`.

// Input of any kind ends in a message, never in a panic.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// A page may be cut off anywhere. Tests may panic.
#![cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]

pub mod docs;
pub mod drift;

#[cfg(test)]
mod saved_pages;
