//! `zoom-errors`: explains Zoom's error codes on the command line, offline.
#![warn(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod args;
mod call;
mod calls;
mod completions;
mod decode;
mod explain;
mod filter;
mod find;
mod label;
mod list;
mod nothing;
mod page;
mod record;
mod terminal;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::args::{Cli, Command};

/// How a command ended when nothing went wrong with running it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// What was asked for is listed.
    Found,
    /// It is not.
    NotFound,
}

impl Outcome {
    fn found(found: bool) -> Self {
        if found {
            Outcome::Found
        } else {
            Outcome::NotFound
        }
    }
}

/// Why a command could not do its work.
enum Failure {
    /// The reader of the output has seen enough.
    Closed,
    /// A file or a stream failed; the text names it.
    Broken(String),
}

/// An output that failed.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Failure::Closed
        } else {
            Failure::Broken(format!("standard output: {error}"))
        }
    }
}

fn main() -> ExitCode {
    match run(Cli::parse_from(args::with_command(std::env::args_os())).command) {
        Ok(Outcome::Found) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Ok(Outcome::NotFound) => ExitCode::from(1),
        Err(Failure::Broken(what)) => {
            // Nobody is left to tell if standard error is gone as well.
            let _ = writeln!(io::stderr(), "error: {what}");
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<Outcome, Failure> {
    let mut out = terminal::Output::standard();
    let outcome = match command {
        Command::Explain(args) => explain::run(&args, &mut out),
        Command::List(args) => match &args.call {
            Some(call) => calls::run(&args, call, &mut out),
            None => list::run(&args, &mut out),
        },
        Command::Decode(args) => decode::run(&args, &mut out),
        Command::Completions(args) => completions::run(&args, &mut out),
    }?;
    out.flush()?;
    Ok(outcome)
}
