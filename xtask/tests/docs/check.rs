//! What `docs check` finds and shows.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::repository::{CATALOG, Repository};
use crate::{ACCEPT, CHECK, DRAFT, PAGE, reviewed};

#[test]
fn a_page_is_reviewed_and_then_shows_no_drift() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    repository.write("page.md", PAGE);
    let run = repository.run(&CHECK);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr
            .contains("error[unreviewed]: nobody has reviewed 1 and 2"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("--> page.md:7:1"), "{}", run.stderr);
    assert!(
        run.stderr.contains("::: catalogs/demo.yaml:"),
        "{}",
        run.stderr
    );

    let run = repository.run(&ACCEPT);
    assert_eq!(
        (run.status, run.stdout.as_str()),
        (
            0,
            "demo, source `page`: 2 codes noted in catalogs/docs.lock\n"
        )
    );
    let run = repository.run(&CHECK);
    assert_eq!(
        (run.status, run.stdout.as_str()),
        (0, "demo, source `page`: 2 codes on page.md, no drift\n")
    );
    // The lock is no catalog, and reviewing again changes nothing.
    let before = repository.files();
    assert_eq!(repository.run(&["validate"]).status, 0);
    assert_eq!(repository.run(&ACCEPT).status, 0);
    assert_eq!(repository.files(), before);
}

