//! Writes into a catalog as a person would: into its text, leaving every other byte as it is.

mod block_list;
mod scalar;
mod splice;

pub use block_list::{ListText, NotInBlocks, fill};
pub use scalar::scalar;
pub use splice::{Edit, apply, behind_line, line_end};
