//! A catalog as its file states it: every value with its place, nothing derived yet.
//!
//! YAML text → [`yaml`] tree → [`decode`] against [`keys`] → the types here. What does not fit is
//! reported and left out, so that the checks can still look at the rest.

mod decode;
mod form;
mod hint;
pub(crate) mod keys;
mod refusal;
pub(crate) mod shape;
pub(crate) mod yaml;

pub(crate) use decode::list;
pub use form::{Codes, Date};

use decode::{Fields, decode};
use form::code_link;

use crate::load::MAX_PROBLEMS;
use crate::problem::Problem;
use crate::source::{SourceFile, Span, Spanned};

type Text = Spanned<String>;
type Word = Spanned<&'static str>;

/// One catalog file.
#[derive(Debug)]
pub(crate) struct Catalog {
    pub(crate) id: Option<Text>,
    pub(crate) title: Option<Text>,
    pub(crate) enum_name: Option<Text>,
    pub(crate) group: Option<Text>,
    pub(crate) strip_prefix: Option<Text>,
    pub(crate) sources: Vec<Source>,
    pub(crate) ranges: Vec<Class>,
    pub(crate) categories: Vec<Class>,
    pub(crate) errors: Vec<Entry>,
    pub(crate) strings: Option<Strings>,
}

impl Catalog {
    /// Every entry, told by a number or by a word.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        let strings = self.strings.iter().flat_map(|strings| &strings.entries);
        self.errors.iter().chain(strings)
    }
}

/// Errors that are told by a word instead of a number.
#[derive(Debug)]
pub(crate) struct Strings {
    pub(crate) title: Option<Text>,
    pub(crate) enum_name: Option<Text>,
    pub(crate) entries: Vec<Entry>,
}

#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) id: Option<Text>,
    pub(crate) title: Option<Text>,
    pub(crate) url: Option<Text>,
    pub(crate) retrieved: Option<Spanned<Date>>,
    pub(crate) kind: Option<Word>,
}

/// A category or a range.
#[derive(Debug)]
pub(crate) struct Class {
    pub(crate) span: Span,
    pub(crate) id: Option<Text>,
    pub(crate) title: Option<Text>,
    pub(crate) codes: Option<Spanned<Codes>>,
    pub(crate) summary: Option<Text>,
    pub(crate) allow: Vec<Exception>,
    pub(crate) advice: Advice,
}

/// The keys that say what to do.
#[derive(Debug)]
pub(crate) struct Advice {
    /// All keys that stand beside these, whether their values fit or not.
    pub(crate) stated: Vec<&'static str>,
    pub(crate) kind: Option<Word>,
    pub(crate) actor: Option<Word>,
    pub(crate) retry: Option<Word>,
    pub(crate) advice: Option<Word>,
    pub(crate) remediation: Vec<Text>,
}

impl Advice {
    /// Whether a key stands in the mapping; its value may not fit.
    pub(crate) fn states(&self, key: &str) -> bool {
        self.stated.contains(&key)
    }
}

#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) span: Span,
    pub(crate) code: Option<Spanned<i32>>,
    /// The word on the wire, in place of a code.
    pub(crate) value: Option<Text>,
    pub(crate) name: Option<Text>,
    pub(crate) variant: Option<Text>,
    pub(crate) aliases: Vec<Text>,
    pub(crate) category: Option<Text>,
    pub(crate) carrier: Vec<Word>,
    pub(crate) summary: Option<Text>,
    pub(crate) causes: Vec<Text>,
    pub(crate) raised_by: Vec<Text>,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) same_as: Option<Spanned<i32>>,
    pub(crate) effective: Option<Spanned<Date>>,
    pub(crate) erratum: Option<Text>,
    pub(crate) origin: Option<Word>,
    pub(crate) retired: Option<Spanned<Date>>,
    pub(crate) renamed_from: Vec<Text>,
    pub(crate) related: Vec<Spanned<(String, i32)>>,
    pub(crate) source: Option<Text>,
    pub(crate) allow: Vec<Exception>,
    pub(crate) advice: Advice,
}

/// A lint that does not hold here.
#[derive(Debug)]
pub(crate) struct Exception {
    pub(crate) lint: Option<Word>,
    pub(crate) reason: Option<Text>,
}

#[derive(Debug)]
pub(crate) struct Reason {
    pub(crate) span: Span,
    pub(crate) code: Option<Spanned<i32>>,
    pub(crate) message: Option<Text>,
    pub(crate) headers: Vec<Text>,
    pub(crate) name: Option<Text>,
    pub(crate) variant: Option<Text>,
    pub(crate) summary: Option<Text>,
    pub(crate) advice: Advice,
}

/// `products.yaml`: every product space, with or without a catalog.
#[derive(Debug, Default)]
pub(crate) struct Spaces {
    pub(crate) groups: Vec<Group>,
    pub(crate) products: Vec<Space>,
}

#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) id: Option<Text>,
    pub(crate) title: Option<Text>,
}

