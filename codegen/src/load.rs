//! From files to the model, or to everything that is wrong with them.

use std::collections::HashMap;

use crate::admit::{InputFile, admit};
use crate::catalog::{self, Catalog, Operations, Rates, Spaces};
use crate::check;
use crate::model::Model;
use crate::parallel;
use crate::problem::{self, Problem};
use crate::resolve::resolve;
use crate::rule::Rule;
use crate::source::{Sources, Span};

/// How many problems are kept for one file. Nobody reads more at once, and a broken file can have
/// millions.
pub(crate) const MAX_PROBLEMS: usize = 500;

/// The stem of the file that lists product spaces; every other file is a catalog.
const SPACES: &str = "products";

/// The folder of the lists of operations.
const OPERATIONS: &str = "operations";

/// The stem of the file beside them that says what their rate-limit labels allow.
pub(crate) const RATES: &str = "rate_limits";

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
pub fn load(files: Vec<InputFile>) -> Loaded {
    load_unless(files, |_| true)
}

/// Like [`load`], for a state that was released and can no longer be mended: rules that came later
/// and judge only what it says do not count.
pub fn load_released(files: Vec<InputFile>) -> Loaded {
    load_unless(files, |problem| problem.rule.concerns_form())
}

/// Gives the model unless there is a problem that counts.
fn load_unless(mut files: Vec<InputFile>, counts: impl Fn(&Problem) -> bool) -> Loaded {
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let mut sources = Sources::default();
    let mut problems = Vec::new();
    let mut catalogs: Vec<(usize, Catalog)> = Vec::new();
    let mut operations: Vec<(usize, Operations)> = Vec::new();
    let mut rates: Option<Rates> = None;
    let mut spaces: Option<Spaces> = None;
    let admitted: Vec<usize> = (files.into_iter())
        .filter_map(|input| admit(input, &mut sources, &mut problems))
        .collect();
    let read = parallel::map(admitted.len(), |at| read(&sources, admitted[at]));
    for (file, (read, mut of_file)) in admitted.into_iter().zip(read) {
        match read {
            Some(Read::Spaces(read)) => spaces = Some(read),
            Some(Read::Rates(read)) => rates = Some(read),
            Some(Read::Operations(read)) => operations.push((file, read)),
            Some(Read::Catalog(read)) => catalogs.push((file, *read)),
            None => {}
        }
        problems.append(&mut of_file);
    }
    inherit(&mut catalogs);
    check::all(
        &check::Input {
            sources: &sources,
            catalogs: &catalogs,
            operations: &operations,
            rates: rates.as_ref(),
            spaces: spaces.as_ref(),
        },
        &mut problems,
    );
    problems.retain(counts);
    problem::sort(&mut problems, &sources);
    let problems = first_of_each_file(&problems);
    let outcome = if problems.is_empty() {
        resolve(&catalogs, &operations, rates.as_ref(), spaces.as_ref())
            .ok_or_else(|| vec![incomplete()])
    } else {
        Err(problems)
    };
    Loaded { sources, outcome }
}

/// What a file states.
enum Read {
    Spaces(Spaces),
    Rates(Rates),
    Operations(Operations),
    Catalog(Box<Catalog>),
}

/// Reads a file, with the problems of it alone, so that reading can stop when it has too many.
fn read(sources: &Sources, file: usize) -> (Option<Read>, Vec<Problem>) {
    let source = sources.file(file);
    let mut problems = Vec::new();
    let read = if source.stem() == SPACES {
        catalog::read_spaces(source, file, &mut problems).map(Read::Spaces)
    } else if source.folder() == Some(OPERATIONS) && source.stem() == RATES {
        catalog::read_rates(source, file, &mut problems).map(Read::Rates)
    } else if source.folder() == Some(OPERATIONS) {
        catalog::read_operations(source, file, &mut problems).map(Read::Operations)
    } else {
        let read = catalog::read(source, file, &mut problems, MAX_PROBLEMS);
        // What was not read to its end cannot be held against what it seems to lack.
        let whole = read.filter(|_| problems.len() <= MAX_PROBLEMS);
        whole.map(|catalog| Read::Catalog(Box::new(catalog)))
    };
    (read, problems)
}

/// Fills in the names and summaries that entries take from the code of another catalog which they
/// are the same as; so everything behind sees them.
fn inherit(catalogs: &mut [(usize, Catalog)]) {
    let mut described = HashMap::new();
    for (_, catalog) in &*catalogs {
        let Some(id) = &catalog.id else { continue };
        for entry in catalog
            .errors
            .iter()
            .filter(|entry| entry.same_as.is_none())
        {
            if let Some(code) = &entry.code {
                let texts = (entry.name.clone(), entry.summary.clone());
                described.insert((id.value.clone(), code.value), texts);
            }
        }
    }
    for (_, catalog) in catalogs {
        for entry in &mut catalog.errors {
            let Some(target) = &entry.same_as else {
                continue;
            };
            let Some(product) = &target.value.product else {
                continue;
            };
            if let Some((name, summary)) = described.get(&(product.clone(), target.value.code)) {
                entry.name = entry.name.take().or_else(|| name.clone());
                entry.summary = entry.summary.take().or_else(|| summary.clone());
            }
        }
    }
}

/// Drops what no person would read, and says so. Expects the problems in order.
fn first_of_each_file(problems: &[Problem]) -> Vec<Problem> {
    let mut kept: Vec<Problem> = Vec::new();
    for of_file in problems.chunk_by(|a, b| a.span.file == b.span.file) {
        let shown = of_file.len().min(MAX_PROBLEMS);
        kept.extend_from_slice(&of_file[..shown]);
        if let Some(next) = of_file.get(shown) {
            let message = format!("only the first {shown} problems of this file are shown");
            kept.push(
                Problem::new(Rule::TooLarge, next.span, message)
                    .help("mend those above first; many may have one cause"),
            );
        }
    }
    kept
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
