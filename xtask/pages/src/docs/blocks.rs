//! What every layout is turned into before rows are read out of it.

use std::ops::Range;

/// One block of a page. Spans are bytes of the input.
#[derive(Debug)]
pub(super) enum Block {
    Heading(Passage),
    Table(Table),
    List(List),
    /// Preformatted text: a fenced block, `<pre>`.
    Example(Passage),
}

impl Block {
    /// Where the block begins.
    fn start(&self) -> usize {
        match self {
            Self::Heading(passage) | Self::Example(passage) => passage.span.start,
            Self::Table(table) => table.start,
            Self::List(list) => list.start,
        }
    }
}

/// Brings blocks into the page's order: nested ones are completed before those around them.
pub(super) fn in_page_order(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.sort_by_key(Block::start);
    blocks
}

/// A run of text and its place.
#[derive(Debug, Default)]
pub(super) struct Passage {
    pub(super) text: String,
    pub(super) span: Range<usize>,
}

/// A table; its header is among the first rows.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) start: usize,
    pub(super) rows: Vec<TableRow>,
    /// Whether the columns have lost what separated them.
    pub(super) run_together: bool,
    /// Whether it has more columns than are read.
    pub(super) cut: bool,
}

impl Table {
    /// Columns beyond these are not read.
    pub(super) const MOST_COLUMNS: usize = 32;
}

/// A row of a table; its cells hold text without markup.
#[derive(Debug, Default)]
pub(super) struct TableRow {
    pub(super) cells: Vec<String>,
    pub(super) span: Range<usize>,
}

/// A list with the lists nested in it, flat and in the page's order.
#[derive(Debug, Default)]
pub(super) struct List {
    pub(super) start: usize,
    pub(super) items: Vec<Item>,
}

/// One item; its own text only, without that of nested items.
#[derive(Debug, Default)]
pub(super) struct Item {
    /// 0 for an item of the outermost list.
    pub(super) depth: usize,
    pub(super) text: String,
    pub(super) span: Range<usize>,
}
