//! JavaScript and type declarations to tokens.
//!
//! Only as much as raise sites need: where strings, templates, regular expressions and comments
//! begin and end, so that brackets inside them count for nothing.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or a keyword.
    Ident,
    /// A number.
    Number,
    /// A string with its quotes.
    Text,
    /// A template with its backticks, nested expressions included.
    Template,
    /// A regular expression.
    Regex,
    /// A comment with its marks.
    Comment,
    /// An operator or a bracket.
    Punct,
}

/// A token: half-open bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Keywords after which a slash begins a regular expression.
const BEFORE_REGEX: [&str; 12] = [
    "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "await",
];

/// Operators of more than one character that must not be taken apart.
const LONG: [&str; 12] = [
    "===", "!==", "...", "=>", "==", "!=", "<=", ">=", "?.", "??", "&&", "||",
];

/// All tokens, comments included.
pub(crate) fn lex(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        let regex = || {
            regex_may_begin(text, &tokens)
                .then(|| regex_end(bytes, at))
                .flatten()
        };
        let (kind, end) = match byte {
            b'"' | b'\'' => (Kind::Text, string_end(bytes, at, byte)),
            b'`' => (Kind::Template, template_end(bytes, at)),
            b'/' => match bytes.get(at + 1) {
                Some(b'/') => (Kind::Comment, find(bytes, at, b"\n")),
                Some(b'*') => (Kind::Comment, find(bytes, at + 2, b"*/") + 2),
                _ => regex().map_or((Kind::Punct, at + 1), |end| (Kind::Regex, end)),
            },
            b'0'..=b'9' => (Kind::Number, number_end(bytes, at)),
            b'.' if bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => {
                (Kind::Number, number_end(bytes, at))
            }
            _ if is_name(byte) => (Kind::Ident, name_end(bytes, at)),
            _ => (Kind::Punct, at + punct_len(bytes, at)),
        };
        let end = end.clamp(at + 1, bytes.len());
        tokens.push(Token {
            kind,
            start: at,
            end,
        });
        at = end;
    }
    tokens
}

/// Whether a byte may be in a name; every byte of other scripts may.
fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || byte >= 0x80
        || matches!(byte, b'_' | b'$' | b'#' | b'@' | b'\\')
}

fn name_end(bytes: &[u8], at: usize) -> usize {
    run(bytes, at, is_name)
}

fn run(bytes: &[u8], at: usize, holds: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let count = rest.iter().position(|&byte| !holds(byte));
    at + count.unwrap_or(rest.len())
}

fn punct_len(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let long = LONG.iter().find(|long| rest.starts_with(long.as_bytes()));
    match (long, rest.get(2)) {
        // `a?.5:b` is a condition.
        (Some(&"?."), Some(next)) if next.is_ascii_digit() => 1,
        (Some(long), _) => long.len(),
        (None, _) => 1,
    }
}

fn number_end(bytes: &[u8], at: usize) -> usize {
    let hex = matches!(bytes.get(at + 1), Some(b'x' | b'X'));
    let mut end = at;
    while let Some(&byte) = bytes.get(end) {
        let signed = !hex
            && matches!(byte, b'+' | b'-')
            && matches!(bytes.get(end.wrapping_sub(1)), Some(b'e' | b'E'));
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_') || signed {
            end += 1;
        } else {
            break;
        }
    }
    end
}

/// The end of a string; one that is not closed ends with its line.
fn string_end(bytes: &[u8], at: usize, quote: u8) -> usize {
    let mut end = at + 1;
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'\\' => end += 2,
            b'\n' => return end,
            _ if byte == quote => return end + 1,
            _ => end += 1,
        }
    }
    end
}

/// The end of a template.
fn template_end(bytes: &[u8], at: usize) -> usize {
    nested_end(bytes, at + 1, vec![None])
}

/// The end of an expression in a template, `at` being after its `${`.
pub(crate) fn hole_end(bytes: &[u8], at: usize) -> usize {
    nested_end(bytes, at, vec![Some(0)])
}

