//! Reads the rows of a table whose header names a code column.

use std::ops::Range;

use super::blocks::{Table, TableRow};
use super::code_cell::{self, Codes, unread_note};
use super::columns::{
    CodeHeader, Evidence, holds_constants, holds_large_numbers, is_name_header, rules_out_errors,
};
use super::page::{PageNote, Row, RowCode, RowContent, RowReason, Section};
use super::prose::{Constant, Methods};
use crate::folding::{fold, shorten};

/// What a table gave.
#[derive(Debug, Default)]
pub(super) struct TableReading {
    pub(super) rows: Vec<Row>,
    pub(super) notes: Vec<PageNote>,
    /// The last row, as long as the rows of the table may go on with it.
    open: Option<(Vec<RowCode>, RowContent)>,
    /// A row that lists too many codes.
    pub(super) too_many: Option<Range<usize>>,
}

/// A table that holds no codes, as far as can be told.
#[derive(Debug)]
pub(super) struct PassedOver {
    /// Its header, to name it by.
    pub(super) header: String,
    pub(super) start: usize,
    /// Whether a column holds nothing but large numbers: they may be codes all the same.
    pub(super) suspicious: bool,
}

impl PassedOver {
    fn of(table: &Table) -> Self {
        let columns = table.rows.first().map_or(0, |row| row.cells.len());
        let body = || table.rows.iter().skip(1);
        let ruled_out = table
            .rows
            .first()
            .is_some_and(|row| row.cells.iter().any(|cell| rules_out_errors(cell)));
        Self {
            header: header_text(table),
            start: table.start,
            suspicious: !ruled_out
                && (0..columns).any(|column| holds_large_numbers(body(), column)),
        }
    }
}

/// Reads a table.
///
/// # Errors
/// If no column holds codes.
pub(super) fn read(table: Table, section: Option<&Section>) -> Result<TableReading, PassedOver> {
    // Tables that a browser saved may have a caption or a grouping row above the header.
    const HEADER_AMONG: usize = 3;
    let columns = (0..HEADER_AMONG).find_map(|header| Columns::find(&table, header));
    let columns = columns.ok_or_else(|| PassedOver::of(&table))?;
    let mut reading = TableReading::default();
    if table.cut {
        let text = format!("only the first {} columns were read", Table::MOST_COLUMNS);
        let span = table.start..table.start;
        reading.notes.push(PageNote::remark(text, span));
    }
    for row in table.rows.into_iter().skip(columns.header + 1) {
        columns.read_row(&row, section, &mut reading);
    }
    reading.end_row();
    Ok(reading)
}

impl TableReading {
    fn end_row(&mut self) {
        if let Some((codes, content)) = self.open.take() {
            self.rows.extend(content.rows(codes));
        }
    }
}

/// The beginning of a table.
fn header_text(table: &Table) -> String {
    let cells = table.rows.first().map_or(&[][..], |row| &row.cells);
    let cells = cells.iter().take(8).map(|cell| shorten(&fold(cell), 30));
    cells.collect::<Vec<_>>().join(" | ")
}

/// Which columns hold what.
struct Columns {
    /// The header's row.
    header: usize,
    code: usize,
    /// Columns that the header says hold constants.
    names: Vec<usize>,
    run_together: bool,
}

impl Columns {
    fn find(table: &Table, header: usize) -> Option<Self> {
        let head = table.rows.get(header)?;
        // A caption stands in all columns alike.
        let is_caption = head.cells.len() > 1
            && head
                .cells
                .windows(2)
                .all(|pair| matches!(pair, [a, b] if a == b));
        if is_caption || head.cells.iter().any(|cell| rules_out_errors(cell)) {
            return None;
        }
        let body = || table.rows.iter().skip(header + 1);
        let mut candidates: Vec<_> = head
            .cells
            .iter()
            .enumerate()
            .filter_map(|(column, cell)| Some((CodeHeader::of(cell)?, column)))
            .collect();
        candidates.sort_unstable();
        let named = |column: usize| {
            let others = (0..head.cells.len()).filter(|other| *other != column);
            others
                .into_iter()
                .any(|other| holds_constants(body(), other))
        };
        let holds_codes = |&&(header, column): &&(CodeHeader, usize)| {
            Evidence::of(body(), column).suffices(header, named(column))
        };
        let &(_, code) = candidates.iter().find(holds_codes)?;
        let names = head
            .cells
            .iter()
            .enumerate()
            .filter(|&(column, cell)| column != code && is_name_header(cell));
        Some(Self {
            header,
            code,
            names: names.map(|(column, _)| column).collect(),
            run_together: table.run_together,
        })
    }

