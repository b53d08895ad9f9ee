//! Reads Markdown: headings, pipe tables, lists and examples in fences.

use std::mem::take;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::blocks::{Block, Item, List, Passage, Table, TableRow};
use super::drawn_tables;
use super::gather::{Harvest, Reading, gather};
use super::html_page;
use super::mdx::Flat;
use super::page::PageNote;
use super::prose::heading;
use super::tags::strikes_out;
use super::wrapped_rows;

/// Reads a page of Markdown.
pub(super) fn read(text: &str, base: usize) -> Reading {
    let document = Document::of(text, base);
    Reading {
        title: document.title(),
        harvest: document.harvest(),
    }
}

/// A piece of Markdown, parsed.
#[derive(Debug, Default)]
pub(super) struct Document {
    blocks: Vec<Block>,
    notes: Vec<PageNote>,
    /// The first heading of level 1.
    heading: Option<String>,
    /// The title that the front matter gives.
    front_matter_title: Option<String>,
}

impl Document {
    /// Parses Markdown that begins at `base` in the input.
    pub(super) fn of(text: &str, base: usize) -> Self {
        let drawn = drawn_tables::take(text, base);
        let rejoined = wrapped_rows::rejoined(&drawn.text);
        let flat = Flat::of(&rejoined, base);
        let mut builder = Builder {
            base,
            flat: &flat,
            document: Self::default(),
            open: Open::default(),
        };
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
        for (event, span) in Parser::new_ext(&flat.text, options).into_offset_iter() {
            builder.event(event, &span);
        }
        let mut document = builder.document;
        for span in &flat.html {
            let html = text.get(span.clone()).unwrap_or_default();
            document
                .blocks
                .extend(html_page::blocks(html, base + span.start).blocks);
        }
        document
            .blocks
            .extend(flat.examples.into_iter().map(Block::Example));
        let tables = drawn.tables.into_iter().map(|mut table| {
            let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
            cells.for_each(|cell| *cell = inline(cell));
            Block::Table(table)
        });
        document.blocks.extend(tables);
        document.notes.extend(flat.notes);
        document
    }

    /// The page's title.
    pub(super) fn title(&self) -> Option<String> {
        self.front_matter_title
            .clone()
            .or_else(|| self.heading.clone())
    }

    /// Reads the rows.
    pub(super) fn harvest(self) -> Harvest {
        let mut harvest = gather(self.blocks);
        harvest.notes.extend(self.notes);
        harvest
    }
}

/// The text of a piece of Markdown without its marks.
fn inline(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for event in Parser::new(text) {
        match event {
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::SoftBreak | Event::HardBreak => plain.push(' '),
            Event::InlineHtml(tag) if is_break(&tag) => plain.push(' '),
            Event::InlineHtml(tag) if strikes_out(&tag) => plain.push_str("~~"),
            // `1.` alone in a cell is a list without items.
            Event::Start(Tag::List(Some(_) | None)) if plain.is_empty() => return text.to_owned(),
            _ => {}
        }
    }
    plain
}

/// What is being read; text goes to the innermost.
#[derive(Default)]
struct Open {
    heading: Option<(HeadingLevel, String)>,
    table: Option<Table>,
    row: TableRow,
    cell: Option<String>,
    example: Option<String>,
    list: List,
    /// Places in the list of the items that are open.
    items: Vec<usize>,
    /// How many lists are open.
    lists: usize,
    front_matter: bool,
}

