//! Prepares Markdown for a CommonMark parser, whose rules MDX does not keep to.
//!
//! Pages are written in MDX: component tags such as `<CodeBlock>` stand on lines of their own, and
//! what is inside them is indented. CommonMark takes the former for HTML that ends at the next blank
//! line, fences included, and the latter for preformatted text. So fences and HTML tables are taken
//! out line by line, component tags are dropped, and what is left is moved to the margin.

use std::ops::Range;

use super::blocks::Passage;
use super::lines::{Line, lines};
use super::page::PageNote;
use super::tags::{closing_tags, is_component_tag, opening_tags, opens_with};
use crate::folding::split_while;

/// Markdown without what CommonMark cannot tell apart.
#[derive(Debug, Default)]
pub(super) struct Flat {
    pub(super) text: String,
    /// Where pieces of the text came from: its place here and in the source.
    origins: Vec<(usize, usize)>,
    /// The contents of fences.
    pub(super) examples: Vec<Passage>,
    /// Places of tables and lists written in HTML, in bytes of the source.
    pub(super) html: Vec<Range<usize>>,
    pub(super) notes: Vec<PageNote>,
}

impl Flat {
    /// Takes a source apart; spans are moved by `base`.
    pub(super) fn of(source: &str, base: usize) -> Self {
        let mut flattener = Flattener::new(source, base);
        for line in lines(source) {
            flattener.line(&line);
        }
        flattener.finish()
    }

    /// The place in the source of a place in the text.
    pub(super) fn source_span(&self, span: &Range<usize>) -> Range<usize> {
        // The last byte tells where the span ends: the line behind it may have come from elsewhere.
        let start = self.source_place(span.start);
        let end = self.source_place(span.end.saturating_sub(1)) + 1;
        start..end.max(start)
    }

    fn source_place(&self, place: usize) -> usize {
        let behind = self.origins.partition_point(|&(here, _)| here <= place);
        let origin = behind
            .checked_sub(1)
            .and_then(|index| self.origins.get(index));
        origin.map_or(place, |&(here, there)| there + (place - here))
    }

    /// Adds a piece of the source that begins at `place`.
    fn push(&mut self, piece: &str, place: usize) {
        if self.source_place(self.text.len()) != place || self.origins.is_empty() {
            self.origins.push((self.text.len(), place));
        }
        self.text.push_str(piece);
    }
}

/// What the line before left open.
enum State {
    Text,
    Fence {
        mark: char,
        length: usize,
        opened: Range<usize>,
        content: usize,
    },
    Html {
        tag: &'static str,
        start: usize,
        depth: usize,
    },
    /// A component's tag that goes on over several lines.
    Tag,
    Comment {
        end: &'static str,
    },
}

struct Flattener<'a> {
    source: &'a str,
    base: usize,
    flat: Flat,
    state: State,
    /// How far the lines after a component's tag are indented; none before the first of them.
    margin: Option<usize>,
    /// Where the last comment of each form ends: one that never ends is no comment.
    last_comment_ends: [Option<usize>; 2],
}

const COMMENTS: [(&str, &str); 2] = [("{/*", "*/}"), ("<!--", "-->")];

impl<'a> Flattener<'a> {
    fn new(source: &'a str, base: usize) -> Self {
        let last_comment_ends = COMMENTS.map(|(_, end)| source.rfind(end));
        Self {
            source,
            base,
            flat: Flat::default(),
            state: State::Text,
            margin: Some(0),
            last_comment_ends,
        }
    }

    fn line(&mut self, line: &Line<'_>) {
        let text = line.text.trim();
        let ended = match &mut self.state {
            State::Text => return self.text_line(line),
            State::Fence {
                mark,
                length,
                opened,
                content,
            } => {
                let ended = closes_fence(text, *mark, *length);
                if ended {
                    let (opened, content) = (opened.start, *content..line.start);
                    self.example(opened, content);
                }
                ended
            }
            State::Html { tag, start, depth } => {
                *depth = (*depth + opening_tags(text, tag)).saturating_sub(closing_tags(text, tag));
                let (ended, span) = (*depth == 0, *start..line.next);
                if ended {
                    self.flat.html.push(span);
                }
                ended
            }
            State::Tag => text.contains('>') || text.is_empty(),
            State::Comment { end } => text.contains(*end),
        };
        if ended {
            self.state = State::Text;
        }
        self.drop_line(line);
    }

