//! What the fuzz targets share.

use std::fmt::{Debug, Display};

/// Separates the parts of an input, on a line of its own, so that seeds stay readable.
const SEPARATOR: &[u8] = b"\n%%%\n";

/// The parts of an input.
pub fn parts(data: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = data;
    while let Some(at) = find(rest, SEPARATOR) {
        // The line end in front of the separator belongs to the part.
        parts.push(&rest[..=at]);
        rest = &rest[at + SEPARATOR.len()..];
    }
    parts.push(rest);
    parts
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

/// Asserts that a text is one line of characters that can be seen, and not long, whatever foreign
/// text is in it.
#[track_caller]
pub fn assert_line(text: &str) {
    let unseen = |c: char| {
        c.is_control()
            || matches!(c,
                '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
    };
    assert!(!text.contains(unseen), "{text:?}");
    assert!(text.len() < 16_000, "{} bytes", text.len());
}

/// Asserts what holds for everything decoded: both views are short lines, and `{:#}` only adds to
/// `{}`.
#[track_caller]
pub fn assert_shown<T: Display + Debug>(value: &T) {
    let line = value.to_string();
    assert_line(&line);
    assert_line(&format!("{value:?}"));
    assert!(format!("{value:#}").starts_with(&line));
    let _ = format!("{value:#?}");
}