#[test]
fn drift_names_both_lines_and_checking_changes_no_file() {
    let repository = reviewed();
    repository.write(
        "page.md",
        &PAGE.replace("The second one broke", "Something else broke"),
    );
    let before = repository.files();
    let run = repository.run(&CHECK);
    assert_eq!(run.status, 1);
    let code = CATALOG
        .lines()
        .position(|line| line.ends_with("code: 2"))
        .unwrap()
        + 1;
    assert!(
        run.stderr
            .contains("error[row-reworded]: 2 SECOND reads differently"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("--> page.md:8:1"), "{}", run.stderr);
    assert!(
        run.stderr
            .contains(&format!("::: catalogs/demo.yaml:{code}:11")),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr
            .contains("`cargo xtask docs accept --code 2 --catalog demo page.md`"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr
            .ends_with("demo, source `page`: 2 codes on page.md, 1 difference\n")
    );
    assert_eq!(repository.files(), before);

    // The command that the help names settles it.
    let run = repository.run(&[
        "docs",
        "accept",
        "--code",
        "2",
        "--catalog",
        "demo",
        "page.md",
    ]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(repository.run(&CHECK).status, 0);
}

#[test]
fn json_has_the_form_of_validate() {
    let repository = reviewed();
    let json = |repository: &Repository| {
        let run = repository.run(&[
            "docs",
            "check",
            "--catalog",
            "demo",
            "--format",
            "json",
            "page.md",
        ]);
        let rows: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        (run.status, rows)
    };
    assert_eq!(json(&repository), (0, serde_json::json!([])));
    repository.write("page.md", &PAGE.replace("FIRST", "FOREMOST"));
    let (status, rows) = json(&repository);
    assert_eq!((status, rows.as_array().map(Vec::len)), (1, Some(1)));
    assert_eq!(rows[0]["id"], "code-renamed");
    assert_eq!(
        (&rows[0]["file"], &rows[0]["start"]["line"]),
        (&"page.md".into(), &7.into())
    );
    assert_eq!(rows[0]["related"][0]["file"], "catalogs/demo.yaml");
}

#[test]
fn the_page_may_come_from_standard_input() {
    let repository = reviewed();
    let mut child = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["docs", "check", "--catalog", "demo", "-"])
        .current_dir(repository.path(""))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(PAGE.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("2 codes on <stdin>, no drift"));
}

#[test]
fn a_page_without_codes_is_an_error_and_never_no_drift() {
    let repository = reviewed();
    repository.write(
        "page.md",
        "# Demo page\n\n| Date | Event |\n|--|--|\n| 2026-02-07 | None |\n",
    );
    let run = repository.run(&CHECK);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert!(
        run.stderr.contains("no error code was found"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("looked for"), "{}", run.stderr);
    // Another layout than the page is in finds nothing either.
    repository.write("page.md", PAGE);
    let run = repository.run(&[
        "docs",
        "check",
        "--catalog",
        "demo",
        "--layout",
        "plain-table",
        "page.md",
    ]);
    assert_eq!(run.status, 1);
    let run = repository.run(&[
        "docs",
        "check",
        "--catalog",
        "demo",
        "--layout",
        "markdown",
        "page.md",
    ]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn every_page_of_a_folder_is_checked_against_its_sources() {
    let second = CATALOG
        .replace("id: demo", "id: second")
        .replace("Demo page", "Second page")
        .replace("DemoError", "SecondError");
    let repository = Repository::new(&[("demo.yaml", CATALOG), ("second.yaml", &second)]);
    repository.write("pages/a.md", PAGE);
    repository.write("pages/b.md", &PAGE.replace("Demo page", "Another page"));
    repository.write("pages/c.png", "not a page");
    assert_eq!(
        repository
            .run(&["docs", "accept", "--catalog", "demo", "pages/a.md"])
            .status,
        0
    );
    let run = repository.run(&["docs", "check", "pages"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(
        run.stdout,
        "demo, source `page`: 2 codes on pages/a.md, no drift\n"
    );
    assert!(
        run.stderr.contains("passed over: pages/b.md"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr
            .contains("no page: second, source `page` (Second page)"),
        "{}",
        run.stderr
    );

    repository.write("pages/a.md", &PAGE.replace("| 1 | FIRST", "| 1 | OTHER"));
    let run = repository.run(&["docs", "check", "pages"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("error[code-renamed]"), "{}", run.stderr);
    repository.write("pages/a.md", "nothing here");
    assert_eq!(repository.run(&["docs", "check", "pages"]).status, 1);
}

#[test]
fn people_are_shown_a_part_and_programs_all() {
    let repository = reviewed();
    let rows = (3..303).map(|code| format!("| {code} | NAME_{code} | Text {code} |\n"));
    repository.write("page.md", &format!("{PAGE}{}", rows.collect::<String>()));
    let run = repository.run(&CHECK);
    assert_eq!(run.status, 1);
    assert_eq!(run.stderr.matches("error[code-added]").count(), 200);
    assert!(
        run.stderr.ends_with(
            "only 200 of 300 differences are shown; `--format json` gives all\n\n\
             demo, source `page`: 302 codes on page.md, 300 differences\n"
        ),
        "{}",
        run.stderr
    );
    let run = repository.run(&[&CHECK[..], &["--format", "json"]].concat());
    let rows: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(rows.as_array().map(Vec::len), Some(300));
}

#[test]
fn unreadable_rows_are_differences_and_have_an_end() {
    let repository = reviewed();
    repository.write(
        "page.md",
        &format!("{PAGE}{}", "| x | X | Y |\n".repeat(250)),
    );
    let run = repository.run(&CHECK);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert_eq!(run.stderr.matches("error[unread]").count(), 200);
    assert!(
        run.stderr.contains("only 200 of 250 differences are shown"),
        "{}",
        run.stderr
    );
    // Whoever has looked at them says so.
    assert_eq!(repository.run(&ACCEPT).status, 0);
    assert_eq!(repository.run(&CHECK).status, 0);
}

#[test]
fn a_page_at_another_address_is_no_page_of_the_catalog() {
    let catalog = CATALOG.replace(
        "    title: Demo page\n",
        "    title: Demo page\n    url: https://example.com/demo\n",
    );
    assert_ne!(catalog, CATALOG);
    let repository = Repository::new(&[("demo.yaml", &catalog)]);
    let page = |url: &str| format!("# Demo page\n\n- Source URL: {url}\n{}", &PAGE[11..]);
    repository.write("page.md", &page("https://example.com/demo/"));
    assert_eq!(repository.run(&ACCEPT).status, 0);
    repository.write("page.md", &page("https://example.com/other"));
    for command in [CHECK, ACCEPT, DRAFT] {
        let run = repository.run(&command);
        assert_eq!(run.status, 1);
        assert!(
            run.stderr
                .contains("the page's address is https://example.com/other"),
            "{}",
            run.stderr
        );
    }
    repository.write("pages/a.md", &page("https://example.com/demo"));
    repository.write("pages/b.md", &page("https://example.com/other"));
    let run = repository.run(&["docs", "check", "pages"]);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("pages/b.md: its title is that of demo"),
        "{}",
        run.stderr
    );
}

/// The head of a catalog of the REST API without an entry.
const LAMPS: &str = "product:\n  id: lamps\n  title: Lamps\n  enum: LampsError\n\nsources:\n  - id: openapi\n    title: Zoom Lamps API\n\ncategories:\n  - id: all\n    title: All\n\nerrors: []\n";

const DOCUMENT: &str = r#"{"openapi": "3.0.0", "info": {"title": "Lamps"}, "paths": {"/lamps": {"get": {"responses": {
    "404": {"description": "**Error Code:** `3001` <br>\n No lamp."}}}}}}"#;

#[test]
fn a_draft_that_is_refused_in_one_file_leaves_the_other_as_it_was() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    repository.write("catalogs/rest/lamps.yaml", LAMPS);
    // Without a list that operations could be put into.
    repository.write("catalogs/operations/lamps.yaml", "product: lamps\n");
    repository.write("lamps.json", DOCUMENT);
    let before = repository.files();
    let run = repository.run(&["docs", "draft", "--catalog", "lamps", "lamps.json"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert!(
        run.stderr.contains("catalogs/operations/lamps.yaml"),
        "{}",
        run.stderr
    );
    assert_eq!(repository.files(), before);
}

#[test]
fn a_document_is_drafted_accepted_and_checked() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    repository.write("catalogs/rest/lamps.yaml", LAMPS);
    repository.write("pages/lamps.json", DOCUMENT);
    let run = repository.run(&["docs", "draft", "--catalog", "lamps", "pages/lamps.json"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let drafted = repository.read("catalogs/rest/lamps.yaml");
    let entry = "\n  - code: 3001\n    name: NO_LAMP\n";
    assert!(drafted.contains(entry), "{drafted}");
    let response =
        "      - status: 404\n        message: No lamp.\n        on:\n          - GET /lamps\n";
    assert!(drafted.contains(response), "{drafted}");
    let operations = repository.read("catalogs/operations/lamps.yaml");
    assert!(operations.contains("product: lamps\noperations:\n  - call: GET /lamps\n"));
    let accept = [
        "docs",
        "accept",
        "--catalog",
        "rest/lamps",
        "pages/lamps.json",
    ];
    assert_eq!(repository.run(&accept).status, 0);
    let run = repository.run(&["docs", "check", "pages"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    repository.write("pages/lamps.json", &DOCUMENT.replace("get", "put"));
    let run = repository.run(&["docs", "check", "pages"]);
    assert_eq!(run.status, 1);
    for finding in [
        "error[operation-added]: PUT /lamps",
        "error[operation-gone]: GET /lamps",
        "error[call-added]: the operation PUT /lamps",
        "error[call-gone]: the operation GET /lamps",
    ] {
        assert!(run.stderr.contains(finding), "{}", run.stderr);
    }
    assert!(
        run.stderr.contains("--> pages/lamps.json:2:"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_row_that_another_catalog_of_the_page_has_is_accounted_for() {
    let second = CATALOG
        .replace("id: demo", "id: second")
        .replace("DemoError", "SecondError")
        .replace("code: 2\n", "code: 3\n")
        .replace("name: SECOND", "name: SECOND_ELSEWHERE");
    let repository = Repository::new(&[("demo.yaml", CATALOG), ("second.yaml", &second)]);
    repository.write(
        "page.md",
        &format!("{PAGE}| 3 | SECOND_ELSEWHERE | Third |\n"),
    );
    let run = repository.run(&ACCEPT);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let run = repository.run(&CHECK);
    assert_eq!(run.status, 0, "{}", run.stderr);
    // What no reader looks at is said.
    assert!(
        run.stderr
            .starts_with("note: not held against the catalogs")
    );
    // Under another constant it is another code.
    repository.write("page.md", &format!("{PAGE}| 3 | OTHER_ONE | Third |\n"));
    assert!(
        repository
            .run(&CHECK)
            .stderr
            .contains("error[code-added]: 3")
    );
    repository.write("page.md", &format!("{PAGE}| 4 | FOURTH_ONE | Fourth |\n"));
    assert!(
        repository
            .run(&CHECK)
            .stderr
            .contains("error[code-added]: 4")
    );
}

#[test]
fn a_row_of_too_many_codes_is_named_by_its_line() {
    let repository = reviewed();
    let codes = "7, ".repeat(100);
    repository.write("page.md", &format!("{PAGE}| {codes} | MANY | Text |\n"));
    for command in [CHECK, ACCEPT, DRAFT] {
        let run = repository.run(&command);
        assert_eq!((run.status, run.stdout.as_str()), (1, ""));
        assert!(
            run.stderr
                .contains("page.md:9: one row lists more than 64 codes"),
            "{}",
            run.stderr
        );
    }
}
