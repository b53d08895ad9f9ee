//! Reads the catalogs of a repository, or tells people what is wrong with them.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use zoom_errors_codegen::{InputFile, Loaded, MAX_FILE, Model, load};

use crate::output::show_problems;
use crate::repo::Repo;

/// The folder of the catalogs.
const FOLDER: &str = "catalogs";

/// Every catalog of the repository, as found, and those of the folders beside them.
pub(crate) fn read(repo: &Repo) -> Result<Vec<InputFile>, String> {
    let mut files = Vec::new();
    read_folder(&repo.path(FOLDER), FOLDER, true, &mut files)?;
    if files.is_empty() {
        return Err(format!("{FOLDER}: the folder holds no `.yaml` file"));
    }
    Ok(files)
}

fn read_folder(
    folder: &Path,
    name: &str,
    deeper: bool,
    files: &mut Vec<InputFile>,
) -> Result<(), String> {
    let unreadable = |error: std::io::Error| format!("{name}: the folder cannot be read: {error}");
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let file_name = path.file_name().unwrap_or_default().to_string_lossy();
        // Editors leave `.x.yaml.swp` and the like behind.
        if file_name.starts_with('.') {
            continue;
        }
        let shown = format!("{name}/{file_name}");
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        let refused = match extension.as_ref() {
            "yaml" if path.to_str().is_some() => None,
            "yaml" => Some("its name is not UTF-8; name it as its product id"),
            other if ["yaml", "yml"].contains(&other.to_ascii_lowercase().as_str()) => {
                Some("the names of catalogs end in `.yaml`")
            }
            _ if deeper && path.is_dir() => {
                read_folder(&path, &shown, false, files)?;
                continue;
            }
            _ => continue,
        };
        files.push(match refused {
            None => file(&path, shown),
            Some(why) => InputFile::unreadable(shown, why),
        });
    }
    Ok(())
}

/// What to load, and whose problems are asked for.
pub(crate) struct Chosen {
    pub(crate) files: Vec<InputFile>,
    /// The names of the files asked for; nothing if all are.
    pub(crate) shown: Option<Vec<String>>,
}

/// The files that are named, or all catalogs.
///
/// Catalogs point at each other, so one of the repository's is read together with the others.
/// Files from elsewhere know only those named beside them.
pub(crate) fn chosen(repo: &Repo, named: &[PathBuf]) -> Result<Chosen, String> {
    if named.is_empty() {
        return Ok(Chosen {
            files: read(repo)?,
            shown: None,
        });
    }
    let same = |a: &Path, b: &Path| match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => a == b,
    };
    let mut paths: Vec<&Path> = Vec::new();
    for path in named {
        if !paths.iter().any(|other| same(other, path)) {
            paths.push(path);
        }
    }
    let name = |path: &Path| path.display().to_string();
    let mut files: Vec<InputFile> = paths.iter().map(|p| file(p, name(p))).collect();
    let folder = repo.path(FOLDER).canonicalize().ok();
    let is_catalog = |path: &&Path| {
        let parent = path.canonicalize().ok();
        let ancestors = parent.as_deref().into_iter().flat_map(Path::ancestors);
        ancestors
            .skip(1)
            .take(2)
            .any(|above| Some(above) == folder.as_deref())
    };
    if folder.is_some() && paths.iter().all(is_catalog) {
        let mut others = read(repo)?;
        others.retain(|other| !paths.iter().any(|path| same(&repo.path(&other.name), path)));
        files.append(&mut others);
    }
    Ok(Chosen {
        files,
        shown: Some(paths.into_iter().map(name).collect()),
    })
}

/// One file of the repository, if it is there, by its name from the root.
pub(crate) fn one(repo: &Repo, name: &str) -> Option<InputFile> {
    let path = repo.path(name);
    let missing = [ErrorKind::NotFound, ErrorKind::NotADirectory];
    match path.symlink_metadata() {
        Err(error) if missing.contains(&error.kind()) => None,
        _ => Some(file(&path, name.to_owned())),
    }
}

/// One file under the name by which people know it.
fn file(path: &Path, shown: String) -> InputFile {
    match read_bounded(path) {
        Ok(bytes) => InputFile::new(shown, bytes),
        Err(why) => InputFile::unreadable(shown, why),
    }
}

/// Reads no more than a catalog may have, and nothing that is no file: a pipe could block forever.
pub(crate) fn read_bounded(path: &Path) -> Result<Vec<u8>, String> {
    let metadata = fs::metadata(path).map_err(|error| error.to_string())?;
    if metadata.is_dir() {
        return Err("it is a folder".to_owned());
    }
    if !metadata.is_file() {
        return Err("it is not a regular file".to_owned());
    }
    let file = fs::File::open(path).map_err(|error| error.to_string())?;
    let mut bytes = Vec::new();
    file.take(MAX_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// The model of the repository's catalogs; problems are printed.
pub(crate) fn model(repo: &Repo) -> Result<Option<Model>, String> {
    let Loaded { sources, outcome } = load(read(repo)?);
    match outcome {
        Ok(model) => Ok(Some(model)),
        Err(problems) => {
            show_problems(&problems, &sources);
            Ok(None)
        }
    }
}
