//! Plain text as pasted from a browser: headings, bullets, and tables that have run together.

use super::blocks::{Block, Item, List, Passage};
use super::columns::CodeHeader;
use super::drawn_tables;
use super::item_text;
use super::lines::{Line, lines};
use super::pasted_json::OpenExample;
use super::plain_lines::{is_bare_reason, is_heading, is_page_number, is_plain_heading};
use super::prose::heading;
use super::run_together::{self, OpenTable};
use super::tabbed::{self, OpenTabbed};

/// What plain text holds.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) blocks: Vec<Block>,
    /// The heading that the page begins with.
    pub(super) title: Option<String>,
}

/// Reads plain text that begins at `base` in the input.
pub(super) fn blocks(text: &str, base: usize) -> Document {
    let mut scanner = Scanner {
        base,
        plain_marks: !text.contains(BULLETS),
        ..Scanner::default()
    };
    let drawn = drawn_tables::take(text, base);
    let lines: Vec<Line<'_>> = lines(&drawn.text).collect();
    let starts: Vec<usize> = drawn.tables.iter().map(|table| table.start).collect();
    // For each line the next one that is not blank.
    let mut filled: Vec<Option<&Line<'_>>> = vec![None; lines.len()];
    let mut last = None;
    for (line, filled) in lines.iter().zip(&mut filled).rev() {
        *filled = last;
        if !line.is_blank() {
            last = Some(line);
        }
    }
    for ((at, line), filled) in lines.iter().enumerate().zip(filled) {
        let next = lines.get(at + 1);
        let behind = starts.partition_point(|start| *start < base + line.next);
        let end = filled.map_or(usize::MAX, |filled| base + filled.start);
        let drawn = starts.get(behind).is_some_and(|start| *start < end);
        let ahead = Ahead {
            next,
            filled,
            drawn,
        };
        scanner.line(line, &ahead);
    }
    let mut document = scanner.finish();
    document
        .blocks
        .extend(drawn.tables.into_iter().map(Block::Table));
    document
}

/// Signs that are nothing but bullets.
pub(super) const BULLETS: [char; 11] = ['•', '◦', '▪', '▫', '‣', '●', '○', '■', '□', '∙', '⁃'];

/// The text behind a bullet. Dashes and the like are bullets only where no proper ones are used.
pub(super) fn bullet(text: &str, plain_marks: bool) -> Option<&str> {
    let behind = text.strip_prefix(BULLETS).or_else(|| {
        // Firefox writes nested lists so.
        if plain_marks && text.starts_with("o ") {
            return text.strip_prefix('o');
        }
        let behind = text.strip_prefix(['-', '*', '+']).filter(|_| plain_marks)?;
        behind.starts_with([' ', '\t']).then_some(behind)
    });
    behind.map(str::trim_start)
}

/// What follows a line.
struct Ahead<'l> {
    next: Option<&'l Line<'l>>,
    /// The next line that is not blank.
    filled: Option<&'l Line<'l>>,
    /// Whether a drawn table begins before that.
    drawn: bool,
}

/// A paragraph of which only the first line matters: headings have no more.
struct Paragraph {
    first: Passage,
    lines: usize,
}

#[derive(Default)]
struct Scanner {
    base: usize,
    plain_marks: bool,
    document: Document,
    list: List,
    /// How far the open items are indented.
    indents: Vec<usize>,
    table: Option<OpenTable>,
    tabbed: Option<OpenTabbed>,
    example: Option<OpenExample>,
    /// Whether the items have lost their bullets.
    bare_items: bool,
    /// Whether a drawn table follows.
    before_drawn: bool,
    paragraph: Option<Paragraph>,
    after_blank: bool,
}

impl Scanner {
    fn line(&mut self, line: &Line<'_>, ahead: &Ahead<'_>) {
        let next = ahead.next;
        if let Some(example) = &mut self.example {
            if example.takes(line, &line.trimmed_span(self.base)) {
                self.end_example();
            }
            return;
        }
        if line.is_blank() {
            self.before_drawn = ahead.drawn;
            self.end_paragraph(ahead.filled);
            self.before_drawn = false;
            self.after_blank = true;
            return;
        }
        let text = line.text.trim();
        if is_page_number(text) {
            return;
        }
        if self.starts_example(line, text) {
            self.after_blank = false;
            return;
        }
        let bullet = bullet(text, self.plain_marks);
        let (span, after_blank) = (line.trimmed_span(self.base), self.after_blank);
        let table = self.table.as_mut().filter(|_| bullet.is_none());
        if table.is_some_and(|table| table.takes(text, &span, after_blank)) {
            self.after_blank = false;
            return;
        }
        let begins_heading = self.begins_heading(text, ahead);
        let ends = after_blank || begins_heading || self.is_item(text);
        let tabbed = self.tabbed.as_mut().filter(|_| bullet.is_none());
        if tabbed.is_some_and(|table| table.takes(line, &span, ends)) {
            self.after_blank = false;
            return;
        }
        self.end_table();
        if tabbed::begins(line, next) {
            self.end_paragraph(Some(line));
            self.end_list();
            self.tabbed = Some(OpenTabbed::new(line, span));
        } else if let Some(text) = bullet.or_else(|| item_text::is_row(text).then_some(text)) {
            self.bare_items = bullet.is_none();
            self.item(line, text, 0);
        } else if self.bare_items && !self.list.items.is_empty() && is_bare_reason(text) {
            self.item(line, text, 1);
        } else if let Some(header) = run_together::header(text)
            .filter(|_| next.is_some_and(|next| run_together::begins_with_code(next.text.trim())))
        {
            self.start_table(line, header);
        } else if self.continues_item(line)
            && !(begins_heading && (after_blank || self.bare_items && line.indent() == 0))
        {
            self.continue_item(line);
        } else {
            self.end_list();
            self.paragraph_line(line);
        }
        self.after_blank = false;
    }

