//! The spellings of one code: `3712`, `2XX`, `3000-3999`, `6000+`.

use super::page::RowCode;
use crate::folding::split_while;

/// How far a place may be trusted to hold codes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A cell of a code column: signs and spaced ranges are codes too.
    Cell,
    /// The beginning of a sentence: `5 - 10 users` is no range.
    Sentence,
}

/// A number or class as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum One<'a> {
    Code(RowCode),
    /// A number with thousands separators.
    Grouped(RowCode, &'a str),
    TooLarge(&'a str),
}

/// Whether what follows cannot belong to the number before it.
pub(super) fn is_boundary(rest: &str) -> bool {
    !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
}

/// A single code, class or range at the beginning of a text.
pub(super) fn one(text: &str, place: Place) -> Option<(One<'_>, &str)> {
    if let Some((code, rest)) = class(text) {
        return Some((One::Code(code), rest));
    }
    if let Some(behind) = text.strip_prefix('≥').or_else(|| text.strip_prefix(">=")) {
        let (digits, rest) = digits(behind.trim_start())?;
        let first = digits.parse().ok()?;
        return Some((One::Code(RowCode::Class { first, last: None }), rest));
    }
    let (digits, rest) = if place == Place::Cell {
        signed_digits(text)
    } else {
        digits(text)
    }?;
    if is_part_of_word(rest) || rest.starts_with(['x', 'X']) {
        return None;
    }
    if let Some((whole, behind)) = grouped(text, digits, rest) {
        let code = whole.replace(',', "").parse().ok()?;
        return Some((One::Grouped(RowCode::Code(code), whole), behind));
    }
    let Ok(first) = digits.replace('−', "-").parse::<i32>() else {
        return Some((One::TooLarge(digits), rest));
    };
    if let Some(rest) = open_end(rest) {
        return Some((One::Code(RowCode::Class { first, last: None }), rest));
    }
    match range_end(rest, place) {
        RangeEnd::None => Some((One::Code(RowCode::Code(first)), rest)),
        RangeEnd::At(last, rest) if first < last => Some((
            One::Code(RowCode::Class {
                first,
                last: Some(last),
            }),
            rest,
        )),
        RangeEnd::At(..) | RangeEnd::Unreadable => None,
    }
}

/// `2XX`, `40x`: digits that end in placeholders.
pub(super) fn class(text: &str) -> Option<(RowCode, &str)> {
    let (digits, rest) = digits(text)?;
    let (places, rest) = split_while(rest, |c| matches!(c, 'x' | 'X'));
    // In a table that has run together, the next word follows directly: `2xxSuccess`.
    let runs_on = places.len() == 2 && rest.starts_with(|c: char| c.is_ascii_uppercase());
    if places.is_empty() || !(is_boundary(rest) || runs_on) {
        return None;
    }
    let size = 10_i32.checked_pow(places.len().try_into().ok()?)?;
    let first = digits.parse::<i32>().ok()?.checked_mul(size)?;
    Some((
        RowCode::Class {
            first,
            last: Some(first.checked_add(size - 1)?),
        },
        rest,
    ))
}

/// A plain decimal number: no leading zeros, which dates and hexadecimal numbers have.
fn digits(text: &str) -> Option<(&str, &str)> {
    let (digits, rest) = split_while(text, |c| c.is_ascii_digit());
    let plain = !digits.is_empty() && (digits == "0" || !digits.starts_with('0'));
    plain.then_some((digits, rest))
}

/// A plain decimal number, perhaps with a minus sign.
fn signed_digits(text: &str) -> Option<(&str, &str)> {
    let unsigned = text.strip_prefix(['-', '−']).unwrap_or(text);
    let (digits, rest) = digits(unsigned)?;
    let signed = text
        .split_at_checked(text.len() - unsigned.len() + digits.len())
        .map(|(number, _)| number)?;
    Some((signed, rest))
}

/// Whether a number goes on as a decimal, a percentage or an ordinal.
fn is_part_of_word(rest: &str) -> bool {
    let decimal = rest
        .strip_prefix('.')
        .is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()));
    let (word, _) = split_while(rest, |c| c.is_alphanumeric());
    decimal || rest.starts_with('%') || matches!(word, "st" | "nd" | "rd" | "th")
}

/// `3,161` is one number: codes below 100 are not listed with others without a space.
fn grouped<'a>(text: &'a str, digits: &str, rest: &'a str) -> Option<(&'a str, &'a str)> {
    let group = rest.strip_prefix(',')?;
    let (last, behind) = split_while(group, |c| c.is_ascii_digit());
    let whole = text.get(..text.len() - behind.len())?;
    let is_group = last.len() == 3 && digits.len() <= 2 && is_boundary(behind);
    (is_group && !digits.starts_with(['-', '−']) && !behind.starts_with(','))
        .then_some((whole, behind))
}

/// What makes a number the beginning of an open range.
fn open_end(rest: &str) -> Option<&str> {
    if let Some(behind) = rest.strip_prefix('+') {
        return is_boundary(behind).then_some(behind);
    }
    let words = rest.trim_start();
    OPEN_ENDS
        .iter()
        .find_map(|end| words.strip_prefix(end))
        .filter(|behind| is_boundary(behind))
}

const OPEN_ENDS: [&str; 6] = [
    "and above",
    "and higher",
    "and up",
    "or above",
    "or higher",
    "or more",
];

/// What follows the first number of a range.
enum RangeEnd<'a> {
    None,
    At(i32, &'a str),
    /// A dash and digits that are no code, as in a date.
    Unreadable,
}

fn range_end(rest: &str, place: Place) -> RangeEnd<'_> {
    let spaced = if place == Place::Cell {
        rest.trim_start()
    } else {
        rest
    };
    let behind = ["-", "–", "—", "‒", "..=", "..", "~"]
        .iter()
        .find_map(|dash| spaced.strip_prefix(dash));
    let behind = behind.or_else(|| spaced.strip_prefix("to ").filter(|_| place == Place::Cell));
    let Some(behind) = behind else {
        return RangeEnd::None;
    };
    let behind = if place == Place::Cell {
        behind.trim_start()
    } else {
        behind
    };
    if !behind.starts_with(|c: char| c.is_ascii_digit()) {
        return RangeEnd::None;
    }
    match digits(behind).map(|(digits, rest)| (digits.parse(), rest)) {
        Some((Ok(last), rest)) if is_boundary(rest) && !is_part_of_word(rest) => {
            RangeEnd::At(last, rest)
        }
        _ => RangeEnd::Unreadable,
    }
}
