//! `cargo xtask validate`

use std::path::PathBuf;

use zoom_errors_codegen::{Loaded, Span, load, report};

use crate::catalogs;
use crate::outcome::Outcome;
use crate::output::{Format, print, show_problems};
use crate::repo::Repo;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// How problems are shown
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Show the problems of these files only
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

pub(crate) fn run(repo: &Repo, args: &Args) -> Result<Outcome, String> {
    let chosen = catalogs::chosen(repo, &args.files)?;
    let Loaded { sources, outcome } = load(chosen.files);
    let mut problems = outcome.err().unwrap_or_default();
    if let Some(names) = &chosen.shown {
        let shown = |span: Span| {
            names
                .iter()
                .any(|name| name == sources.file(span.file).name())
        };
        problems.retain(|problem| {
            shown(problem.span) || problem.related.iter().any(|(span, _)| shown(*span))
        });
    }
    match args.format {
        Format::Json => print(&report::json(&problems, &sources))?,
        Format::Human if problems.is_empty() => {
            let count = chosen
                .shown
                .map_or(sources.iter().len(), |names| names.len());
            let plural = if count == 1 { "" } else { "s" };
            print(&format!("{count} file{plural}, no problem\n"))?;
        }
        Format::Human => show_problems(&problems, &sources),
    }
    Ok(if problems.is_empty() {
        Outcome::Fine
    } else {
        Outcome::Found
    })
}
