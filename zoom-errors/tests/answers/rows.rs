//! Every documented answer is understood: as its error where the request is known, and without the
//! request wherever nothing else is documented to answer so.

use zoom_errors::response::Failure;
use zoom_errors::{Operation, Response, ZoomError};

/// The message with made-up values in place of the placeholders, as a server would send it.
fn filled(message: &str) -> String {
    let mut text = String::new();
    let mut rest = message;
    let mut number = 0;
    let mut value = || {
        number += 1;
        format!("q7{number}x")
    };
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '{' => rest
                .rfind("}}")
                .filter(|_| rest.starts_with("{{"))
                .map(|_| rest.find("}}").unwrap() + 2)
                .or_else(|| rest.find('}').map(|at| at + 1)),
            _ => None,
        };
        match end {
            // What stands between braces is a placeholder, unless it is JSON.
            Some(end) if !rest[..end].contains('"') => {
                text.push_str(&value());
                rest = &rest[end..];
            }
            _ => {
                text.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    text
}

/// The body in which such an error comes.
fn body(error: ZoomError, message: &str) -> String {
    let message = serde_json::to_string(message).unwrap();
    match (error.code(), error.word()) {
        (Some(code), _) => format!(r#"{{"code": {code}, "message": {message}}}"#),
        (None, word) => format!(
            r#"{{"code": {:?}, "message": {message}}}"#,
            word.unwrap_or_default()
        ),
    }
}

/// A row of the reference: an error, one of its answers, and a text of that form.
struct Row {
    error: ZoomError,
    response: &'static Response,
    text: String,
}

fn rows() -> impl Iterator<Item = Row> {
    let answers = |error: ZoomError| {
        error
            .responses()
            .iter()
            .map(move |response| (error, response))
    };
    ZoomError::all()
        .flat_map(answers)
        .filter_map(|(error, response)| {
            let text = filled(response.message());
            // A few messages are written in more ways than one can fill.
            let text = response.fits(&text).then_some(text)?;
            Some(Row {
                error,
                response,
                text,
            })
        })
}

/// Whether a text tells another cause as well as the one of the row: then none is told.
fn is_ambiguous(row: &Row, operation: &Operation) -> bool {
    let response = row.response;
    row.error.responses().iter().any(|other| {
        other.reason() != response.reason()
            && other.fits(&row.text)
            && (other.status(), other.message().len())
                >= (response.status(), response.message().len())
            && other.operations().any(|one| one == operation)
    })
}

#[test]
fn nearly_every_row_can_be_filled() {
    let all: usize = ZoomError::all().map(|error| error.responses().len()).sum();
    assert!(
        rows().count() * 100 >= all * 98,
        "{} of {all}",
        rows().count()
    );
}

#[test]
fn with_its_request_every_row_is_its_error_and_its_reason() {
    let (mut told, mut silent) = (0, 0);
    for row in rows() {
        let body = body(row.error, &row.text);
        for operation in row.response.operations() {
            let failure = Failure::builder(row.response.status())
                .operation(operation)
                .body(&body);
            assert_eq!(failure.cause(), Some(row.error), "{operation} {body}");
            let reason = failure.reason_info();
            match row.response.reason() {
                Some(expected) if reason == Some(expected) => told += 1,
                Some(expected) => {
                    assert!(
                        is_ambiguous(&row, operation),
                        "{operation} {body}: {reason:?}, not {expected:?}"
                    );
                    silent += 1;
                }
                // What every product means by the number may be told more closely.
                None => assert!(
                    reason.is_none_or(|reason| reason.parent() != Some(row.error.entry()))
                        || reason.is_some_and(|reason| reason.message().is_some())
                        || is_ambiguous(&row, operation),
                    "{operation} {body}: {reason:?}",
                ),
            }
        }
    }
    println!("{told} told, {silent} silent");
    assert!(silent * 100 <= told, "{silent} of {told} tell no reason");
}

#[test]
fn without_its_request_a_row_is_never_another_error() {
    let (mut unique, mut open) = (0, 0);
    for row in rows() {
        let failure = Failure::new(row.response.status(), body(row.error, &row.text));
        let canonical = row.error.canonical();
        match failure.cause() {
            Some(cause) if cause.canonical() == canonical => unique += 1,
            // What the number means in every product, told where several products say this.
            Some(cause) => {
                assert_eq!(cause.code(), row.error.code());
                assert!(
                    cause.responses().is_empty(),
                    "{:?} is told as {cause:?}",
                    row.error
                );
                assert!(
                    others(&row),
                    "{:?} {} is told as {cause:?}",
                    row.error,
                    row.text
                );
                open += 1;
            }
            None => {
                assert!(others(&row), "{:?} {}", row.error, row.text);
                let mut candidates = failure.candidates().iter();
                assert!(
                    candidates.any(|one| one.error() == row.error),
                    "{failure:?}"
                );
                open += 1;
            }
        }
    }
    println!("{unique} unique, {open} open");
    assert!(unique > open, "{unique} unique, {open} open");
}

/// Whether another product documents the same number with this text.
fn others(row: &Row) -> bool {
    let code = row.error.code().unwrap_or_default();
    ZoomError::candidates(code).any(|other| {
        other.canonical() != row.error.canonical()
            && other
                .responses()
                .iter()
                .any(|response| response.fits(&row.text))
    })
}
