//! From files to the model, or to everything that is wrong with them.

use crate::catalog::{self, Catalog, Spaces};
use crate::check::{self, Rule};
use crate::model::Model;
use crate::problem::{self, Problem};
use crate::resolve::resolve;
use crate::source::{SourceFile, Sources, Span};

/// The largest file in bytes. The largest real catalog has some 200 thousand.
pub const MAX_FILE: u64 = 64 * 1024 * 1024;

/// The stem of the file that lists product spaces; every other file is a catalog.
const SPACES: &str = "products";

/// A file as it was found.
#[derive(Clone, Debug)]
pub struct InputFile {
    /// The name under which problems mention it; its stem must equal the product id.
    pub name: String,
    /// Its bytes, or why they could not be read.
    pub content: Result<Vec<u8>, String>,
}

impl InputFile {
    /// A file that could be read.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            content: Ok(bytes.into()),
        }
    }

    /// A file that could not be read, and why.
    pub fn unreadable(name: impl Into<String>, why: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            content: Err(why.into()),
        }
    }
}

/// What came of loading.
#[derive(Debug)]
pub struct Loaded {
    /// The files, for printing problems.
    pub sources: Sources,
    /// The model, or every problem in the order of files and lines.
    pub outcome: Result<Model, Vec<Problem>>,
}

/// Reads and checks all catalogs together with `products.yaml`.
///
/// The order of the files does not matter.
pub fn load(mut files: Vec<InputFile>) -> Loaded {
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let mut sources = Sources::default();
    let mut problems = Vec::new();
    let mut catalogs: Vec<(usize, Catalog)> = Vec::new();
    let mut spaces: Option<Spaces> = None;
    for input in files {
        let Some(file) = add(input, &mut sources, &mut problems) else {
            continue;
        };
        let source = sources.file(file);
        if source.stem() == SPACES {
            spaces = catalog::read_spaces(source, file, &mut problems);
        } else if let Some(catalog) = catalog::read(source, file, &mut problems) {
            catalogs.push((file, catalog));
        }
    }
    check::all(
        &check::Input {
            sources: &sources,
            catalogs: &catalogs,
            spaces: spaces.as_ref(),
        },
        &mut problems,
    );
    problem::sort(&mut problems, &sources);
    let outcome = if problems.is_empty() {
        resolve(&catalogs, spaces.as_ref()).ok_or_else(|| vec![incomplete()])
    } else {
        Err(problems)
    };
    Loaded { sources, outcome }
}

/// Cannot happen as long as the checks cover what `resolve` needs.
fn incomplete() -> Problem {
    Problem::new(
        Rule::MissingKey,
        Span {
            file: 0,
            start: 0,
            end: 0,
        },
        "a catalog passed all checks and is still incomplete",
    )
    .help("this is a fault of the generator; please report it with the catalog")
}

/// Adds a file and gives its index if its text can be looked at.
fn add(input: InputFile, sources: &mut Sources, problems: &mut Vec<Problem>) -> Option<usize> {
    let refuse =
        |sources: &mut Sources, problems: &mut Vec<Problem>, rule, message: String, help: &str| {
            let file = sources.add(SourceFile::new(input.name.clone(), String::new()));
            let span = Span {
                file,
                start: 0,
                end: 0,
            };
            problems.push(Problem::new(rule, span, message).help(help));
            None
        };
    let bytes = match input.content {
        Ok(bytes) => bytes,
        Err(why) => {
            let help = "make it a readable file, or move it out of the folder";
            return refuse(
                sources,
                problems,
                Rule::Unreadable,
                format!("cannot be read: {why}"),
                help,
            );
        }
    };
    if bytes.len() as u64 > MAX_FILE {
        let message = format!(
            "the file has {} bytes, more than the {MAX_FILE} allowed",
            bytes.len()
        );
        return refuse(
            sources,
            problems,
            Rule::TooLarge,
            message,
            "a catalog is a page of text",
        );
    }
    let (text, broken) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            (
                String::from_utf8_lossy(error.as_bytes()).into_owned(),
                Some(at),
            )
        }
    };
    let file = sources.add(SourceFile::new(input.name, text));
    let character = |start: usize| {
        let width = sources.file(file).text()[start..]
            .chars()
            .next()
            .map_or(0, char::len_utf8);
        Span {
            file,
            start,
            end: start + width,
        }
    };
    if let Some(at) = broken {
        problems.push(
            Problem::new(Rule::Encoding, character(at), "these bytes are not UTF-8")
                .help("save the file as UTF-8"),
        );
        return None;
    }
    let unseen = sources
        .file(file)
        .text()
        .char_indices()
        .skip(1)
        .find(|(_, c)| {
            // The parser accepts some of these; people cannot see them.
            !matches!(c, '\n' | '\r' | '\t') && check::is_unseen(*c)
        });
    if let Some((at, c)) = unseen {
        let message = format!("the character U+{:04X} does not show", u32::from(c));
        problems.push(Problem::new(Rule::Encoding, character(at), message).help("remove it"));
        return None;
    }
    Some(file)
}