struct Builder<'a> {
    base: usize,
    flat: &'a Flat,
    document: Document,
    open: Open,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, span: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(text) | Event::Code(text) if self.open.front_matter => {
                self.front_matter(&text);
            }
            Event::Text(text) | Event::Code(text) => self.text(&text, span),
            Event::SoftBreak | Event::HardBreak => self.text(" ", span),
            Event::InlineHtml(tag) if is_break(&tag) => self.text(" ", span),
            Event::InlineHtml(tag) if strikes_out(&tag) => self.text("~~", span),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: &Range<usize>) {
        match tag {
            // A list item above a line of dashes passes for a heading, but is an item.
            Tag::Heading { level, .. } if self.open.items.is_empty() => {
                self.open.heading = Some((*level, String::new()));
            }
            Tag::Table(_) => {
                let start = self.place(span).start;
                self.open.table = Some(Table {
                    start,
                    ..Table::default()
                });
            }
            Tag::TableCell => self.open.cell = Some(String::new()),
            Tag::CodeBlock(_) => self.open.example = Some(String::new()),
            Tag::List(_) => self.open.lists += 1,
            Tag::Item => self.start_item(span),
            Tag::Paragraph => self.start_paragraph(span),
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle) => self.open.front_matter = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: &Range<usize>) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(span),
            TagEnd::Table => self
                .document
                .blocks
                .extend(self.open.table.take().map(Block::Table)),
            TagEnd::TableRow | TagEnd::TableHead => {
                let row = TableRow {
                    span: self.place(span),
                    ..take(&mut self.open.row)
                };
                if let Some(table) = &mut self.open.table {
                    table.rows.push(row);
                }
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::CodeBlock => self.end_example(span),
            TagEnd::List(_) => self.end_list(),
            TagEnd::Item => {
                self.open.items.pop();
            }
            TagEnd::MetadataBlock(_) => self.open.front_matter = false,
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let cell = self.open.cell.take();
        if self.open.row.cells.len() < Table::MOST_COLUMNS {
            self.open.row.cells.extend(cell);
        } else if let Some(table) = &mut self.open.table {
            table.cut = true;
        }
    }

    fn end_heading(&mut self, span: &Range<usize>) {
        let Some((level, text)) = self.open.heading.take() else {
            return;
        };
        if level == HeadingLevel::H1 && self.document.heading.is_none() {
            self.document.heading = heading(&text);
        }
        self.document.blocks.push(Block::Heading(Passage {
            text,
            span: self.place(span),
        }));
    }

    fn end_example(&mut self, span: &Range<usize>) {
        if let Some(text) = self.open.example.take() {
            self.document.blocks.push(Block::Example(Passage {
                text,
                span: self.place(span),
            }));
        }
    }

    fn start_paragraph(&mut self, span: &Range<usize>) {
        self.text(" ", &(span.start..span.start));
        let place = self.place(span);
        if self
            .flat
            .text
            .get(span.clone())
            .is_some_and(|text| text.trim_start().starts_with('|'))
        {
            let text =
                "this looks like a pipe table, but a row of dashes that fits its header is missing";
            self.document
                .notes
                .push(PageNote::unread(text.to_owned(), place));
        }
    }

    fn start_item(&mut self, span: &Range<usize>) {
        let span = self.place(span);
        if self.open.list.items.is_empty() {
            self.open.list.start = span.start;
        }
        self.open.items.push(self.open.list.items.len());
        let item = Item {
            depth: self.open.lists.saturating_sub(1),
            text: String::new(),
            span: span.start..span.start,
        };
        self.open.list.items.push(item);
    }

    fn end_list(&mut self) {
        self.open.lists = self.open.lists.saturating_sub(1);
        if self.open.lists == 0 {
            self.document
                .blocks
                .push(Block::List(take(&mut self.open.list)));
        }
    }

    /// Adds text to the innermost thing that is open.
    fn text(&mut self, text: &str, span: &Range<usize>) {
        let end = self.place(span).end;
        if let Some((_, heading)) = &mut self.open.heading {
            heading.push_str(text);
        } else if let Some(example) = &mut self.open.example {
            example.push_str(text);
        } else if let Some(cell) = &mut self.open.cell {
            cell.push_str(text);
        } else if let Some(item) = self
            .open
            .items
            .last()
            .and_then(|&item| self.open.list.items.get_mut(item))
        {
            item.text.push_str(text);
            item.span.end = item.span.end.max(end);
        }
    }

    fn front_matter(&mut self, text: &str) {
        let title = text.lines().find_map(|line| line.strip_prefix("title:"));
        let unquoted = title.map(|title| title.trim().trim_matches(['"', '\'']));
        self.document.front_matter_title = unquoted.and_then(heading);
    }

    /// The place in the input of a place in the flattened text, without white space at its end.
    fn place(&self, span: &Range<usize>) -> Range<usize> {
        let length = self
            .flat
            .text
            .get(span.clone())
            .map_or(0, |text| text.trim_end().len());
        let span = self.flat.source_span(&(span.start..span.start + length));
        self.base + span.start..self.base + span.end
    }
}

/// `<br>` in any spelling.
fn is_break(tag: &str) -> bool {
    tag.get(..3)
        .is_some_and(|begin| begin.eq_ignore_ascii_case("<br"))
}
