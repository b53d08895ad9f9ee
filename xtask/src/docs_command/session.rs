//! The files of one run: catalogs, pages and the lock.

use std::io::Read;
use std::path::Path;

use xtask_pages::docs::{self, Layout, Page};
use xtask_pages::drift::Lock;
use xtask_pages::drift::identity::Identity;
use xtask_pages::drift::lock::PATH;
use xtask_pages::outline::{Outline, SourceOutline};
use zoom_errors_codegen::{InputFile, MAX_FILE, SourceFile, Sources, closest, report};

use super::page_args::PageArgs;
use crate::catalogs;
use crate::disk::{Plan, RealDisk, read_if_there};
use crate::repo::Repo;

/// All files read so far, for findings to point into.
#[derive(Default)]
pub(super) struct Session {
    pub(super) sources: Sources,
}

/// A catalog as read.
pub(super) struct Catalog {
    /// Its index among the files.
    pub(super) file: usize,
    pub(super) outline: Outline,
}

/// A page as read.
pub(super) struct SavedPage {
    /// Its index among the files.
    pub(super) file: usize,
    pub(super) identity: Identity,
    /// What it says, or why that cannot be told.
    pub(super) page: Result<Page, String>,
}

impl Session {
    /// The catalog of a product.
    pub(super) fn catalog(&mut self, repo: &Repo, id: &str) -> Result<Catalog, String> {
        let files = catalogs::read(repo)?;
        let wanted = format!("catalogs/{id}.yaml");
        let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
        match files.into_iter().find(|file| file.name == wanted) {
            Some(file) => self.outline(file),
            None => {
                let ids = names.iter().filter_map(|name| {
                    let name = name.strip_prefix("catalogs/")?;
                    name.strip_suffix(".yaml").filter(|id| *id != "products")
                });
                let help = match closest(id, ids) {
                    Some(near) => format!("; did you mean `{near}`?"),
                    None => "; for a new product write its head first, as in `catalogs/README.md` \
                             under \"A new catalog\", and leave `categories: []` and `errors: []` \
                             to `cargo xtask docs draft`"
                        .to_owned(),
                };
                Err(format!("there is no `{wanted}`{help}"))
            }
        }
    }

    /// Every catalog that can be outlined; what is wrong with the others is printed.
    pub(super) fn all_catalogs(&mut self, repo: &Repo) -> Result<Vec<Catalog>, String> {
        let files = catalogs::read(repo)?;
        let catalogs = files
            .into_iter()
            .filter(|file| file.name != "catalogs/products.yaml");
        catalogs.map(|file| self.outline(file)).collect()
    }

    fn outline(&mut self, file: InputFile) -> Result<Catalog, String> {
        let name = file.name.clone();
        match Outline::load(file, &mut self.sources) {
            Ok((file, outline)) => Ok(Catalog { file, outline }),
            Err(problems) => {
                let colored = catalogs::colored();
                eprint!("{}", report::human(&problems, &self.sources, colored));
                Err(format!(
                    "{name}: mend this first; `cargo xtask validate` shows all"
                ))
            }
        }
    }

    /// A page; that it cannot be read is no error yet.
    pub(super) fn page(
        &mut self,
        path: &Path,
        layout: Option<Layout>,
    ) -> Result<SavedPage, String> {
        let shown = match is_stdin(path) {
            true => "<stdin>".to_owned(),
            false => path.display().to_string(),
        };
        let text = read_text(path).map_err(|why| format!("{shown}: {why}"))?;
        let page = docs::read(&text, layout);
        let identity = Identity::of(&text, page.as_ref().ok());
        let source = SourceFile::new(shown.clone(), text);
        let page = page.map_err(|error| match error.span() {
            Some(span) => format!("{shown}:{}: {error}", source.position(span.start).line),
            None => format!("{shown}: {error}"),
        });
        let file = self.sources.add(source);
        Ok(SavedPage {
            file,
            identity,
            page,
        })
    }
}

/// The source of a catalog that a page is.
pub(super) fn source<'a>(
    outline: &'a Outline,
    identity: &Identity,
    named: Option<&str>,
) -> Result<&'a SourceOutline, String> {
    let mut sources = outline.sources.iter();
    if let Some(id) = named {
        return sources.find(|source| source.id == id).ok_or_else(|| {
            let ids: Vec<String> = outline
                .sources
                .iter()
                .map(|s| format!("`{}`", s.id))
                .collect();
            format!(
                "{} has no source `{id}`; it has {}",
                outline.id,
                ids.join(", ")
            )
        });
    }
    sources
        .find(|source| identity.is(source))
        .or(outline.sources.first())
        .ok_or_else(|| format!("{} has no source", outline.id))
}

/// What a command line needs to name the same page again.
pub(super) fn arguments(outline: &Outline, source: &str, args: &PageArgs) -> String {
    let mut arguments = format!("--catalog {}", outline.id);
    if args.source.is_some() {
        arguments.push_str(&format!(" --source {}", quoted(source)));
    }
    if let Some(layout) = args.layout {
        arguments.push_str(&format!(" --layout {}", layout.id()));
    }
    format!("{arguments} {}", quoted(&args.page.display().to_string()))
}

/// A word as a shell takes it.
pub(super) fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:=+,@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// The lock as it is on disk.
pub(super) fn lock(repo: &Repo) -> Result<Lock, String> {
    let text = read_if_there(&repo.path(PATH)).map_err(|error| format!("{PATH}: {error}"))?;
    Lock::parse(&text.unwrap_or_default()).map_err(|error| error.to_string())
}

/// Writes one file of the repository.
pub(super) fn write(repo: &Repo, name: &str, text: String) -> Result<(), String> {
    let mut plan = Plan::default();
    plan.write(name, repo.path(name), text)?;
    plan.apply(&RealDisk)
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn read_text(path: &Path) -> Result<String, String> {
    let bytes = if is_stdin(path) {
        let mut bytes = Vec::new();
        let mut input = std::io::stdin().lock().take(MAX_FILE + 1);
        input
            .read_to_end(&mut bytes)
            .map_err(|error| error.to_string())?;
        bytes
    } else {
        catalogs::read_bounded(path)?
    };
    if bytes.len() as u64 > MAX_FILE {
        return Err(format!("it has more than the {MAX_FILE} bytes allowed"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("byte {at} is not UTF-8; save it as UTF-8")
    })
}
