//! The files of one run: catalogs, pages and the lock.

use std::io::Read;
use std::path::Path;

use xtask_pages::docs::{self, Layout, Page};
use xtask_pages::drift::Lock;
use xtask_pages::drift::identity::{Identity, same_page};
use xtask_pages::drift::lock::PATH;
use xtask_pages::intake::{self, Intake};
use xtask_pages::outline::{OperationsOutline, Outline, SourceOutline};
use zoom_errors_codegen::{InputFile, MAX_FILE, SourceFile, Sources, closest};

use super::page_args::PageArgs;
use crate::catalogs;
use crate::disk::{Plan, RealDisk, read_if_there};
use crate::output::mend_first;
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

/// The catalog that is meant, and the others.
pub(super) struct Chosen {
    pub(super) catalog: Catalog,
    pub(super) others: Vec<Outline>,
    /// Whether every other one could be read.
    pub(super) complete: bool,
}

/// The catalogs among some that have entries from the same page as a source.
pub(super) fn sharing<'a>(
    others: impl IntoIterator<Item = &'a Outline>,
    source: &SourceOutline,
) -> Vec<&'a Outline> {
    let shares = |other: &&Outline| other.sources.iter().any(|one| same_page(one, source));
    others.into_iter().filter(shares).collect()
}

/// The catalogs, without the lists of products and operations.
fn catalog_files(repo: &Repo) -> Result<Vec<InputFile>, String> {
    let mut files = catalogs::read(repo)?;
    files.retain(|file| {
        file.name != "catalogs/products.yaml" && !file.name.starts_with("catalogs/operations/")
    });
    files.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(files)
}

/// The file that lists the operations of a product.
pub(super) fn operations_of(id: &str) -> String {
    format!("catalogs/operations/{id}.yaml")
}

/// A file's name without what all catalogs have: `rest/meetings`.
fn inner(name: &str) -> &str {
    let name = name.strip_prefix("catalogs/").unwrap_or(name);
    name.strip_suffix(".yaml").unwrap_or(name)
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
    /// The catalog of a product, and all others that can be read: pages may be shared.
    pub(super) fn catalog(&mut self, repo: &Repo, id: &str) -> Result<Chosen, String> {
        let files = catalog_files(repo)?;
        let named = |file: &&InputFile| {
            let name = inner(&file.name);
            name == id || name.rsplit('/').next() == Some(id)
        };
        let Some(wanted) = files.iter().find(named).map(|file| file.name.clone()) else {
            let ids = files
                .iter()
                .map(|file| inner(&file.name).rsplit('/').next().unwrap_or_default());
            let help = match closest(id, ids) {
                Some(near) => format!("; did you mean `{near}`?"),
                None => "; for a new product write its head first, as in `catalogs/README.md` \
                         under \"A new catalog\", and leave `categories: []` and `errors: []` \
                         to `cargo xtask docs draft`"
                    .to_owned(),
            };
            return Err(format!("there is no `catalogs/{id}.yaml`{help}"));
        };
        let mut others = Vec::new();
        let mut complete = true;
        let mut chosen = None;
        for file in files {
            if file.name == wanted {
                chosen = Some(self.outline(file)?);
            } else {
                // What is wrong with the others is for `validate` to tell.
                match Outline::load(file, &mut self.sources) {
                    Ok((_, outline)) => others.push(outline),
                    Err(_) => complete = false,
                }
            }
        }
        let catalog = chosen.ok_or_else(|| format!("there is no `{wanted}`"))?;
        Ok(Chosen {
            catalog,
            others,
            complete,
        })
    }

    /// The operations of a product, if a file lists them.
    pub(super) fn operations(
        &mut self,
        repo: &Repo,
        id: &str,
    ) -> Result<Option<(usize, OperationsOutline)>, String> {
        // An id that is no file name is for `validate` to tell.
        let is_name = Path::new(id).file_name().is_some_and(|name| name == id);
        let name = operations_of(id);
        let file = match is_name {
            true => catalogs::one(repo, &name),
            false => None,
        };
        let Some(file) = file else {
            return Ok(None);
        };
        OperationsOutline::load(file, &mut self.sources)
            .map(Some)
            .map_err(|problems| mend_first(&name, &problems, &self.sources))
    }

    /// Every catalog; what is wrong with one is printed.
    pub(super) fn all_catalogs(&mut self, repo: &Repo) -> Result<Vec<Catalog>, String> {
        let files = catalog_files(repo)?.into_iter();
        files.map(|file| self.outline(file)).collect()
    }

    fn outline(&mut self, file: InputFile) -> Result<Catalog, String> {
        let name = file.name.clone();
        match Outline::load(file, &mut self.sources) {
            Ok((file, outline)) => Ok(Catalog { file, outline }),
            Err(problems) => Err(mend_first(&name, &problems, &self.sources)),
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
        let intake = read_text(path).map_err(|why| format!("{shown}: {why}"))?;
        let text = intake.text;
        // Places are those of the text, so it goes by a name of its own.
        let shown = match intake.decoded {
            true => format!("{shown} (decoded)"),
            false => shown,
        };
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
        let source = sources.find(|source| source.id == id).ok_or_else(|| {
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
        })?;
        agree(outline, source, identity)?;
        return Ok(source);
    }
    if let Some(source) = sources.find(|source| identity.is(source)) {
        return Ok(source);
    }
    let first = outline.sources.first();
    let first = first.ok_or_else(|| format!("{} has no source", outline.id))?;
    agree(outline, first, identity)?;
    Ok(first)
}

/// The address of a page must not be another than its source has.
fn agree(outline: &Outline, source: &SourceOutline, identity: &Identity) -> Result<(), String> {
    let (Some(own), Some(other)) = (&identity.url, &source.url) else {
        return Ok(());
    };
    if !identity.contradicts(source) {
        return Ok(());
    }
    Err(format!(
        "the page's address is {own}, and that of {}, source `{}`, is {other}; if the page has moved, \
         correct its `url:` in the catalog, else hold it against the catalog that it belongs to",
        outline.id, source.id
    ))
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

/// A byte order mark.
const MARK: &str = "\u{feff}";

/// Writes one file of the repository.
pub(super) fn write(repo: &Repo, name: &str, text: String) -> Result<(), String> {
    let mut one = Plan::default();
    plan(repo, &mut one, name, text)?;
    one.apply(&RealDisk)
}

/// Plans to write a file of the repository.
pub(super) fn plan(repo: &Repo, plan: &mut Plan, name: &str, text: String) -> Result<(), String> {
    let path = repo.path(name);
    // What was read came without the mark that some editors put in front.
    let marked = std::fs::read(&path).is_ok_and(|old| old.starts_with(MARK.as_bytes()));
    let text = match marked && !text.starts_with(MARK) {
        true => format!("{MARK}{text}"),
        false => text,
    };
    plan.write(name, path, text)
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn read_text(path: &Path) -> Result<Intake, String> {
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
    intake::text(bytes)
}
