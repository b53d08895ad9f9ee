//! Errors as diagnostics.
#![cfg(feature = "miette")]
#![allow(clippy::unwrap_used, missing_docs)]

use std::error::Error;

use miette::{Diagnostic, Severity};
use zoom_errors::http_status::HttpStatus;
use zoom_errors::meeting_sdk_web::MeetingSdkWebError;
use zoom_errors::video_sdk_web::VideoSdkWebError;
use zoom_errors::{Report, Reportable, ZoomError};

/// Code, severity, help and address.
fn facts<E: Reportable>(
    error: E,
) -> (
    Option<String>,
    Option<Severity>,
    Option<String>,
    Option<String>,
) {
    let report = Report::new(error);
    (
        report.code().map(|code| code.to_string()),
        report.severity(),
        report.help().map(|help| help.to_string()),
        report.url().map(|url| url.to_string()),
    )
}

#[test]
fn codes() {
    let error = HttpStatus::NotFound;
    let (code, severity, help, url) = facts(error);
    assert_eq!(code.as_deref(), Some("zoom::http_status::404"));
    assert_eq!(severity, Some(Severity::Error));
    assert_eq!(help, Some(error.remediation().to_string()));
    assert_eq!(url.as_deref(), error.docs_url());
    assert_eq!(facts(ZoomError::from(error)), facts(error));
    assert_eq!(facts(HttpStatus::observe(404)), facts(error));
}

#[test]
fn what_may_pass_by_itself_is_a_warning() {
    assert_eq!(
        facts(HttpStatus::TooManyRequests).1,
        Some(Severity::Warning)
    );
    let (code, severity, help, url) = facts(MeetingSdkWebError::Success);
    assert_eq!(code.as_deref(), Some("zoom::meeting_sdk_web::0"));
    assert_eq!(severity, Some(Severity::Advice));
    assert_eq!(help, None);
    assert_eq!(url.as_deref(), MeetingSdkWebError::Success.docs_url());
}

#[test]
fn unlisted_codes_have_what_their_range_says() {
    let (code, severity, help, url) = facts(HttpStatus::observe(503));
    assert_eq!(code.as_deref(), Some("zoom::http_status::503"));
    assert_eq!(severity, Some(Severity::Warning));
    assert!(help.unwrap().starts_with("1. "));
    assert_eq!(url, None);
    let (_, severity, help, _) = facts(VideoSdkWebError::observe(5999));
    assert_eq!((severity, help), (Some(Severity::Error), None));
}

#[test]
fn the_steps_are_in_the_help_alone() {
    let report = Report::from(VideoSdkWebError::ClientDuplicatedJoin);
    assert_eq!(format!("{report:#}"), report.error().to_string());
    let shown = format!("{:?}", miette::Report::from(report));
    assert!(shown.contains("CLIENT_DUPLICATED_JOIN (5012)"), "{shown}");
    assert!(shown.contains("help: 1. "), "{shown}");
}

#[cfg(feature = "json")]
#[test]
fn decoded_errors() {
    use zoom_errors::Product;
    use zoom_errors::payload::Decoded;
    use zoom_errors::payload::ExecutedFailure;
    use zoom_errors::response::Failure;

    let headers = [("X-RateLimit-Type", "Daily-limit")];
    let (code, severity, help, _) = facts(Failure::builder(429).headers(headers).body(""));
    assert_eq!(code.as_deref(), Some("zoom::rest_api::429"));
    assert_eq!(severity, Some(Severity::Warning));
    assert!(help.unwrap().contains("Retry-After"));

    let payload = r#"{"errorCode": 5012}"#;
    let failure = ExecutedFailure::<VideoSdkWebError>::from_json(payload);
    let expected = facts(VideoSdkWebError::ClientDuplicatedJoin);
    assert_eq!(facts(failure.error), expected);
    assert_eq!(
        facts(Decoded::from_json(Product::VideoSdkWeb, payload)),
        expected
    );
}

#[test]
fn errors_that_are_words() {
    use zoom_errors::oauth::OauthTokenError;

    let (code, severity, help, _) = facts(OauthTokenError::InvalidGrant);
    assert_eq!(code.as_deref(), Some("zoom::oauth::invalid_grant"));
    assert_eq!(severity, Some(Severity::Error));
    assert_eq!(
        help,
        Some(OauthTokenError::InvalidGrant.remediation().to_string())
    );
}

#[test]
fn a_report_may_cross_threads() {
    fn error<T: Error + Diagnostic + Send + Sync + 'static>() {}
    error::<Report<HttpStatus>>();
    error::<Report<ZoomError>>();
}
