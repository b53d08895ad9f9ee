//! Hostile and broken catalogs: each ends in a problem that names file, line, column and a way out.
//!
//! `xtask/tests/hostile.rs` brings the same kinds through the program.

mod accepted;
mod bounds;
#[path = "../catalog/mod.rs"]
mod catalog;

use catalog::CATALOG;
use serde_json::Value;
use zoom_errors_codegen::{InputFile, load, report};

/// The problems of a catalog as tools get them. Rendering them for people must work as well.
fn problems(catalog: impl Into<Vec<u8>>) -> Vec<Value> {
    let loaded = load(vec![InputFile::new("catalogs/demo.yaml", catalog)]);
    let problems = loaded.outcome.err().unwrap_or_default();
    let shown = report::human(&problems, &loaded.sources, true);
    assert!(
        shown.len() < 2_000 * (problems.len() + 1),
        "{} bytes",
        shown.len()
    );
    serde_json::from_str(&report::json(&problems, &loaded.sources)).unwrap()
}

/// The catalog has a problem of this rule at this line and column.
#[track_caller]
fn refused(catalog: impl Into<Vec<u8>>, rule: &str, place: (u64, u64)) {
    let problems = problems(catalog);
    let found = problems.iter().find(|problem| {
        let start = &problem["start"];
        problem["id"] == rule && start["line"] == place.0 && start["column"] == place.1
    });
    let Some(found) = found else {
        panic!("no {rule} at {place:?} in {problems:#?}");
    };
    assert_eq!(found["file"], "catalogs/demo.yaml");
    assert!(found["help"].is_string(), "no way out: {found}");
}

/// The catalog with one piece of it replaced.
#[track_caller]
fn edited(from: &str, to: &str) -> String {
    assert!(CATALOG.contains(from), "the catalog has no `{from}`");
    CATALOG.replacen(from, to, 1)
}

#[test]
fn bytes_that_are_no_visible_text() {
    let in_title = |bytes: &[u8]| -> Vec<u8> {
        let (before, after) = CATALOG.split_once("Demo product").unwrap();
        [before.as_bytes(), bytes, after.as_bytes()].concat()
    };
    refused(in_title(b"caf\xe9"), "encoding", (3, 13));
    refused(in_title(b"\xed\xa0\x80"), "encoding", (3, 10));
    refused(in_title(b"\xc0\xaf"), "encoding", (3, 10));
    let utf_16: Vec<u8> = CATALOG.encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused(
        [b"\xff\xfe".as_slice(), &utf_16].concat(),
        "encoding",
        (1, 1),
    );
    refused(utf_16.clone(), "encoding", (1, 2));
    for unseen in [
        "\0",
        "\u{7}",
        "\u{1b}[2J",
        "\u{7f}",
        "\u{85}",
        "\u{ad}",
        "\u{34f}",
        "\u{200b}",
        "\u{200e}",
        "\u{2028}",
        "\u{202e}",
        "\u{2066}",
        "\u{feff}",
        "\u{e0041}",
        "\rid",
    ] {
        refused(
            in_title(format!("De{unseen}mo").as_bytes()),
            "encoding",
            (3, 12),
        );
        refused(
            format!("{unseen}{CATALOG}").replacen("\u{feff}", "\u{200b}", 1),
            "encoding",
            (1, 1),
        );
    }
    // Not in the file, but in the text that it stands for.
    for escaped in [r"\0", r"\e[2J", r"\u202e", r"\u200b", r"\N", r"\n"] {
        refused(
            in_title(format!("\"De{escaped}mo\"").as_bytes()),
            "markup",
            (3, 10),
        );
    }
}

#[test]
fn keys_that_stand_twice_are_found_at_every_level() {
    let twice = |from, to, place| refused(edited(from, to), "duplicate-key", place);
    refused(
        format!("{CATALOG}product: {{}}\n"),
        "duplicate-key",
        (36, 1),
    );
    twice("  title:", "  id: other\n  title:", (3, 3));
    twice("    title: Demo page", "    id: x", (8, 5));
    twice("    name: FIRST", "    code: 1", (16, 5));
    twice(
        "    name: FIRST",
        "    name: FIRST\n    \"name\": FIRST",
        (17, 5),
    );
    twice(
        "    name: FIRST",
        "    reasons:\n      - {code: 1, code: 2}\n    name: FIRST",
        (17, 19),
    );
    twice("only\n    title", "only\n    id: again\n    title", (12, 5));
}

