//! What a generated crate costs the compiler, by number of codes.

use std::fs;
use std::path::Path;

use zoom_errors_codegen::load;
use zoom_errors_codegen::render::{GENERATED, crate_files};

use crate::scratch::Scratch;
use crate::{Outcome, root, synthetic};

const CODES: [usize; 3] = [200, 2_000, 20_000];

/// Prints the table.
pub(crate) fn report() -> Outcome {
    println!("| codes in one enum | cold `cargo build` | for each code |");
    println!("| ---: | ---: | ---: |");
    for codes in CODES {
        let seconds = generated(codes)?.cold_build()?;
        let each = seconds / codes as f64 * 1e3;
        println!("| {codes} | {seconds:.1} s | {each:.2} ms |");
    }
    println!();
    Ok(())
}

/// The crate as it would be if this were its only catalog.
fn generated(codes: usize) -> Outcome<Scratch> {
    let loaded = load(synthetic::catalogs(codes, codes));
    let model = loaded.outcome.map_err(|_| "the catalog is refused")?;
    let features =
        "[features]\ncli = []\nhttp = []\njson = []\nmiette = []\nserde = []\nstrum = []\n";
    let scratch = Scratch::new("generated", features, "")?;
    copy(&root().join("zoom-errors/src"), &scratch.path().join("src"))?;
    let folder = scratch.path().join("src/generated");
    fs::create_dir(&folder)?;
    for artifact in crate_files(&model) {
        let artifact = artifact?;
        if let Some(name) = artifact.path.strip_prefix(GENERATED) {
            fs::write(folder.join(name.trim_start_matches('/')), artifact.text)?;
        }
    }
    Ok(scratch)
}

/// Copies what is written by hand; the command is no part of the library.
fn copy(from: &Path, to: &Path) -> Outcome {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let target = to.join(&name);
        if name == "generated" || name == "bin" {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::create_dir(&target)?;
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
