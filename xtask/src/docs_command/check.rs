//! `cargo xtask docs check`

use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use xtask_pages::docs::{Layout, NoteKind, Page};
use xtask_pages::drift::calls::compare_calls;
use xtask_pages::drift::finding::{Place, finding};
use xtask_pages::drift::{Against, Lock, compare};
use xtask_pages::outline::{OperationsOutline, Outline, SourceOutline};
use zoom_errors_codegen::report::{self, Finding};

use super::folder::files;
use super::page_args::{PageArgs, layout};
use super::room::Room;
use super::session::{self, Catalog, Chosen, SavedPage, Session, quoted};
use crate::outcome::Outcome;
use crate::output::{Format, MOST, print, show_findings};
use crate::repo::Repo;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The catalog, by product id [default for a folder: all that its pages are sources of]
    #[arg(long, value_name = "ID")]
    catalog: Option<String>,
    /// The catalog's source that the page is [default: told by the page's address or title, else
    /// the first]
    #[arg(long, value_name = "ID")]
    source: Option<String>,
    /// How to read the page [default: told by content]
    #[arg(long, value_name = "LAYOUT", value_parser = layout)]
    layout: Option<Layout>,
    /// How differences are shown
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The saved page, `-` for standard input; or a folder of pages, each of which goes to the
    /// sources that have its address or title
    #[arg(value_name = "PAGE|DIR")]
    page: PathBuf,
}

pub(super) fn run(repo: &Repo, args: &Args) -> Result<Outcome, String> {
    let mut check = Check {
        session: Session::default(),
        lock: session::lock(repo)?,
        findings: Vec::new(),
        more: 0,
        room: match args.format {
            Format::Human => Room::OF_PEOPLE,
            Format::Json => Room::OF_PROGRAMS,
        },
        summaries: Vec::new(),
        failed: false,
    };
    match &args.catalog {
        Some(_) if args.page.is_dir() => {
            refuse("a folder is held against all catalogs: leave out --catalog, or name one page")
        }
        None if !args.page.is_dir() => {
            refuse("name the page's catalog with --catalog, or give a folder of pages")
        }
        None => check.folder(repo, &args.page)?,
        Some(catalog) => check.one(
            repo,
            &PageArgs {
                catalog: catalog.clone(),
                source: args.source.clone(),
                layout: args.layout,
                page: args.page.clone(),
            },
        )?,
    }
    check.show(args.format)
}

/// Ends the program as clap does for a command line that is wrong.
fn refuse(why: &str) -> ! {
    let mut command = clap::Command::new("check").bin_name("cargo xtask docs check");
    command.error(ErrorKind::ArgumentConflict, why).exit()
}

/// What no reader looks at.
const NOT_HELD: &str = "note: not held against the catalogs are codes told in running text or in headings, and dates of \
                        enforcement";

/// What a page is held against.
#[derive(Clone, Copy)]
struct Sides<'a> {
    catalog: &'a Catalog,
    source: &'a SourceOutline,
    /// All catalogs that may share the page.
    others: &'a [&'a Outline],
    operations: Option<&'a OperationsOutline>,
}

/// What was compared so far.
struct Check {
    session: Session,
    lock: Lock,
    findings: Vec<Finding>,
    /// How many differences there are beyond those kept.
    more: usize,
    /// What more can be kept.
    room: Room,
    /// One line for each comparison.
    summaries: Vec<String>,
    /// Whether a page could not be compared.
    failed: bool,
}

impl Check {
    fn one(&mut self, repo: &Repo, args: &PageArgs) -> Result<(), String> {
        let Chosen {
            catalog, others, ..
        } = self.session.catalog(repo, &args.catalog)?;
        let saved = self.session.page(&args.page, args.layout)?;
        let page = saved.page.as_ref().map_err(Clone::clone)?;
        let source = session::source(&catalog.outline, &saved.identity, args.source.as_deref())?;
        let arguments = session::arguments(&catalog.outline, &source.id, args);
        let others: Vec<&Outline> = others.iter().collect();
        let operations = self.session.operations(repo, &catalog.outline.id)?;
        let operations = operations.map(|(_, operations)| operations);
        let against = Sides {
            catalog: &catalog,
            source,
            others: &others,
            operations: operations.as_ref(),
        };
        self.compare(&against, &saved, page, &arguments);
        Ok(())
    }

