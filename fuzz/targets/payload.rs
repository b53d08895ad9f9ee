//! Any bytes as a payload: nothing panics, and no code that was sent is lost.
#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use serde_json::value::RawValue;
use zoom_errors::meeting_sdk_web::MeetingSdkWebError;
use zoom_errors::payload::{
    CallbackResult, ConnectionChange, Decoded, ExecutedFailure, Form, MeetingStatusEvent, RestBody,
    TokenError, detect,
};
use zoom_errors::recognise::{hint, recognise};
use zoom_errors::rest_api::RestApiError;
use zoom_errors::video_sdk_web::VideoSdkWebError;
use zoom_errors::{Guided, Observed, Product, ZoomError};
use zoom_errors_fuzz::{assert_findings, assert_shown};

fuzz_target!(|payload: &[u8]| {
    shapes(payload);
    for product in Product::ALL {
        let decoded = Decoded::from_json(*product, payload);
        assert_eq!(decoded.product, *product);
        coherent(&decoded);
    }
    detected(payload);
    if let Ok(fields) = serde_json::from_slice::<BTreeMap<String, Box<RawValue>>>(payload) {
        codes_are_kept(&fields, payload);
    }
});

fn shapes(payload: &[u8]) {
    macro_rules! shown {
        ($($value:expr),* $(,)?) => {$( assert_shown(&$value); )*};
    }
    shown!(
        RestBody::from_json(payload),
        CallbackResult::from_json(payload),
        MeetingStatusEvent::from_json(payload),
        TokenError::from_json(payload),
        ExecutedFailure::<VideoSdkWebError>::from_json(payload),
        ExecutedFailure::<MeetingSdkWebError>::from_json(payload),
        ConnectionChange::<VideoSdkWebError>::from_json(payload),
        ConnectionChange::<MeetingSdkWebError>::from_json(payload),
    );
}

/// What the fields of a decoded payload say of each other.
fn coherent(decoded: &Decoded) {
    assert_shown(decoded);
    assert!(
        decoded.code.is_none() || decoded.raw_code.is_none(),
        "{decoded:?}"
    );
    match (decoded.code, decoded.error) {
        (Some(code), error) => assert_eq!(error, ZoomError::from_code(decoded.product, code)),
        // A word in place of a number comes before a constant.
        (None, Some(error)) if error.word().is_some() => {}
        (None, error) => assert_eq!(error, decoded.named),
    }
    for error in decoded.error.iter().chain(&decoded.named) {
        assert_eq!(error.product(), decoded.product);
    }
    if let Some(reason) = decoded.reason_info() {
        let reasons = decoded.error.map(ZoomError::reasons).unwrap_or_default();
        assert!(reasons.contains(reason), "{decoded:?}");
    }
    if decoded.error.is_some() {
        assert!(decoded.kind().is_some() && decoded.retry().is_some());
    }
}

fn detected(payload: &[u8]) {
    let text = String::from_utf8_lossy(payload);
    let found = recognise(&text);
    assert!(found.is_empty() || hint(text.as_bytes(), 0).is_some());
    assert_findings(&text, &found);
    assert_findings(&text, &detect(payload));
}

/// Whatever stands under the key of the code comes out as a number or as it was sent.
fn codes_are_kept(fields: &BTreeMap<String, Box<RawValue>>, payload: &[u8]) {
    if let Some(sent) = sent(fields, "errorCode") {
        let failure = ExecutedFailure::<VideoSdkWebError>::from_json(payload).error;
        kept(&sent, failure.code.map(Observed::code), failure.raw_code);
        let result = CallbackResult::from_json(payload).error;
        kept(&sent, result.code.map(Observed::code), result.raw_code);
        let change = ConnectionChange::<MeetingSdkWebError>::from_json(payload).error;
        kept(&sent, change.code.map(Observed::code), change.raw_code);
    }
    if let Some(sent) = sent(fields, "code") {
        let body = RestBody::from_json(payload);
        // The other forms have their codes elsewhere, and so has an object under `error`.
        if body.form() == Form::Rest && !has_code_within(fields) {
            kept(&sent, body.code(), body.word().map(str::to_owned));
        }
    }
    let of_sdk = self::sent(fields, "errorCode").is_some();
    if let Some(sent) = sent(fields, "code").filter(|_| !of_sdk) {
        let decoded = Decoded::from_json(Product::RestApi, payload);
        if let (Some(code), None) = (decoded.code, decoded.error) {
            assert_eq!(RestApiError::from_code(code), None);
        }
        kept(&sent, decoded.code, decoded.raw_code);
    }
}

fn has_code_within(fields: &BTreeMap<String, Box<RawValue>>) -> bool {
    let within = fields.get("error").map(|json| json.get());
    let within = within.and_then(|json| serde_json::from_str(json).ok());
    within.is_some_and(|within| {
        let keys = ["code", "errorCode"];
        keys.iter().any(|key| sent(&within, key).is_some())
    })
}

/// A code as text, where there is one at all.
fn sent(fields: &BTreeMap<String, Box<RawValue>>, key: &str) -> Option<String> {
    let json = fields.get(key)?.get();
    let text = match json.as_bytes().first()? {
        b'"' => serde_json::from_str(json).ok()?,
        b'[' | b'{' => return None,
        _ if json == "null" => return None,
        _ => json.to_owned(),
    };
    (!text.trim().is_empty()).then_some(text)
}

#[track_caller]
fn kept(sent: &str, code: Option<i32>, raw_code: Option<String>) {
    match code {
        Some(code) => assert_eq!(sent.trim().parse(), Ok(f64::from(code)), "{sent}"),
        None => assert_eq!(raw_code.as_deref(), Some(sent)),
    }
}