/// Where the first of some nested templates and expressions ends. A stack instead of recursion:
/// nesting costs no stack of ours. An expression has the depth of its braces, a template none.
fn nested_end(bytes: &[u8], at: usize, mut depths: Vec<Option<usize>>) -> usize {
    let mut end = at;
    while let Some(&byte) = bytes.get(end) {
        let Some(mode) = depths.last_mut() else {
            break;
        };
        match (mode, byte) {
            (_, b'\\') => end += 1,
            (None, b'`') | (Some(0), b'}') => {
                depths.pop();
                if depths.is_empty() {
                    return end + 1;
                }
            }
            (None, b'$') if bytes.get(end + 1) == Some(&b'{') => {
                depths.push(Some(0));
                end += 1;
            }
            (None, _) => {}
            (Some(depth), b'{') => *depth += 1,
            (Some(depth), b'}') => *depth -= 1,
            (Some(_), b'`') => depths.push(None),
            (Some(_), b'"' | b'\'') => end = string_end(bytes, end, byte) - 1,
            // Its quotes would open strings that never end.
            (Some(_), b'/') if follows_operator(bytes, end) => {
                end = regex_end(bytes, end).map_or(end, |after| after - 1);
            }
            (Some(_), _) => {}
        }
        end += 1;
    }
    end
}

fn follows_operator(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    let last = before.iter().rev().find(|byte| !byte.is_ascii_whitespace());
    last.is_none_or(|last| b"(,=:[!&|?{;+-*%<>~^".contains(last))
}

fn regex_may_begin(text: &str, tokens: &[Token]) -> bool {
    let Some(last) = tokens
        .iter()
        .rev()
        .find(|token| token.kind != Kind::Comment)
    else {
        return true;
    };
    let word = text.get(last.start..last.end).unwrap_or_default();
    match last.kind {
        Kind::Punct => !matches!(word, ")" | "]" | "}"),
        Kind::Ident => BEFORE_REGEX.contains(&word),
        _ => false,
    }
}

/// The end of what would be a regular expression, if it closes in its line.
fn regex_end(bytes: &[u8], at: usize) -> Option<usize> {
    const LONGEST: usize = 16 * 1024;
    let mut end = at + 1;
    let mut class = false;
    while end < at + LONGEST {
        match bytes.get(end)? {
            b'\n' => return None,
            b'\\' => end += 1,
            b'[' => class = true,
            b']' => class = false,
            b'/' if !class => return Some(run(bytes, end + 1, |byte| byte.is_ascii_alphabetic())),
            _ => {}
        }
        end += 1;
    }
    None
}

/// Where a text stands from `at` on, or the end.
fn find(bytes: &[u8], at: usize, what: &[u8]) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let found = rest.windows(what.len()).position(|window| window == what);
    found.map_or(bytes.len(), |found| at + found)
}

#[cfg(test)]
mod tests {
    use super::{Kind, lex};

    fn shown(text: &str) -> Vec<(Kind, &str)> {
        lex(text)
            .into_iter()
            .map(|token| (token.kind, &text[token.start..token.end]))
            .collect()
    }

    #[test]
    fn tells_regular_expressions_from_divisions() {
        let tokens = shown("x=/[/}]\"/g.test(a)/2/b");
        assert_eq!(tokens[2], (Kind::Regex, "/[/}]\"/g"));
        assert_eq!(tokens[8], (Kind::Punct, "/"));
        assert_eq!(tokens.len(), 12);
    }

    #[test]
    fn keeps_nested_templates_whole() {
        let whole = "`${a.replace(/\"/g,`b`)}`";
        assert_eq!(shown(whole), [(Kind::Template, whole)]);
        let tokens = shown("a(`x ${b({c:`}`})} \\` y`,1e3)");
        assert_eq!(tokens[2], (Kind::Template, "`x ${b({c:`}`})} \\` y`"));
        assert_eq!(tokens[4], (Kind::Number, "1e3"));
    }

    #[test]
    fn ends_with_the_text_whatever_is_open() {
        for text in [
            "\"a", "'a\\", "`a${", "`a${\"", "/*", "//", "/a", "a/", "1e", "\\", "é`${`",
        ] {
            let tokens = lex(text);
            assert!(tokens.iter().all(|token| token.end <= text.len()), "{text}");
        }
    }
}
