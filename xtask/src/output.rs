//! What commands print, and in which form.

use std::io::{IsTerminal, Write};

use clap::ValueEnum;
use zoom_errors_codegen::report::{self, Finding};
use zoom_errors_codegen::{Problem, Sources};

/// How many findings people are shown: nobody reads more at once.
pub(crate) const MOST: usize = 200;

/// How findings are shown.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// As text with the lines concerned
    Human,
    /// As a JSON array
    Json,
}

/// To standard output; a reader that has seen enough is no error.
pub(crate) fn print(content: &(impl AsRef<[u8]> + ?Sized)) -> Result<(), String> {
    match std::io::stdout().lock().write_all(content.as_ref()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("standard output: {error}"))
        }
        _ => Ok(()),
    }
}

/// Problems of catalogs, for people.
pub(crate) fn show_problems(problems: &[Problem], sources: &Sources) {
    eprint!("{}", report::human(problems, sources, colored()));
}

/// The problems of a catalog without which a command cannot go on, and why it ends.
pub(crate) fn mend_first(name: &str, problems: &[Problem], sources: &Sources) -> String {
    show_problems(problems, sources);
    format!("{name}: mend this first; `cargo xtask validate` shows all")
}

/// Findings, for people; `all` is how many there are.
pub(crate) fn show_findings(findings: &[Finding], all: usize, sources: &Sources) {
    eprint!("{}", report::findings_human(findings, sources, colored()));
    let shown = findings.len();
    if shown < all {
        eprintln!("only {shown} of {all} differences are shown; `--format json` gives all\n");
    }
}

/// Whether messages may be coloured: on a terminal that has colours, unless `NO_COLOR` is set.
fn colored() -> bool {
    std::io::stderr().is_terminal()
        && std::env::var_os("TERM").is_none_or(|terminal| terminal != "dumb")
        && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
