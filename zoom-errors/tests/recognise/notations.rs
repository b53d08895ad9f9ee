//! Texts as people paste them, in every notation, each with what its first failure is.

use zoom_errors::ZoomError;
use zoom_errors::recognise::{recognise, recognise_zooms};

/// `product/code`; a star at either end stands for anything, and `rest` for any REST space.
const TEXTS: &[(&str, &str)] = &[
    (
        "{method: 'join', status: false, errorCode: 3705, errorMessage: 'Signature has expired.', result: null}",
        "meeting_sdk_web/3705",
    ),
    (
        "{'errorCode': 3712, 'errorMessage': 'Signature is invalid.', 'method': 'join', 'status': False, 'result': None}",
        "meeting_sdk_web/3712",
    ),
    (
        "array(2) {\n  [\"code\"]=>\n  int(3001)\n  [\"message\"]=>\n  string(31) \"Meeting does not exist: 123456.\"\n}",
        "meetings/3001",
    ),
    (
        "stdClass Object\n(\n    [code] => 3001\n    [message] => Meeting does not exist: 123.\n)\n",
        "meetings/3001",
    ),
    (
        "Array\n(\n    [code] => 124\n    [message] => Invalid access token.\n)\n",
        "*/124",
    ),
    (
        "%{\"code\" => 124, \"message\" => \"Invalid access token.\"}",
        "*/124",
    ),
    (
        "{:code=>1001, :message=>\"User does not exist: abc.\"}",
        "users/1001",
    ),
    (
        "%{code: 3001, message: \"Meeting does not exist: 9.\"}",
        "meetings/3001",
    ),
    ("{code=124, message=Invalid access token.}", "*/124"),
    ("map[code:124 message:Invalid access token.]", "*/124"),
    (
        "&{Code:3001 Message:Meeting does not exist: 81.}",
        "meetings/3001",
    ),
    (
        "ZoomApiException(code=1010, message=User does not belong to this account: u1.)",
        "*/1010",
    ),
    (
        "{\"type\":\"INVALID_OPERATION\",\"reason\":\"duplicated operation\",\"errorCode\":5012,}",
        "video_sdk_web/5012",
    ),
    (
        "Error: {\\\"code\\\":124,\\\"message\\\":\\\"Invalid access token.\\\"}",
        "*/124",
    ),
    (
        "{\"log\":\"{\\\"res\\\":\\\"{\\\\\\\"code\\\\\\\":3001,\\\\\\\"message\\\\\\\":\\\\\\\"Meeting does not exist: 1.\\\\\\\"}\\\"}\"}",
        "meetings/3001",
    ),
    (
        "“errorCode”: 3712, “errorMessage”: “Signature is invalid.”",
        "meeting_sdk_web/3712",
    ),
    (
        "{‘code’: 3001, ‘message’: ‘Meeting does not exist: 5.’}",
        "meetings/3001",
    ),
    (
        "HTTP/1.1 404 Not Found\nContent-Type: application/json\nx-zm-trackingid: abc\n\n{\"code\":3001,\"message\":\"Meeting does not exist: 123.\"}\n",
        "meetings/3001",
    ),
    (
        "< HTTP/2 401\n< content-type: application/json\n<\n{\"code\":124,\"message\":\"Invalid access token.\"}",
        "*/124",
    ),
    (
        "GET https://api.zoom.us/v2/users/x@example.com 404\n{\"code\":1001,\"message\":\"User does not exist: x@example.com.\"}",
        "users/1001",
    ),
    (
        "axios error 429 https://api.zoom.us/v2/users {\"code\":429,\"message\":\"You have reached the maximum per-second rate limit for this API. Try again later.\"}",
        "*/429",
    ),
    (
        "requests.exceptions.HTTPError: 404 Client Error: Not Found for url: https://api.zoom.us/v2/meetings/123 {'code': 3001, 'message': 'Meeting does not exist: 123.'}",
        "meetings/3001",
    ),
    (
        "errorCode=3712 errorMessage=\"Signature is invalid.\"",
        "meeting_sdk_web/3712",
    ),
    (
        "errorCode: 3712\nerrorMessage: \"Signature is invalid.\"\nmethod: \"join\"",
        "meeting_sdk_web/3712",
    ),
    (
        "ObjecterrorCode: 3712errorMessage: \"Signature is invalid.\"method: \"join\"result: \"Invalid signature.\"status: false[[Prototype]]: Object",
        "meeting_sdk_web/3712",
    ),
    (
        "Uncaught (in promise) {type: 'JOIN_MEETING_FAILED', reason: 'Fail to join the meeting.', errorCode: 200}",
        "meeting_sdk_web/200",
    ),
    (
        "{type: 'INSUFFICIENT_PRIVILEGES', reason: 'VIDEO_USER_FORBIDDEN_CAPTURE'}",
        "video_sdk_web/*",
    ),
    (
        "{ type: 'INVALID_OPERATION', reason: 'VIDEO_CAMERA_IS_TAKEN' }",
        "video_sdk_web/*",
    ),
    (
        "{\"type\":\"INVALID_OPERATION\",\"reason\":\"CAN_NOT_DETECT_CAMERA\"}",
        "video_sdk_web/*",
    ),
    (
        "{ type: 'IMPROPER_MEETING_STATE', reason: 'closed' }",
        "*web/IMPROPER_MEETING_STATE",
    ),
    (
        "{ type: 'OPERATION_CANCELLED', reason: 'LEAVING_MEETING' }",
        "*_sdk_web/*",
    ),
    (
        "{\"type\":\"JOIN_MEETING_FAILED\",\"reason\":\"WRONG_MEETING_PASSWORD\"}",
        "meeting_sdk_web/3004",
    ),
    (
        "SDKError: SDKERR_NO_PERMISSION",
        "meeting_sdk_native_error/*",
    ),
    (
        "authentication returned AUTHRET_KEYORSECRETWRONG",
        "meeting_sdk_native_auth/2",
    ),
    (
        "onMobileRTCAuthReturn MobileRTCAuthError_KeyOrSecretWrong",
        "meeting_sdk_ios_auth/2",
    ),
    (
        "Join failed: MEETING_FAIL_PASSWORD_ERR",
        "meeting_sdk_native_fail/4",
    ),
    (
        "ZoomVideoSDKErrors_Session_Join_Failed",
        "video_sdk_native/2*",
    ),
    (
        "onError ZoomVideoSDKError_Session_No_Rights details: 1",
        "video_sdk_*/2*",
    ),
    ("flutter: ZRCSDKERR_INTERNAL_ERROR", "zoom_rooms_zrc/1"),
    (
        "onZoomSDKInitializeResult errorCode=1, internalErrorCode=0",
        "meeting_sdk_android_zoom/1",
    ),
    ("MobileRTCMeetError 6", "meeting_sdk_ios_meeting/6"),
    (
        "joinMeeting failed with error 10, internalErrorCode=0",
        "meeting_sdk_*/10",
    ),
    ("MeetingFailCode: 4", "meeting_sdk_native_fail/4"),
    (
        "{'event': 'meeting.rtms_stopped', 'payload': {'stop_reason': 10, 'rtms_stream_id': 'x'}}",
        "rtms_stop_reason/10",
    ),
    ("rtms stop_reason=7", "rtms_stop_reason/7"),
    (
        "{\"msg_type\":4,\"status_code\":13,\"reason\":\"x\"}",
        "rtms_status/13",
    ),
    ("STOP_BC_CONNECTION_TIMEOUT", "rtms_stop_reason/11"),
    (
        "Zoom token error {\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}",
        "oauth/invalid_grant",
    ),
    (
        "{\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}",
        "oauth/invalid_grant",
    ),
    (
        "{reason: 'Bad Request', error: 'invalid_request'}",
        "oauth/invalid_request",
    ),
    (
        "POST https://zoom.us/oauth/token 400 {\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}",
        "oauth/invalid_client",
    ),
    (
        "Invalid redirect url: https://example.com/cb (4,700)",
        "oauth/4700",
    ),
    (
        "{\"code\":4711,\"message\":\"Invalid access token, does not contain scopes:[user:read:admin].\"}",
        "*/4711",
    ),
    (
        "Invalid access token, does not contain scopes: [meeting:write, meeting:write:admin]",
        "*/4711",
    ),
    (
        "{\"code\": 300, \"message\": \"Validation Failed.\", \"errors\": [{\"field\": \"topic\", \"message\": \"Invalid field.\"}]}",
        "*/300",
    ),
    (
        "{\"code\":-32001,\"message\":\"Invalid access token, does not contain scopes:[x:y]\"}",
        "zoom_mcp/-32001",
    ),
    (
        "zoom SDK err: {code: 80004, reason: app_not_support}",
        "zoom_apps_sdk/80004",
    ),
    (
        "You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user.",
        "*/429",
    ),
    (
        "You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.",
        "*/429",
    ),
    (
        "{\"status\":404,\"data\":{\"code\":3001,\"message\":\"Meeting does not exist: 1.\"}}",
        "meetings/3001",
    ),
    (
        "data: { code: 3001, message: 'Meeting does not exist: 1.' } status: 404",
        "meetings/3001",
    ),
    (
        "code%22%3A3001%2C%22message%22%3A%22Meeting%20does%20not%20exist%3A%201.%22",
        "meetings/3001",
    ),
    (
        "  \"code\": 3001,\n  \"message\": \"Meeting does not exist: 123.\"",
        "meetings/3001",
    ),
    (
        "{\"state\":\"Closed\",\"reason\":\"MEETING_ENDED\",\"errorCode\":4004}",
        "meeting_sdk_web/4004",
    ),
    (
        "{'meetingStatus': 3, 'errorCode': 4012, 'errorMessage': 'x'}",
        "meeting_sdk_web/4012",
    ),
    ("errorCode: 5012", "*_sdk_web/5012"),
    ("{\"errorCode\":3712}", "meeting_sdk_web/3712"),
    (
        "{'code': 200, 'message': 'Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user in order to '\n 'perform this action: abc.'}",
        "rest/200",
    ),
    (
        "[{\"code\":3001,\"message\":\"Meeting does not exist: 1.\"},{\"code\":1001,\"message\":\"User does not exist: 2.\"}]",
        "meetings/3001",
    ),
    (
        "{\"nativeStackAndroid\":[],\"userInfo\":null,\"message\":\"Error: 99, internalErrorCode=0\",\"code\":\"ERR_ZOOM_MEETING\"}",
        "meeting_sdk_*/*",
    ),
    (
        "[Error: Error: 8, internalErrorCode=0]",
        "meeting_sdk_android_*/8",
    ),
    (
        "Possible Unhandled Promise Rejection: Error: initialize ZoomSDKInitializeResult, errorCode=8, internalErrorCode=0",
        "meeting_sdk_android_zoom/8",
    ),
    (
        "Join meeting result: SDKError.SDKERR_WRONG_USAGE",
        "meeting_sdk_native_error/2",
    ),
    (
        "[MeetingStatusChanged] MEETING_STATUS_FAILED iResult: 12",
        "meeting_sdk_native_fail/12",
    ),
    (
        "ret = AUTHRET_ACCOUNTNOTSUPPORT",
        "meeting_sdk_native_auth/*",
    ),
    (
        "Invoke-RestMethod : {\"code\":124,\"message\":\"Invalid access token.\"}\nAt line:1 char:1",
        "*/124",
    ),
    (
        "Zoom API Error (code 3161): h@example.com is not allowed to host",
        "meetings/3161",
    ),
    (
        "zoom error code 3001: Meeting does not exist: 123",
        "meetings/3001",
    ),
    (
        "Error: Zoom API returned 404: {\"code\":3001,\"message\":\"Meeting does not exist: 85746065.\"}",
        "meetings/3001",
    ),
    (
        "NodeApiError: The resource you are requesting could not be found\n{\"code\":1001,\"message\":\"User does not exist: me@example.com.\"}",
        "users/1001",
    ),
    (
        "Response body: {\"code\":200,\"message\":\"No permission.\"}",
        "rest/200",
    ),
    ("message=User does not exist: abc., code=1001", "users/1001"),
    (
        "code: 1001\nmessage: User does not exist: abc.",
        "users/1001",
    ),
    (
        "{\"statusCode\":401,\"error\":{\"code\":124,\"message\":\"Access token is expired.\"}}",
        "*/124",
    ),
    (
        "{ Error: Request failed with status code 400\n  response: { status: 400, data: { code: 300, message: 'Validation Failed.', errors: [ [Object] ] } } }",
        "*/300",
    ),
    (
        "Request failed with status code 429 { code: 429, message: 'You have reached the maximum per-second rate limit for this API. Try again later.' }",
        "*/429",
    ),
    (
        "join-meeting error {\"type\":\"JOIN_MEETING_FAILED\",\"reason\":\"Signature is invalid\",\"errorCode\":3712}",
        "meeting_sdk_web/3712",
    ),
    (
        "Error joining: {type: \"INVALID_PARAMETERS\", reason: \"\", errorCode: 5013}",
        "*_sdk_web/5013",
    ),
    (
        "client.join failed {\"type\":\"INTERNAL_ERROR\",\"reason\":\"Signature is invalid\",\"errorCode\":2}",
        "*web/2",
    ),
    (
        "Video SDK join error: {errorCode: 200, reason: \"\", type: \"INVALID_OPERATION\"}",
        "*_web/200",
    ),
    (
        "onSessionError errorType: Errors_Session_Join_Failed details: 0",
        "video_sdk_*/20*",
    ),
    (
        "ERROR  {\"code\": \"ZoomVideoSDKError_Auth_Wrong_Key_or_Secret\"}",
        "video_sdk_*/*",
    ),
    (
        "joinSession ZoomVideoSDKError_Auth_Empty_Key_or_Secret",
        "video_sdk_*/*",
    ),
    ("zoom meeting sdk: error code: 3706", "meeting_sdk_web/3706"),
    ("Zoom Web SDK errorCode 3705", "meeting_sdk_web/3705"),
    (
        "Failed to join meeting. errorCode:4011 errorMessage: x",
        "meeting_sdk_web/4011",
    ),
    (
        "{\"event\":\"session.rtms_stopped\",\"payload\":{\"rtms_stream_id\":\"x\",\"session_id\":\"y\",\"stop_reason\":16}}",
        "rtms_stop_reason/16",
    ),
    (
        "{\"msg_type\":2,\"protocol_version\":1,\"status_code\":4,\"reason\":\"x\",\"media_server\":{}}",
        "rtms_status/4",
    ),
    (
        "DEBUG rtms handshake failed status_code=2 msg_type=2",
        "rtms_status/2",
    ),
    (
        "Error: Zoom Apps SDK Error: code: 10017",
        "zoom_apps_sdk/10017",
    ),
    (
        "{\"code\":\"10017\",\"message\":\"zoomSdk error\"}",
        "zoom_apps_sdk/10017",
    ),
    (
        "POST /oauth/token -> 400 {\"reason\":\"Redirect URI mismatch.\",\"error\":\"invalid_request\"}",
        "oauth/invalid_request",
    ),
    (
        "{\"errorCode\":4700,\"errorMessage\":\"Invalid scope\",\"result\":null,\"status\":false}",
        "oauth/4700",
    ),
    (
        "{\"status\":false,\"errorCode\":4702,\"errorMessage\":\"Invalid client_id: (4,702)\",\"result\":null}",
        "oauth/4702",
    ),
    ("Invalid client id: 123 (4,702)", "oauth/4702"),
    (
        "{\"code\":104,\"message\":\"Invalid access token, does not contain scopes:[contact_center:read:admin].\"}",
        "*/104",
    ),
    (
        "{\"code\": 4700, \"message\": \"Token cannot be empty\"}",
        "oauth/4700",
    ),
    (
        "PHP Fatal error: Client error: `GET https://api.zoom.us/v2/users/me` resulted in a `401 Unauthorized` response:\n{\"code\":124,\"message\":\"Invalid access token.\"}",
        "*/124",
    ),
    (
        "{'error': {'code': 3001, 'message': 'Meeting does not exist: 1.'}}",
        "meetings/3001",
    ),
    (
        "\u{1b}[31mERROR\u{1b}[0m {\u{1b}[32mcode\u{1b}[39m: \u{1b}[33m3001\u{1b}[39m, message: 'Meeting does not exist: 5.'}",
        "meetings/3001",
    ),
    (
        "{code: \u{1b}[33m124\u{1b}[39m, message: \u{1b}[32m'Invalid access token.'\u{1b}[39m}",
        "*/124",
    ),
    (
        "https://example.com/cb?error=invalid_request&error_description=Invalid+authorization+code+zoom.us",
        "oauth/invalid_request",
    ),
    (
        "GET /zoom/oauth/callback?error=access_denied&error_description=The+user+denied+it&state=x",
        "oauth/access_denied",
    ),
    (
        "zoom oauth: {\"error\":\"slow_down\",\"reason\":\"x\"}",
        "oauth/slow_down",
    ),
    ("Meeting does not exist: 85746065432.", "meetings/3001"),
    (
        "fail to join meeting, errorCode: 3000",
        "meeting_sdk_web/3000",
    ),
];

