use std::collections::BTreeSet;

use serde_json::Value;
use snapbox::str;
use zoom_errors::ZoomError;

use super::{json, zoom_errors};

/// One line a code or word, whatever its length, when it goes to another program.
#[test]
fn a_list_for_another_program_has_one_line_a_code() {
    let assert = zoom_errors().arg("list").env("COLUMNS", "40").assert();
    let text = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    assert_eq!(text.lines().count(), ZoomError::all().count());
    for (line, error) in text.lines().zip(ZoomError::all()) {
        let code = error.code().map_or("-".to_owned(), |code| code.to_string());
        let expected = [
            error.product().id(),
            &code,
            error.word().unwrap_or(error.name()),
        ];
        assert!(
            line.starts_with(expected[0]) && expected.iter().all(|part| line.contains(part)),
            "{line}"
        );
        assert!(line.ends_with(error.summary()), "{line}");
    }
}

/// The words of a product stand behind its codes, and any filter but the section finds them.
#[test]
fn words_are_listed_with_the_codes_of_their_product() {
    let listed = json(&["list", "-p", "oauth", "--format", "json"], 0);
    let listed = listed.as_array().unwrap();
    let codes: Vec<bool> = listed.iter().map(|item| item["code"].is_i64()).collect();
    assert!(codes.is_sorted_by(|a, b| a >= b), "{codes:?}");
    assert!(listed.last().unwrap()["value"].is_string());
    let found = json(
        &[
            "list",
            "--format",
            "json",
            "--search",
            "invalid_grant PKCE",
            "--kind",
            "authentication",
        ],
        0,
    );
    assert_eq!(values(&found, "value"), BTreeSet::from(["invalid_grant"]));
}

fn values<'a>(list: &'a Value, field: &str) -> BTreeSet<&'a str> {
    let items = list.as_array().unwrap().iter();
    items.map(|item| item[field].as_str().unwrap()).collect()
}

/// Each filter keeps what it names, all of it and nothing else. Kind, actor and retry may be those
/// of a finer cause.
#[test]
fn each_filter_keeps_what_it_names() {
    let all = json(&["list", "--format", "json"], 0);
    for (option, field, word) in [
        ("--product", "product", "rest_api"),
        ("--category", "category", "screen_share"),
        ("--kind", "kind", "device"),
        ("--actor", "actor", "account_admin"),
        ("--retry", "retry", "at_reset"),
        ("--retry", "retry", "never"),
    ] {
        let wanted = all.as_array().unwrap().iter();
        let wanted: Vec<&Value> = wanted.filter(|item| is(item, &[(field, word)])).collect();
        assert!(!wanted.is_empty(), "{word}");
        let kept = json(&["list", "--format", "json", option, word], 0);
        assert_eq!(kept.as_array().unwrap().iter().collect::<Vec<_>>(), wanted);
    }
}

/// Whether a code, or one of its finer causes, has all these fields.
fn is(item: &Value, fields: &[(&str, &str)]) -> bool {
    let has = |item: &Value| fields.iter().all(|(field, word)| item[field] == *word);
    has(item) || item["reasons"].as_array().unwrap().iter().any(has)
}

#[test]
fn filters_narrow_each_other() {
    let both = json(
        &[
            "list", "--kind", "device", "--actor", "end_user", "--format", "json",
        ],
        0,
    );
    for item in both.as_array().unwrap() {
        assert!(
            is(item, &[("kind", "device"), ("actor", "end_user")]),
            "{item}"
        );
    }
}

