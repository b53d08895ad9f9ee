//! Payloads that are absent, cut off, doubled or otherwise not as documented.

use zoom_errors::meeting_sdk_web::MeetingSdkWebError;
use zoom_errors::payload::{
    CallbackResult, ConnectionChange, Decoded, ExecutedFailure, Note, Problem, RestBody, Shape,
    TokenError,
};
use zoom_errors::video_sdk_web::{AudioCaptureFailedReason, VideoSdkWebError};
use zoom_errors::{Product, ZoomError};

const fn field(field: &'static str, problem: Problem) -> Note {
    Note::Field { field, problem }
}

fn code(payload: &str) -> (Option<i32>, Option<String>, Vec<Note>) {
    let body = RestBody::from_json(payload);
    (
        body.code(),
        body.word().map(str::to_owned),
        body.notes().to_vec(),
    )
}

#[test]
fn codes_in_every_writing() {
    for written in ["300", r#""300""#, r#"" 300 ""#, "300.0", "3e2", "0.3E+3"] {
        let payload = format!(r#"{{"code": {written}}}"#);
        assert_eq!(code(&payload), (Some(300), None, vec![]), "{written}");
    }
    assert_eq!(code(r#"{"code": -2147483648}"#).0, Some(i32::MIN));
    assert_eq!(code(r#"{"code": -0}"#).0, Some(0));
}

#[test]
fn absent_codes() {
    for payload in [
        "{}",
        r#"{"code": null}"#,
        r#"{"code": ""}"#,
        r#"{"message": "x"}"#,
    ] {
        assert_eq!(code(payload), (None, None, vec![]), "{payload}");
    }
}

#[test]
fn codes_that_are_no_numbers_of_32_bits_are_kept_raw() {
    for (written, raw, problem) in [
        ("2147483648", "2147483648", Problem::OutOfRange),
        ("-99999999999", "-99999999999", Problem::OutOfRange),
        (
            "340282366920938463463374607431768211456",
            "340282366920938463463374607431768211456",
            Problem::OutOfRange,
        ),
        (r#""4294967297""#, "4294967297", Problem::OutOfRange),
        ("1e400", "1e400", Problem::OutOfRange),
        ("300.5", "300.5", Problem::Unreadable),
        ("true", "true", Problem::Unreadable),
        (r#""E_FAIL""#, "E_FAIL", Problem::Unreadable),
    ] {
        let payload = format!(r#"{{"code": {written}}}"#);
        let expected = (None, Some(raw.to_owned()), vec![field("code", problem)]);
        assert_eq!(code(&payload), expected, "{written}");
    }
    let (code, raw, notes) = code(r#"{"code": {"value": 300}}"#);
    assert_eq!((code, raw), (None, None));
    assert_eq!(notes, [field("code", Problem::Unreadable)]);
    let list = RestBody::from_json(r#"{"code": [300], "message": "x"}"#);
    assert_eq!((list.code(), list.message()), (None, Some("x")));
    assert_eq!(list.notes(), [field("code", Problem::Unreadable)]);
}

#[test]
fn a_constant_in_place_of_the_number_is_understood() {
    let error =
        CallbackResult::from_json(r#"{"method": "join", "errorCode": "MEETING_LOCKED"}"#).error;
    assert_eq!(error.code, None);
    assert_eq!(error.known(), Some(MeetingSdkWebError::MeetingLocked));
    assert_eq!(error.raw_code.as_deref(), Some("MEETING_LOCKED"));
    assert_eq!(error.notes, []);
}

#[test]
fn what_comes_before_a_cut_is_kept() {
    let whole = r#"{"code": 300, "message": "Validation Failed.", "errors": [{"field": "a"}]}"#;
    let body = RestBody::from_json(&whole[..60]);
    assert_eq!(
        (body.code(), body.message()),
        (Some(300), Some("Validation Failed."))
    );
    assert_eq!(body.errors(), []);
    assert_eq!(body.notes(), [Note::Malformed]);
}

#[test]
fn deep_nesting_hides_nothing() {
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let payload = format!(r#"{{"x": {deep}, "result": {deep}, "errorCode": 3712}}"#);
    let result = CallbackResult::from_json(&payload);
    assert_eq!(
        result.error.known(),
        Some(MeetingSdkWebError::SignatureInvalid)
    );
    assert_eq!(result.result, Some(deep));
}

#[test]
fn the_last_of_two_fields_counts_as_in_javascript() {
    let body = RestBody::from_json(r#"{"code": 300, "code": 404, "message": "a", "message": "a"}"#);
    assert_eq!(body.code(), Some(404));
    assert_eq!(body.notes(), [field("code", Problem::Repeated)]);
}

#[test]
fn an_object_in_a_line_of_a_log() {
    for line in [
        r#"10:53:20 [warn] join failed: {"errorCode": 3712} after 2 s"#,
        r#"[warn] join({passcode}) failed: {"errorCode": 3712}"#,
        r#"{"errorCode": 3712}, rejected"#,
    ] {
        let error = CallbackResult::from_json(line).error;
        assert_eq!(
            error.known(),
            Some(MeetingSdkWebError::SignatureInvalid),
            "{line}"
        );
        assert_eq!(error.notes, [Note::Surrounded], "{line}");
    }
    let braces = "x".to_owned() + &"{".repeat(1000);
    assert_eq!(CallbackResult::from_json(braces).error.notes, [Note::Text]);
}

#[test]
fn bytes_that_are_not_utf_8() {
    let body = RestBody::from_json(b"\xef\xbb\xbf{\"code\": 404, \"message\": \"caf\xe9\"}");
    assert_eq!(
        (body.code(), body.message()),
        (Some(404), Some("caf\u{fffd}"))
    );
    assert_eq!(body.notes(), [Note::Encoding]);
}

#[test]
fn half_a_surrogate_pair_loses_its_own_field_only() {
    for (written, read) in [
        (r"\ud83d", "\u{fffd}"),
        (r"Full \ud83d\n", "Full \u{fffd}\n"),
        (r"\uDE00 Full \ud83d\ude00", "\u{fffd} Full \u{1f600}"),
    ] {
        let body = RestBody::from_json(format!(r#"{{"code": 404, "message": "{written}"}}"#));
        assert_eq!((body.code(), body.message()), (Some(404), Some(read)));
        assert_eq!(
            body.notes(),
            [field("message", Problem::Unreadable)],
            "{written}"
        );
    }
    let payload = r#"{"errorCode": 3712, "errorMessage": "Invalid \ud83d"}"#;
    let error = CallbackResult::from_json(payload).error;
    assert_eq!(error.message.as_deref(), Some("Invalid \u{fffd}"));
    assert_eq!(error.notes, [field("errorMessage", Problem::Unreadable)]);
}

#[test]
fn lists_of_fields_in_other_forms() {
    let body = RestBody::from_json(
        r#"{"code": 300, "errors": ["topic is missing", {"field": "type"}, 7, null, [], {}]}"#,
    );
    let fields: Vec<_> = body
        .errors()
        .iter()
        .map(|error| (error.field.as_deref(), error.message.as_deref()))
        .collect();
    assert_eq!(
        fields,
        [
            (None, Some("topic is missing")),
            (Some("type"), None),
            (None, Some("7")),
        ],
    );
    assert_eq!(body.notes(), [field("errors", Problem::Unreadable)]);

    let body = RestBody::from_json(r#"{"code": 300, "errors": {"field": "type"}}"#);
    assert_eq!(body.errors(), []);
    assert_eq!(body.notes(), [field("errors", Problem::Unreadable)]);
}

#[test]
fn sub_codes_of_either_kind() {
    let reason = |payload| {
        let failure = ExecutedFailure::<VideoSdkWebError>::from_json(payload);
        failure.error.reason::<AudioCaptureFailedReason>()
    };
    let denied = Some(AudioCaptureFailedReason::PermissionDeniedByUser);
    assert_eq!(reason(r#"{"errorCode": 6010, "subCode": 1}"#), denied);
    assert_eq!(reason(r#"{"errorCode": 6010, "reason": 1}"#), denied);
    assert_eq!(reason(r#"{"errorCode": 6010, "reason": "1"}"#), denied);
    assert_eq!(reason(r#"{"errorCode": 6010, "subCode": 8}"#), None);
    // The sub-code of another error is none of these reasons.
    assert_eq!(reason(r#"{"errorCode": 6011, "subCode": 1}"#), None);
}

#[test]
fn a_repeated_failure_is_no_disagreement() {
    // The page gives 3702 and 3709 the same name.
    let payload = r#"{"reason": "HOST_NOT_FOUND", "errorCode": 3709}"#;
    let error = ExecutedFailure::<MeetingSdkWebError>::from_json(payload).error;
    assert_eq!(error.disagreement(), None);
    assert!(!Decoded::from_json(Product::MeetingSdkWeb, payload).disagrees());

    let payload = r#"{"reason": "MEETING_LOCKED", "errorCode": 3999}"#;
    let error = ExecutedFailure::<MeetingSdkWebError>::from_json(payload).error;
    let disagreement = error.disagreement().unwrap();
    assert_eq!(disagreement.code, 3999);
    assert_eq!(disagreement.named, MeetingSdkWebError::MeetingLocked);
    assert!(Decoded::from_json(Product::MeetingSdkWeb, payload).disagrees());
}

#[test]
fn every_rest_product_answers_as_the_rest_api_does() {
    let rest = Product::ALL
        .iter()
        .filter(|product| product.group() == Some("rest"));
    for product in rest {
        let decoded = Decoded::from_json(*product, r#"{"code": 1, "message": "x"}"#);
        assert_eq!(decoded.shape, Shape::RestBody, "{product}");
    }
}

#[test]
fn a_code_beside_an_object_of_texts_is_the_code() {
    let body = RestBody::from_json(r#"{"code": 300, "message": "x", "error": {}}"#);
    assert_eq!(body.code(), Some(300));
    let inner = RestBody::from_json(r#"{"code": 300, "error": {"code": 124, "message": "x"}}"#);
    assert_eq!(inner.code(), Some(124));
}

#[test]
fn products_without_a_shape_are_read_by_the_usual_names() {
    let decoded = Decoded::from_json(Product::HttpStatus, r#"{"status": 403, "message": "no"}"#);
    assert_eq!(decoded.error.and_then(ZoomError::code), Some(403));
    assert_eq!(decoded.message.as_deref(), Some("no"));
    let unlisted = Decoded::from_json(Product::HttpStatus, r#"{"code": 503}"#);
    assert_eq!(unlisted.error, None);
    assert!(
        unlisted
            .class()
            .is_some_and(|class| class.guidance().is_some())
    );
}

#[test]
fn states_and_answers_without_content() {
    let change = ConnectionChange::<VideoSdkWebError>::from_json("{}");
    assert_eq!(
        (change.state, change.reason, change.error.code),
        (None, None, None)
    );
    let answer = TokenError::from_json(r#"{"error": {"a": 1}}"#);
    assert_eq!(answer.error(), None);
    assert_eq!(answer.notes(), [field("error", Problem::Unreadable)]);
    assert_eq!(answer.to_string(), "no error code");
    assert_eq!(TokenError::from_json(r#"{"error": { }}"#).notes(), []);

    // A word that is not listed is kept like a number that is not.
    let payload = r#"{"error": "polling_too_fast", "reason": "x"}"#;
    assert_eq!(
        TokenError::from_json(payload).error(),
        Some("polling_too_fast")
    );
    let decoded = Decoded::from_json(Product::Oauth, payload);
    assert_eq!(
        (decoded.error, decoded.raw_code.as_deref()),
        (None, Some("polling_too_fast"))
    );
    assert_eq!(decoded.to_string(), "unlisted code polling_too_fast: x");
}
