//! Letters of other scripts that are drawn like a Latin one, names that read alike, and characters
//! that do not show.
//!
//! Whoever copies `сlient` with a Cyrillic letter searches for it in vain.

use std::iter;

use unicode_normalization::UnicodeNormalization;
use unicode_security::skeleton as skeleton_of;

use crate::problem::{Problem, shorten};
use crate::rule::Rule;
use crate::source::Span;

/// The Latin letter or the digit that another one looks like: in another form, as the full-width ones
/// and those of formulas, or by the table of Unicode Technical Standard 39.
fn latin(c: char) -> Option<char> {
    // A raised, lowered or encircled number means what it is.
    if c.is_ascii() || matches!(c, '²' | '³' | '¹' | '⁰'..='₉' | '①'..='⒛' | '⓪'..='⓿')
    {
        return None;
    }
    only(iter::once(c).nfkc()).or_else(|| only(skeleton_of(c.encode_utf8(&mut [0; 4]))))
}

/// The only character, if it is a letter or a digit of ASCII.
fn only(mut characters: impl Iterator<Item = char>) -> Option<char> {
    let first = characters.next().filter(char::is_ascii_alphanumeric)?;
    characters.next().is_none().then_some(first)
}

/// The first word that looks like ASCII and is not, with its first odd letter.
pub(crate) fn word(text: &str) -> Option<(&str, char)> {
    if text.is_ascii() {
        return None;
    }
    let apart = |c: char| !c.is_alphanumeric() && c != '_';
    text.split(apart).find_map(|word| {
        let odd = word.chars().find(|c| latin(*c).is_some())?;
        // A word with other foreign letters is a word of that language.
        let alike = word.chars().all(|c| c.is_ascii() || latin(c).is_some());
        alike.then_some((word, odd))
    })
}

/// The word with Latin letters in place of those that only look so.
pub(crate) fn plain(word: &str) -> String {
    word.chars().map(|c| latin(c).unwrap_or(c)).collect()
}

/// The problem with a text or a name that holds such a word.
pub(crate) fn problem(text: &str, span: Span) -> Option<Problem> {
    let (word, odd) = word(text)?;
    let like = latin(odd)?;
    let code = u32::from(odd);
    let (shown, plain) = (shorten(word), plain(word));
    let message = format!("`{odd}` in `{shown}` is U+{code:04X}, which only looks like `{like}`");
    let help = format!("type `{}` afresh, in Latin letters", shorten(&plain));
    Some(Problem::new(Rule::LookAlike, span, message).help(help))
}

/// What is left of a name when characters that read alike are made equal.
pub(crate) fn skeleton(name: &str) -> String {
    name.chars()
        .map(|c| match c {
            'O' => '0',
            'I' | 'l' => '1',
            other => other,
        })
        .collect()
}

/// A character that is not seen as what it is.
pub(crate) struct Unseen {
    pub(crate) at: usize,
    pub(crate) c: char,
    pub(crate) what: &'static str,
    pub(crate) help: &'static str,
}

/// The first character of a text that does not show, or shows as a space, but for one that may stand
/// there.
pub(crate) fn first_unseen(text: &str, allowed: Option<char>) -> Option<Unseen> {
    // Mostly there is nothing but printable ASCII, and many bytes are looked at in one step.
    let plain = |byte: u8| (b' '..=b'~').contains(&byte);
    if text.bytes().fold(true, |all, byte| all & plain(byte)) {
        return None;
    }
    let mut others = text.char_indices().filter(|(_, c)| Some(*c) != allowed);
    others.find_map(|(at, c)| {
        let (what, help) = if is_unseen(c) {
            ("does not show", "remove it")
        } else if c.is_whitespace() && c != ' ' {
            (
                "looks like a space and is none",
                "type a space in its place",
            )
        } else {
            return None;
        };
        Some(Unseen { at, c, what, help })
    })
}

/// Control characters, and those that turn the direction or take no room.
pub(crate) fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_other_languages_are_left_alone() {
        for text in [
            "na\u{ef}ve",
            "\u{43f}\u{440}\u{438}\u{432}\u{435}\u{442}",
            "5 \u{b5}s",
            "m\u{b2}",
            "\u{2460} first",
            "plain",
        ] {
            assert_eq!(word(text), None, "{text}");
        }
        assert_eq!(word("a cl\u{456}ent"), Some(("cl\u{456}ent", '\u{456}')));
        // Full-width, of a formula, Cherokee, a small Roman number, Armenian, for sounds.
        for odd in [
            '\u{ff24}',
            '\u{1d400}',
            '\u{1d7cf}',
            '\u{13aa}',
            '\u{217c}',
            '\u{585}',
            '\u{131}',
            '\u{251}',
        ] {
            let text = format!("{odd}emo");
            assert_eq!(word(&text), Some((text.as_str(), odd)));
        }
    }
}
