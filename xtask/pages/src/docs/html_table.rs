//! A table of an HTML page while its tags go by.

use std::ops::Range;

use html5gum::StartTag;

use super::blocks::{Table, TableRow};
use super::tags::number_attribute;

/// Longer cells are not repeated in the further rows that they span: they hold no code or constant,
/// and the page's text must not be multiplied.
const LONGEST_REPEATED: usize = 64;

/// A table that has not ended.
#[derive(Default)]
pub(super) struct OpenTable {
    table: Table,
    row: Option<Row>,
    /// By column, cells that span further rows.
    spanning: Vec<Spanning>,
}

/// A row that has not ended.
#[derive(Default)]
struct Row {
    row: TableRow,
    cell: Option<Cell>,
    /// How many cells it has of its own.
    own: usize,
    /// How many columns the last of them takes.
    last_columns: usize,
    /// How much text was repeated from cells above.
    repeated: usize,
}

/// A cell that has not ended.
struct Cell {
    text: String,
    is_header: bool,
    columns: usize,
    rows: usize,
}

/// A cell above that goes on.
#[derive(Clone, Default)]
struct Spanning {
    rows: usize,
    text: String,
}

impl OpenTable {
    pub(super) fn new(start: usize) -> Self {
        Self {
            table: Table {
                start,
                ..Table::default()
            },
            ..Self::default()
        }
    }

    pub(super) fn in_header_cell(&self) -> bool {
        self.row
            .as_ref()
            .and_then(|row| row.cell.as_ref())
            .is_some_and(|cell| cell.is_header)
    }

    /// A row or cell begins, whether or not the one before it was ended.
    pub(super) fn start(&mut self, tag: &StartTag<usize>, span: Range<usize>) {
        let name: &[u8] = &tag.name;
        if name == b"tr" {
            self.end_row(span.start);
            self.row = Some(Row {
                row: TableRow {
                    span,
                    ..TableRow::default()
                },
                ..Row::default()
            });
            return;
        }
        self.end_cell();
        let row = self.row.get_or_insert_with(|| Row {
            row: TableRow {
                span: span.clone(),
                ..TableRow::default()
            },
            ..Row::default()
        });
        row.row.span.end = row.row.span.end.max(span.end);
        row.cell = Some(Cell {
            text: String::new(),
            is_header: name == b"th",
            columns: number_attribute(tag, "colspan")
                .unwrap_or(1)
                .clamp(1, Table::MOST_COLUMNS / 2),
            // Zero means to the end of the table.
            rows: number_attribute(tag, "rowspan")
                .map_or(1, |rows| if rows == 0 { usize::MAX } else { rows }),
        });
    }

    pub(super) fn end(&mut self, name: &[u8], end: usize) {
        if name == b"tr" {
            self.end_row(end);
        } else {
            self.end_cell();
        }
    }

    /// Adds text to the open cell; text between cells is none of the table's.
    pub(super) fn text(&mut self, text: &str, end: usize) {
        let Some(row) = &mut self.row else { return };
        let Some(cell) = &mut row.cell else { return };
        cell.text.push_str(text);
        row.row.span.end = row.row.span.end.max(end);
    }

    /// The table with all that was read of it.
    pub(super) fn finish(mut self, end: usize) -> Table {
        self.end_row(end);
        self.table
    }

    fn end_cell(&mut self) {
        let Some(row) = &mut self.row else { return };
        let Some(cell) = row.cell.take() else { return };
        row.fill(&mut self.spanning);
        row.own += 1;
        row.last_columns = cell.columns;
        let column = row.row.cells.len();
        if column >= Table::MOST_COLUMNS {
            self.table.cut = true;
            return;
        }
        if cell.rows > 1 {
            let columns = column + cell.columns;
            if self.spanning.len() < columns {
                self.spanning.resize(columns, Spanning::default());
            }
            for (offset, spanning) in self
                .spanning
                .iter_mut()
                .skip(column)
                .take(cell.columns)
                .enumerate()
            {
                let repeat = offset == 0 && cell.text.len() <= LONGEST_REPEATED;
                let text = if repeat {
                    cell.text.clone()
                } else {
                    String::new()
                };
                *spanning = Spanning {
                    rows: cell.rows - 1,
                    text,
                };
            }
        }
        row.row.cells.push(cell.text);
        row.row.cells.resize(column + cell.columns, String::new());
    }

    fn end_row(&mut self, end: usize) {
        self.end_cell();
        let Some(mut row) = self.row.take() else {
            return;
        };
        row.fill(&mut self.spanning);
        if row.own == 0 {
            return;
        }
        if row.own == 1 && row.last_columns == row.row.cells.len() {
            row.spread();
        }
        row.row.span.end = end.max(row.row.span.start);
        self.table.rows.push(row.row);
    }
}

impl Row {
    /// Puts cells from above where they span this row, up to the next column of its own.
    fn fill(&mut self, spanning: &mut [Spanning]) {
        const MOST_REPEATED: usize = 4 * LONGEST_REPEATED;
        while let Some(above) = spanning
            .get_mut(self.row.cells.len())
            .filter(|above| above.rows > 0)
        {
            above.rows -= 1;
            self.repeated += above.text.len();
            let text = if self.repeated <= MOST_REPEATED {
                above.text.clone()
            } else {
                String::new()
            };
            self.row.cells.push(text);
        }
    }

    /// One cell across the whole table is a caption: it stands in every column, so that it does not
    /// pass for a row whose code cell is empty.
    fn spread(&mut self) {
        let Some(text) = self
            .row
            .cells
            .first()
            .filter(|text| text.len() <= LONGEST_REPEATED)
            .cloned()
        else {
            return;
        };
        for cell in &mut self.row.cells {
            cell.clone_from(&text);
        }
    }
}
