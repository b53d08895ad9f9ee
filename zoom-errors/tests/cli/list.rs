use std::collections::BTreeSet;

use serde_json::Value;
use snapbox::str;
use zoom_errors::ZoomError;

use super::{json, zoom_errors};

/// One line a code, whatever its length, when it goes to another program.
#[test]
fn a_list_for_another_program_has_one_line_a_code() {
    let assert = zoom_errors().arg("list").assert().success();
    let text = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    assert_eq!(text.lines().count(), ZoomError::all().count());
    for (line, error) in text.lines().zip(ZoomError::all()) {
        let words: Vec<&str> = line.split_whitespace().take(3).collect();
        let code = error.code().to_string();
        assert_eq!(words, [error.product().id(), &code, error.name()]);
        assert!(line.ends_with(error.summary()), "{line}");
    }
}

#[test]
fn a_list_for_a_person_wraps_in_its_column_or_is_stacked() {
    zoom_errors()
        .args(["list", "--kind", "timeout", "--product", "video_sdk_web"])
        .env("COLUMNS", "60")
        .assert()
        .success()
        .stdout_eq(str![[r#"
1 OPERATION_TIMEOUT
    video_sdk_web: The Zoom service did not answer an SDK
    operation in time.

"#]]);
    zoom_errors()
        .args(["list", "--kind", "timeout", "--product", "video_sdk_web"])
        .env("COLUMNS", "80")
        .assert()
        .success()
        .stdout_eq(str![[r#"
video_sdk_web  1  OPERATION_TIMEOUT  The Zoom service did not answer an SDK
                                     operation in time.

"#]]);
}

fn values<'a>(list: &'a Value, field: &str) -> BTreeSet<&'a str> {
    let items = list.as_array().unwrap().iter();
    items.map(|item| item[field].as_str().unwrap()).collect()
}

/// Each filter keeps what it names, all of it and nothing else.
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
        let wanted = wanted.filter(|item| item[field] == word).count();
        if wanted == 0 {
            assert_eq!(
                json(&["list", "--format", "json", option, word], 1),
                Value::Array(vec![])
            );
            continue;
        }
        let kept = json(&["list", "--format", "json", option, word], 0);
        assert_eq!(kept.as_array().unwrap().len(), wanted, "{option}");
        assert_eq!(values(&kept, field), BTreeSet::from([word]));
    }
}

#[test]
fn filters_narrow_each_other() {
    let both = json(
        &[
            "list", "--kind", "device", "--actor", "end_user", "--format", "json",
        ],
        0,
    );
    assert_eq!(values(&both, "kind"), BTreeSet::from(["device"]));
    assert_eq!(values(&both, "actor"), BTreeSet::from(["end_user"]));
}

/// Numbers, methods, aliases, steps and the words of a server are found alike.
#[test]
fn a_search_reads_every_text_of_a_code() {
    for (text, name) in [
        ("6103", "VIDEO_CAMERA_TAKEN"),
        ("CAMERA video holds", "VIDEO_CAMERA_TAKEN"),
        ("wrongpasscode", "WRONG_MEETING_PASSWORD"),
        ("maximum daily", "TOO_MANY_REQUESTS"),
        ("iso 8601", "TOO_MANY_REQUESTS"),
    ] {
        let found = json(&["list", "--format", "json", "--search", text], 0);
        assert!(values(&found, "name").contains(name), "{text}");
    }
    let nothing = zoom_errors().args(["list", "--search", "6103 passcode"]);
    nothing.assert().code(1).stdout_eq(str![]);
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
    assert_eq!(listed, [&explained["errors"][0]]);
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
