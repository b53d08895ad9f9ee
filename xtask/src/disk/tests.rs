//! Plans carried out on a disk that fails, or stops, at each step in turn.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;

use tempfile::TempDir;

use super::*;

/// What happens at the step that goes wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    /// The step fails; half of what it had to write is written.
    FullDisk,
    /// The step fails and does nothing.
    ReadOnly,
    /// The process ends in the middle of the step: nothing happens any more.
    Killed,
}

/// The file system until step number `at`.
struct Failing {
    fault: Fault,
    at: usize,
    steps: Cell<usize>,
}

impl Failing {
    fn new(fault: Fault, at: usize) -> Self {
        Self {
            fault,
            at,
            steps: Cell::new(0),
        }
    }

    /// Whether the run got as far as the fault.
    fn failed(&self) -> bool {
        self.steps.get() > self.at
    }

    fn step(
        &self,
        whole: impl FnOnce() -> io::Result<()>,
        half: impl FnOnce() -> io::Result<()>,
    ) -> io::Result<()> {
        let step = self.steps.replace(self.steps.get() + 1);
        match step.cmp(&self.at) {
            std::cmp::Ordering::Less => whole(),
            std::cmp::Ordering::Greater if self.fault != Fault::Killed => whole(),
            std::cmp::Ordering::Greater => Err(io::Error::other("the process has ended")),
            std::cmp::Ordering::Equal => match self.fault {
                Fault::FullDisk => half().map(|()| io::ErrorKind::StorageFull),
                Fault::ReadOnly => Ok(io::ErrorKind::PermissionDenied),
                Fault::Killed => half().map(|()| io::ErrorKind::Interrupted),
            }
            .and_then(|kind| Err(kind.into())),
        }
    }
}

impl Disk for Failing {
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let half = &bytes[..bytes.len() / 2];
        self.step(
            || RealDisk.write(path, bytes),
            || RealDisk.write(path, half),
        )
    }

    fn permit(&self, path: &Path, like: &Path) -> io::Result<()> {
        self.step(|| RealDisk.permit(path, like), || Ok(()))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| RealDisk.rename(from, to), || Ok(()))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(|| RealDisk.remove(path), || Ok(()))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.step(|| RealDisk.make_folder(path), || Ok(()))
    }
}

type Files = BTreeMap<String, String>;

/// Every file below a folder, by its name from there.
fn files(root: &Path) -> Files {
    fn walk(root: &Path, folder: &Path, files: &mut Files) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, files);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap();
                files.insert(name.to_owned(), fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut found = Files::new();
    walk(root, root, &mut found);
    found
}

fn named(pairs: &[(&str, &str)]) -> Files {
    let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
    pairs.iter().map(owned).collect()
}

const CHANGED: &str = "src/changed.rs";
const LEFT: &str = "src/.changed.rs.1.xtask-new";

/// A folder with a file to change, one to remove, one to keep, and what a killed run has left.
fn before() -> (TempDir, Files) {
    let folder = TempDir::new().unwrap();
    let files = named(&[
        (CHANGED, "old text\n"),
        ("src/gone.rs", "old text of a product that is gone\n"),
        ("src/same.rs", "same\n"),
        (LEFT, "half of a te"),
    ]);
    fs::create_dir(folder.path().join("src")).unwrap();
    for (name, text) in &files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    (folder, files)
}

/// What shall be there in the end.
fn after() -> Files {
    named(&[
        (CHANGED, "new text, longer than the old\n"),
        ("src/added.rs", "added\n"),
        ("src/deep/down/added.rs", "added too\n"),
        ("src/same.rs", "same\n"),
    ])
}

fn plan(root: &Path) -> Plan {
    let mut plan = Plan::default();
    for (name, text) in after() {
        plan.write(&name, root.join(&name), text).unwrap();
    }
    let gone = root.join("src/gone.rs");
    if let Some(old) = read_if_there(&gone).unwrap() {
        plan.remove("src/gone.rs".to_owned(), gone, old);
    }
    plan
}

