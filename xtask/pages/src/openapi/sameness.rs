//! When two messages are the same.

use crate::folding::fold;

/// What is left of a message once case, white space, the final period and Markdown marks are gone.
pub fn bare(message: &str) -> String {
    let message = fold(&without_markup(message)).to_lowercase();
    message.trim_end_matches(['.', ' ']).to_owned()
}

/// Drops the tags and signs that descriptions are marked up with.
pub(super) fn without_markup(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        plain.push_str(before);
        let name = tag.trim_start_matches('/');
        let end = name
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(name.len());
        let (name, behind) = name.split_at_checked(end).unwrap_or((name, ""));
        let end = behind
            .find(['>', '<'])
            .filter(|_| TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name)));
        match end.and_then(|end| behind.get(end..)?.strip_prefix('>')) {
            Some(behind) => {
                plain.push(' ');
                rest = behind;
            }
            None => {
                plain.push('<');
                rest = tag;
            }
        }
    }
    plain.push_str(rest);
    plain.replace("**", "").replace('`', "")
}

const TAGS: [&str; 12] = [
    "a", "b", "br", "code", "em", "i", "li", "ol", "p", "span", "strong", "ul",
];
