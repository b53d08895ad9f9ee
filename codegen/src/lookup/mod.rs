//! How codes, numbers and names find their places: perfect hashes for the codes of one product, open
//! addressing for names and for the numbers of all.
//!
//! The searches for them are deterministic: the same input always gives the same hash.

mod codes;
mod displace;
mod numbers;
pub(crate) mod open;

pub use codes::{Lookup, Scheme};
