//! A documentation page against a catalog: what differs, what was reviewed, and what to write.
//!
//! ```text
//! Page ────┐                  ┌─▶ finding (for people and tools)
//! Outline ─┼─▶ compare ─▶ Drift
//! Lock ────┘        └─▶ accept ─▶ Lock
//!                   └─▶ draft ─▶ the catalog's text with stubs
//! ```

pub mod acceptance;
mod against;
mod beside;
pub mod calls;
mod change;
mod compare;
mod cut_off;
mod digest;
pub mod draft;
mod facts;
pub mod finding;
pub mod identity;
pub mod lock;
mod pairing;
mod reasons;
mod responses;
mod rows;
mod sections;
mod spaces;
mod subjects;
mod unread;
mod wording;

#[cfg(test)]
mod tests;

pub use against::Against;
pub use change::{Change, Comparison, Drift};
pub use compare::compare;
pub use lock::Lock;
