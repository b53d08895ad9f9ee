//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use zoom_errors::{Actor, Class, Kind, Product, Retry, ZoomError};

use crate::call::Call;

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
    /// Explain codes, names, messages, or whatever text you have; also without the word `explain`
    Explain(Explain),
    /// List codes, one a line
    ///
    /// --kind, --actor and --retry look at a code and at each of its finer causes, which may differ
    /// from it: a code is listed if it or one of them is all that these three ask for.
    List(List),
    /// Explain the failures in a log, a payload or any other text
    Decode(Decode),
    /// Print a completion script for a shell
    Completions(Completions),
}

#[derive(clap::Args)]
pub(crate) struct Explain {
    /// Numbers such as 3712, names in whatever case, messages, words, or a text that holds a failure
    #[arg(value_name = "CODE|NAME|TEXT", required = true, allow_negative_numbers = true, value_parser = not_blank)]
    pub(crate) query: Vec<String>,
    /// Only this product, or this group of products
    #[arg(long, short, value_name = "PRODUCT", value_parser = scope())]
    pub(crate) product: Option<Scope>,
    /// In the light of this call: method and path or address, such as "GET /meetings/857"
    #[arg(long, value_name = "CALL", value_parser = Call::parse, conflicts_with = "product")]
    pub(crate) call: Option<Call>,
    /// The form of the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Clone, clap::Args)]
pub(crate) struct List {
    /// Only this product, or this group of products
    #[arg(long, short, value_name = "PRODUCT", value_parser = scope())]
    pub(crate) product: Option<Scope>,
    /// Only what this call can answer: method and path or address; without a method, of each method
    #[arg(long, value_name = "CALL", value_parser = Call::parse)]
    pub(crate) call: Option<Call>,
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

impl List {
    /// The words that are searched for.
    pub(crate) fn words(&self) -> Vec<String> {
        let text = self.search.as_deref().unwrap_or_default().to_lowercase();
        text.split_whitespace().map(str::to_owned).collect()
    }
}

#[derive(clap::Args)]
pub(crate) struct Decode {
    /// A file, in UTF-8 or UTF-16 [default: standard input]
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Print every line as it is, and the explanation below the lines that have one
    #[arg(long)]
    pub(crate) annotate: bool,
    /// The call that all of it answers: method and path or address
    #[arg(long, value_name = "CALL", value_parser = Call::parse)]
    pub(crate) call: Option<Call>,
    /// The form of the explanations; json prints one object a line
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(clap::Args)]
pub(crate) struct Completions {
    /// The shell that will read the script
    pub(crate) shell: Shell,
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

/// A product, or all of a group.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Scope {
    One(Product),
    Group(&'static str),
}

impl Scope {
    pub(crate) fn holds(self, product: Product) -> bool {
        match self {
            Scope::One(one) => one == product,
            Scope::Group(group) => product.group() == Some(group),
        }
    }

    /// What it is called in a sentence.
    pub(crate) fn title(self) -> String {
        match self {
            Scope::One(product) => product.title().to_owned(),
            Scope::Group(group) => format!("the products of `{group}`"),
        }
    }
}

fn scope() -> impl TypedValueParser<Value = Scope> {
    let mut ids: Vec<&str> = Product::ALL.iter().map(|product| product.id()).collect();
    for group in Product::ALL.iter().filter_map(|product| product.group()) {
        if !ids.contains(&group) {
            ids.push(group);
        }
    }
    PossibleValuesParser::new(ids).try_map(|text| match Product::from_id(&text) {
        Some(product) => Ok(Scope::One(product)),
        None => {
            let mut groups = Product::ALL.iter().filter_map(|product| product.group());
            groups
                .find(|group| *group == text)
                .map(Scope::Group)
                .ok_or("no such product")
        }
    })
}

/// The arguments with `explain` before them where no command is named: `zoom-errors 3712`.
pub(crate) fn with_command(args: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut args: Vec<OsString> = args.collect();
    let command = Cli::command();
    let is_query = |first: &OsString| {
        let first = first.to_string_lossy();
        let named = command
            .get_subcommands()
            .any(|known| known.get_name() == first);
        let option = first.starts_with('-') && first.parse::<i64>().is_err();
        !named && !option && first != "help"
    };
    if args.get(1).is_some_and(is_query) {
        args.insert(1, "explain".into());
    }
    args
}

/// The command that somebody may have meant by a word.
pub(crate) fn command_like(word: &str) -> Option<String> {
    let command = Cli::command();
    let names = command
        .get_subcommands()
        .map(|known| known.get_name().to_owned());
    names
        .into_iter()
        .find(|name| strsim::damerau_levenshtein(name, word) <= 2)
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
    let mut ids: Vec<&str> = ZoomError::all()
        .filter_map(|error| error.class().map(Class::id))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    PossibleValuesParser::new(ids)
}
