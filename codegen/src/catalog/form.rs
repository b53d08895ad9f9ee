//! The forms of scalars: what a number, a range, a day or a name looks like in a catalog.

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

/// `-?(0|[1-9][0-9]*)` within `i32`; YAML's other spellings of numbers are refused.
pub fn integer(text: &str) -> Option<i32> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let canonical = digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits == "0" || !digits.starts_with('0'))
        && text != "-0";
    canonical.then(|| text.parse().ok()).flatten()
}

/// `first..=last`, or `first..` for an open range.
pub fn codes(text: &str) -> Option<Codes> {
    let (first, last) = text.split_once("..")?;
    let first = integer(first)?;
    let last = match last {
        "" => None,
        last => Some(integer(last.strip_prefix('=')?)?),
    };
    Some(Codes { first, last })
}

/// `YYYY-MM-DD`, a day that exists.
pub(super) fn date(text: &str) -> Option<Date> {
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

/// Lower-case letters, digits and single `_` between them, a letter first.
pub(super) fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.contains("__")
        && !text.ends_with('_')
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// Letters, digits and `_`, a letter first.
pub(super) fn is_constant(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// Letters and digits, a capital first.
pub(super) fn is_type_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// An `https` address without characters that could end a link.
pub(super) fn is_url(text: &str) -> bool {
    text.strip_prefix("https://").is_some_and(|rest| {
        !rest.is_empty()
            && rest
                .chars()
                .all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`' | '\\'))
    })
}

/// `METHOD /path`.
pub(super) fn is_call(text: &str) -> bool {
    const METHODS: &[&str] = &["DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"];
    text.split_once(' ').is_some_and(|(method, path)| {
        METHODS.contains(&method)
            && path.starts_with('/')
            && path.bytes().all(|b| b.is_ascii_graphic())
    })
}

/// A code of the same catalog, or `product_id/code`.
pub(super) fn target(text: &str) -> Option<(Option<&str>, i32)> {
    match integer(text) {
        Some(code) => Some((None, code)),
        None => code_link(text).map(|(product, code)| (Some(product), code)),
    }
}

/// The two halves of `product_id/code`.
pub(super) fn code_link(text: &str) -> Option<(&str, i32)> {
    let (product, code) = text.split_once('/')?;
    is_id(product).then_some((product, integer(code)?))
}
