//! Values behind a separator.

use core::ops::Range;

/// The longest text that is read; a message is a sentence.
const LONGEST: usize = 2000;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value<'a> {
    /// A whole number, and where it ends.
    Number(i64, usize),
    /// A text as it is written, and where it begins.
    Text(&'a str, usize),
    /// A list, an object, nothing.
    Other,
}

/// The first place behind a separator: `:`, `=`, `=>`, `==`.
pub(super) fn behind_separator(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at + 1) {
        Some(b'>' | b'=') => at + 2,
        _ => at + 1,
    }
}

/// Reads a value.
pub(super) fn read(text: &str, from: usize) -> Value<'_> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < from + 40 && matches!(bytes.get(at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
        at += 1;
    }
    let escapes = bytes.get(at..).map_or(0, |rest| {
        rest.iter().take_while(|byte| **byte == b'\\').count()
    });
    let (quote, length) = match bytes.get(at + escapes..) {
        Some([quote @ (b'"' | b'\'' | b'`'), ..]) => (*quote, 1),
        Some([0xe2, 0x80, 0x9c..=0x9e, ..]) => (0x9d, 3),
        Some([0xe2, 0x80, 0x98, ..]) => (0x99, 3),
        Some([b'%', b'2', b'2', ..]) => (b'%', 3),
        _ => return bare(text, at),
    };
    let start = at + escapes + length;
    let end = closing(bytes, start, quote, escapes);
    let Some(content) = text.get(start..end) else {
        return Value::Other;
    };
    match number(content.as_bytes()) {
        Some((number, length)) if length == content.trim_end().len() => Value::Number(number, end),
        _ => Value::Text(content, start),
    }
}

/// Where a quoted text ends: at the same quote behind as many backslashes, or fewer.
fn closing(bytes: &[u8], start: usize, quote: u8, escapes: usize) -> usize {
    let most = (start + LONGEST).min(bytes.len());
    let mut backslashes = 0;
    let mut at = start;
    while let Some(byte) = bytes.get(at).filter(|_| at < most) {
        match byte {
            b'\\' => backslashes += 1,
            // Of a typographic quote this is the last of three bytes.
            byte if *byte == quote && matches!(quote, 0x9d | 0x99) => {
                let opened = at.saturating_sub(2);
                if bytes.get(opened..at) == Some([0xe2, 0x80].as_slice()) {
                    return opened;
                }
                backslashes = 0;
            }
            byte if *byte == quote
                && (quote != b'%' || bytes.get(at..at + 3) == Some(b"%22".as_slice())) =>
            {
                if backslashes <= escapes {
                    return at - backslashes;
                }
                backslashes = 0;
            }
            _ => backslashes = 0,
        }
        at += 1;
    }
    // Cut between characters.
    (start..=at)
        .rev()
        .find(|end| {
            bytes
                .get(*end)
                .is_none_or(|byte| !(0x80..=0xbf).contains(byte))
        })
        .unwrap_or(start)
}

/// A value without quotes: a number, or what stands before the next mark.
fn bare(text: &str, at: usize) -> Value<'_> {
    let Some(rest) = text.as_bytes().get(at..) else {
        return Value::Other;
    };
    if let Some((number, length)) = number(rest) {
        let behind = rest.get(length..).unwrap_or_default();
        return match behind {
            // `3f2a` and `12ms` are no numbers; `5007reason:` is one, glued to the next field.
            [next, ..] if next.is_ascii_alphabetic() && !glued(behind) => Value::Other,
            [b'.', digit, ..] if digit.is_ascii_digit() => Value::Other,
            [b'-' | b':' | b'/', digit, ..] if digit.is_ascii_digit() => Value::Other,
            [b'_', ..] => Value::Other,
            _ => Value::Number(number, at + length),
        };
    }
    let ends = |byte: &u8| {
        matches!(
            byte,
            b',' | b';' | b'}' | b']' | b')' | b'\n' | b'\r' | b'&' | b'"' | b'|' | b'<'
        )
    };
    let most = rest.len().min(300);
    let end = rest.iter().take(most).position(ends).unwrap_or(most);
    let span: Range<usize> = at..at + end;
    match text.get(span) {
        Some(value) if !value.trim().is_empty() => Value::Text(value.trim(), at),
        _ => Value::Other,
    }
}

/// Whether a name and a colon follow.
fn glued(bytes: &[u8]) -> bool {
    let name = bytes
        .iter()
        .take(40)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    bytes.get(name) == Some(&b':')
}

/// A whole number at the beginning, also with `.0` behind it, and its length.
fn number(bytes: &[u8]) -> Option<(i64, usize)> {
    let signed = matches!(bytes.first(), Some(b'-' | b'+'));
    let digits = bytes
        .iter()
        .skip(usize::from(signed))
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let length = digits + usize::from(signed);
    let written = core::str::from_utf8(bytes.get(..length)?).ok()?;
    let number = written.strip_prefix('+').unwrap_or(written).parse().ok()?;
    let fraction = match bytes.get(length..) {
        Some([b'.', b'0', rest @ ..]) if !rest.first().is_some_and(u8::is_ascii_alphanumeric) => 2,
        _ => 0,
    };
    (digits > 0).then_some((number, length + fraction))
}

/// A number with a comma before each third digit, and its length.
pub(super) fn grouped(bytes: &[u8]) -> Option<(i64, usize)> {
    let mut number = 0i64;
    let first = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let mut at = first;
    let add = |number: i64, digits: &[u8]| {
        digits.iter().fold(number, |sum, digit| {
            sum.saturating_mul(10)
                .saturating_add(i64::from(digit - b'0'))
        })
    };
    number = add(number, bytes.get(..first)?);
    while let Some([b',', digits @ ..]) = bytes.get(at..at + 4) {
        if !digits.iter().all(u8::is_ascii_digit) {
            break;
        }
        number = add(number, digits);
        at += 4;
    }
    let ended = bytes.get(at).is_none_or(|byte| !byte.is_ascii_digit());
    ((1..=3).contains(&first) && at > first && ended).then_some((number, at))
}
