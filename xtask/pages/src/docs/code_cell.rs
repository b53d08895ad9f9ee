//! Where pages write codes: in cells of their own, at the beginning of sentences, beside constants.

use super::number::{One, Place, class, is_boundary, one};
use super::page::RowCode;
use super::prose::Constant;
use crate::folding::{fold, shorten, split_while};

/// No page lists more codes than that in one place.
pub(super) const MOST_CODES: usize = 64;

/// Codes and what stands around them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Codes<'a> {
    /// The codes, empty if none of them fits an `i32`.
    pub(super) codes: Vec<RowCode>,
    /// Whether there are more than [`MOST_CODES`].
    pub(super) too_many: bool,
    /// A constant that stood before the code (`SOME_NAME (123)`).
    pub(super) name: Option<&'a str>,
    /// What stands behind the codes.
    pub(super) rest: &'a str,
    /// What could not be read with certainty.
    pub(super) notes: Vec<String>,
}

/// Reads a cell of a code column.
pub(super) fn cell(text: &str) -> Option<Codes<'_>> {
    let text = bare(text);
    let leading = list(without_lead_words(text), Place::Cell)
        .filter(|codes| is_boundary(codes.rest) || is_glued_to_constant(codes.rest));
    let Some(mut codes) = leading else {
        return behind_name(text);
    };
    codes.rest = behind_codes(&codes);
    Some(codes)
}

/// Reads the codes that a sentence begins with.
pub(super) fn leading(text: &str) -> Option<Codes<'_>> {
    list(without_lead_words(bare(text)), Place::Sentence)
}

/// The one class that a sentence speaks of (`errors in the 4xx range`), if it is one.
pub(super) fn class_spoken_of(text: &str) -> Option<RowCode> {
    let mut found = None;
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        let Some((class, "")) = class(word) else {
            continue;
        };
        if !words.peek().is_some_and(|next| {
            next.get(..5)
                .is_some_and(|w| w.eq_ignore_ascii_case("range"))
        }) {
            continue;
        }
        if found.is_some_and(|known| known != class) {
            return None;
        }
        found = Some(class);
    }
    found
}

/// Splits a line behind the codes that it begins with, even where the next word has run into them.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let rest = list(text, Place::Sentence)?.rest;
    text.split_at_checked(text.len() - rest.len())
}

/// Drops what markup leaves around a code.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '`' | '*' | '"' | '\''))
}

/// Drops `Error`, `Code:` and the like before a number.
fn without_lead_words(text: &str) -> &str {
    let (words, rest) = split_while(text, |c| !c.is_ascii_digit());
    let is_lead = words.len() <= 24
        && words
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .all(|word| {
                LEAD_WORDS
                    .iter()
                    .any(|lead| lead.eq_ignore_ascii_case(word))
            })
        && !words.contains(['-', '−', '.', ',', '+', '>', '≥']);
    if is_lead { rest } else { text }
}

const LEAD_WORDS: [&str; 5] = ["error", "code", "status", "http", "codes"];

/// `NAME (123)`, `NAME = 123`, `NAME: 123`.
fn behind_name(text: &str) -> Option<Codes<'_>> {
    if let Some(codes) = behind_prefix(text) {
        return Some(codes);
    }
    let constant = Constant::leading(text).filter(|constant| !constant.glued)?;
    let number = constant.rest.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '(' | '[' | '=' | ':' | '–' | '—' | '`')
    });
    let (first, rest) = one(number.strip_prefix("- ").unwrap_or(number), Place::Cell)?;
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '`'));
    let mut codes = Codes {
        name: Some(constant.name),
        rest,
        ..Codes::default()
    };
    codes.push(first);
    rest.is_empty().then_some(codes)
}

/// `ERR-3799`: the dash joins, and is no minus.
fn behind_prefix(text: &str) -> Option<Codes<'_>> {
    const LONGEST: usize = 8;
    let (prefix, behind) = split_while(text, |c| c.is_ascii_alphabetic());
    let number = behind.strip_prefix(['-', '#', '_'])?;
    if prefix.is_empty() || prefix.len() > LONGEST || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let code = number.parse().ok()?;
    let mut codes = Codes::default();
    codes.codes.push(RowCode::Code(code));
    codes.notes.push(format!("`{text}` was read as {code}"));
    Some(codes)
}

/// What is left of a cell once its codes are read.
fn behind_codes<'a>(codes: &Codes<'a>) -> &'a str {
    let rest = codes.rest.trim_start_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '-' | '–' | '—' | ':' | '*' | '†' | '‡' | '`' | '.' | '#' | '¶'
            )
    });
    without_range_word(codes, rest)
}

/// Drops `range`, `errors` and the like behind a class.
pub(super) fn without_range_word<'a>(codes: &Codes<'a>, rest: &'a str) -> &'a str {
    let is_class = matches!(codes.codes.last(), Some(RowCode::Class { .. }));
    let (word, behind) = split_while(rest, |c| c.is_ascii_alphabetic());
    let is_range = ["range", "class", "errors", "codes", "series"]
        .iter()
        .any(|w| w.eq_ignore_ascii_case(word));
    if is_class && is_range {
        behind.trim_start()
    } else {
        rest
    }
}

impl<'a> Codes<'a> {
    fn push(&mut self, one: One<'a>) {
        match one {
            One::Code(code) => self.codes.push(code),
            One::Grouped(code, digits) => {
                self.codes.push(code);
                self.notes.push(format!("`{digits}` was read as {code}"));
            }
            One::TooLarge(digits) => {
                self.notes.push(format!(
                    "`{}` is larger than any code can be",
                    shorten(digits, 30)
                ));
            }
        }
    }
}

/// One or more codes with separators between them.
fn list(text: &str, place: Place) -> Option<Codes<'_>> {
    let (first, mut rest) = one(text, place)?;
    let mut codes = Codes::default();
    codes.push(first);
    while let Some((next, behind)) = separator(rest, place).and_then(|rest| one(rest, place)) {
        if !is_boundary(behind) {
            break;
        }
        if codes.codes.len() == MOST_CODES {
            codes.too_many = true;
            break;
        }
        codes.push(next);
        rest = behind;
    }
    codes.rest = rest;
    Some(codes)
}

/// Whether what follows is a constant that has run into the number before it.
pub(super) fn is_glued_to_constant(rest: &str) -> bool {
    Constant::leading(rest).is_some_and(|constant| constant.is_compound())
}

/// Skips what separates two codes. Mere space does so only if nothing but codes follows.
fn separator(rest: &str, place: Place) -> Option<&str> {
    let text = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '`');
    let text = match text.strip_prefix([',', ';', '/', '|', '&']) {
        Some(behind) => behind,
        None if place == Place::Cell && only_codes(text) => text,
        None => "",
    };
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '`');
    if !text.is_empty() {
        return Some(text);
    }
    let word = rest.trim_start();
    let behind = word
        .strip_prefix("and ")
        .or_else(|| word.strip_prefix("or "))?;
    Some(behind.trim_start())
}

/// Whether a text is made of digits and separators alone, as far as that matters.
fn only_codes(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .take(16 * MOST_CODES)
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | ';' | '`'))
}

/// A page's words for a cell in which no code was found.
pub(super) fn unread_note(cell: &str) -> String {
    format!(
        "no code was found in the code cell `{}`",
        shorten(&fold(cell), 60)
    )
}
