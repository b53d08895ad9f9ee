//! Holds a tree against the table of keys and keeps what fits, reporting all that does not.

use std::collections::BTreeMap;

use super::form::{
    Codes, Date, code_link, codes, date, integer, is_call, is_constant, is_id, is_type_name,
    is_url, target,
};
use super::hint;
use super::shape::{Object, Shape};
use super::yaml::{Node, Value};
use crate::lookalike;
use crate::problem::{Problem, closest, list, shorten};
use crate::rule::Rule;
use crate::source::{Span, Spanned};
use crate::vocabulary::{Choice, ids};

/// A value that has the form its key asks for.
#[derive(Debug)]
enum Decoded {
    Text(Spanned<String>),
    Number(Spanned<i32>),
    Codes(Spanned<Codes>),
    Date(Spanned<Date>),
    Choice(Spanned<&'static str>),
    List(Vec<Decoded>),
    Object(Fields),
}

/// The fitting values of one mapping, taken out by key.
#[derive(Debug)]
pub(super) struct Fields {
    /// The mapping's first key: where to point when the mapping as a whole is meant.
    pub(super) span: Span,
    /// The keys that stand there, whether their values fit or not.
    pub(super) stated: Vec<&'static str>,
    values: BTreeMap<&'static str, Decoded>,
}

macro_rules! take {
    ($($method:ident: $variant:ident -> $type:ty;)*) => {$(
        pub(super) fn $method(&mut self, key: &str) -> Option<$type> {
            match self.values.remove(key)? {
                Decoded::$variant(value) => Some(value),
                _ => None,
            }
        }
    )*};
}

macro_rules! take_all {
    ($($method:ident: $variant:ident -> $type:ty;)*) => {$(
        pub(super) fn $method(&mut self, key: &str) -> Vec<$type> {
            let Some(Decoded::List(items)) = self.values.remove(key) else {
                return Vec::new();
            };
            items
                .into_iter()
                .filter_map(|item| match item {
                    Decoded::$variant(value) => Some(value),
                    _ => None,
                })
                .collect()
        }
    )*};
}

impl Fields {
    take! {
        text: Text -> Spanned<String>;
        number: Number -> Spanned<i32>;
        codes: Codes -> Spanned<Codes>;
        date: Date -> Spanned<Date>;
        choice: Choice -> Spanned<&'static str>;
        object: Object -> Fields;
    }
    take_all! {
        texts: Text -> Spanned<String>;
        objects: Object -> Fields;
    }
}

/// Decodes a whole file as `object`.
pub(super) fn decode(
    root: &Node,
    object: &'static Object,
    problems: &mut Vec<Problem>,
    most: usize,
) -> Option<Fields> {
    Decoder { problems, most }.object(root, object)
}

struct Decoder<'a> {
    problems: &'a mut Vec<Problem>,
    /// With more problems than that, the rest is not read.
    most: usize,
}

