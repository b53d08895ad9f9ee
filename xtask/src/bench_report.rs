//! `cargo xtask bench-report`

mod ratios;

use std::process::{Command, Stdio};

use crate::disk::{Plan, RealDisk};
use crate::outcome::Outcome;
use crate::repo::Repo;
use crate::{output, parts};

/// The command as people type it.
const COMMAND: &str = "cargo xtask bench-report";

/// What is measured beside other crates; its figures are kept by criterion and printed by `report`.
const PEERS: &str = "zoom-errors/benches/Cargo.toml";

/// What generating and building cost.
const GENERATOR: &str = "codegen/benches/Cargo.toml";

/// The picture of the generator's curve.
const CURVE: &str = "codegen/benches/curve.svg";

/// Where the figures stand.
const FIGURES: &str = "docs/figures.md";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Put the tables into docs/figures.md, and draw the curve into codegen/benches/curve.svg
    #[arg(long)]
    write: bool,
    /// Fail if a ratio in docs/figures.md is off by more than 30 %
    #[arg(long, conflicts_with = "write")]
    check: bool,
}

pub(crate) fn run(repo: &Repo, args: &Args) -> Result<Outcome, String> {
    if args.write {
        // Missing marks are told before minutes of measuring, not after them.
        put("", repo)?;
    }
    let peers = repo.path(PEERS).display().to_string();
    let generator = repo.path(GENERATOR).display().to_string();
    let mut text = machine()?;
    let mut bench = cargo(
        repo,
        &["bench", "--quiet", "--locked", "--manifest-path", &peers],
    );
    // What criterion says on the way belongs to the person who waits.
    bench.stdout(std::io::stderr());
    output(bench, "the benches")?;
    let run = ["run", "--quiet", "--release", "--locked", "--manifest-path"];
    // The report tells how large the other programs are.
    let build = ["build", "--quiet", "--release", "--locked", "--bins"];
    let programs = cargo(repo, &[&build[..], &["--manifest-path", &peers]].concat());
    output(programs, "the programs of the report")?;
    let report = cargo(repo, &[&run[..], &[&peers, "--bin", "report"]].concat());
    text += &output(report, "the report of the benches")?;
    text += &logs(repo, &peers)?;
    let curve = repo.path(CURVE).display().to_string();
    let draw: &[&str] = if args.write {
        &["--", "--svg", &curve]
    } else {
        &[]
    };
    let measure = cargo(repo, &[&run[..], &[&generator], draw].concat());
    text += &output(measure, "the measurements of the generator")?;
    output::print(&text)?;
    if args.write {
        put(text.trim_end(), repo)?.apply(&RealDisk)?;
    }
    if args.check {
        let written = std::fs::read_to_string(repo.path(FIGURES));
        let written = written.map_err(|error| format!("{FIGURES}: {error}"))?;
        let stale = ratios::stale(&written, &text);
        for line in &stale {
            eprintln!("{FIGURES}: {line}");
        }
        if !stale.is_empty() {
            eprintln!("`{COMMAND} --write` puts the measured ones there");
            return Ok(Outcome::Found);
        }
    }
    Ok(Outcome::Fine)
}

/// Plans new figures of docs/figures.md.
fn put(text: &str, repo: &Repo) -> Result<Plan, String> {
    let mut plan = Plan::default();
    parts::replace(repo, FIGURES, "figures", COMMAND, text, &mut plan)?;
    Ok(plan)
}

/// Whole logs, read by the command as it is installed.
fn logs(repo: &Repo, peers: &str) -> Result<String, String> {
    let quickly = ["--quiet", "--release", "--locked", "--manifest-path"];
    let workspace = repo.path("Cargo.toml").display().to_string();
    let command = [&workspace, "--package", "zoom-errors", "--features", "cli"];
    let build = cargo(repo, &[&["build"], &quickly[..], &command].concat());
    output(build, "the command")?;
    let bench = [peers, "--bin", "logs"];
    let mut logs = cargo(repo, &[&["run"], &quickly[..], &bench].concat());
    let command = format!(
        "target/benches/release/zoom-errors{}",
        std::env::consts::EXE_SUFFIX
    );
    logs.env("ZOOM_ERRORS", repo.path(&command));
    output(logs, "the measurements of logs")
}

/// All programs keep what they build and measure in one place.
fn cargo(repo: &Repo, arguments: &[&str]) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let target = repo.path("target/benches");
    cargo
        .args(arguments)
        .env("CRITERION_HOME", target.join("criterion"))
        .env("CARGO_TARGET_DIR", target);
    cargo
}

/// What a program prints; what it says besides is shown as it comes.
fn output(mut command: Command, what: &str) -> Result<String, String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("{what}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{what}: {}", output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("{what}: {error}"))
}

/// What the figures were measured with.
fn machine() -> Result<String, String> {
    let mut rustc = Command::new("rustc");
    rustc.arg("--version");
    let rustc = output(rustc, "rustc")?;
    let version = rustc.split(" (").next().unwrap_or_default().trim();
    let processors = std::thread::available_parallelism().map_or(1, |number| number.get());
    let (os, architecture) = (std::env::consts::OS, std::env::consts::ARCH);
    Ok(format!(
        "Measured with {version} on {os}, {architecture}, {processors} processors.\n\n"
    ))
}
