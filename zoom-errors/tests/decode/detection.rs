//! Payloads whose product nobody knows.

use zoom_errors::meeting_sdk_web::MeetingSdkWebError;
use zoom_errors::oauth::OauthTokenError;
use zoom_errors::payload::detect;
use zoom_errors::recognise::{Candidate, Evidence, Finding};
use zoom_errors::video_sdk_web::{AudioCaptureFailedReason, VideoSdkWebError};
use zoom_errors::{Product, Reason, ZoomError};

use crate::golden::payload;

fn only(payload: &str) -> Finding {
    let mut found = detect(payload);
    assert_eq!(found.len(), 1, "{payload}: {found:?}");
    found.remove(0)
}

fn best(payload: &str) -> Candidate {
    only(payload).candidates.remove(0)
}

#[test]
fn the_fields_tell_the_product() {
    for (payload, product) in [
        (payload!("client_view_callback"), Product::MeetingSdkWeb),
        (payload!("meeting_status"), Product::MeetingSdkWeb),
        (payload!("component_view_closed"), Product::MeetingSdkWeb),
        (payload!("video_sub_code"), Product::VideoSdkWeb),
        (payload!("token_endpoint"), Product::Oauth),
    ] {
        assert_eq!(best(payload).product, product, "{payload}");
    }
    assert_eq!(
        best(payload!("rest_validation")).product.group(),
        Some("rest")
    );
}

/// The codes that one of the two web SDKs alone lists are that one's, whatever range they lie in.
#[test]
fn a_listed_code_outweighs_a_range() {
    let listed = |product, code| ZoomError::from_code(product, code).is_some();
    for error in VideoSdkWebError::ALL.iter().map(|error| error.code()) {
        if !listed(Product::MeetingSdkWeb, error) {
            let payload = format!(r#"{{"type": "x", "reason": "y", "errorCode": {error}}}"#);
            let first = best(&payload);
            assert_eq!(
                (first.product, first.error.is_some()),
                (Product::VideoSdkWeb, true),
                "{payload}"
            );
        }
    }
}

#[test]
fn evidence_is_told() {
    let first = best(payload!("video_sub_code"));
    let reason = AudioCaptureFailedReason::DeviceInUse;
    assert_eq!(
        first.reason.and_then(AudioCaptureFailedReason::from_entry),
        Some(reason)
    );
    assert!(first.why.contains(&Evidence::Listed), "{:?}", first.why);
    assert!(
        first.why.contains(&Evidence::Field("errorCode")),
        "{:?}",
        first.why
    );
    let reason = Evidence::Reason(reason.into());
    assert!(first.why.contains(&reason), "{:?}", first.why);
    assert_eq!(reason.to_string(), "the cause DEVICE_IN_USE is told");

    let first = best(payload!("component_view_closed"));
    let named = Evidence::Named(MeetingSdkWebError::MeetingEnded.into());
    assert!(first.why.contains(&named), "{:?}", first.why);
}

/// Loggers add a `method` of their own, and a `code` says more than a `status`.
#[test]
fn the_fields_of_a_logger_hide_no_body() {
    let logged = r#"{"method": "GET", "state": "x", "code": 300, "message": "Validation Failed."}"#;
    assert_eq!(best(logged).product.group(), Some("rest"));
    let both = only(r#"{"code": "E_JOIN", "errorCode": 3712, "status": 404}"#);
    assert_eq!(
        both.only(),
        Some(MeetingSdkWebError::SignatureInvalid.into())
    );
}

#[test]
fn a_bare_status_is_one_of_http() {
    let finding = only(r#"{"status": 404}"#);
    assert_eq!(
        finding.best().map(|best| best.product),
        Some(Product::HttpStatus)
    );
    assert!(finding.candidates.len() > 1);
}

#[test]
fn the_token_endpoint_is_told_by_its_word() {
    let finding = only(payload!("token_endpoint"));
    assert_eq!(finding.only(), Some(OauthTokenError::InvalidGrant.into()));
    assert_eq!(
        (finding.code, finding.message.as_deref()),
        (None, Some("Invalid Token!"))
    );
}

#[test]
fn what_is_no_error_is_none() {
    for payload in [
        "",
        "<Error/>",
        "[1]",
        "upstream timed out",
        r#"{"id": 4}"#,
        r#"{"errorCode": 0}"#,
    ] {
        assert_eq!(detect(payload), [], "{payload}");
    }
}
