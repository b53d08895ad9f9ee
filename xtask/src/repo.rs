//! The repository on disk.

use std::path::{Path, PathBuf};

/// The root of the repository; all other paths are relative to it.
pub(crate) struct Repo {
    root: PathBuf,
}

impl Repo {
    /// The folder given, or the nearest one upwards that has `catalogs` and a `Cargo.toml`.
    pub(crate) fn find(root: Option<PathBuf>) -> Result<Self, String> {
        if let Some(root) = root {
            return Ok(Self { root });
        }
        let here = std::env::current_dir()
            .map_err(|error| format!("the current folder cannot be told: {error}"))?;
        here.ancestors()
            .find(|folder| folder.join("catalogs").is_dir() && folder.join("Cargo.toml").is_file())
            .map(|root| Self {
                root: root.to_owned(),
            })
            .ok_or_else(|| {
                "no repository here: neither this folder nor one above it has `catalogs` and \
                 `Cargo.toml`; change into it, or name it with `--root`"
                    .to_owned()
            })
    }

    /// A path below the root, given with `/`.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(Path::new(relative))
    }
}
