//! The whole catalog as data or as a page. Every form carries the version of the crate.

mod csv;
mod html;
mod json;
mod markdown;
mod row;

pub use csv::{csv, spreadsheet};
pub use html::html;
pub use json::json;
pub use markdown::markdown;
