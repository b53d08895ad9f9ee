//! The facts of a catalog and their places, for tools that hold it against a page or write into it.
//!
//! Unlike the [`Model`](crate::Model), an outline needs no catalog without problems: drafted entries
//! wait for their texts, and are there all the same.

use crate::admit::admit;
use crate::catalog::{self, Catalog, Codes, yaml};
use crate::check::variant_of;
use crate::load::InputFile;
use crate::names;
use crate::problem::Problem;
use crate::source::{SourceFile, Sources, Span, Spanned};

/// One catalog file.
#[derive(Clone, Debug)]
pub struct Outline {
    /// The product's id.
    pub id: String,
    /// Where the entries were read; never empty.
    pub sources: Vec<SourceOutline>,
    /// Documented number ranges.
    pub ranges: Vec<ClassOutline>,
    /// The page's sections.
    pub categories: Vec<ClassOutline>,
    /// The entries that have a code, in the order of the file.
    pub entries: Vec<EntryOutline>,
    /// Where the list of categories stands.
    pub category_list: Option<ListPlace>,
    /// Where the list of entries stands.
    pub entry_list: Option<ListPlace>,
    strip_prefix: Option<String>,
}

/// Where a list stands. It may be empty.
#[derive(Clone, Copy, Debug)]
pub struct ListPlace {
    /// Its key.
    pub key: Span,
    /// Its value.
    pub value: Span,
}

/// A place where entries were read.
#[derive(Clone, Debug)]
pub struct SourceOutline {
    /// Short id.
    pub id: String,
    /// Title of the page, header or package.
    pub title: String,
    /// Its address, if known.
    pub url: Option<String>,
    /// A word of [`SOURCE_KINDS`](crate::vocabulary::SOURCE_KINDS).
    pub kind: &'static str,
}

/// A category or a range.
#[derive(Clone, Debug)]
pub struct ClassOutline {
    /// Short id.
    pub id: String,
    /// The name for people.
    pub title: Spanned<String>,
    /// The numbers it claims.
    pub codes: Option<Codes>,
    /// Its first key.
    pub span: Span,
}

/// One code.
#[derive(Clone, Debug)]
pub struct EntryOutline {
    /// The number on the wire.
    pub code: Spanned<i32>,
    /// The constant.
    pub name: Option<Spanned<String>>,
    /// Further constants.
    pub aliases: Vec<String>,
    /// The name of the Rust variant, and whether the catalog states it rather than have it derived.
    pub variant: Option<(String, bool)>,
    /// Former variant names.
    pub renamed_from: Vec<Spanned<String>>,
    /// The id of its category.
    pub category: Option<Spanned<String>>,
    /// The id of its source, the first if it names none.
    pub source: String,
    /// Whether documentation states it.
    pub documented: bool,
    /// Whether Zoom has withdrawn it.
    pub retired: bool,
    /// The finer causes.
    pub reasons: Vec<ReasonOutline>,
    /// Its first key.
    pub span: Span,
}

/// A finer cause.
#[derive(Clone, Debug)]
pub struct ReasonOutline {
    /// The sub-code.
    pub code: Option<i32>,
    /// The fragment of what the server says.
    pub message: Option<String>,
    /// The constant.
    pub name: Option<String>,
    /// Its first key.
    pub span: Span,
}

impl Outline {
    /// Adds a file to the sources and reads it as a catalog; gives its index with it.
    ///
    /// # Errors
    /// As [`read`](Self::read), and if the file cannot be admitted as text.
    pub fn load(input: InputFile, sources: &mut Sources) -> Result<(usize, Self), Vec<Problem>> {
        let mut problems = Vec::new();
        let file = admit(input, sources, &mut problems).ok_or(problems)?;
        Ok((file, Self::read(sources.file(file), file)?))
    }

