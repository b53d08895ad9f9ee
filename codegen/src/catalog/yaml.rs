//! YAML text to a tree in which every key and value knows its place.
//!
//! The only module that knows the YAML parser. It listens to the parser's events rather than to
//! `Deserialize`, because events tell plain scalars from quoted ones, give both places of a
//! duplicate key, and leave anchors, tags and depth for us to refuse.

use std::collections::HashMap;

use serde_yaml::granit_parser::{Event, Options, Parser, ScalarStyle, Span as ParserSpan};

use super::refusal::{self, MAX_DEPTH, MAX_KEYS, MAX_NODES, MAX_SCALAR, Refusal};
use crate::load::MAX_PROBLEMS;
use crate::problem::Problem;
use crate::rule::Rule;
use crate::source::{SourceFile, Span, Spanned, floor_char};

/// A YAML value and its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What stands there.
    pub value: Value,
}

/// What a key has for a value.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing stands after the key.
    Empty,
    /// A scalar; `plain` if it is written without quotes.
    Scalar {
        /// Without quotes, escapes resolved.
        text: String,
        /// Whether it is written without quotes.
        plain: bool,
    },
    /// A sequence.
    List(Vec<Node>),
    /// A mapping.
    Map(Vec<(Spanned<String>, Node)>),
}

impl Value {
    /// The value in words, for messages.
    pub(crate) fn describe(&self) -> &'static str {
        match self {
            Value::Empty => "nothing",
            Value::Scalar { .. } => "a scalar",
            Value::List(_) => "a list",
            Value::Map(_) => "a mapping",
        }
    }
}

/// Reads one file. Duplicate keys are collected; anything the tree cannot represent ends the file.
pub fn parse(source: &SourceFile, file: usize, problems: &mut Vec<Problem>) -> Option<Node> {
    let mut reader = Reader {
        file,
        text: source.text(),
        stack: Vec::new(),
        root: None,
        nodes: 0,
        problems,
    };
    match reader.run() {
        Ok(()) => reader.root,
        Err(refusal) => {
            reader.problems.push(*refusal);
            None
        }
    }
}

/// A collection that is still open.
enum Open {
    List {
        start: usize,
        items: Vec<Node>,
    },
    Map {
        start: usize,
        pairs: Vec<(Spanned<String>, Node)>,
        key: Option<Spanned<String>>,
        seen: HashMap<String, Span>,
    },
}

struct Reader<'a> {
    file: usize,
    text: &'a str,
    stack: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    problems: &'a mut Vec<Problem>,
}

type Step = Result<(), Refusal>;

