//! `--call`: what a call can answer, and codes in its light.

use serde_json::Value;
use zoom_errors::{Operation, Product, ZoomError};

use super::{json, zoom_errors};

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// Whatever form the address has, each failure that the library knows is listed, and no other.
#[test]
fn a_call_lists_all_that_it_can_answer() {
    let create = Operation::find("POST", "/users/me/meetings").unwrap();
    for call in [
        "POST /users/{userId}/meetings",
        "post https://api.zoom.us/v2/users/someone%40example.com/meetings?x=1",
        "curl -X POST 'https://api.zoom.us/v2/users/me/meetings'",
        "POST /v2/users/me/meetings HTTP/1.1",
    ] {
        let listed = json(&["list", "--call", call, "--format", "json"], 0);
        let [listed] = listed.as_array().unwrap().as_slice() else {
            panic!("{listed}");
        };
        assert_eq!(text(&listed["call"]), create.call(), "{call}");
        assert_eq!(text(&listed["product"]), create.product().id());
        let strings = |key: &str| -> Vec<String> {
            let list = listed[key].as_array().unwrap().iter();
            list.map(|value| text(value).to_owned()).collect()
        };
        assert!(create.scopes().eq(strings("scopes")));
        assert!(create.granular_scopes().eq(strings("granular_scopes")));
        assert_eq!(listed["daily_limit"].as_str(), create.daily_limit());
        assert_eq!(
            listed["rates"].as_array().unwrap().len(),
            create.rates().count()
        );
        let key =
            |status: u64, code: Option<i64>, message: &str| (status, code, message.to_owned());
        let mut failures: Vec<_> = listed["failures"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| {
                let status = one["status"].as_u64().unwrap();
                key(status, one["code"].as_i64(), text(&one["message"]))
            })
            .collect();
        let mut expected: Vec<_> = create
            .failures()
            .map(|one| {
                let code = one.error().unwrap().code().map(i64::from);
                key(one.status().into(), code, one.message())
            })
            .collect();
        failures.sort();
        expected.sort();
        assert_eq!(failures, expected);
    }
}

#[test]
fn without_a_method_every_one_of_the_path_is_listed() {
    let listed = json(&["list", "--call", "/meetings/857", "--format", "json"], 0);
    let calls = listed.as_array().unwrap().iter();
    let calls: Vec<&str> = calls.map(|one| text(&one["call"])).collect();
    let expected: Vec<&str> = Operation::at("/meetings/857")
        .map(Operation::call)
        .collect();
    assert!(expected.len() > 1);
    assert_eq!(calls, expected);
}

/// A pipe gets one line for each answer, with the facts as comments above.
#[test]
fn a_call_for_another_program_has_one_line_an_answer() {
    let call = "PATCH /meetings/857";
    let operation = Operation::find("PATCH", "/meetings/857").unwrap();
    let output = zoom_errors()
        .args(["list", "--call", call])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let (facts, lines): (Vec<&str>, Vec<&str>) =
        text.lines().partition(|line| line.starts_with("# "));
    assert_eq!(lines.len(), operation.failures().count());
    for scope in operation.scopes().chain(operation.granular_scopes()) {
        assert!(facts.iter().any(|line| line.contains(scope)), "{text}");
    }
    for response in operation.failures() {
        let status = format!("  {}  ", response.status());
        let told = |line: &&&str| line.contains(&status) && line.ends_with(response.message());
        assert!(lines.iter().any(|line| told(&line)), "{response:?}");
    }
}

