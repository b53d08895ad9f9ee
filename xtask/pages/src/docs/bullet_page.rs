//! Reads plain text whose bullets read `• 5012 - SOME_NAME - text`.

use super::blocks::Block;
use super::gather::{Reading, gather};
use super::plain_text;

/// Reads a page of bullets. What looks like a table that has run together is none here.
pub(super) fn read(text: &str, base: usize) -> Reading {
    let mut document = plain_text::blocks(text, base);
    document
        .blocks
        .retain(|block| !matches!(block, Block::Table(table) if table.run_together));
    Reading {
        title: document.title,
        harvest: gather(document.blocks),
    }
}
