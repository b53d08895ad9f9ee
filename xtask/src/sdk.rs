//! `cargo xtask sdk`: an npm package of a web SDK against the catalogs.

mod folder;
mod places;

use std::path::{Path, PathBuf};

use clap::Subcommand;
use xtask_pages::outline::Outline;
use xtask_sdk::{Comparison, Difference, Facts, Lock, PATH, Package, compare, is_held};
use zoom_errors_codegen::report::{self, Finding};
use zoom_errors_codegen::{Sources, Span};

use places::Places;

use crate::catalogs;
use crate::disk::{Plan, RealDisk, read_if_there};
use crate::outcome::Outcome;
use crate::output::{Format, MOST, mend_first, print, show_findings};
use crate::progress;
use crate::repo::Repo;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Show how a package differs from the catalogs and from what was last reviewed
    Check {
        /// The unpacked package of @zoom/videosdk or @zoom/meetingsdk: the folder with package.json
        #[arg(long, value_name = "DIR")]
        package: PathBuf,
        /// How differences are shown
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
    },
    /// Note in `catalogs/sdk.lock` that a person has reviewed a package's texts and comments
    Accept {
        /// The unpacked package: the folder with package.json
        #[arg(long, value_name = "DIR")]
        package: PathBuf,
    },
}

/// What no reader looks at.
const NOT_HELD: &str = "note: not held against the catalogs are enums of strings, the numbers of servers that an SDK \
                        translates, and texts that no `errorCode` goes with";

pub(crate) fn run(repo: &Repo, command: &Command) -> Result<Outcome, String> {
    match command {
        Command::Check { package, format } => check(repo, package, *format),
        Command::Accept { package } => accept(repo, package),
    }
}

/// A package held against the catalogs.
struct Held {
    /// Where the package lies.
    folder: PathBuf,
    /// The catalogs.
    sources: Sources,
    package: Package,
    lock: Lock,
    comparison: Comparison,
}

fn hold(repo: &Repo, folder: &Path) -> Result<Held, String> {
    let folder = folder::root(folder);
    let (package, mut notes) = folder::read(&folder)?;
    let mut sources = Sources::default();
    let mut outlines = Vec::new();
    for file in catalogs::read(repo)? {
        let name = file.name.clone();
        let id = Path::new(&name).file_stem().and_then(|stem| stem.to_str());
        if !id.is_some_and(is_held) {
            continue;
        }
        match Outline::load(file, &mut sources) {
            Ok((_, outline)) => outlines.push(outline),
            Err(problems) => return Err(mend_first(&name, &problems, &sources)),
        }
    }
    let lock = read_if_there(&repo.path(PATH)).map_err(|error| format!("{PATH}: {error}"))?;
    let lock = Lock::parse(&lock.unwrap_or_default())?;
    let comparison = progress::shown("reading the package", || {
        compare(&package, &Facts::read(&package), &outlines, &lock)
    });
    notes.extend(comparison.notes.iter().cloned());
    for note in &notes {
        eprintln!("note: {note}");
    }
    Ok(Held {
        folder,
        sources,
        package,
        lock,
        comparison,
    })
}

fn check(repo: &Repo, folder: &Path, format: Format) -> Result<Outcome, String> {
    let Held {
        folder,
        mut sources,
        package,
        comparison,
        ..
    } = hold(repo, folder)?;
    let differences = &comparison.differences;
    let manifest = &package.manifest;
    let summary = format!(
        "{} {}\n{}\n",
        manifest.name,
        manifest.version,
        comparison.summaries.join("\n")
    );
    let mut places = Places::new(&folder, &package);
    match format {
        Format::Json => {
            let findings = differences.iter();
            let findings: Vec<Finding> = findings
                .map(|difference| finding(difference, places.whole(difference, &mut sources)))
                .collect();
            print(&report::findings_json(&findings, &sources))?;
        }
        Format::Human => {
            eprintln!("{NOT_HELD}\n");
            let shown = differences.iter().take(MOST);
            let findings: Vec<Finding> = shown
                .map(|difference| finding(difference, places.shown(difference, &mut sources)))
                .collect();
            show_findings(&findings, differences.len(), &sources);
            print(&summary)?;
        }
    }
    Ok(if differences.is_empty() {
        Outcome::Fine
    } else {
        Outcome::Found
    })
}

fn accept(repo: &Repo, folder: &Path) -> Result<Outcome, String> {
    let Held {
        package,
        lock,
        comparison,
        ..
    } = hold(repo, folder)?;
    let new = comparison.accepted(&package, &lock).to_string();
    let mut plan = Plan::default();
    plan.write(PATH, repo.path(PATH), new)?;
    plan.apply(&RealDisk)?;
    let manifest = &package.manifest;
    println!(
        "{} {}: texts and comments of {} codes noted in {PATH}",
        manifest.name,
        manifest.version,
        comparison.reviewed()
    );
    Ok(Outcome::Fine)
}

fn finding(difference: &Difference, at: Option<Span>) -> Finding {
    let entry = (difference.entry, difference.label.to_owned());
    let (span, label, related) = match at {
        Some(at) => (at, "in the package".to_owned(), vec![entry]),
        None => (entry.0, entry.1, Vec::new()),
    };
    Finding {
        id: difference.id,
        message: difference.message.clone(),
        span,
        label,
        related,
        help: Some(difference.help.clone()),
        note: None,
    }
}
