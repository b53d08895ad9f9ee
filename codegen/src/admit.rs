//! From bytes to a text that can be looked at: size, encoding, and nothing that does not show.

use crate::lookalike::{Unseen, first_unseen};
use crate::problem::Problem;
use crate::rule::Rule;
use crate::source::{SourceFile, Sources, Span};

/// The largest file in bytes. The largest real catalog has some 200 thousand.
pub const MAX_FILE: u64 = 64 * 1024 * 1024;

/// The longest line in bytes. The longest real one has some 400.
const MAX_LINE: usize = 64 * 1024;

/// How much of a line that is too long is kept.
const SHOWN: usize = 80;

/// What Windows editors put before a text.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A file as it was found.
#[derive(Clone, Debug)]
pub struct InputFile {
    /// The name under which problems mention it; its stem must equal the product id.
    pub name: String,
    /// Its bytes, or why they could not be read.
    pub content: Result<Vec<u8>, String>,
}

impl InputFile {
    /// A file that could be read.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            content: Ok(bytes.into()),
        }
    }

    /// A file that could not be read, and why.
    pub fn unreadable(name: impl Into<String>, why: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            content: Err(why.into()),
        }
    }
}

/// Adds a file and gives its index if its text can be looked at.
pub fn admit(
    input: InputFile,
    sources: &mut Sources,
    problems: &mut Vec<Problem>,
) -> Option<usize> {
    match text(input.content) {
        Ok(text) => {
            let file = sources.add(SourceFile::new(input.name, text));
            let found = look(sources.file(file).text(), file);
            let fine = found.is_none();
            problems.extend(found);
            fine.then_some(file)
        }
        Err(refusal) => {
            let first = refusal.text[refusal.at..].chars().next();
            let span = Span {
                file: sources.iter().len(),
                start: refusal.at,
                end: refusal.at + first.map_or(0, char::len_utf8),
            };
            sources.add(SourceFile::new(input.name, refusal.text));
            problems.push(Problem::new(refusal.rule, span, refusal.message).help(refusal.help));
            None
        }
    }
}

/// Why there is no text.
struct Refusal {
    rule: Rule,
    message: String,
    help: &'static str,
    /// What can be shown of the file.
    text: String,
    /// Where in it the place begins.
    at: usize,
}

impl Refusal {
    /// With the bytes before the place, and some from there on.
    fn new(rule: Rule, message: String, help: &'static str, before: &[u8], from: &[u8]) -> Self {
        let mut text = String::from_utf8_lossy(before).into_owned();
        let at = text.len();
        text.push_str(&String::from_utf8_lossy(from));
        Self {
            rule,
            message,
            help,
            text,
            at,
        }
    }
}

fn text(content: Result<Vec<u8>, String>) -> Result<String, Refusal> {
    let refuse = |rule, message, help| Refusal::new(rule, message, help, b"", b"");
    let mut bytes = content.map_err(|why| {
        refuse(
            Rule::Unreadable,
            format!("cannot be read: {why}"),
            "make it a readable file, or move it out of the folder",
        )
    })?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(refuse(
            Rule::TooLarge,
            format!("the file has more than the {MAX_FILE} bytes allowed"),
            "a catalog is a page of text; is this one?",
        ));
    }
    if bytes.starts_with(BYTE_ORDER_MARK) {
        bytes.drain(..BYTE_ORDER_MARK.len());
    }
    if let Some(long) = too_long_line(&bytes) {
        return Err(long);
    }
    String::from_utf8(bytes).map_err(|error| {
        let (before, from) = error.as_bytes().split_at(error.utf8_error().valid_up_to());
        let line = from.split(|byte| *byte == b'\n').next().unwrap_or(from);
        let message = "these bytes are not UTF-8".to_owned();
        Refusal::new(
            Rule::Encoding,
            message,
            "save the file as UTF-8",
            before,
            line,
        )
    })
}

/// A line that would make every later step slow. Only its beginning is kept, for showing it.
fn too_long_line(bytes: &[u8]) -> Option<Refusal> {
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if line.len() > MAX_LINE {
            let message = format!(
                "this line has {} bytes, more than the {MAX_LINE} allowed",
                line.len()
            );
            let help = "a text of a catalog is a sentence; shorten it";
            let (before, shown) = (&bytes[..at], &line[..SHOWN]);
            return Some(Refusal::new(Rule::TooLarge, message, help, before, shown));
        }
        at += line.len();
    }
    None
}

/// How git marks the sides of a conflict.
const CONFLICT: &[&str] = &["<<<<<<< ", "||||||| ", ">>>>>>> "];

/// The first character that keeps a text from being parsed.
fn look(text: &str, file: usize) -> Option<Problem> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(mark) = CONFLICT.iter().find(|mark| line.starts_with(**mark)) {
            let span = Span {
                file,
                start,
                end: start + mark.len(),
            };
            let message = "a merge conflict was left here";
            return Some(
                Problem::new(Rule::Syntax, span, message)
                    .help("keep what is right of both sides, and remove the three marks"),
            );
        }
        if let Some(unseen) = unseen(line) {
            let at = start + unseen.at;
            let span = Span {
                file,
                start: at,
                end: at + unseen.c.len_utf8(),
            };
            let message = format!(
                "the character U+{:04X} {}",
                u32::from(unseen.c),
                unseen.what
            );
            return Some(Problem::new(Rule::Encoding, span, message).help(unseen.help));
        }
        start += line.len();
    }
    None
}

/// The first character of a line that people cannot see as what it is, though a parser may accept it.
///
/// Line ends of either kind are fine; a carriage return elsewhere hides what stands before it.
fn unseen(line: &str) -> Option<Unseen> {
    let line = line.strip_suffix('\n').unwrap_or(line);
    let line = line.strip_suffix('\r').unwrap_or(line);
    first_unseen(line, Some('\t'))
}
