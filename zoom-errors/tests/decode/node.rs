//! JavaScript objects, made and written as JSON by `node`.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::process::Command;

use zoom_errors::meeting_sdk_web::MeetingSdkWebError;
use zoom_errors::payload::{
    CallbackResult, ConnectionChange, ConnectionState, ExecutedFailure, MeetingStatus,
    MeetingStatusEvent, Note, Problem,
};
use zoom_errors::video_sdk_web::{
    AudioCaptureFailedReason, ClientInvalidJoinParameterReason, VideoSdkWebError,
};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/decode/objects.mjs");

/// What the script writes: one JSON text for each name. Nothing where there is no `node`.
fn objects() -> Option<BTreeMap<String, String>> {
    let output = match Command::new("node").arg(SCRIPT).output() {
        Ok(output) => output,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            eprintln!("skipped: there is no `node`");
            return None;
        }
        Err(error) => panic!("{error}"),
    };
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

#[test]
fn video_sdk() {
    let Some(objects) = objects() else { return };
    let decode = |name: &str| ExecutedFailure::<VideoSdkWebError>::from_json(&objects[name]);

    let failure = decode("rejected");
    assert_eq!(
        failure.error.known(),
        Some(VideoSdkWebError::ClientInvalidJoinParameter)
    );
    let reason = ClientInvalidJoinParameterReason::TopicTooLong;
    assert_eq!(failure.error.reason(), Some(reason));
    assert_eq!(failure.error_type.as_deref(), Some("INVALID_PARAMETERS"));

    let failure = decode("sub_code");
    let reason = AudioCaptureFailedReason::PermissionDismissedByUser;
    assert_eq!(failure.error.reason(), Some(reason));

    // Properties of an `Error` that were assigned are written, its message is not.
    let failure = decode("assigned");
    assert_eq!(
        failure.error.known(),
        Some(VideoSdkWebError::ClientDuplicatedJoin)
    );
    assert_eq!(failure.error.message.as_deref(), Some("joined twice"));
    let failure = decode("own_properties");
    assert_eq!(failure.error.message.as_deref(), Some("join failed"));

    // `JSON.stringify` turns NaN into null and leaves undefined out.
    for name in ["not_a_number", "undefined"] {
        let failure = decode(name);
        assert_eq!(
            (failure.error.code, failure.error.raw_code),
            (None, None),
            "{name}"
        );
        assert_eq!(failure.error.notes, [], "{name}");
    }
    let failure = decode("large");
    assert_eq!(failure.error.raw_code.as_deref(), Some("1e+21"));

    // A text cut in the middle of a character outside the basic plane.
    let failure = decode("half_character");
    assert_eq!(failure.error.known(), Some(VideoSdkWebError::InternalError));
    let problem = Problem::Unreadable;
    assert_eq!(
        failure.error.notes,
        [Note::Field {
            field: "reason",
            problem
        }]
    );
}

#[test]
fn meeting_sdk() {
    let Some(objects) = objects() else { return };
    let result = CallbackResult::from_json(&objects["callback"]);
    assert_eq!(result.error.known(), Some(MeetingSdkWebError::ErrorNotHost));
    assert_eq!(result.status, Some(false));
    assert_eq!(result.method.as_deref(), Some("lockMeeting"));

    // Some functions put the text into `result`.
    let result = CallbackResult::from_json(&objects["text_in_result"]);
    assert_eq!(result.error.message.as_deref(), Some("no computer audio"));

    let event = MeetingStatusEvent::from_json(&objects["status"]);
    assert_eq!(event.status, Some(MeetingStatus::Disconnected));
    assert_eq!(
        event.error.known(),
        Some(MeetingSdkWebError::NotAllowAnonymousJoin)
    );

    let change = ConnectionChange::<MeetingSdkWebError>::from_json(&objects["closed"]);
    assert_eq!(change.state, Some(ConnectionState::Closed));
    assert_eq!(
        change.error.known(),
        Some(MeetingSdkWebError::MeetingLocked)
    );

    let failure = ExecutedFailure::<MeetingSdkWebError>::from_json(&objects["contested"]);
    assert_eq!(
        failure.error.known(),
        Some(MeetingSdkWebError::EmailRequired)
    );
}
