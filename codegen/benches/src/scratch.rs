//! Crates in a temporary folder, built from nothing.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use tempfile::TempDir;

use crate::Outcome;

/// The best of this many counts, so that what else the machine does counts less.
const TRIES: usize = 2;

/// A crate that is there only to be built.
pub(crate) struct Scratch {
    folder: TempDir,
}

impl Scratch {
    /// A crate with these `[dependencies]` and further tables, and this `src/lib.rs`.
    pub(crate) fn new(name: &str, manifest: &str, lib: &str) -> Outcome<Scratch> {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("src"))?;
        let head = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n"
        );
        fs::write(folder.path().join("Cargo.toml"), head + manifest)?;
        fs::write(folder.path().join("src/lib.rs"), lib)?;
        Ok(Scratch { folder })
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Seconds of a `cargo build` with an empty target folder. Downloads do not count.
    pub(crate) fn cold_build(&self) -> Outcome<f64> {
        self.cargo(&["fetch"])?;
        let mut best = f64::MAX;
        for _ in 0..TRIES {
            let target = self.path().join("target");
            if target.exists() {
                fs::remove_dir_all(&target)?;
            }
            let start = Instant::now();
            self.cargo(&["build"])?;
            best = best.min(start.elapsed().as_secs_f64());
        }
        Ok(best)
    }

    fn cargo(&self, arguments: &[&str]) -> Outcome {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(arguments)
            .arg("--quiet")
            .current_dir(self.path())
            .env("CARGO_TARGET_DIR", self.path().join("target"))
            // A cache of compiled crates would make every build a warm one.
            .env("RUSTC_WRAPPER", "")
            .stdout(Stdio::null())
            .output()?;
        if output.status.success() {
            return Ok(());
        }
        Err(String::from_utf8_lossy(&output.stderr).into())
    }
}
