//! Plain text as pasted from a browser: headings, bullets, and tables that have run together.

use super::blocks::{Block, Item, List, Passage};
use super::item_text;
use super::lines::{Line, lines};
use super::prose::heading;
use super::run_together::{self, OpenTable};
use crate::folding::split_while;

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
    let mut lines = lines(text).peekable();
    while let Some(line) = lines.next() {
        scanner.line(&line, lines.peek());
    }
    scanner.finish()
}

/// Signs that are nothing but bullets.
const BULLETS: [char; 11] = ['•', '◦', '▪', '▫', '‣', '●', '○', '■', '□', '∙', '⁃'];

/// The text behind a bullet. Dashes and the like are bullets only where no proper ones are used.
pub(super) fn bullet(text: &str, plain_marks: bool) -> Option<&str> {
    let behind = text.strip_prefix(BULLETS).or_else(|| {
        let behind = text.strip_prefix(['-', '*', '+']).filter(|_| plain_marks)?;
        behind.starts_with([' ', '\t']).then_some(behind)
    });
    behind.map(str::trim_start)
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
    paragraph: Option<Paragraph>,
    after_blank: bool,
}

impl Scanner {
    fn line(&mut self, line: &Line<'_>, next: Option<&Line<'_>>) {
        if line.is_blank() {
            self.end_paragraph();
            self.after_blank = true;
            return;
        }
        let text = line.text.trim();
        let bullet = bullet(text, self.plain_marks);
        let (span, after_blank) = (line.trimmed_span(self.base), self.after_blank);
        let table = self.table.as_mut().filter(|_| bullet.is_none());
        if table.is_some_and(|table| table.takes(text, &span, after_blank)) {
            self.after_blank = false;
            return;
        }
        self.end_table();
        if let Some(text) = bullet.or_else(|| item_text::is_row(text).then_some(text)) {
            self.item(line, text);
        } else if let Some(header) = run_together::header(text)
            .filter(|_| next.is_some_and(|next| run_together::begins_with_code(next.text.trim())))
        {
            self.start_table(line, header);
        } else if self.continues_item(line) {
            self.continue_item(line);
        } else {
            self.end_list();
            self.paragraph_line(line);
        }
        self.after_blank = false;
    }

    fn item(&mut self, line: &Line<'_>, text: &str) {
        self.end_paragraph();
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
        let depth = self.indents.len().saturating_sub(1);
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

    fn end_paragraph(&mut self) {
        let Some(Paragraph { first, lines: 1 }) = self.paragraph.take() else {
            return;
        };
        if !is_heading(&first.text) {
            return;
        }
        if self.document.blocks.is_empty() {
            self.document.title = heading(&first.text);
        }
        self.document.blocks.push(Block::Heading(first));
    }

    fn start_table(&mut self, line: &Line<'_>, header: (&str, &str)) {
        self.end_paragraph();
        self.end_list();
        self.table = Some(OpenTable::new(header, line.trimmed_span(self.base)));
    }

    fn end_table(&mut self) {
        self.document
            .blocks
            .extend(self.table.take().map(|table| Block::Table(table.finish())));
    }

    fn finish(mut self) -> Document {
        self.end_paragraph();
        self.end_table();
        self.end_list();
        self.document
    }
}

/// Whether a line that stands alone is a heading and not a sentence.
fn is_heading(line: &str) -> bool {
    const LONGEST: usize = 100;
    const MOST_WORDS: usize = 12;
    const DEEPEST: usize = 3;
    let (indent, text) = split_while(line, char::is_whitespace);
    let text = text.trim_end();
    indent.len() <= DEEPEST
        && text.len() <= LONGEST
        && text.split_whitespace().count() <= MOST_WORDS
        && text.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
        && !text.ends_with(['.', ':', ';', ',', '!'])
}
