//! Reads the codes that an OpenAPI specification describes under its responses:
//! ``**Error Code:** `1001` <br>\n User does not exist.``
//!
//! Specifications come as JSON or YAML, whole or cut off, so the text is searched for the marks
//! themselves; the form only tells where a description ends.

use std::collections::HashSet;
use std::ops::Range;

use super::code_cell;
use super::description::{self, Form};
use super::number::is_boundary;
use super::page::{PageNote, Row, RowCode, RowContent, Section};
use super::prose::{Methods, split_while};

/// What a specification gave.
#[derive(Debug, Default)]
pub(super) struct Specification {
    pub(super) rows: Vec<Row>,
    pub(super) notes: Vec<PageNote>,
    /// A description that lists too many codes.
    pub(super) too_many: Option<Range<usize>>,
    /// Rows that are known: operations repeat each other's.
    known: HashSet<(RowCode, Option<String>, String)>,
}

/// Reads the codes in a specification that begins at `base` in the input.
pub(super) fn read(text: &str, base: usize) -> Specification {
    let mut specification = Specification::default();
    let form = Form::of(text);
    let marks = marks(text);
    let mut status = None;
    for (index, mark) in marks.iter().enumerate() {
        match &mark.kind {
            Kind::Status(new) => {
                let section = |status: &String| {
                    let span = base + mark.start..base + mark.start;
                    Section::new(format!("HTTP {status}"), span)
                };
                status = new.as_ref().map(section);
            }
            Kind::Error { description } => {
                let next = marks.get(index + 1).map_or(text.len(), |next| next.start);
                let rest = text.get(*description..next).unwrap_or_default();
                let end = description + form.description_end(rest, mark.indent);
                let span = base + mark.start..base + end;
                specification.description(
                    text.get(*description..end).unwrap_or_default(),
                    status.as_ref(),
                    &span,
                );
            }
        }
    }
    specification
}

impl Specification {
    fn description(&mut self, text: &str, status: Option<&Section>, span: &Range<usize>) {
        let text = description::plain(text);
        let Some(codes) = code_cell::leading(&text).filter(|codes| is_boundary(codes.rest)) else {
            self.notes.push(PageNote {
                text: code_cell::unread_note(&text),
                span: span.clone(),
            });
            return;
        };
        if codes.too_many {
            self.too_many.get_or_insert(span.clone());
            return;
        }
        if codes.codes.is_empty() {
            let notes = codes.notes.into_iter();
            self.notes.extend(notes.map(|text| PageNote {
                text,
                span: span.clone(),
            }));
            return;
        }
        let message = codes
            .rest
            .trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '"'));
        let status_text = status.map(|status| status.to_string());
        let key = |code: &RowCode| (*code, status_text.clone(), message.to_owned());
        let mut new = codes.codes;
        new.retain(|code| self.known.insert(key(code)));
        if new.is_empty() {
            return;
        }
        let methods = Methods::in_text(message);
        let content = RowContent {
            section: status.cloned(),
            text: message.to_owned(),
            methods: methods.names,
            span: span.clone(),
            notes: codes.notes.into_iter().chain(methods.notes).collect(),
            ..RowContent::default()
        };
        self.rows.extend(content.rows(new));
    }
}

/// A place in the specification that matters.
struct Mark {
    start: usize,
    /// How far the lines are indented that belong to the same description.
    indent: usize,
    kind: Kind,
}

enum Kind {
    /// The responses from here on have this HTTP status.
    Status(Option<String>),
    /// An error's code; its description begins with the code itself.
    Error { description: usize },
}

