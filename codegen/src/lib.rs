//! Reads, checks and renders the catalogs of Zoom error codes.
//!
//! A pure library: text goes in, text or [`Problem`]s come out. It touches no file system and
//! prints nothing; `xtask` does both.
//!
//! ```text
//! InputFile ─▶ catalog ─▶ check ─▶ resolve ─▶ Model ─▶ render ─▶ Artifact
//!                 └──────────┴──▶ Problem ─▶ report
//! ```
//!
//! ```
//! use zoom_errors_codegen::{InputFile, load};
//!
//! let loaded = load(vec![InputFile::new("catalogs/demo.yaml", b"product: {id: demo}".to_vec())]);
//! let problems = loaded.outcome.unwrap_err();
//! assert!(problems.iter().any(|problem| problem.rule.id() == "missing-key"));
//! ```

// Input of any kind ends in a message, never in a panic.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod admit;
mod catalog;
mod check;
mod load;
mod lookalike;
pub mod lookup;
pub mod model;
mod names;
mod parallel;
mod problem;
mod recogniser;
pub mod release;
pub mod render;
pub mod report;
mod resolve;
mod rule;
mod source;
mod template;
pub mod vocabulary;

/// YAML as written, every key and value with its place: for tools that need no catalog without
/// problems.
pub mod tree {
    pub use crate::catalog::yaml::{Node, Value, parse};
    pub use crate::catalog::{codes, integer};
}

pub use admit::{InputFile, MAX_FILE, admit};
pub use load::{Loaded, load, load_released};
pub use model::Model;
pub use names::variant as variant_name;
pub use problem::{Problem, closest};
pub use rule::Rule;
pub use source::{Position, SourceFile, Sources, Span, Spanned, floor_char};
