//! Checks the calls of an app against the scopes of its token, before one of them fails.
//!
//! Run it with `cargo run --example token_check -- "meeting:read:meeting user:read:user"`, or with
//! whatever the token endpoint returns in `scope`.

use std::process::ExitCode;

use zoom_errors::Operation;

/// What the app calls.
const CALLS: &[(&str, &str)] = &[
    ("GET", "/users/{userId}"),
    ("GET", "/users/{userId}/meetings"),
    ("POST", "/users/{userId}/meetings"),
    ("GET", "/meetings/{meetingId}/recordings"),
];

/// One line for each call that the token does not allow, or that the reference does not have.
fn check(granted: &str) -> Vec<String> {
    let problem = |(method, path): &(&str, &str)| match Operation::find(method, path) {
        Some(operation) => operation
            .missing_scopes(granted)
            .map(|missing| missing.to_string()),
        None => Some(format!("{method} {path} is no operation of the reference")),
    };
    CALLS.iter().filter_map(problem).collect()
}

fn main() -> ExitCode {
    let granted = std::env::args().nth(1).unwrap_or_default();
    let problems = check(&granted);
    for problem in &problems {
        println!("{problem}");
    }
    if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
