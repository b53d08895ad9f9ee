//! Reads the text of a list item: `CODE - NAME - text`. The separators are not always there.

use std::ops::Range;

use super::code_cell::{self, Codes, is_glued_to_constant};
use super::named_code::{NamedCode, hexadecimal};
use super::number::is_boundary;
use super::page::{RowCode, RowContent, Section};
use super::prose::{Constant, Methods};
use crate::folding::split_while;

/// What may stand between code, constant and text.
const SEPARATORS: &[char] = &['-', '–', '—', '‒', '−', ':', '|'];

/// An item that begins with a code.
pub(super) struct Entry {
    pub(super) codes: Vec<RowCode>,
    pub(super) too_many: bool,
    name: Option<String>,
    has_compound_name: bool,
    /// Whether a separator follows the code.
    separated: bool,
    text: String,
    pub(super) notes: Vec<String>,
    /// Whether it can be nothing but a row.
    certain: bool,
}

impl Entry {
    /// Reads a folded text.
    pub(super) fn read(text: &str) -> Option<Self> {
        if text.starts_with("~~") {
            // Struck out.
            return None;
        }
        Self::numbered(text)
            .or_else(|| Self::odd_number(text))
            .or_else(|| Self::named(text))
    }

    /// `NAME (5012) - text`, `NAME = 5012 - text`, `Name(-1) text`: the constant comes first.
    fn named(text: &str) -> Option<Self> {
        let named = NamedCode::leading(text)?;
        let mut entry = Self::new(&Codes::default());
        let (separated, rest) = skip_separator(named.rest.trim_start_matches(is_decoration));
        entry.codes = vec![RowCode::Code(named.code)];
        entry.name = Some(named.name.to_owned());
        entry.has_compound_name = true;
        entry.separated = separated;
        entry.certain = true;
        entry.text = rest.to_owned();
        Some(entry)
    }

    /// `-5099 - NAME - text`, `0x13EB - NAME - text`: only beside a constant, for much else begins
    /// so.
    fn odd_number(text: &str) -> Option<Self> {
        let text = text.trim_start_matches(is_decoration);
        let (code, rest, note) = match hexadecimal(text) {
            Some((code, digits, rest)) => {
                (code, rest, Some(format!("`{digits}` was read as {code}")))
            }
            None => {
                let unsigned = text.strip_prefix(['-', '−'])?;
                let (digits, rest) = split_while(unsigned, |c| c.is_ascii_digit());
                (digits.parse::<i32>().ok()?.checked_neg()?, rest, None)
            }
        };
        let (separated, behind) = skip_separator(rest.trim_start_matches(is_decoration));
        let mut entry = Self::new(&Codes::default());
        let rest = entry.take_name(behind);
        entry.codes = vec![RowCode::Code(code)];
        entry.notes.extend(note);
        entry.separated = separated;
        entry.certain = true;
        entry.text = rest.to_owned();
        let worded = entry.name.is_some() || (separated && text.starts_with('0'));
        (separated && worded).then_some(entry)
    }

    /// `5012 - NAME - text`.
    fn numbered(text: &str) -> Option<Self> {
        let codes = code_cell::leading(text)?;
        if !is_boundary(codes.rest) && !is_glued_to_constant(codes.rest) {
            return None;
        }
        let behind =
            code_cell::without_range_word(&codes, codes.rest.trim_start_matches(is_decoration));
        let unspaced = codes.rest.starts_with(SEPARATORS);
        let (separated, behind) = skip_separator(behind);
        if separated && unspaced && behind.starts_with(|c: char| c.is_ascii_digit()) {
            // A date, a time.
            return None;
        }
        let mut entry = Self::new(&codes);
        let rest = entry.take_name(behind);
        let is_sentence = !rest.is_empty() && !rest.starts_with(|c: char| c.is_ascii_digit());
        entry.certain =
            entry.has_compound_name || (separated && (entry.name.is_some() || is_sentence));
        entry.separated = separated;
        if !separated {
            entry
                .notes
                .push("nothing separates the code from what follows it".to_owned());
        }
        entry.text = rest.to_owned();
        (!entry.text.is_empty() || entry.name.is_some()).then_some(entry)
    }

