//! `cargo xtask export`

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;
use zoom_errors_codegen::render::export;

use crate::catalogs;
use crate::disk::{Plan, RealDisk};
use crate::outcome::Outcome;
use crate::repo::Repo;

/// The version of the crate: all packages of the workspace share it.
const VERSION: &str = env!("CARGO_PKG_VERSION");

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The form of the data
    #[arg(long, value_enum)]
    format: Format,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// An array with one object for each code
    Json,
    /// A header and one line for each code
    Csv,
    /// CSV in which no cell is taken for a formula, with a byte order mark
    Spreadsheet,
    /// A table for each product
    Markdown,
    /// One page to search and to read, without a network
    Html,
}

pub(crate) fn run(repo: &Repo, args: &Args) -> Result<Outcome, String> {
    let Some(model) = catalogs::model(repo)? else {
        return Ok(Outcome::Found);
    };
    let text = match args.format {
        Format::Json => export::json(&model, VERSION),
        Format::Csv => export::csv(&model, VERSION),
        Format::Spreadsheet => export::spreadsheet(&model, VERSION),
        Format::Markdown => export::markdown(&model, VERSION),
        Format::Html => export::html(&model, VERSION)?,
    };
    match &args.out {
        Some(path) => {
            let mut plan = Plan::default();
            plan.write(&path.display().to_string(), path.clone(), text)?;
            plan.apply(&RealDisk)?;
        }
        None => print(&text)?,
    }
    Ok(Outcome::Fine)
}

/// To standard output; a reader that has seen enough is no error.
pub(crate) fn print(text: &str) -> Result<(), String> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("standard output: {error}"))
        }
        _ => Ok(()),
    }
}
