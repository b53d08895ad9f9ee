//! Reads HTML as a browser saves it: headings, tables, lists and preformatted examples.
//!
//! A tokenizer that knows the place of every token is enough: the elements that matter here close
//! each other in ways simple enough to follow, and a page cut off anywhere still gives its rows.

use std::mem::take;
use std::ops::Range;

use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};

use super::blocks::{Block, Item, List, Passage};
use super::gather::{Reading, gather};
use super::html_table::OpenTable;
use super::prose::heading;
use super::tags::breaks_text;
use super::unseen::Unseen;

/// Reads a page of HTML.
pub(super) fn read(text: &str, base: usize) -> Reading {
    let document = blocks(text, base);
    Reading {
        title: document.heading.or(document.title),
        harvest: gather(document.blocks),
    }
}

/// What HTML holds.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) blocks: Vec<Block>,
    /// The first `<h1>`.
    heading: Option<String>,
    /// The `<title>`.
    title: Option<String>,
}

/// Reads HTML that begins at `base` in the input.
pub(super) fn blocks(text: &str, base: usize) -> Document {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut builder = Builder {
        text,
        base,
        document: Document::default(),
        open: Open::default(),
    };
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) => builder.start(&tag),
            Token::EndTag(tag) => builder.end(&tag),
            Token::String(string) => {
                let span = builder.place(string.span.start..string.span.end);
                builder.text(&String::from_utf8_lossy(&string), span.end);
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    builder.finish()
}

/// What is being read; text goes to the innermost.
#[derive(Default)]
struct Open {
    /// Inside of a script, a style sheet and the like.
    hidden: bool,
    /// Inside of what readers of the page do not see as its text.
    unseen: Option<Unseen>,
    title: Option<String>,
    heading: Option<(bool, Passage)>,
    example: Option<Passage>,
    tables: Vec<OpenTable>,
    /// Tables nested too deep to be read.
    deeper_tables: usize,
    list: List,
    /// Places in the list of the items that are open.
    items: Vec<usize>,
    /// How many lists are open.
    lists: usize,
}

struct Builder<'a> {
    text: &'a str,
    base: usize,
    document: Document,
    open: Open,
}

