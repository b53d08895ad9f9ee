//! `cargo xtask validate`

use std::path::PathBuf;

use clap::ValueEnum;
use zoom_errors_codegen::{Loaded, load, report};

use crate::repo::Repo;
use crate::{Outcome, catalogs};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// How problems are shown
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Files to check instead of the repository's catalogs
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// As text with the lines concerned
    Human,
    /// As a JSON array
    Json,
}

pub(crate) fn run(repo: &Repo, args: &Args) -> Result<Outcome, String> {
    let files = if args.files.is_empty() {
        catalogs::read(repo)?
    } else {
        let file = |path: &PathBuf| catalogs::file(path, path.display().to_string());
        args.files.iter().map(file).collect()
    };
    let Loaded { sources, outcome } = load(files);
    let problems = outcome.err().unwrap_or_default();
    match args.format {
        Format::Json => print!("{}", report::json(&problems, &sources)),
        Format::Human if problems.is_empty() => {
            println!("{} files, no problem", sources.iter().len());
        }
        Format::Human => eprint!(
            "{}",
            report::human(&problems, &sources, catalogs::colored())
        ),
    }
    Ok(if problems.is_empty() {
        Outcome::Fine
    } else {
        Outcome::Found
    })
}