    /// A line outside of everything else: may open something.
    fn text_line(&mut self, line: &Line<'_>) {
        let text = line.text.trim();
        if let Some((mark, length)) = opens_fence(text) {
            self.state = State::Fence {
                mark,
                length,
                opened: line.trimmed_span(0),
                content: line.next,
            };
        } else if let Some(tag) = HTML_BLOCKS.into_iter().find(|tag| opens_with(text, tag)) {
            self.open_html(line, tag);
        } else if let Some(end) = self.opens_comment(line) {
            self.state = if text.contains(end) {
                State::Text
            } else {
                State::Comment { end }
            };
        } else if is_component_tag(text) {
            self.state = if text.contains('>') {
                State::Text
            } else {
                State::Tag
            };
            self.margin = None;
        } else {
            self.keep_line(line);
            return;
        }
        self.drop_line(line);
    }

    fn open_html(&mut self, line: &Line<'_>, tag: &'static str) {
        let depth = opening_tags(line.text, tag).saturating_sub(closing_tags(line.text, tag));
        if depth == 0 {
            self.flat.html.push(line.start..line.next);
        } else {
            self.state = State::Html {
                tag,
                start: line.start,
                depth,
            };
        }
    }

    fn opens_comment(&self, line: &Line<'_>) -> Option<&'static str> {
        let forms = COMMENTS.iter().zip(self.last_comment_ends);
        let mut open = forms.filter(|&(&(start, _), last)| {
            line.text.trim_start().starts_with(start) && last.is_some_and(|last| last >= line.start)
        });
        open.next().map(|(&(_, end), _)| end)
    }

    /// Keeps a line, moved to the margin.
    fn keep_line(&mut self, line: &Line<'_>) {
        let (indent, _) = split_while(line.text, |c| matches!(c, ' ' | '\t'));
        if self.margin.is_none() && !line.is_blank() {
            self.margin = Some(indent.len());
        }
        let start = line.start + indent.len().min(self.margin.unwrap_or(0));
        let kept = self.source.get(start..line.next).unwrap_or_default();
        if kept.contains('|') && kept.contains('\t') {
            // The parser knows no tabs in the row of dashes.
            self.flat.push(&kept.replace('\t', " "), start);
        } else {
            self.flat.push(kept, start);
        }
    }

    /// Leaves a blank line where something was taken out.
    fn drop_line(&mut self, line: &Line<'_>) {
        let end = line.start + line.text.len();
        if end < line.next {
            self.flat.push("\n", end);
        }
    }

    fn example(&mut self, opened: usize, content: Range<usize>) {
        let text = self
            .source
            .get(content.clone())
            .unwrap_or_default()
            .to_owned();
        let end = content.start.max(content.end);
        self.flat.examples.push(Passage {
            text,
            span: self.base + opened..self.base + end,
        });
    }

    fn note(&mut self, text: &str, span: &Range<usize>) {
        let span = self.base + span.start..self.base + span.end;
        let text = text.to_owned();
        self.flat.notes.push(PageNote::unread(text, span));
    }

    /// What is still open at the end of the page lasts until there.
    fn finish(mut self) -> Flat {
        let end = self.source.len();
        match std::mem::replace(&mut self.state, State::Text) {
            State::Fence {
                opened, content, ..
            } => {
                self.note(
                    "the code fence is never closed: what follows was read as its content",
                    &opened,
                );
                self.example(opened.start, content..end);
            }
            State::Html { tag, start, .. } => {
                self.note(
                    "the element is never closed: what follows was read as HTML",
                    &(start..start + tag.len()),
                );
                self.flat.html.push(start..end);
            }
            State::Text | State::Tag | State::Comment { .. } => {}
        }
        self.flat
    }
}

/// Elements that are read as HTML, from the tag at a line's beginning to its end tag.
const HTML_BLOCKS: [&str; 3] = ["table", "ul", "ol"];

/// The mark and its length, if the line opens a fence.
fn opens_fence(line: &str) -> Option<(char, usize)> {
    let mark = line.chars().next().filter(|&c| matches!(c, '`' | '~'))?;
    let (marks, info) = split_while(line, |c| c == mark);
    (marks.len() >= 3 && !(mark == '`' && info.contains('`'))).then_some((mark, marks.len()))
}

fn closes_fence(line: &str, mark: char, length: usize) -> bool {
    line.len() >= length && line.chars().all(|c| c == mark)
}
