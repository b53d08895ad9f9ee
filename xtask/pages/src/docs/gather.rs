//! Goes through a page's blocks in order and gathers the rows under their headings.

use std::collections::HashMap;
use std::mem::take;
use std::ops::Range;

use super::blocks::{Block, List, Passage, Table, in_page_order};
use super::body::{Body, Example};
use super::page::{PageNote, Row, RowCode, RowContent, RowReason, Section};
use super::prose::heading;
use super::{item, table_rows};
use crate::openapi::Specification;

/// What a layout's reader hands back: the page's title and what was found on it.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) title: Option<String>,
    pub(super) harvest: Harvest,
}

/// Everything found on a page.
#[derive(Debug, Default)]
pub(super) struct Harvest {
    pub(super) rows: Vec<Row>,
    pub(super) notes: Vec<PageNote>,
    /// A place that lists too many codes.
    pub(super) too_many: Option<Range<usize>>,
    /// The OpenAPI document of the page.
    pub(super) specification: Option<Specification>,
    /// The headers of tables that hold no codes.
    pub(super) passed_over: Vec<String>,
}

/// Reads the rows out of a page's blocks.
pub(super) fn gather(blocks: Vec<Block>) -> Harvest {
    let mut gatherer = Gatherer::default();
    for block in in_page_order(blocks) {
        match block {
            Block::Heading(heading) => gatherer.heading(heading),
            Block::Table(table) => gatherer.table(table),
            Block::List(list) => gatherer.list(list),
            Block::Example(example) => gatherer.example(&example),
        }
    }
    gatherer.finish()
}

#[derive(Default)]
struct Gatherer {
    harvest: Harvest,
    section: Option<Section>,
    bodies: Bodies,
}

impl Gatherer {
    fn heading(&mut self, passage: Passage) {
        let title = heading(&passage.text);
        self.section = title.map(|title| Section::new(title, passage.span));
        self.bodies.end_section();
    }

    fn table(&mut self, table: Table) {
        match table_rows::read(table, self.section.as_ref()) {
            Ok(reading) => {
                add(&mut self.harvest.rows, reading.rows);
                self.harvest.notes.extend(reading.notes);
                self.too_many(reading.too_many);
            }
            Err(table) => {
                if table.suspicious {
                    let text = format!(
                        "the table headed `{}` was passed over: no column is called that of codes",
                        table.header
                    );
                    let span = table.start..table.start;
                    self.harvest.notes.push(PageNote::unread(text, span));
                }
                self.harvest.passed_over.push(table.header);
            }
        }
    }

    fn list(&mut self, list: List) {
        let reading = item::read(list, self.section.as_ref());
        add(&mut self.harvest.rows, reading.rows);
        self.harvest.notes.extend(reading.notes);
        self.too_many(reading.too_many);
    }

    fn too_many(&mut self, place: Option<Range<usize>>) {
        self.harvest.too_many = self.harvest.too_many.take().or(place);
    }

    fn example(&mut self, passage: &Passage) {
        let example = Example::read(&passage.text);
        if !example.headers.is_empty() {
            self.bodies.headers(example.headers);
        }
        for body in example.bodies {
            self.bodies.body(body, self.section.as_ref(), &passage.span);
        }
    }

    fn finish(mut self) -> Harvest {
        self.harvest.rows.extend(self.bodies.into_rows());
        self.harvest.rows.sort_by_key(|row| row.span.start);
        self.harvest
    }
}

/// Adds rows; a page with a single long table keeps no second copy of them.
fn add(rows: &mut Vec<Row>, mut more: Vec<Row>) {
    if rows.is_empty() {
        *rows = more;
    } else {
        rows.append(&mut more);
    }
}

/// Example bodies, one row per code: its forms are told apart by message.
#[derive(Default)]
struct Bodies {
    rows: Vec<(i32, RowContent)>,
    /// The row of each code.
    by_code: HashMap<i32, usize>,
    /// Headers whose body is still to come.
    pending: Vec<String>,
    /// Row and reason of the section's last body, as long as headers may follow it.
    last: Option<(usize, usize)>,
    /// Whether the section shows headers before bodies.
    headers_lead: bool,
}

impl Bodies {
    fn end_section(&mut self) {
        self.pending.clear();
        self.last = None;
        self.headers_lead = false;
    }

    /// Headers go with the body after them, unless the section began with a body.
    fn headers(&mut self, headers: Vec<String>) {
        let last = self.last.take().filter(|_| !self.headers_lead);
        let reason =
            last.and_then(|(row, reason)| self.rows.get_mut(row)?.1.reasons.get_mut(reason));
        match reason {
            Some(reason) => reason.headers = headers,
            None => {
                self.headers_lead = true;
                self.pending = headers;
            }
        }
    }

    fn body(&mut self, body: Body, section: Option<&Section>, span: &Range<usize>) {
        let headers = take(&mut self.pending);
        let new = self.rows.len();
        let index = *self.by_code.entry(body.code).or_insert(new);
        if index == new {
            let row = RowContent {
                section: section.cloned(),
                span: span.clone(),
                ..RowContent::default()
            };
            self.rows.push((body.code, row));
        }
        let Some((_, row)) = self.rows.get_mut(index) else {
            return;
        };
        let known = |note: &&str| row.notes.iter().any(|known| known == note);
        row.notes
            .extend(body.note.filter(|note| !known(note)).map(str::to_owned));
        let reason = RowReason {
            code: None,
            text: body.message,
            headers,
            span: span.clone(),
        };
        self.last = Some((index, row.reasons.len()));
        row.reasons.push(reason);
    }

    fn into_rows(self) -> impl Iterator<Item = Row> {
        let rows = self.rows.into_iter();
        rows.flat_map(|(code, row)| row.rows([RowCode::Code(code)]))
    }
}