    fn new(codes: &Codes<'_>) -> Self {
        Self {
            codes: codes.codes.clone(),
            too_many: codes.too_many,
            name: None,
            has_compound_name: false,
            separated: false,
            text: String::new(),
            notes: codes.notes.clone(),
            certain: false,
        }
    }

    /// Takes the constant off a text, with the separator behind it.
    fn take_name<'a>(&mut self, text: &'a str) -> &'a str {
        let Some(constant) = Constant::leading(text.trim_start_matches(is_decoration)) else {
            return text;
        };
        let (separated, rest) = skip_separator(constant.rest.trim_start_matches(is_decoration));
        // `FAIL - text` has a constant, `API limits` does not.
        let is_name =
            constant.is_compound() || (constant.name.len() > 2 && (separated || rest.is_empty()));
        if !is_name {
            return text;
        }
        if constant.glued {
            self.notes.push(constant.glued_note());
        }
        self.has_compound_name = constant.is_compound();
        self.name = Some(constant.name.to_owned());
        rest
    }

    /// Whether the item is a row, given the rest of its list.
    pub(super) fn counts(&self, context: &Context) -> bool {
        (self.certain || context.has_rows) && !self.is_small()
    }

    /// Whether it is a small number without a constant: steps, values of settings, and reasons whose
    /// row is gone look like that.
    pub(super) fn is_small(&self) -> bool {
        const SMALL: i32 = 100;
        self.name.is_none()
            && self
                .codes
                .iter()
                .any(|code| matches!(code, RowCode::Code(code) if *code < SMALL))
    }

    /// Whether the item is a row of its own even below another row.
    pub(super) fn is_row_though_nested(&self) -> bool {
        const SMALLEST: i32 = 100;
        self.has_compound_name
            && self
                .codes
                .iter()
                .all(|code| matches!(code, RowCode::Code(code) if *code >= SMALLEST))
    }

    /// Its codes, and what it says of them.
    pub(super) fn into_content(
        self,
        section: Option<&Section>,
        span: &Range<usize>,
    ) -> (Vec<RowCode>, RowContent) {
        let methods = Methods::in_text(&self.text);
        let content = RowContent {
            name: self.name,
            section: section.cloned(),
            text: self.text,
            methods: methods.names,
            reasons: Vec::new(),
            span: span.clone(),
            notes: self.notes.into_iter().chain(methods.notes).collect(),
        };
        (self.codes, content)
    }
}

/// What a list's other items tell of a doubtful one.
pub(super) struct Context {
    /// Some item is certain to be a row.
    has_rows: bool,
    /// Some item has a constant.
    pub(super) has_names: bool,
}

impl Context {
    pub(super) fn of(entries: impl Iterator<Item = Entry>) -> Self {
        let mut context = Self {
            has_rows: false,
            has_names: false,
        };
        for entry in entries {
            context.has_rows |= entry.certain;
            context.has_names |= entry.name.is_some();
        }
        context
    }
}

/// Whether a line can be nothing but a row whose bullet was lost: a sentence may speak of a code and
/// its constant, but not with a separator between them.
pub(super) fn is_row(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && Entry::read(text).is_some_and(|entry| entry.has_compound_name && entry.separated)
}

/// `1 - Permission denied`; without the separator only if an earlier reason has a number.
pub(super) fn reason_number(text: &str, numbered: bool) -> Option<(i32, &str)> {
    let (digits, rest) = split_while(text, |c| c.is_ascii_digit());
    let code = digits.parse().ok()?;
    let behind = rest.trim_start();
    let separated = [SEPARATORS, &['.', ')']].concat();
    match behind.strip_prefix(separated.as_slice()) {
        // `2.5 seconds`, `10-20 users`, `10:30`
        Some(text) if text.starts_with(|c: char| c.is_ascii_digit()) => None,
        Some(text) => Some((code, text.trim_start())),
        None => (numbered && is_boundary(rest) && !behind.is_empty()).then_some((code, behind)),
    }
}

/// Markup that is left around codes and constants.
fn is_decoration(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '`' | '"')
}

/// Skips a separator and the space around it.
fn skip_separator(text: &str) -> (bool, &str) {
    let text = text.trim_start();
    let behind = text.trim_start_matches(SEPARATORS);
    (behind.len() < text.len(), behind.trim_start())
}