#[test]
fn whatever_step_fails_each_file_is_old_or_new_and_the_next_run_mends_the_rest() {
    for fault in [Fault::FullDisk, Fault::ReadOnly, Fault::Killed] {
        let mut at = 0;
        loop {
            let (folder, old) = before();
            let disk = Failing::new(fault, at);
            let outcome = plan(folder.path()).apply(&disk);
            let case = format!("{fault:?} at step {at}");
            let new = after();
            for (name, text) in files(folder.path()) {
                if name.ends_with(TEMPORARY) {
                    assert!(
                        fault == Fault::Killed || name == LEFT,
                        "{case} left {name} behind"
                    );
                } else {
                    let whole = [old.get(&name), new.get(&name)].contains(&Some(&text));
                    assert!(whole, "{case} left {name} with {text:?}");
                }
            }
            for name in ["src/same.rs", CHANGED] {
                assert!(folder.path().join(name).exists(), "{case} lost {name}");
            }

            plan(folder.path()).apply(&RealDisk).unwrap();
            assert_eq!(files(folder.path()), new, "after {case}");
            if !disk.failed() {
                outcome.unwrap();
                break;
            }
            at += 1;
        }
        // Sweep, three writes, one permission, a folder, three renames, one removal.
        assert_eq!(at, 10, "steps of a run that meets {fault:?}");
    }
}

#[test]
fn a_failure_names_the_file_and_says_that_the_command_can_be_run_again() {
    let (folder, _) = before();
    let disk = Failing::new(Fault::FullDisk, 1);
    let message = plan(folder.path()).apply(&disk).unwrap_err();
    assert!(
        message.starts_with("src/added.rs: cannot be changed: "),
        "{message}"
    );
    assert!(
        message.ends_with("run the command again once that is mended"),
        "{message}"
    );
}

#[test]
fn a_disk_that_is_full_before_the_first_rename_changes_nothing() {
    let (folder, mut old) = before();
    old.remove(LEFT);
    // The last of the three writes.
    let disk = Failing::new(Fault::FullDisk, 5);
    plan(folder.path()).apply(&disk).unwrap_err();
    assert_eq!(files(folder.path()), old);
}

#[test]
fn a_plan_without_changes_still_sweeps() {
    let (folder, _) = before();
    let mut plan = Plan::default();
    let same = folder.path().join("src/same.rs");
    plan.write("src/same.rs", same, "same\n".to_owned())
        .unwrap();
    assert!(plan.is_empty());
    plan.apply(&RealDisk).unwrap();
    assert!(!folder.path().join(LEFT).exists());
}

#[test]
fn what_is_no_file_is_refused_before_anything_is_written() {
    let folder = TempDir::new().unwrap();
    let mut plan = Plan::default();
    let refused = plan.write("here", folder.path().to_owned(), "text".to_owned());
    assert_eq!(refused.unwrap_err(), "here: it is not a regular file");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn a_file_keeps_its_permissions() {
        let (folder, _) = before();
        let path = folder.path().join(CHANGED);
        for kept in [0o640, 0o755, 0o600] {
            fs::write(&path, "old").unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(kept)).unwrap();
            plan(folder.path()).apply(&RealDisk).unwrap();
            assert_eq!(mode(&path), kept);
        }
    }

    #[test]
    fn a_link_stays_a_link_and_the_file_behind_it_changes() {
        let (folder, _) = before();
        let behind = folder.path().join("behind.rs");
        let link = folder.path().join(CHANGED);
        fs::rename(&link, &behind).unwrap();
        symlink("../behind.rs", &link).unwrap();
        plan(folder.path()).apply(&RealDisk).unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&behind).unwrap(), after()[CHANGED]);
    }

    #[test]
    fn a_link_planted_under_the_temporary_name_is_not_followed() {
        let (folder, _) = before();
        let victim = folder.path().join("victim");
        fs::write(&victim, "mine").unwrap();
        let planted = temporary(&folder.path().join(CHANGED));
        symlink(&victim, &planted).unwrap();
        RealDisk.write(&planted, b"text").unwrap_err();
        assert_eq!(fs::read_to_string(&victim).unwrap(), "mine");
    }
}

#[test]
fn runs_at_the_same_time_wait_for_each_other() {
    let folder = TempDir::new().unwrap();
    let path = |number: usize| folder.path().join(format!("f{number}.rs"));
    for round in 0..20 {
        let write = |text: String| {
            let mut plan = Plan::default();
            for number in 0..10 {
                plan.write(&format!("f{number}.rs"), path(number), text.clone())?;
            }
            plan.apply(&RealDisk)
        };
        let outcomes = std::thread::scope(|scope| {
            let runs: Vec<_> = (0..2)
                .map(|_| scope.spawn(|| write(format!("// {round}\n"))))
                .collect();
            runs.into_iter()
                .map(|run| run.join().unwrap())
                .collect::<Vec<_>>()
        });
        assert_eq!(outcomes, [Ok(()), Ok(())]);
        assert_eq!(
            fs::read_to_string(path(9)).unwrap(),
            format!("// {round}\n")
        );
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 10);
    }
}
