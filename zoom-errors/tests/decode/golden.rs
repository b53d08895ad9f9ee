//! One payload of each shape, as Zoom sends it.

use zoom_errors::meeting_sdk_web::MeetingSdkWebError;
use zoom_errors::oauth::OauthTokenError;
use zoom_errors::payload::{Decoded, Shape, TokenError};
use zoom_errors::video_sdk_web::VideoSdkWebError;
use zoom_errors::{Guided, Kind, Product};

macro_rules! payload {
    ($name:literal) => {
        include_str!(concat!("payloads/", $name, ".json"))
    };
}
pub(crate) use payload;

fn check(product: Product, payload: &str, shape: Shape, line: &str) -> Decoded {
    let decoded = Decoded::from_json(product, payload);
    assert_eq!(decoded.shape, shape, "{payload}");
    assert_eq!(decoded.to_string(), line);
    assert_eq!(decoded.notes, [], "{payload}");
    decoded
}

#[test]
fn rest_api() {
    let check = |payload: &str, line: &str| check(Product::RestApi, payload, Shape::RestBody, line);
    check(
        payload!("rest_validation"),
        "VALIDATION_FAILED (300), INVALID_FIELDS: Validation Failed.",
    );
    check(
        payload!("rest_invalid_json"),
        "VALIDATION_FAILED (300), INVALID_JSON: Request Body should be a valid JSON object.",
    );
    check(
        payload!("rest_per_second"),
        "RATE_LIMITED (429), PER_SECOND_LIMIT: You have reached the maximum per-second rate \
         limit for this API. Try again later.",
    );
    check(
        payload!("rest_scopes"),
        "TOKEN_REFUSED (4700): Invalid access token, does not contain \
         scopes:[meeting:write:meeting, meeting:write:meeting:admin].",
    );
    check(
        payload!("rest_unlisted"),
        "USER_NOT_FOUND (1001): User does not exist: 8NbZ.",
    );
    check(
        payload!("rest_error_message"),
        "unlisted code 404: Recording not found.",
    );
}

#[test]
fn client_view() {
    let check =
        |payload: &str, shape, line: &str| check(Product::MeetingSdkWeb, payload, shape, line);
    check(
        payload!("client_view_callback"),
        Shape::CallbackResult,
        "SIGNATURE_INVALID (3712): Signature is invalid.",
    );
    let success = check(
        payload!("client_view_success"),
        Shape::CallbackResult,
        // Where the payload says nothing, the catalog does.
        &MeetingSdkWebError::Success.to_string(),
    );
    assert!(!success.kind().unwrap().is_failure());
    let contested = check(
        payload!("client_view_contested"),
        Shape::CallbackResult,
        "EMAIL_REQUIRED (3000), OTHER_MEETING_IN_PROGRESS: Already has other meetings in progress.",
    );
    assert!(!contested.disagrees());
    check(
        payload!("meeting_status"),
        Shape::MeetingStatusEvent,
        "USER_LEVEL_TOKEN_NOT_HAVE_HOST_ZAK_OBF (4013): The OBF or ZAK token is invalid.",
    );
    check(
        payload!("meeting_status_detail"),
        Shape::MeetingStatusEvent,
        "PARTICIPANT_EXIST (4008): You are in the meeting.",
    );
    check(
        payload!("meeting_status_connected"),
        Shape::MeetingStatusEvent,
        "no error code",
    );
}

#[test]
fn component_view() {
    let check =
        |payload: &str, shape, line: &str| check(Product::MeetingSdkWeb, payload, shape, line);
    let named = check(
        payload!("component_view_named"),
        Shape::ExecutedFailure,
        "WRONG_MEETING_PASSWORD (3004): Passcode wrong.",
    );
    assert!(!named.disagrees());
    check(
        payload!("component_view_contested"),
        Shape::ExecutedFailure,
        "ANOTHER_MEETING_RUNNING (3005): MissingEmail",
    );
    check(
        payload!("component_view_closed"),
        Shape::ConnectionChange,
        "MEETING_ENDED (4004): MEETING_ENDED",
    );
}

#[test]
fn video_sdk() {
    let check =
        |payload: &str, shape, line: &str| check(Product::VideoSdkWeb, payload, shape, line);
    check(
        payload!("video_sub_code"),
        Shape::ExecutedFailure,
        "AUDIO_CAPTURE_FAILED (6010), DEVICE_IN_USE: CAPTURE_FAILED",
    );
    check(
        payload!("video_message"),
        Shape::ExecutedFailure,
        "SESSION_FETCH_INFO_ERROR (200), TOKEN_EXPIRED: The token has expired, is over 2 days \
         old, or is ineffective",
    );
    check(
        payload!("video_unlisted"),
        Shape::ExecutedFailure,
        "unlisted code 5999: Something new",
    );
    check(
        payload!("video_fail"),
        Shape::ConnectionChange,
        &VideoSdkWebError::SessionIncorrectPasscode.to_string(),
    );
}

#[test]
fn token_endpoint() {
    let payload = payload!("token_endpoint");
    let line = "invalid_grant: Invalid Token!";
    let decoded = check(Product::Oauth, payload, Shape::TokenError, line);
    assert_eq!(decoded.error, Some(OauthTokenError::InvalidGrant.into()));
    assert_eq!(decoded.kind(), Some(Kind::Authentication));
    assert_eq!(TokenError::from_json(payload).to_string(), line);
}