/// Neither Zoom's nor a failure.
const NOTHING: &[&str] = &[
    "{\"errorCode\":0,\"method\":\"join\",\"status\":true}",
    "{\"code\":0,\"message\":\"done\"}",
    "{\"code\":\"ECONNREFUSED\",\"message\":\"connect ECONNREFUSED\"}",
    "{\"errorCode\":\"E1001\",\"errorMessage\":\"not found\"}",
    "{\"error\":{\"code\":404,\"message\":\"Not Found\"}}",
    "exit code 1",
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32602,\"message\":\"Invalid params\"}}",
    "{\"status\":404,\"error\":\"Not Found\",\"path\":\"/x\"}",
    "user=3712 page=3004 code=200",
    "Error: timeout of 5000ms exceeded",
    "SELECT code FROM meetings WHERE code = 3001",
    "{\"zoom\":12,\"code\":300,\"message\":\"tile\"}",
    "https://example.com/cb?error=access_denied&error_description=no",
    "{\"error\":\"access_denied\",\"error_description\":\"no\"}",
];

fn first(text: &str) -> Option<String> {
    recognise(text).iter().find_map(|finding| {
        let error = finding.best()?.error?;
        let product = error.product();
        let space = if product.group() == Some("rest") {
            "rest"
        } else {
            product.id()
        };
        let code = error
            .code()
            .map_or(error.word().unwrap_or_default().to_owned(), |code| {
                code.to_string()
            });
        Some(format!("{}/{code} {space}/{code}", product.id()))
    })
}

