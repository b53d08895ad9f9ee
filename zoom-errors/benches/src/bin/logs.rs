//! Times `zoom-errors decode` on whole logs beside ripgrep and jq that count the same lines, and prints
//! a table.
//!
//! `cargo xtask bench-report` runs it. `ZOOM_ERRORS` is the command; the others are left out, and that
//! is said, where they are not installed.

#[path = "../../../tests/recognise/others.rs"]
mod others;

use std::error::Error;
use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use others::Dice;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// About as long is each log.
const LENGTH: usize = 100 << 20;
/// So many different lines it has; then they come again.
const LINES: usize = 100_000;
/// So often each command is run; the fastest counts.
const RUNS: usize = 3;

/// What a person would look for who has only ripgrep.
const PATTERN: &str = r#""errorCode":[1-9]|"code":(124|3001)\b"#;
const FILTER: &str = "reduce (inputs | fromjson? | objects | select((.errorCode // 0) != 0 \
                      or .code == 124 or .code == 3001)) as $line (0; . + 1)";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome {
    let program = std::env::var_os("ZOOM_ERRORS").ok_or("ZOOM_ERRORS is not set")?;
    let file = std::env::temp_dir().join(format!("zoom-errors-{}.log", std::process::id()));
    let outcome = measure(&program, &file);
    fs::remove_file(file)?;
    outcome
}

fn measure(program: &OsStr, file: &Path) -> Outcome {
    let threads = std::thread::available_parallelism().map_or(1, |number| number.get());
    // A pipe is read by one thread.
    let readers = [
        Reader::new("zoom-errors, 1 thread", program, &["decode"], true),
        Reader::new(
            &format!("zoom-errors, {threads} threads"),
            program,
            &["decode"],
            false,
        ),
        Reader::new("ripgrep", "rg".as_ref(), &["-c", PATTERN], false),
        Reader::new("jq", "jq".as_ref(), &["-nR", FILTER], false),
    ];
    println!("| A log of 100 MB | read by | failures found | time | MB a second |");
    println!("| --- | --- | ---: | ---: | ---: |");
    for (title, log) in [
        ("no failure", lines(quiet)),
        ("one line in ten a failure", lines(mixed)),
        (
            "no failure, but fields and messages like Zoom's",
            others::log(LINES),
        ),
    ] {
        let log = log.repeat(LENGTH.div_ceil(log.len()));
        fs::write(file, &log)?;
        for reader in &readers {
            println!(
                "| {title} | {} | {} |",
                reader.name,
                reader.row(file, log.len())?
            );
        }
    }
    println!();
    Ok(())
}

struct Reader {
    name: String,
    program: OsString,
    arguments: Vec<String>,
    piped: bool,
}

impl Reader {
    fn new(name: &str, program: &OsStr, arguments: &[&str], piped: bool) -> Self {
        Self {
            name: name.to_owned(),
            program: program.to_owned(),
            arguments: arguments
                .iter()
                .map(|&argument| argument.to_owned())
                .collect(),
            piped,
        }
    }

    /// What it found, and how fast.
    fn row(&self, file: &Path, length: usize) -> Outcome<String> {
        let mut best: Option<(Duration, Vec<u8>)> = None;
        for _ in 0..RUNS {
            let mut command = Command::new(&self.program);
            command.args(&self.arguments).stderr(Stdio::null());
            match self.piped {
                true => command.stdin(File::open(file)?),
                false => command.arg(file),
            };
            let begun = Instant::now();
            let output = match command.output() {
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    return Ok("not installed | |".to_owned());
                }
                output => output?.stdout,
            };
            let time = begun.elapsed();
            if best.as_ref().is_none_or(|(fastest, _)| time < *fastest) {
                best = Some((time, output));
            }
        }
        let (time, output) = best.ok_or("never run")?;
        let seconds = time.as_secs_f64();
        let speed = length as f64 / 1e6 / seconds;
        Ok(format!("{} | {seconds:.2} s | {speed:.0}", found(&output)))
    }
}

/// The number that a program printed, or else that of its lines.
fn found(output: &[u8]) -> usize {
    let text = std::str::from_utf8(output).unwrap_or_default().trim();
    text.parse().unwrap_or_else(|_| text.lines().count())
}

fn lines(line: fn(&mut Dice, &mut String)) -> String {
    let (mut dice, mut log) = (Dice(7), String::new());
    for _ in 0..LINES {
        line(&mut dice, &mut log);
    }
    log
}

fn mixed(dice: &mut Dice, log: &mut String) {
    let number = dice.below(1_000_000_000);
    match dice.below(40) {
        0 => log.push_str("{\"method\":\"join\",\"errorCode\":3712,\"result\":\"Invalid signature.\"}\n"),
        1 => log.push_str("{\"type\":\"JOIN_MEETING_FAILED\",\"reason\":\"Signature has expired.\",\"errorCode\":3705}\n"),
        2 => log.push_str("{\"code\":124,\"message\":\"Invalid access token.\"}\n"),
        3 => _ = writeln!(log, "{{\"code\":3001,\"message\":\"Meeting does not exist: {number}.\"}}"),
        _ => quiet(dice, log),
    }
}

fn quiet(dice: &mut Dice, log: &mut String) {
    const PATHS: [&str; 5] = [
        "/",
        "/index.html",
        "/v1/items",
        "/static/app.js",
        "/healthz",
    ];
    const AGENTS: [&str; 3] = [
        "curl/8.5.0",
        "Mozilla/5.0 (X11; Linux x86_64)",
        "kube-probe/1.29",
    ];
    let (path, agent) = (dice.pick(&PATHS), dice.pick(&AGENTS));
    let (number, second) = (dice.below(100_000), dice.below(60));
    let time = format!("12/Mar/2026:08:00:{second:02} +0000");
    _ = match dice.below(4) {
        0 | 1 => writeln!(
            log,
            "10.0.0.{second} - - [{time}] \"GET {path}?page={number} HTTP/1.1\" 200 {number} \"-\" \"{agent}\""
        ),
        2 => writeln!(
            log,
            "{{\"level\":\"info\",\"time\":\"{time}\",\"msg\":\"request handled\",\"path\":\"{path}\",\"user\":{number}}}"
        ),
        _ => writeln!(
            log,
            "Mar 12 08:00:{second:02} host sshd[{number}]: Accepted publickey for deploy from 10.0.0.{second} port {number} ssh2"
        ),
    };
}
