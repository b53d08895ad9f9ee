//! The one place that changes files: a plan is made in full, shown or carried out.
//!
//! Each file is written beside its target and renamed, so that at any moment it is wholly old or
//! wholly new; a run that was cut short is mended by the next one.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use similar::TextDiff;

/// What temporary files are called: hidden, beside their target, never mistaken for a source.
const TEMPORARY: &str = ".xtask-new";

/// What a plan does to files. Tests put one in its place that fails at a chosen step.
pub(crate) trait Disk {
    /// Writes a file that does not matter yet, through to the disk.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Puts a file in the place of another.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Makes a folder and those above it.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
}

/// The file system.
pub(crate) struct RealDisk;

impl Disk for RealDisk {
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = std::fs::File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        std::fs::create_dir_all(path)
    }
}

/// One file that is not as it should be.
#[derive(Debug)]
struct Change {
    /// The name for people, from the root of the repository.
    shown: String,
    path: PathBuf,
    old: Option<String>,
    /// Nothing if the file has to go.
    new: Option<String>,
}

/// Changes that are all known before the first is made.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    changes: Vec<Change>,
}

impl Plan {
    /// The file shall have this text. Reads the file once; no change is noted if it has it.
    pub(crate) fn write(&mut self, shown: &str, path: PathBuf, new: String) -> Result<(), String> {
        let old = read_if_there(&path).map_err(|error| format!("{shown}: {error}"))?;
        if old.as_deref() != Some(new.as_str()) {
            self.changes.push(Change {
                shown: shown.to_owned(),
                path,
                old,
                new: Some(new),
            });
        }
        Ok(())
    }

    /// The file shall go.
    pub(crate) fn remove(&mut self, shown: String, path: PathBuf, old: String) {
        self.changes.push(Change {
            shown,
            path,
            old: Some(old),
            new: None,
        });
    }

    /// Whether everything is as it should be.
    pub(crate) fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// How many files differ.
    pub(crate) fn len(&self) -> usize {
        self.changes.len()
    }

    /// The changes as one unified diff.
    pub(crate) fn diff(&self) -> String {
        let mut text = String::new();
        for change in &self.changes {
            let old = change.old.as_deref().unwrap_or("");
            let new = change.new.as_deref().unwrap_or("");
            let name = |prefix: &str, there: bool| match there {
                true => format!("{prefix}/{}", change.shown),
                false => "/dev/null".to_owned(),
            };
            let diff = TextDiff::from_lines(old, new);
            text.push_str(
                &diff
                    .unified_diff()
                    .header(
                        &name("a", change.old.is_some()),
                        &name("b", change.new.is_some()),
                    )
                    .to_string(),
            );
        }
        text
    }

    /// Makes the changes. Whatever fails, each file is wholly old or wholly new.
    pub(crate) fn apply(&self, disk: &dyn Disk) -> Result<(), String> {
        for change in &self.changes {
            let outcome = match &change.new {
                Some(new) => replace(disk, &change.path, new),
                None => disk.remove(&change.path),
            };
            outcome.map_err(|error| {
                format!(
                    "{}: cannot be changed: {error}; run the command again once that is mended",
                    change.shown
                )
            })?;
        }
        Ok(())
    }
}

fn replace(disk: &dyn Disk, path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = path.with_file_name(format!(".{name}{TEMPORARY}"));
    if let Some(folder) = path.parent() {
        disk.make_folder(folder)?;
    }
    let outcome = disk
        .write(&temporary, text.as_bytes())
        .and_then(|()| disk.rename(&temporary, path));
    if outcome.is_err() {
        // What is left behind is overwritten by the next run; it is only tidier without.
        let _ = disk.remove(&temporary);
    }
    outcome
}

/// The text of a file, nothing if it does not exist.
pub(crate) fn read_if_there(path: &Path) -> io::Result<Option<String>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
