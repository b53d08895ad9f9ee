//! A repository in a temporary folder, and the program run on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

#[allow(dead_code, reason = "each test program uses a part")]
#[path = "../../../codegen/tests/catalog/mod.rs"]
mod catalog;

#[allow(unused_imports, reason = "each test program uses a part")]
pub(crate) use catalog::CATALOG;

/// The root of the real repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A repository and, if it is a temporary one, the folder to remove in the end.
pub(crate) struct Repository {
    root: PathBuf,
    _folder: Option<TempDir>,
}

/// How a run ended.
#[allow(dead_code, reason = "each test program uses a part")]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

#[allow(dead_code, reason = "each test program uses a part")]
impl Repository {
    pub(crate) fn at(root: PathBuf) -> Self {
        Self {
            root,
            _folder: None,
        }
    }

    /// A new repository with these catalogs and nothing generated.
    pub(crate) fn new(catalogs: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        let repository = Self {
            root: folder.path().to_owned(),
            _folder: Some(folder),
        };
        repository.write("Cargo.toml", "[workspace]\n");
        repository.write(
            "docs/products.md",
            "# Demo\n\n<!-- products: made by `cargo xtask generate` -->\n<!-- end of products -->\n",
        );
        fs::create_dir_all(repository.path("zoom-errors/src")).unwrap();
        fs::create_dir_all(repository.path("catalogs")).unwrap();
        for (name, text) in catalogs {
            repository.write(&format!("catalogs/{name}"), text);
        }
        repository
    }

    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    pub(crate) fn read(&self, relative: &str) -> String {
        fs::read_to_string(self.path(relative)).unwrap()
    }

    pub(crate) fn write(&self, relative: &str, text: &str) {
        fs::create_dir_all(self.path(relative).parent().unwrap()).unwrap();
        fs::write(self.path(relative), text).unwrap();
    }

    /// Every file with its content.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        fn walk(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, files);
                } else {
                    files.insert(path.clone(), fs::read(path).unwrap());
                }
            }
        }
        let mut files = BTreeMap::new();
        walk(&self.root, &mut files);
        files
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_in("", arguments)
    }

    /// Runs the program in a folder of the repository.
    pub(crate) fn run_in(&self, folder: &str, arguments: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(arguments)
            .current_dir(self.path(folder))
            .output()
            .unwrap();
        Run {
            status: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs the program with a terminal for its messages, and gives what the terminal receives.
    #[cfg(unix)]
    pub(crate) fn run_on_a_terminal(
        &self,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> String {
        use rustix::fs::{Mode, OFlags};
        use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
        use std::io::Read;

        let controller = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&controller).unwrap();
        unlockpt(&controller).unwrap();
        let name = ptsname(&controller, Vec::new()).unwrap();
        let terminal = rustix::fs::open(name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty());
        let mut program = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(arguments)
            .current_dir(&self.root)
            .env_remove("NO_COLOR")
            .envs(environment.iter().copied())
            .stdout(Stdio::null())
            .stderr(terminal.unwrap())
            .spawn()
            .unwrap();
        let mut shown = Vec::new();
        // Ends with an error, because the other side of the terminal is closed.
        let _ = fs::File::from(controller).read_to_end(&mut shown);
        program.wait().unwrap();
        String::from_utf8(shown).unwrap()
    }

    /// Compiles the generated code inside a copy of the real crate's hand-written part.
    pub(crate) fn compiles(&self) {
        self.cargo("check");
    }

    /// What rustdoc makes of that crate: the folder of its pages, and its warnings.
    pub(crate) fn documents(&self) -> (PathBuf, String) {
        let warnings = self.cargo("doc");
        (target("doc").join("doc/zoom_errors"), warnings)
    }

    fn cargo(&self, command: &str) -> String {
        self.copy_code("zoom-errors/src");
        let manifest = "[package]\nname = \"zoom-errors\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
                        [features]\nhttp = []\njson = []\nmiette = []\nserde = []\nstrum = []\n\n[workspace]\n";
        self.write("zoom-errors/Cargo.toml", manifest);
        let output = Command::new(env!("CARGO"))
            .args([command, "--quiet", "--offline"])
            .current_dir(self.path("zoom-errors"))
            .env("CARGO_TARGET_DIR", target(command))
            .output()
            .unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{stderr}");
        stderr
    }

    /// Copies the Rust files that the real repository has by hand; the command is no part of the library.
    fn copy_code(&self, folder: &str) {
        fs::create_dir_all(self.path(folder)).unwrap();
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.extension().is_some_and(|extension| extension == "rs") {
                fs::copy(&path, self.path(folder).join(name)).unwrap();
            } else if path.is_dir() && !["generated", "bin"].contains(&name) {
                self.copy_code(&format!("{folder}/{name}"));
            }
        }
    }
}

/// A build folder for each command: tests run side by side.
fn target(command: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(command)
}
