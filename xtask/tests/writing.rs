//! What `generate` writes does not depend on where, when and by whom it is run, and a run that is
//! cut short does no harm. `xtask/src/disk/tests.rs` has a fault at each single step.
#![cfg(unix)]

mod repository;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

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
        ("README.md", 0o600),
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
    let readme = repository.read("README.md").replace("| 2 |", "| 3 |");
    repository.write("README.md", &readme);
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

/// Whoever runs the test: permissions stop everybody but root, so root becomes nobody.
struct ReadOnly {
    repository: Repository,
    program: PathBuf,
}

const NOBODY: u32 = 65534;

impl ReadOnly {
    fn new(repository: Repository) -> Self {
        // The build's folder may be closed to others.
        let program = repository.path("program");
        fs::copy(env!("CARGO_BIN_EXE_xtask"), &program).unwrap();
        let read_only = Self {
            repository,
            program,
        };
        read_only.permit(0o555, 0o444);
        read_only
    }

    fn permit(&self, folders: u32, files: u32) {
        fn walk(path: &Path, folders: u32, files: u32) {
            if path.is_dir() {
                fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
                for entry in fs::read_dir(path).unwrap() {
                    walk(&entry.unwrap().path(), folders, files);
                }
            }
            let mode = if path.is_dir() { folders } else { files };
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        }
        walk(&self.repository.path(""), folders, files);
        fs::set_permissions(&self.program, fs::Permissions::from_mode(0o555)).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(&self.program);
        command
            .args(arguments)
            .current_dir(self.repository.path(""));
        // What we have made is ours.
        if fs::metadata(&self.program).unwrap().uid() == 0 {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.output().unwrap()
    }

    /// Every file and folder with the time of its last change.
    fn times(&self) -> BTreeMap<PathBuf, SystemTime> {
        fn walk(path: &Path, times: &mut BTreeMap<PathBuf, SystemTime>) {
            times.insert(
                path.to_owned(),
                fs::metadata(path).unwrap().modified().unwrap(),
            );
            if path.is_dir() {
                for entry in fs::read_dir(path).unwrap() {
                    walk(&entry.unwrap().path(), times);
                }
            }
        }
        let mut times = BTreeMap::new();
        walk(&self.repository.path(""), &mut times);
        times
    }
}

impl Drop for ReadOnly {
    fn drop(&mut self) {
        // Else the temporary folder could not be removed.
        self.permit(0o755, 0o644);
    }
}

#[test]
fn check_works_on_a_read_only_checkout() {
    let repository = repository(&catalogs());
    assert_eq!(repository.run(&["generate"]).status, 0);
    let fresh = ReadOnly::new(repository);
    let output = fresh.run(&["generate", "--check"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let output = fresh.run(&["validate"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn check_touches_nothing_where_it_could() {
    let repository = repository(&catalogs());
    assert_eq!(repository.run(&["generate"]).status, 0);
    let left = format!("{GENERATED}/.demo.rs.1.xtask-new");
    repository.write(&left, "of a run that was killed");
    repository.write(
        &format!("{GENERATED}/demo.rs"),
        "// Generated by `cargo xtask generate`\n",
    );
    let open = ReadOnly::new(repository);
    open.permit(0o777, 0o666);
    let before = (open.times(), open.repository.files());
    let output = open.run(&["generate", "--check"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!((open.times(), open.repository.files()) == before);
}

#[test]
fn a_read_only_checkout_is_told_and_left_as_it_is() {
    let repository = repository(&catalogs());
    assert_eq!(repository.run(&["generate"]).status, 0);
    repository.write(
        "catalogs/demo.yaml",
        &CATALOG.replace("The first", "The very first"),
    );
    let before = files(&repository);
    let stale = ReadOnly::new(repository);
    let output = stale.run(&["generate", "--check"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let output = stale.run(&["generate"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(
        stderr.contains("cannot be changed: Permission denied"),
        "{stderr}"
    );
    let mut after = files(&stale.repository);
    after.remove(Path::new("program"));
    assert_eq!(after, before);

    stale.permit(0o777, 0o666);
    let output = stale.run(&["generate"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(stale.run(&["generate", "--check"]).status.code(), Some(0));
}
