//! What holds for whatever text comes.

use proptest::prelude::*;
use zoom_errors::ZoomError;
use zoom_errors::recognise::{hint, recognise, recognise_zooms, records};

const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "(",
    ")",
    "\"",
    "'",
    "\\\"",
    "“",
    "”",
    ":",
    "=",
    "=>",
    "->",
    ",",
    "\n",
    " ",
    "%22",
    "%3A",
    "\u{1b}[31m",
    "code",
    "errorCode",
    "message",
    "reason",
    "type",
    "status",
    "error",
    "zoom.us",
    "Zoom",
    "3712",
    "3001",
    "4,700",
    "-32001",
    "Meeting does not exist",
    "Invalid access token",
    "AUTHRET_JWTTOKENWRONG",
    "é",
    "/v2/users/me",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

fn check(text: &str) -> Result<(), TestCaseError> {
    for findings in [recognise(text), recognise_zooms(text)] {
        let starts = findings.iter().map(|finding| finding.span.start);
        prop_assert!(starts.is_sorted(), "{:?}", findings);
        for finding in findings {
            prop_assert!(
                text.get(finding.span.clone()).is_some(),
                "{:?}",
                finding.span
            );
            prop_assert!(!finding.candidates.is_empty());
            let listed: Vec<bool> = finding
                .candidates
                .iter()
                .map(|one| one.error.is_none())
                .collect();
            prop_assert!(
                listed.is_sorted(),
                "an unlisted reading before a listed one"
            );
            for candidate in &finding.candidates {
                prop_assert!(!candidate.why.is_empty() || candidate.error.is_none());
                candidate.why.iter().for_each(|why| drop(why.to_string()));
            }
        }
    }
    let parts: String = records(text).map(|span| &text[span]).collect();
    prop_assert_eq!(parts, text);
    Ok(())
}

proptest! {
    #[test]
    fn no_text_panics(text in ".{0,200}") {
        check(&text)?;
    }

    #[test]
    fn nothing_like_a_payload_panics(text in text()) {
        check(&text)?;
    }
}

/// The quick look overlooks nothing.
#[test]
fn what_is_found_has_a_hint() {
    for error in ZoomError::all() {
        for response in error.responses() {
            let message = response.message();
            let code = error.code().unwrap_or(1);
            let body = format!("{{\"code\":{code},\"message\":\"{message}\"}}");
            let plain = !message.contains(['`', '*', '$', '{', '"']);
            if plain && message.len() > 20 {
                assert!(hint(body.as_bytes(), 0).is_some(), "{body}");
            }
        }
    }
}

/// One failure told twice keeps the place of that which says more.
#[test]
fn findings_come_in_the_order_of_the_text() {
    let text = r#"{"code":124,"x":1} {"code":3001,"message":"Meeting does not exist: 1."} {"code":124,"message":"Invalid access token."}"#;
    check(text).unwrap();
    assert_eq!(recognise_zooms(text).len(), 2);
}

/// Whatever a text is made of, no more than 16 KiB of it are looked at together, so that twice as much
/// text takes twice as long.
#[test]
fn no_text_is_quadratic() {
    for piece in PIECES.iter().copied().chain([
        "code:“",
        "{\"code\":",
        "{\n",
        "[[(",
        "errorCode: 3712 ",
        "errorCode: 3712\n",
        "HTTP/1.1 404 Not Found\n",
        "meeting does not exist: ",
    ]) {
        let text = piece.repeat(60_000 / piece.len());
        let longest = records(&text).map(|span| span.len()).max();
        assert!(
            longest.is_some_and(|longest| longest < (16 << 10) + 4),
            "{piece:?}: {longest:?}"
        );
        check(&text).unwrap();
    }
}
