//! Reads the rows of a list; what is nested in a row are its reasons.

use std::ops::Range;

use super::blocks::{Item, List};
use super::code_cell;
use super::entry::{Context, Entry, reason_number};
use super::page::{PageNote, Row, RowReason};
use super::prose::{Methods, fold};

/// What a list gave.
#[derive(Debug, Default)]
pub(super) struct ListReading {
    pub(super) rows: Vec<Row>,
    pub(super) notes: Vec<PageNote>,
}

/// Reads the rows of a list.
pub(super) fn read(list: List, section: Option<&str>) -> ListReading {
    // Read twice rather than kept: the entries of a long list take more room than its text.
    let entry = |item: &Item| Entry::read(&fold(&item.text));
    let context = Context::of(list.items.iter().filter_map(entry));
    let mut reader = Reader {
        section,
        context,
        reading: ListReading::default(),
        parent: None,
    };
    for item in list.items {
        reader.item(&item, entry(&item));
    }
    reader.reading
}

/// Goes through the items of a list in order.
struct Reader<'a> {
    section: Option<&'a str>,
    context: Context,
    reading: ListReading,
    /// The row that deeper items belong to.
    parent: Option<Parent>,
}

impl Reader<'_> {
    fn item(&mut self, item: &Item, entry: Option<Entry>) {
        self.parent = self
            .parent
            .take()
            .filter(|parent| parent.depth < item.depth);
        let small = entry.as_ref().is_some_and(Entry::is_small);
        let entry = entry.filter(|entry| entry.counts(&self.context));
        match (entry, &self.parent) {
            (Some(entry), None) => self.entry(item, item.depth, entry),
            (Some(mut entry), Some(parent)) if entry.is_row_though_nested() => {
                // What follows on the same level are its reasons, not its neighbours.
                let depth = parent.depth;
                entry
                    .notes
                    .push("it is indented like a reason, but has a constant of its own".to_owned());
                self.entry(item, depth, entry);
            }
            (_, Some(_)) => self.reason(item),
            (None, None) if small && self.context.has_names => {
                let note = "a small number without a constant was not taken for a code";
                self.note(item, note.to_owned());
            }
            (None, None) => self.rows(item.depth, class_row(item, self.section)),
        }
    }

    fn note(&mut self, item: &Item, text: String) {
        let span = item.span.clone();
        self.reading.notes.push(PageNote { text, span });
    }

    fn entry(&mut self, item: &Item, depth: usize, entry: Entry) {
        if entry.codes.is_empty() {
            for note in entry.notes {
                self.note(item, note);
            }
            return;
        }
        let rows = entry.rows(self.section, &item.span);
        self.rows(depth, rows);
    }

    /// Adds the rows of one item; deeper items will be their reasons.
    fn rows(&mut self, depth: usize, rows: impl IntoIterator<Item = Row>) {
        let first = self.reading.rows.len();
        self.reading.rows.extend(rows);
        let rows = first..self.reading.rows.len();
        if !rows.is_empty() {
            self.parent = Some(Parent {
                depth,
                rows,
                reason_depth: None,
                numbered: false,
            });
        }
    }

    /// Adds an item to the reasons of the row that it is nested in.
    fn reason(&mut self, item: &Item) {
        let Some(parent) = &mut self.parent else {
            return;
        };
        let rows = self
            .reading
            .rows
            .get_mut(parent.rows.clone())
            .unwrap_or_default();
        let text = fold(&item.text);
        if item.depth > *parent.reason_depth.get_or_insert(item.depth) {
            append_to_last_reason(rows, &text);
            return;
        }
        let number = reason_number(&text, parent.numbered);
        parent.numbered |= number.is_some();
        let (code, text) = number.map_or((None, text.as_str()), |(code, text)| (Some(code), text));
        for row in rows {
            let reason = RowReason {
                code,
                text: text.to_owned(),
                headers: Vec::new(),
                span: item.span.clone(),
            };
            row.reasons.push(reason);
        }
    }
}

/// The row whose reasons are being read.
struct Parent {
    depth: usize,
    /// More than one if the item names several codes.
    rows: Range<usize>,
    /// How deep its reasons lie.
    reason_depth: Option<usize>,
    /// Whether a reason had a number.
    numbered: bool,
}

/// What is nested still deeper explains the reason above it.
fn append_to_last_reason(rows: &mut [Row], text: &str) {
    for reason in rows.iter_mut().filter_map(|row| row.reasons.last_mut()) {
        if !reason.text.is_empty() {
            reason.text.push(' ');
        }
        reason.text.push_str(text);
    }
}

/// An item that only speaks of a class of codes (`Errors in the 4xx range`).
fn class_row(item: &Item, section: Option<&str>) -> Option<Row> {
    let text = fold(&item.text);
    let code = code_cell::class_spoken_of(&text)?;
    let methods = Methods::in_text(&text);
    Some(Row {
        code,
        name: None,
        section: section.map(str::to_owned),
        text,
        separators: 0,
        methods: methods.names,
        reasons: Vec::new(),
        span: item.span.clone(),
        notes: methods.notes,
    })
}
