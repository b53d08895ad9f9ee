//! Texts as lists of words, for the lints.

/// How many words of a text are looked at. The longest real step has some 60.
const READ: usize = 400;

/// The words of a text, in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '\''))
        .map(|word| word.trim_matches('.').to_lowercase())
        .filter(|word| !word.is_empty())
        .take(READ)
        .collect()
}

/// What stands for a code span in [`prose`].
const SPAN: &str = "codespan0";

/// The text with one word in place of each code span.
pub(super) fn prose(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts
        .map(|(at, part)| if at % 2 == 0 { part } else { SPAN })
        .collect()
}
