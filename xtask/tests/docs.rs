//! `cargo xtask docs` as a maintainer runs it when a page has changed.

mod repository;

use std::io::Write;
use std::process::{Command, Stdio};

use repository::{CATALOG, Repository};

const PAGE: &str = "\
# Demo page

## Only section

| Code | Name | Description |
|------|------|-------------|
| 1 | FIRST | The first one broke |
| 2 | SECOND | The second one broke |
";

const CHECK: [&str; 5] = ["docs", "check", "--catalog", "demo", "page.md"];
const ACCEPT: [&str; 5] = ["docs", "accept", "--catalog", "demo", "page.md"];
const DRAFT: [&str; 5] = ["docs", "draft", "--catalog", "demo", "page.md"];

/// A repository whose page was reviewed.
fn reviewed() -> Repository {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    repository.write("page.md", PAGE);
    let run = repository.run(&ACCEPT);
    assert_eq!(run.status, 0, "{}", run.stderr);
    repository
}

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
fn a_draft_is_refused_by_validate_until_a_person_has_written_it() {
    let repository = reviewed();
    repository.write(
        "page.md",
        &format!("{PAGE}| 3 | THIRD | Occurs in demo.start |\n"),
    );
    let run = repository.run(&CHECK);
    assert!(
        run.stderr
            .contains("error[code-added]: 3 THIRD is on the page"),
        "{}",
        run.stderr
    );
    // What has no entry is not noted as reviewed.
    let run = repository.run(&ACCEPT);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr
            .contains("not noted, as the catalog lacks them: 3"),
        "{}",
        run.stderr
    );

    let run = repository.run(&DRAFT);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        run.stdout
            .contains("catalogs/demo.yaml: 3 THIRD: an entry in `only`"),
        "{}",
        run.stdout
    );
    let drafted = repository.read("catalogs/demo.yaml");
    let stub = drafted
        .strip_prefix(CATALOG)
        .expect("the catalog as it was, and more");
    assert!(
        stub.starts_with("\n  - code: 3\n    name: THIRD\n    category: only\n"),
        "{stub}"
    );

    let run = repository.run(&["validate"]);
    assert_eq!(run.status, 1);
    for key in ["kind", "summary", "actor", "retry", "advice", "remediation"] {
        assert!(
            run.stderr.contains(&format!("    {key}:\n")),
            "{key} in {}",
            run.stderr
        );
    }
    // A second draft has nothing to add.
    let run = repository.run(&DRAFT);
    assert_eq!(run.stdout, "catalogs/demo.yaml: nothing to draft\n");

    let written = stub
        .replace("kind:\n", "kind: internal\n")
        .replace("summary:\n", "summary: The third thing is broken.\n")
        .replace("actor:\n", "actor: zoom\n")
        .replace("retry:\n", "retry: after_fix\n")
        .replace("advice:\n", "advice: editorial\n")
        .replace(
            "remediation:\n",
            "remediation:\n      - Mend the third part with yet another tool.\n",
        );
    repository.write("catalogs/demo.yaml", &format!("{CATALOG}{written}"));
    let run = repository.run(&["validate"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let run = repository.run(&CHECK);
    assert!(
        run.stderr.contains("nobody has reviewed 3"),
        "{}",
        run.stderr
    );
    assert_eq!(repository.run(&ACCEPT).status, 0);
    assert_eq!(repository.run(&CHECK).status, 0);
}

#[test]
fn a_rename_ends_in_a_deprecated_name_and_a_new_version() {
    let repository = reviewed();
    repository.write("page.md", &PAGE.replace("FIRST", "FOREMOST"));
    assert_eq!(repository.run(&DRAFT).status, 0);
    assert_eq!(
        repository.read("catalogs/demo.yaml"),
        CATALOG.replace(
            "    name: FIRST\n",
            "    name: FOREMOST\n    renamed_from: [First]\n"
        )
    );
    assert_eq!(repository.run(&["validate"]).status, 0);
    assert_eq!(repository.run(&CHECK).status, 0);
    let run = repository.run(&["generate"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        repository
            .read("zoom-errors/src/generated/demo.rs")
            .contains("pub const First: DemoError")
    );
}

#[test]
fn a_page_cut_off_is_refused_unless_forced() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    repository.write("page.md", PAGE);
    assert_eq!(repository.run(&ACCEPT).status, 0);
    repository.write(
        "page.md",
        &PAGE.replace("| 2 | SECOND | The second one broke |\n", ""),
    );
    let before = repository.files();
    let run = repository.run(&ACCEPT);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("1 of 2 codes are not on the page"),
        "{}",
        run.stderr
    );
    assert_eq!(repository.files(), before);
    let run = repository.run(&["docs", "accept", "--force", "--catalog", "demo", "page.md"]);
    assert!(
        run.stdout.contains("dropped, as the page lacks them: 2"),
        "{}",
        run.stdout
    );
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
    let run = repository.run(&["docs", "check", "--all", "pages"]);
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
    let run = repository.run(&["docs", "check", "--all", "pages"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("error[code-renamed]"), "{}", run.stderr);
    repository.write("pages/a.md", "nothing here");
    assert_eq!(
        repository.run(&["docs", "check", "--all", "pages"]).status,
        1
    );
}

#[test]
fn wrong_usage_says_what_is_right() {
    let repository = reviewed();
    for (arguments, status, says) in [
        (&["docs", "check", "page.md"][..], 2, "--catalog"),
        (&["docs", "check", "--catalog", "demo"], 2, "PAGE"),
        (
            &["docs", "check", "--all", ".", "--catalog", "demo"],
            2,
            "--all",
        ),
        (
            &[
                "docs",
                "check",
                "--catalog",
                "demo",
                "--layout",
                "x",
                "page.md",
            ],
            2,
            "markdown",
        ),
        (
            &[
                "docs",
                "accept",
                "--catalog",
                "demo",
                "--code",
                "x",
                "page.md",
            ],
            2,
            "2XX",
        ),
        (
            &["docs", "check", "--catalog", "dema", "page.md"],
            1,
            "did you mean `demo`?",
        ),
        (
            &[
                "docs",
                "check",
                "--catalog",
                "demo",
                "--source",
                "x",
                "page.md",
            ],
            1,
            "it has `page`",
        ),
        (
            &["docs", "check", "--catalog", "demo", "gone.md"],
            1,
            "gone.md: ",
        ),
        (
            &[
                "docs",
                "accept",
                "--catalog",
                "demo",
                "--code",
                "7",
                "page.md",
            ],
            1,
            "7 is neither",
        ),
    ] {
        let run = repository.run(arguments);
        assert_eq!(run.status, status, "{arguments:?}: {}", run.stderr);
        assert!(run.stderr.contains(says), "{arguments:?}: {}", run.stderr);
    }
    repository.write("catalogs/docs.lock", "<<<<<<< HEAD\n");
    let run = repository.run(&CHECK);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("catalogs/docs.lock:1: "),
        "{}",
        run.stderr
    );
}
