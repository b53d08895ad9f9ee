//! A table whose columns have run together: `200All is well.`

use std::ops::Range;

use super::blocks::{Table, TableRow};
use super::code_cell;

/// The header of a table whose first column holds codes, split behind that column.
pub(super) fn header(text: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 120;
    if text.len() > LONGEST {
        return None;
    }
    CODE_HEADERS.into_iter().find_map(|name| {
        let begins = text.get(..name.len())?.eq_ignore_ascii_case(name);
        let (header, rest) = text.split_at_checked(name.len()).filter(|_| begins)?;
        // `Error codes` is no header, `CodeDescription` is.
        rest.trim_start()
            .starts_with(char::is_uppercase)
            .then_some((header, rest))
    })
}

const CODE_HEADERS: [&str; 9] = [
    "http status code",
    "http status",
    "error code",
    "errorcode",
    "status code",
    "statuscode",
    "response code",
    "return code",
    "code",
];

/// Whether a line can be a row.
pub(super) fn begins_with_code(text: &str) -> bool {
    code_cell::split(text).is_some()
}

/// A table while its lines go by.
pub(super) struct OpenTable {
    table: Table,
    separation: Separation,
}

impl OpenTable {
    pub(super) fn new((header, rest): (&str, &str), span: Range<usize>) -> Self {
        let separation = Separation::of(rest);
        let start = span.start;
        let rows = vec![TableRow {
            cells: cells(header, rest),
            span,
        }];
        Self {
            table: Table {
                start,
                rows,
                run_together: separation != Separation::Tab,
                cut: false,
            },
            separation,
        }
    }

    /// Adds a line, if it is a row or goes on with one.
    pub(super) fn takes(&mut self, text: &str, span: &Range<usize>, after_blank: bool) -> bool {
        if let Some((code, rest)) =
            code_cell::split(text).filter(|&row| self.is_row(row, after_blank))
        {
            if self.is_empty() {
                // The header's columns may have kept a separation that the rows have lost.
                self.separation = Separation::of(rest);
            }
            self.table.rows.push(TableRow {
                cells: cells(code, rest),
                span: span.clone(),
            });
            return true;
        }
        let Some(above) = self.table.rows.last_mut().filter(|_| !after_blank) else {
            return false;
        };
        if let Some(cell) = above.cells.last_mut() {
            cell.push(' ');
            cell.push_str(text);
            above.span.end = span.end;
        }
        true
    }

    /// Whether a line that begins with a number is a row, and not one wrapped before a number.
    fn is_row(&self, (code, rest): (&str, &str), after_blank: bool) -> bool {
        let evident = code.len() >= 3 && rest.trim_start().starts_with(char::is_uppercase);
        let matches = self.is_empty() || self.separation == Separation::of(rest);
        evident || (matches && !after_blank)
    }

    /// Whether it has no row but the header.
    fn is_empty(&self) -> bool {
        self.table.rows.len() == 1
    }

    pub(super) fn finish(self) -> Table {
        self.table
    }
}

/// What stands between the code and the next column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separation {
    Nothing,
    Space,
    Tab,
}

impl Separation {
    fn of(rest: &str) -> Self {
        match rest.chars().next() {
            Some('\t') => Self::Tab,
            Some(c) if c.is_whitespace() => Self::Space,
            _ => Self::Nothing,
        }
    }
}

/// The code and the columns behind it; tabs still tell those apart.
fn cells(code: &str, rest: &str) -> Vec<String> {
    let rest = rest.trim_start().split('\t').map(str::to_owned);
    std::iter::once(code.to_owned()).chain(rest).collect()
}
