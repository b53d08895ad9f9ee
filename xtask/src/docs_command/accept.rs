//! `cargo xtask docs accept`

use xtask_pages::docs::RowCode;
use xtask_pages::drift::Against;
use xtask_pages::drift::acceptance::accept;
use xtask_pages::drift::finding::list;
use xtask_pages::drift::lock::{self, PATH};

use super::page_args::PageArgs;
use super::session::{self, Chosen, Session};
use crate::outcome::Outcome;
use crate::repo::Repo;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    page: PageArgs,
    /// Note only this code, or class such as 2XX; may be repeated
    #[arg(long, value_name = "N", value_parser = code, allow_negative_numbers = true)]
    code: Vec<RowCode>,
    /// Drop rows from the lock even if more than a tenth of the codes is gone from the page
    #[arg(long)]
    force: bool,
}

fn code(text: &str) -> Result<RowCode, String> {
    lock::code(text).ok_or_else(|| "write a number, or a class such as 2XX or 3000-3999".to_owned())
}

pub(super) fn run(repo: &Repo, args: &Args) -> Result<Outcome, String> {
    let mut session = Session::default();
    let Chosen {
        catalog,
        others,
        complete,
    } = session.catalog(repo, &args.page.catalog)?;
    let saved = session.page(&args.page.page, args.page.layout)?;
    let page = saved.page?;
    let source = args.page.source.as_deref();
    let source = session::source(&catalog.outline, &saved.identity, source)?;
    let lock = session::lock(repo)?;
    let against = Against::new(&catalog.outline, &source.id, &lock);
    let against = against.sharing(session::sharing(&others, source));
    let accepted =
        accept(&page, &against, &args.code, args.force).map_err(|refusal| refusal.to_string())?;
    let mut lock = accepted.lock;
    let all = || others.iter().chain([&catalog.outline]);
    let forgotten = lock.keep(|id, source| {
        let own = all().find(|outline| outline.id == id);
        // What cannot be read now may be there all the same.
        own.map_or(!complete, |own| {
            own.sources.iter().any(|one| one.id == source)
        })
    });
    session::write(repo, PATH, lock.to_string())?;
    let plural = if accepted.noted == 1 { "" } else { "s" };
    println!(
        "{}, source `{}`: {} code{plural} noted in {PATH}",
        catalog.outline.id, source.id, accepted.noted
    );
    if !accepted.dropped.is_empty() {
        println!(
            "dropped, as the page or the catalog lacks them: {}",
            list(&accepted.dropped)
        );
    }
    if forgotten > 0 {
        println!("dropped, as their catalog or source is no more: {forgotten} lines");
    }
    if accepted.left_out.is_empty() {
        return Ok(Outcome::Fine);
    }
    eprintln!(
        "not noted, as the catalog lacks them: {}; the findings of `cargo xtask docs check` say what to do",
        list(&accepted.left_out)
    );
    Ok(Outcome::Found)
}
