//! What Zoom answers to some calls, as public reports and the reference quote it.

use super::loopback::Answer;

/// A call, and the answer to it.
pub(crate) struct Known {
    pub(crate) call: &'static str,
    status: u16,
    headers: &'static [(&'static str, &'static str)],
    body: &'static str,
}

const fn known(
    call: &'static str,
    status: u16,
    headers: &'static [(&'static str, &'static str)],
    body: &'static str,
) -> Known {
    Known {
        call,
        status,
        headers,
        body,
    }
}

pub(crate) const ANSWERS: &[Known] = &[
    known(
        "GET /v2/users/me",
        200,
        &[],
        r#"{"id": "KDcuGIm1QgePTO8WbOqwIQ", "type": 2}"#,
    ),
    known(
        "GET /v2/meetings/85746065432",
        404,
        &[("x-zm-trackingid", "v=2.0;clid=us02;rid=WEB_1")],
        r#"{"code": 3001, "message": "Meeting does not exist: 85746065432."}"#,
    ),
    known(
        "POST /v2/users/me/meetings",
        400,
        &[],
        r#"{"code": 300, "message": "Validation Failed.", "errors": [
            {"field": "start_time", "message": "Invalid field."},
            {"field": "type", "message": "Invalid field."}]}"#,
    ),
    known(
        "GET /v2/users?page_size=300",
        401,
        &[],
        r#"{"code": 124, "message": "Access token is expired."}"#,
    ),
    known(
        "GET /v2/groups",
        400,
        &[],
        r#"{"code": 4711, "message": "Invalid access token, does not contain scopes:[group:read:admin, group:read:list_groups:admin]."}"#,
    ),
    known(
        "GET /v2/phone/users",
        400,
        &[],
        r#"{"code": 104, "message": "Invalid access token, does not contain scopes:[phone:read:list_users:admin]"}"#,
    ),
    known(
        "GET /v2/roles",
        429,
        &[
            ("X-RateLimit-Category", "Medium"),
            ("X-RateLimit-Type", "QPS"),
        ],
        r#"{"code": 429, "message": "You have reached the maximum per-second rate limit for this API. Try again later."}"#,
    ),
    known(
        "GET /v2/report/daily?year=2025&month=8",
        429,
        &[
            ("X-RateLimit-Category", "Heavy"),
            ("X-RateLimit-Type", "Daily-limit"),
            ("X-RateLimit-Limit", "30000"),
            ("X-RateLimit-Remaining", "0"),
            ("Retry-After", "2025-08-23T00:00:00Z"),
        ],
        r#"{"code": 429, "message": "You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request."}"#,
    ),
    known(
        "PATCH /v2/meetings/85746065432",
        429,
        &[],
        r#"{"code": 429, "message": "You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00."}"#,
    ),
    known(
        "POST /v2/phone/carrier_reseller/numbers",
        400,
        &[],
        r#"{"code": 429, "message": "Phone number batch operation is limited to 200 per request."}"#,
    ),
    known("GET /v2/rooms", 503, &[("Retry-After", "30")], ""),
    known(
        "GET /v2/metrics/meetings",
        502,
        &[("Content-Type", "text/html")],
        "<html><head><title>502 Bad Gateway</title></head></html>",
    ),
    known(
        "GET /v2/users/me/webinars",
        200,
        &[],
        r#"{"code": 200, "message": "No permission."}"#,
    ),
    known(
        "POST /oauth/token?grant_type=refresh_token",
        400,
        &[],
        r#"{"reason": "Invalid Token!", "error": "invalid_grant"}"#,
    ),
    known(
        "GET /scim2/Users/31",
        404,
        &[],
        r#"{"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "detail": "User 31 not found", "status": "404"}"#,
    ),
    known(
        "GET /v2/accounts/me/settings",
        401,
        &[],
        r#"{"message": "You do not have the permission."}"#,
    ),
];

/// The answer to a request, given its first line.
pub(crate) fn answer(request: &str, _: &str) -> Answer {
    let call = request.rsplit_once(' ').map_or(request, |(call, _)| call);
    let found = ANSWERS.iter().find(|known| known.call == call);
    Answer {
        status: found.map_or(404, |known| known.status),
        headers: found.map_or(&[], |known| known.headers),
        body: found.map_or("", |known| known.body),
    }
}
