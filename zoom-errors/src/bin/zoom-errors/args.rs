//! The command line.

use std::io::Write;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use zoom_errors::{Actor, Kind, Product, Retry, ZoomError};

use crate::terminal::Output;
use crate::{Failure, Outcome};

const MORE_HELP: &str = "\
Exit status: 0 if something listed was found, 1 if not, 2 if the command line is wrong or a file \
cannot be read.

Colours appear on a terminal only; NO_COLOR switches them off. COLUMNS overrides the width of the \
terminal.";

/// Explains Zoom's error codes: what happened, who must act, what to do, whether to retry.
#[derive(Parser)]
#[command(version, after_help = MORE_HELP, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Explain a code in every product that lists it, most specific first
    Explain(Explain),
    /// List codes, one a line
    ///
    /// --kind, --actor and --retry look at a code and at each of its finer causes, which may differ
    /// from it: a code is listed if it or one of them is all that these three ask for.
    List(List),
    /// Explain the failures in a payload or in a log of JSON lines
    Decode(Decode),
    /// Print a completion script for a shell
    Completions(Completions),
}

#[derive(clap::Args)]
pub(crate) struct Explain {
    /// A number such as 3712, or a constant or word in whatever case
    #[arg(value_name = "CODE|NAME", allow_negative_numbers = true, value_parser = not_blank)]
    pub(crate) query: String,
    /// Only this product
    #[arg(long, short, value_name = "PRODUCT", value_parser = product())]
    pub(crate) product: Option<Product>,
    /// The form of the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(clap::Args)]
pub(crate) struct List {
    /// Only this product
    #[arg(long, short, value_name = "PRODUCT", value_parser = product())]
    pub(crate) product: Option<Product>,
    /// Only this section of a product's page
    #[arg(long, short, value_name = "CATEGORY", value_parser = category(), hide_possible_values = true)]
    pub(crate) category: Option<String>,
    /// Only this class of failure, of the code itself or of a finer cause
    #[arg(long, short, value_name = "KIND", value_parser = word(Kind::ALL, Kind::id))]
    pub(crate) kind: Option<Kind>,
    /// Only where this person must act, on the code itself or on a finer cause
    #[arg(long, short, value_name = "ACTOR", value_parser = word(Actor::ALL, Actor::id))]
    pub(crate) actor: Option<Actor>,
    /// Only where repeating the call helps this much, for the code itself or for a finer cause
    #[arg(long, short, value_name = "RETRY", value_parser = word(Retry::ALL, Retry::id))]
    pub(crate) retry: Option<Retry>,
    /// Only codes whose texts hold every one of these words, in whatever case
    #[arg(long, short, value_name = "TEXT")]
    pub(crate) search: Option<String>,
    /// The form of the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(clap::Args)]
pub(crate) struct Decode {
    /// A file of JSON payloads or JSON lines [default: standard input]
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Print every line as it is, and the explanation below the lines that have one
    #[arg(long)]
    pub(crate) annotate: bool,
    /// The form of the explanations; json prints one object a line
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(clap::Args)]
pub(crate) struct Completions {
    /// The shell that will read the script
    shell: Shell,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// For programs; fields may be added, none is taken away or changes its meaning
    Json,
}

/// An empty text is no code that is not listed, but mostly a variable of a shell that is not set.
fn not_blank(text: &str) -> Result<String, &'static str> {
    if text.trim().is_empty() {
        return Err("give a number or a name");
    }
    Ok(text.to_owned())
}

fn product() -> impl TypedValueParser<Value = Product> {
    word(Product::ALL, Product::id)
}

/// A parser for a closed list of words, which completions and messages can name.
fn word<W: Copy + Send + Sync + 'static>(
    all: &'static [W],
    id: fn(W) -> &'static str,
) -> impl TypedValueParser<Value = W> {
    let ids: Vec<&str> = all.iter().map(|word| id(*word)).collect();
    PossibleValuesParser::new(ids).try_map(move |text| {
        let same = all.iter().copied().find(|word| id(*word) == text);
        same.ok_or("no such word")
    })
}

fn category() -> PossibleValuesParser {
    let mut ids: Vec<&str> = ZoomError::all().map(|error| error.class().id()).collect();
    ids.sort_unstable();
    ids.dedup();
    PossibleValuesParser::new(ids)
}

/// Prints the script; it is made in memory, since clap panics when a pipe closes.
pub(crate) fn completions(args: &Completions, out: &mut Output) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    let mut command = Cli::command();
    let name = command.get_name().to_owned();
    clap_complete::generate(args.shell, &mut command, name, &mut script);
    if args.shell == Shell::Bash {
        script = in_bash(&script);
    }
    out.write_all(&script)?;
    Ok(Outcome::Found)
}

/// clap_complete 4.6 calls the branches for the subcommands of a program with a hyphen otherwise
/// than the script looks for them, so that none is ever taken (clap-rs/clap#6421).
fn in_bash(script: &[u8]) -> Vec<u8> {
    let script = String::from_utf8_lossy(script);
    let mended = script.replace("zoom__subcmd__errors", "zoom__errors");
    mended.into_bytes()
}