#[test]
fn values_that_only_look_right() {
    for number in [
        "\"1\"",
        "'1'",
        "0x1",
        "0o1",
        "0b1",
        "1.0",
        "1e3",
        "1_000",
        "+1",
        "-0",
        "01",
        "1 000",
        "2147483648",
        "-2147483649",
        "99999999999999999999",
        "~",
        "null",
        "true",
        "[1]",
        ".inf",
        "1,000",
        "1..=2",
    ] {
        refused(
            edited("code: 1\n", &format!("code: {number}\n")),
            "wrong-type",
            (15, 11),
        );
    }
    refused(edited("code: 1\n", "code:\n"), "wrong-type", (15, 9));
    for tag in [
        "!!int \"1\"",
        "!!str 1",
        "!local 1",
        "!<tag:yaml.org,2002:int> 1",
        "! 1",
    ] {
        refused(
            edited("code: 1\n", &format!("code: {tag}\n")),
            "syntax",
            (15, 11),
        );
    }
    for name in [
        "1ST",
        "FIRST-ONE",
        "FIRST ONE",
        "ПЕРВЫЙ",
        "\"\"",
        "\"FIRST\\n\"",
        "r#FIRST",
        "F!",
    ] {
        let catalog = edited("name: FIRST\n", &format!("name: {name}\n"));
        refused(catalog, "wrong-type", (16, 11));
    }
}

#[test]
fn letters_that_only_look_like_latin_ones() {
    refused(edited("name: FIRST", "name: FІRST"), "look-alike", (16, 11));
    refused(edited("code: 1\n", "code: １\n"), "look-alike", (15, 11));
    refused(edited("id: demo", "id: dеmo"), "look-alike", (2, 7));
    refused(
        edited("enum: DemoError", "enum: DemоError"),
        "look-alike",
        (4, 9),
    );
    refused(
        edited("kind: internal", "kind: intеrnal"),
        "look-alike",
        (18, 11),
    );
    refused(edited("- code: 1", "- соde: 1"), "look-alike", (15, 5));
}

#[test]
fn one_file_is_one_document() {
    refused("", "syntax", (1, 1));
    refused(" \n\n", "syntax", (1, 1));
    refused("# nothing but a comment\n", "syntax", (1, 1));
    refused("---\n...\n", "wrong-type", (1, 4));
    refused("~\n", "wrong-type", (1, 1));
    refused("just words\n", "wrong-type", (1, 1));
    refused("- a list\n", "wrong-type", (1, 1));
    refused(format!("{CATALOG}---\n{CATALOG}"), "syntax", (36, 1));
    refused(format!("{CATALOG}...\n{CATALOG}"), "syntax", (37, 1));
    refused(format!("%YAML 1.2\n---\n{CATALOG}"), "syntax", (1, 1));
    refused(
        format!("%TAG ! tag:x,2000:\n---\n{CATALOG}"),
        "syntax",
        (1, 1),
    );
    refused("? [a, b]\n: c\n", "syntax", (1, 3));
    refused(format!("{CATALOG}]\n"), "syntax", (36, 1));
}

#[test]
fn an_id_that_is_no_plain_file_name_names_no_file() {
    for id in [
        "../../x",
        "..",
        ".",
        "/etc/passwd",
        "a/b",
        "a\\b",
        "C:x",
        "x.rs",
        "a b",
        "\"\"",
        "X",
        "-x",
        "\"x\\0y\"",
        "aé",
    ] {
        refused(
            edited("id: demo", &format!("id: {id}")),
            "wrong-type",
            (2, 7),
        );
    }
    let keywords = ["mod", "self", "super", "crate", "fn", "async", "try", "gen"];
    let taken = ["core", "std", "generated", "class", "wire"];
    for id in keywords.into_iter().chain(taken) {
        let catalog = edited("id: demo", &format!("id: {id}"));
        let loaded = load(vec![InputFile::new(format!("{id}.yaml"), catalog)]);
        let problems = loaded.outcome.err().unwrap_or_default();
        let found = problems.first().map(|problem| problem.rule.id());
        assert_eq!(found, Some("reserved-name"), "{id}");
    }
}
