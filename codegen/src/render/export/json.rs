//! One JSON object for each code, for whatever joins, filters or indexes them.

use super::row::{Row, rows};
use crate::model::Model;

/// An array with one object for each code or word, ordered by product.
///
/// It stays a bare array, which every reader of JSON takes as a table; so each object carries the
/// version.
pub fn json(model: &Model, version: &str) -> String {
    let rows: Vec<Row<'_>> = rows(model, version).collect();
    // Strings and numbers always serialise.
    let mut text = serde_json::to_string_pretty(&rows).unwrap_or_default();
    text.push('\n');
    text
}
