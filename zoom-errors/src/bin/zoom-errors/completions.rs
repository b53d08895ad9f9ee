//! `zoom-errors completions`

use std::collections::BTreeSet;
use std::io::Write;

use clap::builder::PossibleValuesParser;
use clap::{Arg, CommandFactory};
use clap_complete::Shell;
use zoom_errors::ZoomError;

use crate::args::{Cli, Completions};
use crate::label::names;
use crate::terminal::Output;
use crate::{Failure, Outcome};

/// Prints the script; it is made in memory, since clap panics when a pipe closes.
pub(crate) fn run(args: &Completions, out: &mut Output) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    // What is typed is free, so only the script knows the names and numbers.
    let query = Arg::new("query").value_parser(PossibleValuesParser::new(queries()));
    let at_once = query.clone();
    // `explain` may be left out.
    let mut command = Cli::command()
        .mut_subcommand("explain", |explain| {
            explain.mut_arg("query", |_| query.num_args(1..))
        })
        .arg(at_once);
    let name = command.get_name().to_owned();
    clap_complete::generate(args.shell, &mut command, name, &mut script);
    match args.shell {
        Shell::Bash => script = in_bash(&script),
        Shell::Fish => script.extend(in_fish().into_bytes()),
        _ => {}
    }
    out.write_all(&script)?;
    Ok(Outcome::Found)
}

/// Every number, and every name that is one word to a shell.
fn queries() -> BTreeSet<&'static str> {
    let plain = |text: &&str| {
        text.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    let names = ZoomError::all().flat_map(names).filter(plain);
    // clap keeps values that are there until the end, and the end is near.
    let number = |code: i32| -> &'static str { code.to_string().leak() };
    let numbers = ZoomError::all().filter_map(|error| error.code());
    names.chain(numbers.map(number)).collect()
}

/// clap_complete 4.6 calls the branches for the subcommands of a program with a hyphen otherwise
/// than the script looks for them, so that none is ever taken (clap-rs/clap#6421).
fn in_bash(script: &[u8]) -> Vec<u8> {
    let script = String::from_utf8_lossy(script);
    let mended = script.replace("zoom__subcmd__errors", "zoom__errors");
    mended.into_bytes()
}

/// clap_complete leaves arguments without an option out for this shell.
fn in_fish() -> String {
    let queries: Vec<&str> = queries().into_iter().collect();
    let queries = queries.join(" ");
    [
        "__fish_use_subcommand",
        "__fish_seen_subcommand_from explain",
    ]
    .map(|when| format!("complete -c zoom-errors -n \"{when}\" -f -a \"{queries}\"\n"))
    .concat()
}
