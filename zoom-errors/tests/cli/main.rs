//! The command, run as a person runs it.

mod call;
mod decode;
mod documents;
mod explain;
mod list;
#[cfg(target_os = "linux")]
mod memory;
mod payloads;
mod pipes;
#[cfg(target_os = "linux")]
mod terminal;

use std::process::Stdio;

use snapbox::cmd::Command;

/// Variables that change the output.
const VARIABLES: [&str; 6] = [
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "NO_COLOR",
    "TERM",
    "CI",
];

/// The binary in an environment that says nothing about the terminal.
fn zoom_errors() -> Command {
    let command = Command::new(snapbox::cmd::cargo_bin!("zoom-errors"));
    VARIABLES
        .into_iter()
        .fold(command, |command, name| command.env_remove(name))
}

/// The same, to be driven by hand.
fn process(args: &[&str]) -> std::process::Command {
    let mut command = std::process::Command::new(snapbox::cmd::cargo_bin!("zoom-errors"));
    for name in VARIABLES {
        command.env_remove(name);
    }
    command
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// What the binary prints, as JSON.
fn json(args: &[&str], code: i32) -> serde_json::Value {
    let output = zoom_errors()
        .args(args)
        .assert()
        .code(code)
        .get_output()
        .stdout
        .clone();
    serde_json::from_slice(&output).unwrap()
}
