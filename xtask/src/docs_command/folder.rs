//! The files of a folder.

use std::path::{Path, PathBuf};

/// The files of a folder by name, those of its folders too; hidden ones are left out.
pub(super) fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let shown = folder.display();
    let unreadable = |error: std::io::Error| format!("{shown}: {error}");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() && !path.is_symlink() {
            files.extend(self::files(&path)?);
        } else if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