    /// Every page of a folder against every source that it is.
    fn folder(&mut self, repo: &Repo, folder: &Path) -> Result<(), String> {
        let catalogs = self.session.all_catalogs(repo)?;
        let outlines: Vec<&Outline> = catalogs.iter().map(|catalog| &catalog.outline).collect();
        let mut met: Vec<(&str, &str)> = Vec::new();
        for path in files(folder)? {
            let saved = match self.session.page(&path, None) {
                Ok(saved) => saved,
                Err(why) => {
                    eprintln!("passed over: {why}");
                    continue;
                }
            };
            let before = met.len();
            for (catalog, source) in sources(&catalogs).filter(|(_, s)| saved.identity.is(s)) {
                met.push((&catalog.outline.id, &source.id));
                let page = match &saved.page {
                    Ok(page) => page,
                    Err(why) => {
                        eprintln!("error: {why}");
                        self.failed = true;
                        continue;
                    }
                };
                let page_word = quoted(&path.display().to_string());
                let arguments = format!(
                    "--catalog {} --source {} {page_word}",
                    catalog.outline.id,
                    quoted(&source.id)
                );
                let operations = self.session.operations(repo, &catalog.outline.id)?;
                let operations = operations.map(|(_, operations)| operations);
                let against = Sides {
                    catalog,
                    source,
                    others: &outlines,
                    operations: operations.as_ref(),
                };
                self.compare(&against, &saved, page, &arguments);
            }
            if met.len() == before {
                self.fits_nothing(&path, &saved, &catalogs);
            }
        }
        if met.is_empty() {
            return Err(format!(
                "{}: no file is the page of a source",
                folder.display()
            ));
        }
        let pages = sources(&catalogs).filter(|(_, source)| source.kind == "page");
        for (catalog, source) in pages {
            let id = &catalog.outline.id;
            if !met.contains(&(id, &source.id)) {
                eprintln!("no page: {id}, source `{}` ({})", source.id, source.title);
            }
        }
        Ok(())
    }

    /// Tells that a page is that of no source; one with the title of a source has moved.
    fn fits_nothing(&mut self, path: &Path, saved: &SavedPage, catalogs: &[Catalog]) {
        let name = path.display();
        let identity = &saved.identity;
        let titled = sources(catalogs).find(|(_, source)| identity.is_titled(source));
        match (titled, &identity.url) {
            (Some((catalog, source)), Some(url)) => {
                self.failed = true;
                eprintln!(
                    "error: {name}: its title is that of {}, source `{}`, and its address another: {url}; \
                     if the page has moved, correct its `url:` in the catalog",
                    catalog.outline.id, source.id
                );
            }
            _ => eprintln!("passed over: {name}: it has the address and title of no source"),
        }
    }

    fn compare(&mut self, against: &Sides<'_>, saved: &SavedPage, page: &Page, arguments: &str) {
        let Sides {
            catalog,
            source,
            others,
            operations,
        } = *against;
        let file = self.session.sources.file(saved.file);
        let remarks = page
            .notes
            .iter()
            .filter(|note| note.kind == NoteKind::Remark);
        for note in remarks.clone().take(MOST) {
            let line = file.position(note.span.start).line;
            eprintln!("note: {}:{line}: {}", file.name(), note.text);
        }
        if let Some(more) = remarks.count().checked_sub(MOST).filter(|more| *more > 0) {
            eprintln!("note: {}: and {more} more like these", file.name());
        }
        let against = Against::new(&catalog.outline, &source.id, &self.lock);
        let sharing = session::sharing(others.iter().copied(), source);
        let mut comparison = compare(page, &against.sharing(sharing));
        if let (Some(specification), Some(operations)) = (&page.specification, operations) {
            comparison
                .drifts
                .extend(compare_calls(specification, operations));
        }
        for section in &comparison.left_out {
            eprintln!(
                "note: {}: the section `{section}` lists another code space than {}",
                file.name(),
                catalog.outline.id
            );
        }
        let place = Place {
            file: saved.file,
            text: file.text(),
            arguments,
        };
        let found = comparison.drifts.len();
        let before = self.findings.len();
        for drift in &comparison.drifts {
            let line = file
                .position(drift.page.as_ref().map_or(0, |page| page.start))
                .line;
            if !self.room.take(file.lines(line, line).len()) {
                break;
            }
            self.findings.push(finding(drift, &place));
        }
        self.more += found - (self.findings.len() - before);
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let drift = match found {
            0 => "no drift".to_owned(),
            found => format!("{found} difference{}", plural(found)),
        };
        self.summaries.push(format!(
            "{}, source `{}`: {} code{} on {}, {drift}",
            catalog.outline.id,
            source.id,
            comparison.codes,
            plural(comparison.codes),
            file.name(),
        ));
    }

    fn show(&self, format: Format) -> Result<Outcome, String> {
        let sources = &self.session.sources;
        let fine = self.findings.is_empty() && !self.failed;
        let summary = format!("{}\n", self.summaries.join("\n"));
        if format == Format::Human {
            eprintln!("{NOT_HELD}\n");
        }
        match format {
            Format::Json => print(&report::findings_json(&self.findings, sources))?,
            Format::Human if fine => print(&summary)?,
            Format::Human => {
                let all = self.findings.len() + self.more;
                show_findings(&self.findings, all, sources);
                eprint!("{summary}");
            }
        }
        Ok(if fine { Outcome::Fine } else { Outcome::Found })
    }
}

fn sources(catalogs: &[Catalog]) -> impl Iterator<Item = (&Catalog, &SourceOutline)> {
    catalogs.iter().flat_map(|catalog| {
        let sources = catalog.outline.sources.iter();
        sources.map(move |source| (catalog, source))
    })
}
