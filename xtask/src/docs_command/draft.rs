//! `cargo xtask docs draft`

use xtask_pages::drift::Against;
use xtask_pages::drift::draft::draft;

use super::page_args::PageArgs;
use super::session::{self, Chosen, Session};
use crate::outcome::Outcome;
use crate::repo::Repo;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    page: PageArgs,
    /// Draft even if more than a tenth of the codes is gone from the page
    #[arg(long)]
    force: bool,
}

pub(super) fn run(repo: &Repo, args: &Args) -> Result<Outcome, String> {
    let mut session = Session::default();
    let Chosen {
        catalog, others, ..
    } = session.catalog(repo, &args.page.catalog)?;
    let saved = session.page(&args.page.page, args.page.layout)?;
    let page = saved.page?;
    let source = args.page.source.as_deref();
    let source = session::source(&catalog.outline, &saved.identity, source)?;
    let lock = session::lock(repo)?;
    let against = Against::new(&catalog.outline, &source.id, &lock);
    let against = against.sharing(session::sharing(&others, source));
    let file = session.sources.file(catalog.file);
    let name = file.name();
    let drafted = draft(&page, file, &against, args.force).map_err(|e| format!("{name}: {e}"))?;
    if drafted.written.is_empty() && drafted.left.is_empty() {
        println!("{name}: nothing to draft");
        return Ok(Outcome::Fine);
    }
    session::write(repo, name, drafted.text)?;
    for written in &drafted.written {
        println!("{name}: {written}");
    }
    for left in &drafted.left {
        println!("left to you: {left}");
    }
    if !drafted.written.is_empty() {
        println!("write what is empty; `cargo xtask validate` shows what is still missing");
    }
    Ok(Outcome::Fine)
}
