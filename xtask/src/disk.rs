//! The one place that changes files: a plan is made in full, shown or carried out.
//!
//! All new files are written beside their targets before the first is renamed, so that at any
//! moment each file is wholly old or wholly new; a run that was cut short is mended by the next.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use similar::TextDiff;

mod read;
#[cfg(test)]
mod tests;

use read::bytes_if_there;
pub(crate) use read::read_if_there;

/// How temporary files end: they begin with a dot and lie beside their target. No source is called
/// so, and git ignores them.
const TEMPORARY: &str = ".xtask-new";

/// What a plan does to files. Tests put one in its place that fails at a chosen step.
pub(crate) trait Disk {
    /// Writes a file that must not exist yet, through to the disk.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Gives a file the permissions of another.
    fn permit(&self, path: &Path, like: &Path) -> io::Result<()>;
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
        let mut file = std::fs::File::create_new(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn permit(&self, path: &Path, like: &Path) -> io::Result<()> {
        std::fs::set_permissions(path, std::fs::metadata(like)?.permissions())
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
    old: Option<Vec<u8>>,
    /// Nothing if the file has to go.
    new: Option<Vec<u8>>,
}

impl Change {
    fn failed(&self, error: &io::Error) -> String {
        format!(
            "{}: cannot be changed: {error}; run the command again once that is mended",
            self.shown
        )
    }
}

/// Changes that are all known before the first is made.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    changes: Vec<Change>,
    /// The folders of all files looked at, changed or not.
    folders: BTreeSet<PathBuf>,
}

/// A new file under its temporary name.
struct Staged<'a> {
    change: &'a Change,
    temporary: PathBuf,
    target: PathBuf,
}

impl Plan {
    /// The file shall have this content. Reads the file once; no change is noted if it has it.
    pub(crate) fn write(
        &mut self,
        shown: &str,
        path: PathBuf,
        new: impl Into<Vec<u8>>,
    ) -> Result<(), String> {
        let old = bytes_if_there(&path).map_err(|error| format!("{shown}: {error}"))?;
        self.change(shown, path, old, new.into());
        Ok(())
    }

    /// The file, whose text is known, shall have another one.
    pub(crate) fn replace(&mut self, shown: &str, path: PathBuf, old: Option<String>, new: String) {
        self.change(shown, path, old.map(String::into_bytes), new.into_bytes());
    }

    fn change(&mut self, shown: &str, path: PathBuf, old: Option<Vec<u8>>, new: Vec<u8>) {
        self.folders.extend(path.parent().map(Path::to_owned));
        if old.as_ref() != Some(&new) {
            self.changes.push(Change {
                shown: shown.to_owned(),
                path,
                old,
                new: Some(new),
            });
        }
    }

    /// The file shall go.
    pub(crate) fn remove(&mut self, shown: String, path: PathBuf, old: String) {
        self.folders.extend(path.parent().map(Path::to_owned));
        self.changes.push(Change {
            shown,
            path,
            old: Some(old.into_bytes()),
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
            let old = String::from_utf8_lossy(change.old.as_deref().unwrap_or_default());
            let new = String::from_utf8_lossy(change.new.as_deref().unwrap_or_default());
            let name = |prefix: &str, there: bool| match there {
                true => format!("{prefix}/{}", change.shown),
                false => "/dev/null".to_owned(),
            };
            let diff = TextDiff::from_lines(&*old, &*new);
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
    ///
    /// Runs at the same time wait for each other: what looks like the leftovers of one that was cut
    /// short may be what another is about to rename.
    pub(crate) fn apply(&self, disk: &dyn Disk) -> Result<(), String> {
        let alone: Vec<File> = locked(&self.folders);
        for left in self.folders.iter().flat_map(|folder| leftovers(folder)) {
            // It is only tidier without.
            let _ = disk.remove(&left);
        }
        let mut staged = Vec::new();
        let outcome = self.carry_out(disk, &mut staged);
        if outcome.is_err() {
            for Staged { temporary, .. } in &staged {
                // Those that were renamed are no longer there.
                let _ = disk.remove(temporary);
            }
        }
        drop(alone);
        outcome
    }

    fn carry_out<'a>(
        &'a self,
        disk: &dyn Disk,
        staged: &mut Vec<Staged<'a>>,
    ) -> Result<(), String> {
        for change in &self.changes {
            let Some(new) = &change.new else { continue };
            let target = behind_links(&change.path);
            let temporary = temporary(&target);
            staged.push(Staged {
                change,
                temporary: temporary.clone(),
                target: target.clone(),
            });
            stage(disk, &temporary, &target, change.old.is_some(), new)
                .map_err(|error| change.failed(&error))?;
        }
        for Staged {
            change,
            temporary,
            target,
        } in staged
        {
            disk.rename(temporary, target)
                .map_err(|error| change.failed(&error))?;
        }
        for change in self.changes.iter().filter(|change| change.new.is_none()) {
            match disk.remove(&change.path) {
                // Another run was faster.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                removed => removed.map_err(|error| change.failed(&error))?,
            }
        }
        Ok(())
    }
}

/// Waits until no other run changes files of some folders, or of the nearest ones above that are
/// there; the locks go with the values. Where folders cannot be locked, runs are not kept apart.
fn locked(folders: &BTreeSet<PathBuf>) -> Vec<File> {
    let there = |folder: &PathBuf| {
        let there = folder.ancestors().find(|folder| folder.is_dir())?;
        there.canonicalize().ok()
    };
    // Each once and in one order, so that no two runs wait for each other.
    let folders: BTreeSet<PathBuf> = folders.iter().filter_map(there).collect();
    let lock = |folder: PathBuf| {
        let folder = File::open(folder).ok()?;
        folder.lock().ok().map(|()| folder)
    };
    folders.into_iter().filter_map(lock).collect()
}

/// Writes a new file under its temporary name, ready to take its target's place.
fn stage(
    disk: &dyn Disk,
    temporary: &Path,
    target: &Path,
    exists: bool,
    content: &[u8],
) -> io::Result<()> {
    if let Some(folder) = target.parent().filter(|folder| !folder.exists()) {
        disk.make_folder(folder)?;
    }
    disk.write(temporary, content)?;
    if exists {
        disk.permit(temporary, target)?;
    }
    Ok(())
}

/// The file that is meant where a link stands, so that the link stays one.
fn behind_links(path: &Path) -> PathBuf {
    match path.is_symlink() {
        true => path.canonicalize().unwrap_or_else(|_| path.to_owned()),
        false => path.to_owned(),
    }
}

/// A name beside the target that no other running process takes.
fn temporary(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{}{TEMPORARY}", std::process::id()))
}

/// What runs that were cut short have left in a folder.
fn leftovers(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut left: Vec<PathBuf> = paths
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with('.') && name.ends_with(TEMPORARY)
        })
        .collect();
    left.sort();
    left
}
