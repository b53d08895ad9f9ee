//! The catalogs and the version of one state of the repository.

use std::path::{Path, PathBuf};
use std::process::Command;

use semver::Version;
use toml::{Table, Value};
use zoom_errors_codegen::InputFile;

use crate::catalogs;
use crate::repo::Repo;

/// The manifest of the workspace.
const WORKSPACE: &str = "Cargo.toml";

/// The manifest of the package that is published.
const PACKAGE: &str = "zoom-errors/Cargo.toml";

/// One state of the repository.
pub(super) struct State {
    pub(super) files: Vec<InputFile>,
    pub(super) version: Version,
}

impl State {
    /// The state that a word of the command line names: a revision if git knows one of that name,
    /// else a folder.
    pub(super) fn find(repo: &Repo, base: &str) -> Result<Self, String> {
        let git = Git {
            root: repo.path(""),
        };
        match git.commit(base) {
            Ok(commit) => git.state(&commit, base),
            Err(_) if Path::new(base).is_dir() => Self::of_folder(PathBuf::from(base)),
            Err(why) => Err(format!(
                "`{base}` is neither a folder nor a git revision: {why}\n{}",
                git.choice()
            )),
        }
    }

    /// The state of a checkout.
    pub(super) fn of_folder(root: PathBuf) -> Result<Self, String> {
        let shown = root.display().to_string();
        let text = |name: &str| {
            let path = root.join(name);
            crate::disk::read_if_there(&path)
                .map_err(|error| format!("{}: {error}", path.display()))
        };
        let version = version(text(WORKSPACE)?.as_deref(), text(PACKAGE)?.as_deref())
            .map_err(|why| format!("{shown}: {why}"))?;
        let repo = Repo::find(Some(root))?;
        Ok(Self {
            files: catalogs::read(&repo)?,
            version,
        })
    }
}

/// Reads a revision without checking it out.
struct Git {
    root: PathBuf,
}

impl Git {
    /// The commit that a revision names.
    fn commit(&self, revision: &str) -> Result<String, String> {
        let revision = format!("{revision}^{{commit}}");
        let name = self.text(&[
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &revision,
        ])?;
        Ok(name.trim().to_owned())
    }

    /// What may be named as the base.
    fn choice(&self) -> String {
        const SHOWN: usize = 5;
        let tags = self.text(&["tag", "--sort=-creatordate"]);
        let tags = tags.unwrap_or_default();
        let shown: Vec<&str> = tags.lines().take(SHOWN).collect();
        match shown.as_slice() {
            [] => "no release is tagged here; name the commit that was released last, or any other of \
                   `git log --oneline -- catalogs`"
                .to_owned(),
            shown => format!("name the tag of the last release; the latest are {}", shown.join(", ")),
        }
    }

    fn state(&self, commit: &str, shown: &str) -> Result<State, String> {
        let names = self.text(&["ls-tree", "-r", "-z", "--name-only", commit, "catalogs/"])?;
        let is_catalog = |name: &&str| name.ends_with(".yaml") && !name.contains("/.");
        let catalogs = names.split('\0').filter(is_catalog);
        let mut files = Vec::new();
        for name in catalogs {
            let bytes = self.file(commit, name)?;
            files.push(InputFile::new(format!("{shown}:{name}"), bytes));
        }
        if files.is_empty() {
            return Err(format!("{shown}: the revision has no `catalogs/*.yaml`"));
        }
        let text = |name: &str| {
            let bytes = self.file(commit, name).ok()?;
            String::from_utf8(bytes).ok()
        };
        let version = version(text(WORKSPACE).as_deref(), text(PACKAGE).as_deref())
            .map_err(|why| format!("{shown}: {why}"))?;
        Ok(State { files, version })
    }

    fn file(&self, commit: &str, name: &str) -> Result<Vec<u8>, String> {
        self.run(&["cat-file", "blob", &format!("{commit}:./{name}")])
    }

    fn text(&self, arguments: &[&str]) -> Result<String, String> {
        String::from_utf8(self.run(arguments)?).map_err(|error| error.to_string())
    }

    fn run(&self, arguments: &[&str]) -> Result<Vec<u8>, String> {
        let output = Command::new("git")
            .args(arguments)
            .current_dir(&self.root)
            .output()
            .map_err(|error| format!("git cannot be run: {error}"))?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let line = said
            .lines()
            .next()
            .unwrap_or("git knows no commit of that name");
        Err(line.trim_start_matches("fatal: ").to_owned())
    }
}

/// The version of the published package, which may leave it to the workspace.
fn version(workspace: Option<&str>, package: Option<&str>) -> Result<Version, String> {
    let table = |text: Option<&str>, name: &str| match text {
        Some(text) => text
            .parse::<Table>()
            .map_err(|error| format!("{name}: {}", error.message())),
        None => Ok(Table::new()),
    };
    let workspace = table(workspace, WORKSPACE)?;
    let package = table(package, PACKAGE)?;
    let own = package
        .get("package")
        .and_then(|package| package.get("version"));
    let shared = || workspace.get("workspace")?.get("package")?.get("version");
    let stated = own.and_then(Value::as_str).or_else(|| shared()?.as_str());
    let stated = stated.ok_or_else(|| {
        format!("neither `{PACKAGE}` nor `[workspace.package]` in `{WORKSPACE}` states a version")
    })?;
    Version::parse(stated).map_err(|error| format!("the version `{stated}`: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_package_s_or_the_workspace_s() {
        let workspace = "[workspace.package]\nversion = \"0.3.1\"\n";
        let inherits = "[package]\nversion.workspace = true\n";
        let own = "[package]\nversion = \"1.2.0\"\n";
        let read = |package| version(Some(workspace), package).map(|v| v.to_string());
        assert_eq!(read(Some(inherits)).as_deref(), Ok("0.3.1"));
        assert_eq!(read(None).as_deref(), Ok("0.3.1"));
        assert_eq!(read(Some(own)).as_deref(), Ok("1.2.0"));
        assert!(version(Some("[workspace]\n"), None).is_err());
        assert!(version(Some("[workspace"), None).is_err());
    }
}
