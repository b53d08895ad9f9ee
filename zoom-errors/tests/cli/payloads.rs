//! What a payload in a log means.

use serde_json::Value;
use snapbox::str;

use super::decode::{decode, failures, names, text};

#[test]
fn the_shape_of_a_payload_names_the_product() {
    for (payload, expected) in [
        (
            r#"{"meetingStatus":3,"errorCode":3004,"errorMessage":"x"}"#,
            vec!["meeting_sdk_web/WRONG_MEETING_PASSWORD"],
        ),
        (
            // The Video SDK's own `type`: its meaning first, the other kept.
            r#"{"type":"INVALID_PARAMETERS","reason":"wrong","errorCode":3004}"#,
            vec![
                "video_sdk_web/SESSION_INCORRECT_PASSCODE",
                "meeting_sdk_web/WRONG_MEETING_PASSWORD",
            ],
        ),
        (
            // Component View tells its constant.
            r#"{"type":"JOIN_MEETING_FAILED","reason":"WrongPasscode","errorCode":3004}"#,
            vec![
                "meeting_sdk_web/WRONG_MEETING_PASSWORD",
                "video_sdk_web/SESSION_INCORRECT_PASSCODE",
            ],
        ),
        (
            // The `type` is the name of an error of one of the two.
            r#"{"type":"INVALID_PARAMETER","reason":"wrong","errorCode":3004}"#,
            vec![
                "meeting_sdk_web/WRONG_MEETING_PASSWORD",
                "video_sdk_web/SESSION_INCORRECT_PASSCODE",
            ],
        ),
        (
            // The Video SDK may send a `message` too.
            r#"{"message":"wrong","errorCode":3004}"#,
            vec![
                "video_sdk_web/SESSION_INCORRECT_PASSCODE",
                "meeting_sdk_web/WRONG_MEETING_PASSWORD",
            ],
        ),
        (
            r#"{"state":"Closed","reason":"MEETING_ENDED","errorCode":4004}"#,
            vec![
                "meeting_sdk_web/MEETING_ENDED",
                "video_sdk_web/SESSION_ENDED",
            ],
        ),
        (
            // Listed in one of the two only.
            r#"{"type":"x","reason":"y","errorCode":3712}"#,
            vec!["meeting_sdk_web/SIGNATURE_INVALID"],
        ),
        (
            r#"{"code":404,"message":"gone"}"#,
            vec!["rest_api/NOT_FOUND", "api_response/NOT_FOUND"],
        ),
        (
            // What the server says is one product's, though both list the number.
            r#"{"code":4700,"message":"Token cannot be empty"}"#,
            vec!["oauth/UNEXPECTED_ERROR", "rest_api/INVALID_ACCESS_TOKEN"],
        ),
        (
            r#"{"code":"300","message":"Validation Failed."}"#,
            vec!["rest_api/VALIDATION_FAILED"],
        ),
        (
            // The status of an HTTP answer, not that of a meeting.
            r#"{"status":400,"errorCode":5012}"#,
            vec!["video_sdk_web/CLIENT_DUPLICATED_JOIN"],
        ),
        (
            r#"{"errorCode":5999,"type":"x","reason":"y"}"#,
            vec!["video_sdk_web/unlisted"],
        ),
        (
            r#"{"code":99999999999,"message":"beyond 32 bits"}"#,
            vec!["rest_api/unlisted"],
        ),
        (
            // A logger's own fields.
            r#"{"code":404,"method":"GET","state":"x","message":"gone"}"#,
            vec!["rest_api/NOT_FOUND", "api_response/NOT_FOUND"],
        ),
        (
            // `code` is somebody's own here.
            r#"{"code":"E_JOIN","errorCode":3712,"status":404}"#,
            vec!["meeting_sdk_web/SIGNATURE_INVALID"],
        ),
        (
            // Nothing tells the product but its documented range.
            r#"{"errorCode":3999}"#,
            vec!["meeting_sdk_web/unlisted"],
        ),
    ] {
        assert_eq!(names(payload), expected, "{payload}");
    }
}

/// Ten products know 1; the two that say `errorCode` come first, and a line stays a line.
#[test]
fn a_number_alone_means_what_the_web_sdks_mean_by_it() {
    let names = names(r#"{"errorCode":1}"#);
    assert!(names[0].starts_with("video_sdk_web/"), "{names:?}");
    assert!(names[1].starts_with("meeting_sdk_web/"), "{names:?}");
    let line = text(&[], r#"{"errorCode":1}"#);
    let more = format!(" Or {} more.\n", names.len() - 4);
    assert!(line.ends_with(&more), "{line}");
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
        r#"{"code":300,"errors":[{"field":"topic"}]}"#,
        r#"{"code":4700,"reason":"Token cannot be empty"}"#,
        r#"{"status":404,"error":"Not Found","message":"GET /x"}"#,
        r#"{"type":"JOIN_MEETING_FAILED","reason":"MEETING_LOCKED"}"#,
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
    // Other servers of this protocol leave the reason out.
    assert_eq!(
        names(r#"{"error":"invalid_scope"}"#),
        ["oauth/INVALID_SCOPE"]
    );
}

/// The SDK as shipped gives 3000 and 3005 the opposite meanings of its page.
#[test]
fn a_constant_of_another_error_than_the_number_is_told() {
    let payload = r#"{"method":"join","errorCode":3000,"errorMessage":"Already has other meetings in progress."}"#;
    let meaning = &failures(payload)[0]["meanings"][0];
    assert_eq!(meaning["name"], "EMAIL_REQUIRED");
    assert_eq!(meaning["named"]["code"], 3005);
    assert_eq!(meaning["named"]["name"], "ANOTHER_MEETING_RUNNING");
    let line = text(&[], payload);
    assert!(
        line.contains(" But the payload names ANOTHER_MEETING_RUNNING (3005). ["),
        "{line}"
    );
    let unlisted = r#"{"type":"x","reason":"MEETING_LOCKED","errorCode":3999}"#;
    let line = text(&[], unlisted);
    assert!(
        line.contains("(Meeting Validation). But the payload names MEETING_LOCKED"),
        "{line}"
    );
    // The same error under its other number, or the class of the failure, is no other error.
    for payload in [
        r#"{"type":"x","reason":"HOST_NOT_FOUND","errorCode":3709}"#,
        r#"{"type":"INTERNAL_ERROR","reason":"x","errorCode":3004}"#,
    ] {
        let meaning = &failures(payload)[0]["meanings"][0];
        assert_eq!(meaning["named"], Value::Null, "{payload}");
    }
}