/// 429 in general is worth repeating, but a spent daily limit is not before its reset. One finer
/// cause has to be all that is asked for.
#[test]
fn a_code_is_found_by_its_finer_causes() {
    let list = |filters: &[&str], code| {
        let args = [&["list", "-p", "rest_api", "--format", "json"], filters].concat();
        json(&args, code)
    };
    for retry in ["at_reset", "backoff"] {
        let found = list(&["--retry", retry, "--kind", "rate_limited"], 0);
        assert_eq!(values(&found, "name"), BTreeSet::from(["RATE_LIMITED"]));
    }
    // Some code is never to be repeated, but no rate limit is.
    let nothing = list(&["--retry", "never", "--kind", "rate_limited"], 1);
    assert_eq!(nothing, Value::Array(vec![]));
    let all = json(&["list", "--format", "json"], 0);
    let all = all.as_array().unwrap();
    let both = |item: &&Value| is(item, &[("kind", "device"), ("actor", "developer")]);
    let either = |item: &&Value| {
        is(item, &[("kind", "device")]) && is(item, &[("actor", "developer")]) && !both(item)
    };
    // Without such a code the next line would show nothing.
    assert!(all.iter().any(|item| either(&item)));
    let found = json(
        &[
            "list",
            "--kind",
            "device",
            "--actor",
            "developer",
            "--format",
            "json",
        ],
        0,
    );
    assert_eq!(
        found.as_array().unwrap().iter().collect::<Vec<_>>(),
        all.iter().filter(both).collect::<Vec<_>>()
    );
}

/// Numbers, methods, aliases, steps and the words of a server are found alike.
#[test]
fn a_search_reads_every_text_of_a_code() {
    for (text, name) in [
        ("6103", "VIDEO_CAMERA_TAKEN"),
        ("CAMERA video holds", "VIDEO_CAMERA_TAKEN"),
        ("wrongpasscode", "WRONG_MEETING_PASSWORD"),
        ("maximum daily", "RATE_LIMITED"),
        ("iso 8601", "RATE_LIMITED"),
    ] {
        let found = json(&["list", "--format", "json", "--search", text], 0);
        assert!(values(&found, "name").contains(name), "{text}");
    }
}

/// An empty list says what would have been listed, and how a word may be meant.
#[test]
fn a_list_of_nothing_says_so_and_what_to_ask() {
    let told = |args: &[&str]| {
        let assert = zoom_errors().arg("list").args(args).assert().code(1);
        let output = assert.stdout_eq(str![]).get_output().stderr.clone();
        String::from_utf8(output).unwrap()
    };
    let misspelt = told(&["--search", "camra taken"]);
    assert!(
        misspelt.starts_with("note: nothing is listed"),
        "{misspelt}"
    );
    assert!(misspelt.contains("no text holds `camra`; did you mean `camera`?"));
    assert!(!misspelt.contains("without"), "{misspelt}");
    let narrow = told(&["-p", "oauth", "--kind", "device"]);
    for (option, wider) in [
        ("--product", ["--kind", "device"]),
        ("--kind", ["-p", "oauth"]),
    ] {
        let wider = zoom_errors().arg("list").args(wider).output().unwrap();
        let count = String::from_utf8(wider.stdout).unwrap().lines().count();
        assert!(
            narrow.contains(&format!("  {count} are without {option}\n")),
            "{narrow}"
        );
    }
}

/// A listed code is the same object, whichever command gives it.
#[test]
fn list_and_explain_give_the_same_objects() {
    let listed = json(&["list", "-p", "meeting_sdk_web", "--format", "json"], 0);
    let listed = listed.as_array().unwrap().iter();
    let listed: Vec<&Value> = listed.filter(|item| item["code"] == 3004).collect();
    let explained = json(
        &[
            "explain",
            "3004",
            "-p",
            "meeting_sdk_web",
            "--format",
            "json",
        ],
        0,
    );
    let mut explained = explained["errors"][0].clone();
    for of_explain in ["also_in", "documented"] {
        explained.as_object_mut().unwrap().remove(of_explain);
    }
    assert_eq!(listed, [&explained]);
}

#[test]
fn a_word_that_is_none_of_the_list_is_a_wrong_command_line() {
    for option in ["--product", "--category", "--kind", "--actor", "--retry"] {
        zoom_errors()
            .args(["list", option, "nope"])
            .assert()
            .code(2);
    }
}
