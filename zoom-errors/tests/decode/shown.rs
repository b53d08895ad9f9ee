//! What decoded errors look like in a log.

use std::error::Error;

use zoom_errors::payload::{ConnectionChange, Decoded, ExecutedFailure, TokenError};
use zoom_errors::response::Failure;
use zoom_errors::video_sdk_web::VideoSdkWebError as E;
use zoom_errors::{Observed, Product};

#[test]
fn foreign_text_stays_in_one_line() {
    let payload = r#"{"errorCode": 5999, "reason": "a\nlevel=info\u001b[31m \u202eevil"}"#;
    let failure = ExecutedFailure::<E>::from_json(payload);
    assert_eq!(
        failure.to_string(),
        r"unlisted code 5999: a\nlevel=info\u{1b}[31m \u{202e}evil",
    );
    // The field itself is untouched.
    assert_eq!(
        failure.reason.as_deref(),
        Some("a\nlevel=info\u{1b}[31m \u{202e}evil")
    );
}

#[test]
fn foreign_text_has_no_character_that_does_not_show() {
    for unseen in [
        '\u{ad}',
        '\u{61c}',
        '\u{180e}',
        '\u{200b}',
        '\u{2028}',
        '\u{2066}',
        '\u{feff}',
        '\u{fff9}',
        '\u{e0041}',
    ] {
        let body = format!(r#"{{"errorCode": 5999, "message": "a{unseen}b"}}"#);
        let body = ExecutedFailure::<E>::from_json(body);
        let shown = format!("unlisted code 5999: a{}b", unseen.escape_unicode());
        assert_eq!(body.to_string(), shown);
    }
}

#[test]
fn foreign_text_is_cut() {
    let answer = TokenError::from_json(format!(
        r#"{{"error": "{}", "reason": "x"}}"#,
        "é".repeat(5000)
    ));
    assert!(answer.to_string().chars().count() < 250);
    assert!(format!("{answer:?}").chars().count() < 250);
    assert_eq!(
        answer.error().map(|error| error.chars().count()),
        Some(5000)
    );
}

#[test]
fn debug_stays_short_whatever_is_sent() {
    let long = "é".repeat(5000);
    let errors = format!(r#"{{"field": "{long}", "message": "{long}"}},"#).repeat(50);
    let errors = errors.trim_end_matches(',');
    let scopes = format!("does not contain scopes:[{}]", "a:b,".repeat(50));
    let body = format!(r#"{{"code": 1, "message": "{scopes}", "errors": [{errors}]}}"#);
    let headers = [("X-RateLimit-Type", &long), ("X-RateLimit-Category", &long)];
    let failure = Failure::builder(429).headers(headers).body(&body);
    let shown = format!("{failure:?}");
    assert!(shown.chars().count() < 4000, "{shown}");

    let change = format!(r#"{{"state": "{long}", "errorCode": 1}}"#);
    let change = ConnectionChange::<E>::from_json(change);
    assert!(format!("{change:?}").chars().count() < 400, "{change:?}");
}

#[test]
fn the_alternate_form_adds_the_steps() {
    let decoded = Decoded::from_json(Product::VideoSdkWeb, r#"{"errorCode": 5012}"#);
    let steps = E::ClientDuplicatedJoin.remediation();
    assert_eq!(format!("{decoded:#}"), format!("{decoded}\n{steps}"));

    let failure = Failure::new(503, "");
    let shown = format!("{failure:#}");
    assert!(
        shown.starts_with("HTTP 503: The request failed on Zoom's side"),
        "{shown}"
    );
    assert!(shown.contains("\n2. "), "{shown}");
}

#[test]
fn debug_leaves_out_what_is_absent() {
    let decoded = Decoded::from_json(Product::VideoSdkWeb, r#"{"errorCode": 6010, "subCode": 1}"#);
    assert_eq!(
        format!("{decoded:?}"),
        r#"Decoded { product: VideoSdkWeb, shape: ExecutedFailure, code: 6010, error: VideoSdkWeb(AudioCaptureFailed), reason: "PERMISSION_DENIED_BY_USER", .. }"#,
    );
    let failure = format!("{:?}", Failure::new(404, "{}"));
    assert!(
        failure.starts_with("Failure { status: 404, ") && !failure.contains("None"),
        "{failure}"
    );
}

#[test]
fn the_source_is_the_typed_code() {
    let failure = ExecutedFailure::<E>::from_json(r#"{"errorCode": 5999}"#);
    let source: Option<&Observed<E>> = failure.source().and_then(<dyn Error>::downcast_ref);
    assert_eq!(source, Some(&Observed::new(5999)));
    assert!(ExecutedFailure::<E>::from_json("{}").source().is_none());

    let source = |status, body: &str| Failure::new(status, body).source().map(ToString::to_string);
    let listed = source(
        404,
        r#"{"code": 3001, "message": "Meeting does not exist: 1."}"#,
    )
    .unwrap();
    assert!(listed.contains("(3001): "), "{listed}");
    assert!(source(599, "").unwrap().starts_with("unlisted code 599"));
    assert_eq!(source(200, "{}"), None);
}
