use serde_json::Value;
use snapbox::{file, str};

use super::{json, zoom_errors};
use zoom_errors::Product;

#[test]
fn a_listed_code_is_explained_in_full() {
    zoom_errors()
        .args(["explain", "5012"])
        .env("COLUMNS", "80")
        .assert()
        .success()
        .stderr_eq(str![])
        .stdout_eq(file!["snapshots/explain_5012.txt"]);
}

/// Reasons, an erratum, headers and a long address, on narrow paper.
#[test]
fn no_line_is_wider_than_columns_says() {
    let assert = zoom_errors()
        .args(["explain", "429"])
        .env("COLUMNS", "60")
        .assert()
        .success()
        .stdout_eq(file!["snapshots/explain_429_width_60.txt"]);
    let text = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    assert!(text.lines().all(|line| line.len() <= 60), "{text}");
}

/// Only a word that is wider by itself may stand out, and then it stands alone.
#[test]
fn a_very_narrow_terminal_is_respected() {
    for columns in [20, 32] {
        for query in ["5012", "429", "3999", "SIGNATURE_INVLID"] {
            let output = zoom_errors()
                .args(["explain", query])
                .env("COLUMNS", columns.to_string())
                .output()
                .unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            let mark = |letter: char| letter == '-' || letter == '.' || letter.is_ascii_digit();
            let wide = |line: &&str| {
                let words = line.split(' ').filter(|word| !word.chars().all(mark));
                line.chars().count() > columns && words.count() > 1
            };
            let wide: Vec<&str> = text.lines().filter(wide).collect();
            assert!(wide.is_empty(), "{columns} columns: {wide:#?}");
        }
    }
}

#[test]
fn a_blank_query_is_bad_usage() {
    for query in ["", "  "] {
        zoom_errors().args(["explain", query]).assert().code(2);
    }
}

#[test]
fn a_name_is_found_in_whatever_spelling() {
    let exact = json(&["explain", "SIGNATURE_INVALID", "--format", "json"], 0);
    for name in [
        "signature_invalid",
        "SignatureInvalid",
        " signature-invalid ",
    ] {
        let other = json(&["explain", name, "--format", "json"], 0);
        assert_eq!(other["errors"], exact["errors"], "{name}");
    }
    assert_eq!(exact["errors"][0]["code"], 3712);
}

/// Component View has constants of its own, and a finer cause stands under its code.
#[test]
fn aliases_and_reasons_are_names_too() {
    for (name, code) in [("WrongPasscode", 3004), ("DAILY_LIMIT", 429)] {
        let answer = json(&["explain", name, "--format", "json"], 0);
        assert_eq!(answer["errors"][0]["code"], code, "{name}");
    }
}

/// The token endpoint answers with words; they have pages as codes have.
#[test]
fn a_word_is_explained_in_full() {
    zoom_errors()
        .args(["explain", "invalid_grant"])
        .env("COLUMNS", "80")
        .assert()
        .success()
        .stdout_eq(file!["snapshots/explain_invalid_grant.txt"]);
    let answer = json(&["explain", "INVALID_GRANT", "--format", "json"], 0);
    let word = &answer["errors"][0];
    assert_eq!(answer["errors"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&word["code"], &word["value"], &word["name"]),
        (
            &Value::Null,
            &"invalid_grant".into(),
            &"INVALID_GRANT".into()
        )
    );
    for field in ["category", "category_title", "same_as"] {
        assert_eq!(word[field], Value::Null, "{field}");
    }
    assert_eq!(word["product"], "oauth");
    assert_eq!(
        word["docs"],
        "https://www.rfc-editor.org/rfc/rfc6749#section-5.2"
    );
}

/// `invalid_client` is a word of the token endpoint and the name of a code.
#[test]
fn a_word_that_is_a_code_too_is_told_with_it() {
    let answer = json(&["explain", "invalid_client", "--format", "json"], 0);
    let codes = answer["errors"].as_array().unwrap().iter();
    let codes: Vec<&Value> = codes.map(|error| &error["code"]).collect();
    assert_eq!(codes[0], &Value::Null);
    assert!(codes.contains(&&4702.into()), "{codes:?}");
}

#[test]
fn a_mistyped_word_gets_the_nearest_names() {
    zoom_errors()
        .args(["explain", "invalid_grnt"])
        .env("COLUMNS", "80")
        .assert()
        .code(1)
        .stdout_eq(file!["snapshots/explain_invalid_grnt.txt"]);
    // A number is near to numbers only.
    let near = json(&["explain", "4745", "-p", "oauth", "--format", "json"], 1);
    let near = near["nearest"].as_array().unwrap();
    assert!(!near.is_empty() && near.iter().all(|code| code["code"].is_i64()));
}