impl Decoder<'_> {
    fn object(&mut self, node: &Node, object: &'static Object) -> Option<Fields> {
        let Value::Map(pairs) = &node.value else {
            self.wrong_type(node, &Shape::Object(object));
            return None;
        };
        let mut values = BTreeMap::new();
        let mut stated = Vec::new();
        for (name, value) in pairs {
            if self.problems.len() > self.most {
                return None;
            }
            let Some(key) = object.keys.iter().find(|key| key.name == name.value) else {
                // What is meant is not missing as well.
                stated.extend(self.unknown_key(name, object, pairs));
                continue;
            };
            stated.push(key.name);
            if matches!(value.value, Value::Empty) {
                let message = format!("expected {}, found nothing", key.shape.describe());
                self.problems.push(
                    Problem::new(Rule::WrongType, value.span, message).help(hint::empty(key)),
                );
                continue;
            }
            if let Some(decoded) = self.value(value, &key.shape) {
                values.entry(key.name).or_insert(decoded);
            }
        }
        let span = pairs.first().map_or(node.span, |(key, _)| key.span);
        for key in object.keys.iter().filter(|key| key.required) {
            if !stated.contains(&key.name) {
                self.problems.push(
                    Problem::new(
                        Rule::MissingKey,
                        span,
                        format!("{} lacks the key `{}`", object.title, key.name),
                    )
                    .help(format!("add `{}:`. {}", key.name, key.doc)),
                );
            }
        }
        Some(Fields {
            span,
            stated,
            values,
        })
    }

    /// Reports a key that does not exist; gives the one that is probably meant.
    fn unknown_key(
        &mut self,
        name: &Spanned<String>,
        object: &'static Object,
        pairs: &[(Spanned<String>, Node)],
    ) -> Option<&'static str> {
        let names = object.keys.iter().map(|key| key.name);
        let absent = names
            .clone()
            .filter(|name| pairs.iter().all(|(other, _)| other.value != *name));
        let near = closest(&lookalike::plain(&name.value), absent);
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("{} takes {}", object.title, list(names)),
        };
        let problem = lookalike::problem(&name.value, name.span).unwrap_or_else(|| {
            Problem::new(
                Rule::UnknownKey,
                name.span,
                format!("{} has no key `{}`", object.title, shorten(&name.value)),
            )
            .help(help)
        });
        self.problems.push(problem);
        near
    }

    fn value(&mut self, node: &Node, shape: &'static Shape) -> Option<Decoded> {
        match shape {
            Shape::Object(object) => return self.object(node, object).map(Decoded::Object),
            Shape::List(items) | Shape::ListOrEmpty(items) => {
                return self.list(node, shape, items);
            }
            _ => {}
        }
        let Value::Scalar { text, plain } = &node.value else {
            self.wrong_type(node, shape);
            return None;
        };
        let span = node.span;
        // In a text for people the check of texts points at the word.
        if !matches!(shape, Shape::Text)
            && let Some(problem) = lookalike::problem(text, span)
        {
            self.problems.push(problem);
            return None;
        }
        let decoded = match shape {
            Shape::Number => {
                if !plain {
                    self.problems.push(
                        Problem::new(
                            Rule::WrongType,
                            span,
                            format!("expected {}, found a quoted text", shape.describe()),
                        )
                        .help(format!("remove the quotes: `{text}`")),
                    );
                    return None;
                }
                integer(text).map(|value| Decoded::Number(Spanned { value, span }))
            }
            Shape::Codes => codes(text).map(|value| Decoded::Codes(Spanned { value, span })),
            Shape::Date => date(text).map(|value| Decoded::Date(Spanned { value, span })),
            Shape::OneOf(choices) => {
                return self.choice(text, span, choices);
            }
            Shape::Id => is_id(text).then(|| string(text, span)),
            Shape::Constant => is_constant(text).then(|| string(text, span)),
            Shape::TypeName => is_type_name(text).then(|| string(text, span)),
            Shape::Url => is_url(text).then(|| string(text, span)),
            Shape::CodeLink => code_link(text).map(|_| string(text, span)),
            Shape::Target => target(text).map(|_| string(text, span)),
            Shape::Call => is_call(text).then(|| string(text, span)),
            _ => Some(string(text, span)),
        };
        if decoded.is_none() {
            let found = format!("expected {}, found `{}`", shape.describe(), shorten(text));
            let help = hint::scalar(text, shape);
            self.problems
                .push(Problem::new(Rule::WrongType, span, found).help(help));
        }
        decoded
    }

    fn list(&mut self, node: &Node, shape: &Shape, items: &'static Shape) -> Option<Decoded> {
        let Value::List(nodes) = &node.value else {
            self.wrong_type(node, shape);
            return None;
        };
        if nodes.is_empty() && matches!(shape, Shape::List(_)) {
            // What `docs draft` writes from a page is empty in a new catalog.
            let help = match items {
                Shape::Object(Object {
                    title: "an entry" | "a category",
                    ..
                }) => {
                    "let `cargo xtask docs draft` write it from a saved page, or write it by hand"
                }
                _ => "write what belongs here, or remove the key if it is optional",
            };
            self.problems
                .push(Problem::new(Rule::EmptyList, node.span, "this list has no item").help(help));
        }
        Some(Decoded::List(
            nodes
                .iter()
                .filter_map(|node| self.value(node, items))
                .collect(),
        ))
    }

    fn choice(&mut self, text: &str, span: Span, choices: &'static [Choice]) -> Option<Decoded> {
        if let Some(value) = ids(choices).find(|id| *id == text) {
            return Some(Decoded::Choice(Spanned { value, span }));
        }
        let help = match closest(text, ids(choices)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write one of {}", list(ids(choices))),
        };
        self.problems.push(
            Problem::new(
                Rule::UnknownWord,
                span,
                format!("`{}` is not one of the words allowed here", shorten(text)),
            )
            .help(help),
        );
        None
    }

    fn wrong_type(&mut self, node: &Node, expected: &Shape) {
        let found = match &node.value {
            Value::Scalar { text, .. } => format!("`{}`", shorten(text)),
            other => other.describe().to_owned(),
        };
        let message = format!("expected {}, found {found}", expected.describe());
        self.problems.push(
            Problem::new(Rule::WrongType, node.span, message)
                .help(hint::kind(&node.value, expected)),
        );
    }
}

fn string(text: &str, span: Span) -> Decoded {
    Decoded::Text(Spanned {
        value: text.to_owned(),
        span,
    })
}
