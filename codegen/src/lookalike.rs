//! Letters of other scripts that are drawn like a Latin one, names that read alike, and characters
//! that do not show.
//!
//! Whoever copies `сlient` with a Cyrillic letter searches for it in vain.

use crate::problem::{Problem, shorten};
use crate::rule::Rule;
use crate::source::Span;

/// Letters of other scripts with the Latin ones that they look like.
const PAIRS: &[(&str, &str)] = &[
    ("АВЕІЈКМНОРЅСТУХ", "ABEIJKMHOPSCTYX"),
    ("аеіјорѕсухһԁԛԝ", "aeijopscyxhdqw"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    ("οϲϳ", "ocj"),
    // Cherokee, and Latin letters for sounds.
    ("ᎪᏴᏟᎬᏀᎻᏆᎫᏦᏞᎷᏢᏒᏚᎢᏙᏔᏃ", "ABCEGHIJKLMPRSTVWZ"),
    ("ıɑɡ", "iag"),
];

/// The Latin letter that another one looks like.
fn latin(c: char) -> Option<char> {
    // Full-width forms of ASCII.
    if ('\u{ff01}'..='\u{ff5e}').contains(&c) {
        return char::from_u32(u32::from(c) - 0xfee0);
    }
    // Letters for formulas stand in alphabets of 52, capitals first.
    if ('\u{1d400}'..='\u{1d6a3}').contains(&c) {
        let at = (u32::from(c) - 0x1d400) % 52;
        let first = if at < 26 { 'A' } else { 'a' };
        return char::from_u32(u32::from(first) + at % 26);
    }
    PAIRS.iter().find_map(|(strange, latin)| {
        let at = strange.chars().position(|other| other == c)?;
        latin.chars().nth(at)
    })
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
    fn every_odd_letter_has_a_latin_one() {
        for (strange, latin) in PAIRS {
            assert_eq!(strange.chars().count(), latin.len(), "{strange}");
            assert!(!strange.chars().any(|c| c.is_ascii()), "{strange}");
        }
    }

    #[test]
    fn words_of_other_languages_are_left_alone() {
        for text in [
            "na\u{ef}ve",
            "\u{43f}\u{440}\u{438}\u{432}\u{435}\u{442}",
            "5 \u{b5}s",
            "plain",
        ] {
            assert_eq!(word(text), None, "{text}");
        }
        assert_eq!(word("a cl\u{456}ent"), Some(("cl\u{456}ent", '\u{456}')));
        assert_eq!(word("\u{ff24}emo"), Some(("\u{ff24}emo", '\u{ff24}')));
    }
}
