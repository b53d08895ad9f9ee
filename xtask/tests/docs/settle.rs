//! What `docs draft` and `docs accept` write, and what they refuse.

use crate::repository::{CATALOG, Repository};
use crate::{ACCEPT, CHECK, DRAFT, PAGE, reviewed};

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
        run.stdout
            .contains("dropped, as the page or the catalog lacks them: 2"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_draft_keeps_a_byte_order_mark_and_windows_line_ends() {
    let repository = reviewed();
    let catalog = format!("\u{feff}{}", CATALOG.replace('\n', "\r\n"));
    repository.write("catalogs/demo.yaml", &catalog);
    repository.write("page.md", &format!("{PAGE}| 3 | THIRD_ONE | The third |\n"));
    let run = repository.run(&DRAFT);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let drafted = repository.read("catalogs/demo.yaml");
    assert!(drafted.starts_with('\u{feff}') && !drafted[3..].contains('\u{feff}'));
    assert!(
        drafted.contains("  - code: 3\r\n    name: THIRD_ONE\r\n"),
        "{drafted}"
    );
    assert!(!drafted.replace("\r\n", "").contains('\n'));
}

#[test]
fn lines_of_what_is_no_more_leave_the_lock() {
    let repository = reviewed();
    let lock = repository.read("catalogs/docs.lock");
    let line = |start: &str| format!("{start} 7 0123456789ab - - -\n");
    let (entry, source, catalog) = (line("demo page"), line("demo other"), line("former page"));
    let stale = format!("{lock}{source}{entry}{catalog}");
    repository.write("catalogs/docs.lock", &stale);
    // A catalog that cannot be read may be any of them.
    repository.write("catalogs/broken.yaml", "product: [\n");
    assert_eq!(repository.run(&ACCEPT).status, 0);
    let kept = repository.read("catalogs/docs.lock");
    assert!(kept.contains(&catalog) && !kept.contains(&entry) && !kept.contains(&source));
    std::fs::remove_file(repository.path("catalogs/broken.yaml")).unwrap();
    assert_eq!(repository.run(&ACCEPT).status, 0);
    assert_eq!(repository.read("catalogs/docs.lock"), lock);
}
