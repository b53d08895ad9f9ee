//! What a payload in a log means.

use serde_json::Value;
use snapbox::str;

use super::decode::{decode, failures, names, text};

/// The first meaning, and whether there are others.
fn first(payload: &str) -> Option<String> {
    names(payload).into_iter().next()
}

#[test]
fn the_shape_of_a_payload_names_the_product() {
    for (payload, expected) in [
        (
            r#"{"meetingStatus":3,"errorCode":3004,"errorMessage":"x"}"#,
            "meeting_sdk_web/",
        ),
        (
            r#"{"type":"JOIN_MEETING_FAILED","reason":"WrongPasscode","errorCode":3004}"#,
            "meeting_sdk_web/",
        ),
        (
            r#"{"state":"Closed","reason":"MEETING_ENDED","errorCode":4004}"#,
            "meeting_sdk_web/",
        ),
        (
            r#"{"errorCode":6010,"subCode":3,"type":"x","reason":"y"}"#,
            "video_sdk_web/",
        ),
        // Listed in one of the two only.
        (
            r#"{"type":"x","reason":"y","errorCode":3712}"#,
            "meeting_sdk_web/SIGNATURE_INVALID",
        ),
        // What the server says is one product's, though several list the number.
        (
            r#"{"code":4700,"message":"Token cannot be empty"}"#,
            "oauth/",
        ),
        // The status of an HTTP answer, not that of a meeting.
        (r#"{"status":400,"errorCode":6103}"#, "video_sdk_web/"),
        (
            r#"{"errorCode":5999,"type":"x","reason":"y","subCode":1}"#,
            "video_sdk_web/unlisted",
        ),
        // `code` is somebody's own here.
        (
            r#"{"code":"E_JOIN","errorCode":3712,"status":404}"#,
            "meeting_sdk_web/SIGNATURE_INVALID",
        ),
        // Nothing tells the product but its documented range.
        (r#"{"errorCode":3999}"#, "meeting_sdk_web/unlisted"),
    ] {
        let found = first(payload);
        assert!(
            found
                .as_ref()
                .is_some_and(|found| found.starts_with(expected)),
            "{payload}: {found:?}"
        );
    }
}

/// Many products know 1; the two that say `errorCode` come first, and a line stays a line.
#[test]
fn a_number_alone_means_what_the_web_sdks_mean_by_it() {
    let names = names(r#"{"errorCode":1}"#);
    assert!(
        names[..2].iter().all(|name| name.contains("sdk_web/")),
        "{names:?}"
    );
    assert_eq!(text(&[], r#"{"errorCode":1}"#).lines().count(), 1);
}

#[test]
fn what_is_no_failure_is_passed_over() {
    for payload in [
        r#"{"code":200,"message":"OK"}"#,
        r#"{"code":204,"message":"No Content"}"#,
        r#"{"code":0,"message":"done"}"#,
        r#"{"type":"x","reason":"y","errorCode":0}"#,
        r#"{"code":"ECONNREFUSED","message":"connect ECONNREFUSED"}"#,
        r#"{"code":300}"#,
        r#"{"errorCode":null,"method":"join"}"#,
        r#"{"errorCode":3712.5,"method":"join"}"#,
        r#"{"errorCode":-77777}"#,
        r#"{"errorCode":-99999999999}"#,
        r#"{"status":404,"error":"Not Found","message":"GET /x"}"#,
        r#"{"code":404,"message":"gone"}"#,
        r#"{"level":"error","error":"boom","reason":"y"}"#,
        "3712",
        "[]",
        "",
    ] {
        assert_eq!(names(payload), [""; 0], "{payload}");
        decode(&[], payload).code(1).stdout_eq(str![]);
    }
}

/// The finer cause decides who must act and when to try again.
#[test]
fn what_the_server_says_finds_the_reason() {
    let daily = r#"{"code":429,"message":"You have reached the MAXIMUM DAILY rate limit."}"#;
    let meaning = &failures(daily)[0]["meanings"][0];
    assert_eq!(meaning["reason"], "DAILY_LIMIT");
    assert_eq!(meaning["retry"], "at_reset");
    let numbered = r#"{"type":"INVALID_OPERATION","reason":3,"errorCode":6010}"#;
    let meaning = &failures(numbered)[0]["meanings"][0];
    assert_eq!(meaning["name"], "AUDIO_CAPTURE_FAILED");
    assert!(meaning["reason"].is_string());
}

/// Errors of the token endpoint have no number.
#[test]
fn a_word_of_the_token_endpoint_is_a_failure() {
    let answer = r#"{"reason":"Invalid Token!","error":"invalid_grant"}"#;
    let failure = &failures(answer)[0];
    assert_eq!(
        (&failure["code"], &failure["value"], &failure["message"]),
        (
            &Value::Null,
            &"invalid_grant".into(),
            &"Invalid Token!".into()
        )
    );
    let meanings = failure["meanings"].as_array().unwrap();
    assert_eq!(meanings.len(), 1);
    assert_eq!(meanings[0]["product"], "oauth");
    assert_eq!(meanings[0]["name"], "INVALID_GRANT");
    assert_eq!(meanings[0]["kind"], "authentication");
    let line = text(&[], answer);
    assert!(
        line.starts_with("line 1: invalid_grant, Zoom OAuth: The authorization code"),
        "{line}"
    );
    // Without a reason it may be any server of this protocol.
    assert_eq!(names(r#"{"error":"invalid_scope"}"#), [""; 0]);
}

/// A number and a constant of two errors.
#[test]
fn a_constant_of_another_error_than_the_number_is_told() {
    let payload = r#"{"type":"x","reason":"MEETING_LOCKED","errorCode":3712}"#;
    let meaning = &failures(payload)[0]["meanings"][0];
    assert_eq!(meaning["name"], "SIGNATURE_INVALID");
    assert_eq!(meaning["named"]["name"], "MEETING_LOCKED");
    let line = text(&[], payload);
    assert!(
        line.contains(" But the text names MEETING_LOCKED ("),
        "{line}"
    );
    // The same error under its other number, or the class of the failure, is no other error.
    for payload in [
        r#"{"type":"x","reason":"HOST_NOT_FOUND","errorCode":3709}"#,
        r#"{"type":"OPERATION_LOCKED","reason":"x","errorCode":3004}"#,
    ] {
        let meaning = &failures(payload)[0]["meanings"][0];
        assert_eq!(meaning["named"], Value::Null, "{payload}");
    }
}
