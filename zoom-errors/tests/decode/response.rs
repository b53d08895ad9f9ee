//! Responses, from status, headers and body.

use zoom_errors::oauth::{OauthError, TokenScopeMismatchReason};
use zoom_errors::payload::{Note, Problem};
use zoom_errors::rest_api::{
    Failure, RateLimitCategory, RateLimitType, RestApiError, RetryAfter, RetryAt,
    TooManyRequestsReason,
};
use zoom_errors::{Kind, Observed, Retry};

use crate::golden::payload;

const NOW: i64 = 1_755_860_000;
const RESET: i64 = 1_755_907_200;
const NONE: [(&str, &str); 0] = [];

fn limited(headers: &[(&str, &str)], body: &str) -> Failure {
    Failure::from_parts(429, headers.iter().copied(), body)
}

#[test]
fn status_and_body_code_are_kept_apart() {
    let failure = Failure::from_parts(404, NONE, payload!("rest_unlisted"));
    assert_eq!(failure.status, Observed::Known(RestApiError::NotFound));
    assert_eq!(failure.code(), Some(Observed::Unknown(1001)));
    assert_eq!(failure.error(), Some(RestApiError::NotFound.into()));
    assert_eq!(failure.kind(), Some(Kind::NotFound));

    let failure = Failure::from_parts(400, NONE, r#"{"code": 99999999999, "message": "x"}"#);
    assert_eq!(failure.code(), None);
    assert_eq!(failure.body.error.raw_code.as_deref(), Some("99999999999"));
    assert_eq!(
        failure.to_string(),
        "HTTP 400 BAD_REQUEST, code 99999999999: x"
    );
}

#[test]
fn a_status_is_no_body_code() {
    // 300 and 4700 exist in bodies only.
    let failure = Failure::from_parts(300, NONE, "");
    assert_eq!(failure.status, Observed::Unknown(300));
    assert_eq!((failure.error(), failure.kind()), (None, None));
    assert_eq!(failure.retry_at(NOW), RetryAt::AfterFix);
}

#[test]
fn body_code_429_is_a_rate_limit_under_status_429_only() {
    let batch = r#"{"code": 429, "message": "Too many concurrent requests in one batch."}"#;
    for status in [200, 400, 500] {
        let failure = Failure::from_parts(status, [("Retry-After", "5")], batch);
        assert!(!failure.is_rate_limited());
        assert_eq!(
            failure.code(),
            Some(Observed::Known(RestApiError::TooManyRequests))
        );
        assert_ne!(failure.error(), Some(RestApiError::TooManyRequests.into()));
        assert_eq!(failure.reason_info(), None);
        assert_ne!(failure.kind(), Some(Kind::RateLimited));
    }
    let failure = Failure::from_parts(400, [("Retry-After", "5")], batch);
    assert_eq!(failure.retry(), Some(Retry::AfterFix));
    assert_eq!(failure.retry_at(NOW), RetryAt::AfterFix);
}

#[test]
fn rate_limits_by_message() {
    let failure = limited(&[], payload!("rest_per_second"));
    assert_eq!(
        failure.reason(),
        Some(TooManyRequestsReason::PerSecondLimit)
    );
    assert_eq!(failure.retry_at(NOW), RetryAt::Backoff { seconds: 1 });

    let body = r#"{"code": 429, "message": "Too many concurrent requests. A request to disassociate this user has already been made."}"#;
    let failure = limited(&[], body);
    assert_eq!(
        failure.reason(),
        Some(TooManyRequestsReason::ConcurrentLimit)
    );
    assert_eq!(failure.retry_at(NOW), RetryAt::Backoff { seconds: 5 });
}

#[test]
fn rate_limits_by_header() {
    let headers = [
        ("x-ratelimit-category", "Resource-intensive"),
        ("X-RATELIMIT-TYPE", "Daily-limit"),
        ("retry-after", "2025-08-23T00:00:00Z"),
    ];
    // Neither body nor code: the header alone tells the limits apart.
    let failure = limited(&headers, "<html>429</html>");
    assert_eq!(failure.reason(), Some(TooManyRequestsReason::DailyLimit));
    assert_eq!(failure.retry(), Some(Retry::AtReset));
    assert_eq!(failure.retry_at(NOW), RetryAt::At(RESET));
    let limit = &failure.rate_limit;
    assert_eq!(limit.category, Some(RateLimitCategory::ResourceIntensive));
    assert_eq!(limit.limit_type, Some(RateLimitType::Daily));
    assert_eq!(failure.notes().collect::<Vec<_>>(), [Note::Markup]);
}

#[test]
fn retry_after_in_every_form() {
    for (value, at) in [
        ("2025-08-23T00:00:00Z", RESET),
        ("Sat, 23 Aug 2025 00:00:00 GMT", RESET),
        ("120", NOW + 120),
        // What lies in the past means now: the clocks differ, or the answer took its time.
        ("2025-08-22T00:00:00Z", NOW),
        ("18446744073709551615", i64::MAX),
    ] {
        let failure = limited(&[("Retry-After", value)], "");
        assert_eq!(failure.retry_at(NOW), RetryAt::At(at), "{value}");
    }
    let failure = limited(
        &[("Retry-After", "soon"), ("X-RateLimit-Type", "Daily-limit")],
        "",
    );
    assert_eq!(failure.rate_limit.retry_after, None);
    assert_eq!(failure.retry_at(NOW), RetryAt::Backoff { seconds: 3600 });
}

#[test]
fn retry_after_counts_where_waiting_helps() {
    let after = [("Retry-After", "30")];
    let busy = Failure::from_parts(503, after, "");
    assert_eq!(busy.retry_at(NOW), RetryAt::At(NOW + 30));
    assert_eq!(busy.status, Observed::Unknown(503));
    let forbidden = Failure::from_parts(403, after, "");
    assert_eq!(forbidden.retry_at(NOW), RetryAt::AfterFix);
    let done = Failure::from_parts(204, after, "");
    assert_eq!(done.retry_at(NOW), RetryAt::Never);
    assert_eq!(done.kind(), Some(Kind::Success));
}

#[test]
fn a_success_may_carry_an_error() {
    let failure = Failure::from_parts(200, NONE, r#"{"code": 404, "message": "gone"}"#);
    assert_eq!(failure.error(), Some(RestApiError::NotFound.into()));
    let failure = Failure::from_parts(200, NONE, payload!("rest_unlisted"));
    assert_eq!((failure.error(), failure.kind()), (None, None));
    assert_eq!(failure.retry_at(NOW), RetryAt::AfterFix);
    let failure = Failure::from_parts(200, NONE, r#"{"code": 0, "error_message": "late"}"#);
    assert_eq!(failure.kind(), None);
    let fine = Failure::from_parts(200, NONE, r#"{"code": 0, "message": "success"}"#);
    assert_eq!(fine.kind(), Some(Kind::Success));
    // A zero beside a failing status says nothing.
    let failure = Failure::from_parts(404, NONE, r#"{"code": 0, "message": "x"}"#);
    assert_eq!(failure.error(), Some(RestApiError::NotFound.into()));
}

#[test]
fn a_documented_body_code_goes_before_the_status() {
    let failure = Failure::from_parts(401, NONE, payload!("rest_scopes"));
    assert_eq!(
        failure.error(),
        Some(RestApiError::InvalidAccessToken.into())
    );
    assert_eq!(
        failure.missing_scopes(),
        ["meeting:write:meeting", "meeting:write:meeting:admin"],
    );
    // Under 429 nothing does.
    let failure = limited(&[], payload!("rest_scopes"));
    assert_eq!(failure.error(), Some(RestApiError::TooManyRequests.into()));
    // The body's number of another status does not.
    let failure = Failure::from_parts(403, NONE, r#"{"code": 404}"#);
    assert_eq!(failure.error(), Some(RestApiError::Forbidden.into()));
}

#[test]
fn a_code_about_the_token_may_be_of_the_oauth_space() {
    let body = r#"{"code": 4711, "message": "Invalid access token, does not contain scopes:[a]."}"#;
    let failure = Failure::from_parts(400, NONE, body);
    assert_eq!(failure.code(), Some(Observed::Unknown(4711)));
    assert_eq!(failure.error(), Some(OauthError::TokenScopeMismatch.into()));
    let reason = Some(TokenScopeMismatchReason::ScopesMissing);
    assert_eq!(failure.reason(), reason);
    assert_eq!(failure.kind(), Some(Kind::Permission));
    // Both spaces have 4700; the one of the API comes first.
    let failure = Failure::from_parts(401, NONE, r#"{"code": 4700}"#);
    assert_eq!(
        failure.error(),
        Some(RestApiError::InvalidAccessToken.into())
    );
}

#[test]
fn headers_that_are_doubled_or_malformed() {
    let headers: [(&str, &[u8]); 8] = [
        ("Retry-After", b"10"),
        ("retry-after", b"20"),
        ("X-RateLimit-Limit", b"30000"),
        ("X-RateLimit-Limit", b"30000"),
        ("X-RateLimit-Remaining", b"-1"),
        ("X-RateLimit-Reset", b"99999999999999999999"),
        ("X-RateLimit-Type", b"Weekly"),
        ("x-zm-trackingid", b"\xff"),
    ];
    let failure = Failure::from_parts(429, headers, "{}");
    let limit = &failure.rate_limit;
    assert_eq!(limit.retry_after, Some(RetryAfter::Seconds(10)));
    assert_eq!(
        (limit.limit, limit.remaining, limit.reset),
        (Some(30_000), None, None)
    );
    assert_eq!(
        limit.limit_type,
        Some(RateLimitType::Other("Weekly".to_owned()))
    );
    assert_eq!(failure.tracking_id, None);
    let note = |header, problem| Note::Header { header, problem };
    assert_eq!(
        failure.notes().collect::<Vec<_>>(),
        [
            note("Retry-After", Problem::Repeated),
            note("x-zm-trackingid", Problem::Unreadable),
            note("X-RateLimit-Remaining", Problem::Unreadable),
            note("X-RateLimit-Reset", Problem::OutOfRange),
        ],
    );
}
