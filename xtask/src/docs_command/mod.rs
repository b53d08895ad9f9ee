//! `cargo xtask docs`: saved documentation pages against the catalogs.

mod accept;
mod check;
mod draft;
mod session;

use std::path::PathBuf;

use clap::Subcommand;
use xtask::docs::Layout;

use crate::Outcome;
use crate::repo::Repo;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Show how a saved page differs from a catalog and from what was last reviewed
    Check(check::Args),
    /// Write into a catalog what a page tells of new and renamed codes
    Draft(draft::Args),
    /// Note in `catalogs/docs.lock` that a person has reviewed a page's rows
    Accept(accept::Args),
}

pub(crate) fn run(repo: &Repo, command: &Command) -> Result<Outcome, String> {
    match command {
        Command::Check(args) => check::run(repo, args),
        Command::Draft(args) => draft::run(repo, args),
        Command::Accept(args) => accept::run(repo, args),
    }
}

/// The page, and what to hold it against.
#[derive(clap::Args)]
struct PageArgs {
    /// The catalog, by product id
    #[arg(long, value_name = "ID")]
    catalog: String,
    /// The catalog's source that the page is [default: told by the page's address or title, else
    /// the first]
    #[arg(long, value_name = "ID")]
    source: Option<String>,
    /// How to read the page [default: told by content]
    #[arg(long, value_name = "LAYOUT", value_parser = layout)]
    layout: Option<Layout>,
    /// The saved page; `-` for standard input
    #[arg(value_name = "PAGE")]
    page: PathBuf,
}

fn layout(id: &str) -> Result<Layout, String> {
    Layout::from_id(id).ok_or_else(|| {
        let ids: Vec<&str> = Layout::ALL.into_iter().map(Layout::id).collect();
        format!("the layouts are {}", ids.join(", "))
    })
}
