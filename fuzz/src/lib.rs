//! What the fuzz targets share.

use std::fmt::{Debug, Display};

use zoom_errors::recognise::Finding;

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

/// Asserts what holds for everything recognised in a text: the findings stand in it in their order,
/// and each has candidates, the listed ones first, with reasons that are short lines.
#[track_caller]
pub fn assert_findings(text: &str, findings: &[Finding]) {
    for finding in findings {
        assert!(text.get(finding.span.clone()).is_some(), "{finding:?}");
        let unlisted = finding.candidates.iter().map(|one| one.error.is_none());
        assert!(!finding.candidates.is_empty(), "{finding:?}");
        assert!(unlisted.is_sorted(), "{finding:?}");
        for candidate in &finding.candidates {
            for error in candidate.error.iter().chain(&candidate.named) {
                assert_eq!(error.product(), candidate.product);
            }
            for why in &candidate.why {
                assert_line(&why.to_string());
            }
        }
    }
    let starts = findings.iter().map(|finding| finding.span.start);
    assert!(starts.is_sorted(), "{findings:?}");
}
