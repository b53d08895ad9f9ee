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
pub mod edit;
mod load;
mod lookalike;
pub mod lookup;
pub mod model;
mod names;
mod outline;
mod problem;
pub mod release;
pub mod render;
pub mod report;
mod resolve;
mod source;
mod template;
pub mod vocabulary;

pub use admit::MAX_FILE;
pub use check::Rule;
pub use load::{InputFile, Loaded, load, load_released};
pub use model::Model;
pub use outline::{ClassOutline, EntryOutline, ListPlace, Outline, ReasonOutline, SourceOutline};
pub use problem::{Problem, closest};
pub use source::{Position, SourceFile, Sources, Span, Spanned};
