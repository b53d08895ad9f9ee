//! A real client against a real server: every documented answer, as it comes over a socket.

use http::Response;
use zoom_errors::rest_api::{Failure, RestApiError, RetryAt, TooManyRequestsReason};
use zoom_errors::{Kind, Observed};

use crate::golden::payload;

#[allow(dead_code, reason = "the example's main is not called here")]
#[path = "../../examples/rest_client.rs"]
mod rest_client;

use rest_client::loopback::{self, Answer};

const NOW: i64 = 1_755_860_000;

fn answer(request: &str, _: &str) -> Answer {
    let path = request.split(' ').nth(1).unwrap();
    let (status, headers, body): (u16, &[_], _) = match path {
        "/per-second" => (
            429,
            &[
                ("X-RateLimit-Category", "Light"),
                ("X-RateLimit-Type", "QPS"),
            ],
            payload!("rest_per_second"),
        ),
        "/batch" => (
            400,
            &[],
            r#"{"code": 429, "message": "At most 200 items."}"#,
        ),
        "/unknown-user" => (
            404,
            &[("x-zm-trackingid", "WEB_7")],
            payload!("rest_unlisted"),
        ),
        "/scopes" => (400, &[], payload!("rest_scopes")),
        "/invalid-json" => (400, &[], payload!("rest_invalid_json")),
        "/busy" => (503, &[("Retry-After", "30"), ("Retry-After", "60")], ""),
        "/proxy" => (
            502,
            &[("Content-Type", "text/html")],
            "<html><title>502 Bad Gateway</title></html>",
        ),
        "/disguised" => (
            200,
            &[],
            r#"{"code": 3161, "message": "Hosting is not allowed."}"#,
        ),
        _ => (404, &[], ""),
    };
    Answer {
        status,
        headers,
        body,
    }
}

fn get(paths: &[&str]) -> Vec<Failure> {
    let config = ureq::Agent::config_builder().http_status_as_error(false);
    let agent: ureq::Agent = config.build().into();
    let base = loopback::start(answer).unwrap();
    let get = |path: &&str| {
        let (parts, mut body) = agent
            .get(format!("{base}{path}"))
            .call()
            .unwrap()
            .into_parts();
        let response = Response::from_parts(parts, body.read_to_vec().unwrap());
        Failure::from(&response)
    };
    paths.iter().map(get).collect()
}

#[test]
fn documented_answers() {
    let failures = get(&[
        "/per-second",
        "/batch",
        "/unknown-user",
        "/scopes",
        "/invalid-json",
    ]);
    let [per_second, batch, user, scopes, json] = failures.try_into().unwrap();

    assert_eq!(
        per_second.reason(),
        Some(TooManyRequestsReason::PerSecondLimit)
    );
    assert_eq!(per_second.retry_at(NOW), RetryAt::Backoff { seconds: 1 });
    assert_eq!(batch.error(), Some(RestApiError::BadRequest.into()));
    assert_eq!(batch.retry_at(NOW), RetryAt::AfterFix);
    assert_eq!(user.code(), Some(Observed::Unknown(1001)));
    assert_eq!(user.tracking_id.as_deref(), Some("WEB_7"));
    assert_eq!(scopes.missing_scopes().len(), 2);
    assert_eq!(json.error(), Some(RestApiError::ValidationFailed.into()));
}

#[test]
fn answers_that_no_page_has() {
    let failures = get(&["/busy", "/proxy", "/disguised", "/nowhere"]);
    let [busy, proxy, disguised, nowhere] = failures.try_into().unwrap();

    assert_eq!(busy.retry_at(NOW), RetryAt::At(NOW + 30));
    assert_eq!(
        busy.notes().count(),
        2,
        "{:?}",
        busy.notes().collect::<Vec<_>>()
    );
    assert_eq!(proxy.kind(), Some(Kind::Internal));
    assert_eq!(disguised.code(), Some(Observed::Unknown(3161)));
    assert!(disguised.body.reports_error());
    assert_eq!(nowhere.error(), Some(RestApiError::NotFound.into()));
}

#[test]
fn the_example_handles_its_failures() {
    let base = loopback::start(rest_client::answer).unwrap();
    let lines = rest_client::run(base).unwrap();
    // The token of the first call has expired; the call succeeds in failing with another error.
    assert!(lines[0].starts_with("/v2/users: HTTP 429"), "{lines:?}");
    assert_eq!(lines[1], "/v2/users: wait 47200 seconds");
    assert_eq!(
        lines[4],
        "/v2/meetings: mend the request; start_time: Invalid field.; type: Invalid field.",
    );
    assert_eq!(lines[5], r#"/v2/webinars: {"id": 95204914252}"#);
}
