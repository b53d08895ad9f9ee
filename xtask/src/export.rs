//! `cargo xtask export`

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use clap::ValueEnum;
use zoom_errors_codegen::render::export;

use crate::catalogs;
use crate::disk::{Plan, RealDisk};
use crate::outcome::Outcome;
use crate::repo::Repo;

/// The version of the crate: all packages of the workspace share it.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The package that writes Parquet.
const PARQUET: &str = "xtask/parquet/Cargo.toml";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The form of the data
    #[arg(long, value_enum)]
    format: Format,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE", required_if_eq("format", "parquet"))]
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
    /// Columns for DuckDB, Spark and BigQuery, with lists as lists
    Parquet,
    /// A table for each product
    Markdown,
    /// One page to search and to read, without a network
    Html,
}

pub(crate) fn run(repo: &Repo, args: &Args) -> Result<Outcome, String> {
    let Some(model) = catalogs::model(repo)? else {
        return Ok(Outcome::Found);
    };
    let content = match args.format {
        Format::Json => export::json(&model, VERSION).into_bytes(),
        Format::Csv => export::csv(&model, VERSION).into_bytes(),
        Format::Spreadsheet => export::spreadsheet(&model, VERSION).into_bytes(),
        Format::Parquet => parquet(repo, export::json(&model, VERSION).as_bytes())?,
        Format::Markdown => export::markdown(&model, VERSION).into_bytes(),
        Format::Html => export::html(&model, VERSION)?.into_bytes(),
    };
    match &args.out {
        Some(path) => {
            let mut plan = Plan::default();
            plan.write(&path.display().to_string(), path.clone(), content)?;
            plan.apply(&RealDisk)?;
        }
        None => print_bytes(&content)?,
    }
    Ok(Outcome::Fine)
}

/// What a program of its own, which is compiled for this alone, makes of the JSON.
fn parquet(repo: &Repo, json: &[u8]) -> Result<Vec<u8>, String> {
    let failed = |error: std::io::Error| format!("{PARQUET}: {error}");
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--locked", "--manifest-path"]);
    cargo.arg(repo.path(PARQUET));
    if std::env::var_os("CARGO_TARGET_DIR").is_none() {
        cargo.arg("--target-dir").arg(repo.path("target/beside"));
    }
    let mut run = cargo
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    if let Some(mut input) = run.stdin.take() {
        // A program that ended early says why itself.
        let _ = input.write_all(json);
    }
    let output = run.wait_with_output().map_err(failed)?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(format!("{PARQUET}: {}", output.status)),
    }
}

/// To standard output; a reader that has seen enough is no error.
pub(crate) fn print(text: &str) -> Result<(), String> {
    print_bytes(text.as_bytes())
}

fn print_bytes(content: &[u8]) -> Result<(), String> {
    match std::io::stdout().lock().write_all(content) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("standard output: {error}"))
        }
        _ => Ok(()),
    }
}
