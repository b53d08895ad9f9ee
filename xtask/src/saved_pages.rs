//! The saved pages that the project starts from. They are no part of it: where they do not exist,
//! tests that need them say so and pass.

use std::fs;
use std::path::{Path, PathBuf};

/// The text of the page whose file name begins so.
pub(crate) fn text(number: &str) -> Option<String> {
    let found = find(number).and_then(|path| fs::read_to_string(path).ok());
    if found.is_none() {
        println!("skipped: there is no saved page {number} in ../shared/docs");
    }
    found
}

/// In the folder `shared/docs` beside the project or further up.
fn find(number: &str) -> Option<PathBuf> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = project.ancestors().map(|above| above.join("shared/docs"));
    let files = fs::read_dir(folders.find(|folder| folder.is_dir())?).ok()?;
    let mut paths = files.filter_map(|entry| Some(entry.ok()?.path()));
    paths.find(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(number)
    })
}
