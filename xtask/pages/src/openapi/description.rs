//! The description of a response: ``**Error Code:** `3001` <br>`` and the message behind it.

use super::sameness::without_markup;
use crate::folding::{fold, split_while};

/// An error as a description states it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stated {
    /// The codes as written, more than one if the description lists several.
    pub(super) codes: Vec<String>,
    /// What the server may say with them; empty if the description gives no words.
    pub(super) messages: Vec<String>,
    /// Which of the description's marks it is, from 0.
    pub(super) mark: usize,
}

/// The marks of a description in order.
pub(super) struct Marks<'a> {
    /// Where each begins, where its number begins, and whether it is an error's.
    marks: Vec<(usize, usize, bool)>,
    text: &'a str,
}

/// Finds the codes that a description states.
pub(super) fn stated(description: &str) -> Vec<Stated> {
    let marks = Marks::of(description);
    let errors = marks
        .marks
        .iter()
        .enumerate()
        .filter(|(_, (.., error))| *error);
    let mut all = Vec::new();
    for (mark, (index, &(_, number, _))) in errors.enumerate() {
        let end = marks
            .marks
            .get(index + 1)
            .map_or(marks.text.len(), |(next, ..)| *next);
        let text = marks.text.get(number..end).unwrap_or_default();
        let (codes, rest) = codes(text);
        if codes.is_empty() {
            continue;
        }
        all.push(Stated {
            codes,
            messages: messages(rest),
            mark,
        });
    }
    all
}

/// Where the marks of errors stand in a text, by its own escapes or without.
pub(super) fn places(text: &str) -> Vec<usize> {
    let marks = Marks::of(text).marks.into_iter();
    marks
        .filter(|(.., error)| *error)
        .map(|(start, ..)| start)
        .collect()
}

impl<'a> Marks<'a> {
    fn of(text: &'a str) -> Self {
        let mut marks = Vec::new();
        for (start, byte) in text.bytes().enumerate() {
            // Only the first byte of a label is worth a look.
            if !matches!(byte, b'e' | b'E' | b'h' | b'H') {
                continue;
            }
            let Some(rest) = text.get(start..) else {
                continue;
            };
            let is_error = matches!(byte, b'e' | b'E');
            let label = if is_error {
                "error code"
            } else {
                "http status code"
            };
            if let Some(number) = behind_label(rest, label) {
                marks.push((start, start + rest.len() - number.len(), is_error));
            }
        }
        Self { marks, text }
    }
}

/// What follows a label, its colon and the markup around both, if it begins a code.
fn behind_label<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    const LONGEST_GAP: usize = 64;
    let begins = text.get(..label.len())?.eq_ignore_ascii_case(label);
    let behind = text.get(label.len()..).filter(|_| begins)?;
    let mut rest = behind.strip_prefix('s').unwrap_or(behind);
    loop {
        let trimmed =
            rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | ':' | '`'));
        let skipped = SKIPPED
            .iter()
            .find_map(|escape| trimmed.strip_prefix(escape));
        match skipped.filter(|rest| behind.len() - rest.len() <= LONGEST_GAP) {
            Some(behind) => rest = behind,
            None => {
                rest = trimmed;
                break;
            }
        }
    }
    let gap = behind.get(..behind.len() - rest.len())?;
    let quoted = gap.ends_with('`');
    let digits = rest
        .trim_start_matches('-')
        .starts_with(|c: char| c.is_ascii_digit());
    let word = quoted && rest.starts_with(|c: char| c.is_ascii_alphabetic());
    (gap.contains(':') && (digits || word)).then_some(rest)
}

/// What may stand between a label and its number besides signs and space.
const SKIPPED: [&str; 7] = ["\\n", "\\r", "\\t", "<br>", "<br/>", "<br />", "&nbsp;"];

/// The codes that a text begins with, and what follows them.
fn codes(text: &str) -> (Vec<String>, &str) {
    let mut codes = Vec::new();
    let mut rest = text;
    loop {
        let (code, behind) = split_while(rest, |c| c.is_ascii_alphanumeric() || "_-".contains(c));
        let Some(code) = Some(code.trim_end_matches('-')).filter(|code| !code.is_empty()) else {
            break;
        };
        if let Some((whole, behind)) = grouped(code, behind) {
            codes.push(whole);
            rest = behind;
        } else {
            codes.push(code.to_owned());
            rest = behind;
        }
        let next = rest.trim_start_matches(['`', ' ', '*']);
        let next = next
            .strip_prefix([',', '/', ';'])
            .or_else(|| next.strip_prefix("or "))
            .or_else(|| next.strip_prefix("and "));
        match next.map(|next| next.trim_start_matches(['`', ' ', '*'])) {
            Some(next) if next.starts_with(|c: char| c.is_ascii_digit()) => rest = next,
            _ => break,
        }
    }
    (codes, rest)
}

