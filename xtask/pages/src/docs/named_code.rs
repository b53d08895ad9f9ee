//! Codes behind their constants, and codes in other notations than plain decimal.

use crate::folding::split_while;

/// A constant and the code behind it.
pub(super) struct NamedCode<'a> {
    pub(super) name: &'a str,
    pub(super) code: i32,
    /// What stands behind both.
    pub(super) rest: &'a str,
}

impl<'a> NamedCode<'a> {
    /// Reads `NAME (5012)`, `NAME = 5012`, `NAME: 5012` and `Name(-1)`.
    pub(super) fn leading(text: &'a str) -> Option<Self> {
        let text = text.trim_start_matches(is_markup);
        let (name, behind) = split_while(text, |c| c.is_ascii_alphanumeric() || c == '_');
        let upper = is_upper_constant(name);
        if !upper && !is_camel_constant(name) {
            return None;
        }
        let behind = if upper {
            behind.trim_start_matches(is_markup)
        } else {
            behind
        };
        let (number, closing) = match behind
            .strip_prefix('(')
            .or_else(|| behind.strip_prefix('['))
        {
            Some(number) => (number, true),
            None if upper => (behind.strip_prefix(['=', ':'])?, false),
            None => return None,
        };
        let (code, rest) = number_of(number.trim_start())?;
        let rest = match closing {
            true => rest.trim_start().strip_prefix([')', ']'])?,
            false if rest.starts_with(|c: char| c.is_alphanumeric() || c == '.') => return None,
            false => rest,
        };
        let rest = rest.trim_start_matches(is_markup);
        Some(Self { name, code, rest })
    }
}

fn is_markup(c: char) -> bool {
    c.is_whitespace() || matches!(c, '`' | '*' | '"')
}

/// `CLIENT_NEW_THING`.
fn is_upper_constant(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.contains('_')
        && !name.contains(|c: char| c.is_ascii_lowercase())
}

/// `ReadTimeOut`, `Fallback`: directly before a bracket only.
fn is_camel_constant(name: &str) -> bool {
    name.len() > 3
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.contains(|c: char| c.is_ascii_lowercase())
        && !name.contains('_')
}

/// A number, perhaps with a sign or in hexadecimal.
fn number_of(text: &str) -> Option<(i32, &str)> {
    if let Some((code, _, rest)) = hexadecimal(text) {
        return Some((code, rest));
    }
    let unsigned = text.strip_prefix(['-', '−']).unwrap_or(text);
    let (digits, rest) = split_while(unsigned, |c| c.is_ascii_digit());
    let code: i32 = digits.parse().ok()?;
    let negative = unsigned.len() < text.len();
    Some((if negative { code.checked_neg()? } else { code }, rest))
}

/// `0x13EB`: its value, what was written, and what follows.
pub(super) fn hexadecimal(text: &str) -> Option<(i32, &str, &str)> {
    let digits = text
        .strip_prefix("0x")
        .or_else(|| text.strip_prefix("0X"))?;
    let (digits, rest) = split_while(digits, |c| c.is_ascii_hexdigit());
    // Headers write negative codes so: all 32 bits count.
    let code = u32::from_str_radix(digits, 16).ok()?.cast_signed();
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    let written = text.get(..text.len() - rest.len())?;
    ends.then_some((code, written, rest))
}
