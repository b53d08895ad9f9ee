//! `cargo xtask generate` as a maintainer runs it, on repositories in temporary folders.

mod repository;

use std::fs;

use repository::{CATALOG, Repository, root};

#[test]
fn the_checked_in_files_are_what_the_catalogs_give() {
    let check = Repository::at(root()).run(&["generate", "--check"]);
    assert_eq!(check.status, 0, "{}{}", check.stdout, check.stderr);
}

#[test]
fn adding_a_catalog_adds_a_product_and_removing_it_removes_the_product() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    assert_eq!(repository.run(&["generate"]).status, 0);
    assert!(
        repository
            .read("zoom-errors/src/generated/mod.rs")
            .contains("pub mod demo;")
    );

    let other = CATALOG
        .replace("id: demo", "id: second")
        .replace("DemoError", "SecondError");
    repository.write("catalogs/second.yaml", &other);
    // The steps would be shared between the two products.
    let other = other
        .replace("Mend the first", "Repair the first")
        .replace("Mend the second", "Repair the second");
    repository.write("catalogs/second.yaml", &other);
    let run = repository.run(&["generate"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        repository
            .read("zoom-errors/src/generated/second.rs")
            .contains("pub enum SecondError")
    );

    fs::remove_file(repository.path("catalogs/second.yaml")).unwrap();
    assert_eq!(repository.run(&["generate"]).status, 0);
    assert!(
        !repository
            .path("zoom-errors/src/generated/second.rs")
            .exists()
    );
    assert!(
        !repository
            .read("zoom-errors/src/generated/mod.rs")
            .contains("pub mod second")
    );
}

#[test]
fn only_files_that_say_they_are_generated_are_removed_or_overwritten() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    assert_eq!(repository.run(&["generate"]).status, 0);
    repository.write("zoom-errors/src/generated/notes.rs", "// mine\n");
    assert_eq!(repository.run(&["generate"]).status, 0);
    assert_eq!(
        repository.read("zoom-errors/src/generated/notes.rs"),
        "// mine\n"
    );

    repository.write("zoom-errors/src/generated/demo.rs", "// mine too\n");
    let run = repository.run(&["generate"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("written by hand"), "{}", run.stderr);
    assert_eq!(
        repository.read("zoom-errors/src/generated/demo.rs"),
        "// mine too\n"
    );
}

#[test]
fn check_shows_what_is_stale_as_a_diff_and_writes_nothing() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    assert_eq!(repository.run(&["generate"]).status, 0);
    assert_eq!(repository.run(&["generate", "--check"]).status, 0);

    let file = "zoom-errors/src/generated/demo.rs";
    let stale = repository
        .read(file)
        .replace("The first thing is broken.", "Something else.");
    repository.write(file, &stale);
    let check = repository.run(&["generate", "--check"]);
    assert_eq!(check.status, 1);
    assert!(
        check
            .stdout
            .contains(&format!("--- a/{file}\n+++ b/{file}\n")),
        "{}",
        check.stdout
    );
    assert!(
        check
            .stdout
            .lines()
            .any(|line| line.starts_with('-') && line.contains("Something else."))
    );
    assert!(
        check
            .stderr
            .contains("1 file stale; run `cargo xtask generate`"),
        "{}",
        check.stderr
    );
    assert_eq!(repository.read(file), stale);
}

#[test]
fn two_runs_give_the_same_bytes_and_the_second_changes_nothing() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    assert_eq!(repository.run(&["generate"]).status, 0);
    let first = repository.files();
    let second = repository.run_in("zoom-errors/src", &["generate"]);
    assert!(
        second.stdout.ends_with("0 files changed\n"),
        "{}",
        second.stdout
    );
    assert_eq!(repository.files(), first);
}

#[test]
fn with_a_problem_in_any_catalog_nothing_is_written() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    repository.write("catalogs/broken.yaml", "product: [\n");
    let before = repository.files();
    let run = repository.run(&["generate"]);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("--> catalogs/broken.yaml:"),
        "{}",
        run.stderr
    );
    assert_eq!(repository.files(), before);
}

#[test]
fn variants_with_names_from_the_prelude_compile() {
    let names = [
        "ERROR", "CATEGORY", "OK", "NONE", "ERR", "SOME", "OPTION", "RESULT", "STRING", "KIND",
        "SELF_", "ALL",
    ];
    let mut catalog = CATALOG.split("errors:").next().unwrap().to_owned();
    catalog.push_str("errors:\n");
    for (code, name) in names.iter().enumerate() {
        catalog.push_str(&format!(
            "  - code: {code}\n    name: {name}\n    category: only\n    kind: internal\n    \
             summary: The thing numbered {code} is broken.\n    actor: zoom\n    retry: after_fix\n    \
             advice: editorial\n    remediation:\n      - Mend the part with the number {code} in the workshop.\n"
        ));
    }
    // `Self` is no variant whatever the case.
    let repository = Repository::new(&[("demo.yaml", &catalog)]);
    let run = repository.run(&["generate"]);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("error[reserved-name]"),
        "{}",
        run.stderr
    );
    let catalog = catalog.replace("name: SELF_\n", "name: SELF_\n    variant: Myself\n");
    repository.write("catalogs/demo.yaml", &catalog);
    let run = repository.run(&["generate"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    repository.compiles();
}
