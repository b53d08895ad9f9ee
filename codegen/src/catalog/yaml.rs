//! YAML text to a tree in which every key and value knows its place.
//!
//! The only module that knows the YAML parser. It listens to the parser's events rather than to
//! `Deserialize`, because events tell plain scalars from quoted ones, give both places of a
//! duplicate key, and leave anchors, tags and depth for us to refuse.

use std::collections::HashMap;

use serde_yaml::granit_parser::{Event, Options, Parser, ScalarStyle, Span as ParserSpan};

use crate::check::Rule;
use crate::problem::Problem;
use crate::source::{SourceFile, Span, Spanned, floor_char};

/// How deep a catalog may nest. Real ones reach 7.
const MAX_DEPTH: usize = 24;

/// The largest scalar in bytes. The longest real text has some 400.
const MAX_SCALAR: usize = 16 * 1024;

/// A YAML value and its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) value: Value,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// Nothing stands after the key.
    Empty,
    /// A scalar; `plain` if it is written without quotes.
    Scalar {
        text: String,
        plain: bool,
    },
    List(Vec<Node>),
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
pub(crate) fn parse(source: &SourceFile, file: usize, problems: &mut Vec<Problem>) -> Option<Node> {
    let mut reader = Reader {
        file,
        text: source.text(),
        stack: Vec::new(),
        root: None,
        problems,
    };
    match reader.run() {
        Ok(()) => reader.root,
        Err(problem) => {
            reader.problems.push(*problem);
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
    problems: &'a mut Vec<Problem>,
}

type Step = Result<(), Box<Problem>>;

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
                let help = "if this is meant as text, put the whole text between quotes";
                Box::new(Problem::new(Rule::Syntax, self.at_char(at), error.info()).help(help))
            })?;
            let span = self.span(at);
            if let Some(tag) = at.tag_span() {
                return Err(Box::new(
                    Problem::new(
                        Rule::Syntax,
                        self.span(tag),
                        "a YAML tag is not allowed here",
                    )
                    .help("remove the tag; the catalog's own keys give the types"),
                ));
            }
            if event.anchor_id().is_some() || event.is_alias() {
                return Err(Box::new(
                    Problem::new(
                        Rule::Syntax,
                        span,
                        "YAML anchors and aliases are not allowed",
                    )
                    .help("write the value out in both places"),
                ));
            }
            match event {
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        return Err(Box::new(
                            Problem::new(Rule::Syntax, span, "a second document starts here")
                                .help("one file is one catalog: move it to a file of its own"),
                        ));
                    }
                }
                Event::Scalar(text, style, ..) => self.scalar(text.into_owned(), style, span)?,
                Event::UnresolvedAlias(_) => {
                    return Err(self.refuse(Rule::Syntax, span, "YAML aliases are not allowed"));
                }
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
        Ok(())
    }

    fn refuse(&self, rule: Rule, span: Span, message: impl Into<String>) -> Box<Problem> {
        Box::new(Problem::new(rule, span, message))
    }

    fn span(&self, span: ParserSpan) -> Span {
        let range = span.byte_range().unwrap_or(0..0);
        Span {
            file: self.file,
            start: range.start,
            end: range.end,
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
        if text.len() > MAX_SCALAR {
            let message = format!(
                "this text has {} bytes, more than the {MAX_SCALAR} allowed",
                text.len()
            );
            let first = self.at_char(span.start);
            return Err(self.refuse(Rule::TooLarge, first, message));
        }
        let plain = style == ScalarStyle::Plain;
        let span = self.trimmed(span);
        if let Some(Open::Map {
            key: key @ None,
            seen,
            ..
        }) = self.stack.last_mut()
        {
            if let Some(first) = seen.get(&text) {
                self.problems.push(
                    Problem::new(
                        Rule::DuplicateKey,
                        span,
                        format!("the key `{text}` stands twice"),
                    )
                    .related(*first, "first written here")
                    .help("keep one of the two"),
                );
            } else {
                seen.insert(text.clone(), span);
            }
            *key = Some(Spanned { value: text, span });
            return Ok(());
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

    fn open(&mut self, collection: Open, span: Span) -> Step {
        if self.stack.len() >= MAX_DEPTH {
            let message = format!("nested deeper than {MAX_DEPTH} levels");
            let help =
                "no value of a catalog lies this deep; is a bracket or an indentation wrong?";
            let at = self.at_char(span.start);
            return Err(Box::new(
                Problem::new(Rule::TooLarge, at, message).help(help),
            ));
        }
        if let Some(Open::Map { key: None, .. }) = self.stack.last() {
            return Err(self.refuse(Rule::Syntax, span, "a key must be a plain word"));
        }
        self.stack.push(collection);
        Ok(())
    }

    fn close(&mut self, span: Span) -> Step {
        let (start, value) = match self.stack.pop() {
            Some(Open::List { start, items }) => (start, Value::List(items)),
            Some(Open::Map { start, pairs, .. }) => (start, Value::Map(pairs)),
            None => return Err(self.refuse(Rule::Syntax, span, "nothing is open here")),
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