    /// Adds an item, deeper than its indentation tells if it has lost that.
    fn item(&mut self, line: &Line<'_>, text: &str, deeper: usize) {
        self.end_paragraph(Some(line));
        let indent = line.indent();
        while self.indents.last().is_some_and(|&open| open > indent) {
            self.indents.pop();
        }
        if self.indents.last() != Some(&indent) {
            self.indents.push(indent);
        }
        let span = line.trimmed_span(self.base);
        if self.list.items.is_empty() {
            self.list.start = span.start;
        }
        let depth = self.indents.len().saturating_sub(1) + deeper;
        self.list.items.push(Item {
            depth,
            text: text.to_owned(),
            span,
        });
    }

    /// Whether a line goes on with the item above it: it follows directly, or is indented deeper.
    fn continues_item(&self, line: &Line<'_>) -> bool {
        let deeper = self
            .indents
            .last()
            .is_some_and(|&indent| line.indent() > indent);
        !self.list.items.is_empty() && (deeper || !self.after_blank)
    }

    fn continue_item(&mut self, line: &Line<'_>) {
        if let Some(item) = self.list.items.last_mut() {
            item.text.push(' ');
            item.text.push_str(line.text.trim());
            item.span.end = line.trimmed_span(self.base).end;
        }
    }

    fn end_list(&mut self) {
        self.indents.clear();
        let list = std::mem::take(&mut self.list);
        if !list.items.is_empty() {
            self.document.blocks.push(Block::List(list));
        }
    }

    fn paragraph_line(&mut self, line: &Line<'_>) {
        match &mut self.paragraph {
            Some(paragraph) => paragraph.lines += 1,
            None => {
                let first = Passage {
                    text: line.text.to_owned(),
                    span: line.trimmed_span(self.base),
                };
                self.paragraph = Some(Paragraph { first, lines: 1 });
            }
        }
    }

    /// Ends a paragraph, which may be a heading; `next` is the line that follows.
    fn end_paragraph(&mut self, next: Option<&Line<'_>>) {
        let Some(Paragraph { first, lines: 1 }) = self.paragraph.take() else {
            return;
        };
        let before_rows = self.before_drawn || next.is_some_and(|next| self.is_rows(next));
        if !(is_heading(&first.text) || before_rows && is_plain_heading(&first.text)) {
            return;
        }
        if self.document.blocks.is_empty() {
            self.document.title = heading(&first.text);
        }
        self.document.blocks.push(Block::Heading(first));
    }

    /// Whether a line is a heading although nothing parts it from what stands before it.
    fn begins_heading(&self, text: &str, ahead: &Ahead<'_>) -> bool {
        let before_rows = ahead.filled.is_some_and(|filled| self.is_rows(filled));
        let apart = ahead.next.is_none_or(Line::is_blank) || before_rows;
        apart && (is_heading(text) || before_rows && is_plain_heading(text))
    }

    /// Whether a line begins rows: an item, the header of a table, a body.
    fn is_rows(&self, line: &Line<'_>) -> bool {
        let text = line.text.trim();
        let is_header =
            |cells: Vec<String>| cells.iter().any(|cell| CodeHeader::of(cell).is_some());
        self.is_item(text)
            || OpenExample::begins(text)
            || tabbed::cells(line.text).is_some_and(is_header)
            || run_together::header(text).is_some()
    }

    fn is_item(&self, text: &str) -> bool {
        bullet(text, self.plain_marks).is_some() || item_text::is_row(text)
    }

    /// Begins an example, or takes a line of headers for one.
    fn starts_example(&mut self, line: &Line<'_>, text: &str) -> bool {
        let is_body = OpenExample::begins(text);
        if !is_body && !OpenExample::is_header(text) {
            return false;
        }
        let span = line.trimmed_span(self.base);
        self.end_paragraph(Some(line));
        self.end_table();
        self.end_list();
        let mut example = OpenExample::new(span.start);
        let complete = example.takes(line, &span);
        self.example = Some(example);
        if complete {
            self.end_example();
        }
        true
    }

    /// Adds the example; headers that follow each other are one.
    fn end_example(&mut self) {
        let Some(example) = self.example.take().map(OpenExample::finish) else {
            return;
        };
        let is_headers = |text: &str| !text.trim_start().starts_with('{');
        match self.document.blocks.last_mut() {
            Some(Block::Example(above)) if is_headers(&above.text) && is_headers(&example.text) => {
                above.text.push_str(&example.text);
                above.span.end = example.span.end;
            }
            _ => self.document.blocks.push(Block::Example(example)),
        }
    }

    fn start_table(&mut self, line: &Line<'_>, header: (&str, &str)) {
        self.end_paragraph(Some(line));
        self.end_list();
        self.table = Some(OpenTable::new(header, line.trimmed_span(self.base)));
    }

    fn end_table(&mut self) {
        self.document
            .blocks
            .extend(self.table.take().map(|table| Block::Table(table.finish())));
        let tabbed = self.tabbed.take().map(OpenTabbed::finish);
        self.document.blocks.extend(tabbed.map(Block::Table));
    }

    fn finish(mut self) -> Document {
        self.end_example();
        self.end_paragraph(None);
        self.end_table();
        self.end_list();
        self.document
    }
}
