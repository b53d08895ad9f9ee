//! Holds a tree against the table of keys and keeps what fits, reporting all that does not.

use std::collections::BTreeMap;

use super::shape::{Object, Shape};
use super::yaml::{Node, Value};
use crate::check::Rule;
use crate::problem::{Problem, closest};
use crate::source::{Span, Spanned};
use crate::vocabulary::{Choice, ids};

/// An inclusive range of codes; open at the end if `last` is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Codes {
    /// The lowest number.
    pub first: i32,
    /// The highest number.
    pub last: Option<i32>,
}

impl Codes {
    /// Whether a code lies in the range.
    pub fn contains(self, code: i32) -> bool {
        self.first <= code && self.last.is_none_or(|last| code <= last)
    }
}

/// A calendar date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year, 0 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

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
        choices: Choice -> Spanned<&'static str>;
        objects: Object -> Fields;
    }
}

/// Decodes a whole file as `object`.
pub(super) fn decode(
    root: &Node,
    object: &'static Object,
    problems: &mut Vec<Problem>,
) -> Option<Fields> {
    Decoder { problems }.object(root, object)
}

struct Decoder<'a> {
    problems: &'a mut Vec<Problem>,
}

impl Decoder<'_> {
    fn object(&mut self, node: &Node, object: &'static Object) -> Option<Fields> {
        let Value::Map(pairs) = &node.value else {
            self.wrong_type(node, "a mapping");
            return None;
        };
        let mut values = BTreeMap::new();
        let mut present = Vec::new();
        for (name, value) in pairs {
            let Some(key) = object.keys.iter().find(|key| key.name == name.value) else {
                self.unknown_key(name, object);
                continue;
            };
            present.push(key.name);
            if let Some(decoded) = self.value(value, &key.shape) {
                values.entry(key.name).or_insert(decoded);
            }
        }
        let span = pairs.first().map_or(node.span, |(key, _)| key.span);
        for key in object.keys.iter().filter(|key| key.required) {
            if !present.contains(&key.name) {
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
        Some(Fields { span, values })
    }

    fn unknown_key(&mut self, name: &Spanned<String>, object: &'static Object) {
        let names = object.keys.iter().map(|key| key.name);
        let help = match closest(&name.value, names.clone()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("{} takes {}", object.title, list(names)),
        };
        self.problems.push(
            Problem::new(
                Rule::UnknownKey,
                name.span,
                format!("{} has no key `{}`", object.title, name.value),
            )
            .help(help),
        );
    }

    fn value(&mut self, node: &Node, shape: &'static Shape) -> Option<Decoded> {
        match shape {
            Shape::Object(object) => return self.object(node, object).map(Decoded::Object),
            Shape::List(items) => return self.list(node, items),
            _ => {}
        }
        let Value::Scalar { text, plain } = &node.value else {
            self.wrong_type(node, shape.describe());
            return None;
        };
        let span = node.span;
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
            _ => Some(string(text, span)),
        };
        if decoded.is_none() {
            let found = format!("expected {}, found `{}`", shape.describe(), shorten(text));
            let mut problem = Problem::new(Rule::WrongType, span, found);
            if let (Shape::Number, Some(help)) = (shape, number_help(text)) {
                problem = problem.help(help);
            }
            self.problems.push(problem);
        }
        decoded
    }

    fn list(&mut self, node: &Node, items: &'static Shape) -> Option<Decoded> {
        let Value::List(nodes) = &node.value else {
            self.wrong_type(node, "a list");
            return None;
        };
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
            None => format!("write {}", list(ids(choices))),
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

    fn wrong_type(&mut self, node: &Node, expected: &str) {
        let found = match &node.value {
            Value::Scalar { text, .. } => format!("`{}`", shorten(text)),
            other => other.describe().to_owned(),
        };
        self.problems.push(Problem::new(
            Rule::WrongType,
            node.span,
            format!("expected {expected}, found {found}"),
        ));
    }
}

fn string(text: &str, span: Span) -> Decoded {
    Decoded::Text(Spanned {
        value: text.to_owned(),
        span,
    })
}

/// `-?(0|[1-9][0-9]*)` within `i32`; YAML's other spellings of numbers are refused.
fn integer(text: &str) -> Option<i32> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let canonical = digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits == "0" || !digits.starts_with('0'))
        && text != "-0";
    canonical.then(|| text.parse().ok()).flatten()
}

fn number_help(text: &str) -> Option<String> {
    let plain = text.replace('_', "");
    let plain = plain.strip_prefix('+').unwrap_or(&plain);
    let value = if let Some(hex) = plain.strip_prefix("0x").or(plain.strip_prefix("0X")) {
        i64::from_str_radix(hex, 16).ok()?
    } else {
        plain.parse().ok()?
    };
    Some(match i32::try_from(value) {
        Ok(value) => format!("write `{value}`"),
        Err(_) => format!("a code lies between {} and {}", i32::MIN, i32::MAX),
    })
}

fn codes(text: &str) -> Option<Codes> {
    let (first, last) = text.split_once("..")?;
    let first = integer(first)?;
    let last = match last {
        "" => None,
        last => Some(integer(last.strip_prefix('=')?)?),
    };
    Some(Codes { first, last })
}

fn date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let mut part = |width: usize| {
        let part = parts.next()?;
        let fits = part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| part.parse::<u16>().ok()).flatten()
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u16::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    let valid = (1..=days).contains(&day) && parts.next().is_none();
    valid.then_some(Date {
        year,
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
    })
}

fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

fn is_constant(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

fn is_type_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn is_url(text: &str) -> bool {
    text.strip_prefix("https://").is_some_and(|rest| {
        !rest.is_empty()
            && rest
                .chars()
                .all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`' | '\\'))
    })
}

/// The two halves of `product_id/code`.
pub(super) fn code_link(text: &str) -> Option<(&str, i32)> {
    let (product, code) = text.split_once('/')?;
    is_id(product).then_some((product, integer(code)?))
}

/// Words as they stand in a sentence: `a`, `b` and `c`.
pub(crate) fn list<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// The beginning of a text, for a message that has to stay readable.
fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
        .chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}
