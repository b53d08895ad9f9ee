//! What the npm packages of Zoom's web SDKs say of its error codes, and how that differs from the
//! catalogs.
//!
//! It reads no file and prints nothing; `xtask` does both.
//!
//! ```text
//! package ─▶ lex ─▶ declared, compiled, raised ─▶ Facts ─┐
//! catalogs ─▶ outlines ──────────────────────────────────┼─▶ compare ─▶ differences, or a new lock
//! lock ──────────────────────────────────────────────────┘
//! ```

// Input of any kind ends in a message, never in a panic.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// A bundle may be cut off anywhere. Tests may panic.
#![cfg_attr(not(test), warn(clippy::indexing_slicing, clippy::string_slice))]

mod codes;
mod compare;
mod compiled;
mod declared;
mod expression;
mod facts;
mod lex;
mod lock;
mod package;
mod raised;
mod reasons;
mod spaces;
mod texts;
mod tree;
mod unlisted;
mod words;

pub use compare::{Comparison, Difference, compare};
pub use facts::{Facts, Place};
pub use lock::{Lock, PATH};
pub use package::{File, Manifest, Package};
pub use spaces::is_held;
