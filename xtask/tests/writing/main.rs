//! What `generate` writes does not depend on where, when and by whom it is run, and a run that is
//! cut short does no harm. `xtask/src/disk/tests.rs` has a fault at each single step.
#![cfg(unix)]

mod read_only;
#[path = "../repository/mod.rs"]
mod repository;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Command, Output};

use repository::{CATALOG, Repository};

const GENERATED: &str = "zoom-errors/src/generated";

/// A second catalog that shares nothing with the first.
fn second() -> String {
    CATALOG
        .replace("id: demo", "id: second")
        .replace("DemoError", "SecondError")
        .replace("Mend the", "Repair the")
}

fn catalogs() -> Vec<(String, String)> {
    let third = second()
        .replace("second", "third")
        .replace("SecondError", "ThirdError")
        .replace("Repair the", "Exchange the");
    [
        ("demo", CATALOG.to_owned()),
        ("second", second()),
        ("third", third),
    ]
    .map(|(name, text)| (format!("{name}.yaml"), text))
    .to_vec()
}

fn repository(catalogs: &[(String, String)]) -> Repository {
    let catalogs: Vec<(&str, &str)> = catalogs
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    Repository::new(&catalogs)
}

/// Every file by its name from the root.
fn files(repository: &Repository) -> BTreeMap<PathBuf, Vec<u8>> {
    let root = repository.path("");
    let files = repository.files().into_iter();
    files
        .map(|(path, bytes)| (path.strip_prefix(&root).unwrap().to_owned(), bytes))
        .collect()
}

/// Runs a line of shell with the program as `$0`.
fn shell(repository: &Repository, line: &str) -> Output {
    Command::new("sh")
        .args(["-c", line, env!("CARGO_BIN_EXE_xtask")])
        .current_dir(repository.path(""))
        .output()
        .unwrap()
}

#[test]
fn the_same_catalogs_give_the_same_bytes_everywhere() {
    let mut catalogs = catalogs();
    let expected = repository(&catalogs);
    assert_eq!(expected.run(&["generate"]).status, 0);
    // Many file systems list in the order of creation, or against it.
    catalogs.reverse();
    for line in [
        "exec \"$0\" generate",
        "umask 0077; exec \"$0\" generate",
        "umask 0; LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 exec \"$0\" generate",
        "LC_ALL=C TZ=Pacific/Kiritimati exec \"$0\" generate",
        "cd zoom-errors/src; exec \"$0\" generate",
        "root=$PWD; cd /; exec \"$0\" --root \"$root\" generate",
        "exec \"$0\" --root . generate",
        "env -i \"$0\" generate",
    ] {
        let repository = repository(&catalogs);
        let output = shell(&repository, line);
        assert!(output.status.success(), "{line}: {output:?}");
        assert_eq!(files(&repository), files(&expected), "{line}");
    }
}

#[test]
fn a_run_killed_in_the_middle_of_a_file_is_mended_by_the_next() {
    let expected = repository(&catalogs());
    assert_eq!(expected.run(&["generate"]).status, 0);

    let repository = repository(&catalogs()[..2]);
    assert_eq!(repository.run(&["generate"]).status, 0);
    let before = files(&repository);
    repository.write("catalogs/third.yaml", &catalogs()[2].1);
    // The system kills a process whose file grows beyond this many half kilobytes.
    let output = shell(
        &repository,
        "ulimit -c 0; ulimit -f 4; exec \"$0\" generate",
    );
    assert!(output.status.signal().is_some(), "{output:?}");
    let mut left: Vec<PathBuf> = Vec::new();
    for (path, bytes) in files(&repository) {
        if path.extension().is_some_and(|ending| ending == "xtask-new") {
            left.push(path);
        } else if !path.ends_with("third.yaml") {
            assert_eq!(Some(&bytes), before.get(&path), "{}", path.display());
        }
    }
    assert_eq!(left.len(), 1, "the file that was being written: {left:?}");

    assert_eq!(repository.run(&["generate"]).status, 0);
    assert_eq!(files(&repository), files(&expected));
}

#[test]
fn a_disk_that_is_full_leaves_everything_as_it_was() {
    let repository = repository(&catalogs());
    assert_eq!(repository.run(&["generate"]).status, 0);
    repository.write(
        "catalogs/demo.yaml",
        &CATALOG.replace("The first", "The very first"),
    );
    let before = files(&repository);
    // With the signal ignored, writing fails as on a full disk.
    let output = shell(
        &repository,
        "trap '' XFSZ; ulimit -f 4; exec \"$0\" generate",
    );
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        stderr.starts_with(&format!("error: {GENERATED}/demo.rs: cannot be changed: ")),
        "{stderr}"
    );
    assert_eq!(files(&repository), before);
}

#[test]
fn files_keep_their_permissions() {
    let repository = repository(&catalogs());
    assert_eq!(repository.run(&["generate"]).status, 0);
    let kept = [
        ("docs/products.md", 0o600),
        (&*format!("{GENERATED}/demo.rs"), 0o664),
        ("catalogs/schema.json", 0o640),
    ];
    for (name, mode) in kept {
        let path = repository.path(name);
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let stale = repository
            .read(name)
            .replace("Demo", "Domo")
            .replace("catalog", "catalogue");
        repository.write(name, &stale);
    }
    let readme = repository
        .read("docs/products.md")
        .replace("| 2 |", "| 3 |");
    repository.write("docs/products.md", &readme);
    let output = shell(&repository, "umask 0027; exec \"$0\" generate");
    assert!(output.status.success(), "{output:?}");
    for (name, mode) in kept {
        let found = fs::metadata(repository.path(name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(found & 0o7777, mode, "{name}");
    }
}