fn products(answer: &Value) -> Vec<&str> {
    let errors = answer["errors"].as_array().unwrap().iter();
    errors
        .map(|error| error["product"].as_str().unwrap())
        .collect()
}

/// A bare number has its products in the order in which people meet them, and what means the same
/// once.
#[test]
fn the_order_is_that_in_which_people_meet_products() {
    for code in ["1", "403", "1001"] {
        let answer = json(&["explain", code, "--format", "json"], 0);
        let place = |id: &str| Product::ALL.iter().position(|product| product.id() == id);
        let order: Vec<_> = products(&answer).into_iter().map(place).collect();
        assert!(
            order.len() > 1 && order.iter().all(Option::is_some) && order.is_sorted(),
            "{answer}"
        );
    }
    let users = json(&["explain", "1001", "--format", "json"], 0);
    let same = users["errors"].as_array().unwrap().iter();
    let same: Vec<&Value> = same
        .filter(|error| !error["also_in"].as_array().unwrap().is_empty())
        .collect();
    assert!(!same.is_empty(), "{users}");
}

/// What people type in place of a number.
#[test]
fn whatever_holds_the_code_is_taken() {
    for (typed, product, code) in [
        (vec!["error 3712"], "meeting_sdk_web", 3712),
        (vec!["errorCode:3712"], "meeting_sdk_web", 3712),
        (vec!["4,700"], "oauth", 4700),
        (
            vec![r#"{"method":"join","errorCode":3712,"errorMessage":"Signature is invalid."}"#],
            "meeting_sdk_web",
            3712,
        ),
        (vec!["Invalid redirect"], "oauth", 4700),
        (vec!["rate", "limit"], "rest_api", 429),
        (vec!["limit", "rate"], "rest_api", 429),
        (vec!["error", "code", "3712"], "meeting_sdk_web", 3712),
    ] {
        let args = [vec!["explain", "--format", "json"], typed.clone()].concat();
        let answer = json(&args, 0);
        let errors = answer["errors"].as_array().unwrap().iter();
        let mut found =
            errors.map(|error| (error["product"].as_str().unwrap(), error["code"].as_i64()));
        assert!(
            found.any(|one| one == (product, Some(code))),
            "{typed:?}: {answer}"
        );
    }
}

#[test]
fn several_queries_have_an_answer_each() {
    let answers = json(&["explain", "3712", "invalid_grant", "--format", "json"], 0);
    let queries: Vec<&Value> = answers
        .as_array()
        .unwrap()
        .iter()
        .map(|answer| &answer["query"])
        .collect();
    assert_eq!(queries, ["3712", "invalid_grant"]);
}

/// The command need not be named, and a mistyped one is told.
#[test]
fn a_bare_query_is_explained() {
    let bare = json(&["3712", "--format", "json"], 0);
    assert_eq!(bare, json(&["explain", "3712", "--format", "json"], 0));
    let output = zoom_errors().arg("decod").assert().code(1);
    let said = String::from_utf8(output.get_output().stdout.clone()).unwrap();
    assert!(said.contains("zoom-errors decode --help"), "{said}");
}

#[test]
fn a_group_of_products_can_be_asked() {
    for group in ["native", "mobile", "rest", "web"] {
        let answer = json(
            &["explain", "1", "-p", group, "--format", "json"],
            if group == "rest" { 1 } else { 0 },
        );
        let inside = |id: &&str| Product::from_id(id).and_then(Product::group) == Some(group);
        assert!(products(&answer).iter().all(inside), "{answer}");
    }
}

/// Several meanings begin with an overview, and each has its page.
#[test]
fn several_meanings_begin_with_an_overview() {
    zoom_errors()
        .args(["explain", "3004"])
        .env("COLUMNS", "80")
        .assert()
        .success()
        .stdout_eq(file!["snapshots/explain_3004.txt"]);
}

/// Where somebody lists the number, ranges and neighbours are noise.
#[test]
fn a_listed_number_has_no_ranges_and_no_neighbours() {
    for code in ["503", "6103", "3712"] {
        let answer = json(&["explain", code, "--format", "json"], 0);
        assert_eq!(answer["classes"], Value::Array(vec![]), "{code}");
        assert_eq!(answer["nearest"], Value::Array(vec![]), "{code}");
    }
}

#[test]
fn an_unlisted_number_has_the_class_of_its_range_and_neighbours() {
    zoom_errors()
        .args(["explain", "3999"])
        .env("COLUMNS", "80")
        .assert()
        .code(1)
        .stderr_eq(str![])
        .stdout_eq(file!["snapshots/explain_3999.txt"]);
}

/// 599 is on no list, but the pages say what every 5XX means and what to do.
#[test]
fn a_range_with_advice_gives_it() {
    let answer = json(&["explain", "599", "--format", "json"], 1);
    assert_eq!(answer["found"], false);
    let class = &answer["classes"][0];
    assert_eq!(class["product"], "http_status");
    assert_eq!(
        (&class["first"], &class["last"]),
        (&500.into(), &599.into())
    );
    assert_eq!(class["retry"], "backoff");
    assert!(!class["remediation"].as_array().unwrap().is_empty());
}

#[test]
fn a_mistyped_name_gets_the_nearest_ones() {
    zoom_errors()
        .args(["explain", "SIGNATUR_INVLID"])
        .env("COLUMNS", "80")
        .assert()
        .code(1)
        .stderr_eq(str![])
        .stdout_eq(str![[r#"
SIGNATUR_INVLID is not listed.

Did you mean
  - SIGNATURE_INVALID (3712) in meeting_sdk_web: Zoom could not verify the
    signature passed to join.
  - SIGNATURE_EXPIRED (3705) in meeting_sdk_web: The `exp` time of the JWT
    signature had passed when the join reached Zoom.

"#]]);
}

/// Neither a part of a name nor a number far from all others makes the command give up.
#[test]
fn what_is_like_nothing_gets_no_guesses() {
    let part = json(&["explain", "CAMERA_TAKEN", "--format", "json"], 1);
    assert_eq!(part["nearest"][0]["name"], "VIDEO_CAMERA_TAKEN");
    for query in ["zzzz", "***", "99999999999999999999", "-2147483648"] {
        let answer = json(&["explain", "--format", "json", query], 1);
        assert_eq!(answer["nearest"], Value::Array(vec![]), "{query}");
    }
}

#[test]
fn one_product_can_be_asked_and_tells_where_else_to_look() {
    let one = json(
        &["explain", "3004", "-p", "video_sdk_web", "--format", "json"],
        0,
    );
    assert_eq!(products(&one), ["video_sdk_web"]);
    zoom_errors()
        .args(["explain", "4012", "--product", "rest_api"])
        .env("COLUMNS", "80")
        .assert()
        .code(1)
        .stdout_eq(str![[r#"
4012 is not listed for Zoom REST API, codes of every product.

Listed elsewhere
  - NOT_ALLOW_ANONYMOUS_JOIN (4012) in meeting_sdk_web: The app tried to join a
    meeting outside its own account without a user's OBF or ZAK token.
  - CONSUMER_PROFILE_RESOURCE_NOT_FOUND (4012) in contact_center: A contact,
    queue, skill, address book or variable to which the consumer routing profile
    refers does not exist.

"#]]);
}

#[test]
fn nothing_failed_in_a_success() {
    let answer = json(
        &["explain", "200", "-p", "http_status", "--format", "json"],
        0,
    );
    let error = &answer["errors"][0];
    for field in ["actor", "retry", "advice"] {
        assert_eq!(error[field], Value::Null, "{field}");
    }
    assert_eq!(error["remediation"], Value::Array(vec![]));
}

/// The form is a promise: this test is where a field that went away is noticed.
#[test]
fn the_json_form_is_stable() {
    zoom_errors()
        .args(["explain", "5012", "--format", "json"])
        .assert()
        .success()
        .stdout_eq(file!["snapshots/explain_5012.json"]);
    zoom_errors()
        .args(["explain", "3999", "--format", "json"])
        .assert()
        .code(1)
        .stdout_eq(file!["snapshots/explain_3999.json"]);
}

/// A query that tries to write to the terminal is shown, not carried out.
#[test]
fn a_query_with_control_characters_is_shown_as_text() {
    zoom_errors()
        .args(["explain", "\u{1b}[31mred\u{7}"])
        .env("COLUMNS", "80")
        .assert()
        .code(1)
        .stdout_eq(str![[r#"
/u{1b}[31mred/u{7} is not listed.

"#]]);
}

#[test]
fn a_wrong_command_line_ends_with_2() {
    for args in [
        vec!["explain"],
        vec!["explain", "1", "--product", "nope"],
        vec!["explain", "1", "--format", "xml"],
        vec![],
    ] {
        let output = zoom_errors().args(&args).assert().code(2);
        assert!(output.get_output().stdout.is_empty(), "{args:?}");
    }
}