#[test]
fn an_unknown_call_gives_its_product_or_the_nearest_calls() {
    let args = [
        "list",
        "--call",
        "GET /phone/something_new",
        "--format",
        "json",
    ];
    let listed = json(&args, 0);
    assert_eq!(listed[0]["known"], false);
    let of_phone = ZoomError::all().filter(|error| error.product() == Product::Phone);
    assert_eq!(
        listed[0]["failures"].as_array().unwrap().len(),
        of_phone.count()
    );
    let output = zoom_errors().args(args).output().unwrap();
    let note = String::from_utf8(output.stderr).unwrap();
    assert!(note.contains("is no operation of the reference"), "{note}");
    for (call, nearest) in [
        ("GET /meeting/857", "GET /meetings/{meetingId}"),
        (
            "https://api.zoom.us/v2/metings/857/polls",
            "/meetings/{meetingId}/polls",
        ),
        ("", "such as"),
    ] {
        let output = zoom_errors()
            .args(["list", "--call", call])
            .output()
            .unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{call}");
        assert!(error.contains(nearest), "{call}: {error}");
    }
}

#[test]
fn the_filters_of_a_list_hold_for_a_call() {
    let args = [
        "list",
        "--call",
        "POST /users/me/meetings",
        "--kind",
        "not_found",
        "--format",
        "json",
    ];
    let listed = json(&args, 0);
    let failures = listed[0]["failures"].as_array().unwrap();
    assert!(!failures.is_empty());
    assert!(failures.iter().all(|one| one["kind"] == "not_found"));
}

/// A number has one meaning in the light of a call, with the answers of that call alone.
#[test]
fn a_code_is_explained_in_the_light_of_a_call() {
    let explain = |query: &str, call: &str| {
        let answer = json(&["explain", query, "--call", call, "--format", "json"], 0);
        let errors = answer["errors"].as_array().unwrap().iter();
        let errors: Vec<_> = errors
            .map(|one| {
                let address = format!("{}/{}", text(&one["product"]), one["code"]);
                (address, one["documented"].as_bool().unwrap())
            })
            .collect();
        errors
    };
    let get = "GET /meetings/857";
    let gone = [("meetings/3001".to_owned(), true)];
    let body = r#"{"code":3001,"message":"Meeting does not exist: 857."}"#;
    assert_eq!(explain("3001", get), gone);
    assert_eq!(explain(body, get), gone);
    // A number that is no code there, but the status of what is documented.
    assert_eq!(explain("404", get)[0], gone[0]);
    // What every product means.
    assert_eq!(explain("4711", get), [("rest_api/4711".to_owned(), false)]);
    assert_eq!(
        explain("3001", "GET /users/me/recordings"),
        [("meetings/3001".to_owned(), false)]
    );
    let page = |query: &str, call: &str| {
        let output = zoom_errors()
            .args(["explain", query, "--call", call])
            .output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    };
    let scopes = page("4711", get);
    let operation = Operation::find("GET", "/meetings/857").unwrap();
    assert!(
        operation.scopes().all(|scope| scopes.contains(scope)),
        "{scopes}"
    );
    let create = Operation::find("POST", "/users/me/meetings").unwrap();
    let limits = page("429", "POST /users/me/meetings");
    let rates = create.rates().map(|rate| rate.calls());
    rates.for_each(|calls| assert!(limits.contains(&format!("{calls} call")), "{limits}"));
    let told = page("3000", "GET /meetings/857");
    let other = "Prescheduling";
    assert!(page("3000", "PATCH /meetings/857").contains(other));
    assert!(!told.contains(other), "{told}");
}

#[test]
fn a_log_is_decoded_in_the_light_of_a_call() {
    let body = r#"{"code":3001,"message":"Meeting does not exist: 857."}"#;
    let decode = |args: &[&str]| {
        let command = zoom_errors()
            .args(["decode", "--format", "json"])
            .args(args);
        let output = command
            .stdin(body)
            .assert()
            .success()
            .get_output()
            .stdout
            .clone();
        let failure: Value = serde_json::from_slice(&output).unwrap();
        failure["meanings"].as_array().unwrap().len()
    };
    assert!(decode(&[]) > 1);
    assert_eq!(decode(&["--call", "GET /meetings/857"]), 1);
}
