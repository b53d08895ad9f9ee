//! What a release must be called: two states of the catalogs compared, the version that follows,
//! and a draft of the changelog.
//!
//! ```text
//! Model, Model ─▶ compare ─▶ Change ─▶ version (which is required)
//!         api ────┘  metadata  └─────▶ changelog
//! ```
//! Only what comes from the catalogs is seen here. Changes of hand-written code and of the
//! renderers are for `cargo semver-checks` to judge.

mod api;
mod change;
mod changelog;
mod compare;
mod metadata;
mod version;

pub use change::{Change, Kind, Level, Subject};
pub use changelog::{changelog, phrase};
pub use compare::compare;
pub use version::{required, suffices};
