//! `cargo xtask semver` on small repositories with a history.

mod repository;

use std::process::Command;

use repository::{CATALOG, Repository};

/// Runs git in a repository, as nobody in particular.
fn git(repository: &Repository, arguments: &[&str]) {
    let output = Command::new("git")
        .args([
            "-c",
            "user.name=Nobody",
            "-c",
            "user.email=nobody@example.com",
        ])
        .args([
            "-c",
            "commit.gpgsign=false",
            "-c",
            "init.defaultBranch=main",
        ])
        .args(arguments)
        .current_dir(repository.path(""))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {said}");
}

fn version(repository: &Repository, version: &str) {
    let manifest = format!("[workspace]\n\n[workspace.package]\nversion = \"{version}\"\n");
    repository.write("Cargo.toml", &manifest);
}

/// Operations stand in a folder of their own, at a base as well.
const OPERATIONS: &str =
    "product: demo\noperations:\n  - call: GET /lamps\n    id: listLamps\n    limit: light\n";

/// A repository that was released once as 0.1.0.
fn released() -> Repository {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    repository.write("catalogs/operations/demo.yaml", OPERATIONS);
    version(&repository, "0.1.0");
    git(&repository, &["init", "--quiet"]);
    git(&repository, &["add", "--all"]);
    git(&repository, &["commit", "--quiet", "--message", "Release"]);
    git(&repository, &["tag", "v0.1.0"]);
    repository
}

fn add_code(repository: &Repository) {
    let third = CATALOG.split("  - code: 2").nth(1).unwrap();
    let third = third.replace("SECOND", "THIRD").replace("second", "third");
    let third = third.replace("another tool", "yet another tool");
    repository.write(
        "catalogs/demo.yaml",
        &format!("{CATALOG}\n  - code: 3{third}"),
    );
}

#[test]
fn an_unchanged_catalog_asks_for_nothing() {
    let repository = released();
    let run = repository.run(&["semver", "--base", "v0.1.0"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(
        run.stdout,
        "the catalogs say the same as in 0.1.0\nCargo.toml has 0.1.0: high enough\n"
    );
}

#[test]
fn a_new_code_asks_for_a_minor_version_and_drafts_the_changelog() {
    let repository = released();
    add_code(&repository);
    let run = repository.run(&["semver", "--base", "v0.1.0"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(
        run.stdout
            .contains("demo\n  breaking  added       3 `Third`\n"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("Cargo.toml has 0.1.0: too low"),
        "{}",
        run.stdout
    );
    let draft = "## [0.2.0]\n\n### Added\n\n- Demo product: 3 `Third`.\n";
    assert!(run.stdout.ends_with(draft), "{}", run.stdout);
    version(&repository, "0.1.1");
    assert_eq!(repository.run(&["semver", "--base", "v0.1.0"]).status, 1);
    version(&repository, "0.2.0");
    let run = repository.run(&["semver", "--base", "HEAD"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
}

#[test]
fn a_text_asks_for_a_patch() {
    let repository = released();
    repository.write(
        "catalogs/demo.yaml",
        &CATALOG.replace("The first thing is broken.", "The first thing broke."),
    );
    let run = repository.run(&["semver", "--base", "v0.1.0"]);
    assert_eq!(run.status, 1);
    assert!(
        run.stdout.contains("the version must be 0.1.1 or higher"),
        "{}",
        run.stdout
    );
    version(&repository, "0.1.1");
    assert_eq!(repository.run(&["semver", "--base", "v0.1.0"]).status, 0);
}

#[test]
fn another_checkout_is_a_base_too() {
    let (base, repository) = (released(), released());
    add_code(&repository);
    let folder = base.path("");
    let run = repository.run(&["semver", "--base", folder.to_str().unwrap()]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(
        run.stdout.contains("added       3 `Third`"),
        "{}",
        run.stdout
    );
}

#[test]
fn what_is_no_base_is_told() {
    let repository = released();
    for base in ["v9", "--help", "HEAD:catalogs", ""] {
        let run = repository.run(&["semver", &format!("--base={base}")]);
        assert_eq!(run.status, 1, "{base}: {}", run.stdout);
        assert!(
            run.stderr
                .contains("is neither a folder nor a git revision"),
            "{}",
            run.stderr
        );
    }
    let run = repository.run(&["semver"]);
    assert_eq!(run.status, 2);
    // A folder without a version, and a base whose catalogs are broken.
    let none = Repository::new(&[("demo.yaml", CATALOG)]);
    let run = repository.run(&["semver", "--base", none.path("").to_str().unwrap()]);
    assert!(run.stderr.contains("states a version"), "{}", run.stderr);
    let broken = Repository::new(&[("demo.yaml", "product: [\n")]);
    version(&broken, "0.1.0");
    let run = repository.run(&["semver", "--base", broken.path("").to_str().unwrap()]);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("not the present ones"),
        "{}",
        run.stderr
    );
}
