//! Real clients against a real server: every kind of answer, as it comes over a socket.

use std::time::Duration;

use zoom_errors::Kind;

#[allow(dead_code, reason = "the example's main is not called here")]
#[path = "../../examples/rest_client.rs"]
mod rest_client;

#[allow(dead_code, reason = "the example's main is not called here")]
#[path = "../../examples/retry.rs"]
mod retry;

use rest_client::{Next, Outcome, answers, loopback};

#[test]
fn the_client_decides_what_comes_next() {
    let base = loopback::start(answers::answer).unwrap();
    let outcomes = rest_client::run(&base).unwrap();
    let wait = |seconds| Next::Wait(Duration::from_secs(seconds));
    let scopes =
        |scopes: &[&str]| Next::AddScope(scopes.iter().map(|&scope| scope.into()).collect());
    let expected = [
        ("GET /v2/users/me", Next::Go),
        ("GET /v2/meetings/85746065432", Next::Forget),
        (
            "POST /v2/users/me/meetings",
            Next::MendFields(vec!["start_time".into(), "type".into()]),
        ),
        ("GET /v2/users?page_size=300", Next::RenewToken),
        (
            "GET /v2/groups",
            scopes(&["group:read:admin", "group:read:list_groups:admin"]),
        ),
        (
            "GET /v2/phone/users",
            scopes(&["phone:read:list_users:admin"]),
        ),
        ("GET /v2/roles", wait(1)),
        ("GET /v2/report/daily?year=2025&month=8", wait(47_200)),
        ("PATCH /v2/meetings/85746065432", wait(47_200)),
        (
            "POST /v2/phone/carrier_reseller/numbers",
            Next::Tell(Kind::Capacity),
        ),
        ("GET /v2/rooms", wait(30)),
        ("GET /v2/metrics/meetings", wait(1)),
        ("GET /v2/users/me/webinars", Next::Tell(Kind::Permission)),
        (
            "POST /oauth/token?grant_type=refresh_token",
            Next::Authorize,
        ),
        ("GET /scim2/Users/31", Next::Tell(Kind::NotFound)),
        (
            "GET /v2/accounts/me/settings",
            Next::Tell(Kind::Authentication),
        ),
    ];
    assert_eq!(outcomes.len(), expected.len());
    for (outcome, (expected_call, expected)) in outcomes.iter().zip(&expected) {
        let Outcome {
            call,
            next,
            failure,
        } = outcome;
        assert_eq!((call, next), (expected_call, expected), "{failure:?}");
        let path = call.split_once(' ').unwrap().1;
        let is_api = !path.starts_with("/oauth");
        let operation = failure.as_ref().and_then(|failure| failure.operation());
        assert!(
            failure.is_none() || operation.is_some() || !is_api,
            "{call}"
        );
    }
}

#[test]
fn calls_are_repeated_when_that_helps() {
    let base = retry::loopback::start(retry::answer).unwrap();
    let lines = retry::run(&base).unwrap();
    assert!(
        lines[0].starts_with("/v2/users/me: pauses [1s, 2s]: {"),
        "{lines:?}"
    );
    assert!(
        lines[1].starts_with("/v2/users: pauses [47200s, 47200s, 47200s]: "),
        "{lines:?}"
    );
    assert!(
        lines[2].starts_with("/v2/meetings/85746065432: pauses []: "),
        "{lines:?}"
    );
}