/// `3,161` is one number.
fn grouped<'a>(code: &str, behind: &'a str) -> Option<(String, &'a str)> {
    let (last, rest) = split_while(behind.strip_prefix(',')?, |c| c.is_ascii_digit());
    let fits = last.len() == 3 && code.len() <= 2 && code.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| (format!("{code}{last}"), rest))
}

/// The messages behind a code, one a line. A line that was only wrapped goes on in lower case.
fn messages(text: &str) -> Vec<String> {
    let text = BREAKS
        .iter()
        .fold(text.to_owned(), |text, tag| text.replace(tag, "\u{1e}\n"));
    let mut messages: Vec<String> = Vec::new();
    let mut open = false;
    let mut example = false;
    for line in text.lines() {
        let fences = line.matches("```").count();
        if example || fences > 0 {
            // What stands in a fence is an example of a body.
            if !example && messages.last().is_some_and(|last| last.ends_with(':')) {
                // It leads over to the example.
                messages.pop();
            }
            example ^= fences % 2 == 1;
            open = false;
            continue;
        }
        let plain = fold(&without_markup(line));
        let signs = |c: char| c.is_whitespace() || "`:-*\\".contains(c);
        let message = plain
            .trim_start_matches(signs)
            .trim_end_matches([' ', '*', '\\']);
        let message = unquoted(message);
        let wrapped = open && message.starts_with(char::is_lowercase);
        if message.contains(char::is_alphanumeric) {
            match messages.last_mut().filter(|_| wrapped) {
                Some(above) => {
                    above.push(' ');
                    above.push_str(message);
                }
                None => messages.push(message.to_owned()),
            }
        }
        open = !message.is_empty() && !message.ends_with('.') && !line.contains('\u{1e}');
    }
    messages
}

/// A message without the quotes around all of it.
fn unquoted(message: &str) -> &str {
    let inner = message
        .strip_prefix('"')
        .and_then(|inner| inner.trim_end_matches('.').strip_suffix('"'));
    inner
        .filter(|inner| !inner.contains('"'))
        .unwrap_or(message)
}

/// What ends a line besides a line end.
const BREAKS: [&str; 3] = ["<br>", "<br/>", "<br />"];

#[cfg(test)]
mod tests {
    use super::*;

    fn told(description: &str) -> Vec<(String, String)> {
        let stated = stated(description).into_iter();
        stated
            .map(|one| (one.codes.join("+"), one.messages.join(" | ")))
            .collect()
    }

    #[test]
    fn the_forms_of_the_reference() {
        let both = "**HTTP Status Code:** `404` <br>\n Not Found \n\n **Error Code:** `3001` <br>\n \
                    No lamp: {lampId}. <br>\n**Error Code:** `1002_006 ` <br>\n\nToo **bright**.<br>";
        let expected = [("3001", "No lamp: {lampId}."), ("1002_006", "Too bright.")];
        assert_eq!(
            told(both),
            expected.map(|(a, b)| (a.to_owned(), b.to_owned()))
        );
    }

    #[test]
    fn other_spellings() {
        for mark in [
            "Error Code: 7 - ",
            "**Error Code**: 7<br>",
            "**error codes:** **7** ",
        ] {
            assert_eq!(
                told(&format!("{mark}Seven")),
                [("7".to_owned(), "Seven".to_owned())],
                "{mark}"
            );
        }
        assert_eq!(
            told("**Error Code:** `300`, `301` <br>\nBad")[0].0,
            "300+301"
        );
        assert_eq!(told("**Error Code:** `3,161` <br>\nBad")[0].0, "3161");
        assert_eq!(told("**Error Code:** `-1` <br>\nBad")[0].0, "-1");
        assert_eq!(
            told("**Error Code:** `300` <br>\n* The name\nis missing.\n* Too long.<br>\n’\n")[0].1,
            "The name is missing. | Too long."
        );
        assert!(told("Returns error code 300 at times. Error Code: see below").is_empty());
    }
}