#[derive(Debug)]
pub(crate) struct Space {
    pub(crate) id: Option<Text>,
    pub(crate) title: Option<Text>,
    pub(crate) group: Option<Text>,
    pub(crate) docs: Option<Text>,
}

/// Reads a catalog; `None` if the file is no YAML mapping at all, or has more than `most` problems.
pub(crate) fn read(
    source: &SourceFile,
    file: usize,
    problems: &mut Vec<Problem>,
    most: usize,
) -> Option<Catalog> {
    let root = yaml::parse(source, file, problems)?;
    let mut fields = decode(&root, &keys::CATALOG, problems, most)?;
    let mut product = fields.object("product");
    let mut take = |key| product.as_mut().and_then(|product| product.text(key));
    Some(Catalog {
        id: take("id"),
        title: take("title"),
        enum_name: take("enum"),
        group: take("group"),
        strip_prefix: take("strip_prefix"),
        sources: fields
            .objects("sources")
            .into_iter()
            .map(read_source)
            .collect(),
        ranges: fields
            .objects("ranges")
            .into_iter()
            .map(read_class)
            .collect(),
        categories: fields
            .objects("categories")
            .into_iter()
            .map(read_class)
            .collect(),
        errors: fields.objects("errors").into_iter().map(entry).collect(),
        strings: fields.object("strings").map(strings),
    })
}

/// Reads `products.yaml`.
pub(crate) fn read_spaces(
    source: &SourceFile,
    file: usize,
    problems: &mut Vec<Problem>,
) -> Option<Spaces> {
    let root = yaml::parse(source, file, problems)?;
    let mut fields = decode(&root, &keys::SPACES, problems, MAX_PROBLEMS)?;
    let group = |mut fields: Fields| Group {
        id: fields.text("id"),
        title: fields.text("title"),
    };
    let space = |mut fields: Fields| Space {
        id: fields.text("id"),
        title: fields.text("title"),
        group: fields.text("group"),
        docs: fields.text("docs"),
    };
    Some(Spaces {
        groups: fields.objects("groups").into_iter().map(group).collect(),
        products: fields.objects("products").into_iter().map(space).collect(),
    })
}

fn read_source(mut fields: Fields) -> Source {
    Source {
        id: fields.text("id"),
        title: fields.text("title"),
        url: fields.text("url"),
        retrieved: fields.date("retrieved"),
        kind: fields.choice("kind"),
    }
}

fn read_class(mut fields: Fields) -> Class {
    Class {
        span: fields.span,
        id: fields.text("id"),
        title: fields.text("title"),
        codes: fields.codes("codes"),
        summary: fields.text("summary"),
        allow: fields.objects("allow").into_iter().map(exception).collect(),
        advice: advice(&mut fields),
    }
}

fn advice(fields: &mut Fields) -> Advice {
    Advice {
        stated: std::mem::take(&mut fields.stated),
        kind: fields.choice("kind"),
        actor: fields.choice("actor"),
        retry: fields.choice("retry"),
        advice: fields.choice("advice"),
        remediation: fields.texts("remediation"),
    }
}

fn strings(mut fields: Fields) -> Strings {
    Strings {
        title: fields.text("title"),
        enum_name: fields.text("enum"),
        entries: fields.objects("entries").into_iter().map(entry).collect(),
    }
}

fn entry(mut fields: Fields) -> Entry {
    let related = fields.texts("related");
    Entry {
        span: fields.span,
        code: fields.number("code"),
        value: fields.text("value"),
        name: fields.text("name"),
        variant: fields.text("variant"),
        aliases: fields.texts("aliases"),
        category: fields.text("category"),
        carrier: fields.choices("carrier"),
        summary: fields.text("summary"),
        causes: fields.texts("causes"),
        raised_by: fields.texts("raised_by"),
        reasons: fields.objects("reasons").into_iter().map(reason).collect(),
        same_as: fields.number("same_as"),
        effective: fields.date("effective"),
        erratum: fields.text("erratum"),
        origin: fields.choice("origin"),
        retired: fields.date("retired"),
        renamed_from: fields.texts("renamed_from"),
        related: related.iter().filter_map(link).collect(),
        source: fields.text("source"),
        allow: fields.objects("allow").into_iter().map(exception).collect(),
        advice: advice(&mut fields),
    }
}

fn exception(mut fields: Fields) -> Exception {
    Exception {
        lint: fields.choice("lint"),
        reason: fields.text("reason"),
    }
}

fn link(text: &Text) -> Option<Spanned<(String, i32)>> {
    let (product, code) = code_link(&text.value)?;
    Some(Spanned {
        value: (product.to_owned(), code),
        span: text.span,
    })
}

fn reason(mut fields: Fields) -> Reason {
    Reason {
        span: fields.span,
        code: fields.number("code"),
        message: fields.text("message"),
        headers: fields.texts("headers"),
        name: fields.text("name"),
        variant: fields.text("variant"),
        summary: fields.text("summary"),
        advice: advice(&mut fields),
    }
}
