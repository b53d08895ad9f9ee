//! Reads plain text with a table whose columns have run together. Its bullets tell the classes that
//! the codes belong to.

use super::gather::{Reading, gather};
use super::plain_text;

/// Reads a page with such a table.
pub(super) fn read(text: &str, base: usize) -> Reading {
    let document = plain_text::blocks(text, base);
    Reading {
        title: document.title,
        harvest: gather(document.blocks),
    }
}
