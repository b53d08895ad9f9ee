//! The facts of a catalog and their places, for tools that hold it against a page or write into it.
//!
//! Unlike a model, an outline needs no catalog without problems: drafted entries wait for their
//! texts, and are there all the same.

mod keys;
mod operations;
mod outlined;
mod outlining;

pub use operations::{CallOutline, OperationsOutline};
pub use outlined::{
    ClassOutline, EntryOutline, FactsOutline, ListPlace, Outline, ReasonOutline, ResponseOutline,
    SourceOutline, WordOutline,
};
