//! The folder of an unpacked npm package.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use xtask_sdk::{File, Manifest, Package};

/// The largest file read; the largest bundle has a tenth of it.
const MAX_BYTES: u64 = 64 << 20;

/// The folder with the manifest: `npm pack` packs everything into one named `package`.
pub(super) fn root(folder: &Path) -> PathBuf {
    let inner = folder.join("package");
    let is_root = |folder: &Path| folder.join("package.json").is_file();
    match is_root(folder) || !is_root(&inner) {
        true => folder.to_owned(),
        false => inner,
    }
}

/// Reads the manifest, the declarations and the bundles; with what was left out.
pub(super) fn read(folder: &Path) -> Result<(Package, Vec<String>), String> {
    let shown = |path: &Path| path.display().to_string();
    let path = folder.join("package.json");
    let text = text_of(&path).map_err(|why| {
        format!(
            "{}: {why}; unpack the package with `npm pack` and `tar xzf` and name its folder",
            shown(&path)
        )
    })?;
    let manifest = Manifest::read(&text).map_err(|why| format!("{}: {why}", shown(&path)))?;
    let mut notes = Vec::new();
    let mut files = Vec::new();
    for part in ["", "dist", "dist/types"] {
        let inside = folder.join(part);
        let entries = match fs::read_dir(&inside) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => {
                let part = if part.is_empty() { "." } else { part };
                notes.push(format!("{part} is left out: {error}"));
                continue;
            }
        };
        let mut names: Vec<String> = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| format!("{}: {error}", shown(&inside)))?;
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        for name in names {
            let is_bundle = name.ends_with(".js") && part == "dist";
            if !(is_bundle || name.ends_with(".d.ts")) {
                continue;
            }
            let name = if part.is_empty() {
                name
            } else {
                format!("{part}/{name}")
            };
            match text_of(&folder.join(&name)) {
                Ok(text) => files.push(File { name, text }),
                Err(why) => notes.push(format!("{name} is left out: {why}")),
            }
        }
    }
    if files.is_empty() {
        return Err(format!(
            "{}: it holds no declarations and no bundles",
            shown(folder)
        ));
    }
    for left_out in ["dist/lib", "dist/ui"] {
        if folder.join(left_out).is_dir() {
            notes.push(format!(
                "{left_out} is not read: media workers and views raise no documented error"
            ));
        }
    }
    Ok((Package { manifest, files }, notes))
}

fn text_of(path: &Path) -> Result<String, String> {
    let metadata = fs::metadata(path).map_err(|error| error.to_string())?;
    if !metadata.is_file() {
        return Err("it is no regular file".to_owned());
    }
    let file = fs::File::open(path).map_err(|error| error.to_string())?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| error.to_string())?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(format!("it has more than the {MAX_BYTES} bytes allowed"));
    }
    String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())
}
