//! Payloads whose product nobody knows.

use zoom_errors::Product;
use zoom_errors::oauth::OauthTokenError;
use zoom_errors::payload::{Detection, Evidence, Note, Shape, detect};
use zoom_errors::video_sdk_web::VideoSdkWebError;

use crate::golden::payload;

fn found(detection: &Detection) -> Vec<(Product, Shape)> {
    let candidates = detection.candidates.iter();
    candidates
        .map(|candidate| (candidate.decoded.product, candidate.decoded.shape))
        .collect()
}

#[test]
fn the_keys_of_one_product_leave_one_candidate() {
    for (payload, product, shape) in [
        (
            payload!("rest_validation"),
            Product::RestApi,
            Shape::RestBody,
        ),
        (payload!("rest_unlisted"), Product::RestApi, Shape::RestBody),
        (
            payload!("client_view_callback"),
            Product::MeetingSdkWeb,
            Shape::CallbackResult,
        ),
        (
            payload!("meeting_status"),
            Product::MeetingSdkWeb,
            Shape::MeetingStatusEvent,
        ),
    ] {
        let detection = detect(payload);
        assert_eq!(found(&detection)[0], (product, shape), "{payload}");
        // The others have the number in their lists, and nothing else for them.
        for other in &detection.candidates[1..] {
            assert_eq!(other.why, [Evidence::Listed], "{payload}");
        }
    }
}

#[test]
fn the_better_supported_candidate_comes_first() {
    let detection = detect(payload!("video_sub_code"));
    assert_eq!(
        found(&detection)[..2],
        [
            (Product::VideoSdkWeb, Shape::ExecutedFailure),
            (Product::MeetingSdkWeb, Shape::ExecutedFailure),
        ],
    );
    let first = &detection.candidates[0];
    assert!(first.why.contains(&Evidence::Listed));
    assert!(first.why.contains(&Evidence::Reason("DEVICE_IN_USE")));
    let keys = Evidence::Keys(vec!["type", "reason", "errorCode", "subCode"]);
    assert_eq!(detection.candidates[1].why[0], keys);
    assert_eq!(
        keys.to_string(),
        "it has `type`, `reason`, `errorCode`, `subCode`"
    );
}

#[test]
fn a_constant_is_evidence() {
    let detection = detect(payload!("component_view_closed"));
    assert_eq!(
        found(&detection)[0],
        (Product::MeetingSdkWeb, Shape::ConnectionChange)
    );
    let names = |why: &Evidence| matches!(why, Evidence::Named(error) if error.code() == 4004);
    assert!(detection.candidates[0].why.iter().any(names));
}

/// Both web SDKs list 1 and have this shape; one of them has an error called like the `type`.
#[test]
fn a_type_that_is_a_constant_is_evidence() {
    let first = |kind: &str| {
        let payload = format!(r#"{{"type": "{kind}", "reason": "", "errorCode": 1}}"#);
        let mut candidates = detect(payload).candidates;
        candidates.remove(0)
    };
    assert_eq!(first("SOMETHING").decoded.product, Product::MeetingSdkWeb);
    let video = first("OPERATION_TIMEOUT");
    assert_eq!(video.decoded.product, Product::VideoSdkWeb);
    let evidence = Evidence::Type(VideoSdkWebError::OperationTimeout.into());
    assert!(video.why.contains(&evidence), "{:?}", video.why);
    assert_eq!(evidence.to_string(), "its `type` is OPERATION_TIMEOUT");
    // A class of failures is not the name of this one.
    let inner = r#"{"type": "INTERNAL_ERROR", "reason": "", "errorCode": 1}"#;
    let inner = &detect(inner).candidates[0].decoded;
    assert_eq!((inner.named, inner.disagrees()), (None, false));
}

/// Loggers add a `method` of their own, and a `code` says more than a `status`.
#[test]
fn the_fields_of_a_logger_hide_no_body() {
    let logged = r#"{"method": "GET", "state": "x", "code": 300, "message": "Validation Failed."}"#;
    assert_eq!(
        found(&detect(logged)),
        [(Product::RestApi, Shape::RestBody)]
    );
    let both = detect(r#"{"code": "E_JOIN", "errorCode": 3712, "status": 404}"#);
    let decoded = &both.only().unwrap().decoded;
    assert_eq!(
        (decoded.code, decoded.code_key()),
        (Some(3712), Some("errorCode"))
    );
}

#[test]
fn a_bare_number_has_every_product_that_lists_it() {
    let detection = detect(r#"{"status": 404}"#);
    let products: Vec<_> = detection
        .candidates
        .iter()
        .map(|c| c.decoded.product)
        .collect();
    assert!(products.contains(&Product::RestApi));
    assert!(products.contains(&Product::ApiResponse));
    assert_eq!(detection.only(), None);
}

#[test]
fn the_token_endpoint_is_told_by_its_keys() {
    let detection = detect(payload!("token_endpoint"));
    let candidate = detection.only().unwrap();
    assert_eq!(candidate.decoded.shape, Shape::TokenError);
    assert_eq!(candidate.decoded.product, Product::Oauth);
    assert!(
        candidate
            .why
            .contains(&Evidence::Word(OauthTokenError::InvalidGrant))
    );
    assert_eq!(candidate.decoded.message.as_deref(), Some("Invalid Token!"));
}

#[test]
fn what_is_no_error_has_no_candidate() {
    for (payload, note) in [
        ("", Note::Empty),
        ("<Error/>", Note::Markup),
        ("[1]", Note::NotAnObject),
        ("upstream timed out", Note::Text),
    ] {
        let detection = detect(payload);
        assert_eq!(found(&detection), [], "{payload}");
        assert_eq!(detection.notes, [note]);
    }
    assert_eq!(found(&detect(r#"{"id": 4}"#)), []);
}
