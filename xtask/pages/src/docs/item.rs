//! Reads the rows of a list; what is nested in a row are its reasons.

use std::ops::Range;

use super::blocks::{Item, List};
use super::code_cell;
use super::item_text::{Context, Entry, reason_number};
use super::page::{PageNote, Row, RowCode, RowContent, RowReason, Section};
use super::prose::Methods;
use crate::folding::fold;

/// What a list gave.
#[derive(Debug, Default)]
pub(super) struct ListReading {
    pub(super) rows: Vec<Row>,
    pub(super) notes: Vec<PageNote>,
    /// An item that lists too many codes.
    pub(super) too_many: Option<Range<usize>>,
}

/// Reads the rows of a list.
pub(super) fn read(list: List, section: Option<&Section>) -> ListReading {
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
    reader.end_row();
    reader.reading
}

/// Goes through the items of a list in order.
struct Reader<'a> {
    section: Option<&'a Section>,
    context: Context,
    reading: ListReading,
    /// The row that deeper items belong to.
    parent: Option<Parent>,
}

impl Reader<'_> {
    fn item(&mut self, item: &Item, entry: Option<Entry>) {
        if self
            .parent
            .as_ref()
            .is_some_and(|parent| parent.depth >= item.depth)
        {
            self.end_row();
        }
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
            (None, None) => {
                if let Some((class, content)) = class_row(item, self.section) {
                    self.start_row(item.depth, vec![class], content);
                }
            }
        }
    }

    fn note(&mut self, item: &Item, text: String) {
        let span = item.span.clone();
        self.reading.notes.push(PageNote::unread(text, span));
    }

    fn entry(&mut self, item: &Item, depth: usize, entry: Entry) {
        if entry.too_many {
            self.reading.too_many.get_or_insert(item.span.clone());
            return;
        }
        if entry.codes.is_empty() {
            for note in entry.notes {
                self.note(item, note);
            }
            return;
        }
        let (codes, content) = entry.into_content(self.section, &item.span);
        self.start_row(depth, codes, content);
    }

    /// Begins the row of an item; deeper items will be its reasons.
    fn start_row(&mut self, depth: usize, codes: Vec<RowCode>, content: RowContent) {
        self.end_row();
        self.parent = Some(Parent {
            depth,
            codes,
            content,
            reason_depth: None,
            numbered: false,
        });
    }

    fn end_row(&mut self) {
        if let Some(Parent { codes, content, .. }) = self.parent.take() {
            self.reading.rows.extend(content.rows(codes));
        }
    }

    /// Adds an item to the reasons of the row that it is nested in.
    fn reason(&mut self, item: &Item) {
        let Some(parent) = &mut self.parent else {
            return;
        };
        let reasons = &mut parent.content.reasons;
        let text = fold(&item.text);
        if item.depth > *parent.reason_depth.get_or_insert(item.depth) {
            // What is nested still deeper explains the reason above it.
            if let Some(reason) = reasons.last_mut() {
                if !reason.text.is_empty() {
                    reason.text.push(' ');
                }
                reason.text.push_str(&text);
            }
            return;
        }
        let number = reason_number(&text, parent.numbered);
        parent.numbered |= number.is_some();
        let (code, text) = number.map_or((None, text.as_str()), |(code, text)| (Some(code), text));
        reasons.push(RowReason {
            code,
            text: text.to_owned(),
            headers: Vec::new(),
            span: item.span.clone(),
        });
    }
}

/// The row whose reasons are being read.
struct Parent {
    depth: usize,
    /// More than one if the item names several.
    codes: Vec<RowCode>,
    content: RowContent,
    /// How deep its reasons lie.
    reason_depth: Option<usize>,
    /// Whether a reason had a number.
    numbered: bool,
}

/// An item that only speaks of a class of codes (`Errors in the 4xx range`).
fn class_row(item: &Item, section: Option<&Section>) -> Option<(RowCode, RowContent)> {
    let text = fold(&item.text);
    let code = code_cell::class_spoken_of(&text)?;
    let methods = Methods::in_text(&text);
    let content = RowContent {
        section: section.cloned(),
        text,
        methods: methods.names,
        span: item.span.clone(),
        notes: methods.notes,
        ..RowContent::default()
    };
    Some((code, content))
}
