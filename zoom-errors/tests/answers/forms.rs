//! Every form in which Zoom answers: read by one reader, and nothing lost.

use zoom_errors::oauth::{OauthError, OauthTokenError};
use zoom_errors::payload::{Form, Note, RestBody};
use zoom_errors::response::Failure;
use zoom_errors::{Guided, Kind, Product};

#[test]
fn each_form_is_known_and_its_message_kept() {
    for (body, form, code, word, message) in [
        (
            r#"{"code": 3001, "message": "m"}"#,
            Form::Rest,
            Some(3001),
            None,
            "m",
        ),
        (
            r#"{"code": "3001", "errorMessage": "m"}"#,
            Form::Rest,
            Some(3001),
            None,
            "m",
        ),
        (
            r#"{"code": "1002_006", "message": "m"}"#,
            Form::Rest,
            None,
            Some("1002_006"),
            "m",
        ),
        (
            r#"{"error": {"code": 300, "message": "m"}}"#,
            Form::Rest,
            Some(300),
            None,
            "m",
        ),
        (
            r#"{"errors": [{"code": 300, "message": "m"}]}"#,
            Form::Rest,
            Some(300),
            None,
            "m",
        ),
        (
            r#"{"status": 404, "error": "Not Found", "message": "m"}"#,
            Form::Rest,
            None,
            None,
            "m",
        ),
        (
            r#"{"reason": "m", "error": "invalid_grant"}"#,
            Form::Token,
            None,
            Some("invalid_grant"),
            "m",
        ),
        (
            r#"{"error": "new_word", "error_description": "m"}"#,
            Form::Token,
            None,
            Some("new_word"),
            "m",
        ),
        (
            r#"{"status": false, "errorCode": 4700, "errorMessage": "m", "result": null}"#,
            Form::Authorization,
            Some(4700),
            None,
            "m",
        ),
        (
            r#"{"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "detail": "m", "status": "404"}"#,
            Form::Scim,
            Some(404),
            None,
            "m",
        ),
        (
            r#"{"jsonrpc": "2.0", "id": 1, "error": {"code": -32001, "message": "m"}}"#,
            Form::JsonRpc,
            Some(-32001),
            None,
            "m",
        ),
        (
            r#"{"errors": [{"message": "m", "extensions": {"code": "DENIED"}}], "data": null}"#,
            Form::GraphQl,
            None,
            Some("DENIED"),
            "m",
        ),
        (
            "<html><head><title>m</title></head><body>x</body></html>",
            Form::Other,
            None,
            None,
            "m",
        ),
        ("<h1 class=\"x\">m</h1>", Form::Other, None, None, "m"),
        (" m ", Form::Other, None, None, "m"),
        (r#""m""#, Form::Other, None, None, "m"),
    ] {
        let read = RestBody::from_json(body);
        assert_eq!(read.form(), form, "{body}");
        assert_eq!((read.code(), read.word()), (code, word), "{body}");
        assert_eq!(read.message(), Some(message), "{body}");
        for status in [302, 400] {
            assert_eq!(
                Failure::new(status, body).message(),
                Some(message),
                "{body}"
            );
        }
    }
}

/// Every text that a body holds is the message, a word, a detail or one of the errors.
#[test]
fn no_text_is_lost() {
    for body in [
        r#"{"code": 300, "message": "one", "detail": "two", "reason": "three", "errors": [{"field": "four", "message": "five"}, "six"]}"#,
        r#"{"error": "invalid_request", "reason": "one", "error_description": "two"}"#,
        r#"{"status": false, "errorCode": 4700, "errorMessage": "one", "result": "two"}"#,
        r#"{"schemas": ["a:Error"], "detail": "one", "scimType": "two", "status": "400"}"#,
        r#"{"jsonrpc": "2.0", "error": {"code": 1, "message": "one", "data": "two"}}"#,
        r#"{"error": {"code": 300, "message": "one"}, "message": "two"}"#,
        r#"{"errors": [{"message": "one"}, {"message": "two"}], "data": null}"#,
        "one",
        "[\"one\"]",
    ] {
        let read = RestBody::from_json(body);
        let shown = format!(
            "{:?} {:?} {:?} {:?}",
            read.word(),
            read.message(),
            read.details(),
            read.errors()
        );
        for text in [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "invalid_request",
        ] {
            assert_eq!(
                body.contains(text),
                shown.contains(text),
                "{text} of {body}: {shown}"
            );
        }
    }
}

#[test]
fn what_cannot_be_read_is_noted() {
    for (body, note) in [
        ("", Note::Empty),
        ("<html>", Note::Markup),
        ("upstream connect error", Note::Text),
        ("[1]", Note::NotAnObject),
        (r#"{"code": 3001, "mess"#, Note::Malformed),
        (r#"data: {"code": 3001}"#, Note::Surrounded),
    ] {
        assert!(RestBody::from_json(body).notes().contains(&note), "{body}");
    }
    let latin = RestBody::from_json(b"{\"code\": 3001, \"message\": \"\xfcber\"}");
    assert_eq!(
        (latin.code(), latin.notes()),
        (Some(3001), &[Note::Encoding][..])
    );
}

#[test]
fn the_form_tells_the_product() {
    let page = r#"{"status": false, "errorCode": 4700, "errorMessage": "Invalid redirect url", "result": null}"#;
    let failure = Failure::new(400, page);
    assert_eq!(failure.known(), Some(OauthError::UnexpectedError));
    assert!(failure.reason_info().is_some());
    assert!(!failure.needs_new_token());

    let token = Failure::new(
        400,
        r#"{"reason": "Invalid Token!", "error": "invalid_grant"}"#,
    );
    assert_eq!(token.cause(), Some(OauthTokenError::InvalidGrant.into()));
    assert!(!token.needs_new_token());

    let scim = r#"{"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "detail": "x", "status": 404}"#;
    assert_eq!(
        Failure::new(404, scim).cause().unwrap().product(),
        Product::Scim2
    );
}

#[test]
fn missing_scopes_are_a_permission_whatever_the_number() {
    for code in [4711, 4700, 104, -32001, 300, 987_654] {
        let message = "Invalid access token, does not contain scopes:[a:read, b:read:admin].";
        for body in [
            format!(r#"{{"code": {code}, "message": "{message}"}}"#),
            format!(r#"{{"jsonrpc": "2.0", "error": {{"code": {code}, "message": "{message}"}}}}"#),
        ] {
            for status in [200, 400, 401, 403] {
                let failure = Failure::builder(status)
                    .request("GET", "/users")
                    .body(&body);
                assert_eq!(failure.missing_scopes(), ["a:read", "b:read:admin"]);
                assert_eq!(failure.kind(), Some(Kind::Permission), "{status} {body}");
                assert!(!failure.needs_new_token(), "{status} {body}");
            }
        }
    }
}

/// The message lists scopes of one sort only; the call knows all that are enough.
#[test]
fn missing_scopes_are_told_in_full() {
    let message = "Invalid access token, does not contain scopes:[meeting:write:meeting].";
    let failure = Failure::builder(400)
        .request("POST", "/users/me/meetings")
        .body(format!(r#"{{"code": 4711, "message": "{message}"}}"#));
    let shown = format!("{failure:#}");
    let call = failure.operation().unwrap();
    for scope in call.scopes().chain(call.granular_scopes()) {
        let told = [" needs ", " or "].map(|before| format!("{before}{scope}"));
        assert!(told.iter().any(|told| shown.contains(told)), "{shown}");
    }
    assert!(!failure.to_string().contains(" needs "));
}
