//! `cargo xtask docs draft`

use xtask_pages::drift::Against;
use xtask_pages::drift::draft::{draft, draft_calls, new_calls};
use xtask_pages::openapi::Specification;

use super::page_args::PageArgs;
use super::session::{self, Catalog, Chosen, Session};
use crate::disk::{Plan, RealDisk};
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
    let name = file.name().to_owned();
    let drafted = draft(&page, file, &against, args.force).map_err(|e| format!("{name}: {e}"))?;
    let mut said = Said::default();
    said.of(&name, &drafted.written, &drafted.left);
    let is_written = !drafted.written.is_empty();
    let mut planned = Planned {
        said,
        plan: Plan::default(),
    };
    if is_written {
        session::plan(repo, &mut planned.plan, &name, drafted.text)?;
    }
    if let Some(specification) = &page.specification {
        operations(repo, &mut session, &catalog, specification, &mut planned)?;
    }
    let Planned { said, plan } = planned;
    // Both files or none: what was refused must not leave half a draft behind.
    plan.apply(&RealDisk)?;
    if said.lines.is_empty() {
        println!("{name}: nothing to draft");
        return Ok(Outcome::Fine);
    }
    for line in &said.lines {
        println!("{line}");
    }
    if is_written {
        println!("write what is empty; `cargo xtask validate` shows what is still missing");
    }
    Ok(Outcome::Fine)
}

/// What was done and what was not.
#[derive(Default)]
struct Said {
    lines: Vec<String>,
}

impl Said {
    fn of(&mut self, name: &str, written: &[String], left: &[String]) {
        let written = written.iter().map(|written| format!("{name}: {written}"));
        self.lines.extend(written);
        self.lines
            .extend(left.iter().map(|left| format!("left to you: {left}")));
    }
}

/// What is done once all of it is known.
struct Planned {
    said: Said,
    plan: Plan,
}

/// The operations of a document, for products of the REST API.
fn operations(
    repo: &Repo,
    session: &mut Session,
    catalog: &Catalog,
    specification: &Specification,
    planned: &mut Planned,
) -> Result<(), String> {
    let id = &catalog.outline.id;
    let name = session::operations_of(id);
    let Some((file, listed)) = session.operations(repo, id)? else {
        let catalog = session.sources.file(catalog.file);
        if !catalog.name().starts_with("catalogs/rest/") {
            return Ok(());
        }
        let text = new_calls(id, specification, catalog.text());
        session::plan(repo, &mut planned.plan, &name, text)?;
        let lines = &mut planned.said.lines;
        lines.push(format!("{name}: {} operations", specification.calls.len()));
        return Ok(());
    };
    let file = session.sources.file(file);
    let drafted = draft_calls(specification, file, &listed).map_err(|e| format!("{name}: {e}"))?;
    let Planned { said, plan } = planned;
    said.of(&name, &drafted.written, &drafted.left);
    if drafted.written.is_empty() {
        return Ok(());
    }
    session::plan(repo, plan, &name, drafted.text)
}
