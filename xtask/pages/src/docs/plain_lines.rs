//! What a line of plain text is, as far as it tells by itself.

use crate::folding::split_while;

/// Whether a line that stands alone is a heading and not a sentence.
pub(super) fn is_heading(line: &str) -> bool {
    const DEEPEST: usize = 3;
    let (indent, text) = split_while(line, char::is_whitespace);
    indent.len() <= DEEPEST
        && text.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
        && is_short(text)
        && !text.trim_end().ends_with(':')
}

/// Whether a line that stands alone before rows is a heading though it is indented, in lower case,
/// or ends in a colon.
pub(super) fn is_plain_heading(line: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let text = line.trim();
    let first = text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    text.starts_with(char::is_alphanumeric)
        && is_short(text)
        && !LEAD_INS.contains(&first.as_str())
        && text.split_whitespace().count() <= MOST_WORDS
}

/// With these begins a sentence that leads over to rows.
const LEAD_INS: [&str; 14] = [
    "all",
    "below",
    "each",
    "following",
    "for",
    "here",
    "if",
    "it",
    "see",
    "the",
    "these",
    "they",
    "this",
    "when",
];

fn is_short(text: &str) -> bool {
    const LONGEST: usize = 100;
    const MOST_WORDS: usize = 12;
    let text = text.trim_end();
    text.len() <= LONGEST
        && text.split_whitespace().count() <= MOST_WORDS
        && !text.ends_with(['.', ';', ',', '!'])
}

/// A number alone on its line, which printed pages have at their ends.
pub(super) fn is_page_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `1 - Loose socket` directly below a row that has lost its bullet.
pub(super) fn is_bare_reason(text: &str) -> bool {
    let (digits, rest) = split_while(text, |c| c.is_ascii_digit());
    (1..=2).contains(&digits.len()) && rest.trim_start().starts_with(['-', '–', '—', ':'])
}
