//! What holds for whatever bytes arrive.

use proptest::prelude::*;
use zoom_errors::meeting_sdk_web::MeetingSdkWebError;
use zoom_errors::payload::{
    CallbackResult, ConnectionChange, Decoded, ExecutedFailure, MeetingStatusEvent, RestBody,
    TokenError, detect,
};
use zoom_errors::response::Failure;
use zoom_errors::video_sdk_web::VideoSdkWebError;
use zoom_errors::{Guided, Observed, Product, ZoomError};

/// Puts a payload through everything, and formats all that comes out.
fn exercise(payload: &[u8]) {
    let shown = [
        CallbackResult::from_json(payload).to_string(),
        MeetingStatusEvent::from_json(payload).to_string(),
        TokenError::from_json(payload).to_string(),
        ExecutedFailure::<VideoSdkWebError>::from_json(payload).to_string(),
        ConnectionChange::<MeetingSdkWebError>::from_json(payload).to_string(),
    ];
    for line in shown {
        assert!(!line.chars().any(char::is_control), "{line:?}");
        assert!(line.chars().count() < 4000, "{line:?}");
    }
    for product in Product::ALL {
        let decoded = Decoded::from_json(*product, payload);
        let _ = (format!("{decoded:#?}"), decoded.kind(), decoded.disagrees());
        assert!(decoded.code.is_none() || decoded.raw_code.is_none());
    }
    for finding in detect(payload) {
        assert!(!finding.candidates.is_empty(), "{finding:?}");
    }
}

const KEYS: &[&str] = &[
    "code",
    "detail",
    "error",
    "errorCode",
    "errorMessage",
    "error_message",
    "errors",
    "field",
    "meetingStatus",
    "message",
    "method",
    "reason",
    "result",
    "state",
    "status",
    "subCode",
    "type",
    "other",
];

/// JSON objects with the keys that matter and values of every kind.
fn object() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>().prop_map(|number| number.to_string()),
        "[0-9]{1,40}",
        ".{0,20}".prop_map(|text| serde_json::to_string(&text).unwrap()),
        prop::sample::select(ZoomError::all().collect::<Vec<_>>())
            .prop_map(|error| format!("{:?}", error.name())),
        prop::sample::select(ZoomError::all().collect::<Vec<_>>())
            .prop_map(|error| error.code().unwrap_or_default().to_string()),
    ];
    let value = value.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4)
                .prop_map(|list| format!("[{}]", list.join(","))),
            fields(inner),
        ]
    });
    fields(value)
}

fn fields(value: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let field = (prop::sample::select(KEYS), value);
    prop::collection::vec(field, 0..6).prop_map(|fields| {
        let fields: Vec<_> = fields.iter().map(|(k, v)| format!("{k:?}: {v}")).collect();
        format!("{{{}}}", fields.join(", "))
    })
}

proptest! {
    #[test]
    fn no_bytes_panic(payload in prop::collection::vec(any::<u8>(), 0..200)) {
        exercise(&payload);
    }

    #[test]
    fn no_object_panics_whole_or_cut(payload in object(), cut in 0.0..1.0) {
        exercise(payload.as_bytes());
        exercise(&payload.as_bytes()[..(payload.len() as f64 * cut) as usize]);
    }

    #[test]
    fn no_response_panics_or_asks_to_go_back_in_time(
        status in any::<u16>(),
        headers in prop::collection::vec((
            prop::sample::select(&["Retry-After", "X-RateLimit-Type", "x-ratelimit-limit",
                "X-RateLimit-Remaining", "X-RateLimit-Reset", "x-zm-trackingid", "Date"][..]),
            prop_oneof![
                "[0-9TZ:. +-]{0,30}",
                "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z",
                Just("QPS".to_owned()),
                Just("Daily-limit".to_owned()),
                ".{0,10}",
            ],
        ), 0..6),
        body in object(),
        now in 0..u64::MAX / 2,
    ) {
        let failure = Failure::builder(status).headers(headers).body(body);
        let line = failure.to_string();
        prop_assert!(!line.chars().any(char::is_control), "{:?}", line);
        prop_assert_eq!(failure.status().code(), i32::from(status));
        let now = std::time::Duration::from_secs(now);
        if let Some(pause) = failure.retry_at(now, 1).pause(now) {
            prop_assert!(pause <= std::time::Duration::MAX);
        }
        let _ = (format!("{failure:#?}"), failure.notes().count());
    }

    #[test]
    fn every_code_comes_out_as_it_went_in(code in any::<i32>(), quoted in any::<bool>()) {
        let written = if quoted { format!("\"{code}\"") } else { code.to_string() };
        let payload = format!("{{\"errorCode\": {written}, \"reason\": \"x\"}}");
        let failure = ExecutedFailure::<VideoSdkWebError>::from_json(&payload);
        prop_assert_eq!(failure.error.code.map(Observed::code), Some(code));
        for product in Product::ALL {
            prop_assert_eq!(Decoded::from_json(*product, &payload).code, Some(code));
        }
    }

    #[test]
    fn every_larger_number_is_kept_digit_by_digit(
        number in any::<i128>().prop_filter("fits", |n| i32::try_from(*n).is_err()),
    ) {
        let body = RestBody::from_json(format!("{{\"code\": {number}}}"));
        prop_assert_eq!(body.word().map(str::to_owned), Some(number.to_string()));
    }

    #[test]
    fn a_cut_behind_the_code_does_not_lose_it(code in any::<i32>(), text in ".{1,30}", cut in 0.0..1.0) {
        let before = format!("{{\"errorCode\": {code}, ");
        let after = format!("\"reason\": {}}}", serde_json::to_string(&text).unwrap());
        let mut payload = before.into_bytes();
        payload.extend(&after.as_bytes()[..(after.len() as f64 * cut) as usize]);
        let failure = ExecutedFailure::<VideoSdkWebError>::from_json(payload);
        prop_assert_eq!(failure.error.code.map(Observed::code), Some(code));
    }
}