fn fits(pattern: &str, address: &str) -> bool {
    let (space, code) = pattern.split_once('/').unwrap();
    let (product, number) = address.split_once('/').unwrap();
    let part =
        |pattern: &str, text: &str| match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
            (Some(end), _) => text.ends_with(end),
            (_, Some(start)) => text.starts_with(start),
            _ => text == pattern,
        };
    part(space, product) && part(code, number)
}

#[test]
fn every_notation_is_read() {
    let wrong: Vec<String> = TEXTS
        .iter()
        .filter_map(|(text, expected)| {
            let found = first(text);
            let right = found
                .as_deref()
                .is_some_and(|found| found.split(' ').any(|one| fits(expected, one)));
            (!right).then(|| format!("{text:?}\n  {found:?}, not {expected}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        TEXTS.len(),
        wrong.join("\n")
    );
}

/// A redirect says nothing of Zoom; whoever asks about it knows that it is Zoom's.
#[test]
fn a_redirect_is_understood_where_it_is_taken_for_zooms() {
    for word in ["access_denied", "invalid_scope", "unauthorized_client"] {
        let url = format!("https://example.com/cb?error={word}&error_description=no&state=x");
        let found = recognise_zooms(&url);
        let error = found.first().and_then(|finding| finding.only());
        assert_eq!(error.and_then(ZoomError::word), Some(word));
    }
}

#[test]
fn what_is_not_zooms_is_not_explained() {
    for text in NOTHING {
        assert_eq!(recognise(text), [], "{text}");
    }
}