    /// Reads a catalog that has index `file` among its [`Sources`](crate::Sources).
    ///
    /// # Errors
    /// The problems that leave nothing to outline: the text is no YAML, or states no product and
    /// no source. All others are for [`load`](crate::load) to tell.
    pub fn read(source: &SourceFile, file: usize) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let Some(root) = yaml::parse(source, file, &mut problems) else {
            return Err(problems);
        };
        // Drafted entries lack keys, and a page may bring many.
        let outline = catalog::read(source, file, &mut problems, usize::MAX)
            .and_then(|catalog| outline(&catalog))
            .map(|outline| Self {
                category_list: list_of(&root, "categories"),
                entry_list: list_of(&root, "errors"),
                ..outline
            });
        outline.ok_or(problems)
    }

    /// The entry of a code.
    pub fn entry(&self, code: i32) -> Option<&EntryOutline> {
        self.entries.iter().find(|entry| entry.code.value == code)
    }

    /// The Rust variant that a constant gives, if it gives any.
    pub fn variant_for(&self, constant: &str) -> Option<String> {
        names::variant(constant, self.strip_prefix.as_deref())
    }

    /// The category of an id.
    pub fn category(&self, id: &str) -> Option<&ClassOutline> {
        self.categories.iter().find(|category| category.id == id)
    }
}

fn list_of(root: &yaml::Node, key: &str) -> Option<ListPlace> {
    let yaml::Value::Map(pairs) = &root.value else {
        return None;
    };
    let (key, value) = pairs.iter().find(|(name, _)| name.value == key)?;
    Some(ListPlace {
        key: key.span,
        value: value.span,
    })
}

fn outline(catalog: &Catalog) -> Option<Outline> {
    let sources: Vec<SourceOutline> = catalog.sources.iter().filter_map(source).collect();
    let default = &sources.first()?.id;
    let prefix = catalog.strip_prefix.as_ref();
    let prefix = prefix.map(|prefix| prefix.value.as_str());
    Some(Outline {
        id: catalog.id.as_ref()?.value.clone(),
        ranges: catalog.ranges.iter().filter_map(class).collect(),
        categories: catalog.categories.iter().filter_map(class).collect(),
        entries: catalog
            .errors
            .iter()
            .filter_map(|one| entry(one, default, prefix))
            .collect(),
        sources,
        category_list: None,
        entry_list: None,
        strip_prefix: prefix.map(str::to_owned),
    })
}

fn source(source: &catalog::Source) -> Option<SourceOutline> {
    let id = source.id.as_ref()?.value.clone();
    let title = source.title.as_ref();
    Some(SourceOutline {
        title: title.map_or_else(|| id.clone(), |title| title.value.clone()),
        id,
        url: source.url.as_ref().map(|url| url.value.clone()),
        kind: source.kind.as_ref().map_or("page", |kind| kind.value),
    })
}

fn class(class: &catalog::Class) -> Option<ClassOutline> {
    Some(ClassOutline {
        id: class.id.as_ref()?.value.clone(),
        title: class.title.clone()?,
        codes: class.codes.as_ref().map(|codes| codes.value),
        span: class.span,
    })
}

fn entry(
    entry: &catalog::Entry,
    default_source: &str,
    prefix: Option<&str>,
) -> Option<EntryOutline> {
    let source = entry.source.as_ref();
    let reason = |reason: &catalog::Reason| ReasonOutline {
        code: reason.code.as_ref().map(|code| code.value),
        message: reason.message.as_ref().map(|text| text.value.clone()),
        name: reason.name.as_ref().map(|name| name.value.clone()),
        span: reason.span,
    };
    Some(EntryOutline {
        code: entry.code.clone()?,
        name: entry.name.clone(),
        aliases: entry.aliases.iter().map(|a| a.value.clone()).collect(),
        variant: variant_of(entry, prefix).map(|name| (name, entry.variant.is_some())),
        renamed_from: entry.renamed_from.clone(),
        category: entry.category.clone(),
        source: source.map_or_else(|| default_source.to_owned(), |id| id.value.clone()),
        documented: entry
            .origin
            .as_ref()
            .is_none_or(|o| o.value == "documented"),
        retired: entry.retired.is_some(),
        reasons: entry.reasons.iter().map(reason).collect(),
        span: entry.span,
    })
}