impl Builder<'_> {
    fn start(&mut self, tag: &StartTag<usize>) {
        let span = self.place(tag.span.start..tag.span.end);
        let name: &[u8] = &tag.name;
        if let Some(unseen) = &mut self.open.unseen {
            unseen.start(tag);
            return;
        }
        if Unseen::begins(tag) {
            self.open.unseen = Some(Unseen::new(tag));
            return;
        }
        match name {
            b"script" | b"style" | b"iframe" | b"noscript" | b"noembed" | b"noframe"
            | b"textarea" => {
                self.open.hidden = true;
            }
            b"title" if self.document.title.is_none() => self.open.title = Some(String::new()),
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => {
                self.start_heading(name == b"h1", span);
            }
            b"table" => self.start_table(span),
            b"tr" | b"td" | b"th" => {
                self.end_heading();
                if let Some(table) = self.open.tables.last_mut() {
                    table.start(tag, span);
                }
            }
            b"ul" | b"ol" | b"dl" if !self.in_cell() => self.open.lists += 1,
            b"li" | b"dt" if !self.in_cell() => self.start_item(span),
            b"dd" if !self.in_cell() => self.text(": ", span.start),
            b"pre" if !self.in_cell() => {
                self.open.example = Some(Passage {
                    text: String::new(),
                    span,
                });
            }
            b"del" | b"s" | b"strike" => self.text("~~", span.start),
            _ if breaks_text(name) => self.text("\n", span.start),
            _ => {}
        }
    }

    fn end(&mut self, tag: &EndTag<usize>) {
        let span = self.place(tag.span.start..tag.span.end);
        let name: &[u8] = &tag.name;
        if let Some(unseen) = &mut self.open.unseen {
            if unseen.end(tag) {
                self.open.unseen = None;
            }
            return;
        }
        match name {
            b"script" | b"style" | b"iframe" | b"noscript" | b"noembed" | b"noframe"
            | b"textarea" => {
                self.open.hidden = false;
            }
            b"title" => self.end_title(),
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => self.end_heading(),
            b"table" => self.end_table(span.end),
            b"tr" | b"td" | b"th" => {
                if let Some(table) = self.open.tables.last_mut() {
                    table.end(name, span.end);
                }
            }
            b"ul" | b"ol" | b"dl" if !self.in_cell() => self.end_list(),
            b"pre" if !self.in_cell() => self.end_example(),
            b"del" | b"s" | b"strike" => self.text("~~", span.start),
            _ if breaks_text(name) => self.text("\n", span.start),
            _ => {}
        }
    }

    fn in_cell(&self) -> bool {
        !self.open.tables.is_empty()
    }

    fn start_heading(&mut self, first_level: bool, span: Range<usize>) {
        self.end_heading();
        self.flush_list();
        // In a header cell it is that cell's text.
        if !self
            .open
            .tables
            .last()
            .is_some_and(OpenTable::in_header_cell)
        {
            self.open.heading = Some((
                first_level,
                Passage {
                    text: String::new(),
                    span,
                },
            ));
        }
    }

    fn end_heading(&mut self) {
        let Some((first_level, passage)) = self.open.heading.take() else {
            return;
        };
        if first_level && self.document.heading.is_none() {
            self.document.heading = heading(&passage.text);
        }
        self.document.blocks.push(Block::Heading(passage));
    }

    fn end_title(&mut self) {
        let title = self.open.title.take().and_then(|title| heading(&title));
        self.document.title = self.document.title.take().or(title);
    }

    fn end_example(&mut self) {
        self.document
            .blocks
            .extend(self.open.example.take().map(Block::Example));
    }

    fn start_table(&mut self, span: Range<usize>) {
        const DEEPEST: usize = 32;
        self.end_heading();
        if self.open.tables.len() < DEEPEST {
            self.open.tables.push(OpenTable::new(span.start));
        } else {
            self.open.deeper_tables += 1;
        }
    }

    fn end_table(&mut self, end: usize) {
        if self.open.deeper_tables > 0 {
            self.open.deeper_tables -= 1;
        } else if let Some(table) = self.open.tables.pop() {
            self.document.blocks.push(Block::Table(table.finish(end)));
        }
    }

    fn start_item(&mut self, span: Range<usize>) {
        self.open.lists = self.open.lists.max(1);
        let depth = self.open.lists - 1;
        let list = &mut self.open.list;
        let is_beside =
            |&item: &usize| list.items.get(item).is_some_and(|item| item.depth >= depth);
        while self.open.items.last().is_some_and(is_beside) {
            self.open.items.pop();
        }
        if list.items.is_empty() {
            list.start = span.start;
        }
        self.open.items.push(list.items.len());
        list.items.push(Item {
            depth,
            text: String::new(),
            span,
        });
    }

    fn end_list(&mut self) {
        self.open.lists = self.open.lists.saturating_sub(1);
        self.open.items.truncate(self.open.lists);
        if self.open.lists == 0 {
            self.flush_list();
        }
    }

    /// Completes the list, also where a heading stands in the middle of it.
    fn flush_list(&mut self) {
        self.open.items.clear();
        let list = take(&mut self.open.list);
        if !list.items.is_empty() {
            self.document.blocks.push(Block::List(list));
        }
    }

    /// Adds text to the innermost thing that is open.
    fn text(&mut self, text: &str, end: usize) {
        let open = &mut self.open;
        if open.hidden || open.unseen.is_some() {
            return;
        }
        if let Some(title) = &mut open.title {
            title.push_str(text);
        } else if let Some((_, heading)) = &mut open.heading {
            heading.text.push_str(text);
            heading.span.end = heading.span.end.max(end);
        } else if let Some(example) = &mut open.example {
            example.text.push_str(text);
            example.span.end = example.span.end.max(end);
        } else if let Some(table) = open.tables.last_mut() {
            table.text(text, end);
        } else if let Some(item) = open
            .items
            .last()
            .and_then(|&item| open.list.items.get_mut(item))
        {
            item.text.push_str(text);
            item.span.end = item.span.end.max(end);
        }
    }

    /// What is still open at the end of the page ends there.
    fn finish(mut self) -> Document {
        self.end_title();
        self.end_heading();
        self.end_example();
        self.flush_list();
        let end = self.base + self.text.len();
        while let Some(table) = self.open.tables.pop() {
            self.document.blocks.push(Block::Table(table.finish(end)));
        }
        self.document
    }

    /// The place in the input; whatever the tokenizer counted, it lies within the text.
    fn place(&self, span: Range<usize>) -> Range<usize> {
        let boundary = |place: usize| {
            let place = place.min(self.text.len());
            (place.saturating_sub(3)..=place)
                .rev()
                .find(|&place| self.text.is_char_boundary(place))
                .unwrap_or(0)
        };
        let start = boundary(span.start);
        let end = boundary(span.end).max(start);
        self.base + start..self.base + end
    }
}