    fn read_row(&self, row: &TableRow, section: Option<&Section>, reading: &mut TableReading) {
        let cell = row
            .cells
            .get(self.code)
            .map_or_else(String::new, |cell| fold(cell));
        if cell.is_empty() {
            self.continue_row(row, reading);
            return;
        }
        if cell.starts_with("~~") {
            let text = format!(
                "`{}` is struck out, and was taken for withdrawn",
                shorten(&cell, 60)
            );
            reading.notes.push(PageNote::remark(text, row.span.clone()));
            return;
        }
        let Some(codes) = code_cell::cell(&cell) else {
            reading
                .notes
                .push(PageNote::unread(unread_note(&cell), row.span.clone()));
            return;
        };
        if codes.too_many {
            reading.too_many.get_or_insert(row.span.clone());
            return;
        }
        if codes.codes.is_empty() {
            let notes = codes.notes.into_iter();
            reading
                .notes
                .extend(notes.map(|text| PageNote::unread(text, row.span.clone())));
            return;
        }
        let content = self.content(row, &codes).into_row(section, row);
        reading.end_row();
        reading.open = Some((codes.codes, content));
    }

    /// A row without a code goes on with the one above it: it tells a further cause.
    fn continue_row(&self, row: &TableRow, reading: &mut TableReading) {
        let content = self.content(row, &Codes::default());
        let text = match content.name {
            Some(name) if content.text.is_empty() => name,
            Some(name) => format!("{name} | {}", content.text),
            None => content.text,
        };
        if text.is_empty() {
            return;
        }
        match &mut reading.open {
            Some((_, above)) => above.reasons.push(RowReason {
                code: None,
                text,
                headers: Vec::new(),
                span: row.span.clone(),
            }),
            None => reading.notes.push(PageNote::unread(
                format!("the row `{}` has no code", shorten(&text, 60)),
                row.span.clone(),
            )),
        }
    }

    /// Takes a row's name and joins what is left of its cells.
    fn content(&self, row: &TableRow, codes: &Codes<'_>) -> Content {
        let mut content = Content {
            notes: codes.notes.clone(),
            ..Content::default()
        };
        content.name = codes.name.map(str::to_owned);
        let behind_code = [(self.code, fold(codes.rest))];
        let others = row
            .cells
            .iter()
            .enumerate()
            .filter(|&(column, _)| column != self.code);
        let others = others.map(|(column, cell)| (column, fold(cell)));
        for (column, text) in behind_code.into_iter().chain(others) {
            content.take(text, self.may_hold_name(column));
        }
        content
    }

    fn may_hold_name(&self, column: usize) -> NamePlace {
        if column == self.code || self.run_together || self.names.contains(&column) {
            NamePlace::Leading
        } else if self.names.is_empty() {
            NamePlace::Whole
        } else {
            NamePlace::No
        }
    }
}

/// Whether a cell may give the row its constant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NamePlace {
    /// It may begin with the constant.
    Leading,
    /// It may be the constant and nothing else.
    Whole,
    No,
}

/// A row's cells without the codes.
#[derive(Default)]
struct Content {
    name: Option<String>,
    text: String,
    notes: Vec<String>,
}

impl Content {
    fn take(&mut self, cell: String, place: NamePlace) {
        let rest = match self.name {
            None => self.take_name(&cell, place),
            Some(_) => None,
        };
        let cell = rest.unwrap_or(cell);
        if cell.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(" | ");
        }
        self.text.push_str(&cell);
    }

    /// Takes the constant out of a cell; gives what is left of it.
    fn take_name(&mut self, cell: &str, place: NamePlace) -> Option<String> {
        let constant = Constant::leading(cell)?;
        let is_whole = constant.rest.is_empty();
        let is_name = match place {
            NamePlace::Leading => is_whole || constant.is_compound(),
            NamePlace::Whole => is_whole && constant.is_compound(),
            NamePlace::No => false,
        };
        if !is_name {
            return None;
        }
        if constant.glued {
            self.notes.push(constant.glued_note());
        }
        self.name = Some(constant.name.to_owned());
        let rest = constant
            .rest
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | ':' | '–' | '—'));
        Some(rest.to_owned())
    }

    fn into_row(self, section: Option<&Section>, row: &TableRow) -> RowContent {
        let methods = Methods::in_text(&self.text);
        RowContent {
            name: self.name,
            section: section.cloned(),
            text: self.text,
            methods: methods.names,
            span: row.span.clone(),
            notes: self.notes.into_iter().chain(methods.notes).collect(),
            ..RowContent::default()
        }
    }
}
