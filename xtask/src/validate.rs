//! `cargo xtask validate`

use std::path::PathBuf;

use zoom_errors_codegen::{Loaded, Span, load, report};

use crate::catalogs;
use crate::outcome::Outcome;
use crate::output::{Format, print, show_findings, show_problems};
use crate::repo::Repo;
use crate::uses;

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
    let Loaded {
        mut sources,
        outcome,
    } = load(chosen.files);
    let count = chosen
        .shown
        .as_ref()
        .map_or(sources.iter().len(), |names| names.len());
    // Of the catalogs as a whole; whoever names files asks about those.
    let uses = match &outcome {
        Ok(model) if chosen.shown.is_none() => uses::missing(repo, model, &mut sources)?,
        _ => Vec::new(),
    };
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
    let fine = problems.is_empty() && uses.is_empty();
    match args.format {
        Format::Json if problems.is_empty() => print(&report::findings_json(&uses, &sources))?,
        Format::Json => print(&report::json(&problems, &sources))?,
        Format::Human if fine => {
            let plural = if count == 1 { "" } else { "s" };
            print(&format!("{count} file{plural}, no problem\n"))?;
        }
        Format::Human => {
            show_findings(&uses, uses.len(), &sources);
            if !problems.is_empty() {
                show_problems(&problems, &sources);
            }
        }
    }
    Ok(match fine {
        true => Outcome::Fine,
        false => Outcome::Found,
    })
}
