//! Measures the generator, and prints what the README says about it.
//!
//! `cargo xtask bench-report` runs it. Without an argument it measures everything; with `curve`,
//! `builds` or `sizes` one part. `--svg FILE` also draws the curve.

mod builds;
mod curve;
mod plot;
mod scratch;
mod sizes;
mod synthetic;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What went wrong, for the person who measures.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Outcome {
    match arguments {
        [] => {
            curve::report(None)?;
            builds::report()?;
            sizes::report()
        }
        ["--svg", file] => {
            curve::report(Some(Path::new(file)))?;
            builds::report()?;
            sizes::report()
        }
        ["curve"] => curve::report(None),
        ["curve", "--svg", file] => curve::report(Some(Path::new(file))),
        ["builds"] => builds::report(),
        ["sizes"] => sizes::report(),
        // A process of its own for each measurement, so that the peak of memory is its own.
        [curve::ONE, codes] => curve::measure(codes),
        _ => Err("usage: [curve|builds|sizes] [--svg FILE]".into()),
    }
}

/// The root of the repository that this program was built in.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
