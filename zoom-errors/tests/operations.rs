//! Operations: found by any form of their address, and what they say.

use zoom_errors::{Operation, Period, Plan, Product, ZoomError};

/// A path with made-up ids in place of the placeholders.
fn filled(path: &str, id: &str) -> String {
    let segments = path.split('/').map(|segment| {
        if segment.starts_with('{') {
            id
        } else {
            segment
        }
    });
    segments.collect::<Vec<_>>().join("/")
}

#[test]
fn every_operation_is_found_by_every_form_of_its_address() {
    let ids = [
        "81234567890",
        "me",
        "user%40example.com",
        "%252Fajx%252Fq%253D%253D",
        "a.b",
    ];
    for operation in Operation::all() {
        let (method, path) = (operation.method(), operation.path());
        assert_eq!(
            Operation::find(method, path),
            Some(operation),
            "{operation}"
        );
        for id in ids {
            let path = filled(path, id);
            for address in [
                path.clone(),
                path[1..].to_owned(),
                format!("{path}?page_size=30&x=/users#top"),
                format!("/v2{path}/"),
                format!("https://api.zoom.us/v2{path}"),
                format!("http://127.0.0.1:8080{path}"),
            ] {
                let found = Operation::find(&method.to_ascii_lowercase(), &address);
                // An id may be a segment of another operation, such as `me`.
                let same =
                    |found: &Operation| found.path().split('/').count() == path.split('/').count();
                assert!(found.is_some_and(same), "{method} {address}: {found:?}");
                if id == "81234567890" {
                    assert_eq!(found, Some(operation), "{method} {address}");
                }
            }
        }
    }
}

#[test]
fn a_master_account_may_stand_before_any_path() {
    let find = |path: &str| Operation::find("GET", path);
    let meetings = find("/users/me/meetings");
    assert!(meetings.is_some());
    assert_eq!(find("/accounts/abc/users/me/meetings"), meetings);
    // Where the reference has such a path itself, that one is meant.
    assert_eq!(
        find("/accounts/abc/users").unwrap().path(),
        "/accounts/{accountId}/users"
    );
    assert_eq!(
        Operation::product_of("GET", "/accounts/abc/phone/new"),
        Some(Product::Phone)
    );
}

#[test]
fn what_is_no_operation_is_none() {
    for (method, address) in [
        ("GET", ""),
        ("GET", "/"),
        ("", "/users"),
        ("BREW", "/users"),
        ("GET", "/users//meetings"),
        (
            "GET",
            "/users/me/meetings/more/than/there/is/of/anything/at/all",
        ),
        ("GET", "https://"),
        ("GET", "://?#"),
        ("GET", "/meetings/\u{fffd}\0/nothing"),
    ] {
        assert_eq!(Operation::find(method, address), None, "{method} {address}");
    }
    let slashes = "/".repeat(100_000);
    assert_eq!(Operation::find("GET", &slashes), None);
    assert_eq!(Operation::find("GET", &"/x".repeat(100_000)), None);
}

#[test]
fn the_product_is_told_where_only_one_has_such_paths() {
    assert_eq!(
        Operation::product_of("GET", "/users/{userId}/meetings"),
        Some(Product::Meetings)
    );
    assert_eq!(
        Operation::product_of("GET", "/users/me"),
        Some(Product::Users)
    );
    assert_eq!(
        Operation::product_of("TRACE", "/phone/users"),
        Some(Product::Phone)
    );
    assert_eq!(Operation::product_of("GET", "/nowhere"), None);
}

#[test]
fn failures_and_operations_are_the_same_facts() {
    let mut pairs = 0;
    for operation in Operation::all() {
        for response in operation.failures() {
            let error = response.error().unwrap();
            assert_eq!(error.product(), operation.product());
            assert!(
                error.entry().operations().any(|one| one == operation),
                "{operation} {error}"
            );
            pairs += 1;
        }
    }
    let documented: usize = ZoomError::all()
        .flat_map(|error| error.responses())
        .map(|response| response.operations().count())
        .sum();
    assert_eq!(pairs, documented);
}

#[test]
fn the_operations_of_an_entry_come_once_and_in_order() {
    for error in ZoomError::all() {
        let calls: Vec<&str> = error.entry().operations().map(|one| one.call()).collect();
        assert!(calls.is_sorted_by(|a, b| a < b), "{error:?}");
    }
}

#[test]
fn a_token_lacks_what_it_has_none_of() {
    for operation in Operation::all() {
        let needed: Vec<&str> = operation
            .scopes()
            .chain(operation.granular_scopes())
            .collect();
        let missing = operation.missing_scopes("none:such");
        assert_eq!(missing.is_some(), !needed.is_empty(), "{operation}");
        for scope in &needed {
            for granted in [
                (*scope).to_owned(),
                format!("a:b {scope}"),
                format!("a:b,{scope},c:d"),
            ] {
                assert_eq!(
                    operation.missing_scopes(&granted),
                    None,
                    "{operation} {granted}"
                );
            }
        }
        if let Some(missing) = missing {
            assert!(
                needed
                    .iter()
                    .all(|scope| missing.to_string().contains(scope))
            );
        }
    }
}

#[test]
fn labels_have_limits() {
    let heavy = Operation::all().find(|one| {
        one.limit()
            .is_some_and(|limit| limit.id() == "resource_intensive")
    });
    for rate in heavy.into_iter().flat_map(Operation::rates) {
        assert_eq!(rate.period(), Period::Minute);
        assert!(rate.daily().is_some());
    }
    for operation in Operation::all() {
        let rates: Vec<_> = operation.rates().collect();
        assert!(
            rates
                .iter()
                .all(|rate| Some(rate.label()) == operation.limit())
        );
        let mut plans: Vec<Plan> = rates.iter().map(|rate| rate.plan()).collect();
        plans.sort();
        plans.dedup();
        assert_eq!(plans.len(), rates.len(), "{operation}");
    }
}
