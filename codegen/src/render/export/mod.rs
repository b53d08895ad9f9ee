//! The whole catalog as data or as a page.

mod json;

pub use json::json;
