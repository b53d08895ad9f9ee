//! The descriptions of an OpenAPI specification, in JSON or YAML.

use super::prose::{fold, split_while};

/// How a specification is written.
#[derive(Clone, Copy)]
pub(super) enum Form {
    Json,
    Yaml,
}

impl Form {
    pub(super) fn of(text: &str) -> Self {
        let mut lines = text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with("```"));
        if lines.next().is_some_and(|line| line.starts_with('{')) {
            Self::Json
        } else {
            Self::Yaml
        }
    }

    /// Where a description ends within a text.
    pub(super) fn description_end(self, text: &str, indent: usize) -> usize {
        match self {
            Self::Json => string_end(text),
            Self::Yaml => text.len() - behind_scalar(text, indent).len(),
        }
    }
}

/// The place of the quote that ends a JSON string.
fn string_end(text: &str) -> usize {
    let mut escaped = false;
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return place,
            _ => {}
        }
    }
    text.len()
}

/// What follows a YAML scalar: it ends where the indentation does.
fn behind_scalar(text: &str, indent: usize) -> &str {
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once('\n') {
        let (spaces, line) = split_while(behind, |c| c == ' ');
        let is_blank = line.is_empty() || line.starts_with(['\n', '\r']);
        if spaces.len() < indent && !is_blank || line.starts_with("```") {
            return behind;
        }
        rest = behind;
    }
    ""
}

/// The text of a description: escapes resolved, markup dropped, white space folded.
pub(super) fn plain(text: &str) -> String {
    fold(&without_markup(&unescaped(text)))
}

/// Resolves the escapes of JSON strings.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        plain.push_str(before);
        let mut behind = escape.chars();
        match behind.next() {
            Some('n' | 'r' | 't') => plain.push('\n'),
            Some('u') => {
                let digits = escape.get(1..5);
                let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
                plain.extend(code.and_then(char::from_u32));
                behind = escape
                    .get(if code.is_some() { 5 } else { 1 }..)
                    .unwrap_or_default()
                    .chars();
            }
            Some(c) => plain.push(c),
            None => {}
        }
        rest = behind.as_str();
    }
    plain.push_str(rest);
    plain
}

/// Drops the tags and signs that descriptions are marked up with.
fn without_markup(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        plain.push_str(before);
        let (name, behind) =
            split_while(tag.trim_start_matches('/'), |c| c.is_ascii_alphanumeric());
        let end = behind
            .find(['>', '<'])
            .filter(|_| TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name)));
        match end.and_then(|end| behind.get(end..)?.strip_prefix('>')) {
            Some(behind) => {
                plain.push(' ');
                rest = behind;
            }
            None => {
                plain.push('<');
                rest = tag;
            }
        }
    }
    plain.push_str(rest);
    plain.replace("**", "").replace('`', "")
}

const TAGS: [&str; 12] = [
    "a", "b", "br", "code", "em", "i", "li", "ol", "p", "span", "strong", "ul",
];
