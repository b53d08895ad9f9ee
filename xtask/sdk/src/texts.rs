//! What string literals and templates say.

use crate::lex::hole_end;

/// What stands for a part that is known only at run time.
pub(crate) const HOLE: &str = "{}";

/// A string literal without quotes and escapes.
pub(crate) fn unquoted(literal: &str) -> String {
    let inner = literal.strip_prefix(['"', '\'']).unwrap_or(literal);
    unescaped(inner.strip_suffix(['"', '\'']).unwrap_or(inner))
}

/// A template without backticks and escapes, with a [`HOLE`] for each expression.
pub(crate) fn template(literal: &str) -> String {
    let inner = literal.strip_prefix('`').unwrap_or(literal);
    let mut rest = inner.strip_suffix('`').unwrap_or(inner);
    let mut text = String::new();
    while let Some((before, after)) = rest.split_once("${") {
        text.push_str(&unescaped(before));
        text.push_str(HOLE);
        rest = after
            .get(hole_end(after.as_bytes(), 0)..)
            .unwrap_or_default();
    }
    text.push_str(&unescaped(rest));
    text
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        if char != '\\' {
            plain.push(char);
            continue;
        }
        match chars.next() {
            Some('n' | 'r' | 't') => plain.push(' '),
            Some(kind @ ('u' | 'x')) => {
                let (code, rest) = code_point(chars.as_str(), kind);
                chars = rest.chars();
                plain.extend(code);
            }
            Some('\n') | None => {}
            Some(other) => plain.push(other),
        }
    }
    plain
}

/// The character of a numeric escape, and what follows.
fn code_point(text: &str, kind: char) -> (Option<char>, &str) {
    let braced = text.strip_prefix('{').and_then(|rest| rest.split_once('}'));
    let digits = if kind == 'x' { 2 } else { 4 };
    let plain = || text.get(..digits).zip(text.get(digits..));
    match braced.or_else(plain) {
        Some((hex, rest)) => {
            let code = u32::from_str_radix(hex, 16).ok();
            (code.and_then(char::from_u32), rest)
        }
        None => (None, text),
    }
}

/// A text with single blanks, as two builds of one SDK agree on it.
pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a doc comment says.
pub(crate) fn comment(comment: &str) -> String {
    let inner = comment.trim_start_matches('/').trim_end_matches('/');
    let lines = inner
        .lines()
        .map(|line| line.trim().trim_start_matches('*').trim());
    squeezed(&lines.collect::<Vec<_>>().join(" ").replace("**", ""))
}

/// Whether a text says anything beside its holes.
pub(crate) fn says_something(text: &str) -> bool {
    text.replace(HOLE, "").chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::{comment, template, unquoted};

    #[test]
    fn literals_lose_quotes_and_escapes() {
        assert_eq!(unquoted(r#""a \"b\" \u0041\x42\u{43}\q""#), "a \"b\" ABCq");
        assert_eq!(unquoted(r"'\u00'"), "00");
        assert_eq!(
            template("`no ${a ? `x${b}` : \"}\"} lamp (${c})`"),
            "no {} lamp ({})"
        );
        assert_eq!(template("`open ${a"), "open {}");
    }

    #[test]
    fn comments_lose_their_marks() {
        assert_eq!(
            comment("/**\n   * The lamp\n   * is off.\n   */"),
            "The lamp is off."
        );
    }
}
