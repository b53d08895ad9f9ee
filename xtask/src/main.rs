//! `cargo xtask`: checks the catalogs of Zoom error codes and generates the crate from them.
//!
//! All reading, writing and printing of the project happens here; `zoom-errors-codegen` is pure.

// Input of any kind ends in a message, never in a panic.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bench_report;
mod catalogs;
mod coverage;
mod disk;
mod docs_command;
mod export;
mod generate;
mod outcome;
mod output;
mod parts;
mod progress;
mod repo;
mod sdk;
mod semver;
mod uses;
mod validate;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use outcome::Outcome;

/// Checks the catalogs of Zoom error codes and generates the crate from them.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Cli {
    /// Root of the repository [default: found upwards from the current folder]
    #[arg(long, global = true, value_name = "DIR")]
    root: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check the catalogs and render everything that is made from them
    Generate(generate::Args),
    /// Show all problems of the catalogs
    Validate(validate::Args),
    /// Compare saved documentation pages with the catalogs
    #[command(subcommand)]
    Docs(docs_command::Command),
    /// Compare the npm packages of the web SDKs with the catalogs
    #[command(subcommand)]
    Sdk(sdk::Command),
    /// Show which version the changes of the catalogs ask for, and draft the changelog
    Semver(semver::Args),
    /// Print all codes as data or as a page
    Export(export::Args),
    /// Show which product spaces have a catalog
    Coverage,
    /// Measure everything beside its alternatives, and print the tables of docs/figures.md; takes minutes
    BenchReport(bench_report::Args),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = repo::Repo::find(cli.root).and_then(|repo| match cli.command {
        Command::Generate(args) => generate::run(&repo, &args),
        Command::Validate(args) => validate::run(&repo, &args),
        Command::Docs(command) => docs_command::run(&repo, &command),
        Command::Sdk(command) => sdk::run(&repo, &command),
        Command::Semver(args) => semver::run(&repo, &args),
        Command::Export(args) => export::run(&repo, &args),
        Command::Coverage => coverage::run(&repo),
        Command::BenchReport(args) => bench_report::run(&repo, &args),
    });
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
