//! `cargo xtask docs`: saved documentation pages against the catalogs.

mod accept;
mod check;
mod draft;
mod folder;
mod page_args;
mod room;
mod session;

use clap::Subcommand;

use crate::outcome::Outcome;
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
