//! A table whose cells tabs keep apart, as browsers give it when its text is copied.

use std::ops::Range;

use super::blocks::{Table, TableRow};
use super::code_cell;
use super::columns::CodeHeader;
use super::lines::Line;

/// The cells of a line; fewer than two are none.
pub(super) fn cells(line: &str) -> Option<Vec<String>> {
    let cells: Vec<String> = line
        .split('\t')
        .map(|cell| cell.trim().to_owned())
        .collect();
    (cells.len() > 1).then_some(cells)
}

/// Whether a line is a header: a column is called that of codes, and the next line has a code there.
pub(super) fn begins(line: &Line<'_>, next: Option<&Line<'_>>) -> bool {
    let (Some(header), Some(first)) = (cells(line.text), next.and_then(|next| cells(next.text)))
    else {
        return false;
    };
    let holds_code = |(header, cell): (&String, &String)| {
        let codes = code_cell::cell(cell).is_some_and(|codes| !codes.codes.is_empty());
        codes && CodeHeader::of(header).is_some()
    };
    header.iter().zip(&first).any(holds_code)
}

/// A table while its lines go by.
pub(super) struct OpenTabbed {
    table: Table,
    columns: usize,
    /// The column of codes.
    code: usize,
}

impl OpenTabbed {
    /// Begins with the header.
    pub(super) fn new(line: &Line<'_>, span: Range<usize>) -> Self {
        let cells = cells(line.text).unwrap_or_default();
        let header = cells.iter().enumerate();
        let mut code: Vec<_> = header
            .filter_map(|(column, cell)| Some((CodeHeader::of(cell)?, column)))
            .collect();
        code.sort_unstable();
        Self {
            columns: cells.len(),
            code: code.first().map_or(0, |(_, column)| *column),
            table: Table {
                start: span.start,
                rows: vec![TableRow { cells, span }],
                ..Table::default()
            },
        }
    }

    /// Adds a line, if it is a row or goes on with one.
    pub(super) fn takes(&mut self, line: &Line<'_>, span: &Range<usize>, ends: bool) -> bool {
        let (columns, code) = (self.columns, self.code);
        let cells = cells(line.text);
        let is_row = |cells: &Vec<String>| {
            cells.len() == columns
                || cells
                    .get(code)
                    .is_some_and(|cell| code_cell::cell(cell).is_some())
        };
        let above = self
            .table
            .rows
            .last_mut()
            .filter(|above| above.cells.len() < columns);
        match (cells, above) {
            // A cell of several lines: what follows belongs to it and to those behind it.
            (Some(cells), Some(above)) if !is_row(&cells) => {
                let mut cells = cells.into_iter();
                if let (Some(last), Some(more)) = (above.cells.last_mut(), cells.next()) {
                    last.push(' ');
                    last.push_str(&more);
                }
                above.cells.extend(cells);
                above.span.end = span.end;
                true
            }
            (Some(cells), _) => {
                let span = span.clone();
                self.table.rows.push(TableRow { cells, span });
                true
            }
            (None, _) if ends => false,
            (None, _) => {
                let Some(above) = self.table.rows.last_mut() else {
                    return false;
                };
                if let Some(last) = above.cells.last_mut() {
                    last.push(' ');
                    last.push_str(line.text.trim());
                    above.span.end = span.end;
                }
                true
            }
        }
    }

    pub(super) fn finish(self) -> Table {
        self.table
    }
}
