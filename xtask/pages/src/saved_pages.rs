//! The saved pages that the project starts from. They are no part of it; the tests that need them
//! are ignored unless asked for, and then fail where the pages are missing.

use std::fs;
use std::path::{Path, PathBuf};

/// Names the folder, if it is not `shared/docs` beside the project or further up.
const VARIABLE: &str = "SAVED_PAGES";

/// The text of the page whose file name begins so, or that has this path from their folder.
#[track_caller]
pub(crate) fn text(begins: &str) -> String {
    let folder = folder();
    let find = |folder: &PathBuf| {
        if begins.contains('/') {
            return fs::read_to_string(folder.join(begins)).ok();
        }
        let files = fs::read_dir(folder).ok()?;
        let mut paths = files.filter_map(|entry| Some(entry.ok()?.path()));
        let path = paths.find(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(begins)
        });
        fs::read_to_string(path?).ok()
    };
    match folder.as_ref().and_then(find) {
        Some(text) => text,
        None => panic!("no saved page {begins}* in {folder:?}; name their folder with {VARIABLE}"),
    }
}

fn folder() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(VARIABLE) {
        return Some(PathBuf::from(named));
    }
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = project.ancestors().map(|above| above.join("shared/docs"));
    folders.find(|folder| folder.is_dir())
}
