//! What a response means: for the call that was made, or as far as it can be told without.

use zoom_errors::http_status::HttpStatus;
use zoom_errors::oauth::OauthError;
use zoom_errors::payload::Note;
use zoom_errors::response::{Evidence, Failure};
use zoom_errors::rest::meetings::MeetingsError;
use zoom_errors::rest::users::UsersError;
use zoom_errors::rest_api::{RestApiError, ValidationFailedReason};
use zoom_errors::{Guided, Kind, Operation, Product, ZoomError};

fn body(code: i32, message: &str) -> String {
    format!(r#"{{"code": {code}, "message": "{message}"}}"#)
}

/// A number that several products of the REST API list, and mean different things by.
fn contested() -> impl Iterator<Item = (i32, Vec<ZoomError>)> {
    let codes = MeetingsError::ALL.iter().map(|error| error.code());
    codes
        .filter(|code| RestApiError::from_code(*code).is_none())
        .filter_map(|code| {
            let rest =
                ZoomError::candidates(code).filter(|one| one.product().group() == Some("rest"));
            let rest: Vec<ZoomError> = rest.collect();
            (rest.len() > 1).then_some((code, rest))
        })
}

#[test]
fn a_number_of_several_products_needs_the_request() {
    for (code, all) in contested() {
        let failure = Failure::new(418, body(code, "of no product"));
        assert_eq!(failure.candidates().len(), all.len(), "{code}");
        for error in all {
            let failure = Failure::builder(418)
                .product(error.product())
                .body(body(code, "x"));
            assert_eq!(failure.cause(), Some(error));
            let candidate = failure.candidates()[0];
            assert!(
                candidate
                    .evidence()
                    .any(|evidence| evidence == Evidence::Product)
            );
        }
    }
}

#[test]
fn the_request_tells_the_product_in_any_form() {
    let known = |method: &str, address: &str| {
        let failure = Failure::builder(404)
            .request(method, address)
            .body(body(1001, "x"));
        failure.cause().map(ZoomError::product)
    };
    assert_eq!(
        known("GET", "https://api.zoom.us/v2/users/me/meetings?a=b"),
        Some(Product::Meetings)
    );
    assert_eq!(known("get", "/users/%2540/"), Some(Product::Users));
    assert_eq!(
        known("GET", "v2/phone/users/1"),
        ZoomError::from_code(Product::Phone, 1001)
            .map(ZoomError::product)
            .or(Some(Product::RestApi))
    );
    // An address of somebody else tells nothing.
    assert_eq!(
        Failure::builder(404)
            .request("GET", "https://example.com/health")
            .body("")
            .product(),
        None
    );
}

#[test]
fn a_body_code_is_never_judged_by_an_http_class() {
    let refused = Failure::new(400, body(200, "No permission."));
    assert_eq!(
        (refused.kind(), refused.is_failure()),
        (Some(Kind::Permission), true)
    );
    let disguised = Failure::new(200, body(200, "No permission."));
    assert_eq!(
        (disguised.kind(), disguised.is_failure()),
        (Some(Kind::Permission), true)
    );

    let code = (500..600)
        .find(|code| ZoomError::candidates(*code).next().is_none())
        .unwrap();
    let unlisted = Failure::new(200, body(code, "x"));
    assert_eq!(
        (unlisted.cause(), unlisted.kind(), unlisted.is_failure()),
        (None, None, true)
    );
    assert_eq!(unlisted.code(), Some(code));
    // The status of a failure still says what it says.
    let unlisted = Failure::new(404, body(code, "x"));
    assert_eq!(unlisted.cause(), Some(HttpStatus::NotFound.into()));
}

#[test]
fn http_429_is_the_rate_limit_and_nothing_else_is() {
    for body in [
        "",
        "<html>",
        &body(429, "x"),
        &body(124, "x"),
        &body(987_654, "x"),
    ] {
        let failure = Failure::builder(429).request("GET", "/users").body(body);
        assert_eq!(
            failure.cause(),
            Some(RestApiError::RateLimited.into()),
            "{body}"
        );
        assert_eq!(failure.kind(), Some(Kind::RateLimited));
    }
    for status in [200, 400, 500] {
        for failure in [
            Failure::new(
                status,
                body(429, "Too many concurrent requests in one batch."),
            ),
            Failure::builder(status)
                .request("GET", "/users")
                .body(body(429, "x")),
        ] {
            assert_ne!(failure.kind(), Some(Kind::RateLimited), "{failure}");
            assert_ne!(
                failure.known(),
                Some(RestApiError::RateLimited),
                "{failure}"
            );
        }
    }
}

#[test]
fn what_a_number_means_everywhere_is_known_of_every_product() {
    for shared in RestApiError::ALL
        .iter()
        .filter(|error| **error != RestApiError::RateLimited)
    {
        for operation in Operation::all().step_by(37) {
            let failure = Failure::builder(400)
                .operation(operation)
                .body(body(shared.code(), "x"));
            let cause = failure.cause().unwrap();
            if cause.kind() == shared.kind() {
                assert_eq!(
                    failure.known::<RestApiError>(),
                    Some(*shared),
                    "{operation}"
                );
            }
            assert_eq!(cause.code(), Some(shared.code()));
        }
    }
    // A product that lists the number has its own variant for it.
    let failure = Failure::builder(401)
        .request("GET", "/meetings/1")
        .body(body(124, "x"));
    assert_eq!(failure.known(), Some(MeetingsError::InvalidAccessToken));
    assert_eq!(failure.known(), Some(RestApiError::InvalidAccessToken));
    assert_eq!(failure.known::<UsersError>(), None);
    // And what the API says in every product is a finer cause in this one.
    let failure = Failure::builder(400)
        .request("POST", "/users/me/meetings")
        .body(body(300, "Validation Failed."));
    assert_eq!(
        failure.cause().map(ZoomError::product),
        Some(Product::Meetings)
    );
    assert_eq!(
        failure.reason(),
        Some(ValidationFailedReason::InvalidFields)
    );
}

#[test]
fn a_message_alone_is_an_error_of_the_operation_only() {
    let get = Operation::find("GET", "/meetings/1").unwrap();
    let response = get
        .failures()
        .find(|one| !one.message().contains('{'))
        .unwrap();
    let body = format!(r#"{{"message": "{}"}}"#, response.message());
    let known = Failure::builder(response.status())
        .operation(get)
        .body(&body);
    assert!(
        known
            .candidates()
            .iter()
            .any(|one| Some(one.error()) == response.error())
    );
    let unknown = Failure::new(response.status(), &body);
    assert!(unknown.candidates().is_empty());
}

#[test]
fn a_new_token_mends_what_is_about_the_token() {
    for (status, body, needs) in [
        (401, String::new(), true),
        (401, body(124, "Access token is expired."), true),
        (400, body(124, "Invalid access token."), true),
        (401, body(4700, "Invalid access token."), true),
        (
            401,
            r#"{"message": "You do not have permission."}"#.to_owned(),
            false,
        ),
        (401, body(200, "No permission."), false),
        (403, String::new(), false),
        (400, body(OauthError::AppDisabled.code(), "x"), false),
        (
            401,
            r#"{"reason": "Invalid client_id or client_secret", "error": "invalid_client"}"#
                .to_owned(),
            false,
        ),
        (429, String::new(), false),
        (200, String::new(), false),
    ] {
        let failure = Failure::new(status, &body);
        assert_eq!(failure.needs_new_token(), needs, "{status} {body}");
    }
    for error in OauthError::ALL {
        let failure = Failure::new(401, body(error.code(), "x"));
        let shown = format!("{error:?}");
        if shown.contains("Expired") && shown.contains("Token") || shown.contains("Revoked") {
            assert!(failure.needs_new_token(), "{error}");
        }
    }
}

#[test]
fn a_success_is_none() {
    for body in [
        "",
        "{}",
        r#"{"code": 0, "message": "success"}"#,
        r#"{"id": 5, "status": "waiting"}"#,
    ] {
        for status in [200, 201, 204] {
            assert!(
                Failure::builder(status)
                    .request("GET", "/zra/teams")
                    .check(body)
                    .is_ok(),
                "{body}"
            );
        }
        assert!(Failure::builder(500).check(body).is_err());
    }
    let failure = Failure::builder(200)
        .check(r#"{"errors": ["x"]}"#)
        .unwrap_err();
    assert!(failure.is_failure());
}

#[test]
fn a_failure_is_a_pointer_and_goes_between_threads() {
    fn shared<T: Send + Sync + 'static>(_: &T) -> usize {
        size_of::<T>()
    }
    let failure = Failure::new(404, "");
    assert_eq!(shared(&failure), size_of::<usize>());
    assert_eq!(failure.notes().collect::<Vec<_>>(), [Note::Empty]);
}