/// Finds the marks in order.
fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut line = 0;
    for (start, byte) in text.bytes().enumerate() {
        // Only the first byte of a character is worth a look.
        let Some(rest) = text
            .get(start..)
            .filter(|_| matches!(byte, b'\n' | b'"' | b'\'' | b'e' | b'E' | b'h' | b'H'))
        else {
            continue;
        };
        if byte == b'\n' {
            line = start + 1;
        }
        let kind = match byte {
            b'\n' => response_key(
                rest.strip_prefix('\n')
                    .unwrap_or(rest)
                    .trim_start_matches(' '),
                true,
            ),
            b'"' | b'\'' => response_key(rest, false),
            b'h' | b'H' => status_mark(rest),
            _ => error_mark(rest).map(|skipped| Kind::Error {
                description: start + skipped,
            }),
        };
        if let Some(kind) = kind {
            let indent = description_indent(text.get(line..start).unwrap_or_default());
            marks.push(Mark {
                start,
                indent,
                kind,
            });
        }
    }
    marks
}

/// `"404": {`, `'404':`, and at the beginning of a line `404:`.
fn response_key(text: &str, begins_line: bool) -> Option<Kind> {
    let quote = ['"', '\'']
        .into_iter()
        .find(|&quote| text.starts_with(quote));
    let unquoted = match quote {
        Some(quote) => text.strip_prefix(quote)?,
        None if begins_line => text,
        None => return None,
    };
    let (key, behind) = split_while(unquoted, |c| c.is_ascii_alphanumeric());
    let behind = quote.map_or(Some(behind), |quote| behind.strip_prefix(quote))?;
    let behind = behind.trim_start_matches(' ').strip_prefix(':')?;
    if key == "default" {
        // Schemas have defaults too, but these are plain values.
        return behind
            .trim_start_matches(' ')
            .starts_with(['{', '\n', '\r'])
            .then_some(Kind::Status(None));
    }
    let is_status = key.len() == 3
        && key.starts_with(|c: char| ('1'..='5').contains(&c))
        && (key.ends_with("XX") || key.chars().all(|c| c.is_ascii_digit()));
    is_status.then(|| Kind::Status(Some(key.to_owned())))
}

/// ``**HTTP Status Code:** `404` ``.
fn status_mark(text: &str) -> Option<Kind> {
    let number = behind_label(text, "http status code")?;
    let (digits, _) = split_while(number, |c| c.is_ascii_digit());
    (digits.len() == 3).then(|| Kind::Status(Some(digits.to_owned())))
}

/// How many bytes lie between the mark of an error and its code.
fn error_mark(text: &str) -> Option<usize> {
    let number = behind_label(text, "error code")?;
    number
        .starts_with(|c: char| c.is_ascii_digit())
        .then(|| text.len() - number.len())
}

/// What follows a label, its colon and the markup around both.
fn behind_label<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    const LONGEST_GAP: usize = 64;
    let begins = text.get(..label.len())?.eq_ignore_ascii_case(label);
    let behind = text.get(label.len()..).filter(|_| begins)?;
    let mut rest = behind.strip_prefix('s').unwrap_or(behind);
    loop {
        let trimmed = rest
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | ':' | '`' | '_'));
        let skipped = SKIPPED
            .iter()
            .find_map(|escape| trimmed.strip_prefix(escape));
        match skipped.filter(|rest| behind.len() - rest.len() <= LONGEST_GAP) {
            Some(behind) => rest = behind,
            None => {
                rest = trimmed;
                break;
            }
        }
    }
    let gap = behind.get(..behind.len() - rest.len())?;
    gap.contains(':').then_some(rest)
}

/// What may stand between a label and its number besides signs and space.
const SKIPPED: [&str; 7] = ["\\n", "\\r", "\\t", "<br>", "<br/>", "<br />", "&nbsp;"];

/// How far a line is indented, one more if the description begins on its key's line: what follows
/// is then indented deeper than the key.
fn description_indent(before: &str) -> usize {
    const DEEPEST: usize = 200;
    let indent = before
        .bytes()
        .take(DEEPEST)
        .take_while(|&byte| byte == b' ')
        .count();
    let behind = before.get(indent..).unwrap_or_default();
    let (key, behind) = split_while(behind, |c| c.is_ascii_alphanumeric());
    indent + usize::from(!key.is_empty() && behind.starts_with(": "))
}