impl Reader<'_> {
    fn run(&mut self) -> Step {
        let mut options = Options::default();
        options.set_emit_comments(false);
        options.emit_unresolved_aliases = true;
        options.disallow_directives = true;
        options.flow_nesting_limit = MAX_DEPTH;
        options.block_nesting_limit = MAX_DEPTH;
        let mut documents = 0;
        let mut events = Parser::new_from_str_with_options(self.text, options);
        while let Some(event) = events.next_event() {
            let (event, at) = event.map_err(|error| {
                let at = error.marker().byte_offset().unwrap_or(0);
                // Where a tab is the fault, the parser points at the text before it.
                let rest = self.text.get(at..).filter(|_| refusal::is_tab(&error));
                let tab = rest.and_then(|rest| rest.find('\t')).unwrap_or(0);
                refusal::no_yaml(&error, self.at_char(at + tab))
            })?;
            let span = self.span(at);
            if let Some(tag) = at.tag_span() {
                return Err(refusal::tag(self.span(tag)));
            }
            if event.anchor_id().is_some() || event.is_alias() {
                return Err(refusal::anchor(span));
            }
            match event {
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        return Err(refusal::second_document(span));
                    }
                }
                Event::Scalar(text, style, ..) => self.scalar(text.into_owned(), style, span)?,
                Event::UnresolvedAlias(_) => return Err(refusal::anchor(span)),
                Event::SequenceStart(..) => self.open(
                    Open::List {
                        start: span.start,
                        items: Vec::new(),
                    },
                    span,
                )?,
                Event::MappingStart(..) => self.open(
                    Open::Map {
                        start: span.start,
                        pairs: Vec::new(),
                        key: None,
                        seen: HashMap::new(),
                    },
                    span,
                )?,
                Event::SequenceEnd | Event::MappingEnd => self.close(span)?,
                _ => {}
            }
        }
        match self.root {
            Some(_) => Ok(()),
            None => Err(refusal::empty(self.at_char(0))),
        }
    }

    fn span(&self, span: ParserSpan) -> Span {
        let range = span.byte_range().unwrap_or(0..0);
        let start = floor_char(self.text, range.start);
        Span {
            file: self.file,
            start,
            end: floor_char(self.text, range.end).max(start),
        }
    }

    /// The place without white space at its end, which the parser counts to a block scalar.
    fn trimmed(&self, span: Span) -> Span {
        let text = self.text.get(span.start..span.end).unwrap_or_default();
        Span {
            end: span.start + text.trim_end().len(),
            ..span
        }
    }

    /// The one character at an offset.
    fn at_char(&self, offset: usize) -> Span {
        let start = floor_char(self.text, offset);
        let width = self.text[start..].chars().next().map_or(0, char::len_utf8);
        Span {
            file: self.file,
            start,
            end: start + width,
        }
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, span: Span) -> Step {
        self.count(span)?;
        if text.len() > MAX_SCALAR {
            return Err(refusal::too_long(self.at_char(span.start), text.len()));
        }
        let plain = style == ScalarStyle::Plain;
        let span = self.trimmed(span);
        if let Some(Open::Map { key: None, .. }) = self.stack.last() {
            return self.key(text, plain, span);
        }
        // The parser gives `~` for a value that is not there.
        let value = if plain && span.start == span.end {
            Value::Empty
        } else {
            Value::Scalar { text, plain }
        };
        self.put(Node { span, value });
        Ok(())
    }

    fn key(&mut self, text: String, plain: bool, span: Span) -> Step {
        if plain && text == "<<" {
            return Err(refusal::merge_key(span));
        }
        let Some(Open::Map {
            key, seen, pairs, ..
        }) = self.stack.last_mut()
        else {
            return Ok(());
        };
        if pairs.len() >= MAX_KEYS {
            return Err(refusal::too_many_keys(span));
        }
        match seen.get(&text) {
            Some(_) if self.problems.len() > MAX_PROBLEMS => {
                return Err(refusal::too_many_duplicates(span));
            }
            Some(first) => self.problems.push(
                Problem::new(
                    Rule::DuplicateKey,
                    span,
                    format!("the key `{text}` stands twice"),
                )
                .related(*first, "first written here")
                .help("keep one of the two"),
            ),
            None => {
                seen.insert(text.clone(), span);
            }
        }
        *key = Some(Spanned { value: text, span });
        Ok(())
    }

    fn count(&mut self, at: Span) -> Step {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(refusal::too_many_nodes(at));
        }
        Ok(())
    }

    fn open(&mut self, collection: Open, span: Span) -> Step {
        self.count(span)?;
        if self.stack.len() >= MAX_DEPTH {
            return Err(refusal::too_deep(self.at_char(span.start)));
        }
        if let Some(Open::Map { key: None, .. }) = self.stack.last() {
            return Err(refusal::key_of_many_parts(span));
        }
        self.stack.push(collection);
        Ok(())
    }

    fn close(&mut self, span: Span) -> Step {
        let (start, value) = match self.stack.pop() {
            Some(Open::List { start, items }) => (start, Value::List(items)),
            Some(Open::Map { start, pairs, .. }) => (start, Value::Map(pairs)),
            None => return Err(refusal::nothing_open(span)),
        };
        let end = self.text[..span.end.max(start)].trim_end().len().max(start);
        let span = Span {
            file: self.file,
            start,
            end,
        };
        self.put(Node { span, value });
        Ok(())
    }

    fn put(&mut self, node: Node) {
        match self.stack.last_mut() {
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { pairs, key, .. }) => {
                if let Some(key) = key.take() {
                    pairs.push((key, node));
                }
            }
            None => self.root = Some(node),
        }
    }
}
