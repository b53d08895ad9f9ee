//! Holds what a package says against the catalogs.

use std::collections::{BTreeMap, BTreeSet};

use xtask_pages::outline::Outline;
use zoom_errors_codegen::Span;

use crate::facts::{Facts, Member, Place};
use crate::lock::{Lock, Reviewed};
use crate::package::Package;
use crate::spaces::{Space, roles, space_of};
use crate::{codes, reasons, unlisted, words};

/// Something that the package and a catalog do not agree on.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The stable id.
    pub id: &'static str,
    /// What differs, in one sentence without a period.
    pub message: String,
    /// Where it stands in the package.
    pub at: Option<Place>,
    /// Where it stands in a catalog, or where it belongs.
    pub entry: Span,
    /// A few words beside the place in the catalog.
    pub label: &'static str,
    /// What to do.
    pub help: String,
}

/// What came of comparing.
#[derive(Debug, Default)]
pub struct Comparison {
    /// In the order of catalogs and kinds.
    pub differences: Vec<Difference>,
    /// What was compared, a line for each catalog.
    pub summaries: Vec<String>,
    /// What was left out and why.
    pub notes: Vec<String>,
    pub(crate) seen: Reviewed,
}

impl Comparison {
    /// The lock once a person has reviewed what this package says.
    pub fn accepted(&self, package: &Package, lock: &Lock) -> Lock {
        let mut lock = lock.clone();
        lock.set(&package.manifest.name, self.seen.clone());
        lock
    }

    /// How many codes have reviewed texts or comments.
    pub fn reviewed(&self) -> usize {
        self.seen.codes.len()
    }
}

/// All that a comparison goes by.
pub(crate) struct Context<'a> {
    pub(crate) package: &'a Package,
    pub(crate) facts: &'a Facts,
    pub(crate) spaces: Vec<Space<'a>>,
    /// For each list of the facts the space whose codes it has.
    pub(crate) space_of: Vec<Option<usize>>,
    /// The constants of each space by number, the declared ones first.
    pub(crate) constants: Vec<BTreeMap<i32, Vec<&'a Member>>>,
    /// What a person last reviewed of this package.
    pub(crate) reviewed: Option<&'a Reviewed>,
}

/// Compares a package with the catalogs of its errors.
pub fn compare(package: &Package, facts: &Facts, catalogs: &[Outline], lock: &Lock) -> Comparison {
    let mut comparison = Comparison {
        notes: facts.notes.clone(),
        ..Comparison::default()
    };
    comparison.seen.version = package.manifest.version.clone();
    let mut spaces = Vec::new();
    for role in roles(&package.manifest.name) {
        match catalogs.iter().find(|outline| outline.id == role.catalog) {
            Some(outline) => spaces.push(Space::new(role, outline)),
            None => comparison.notes.push(format!(
                "there is no catalog `{}`; its codes are not compared",
                role.catalog
            )),
        }
    }
    let space_of: Vec<Option<usize>> = facts
        .lists
        .iter()
        .map(|list| space_of(list, &spaces))
        .collect();
    let mut constants = vec![BTreeMap::<i32, Vec<&Member>>::new(); spaces.len()];
    for declared in [true, false] {
        for (list, space) in facts.lists.iter().zip(&space_of) {
            let Some(of_space) = space.and_then(|space| constants.get_mut(space)) else {
                continue;
            };
            for member in list.members.iter().filter(|_| list.declared == declared) {
                of_space.entry(member.number).or_default().push(member);
            }
        }
    }
    let context = Context {
        package,
        facts,
        spaces,
        space_of,
        constants,
        reviewed: lock.get(&package.manifest.name),
    };
    for (at, space) in context.spaces.iter().enumerate() {
        let found = codes::compare(&context, at, space, &mut comparison);
        let differences = comparison.differences.len();
        reasons::compare(&context, at, space, &mut comparison);
        let told = comparison.differences.len() - differences;
        comparison.summaries.push(format!(
            "{}: {}, {}, {}",
            space.outline.id,
            plural(found.rows, "code"),
            plural(texts_of(&context, at), "raised text"),
            match found.differences + told {
                0 => "no difference".to_owned(),
                count => plural(count, "difference"),
            }
        ));
    }
    unlisted::compare_lists(&context, &mut comparison);
    unlisted::compare_sites(&context, &mut comparison);
    words::compare(&context, &mut comparison);
    comparison
}

/// How many distinct texts are raised under the codes of a space.
fn texts_of(context: &Context<'_>, at: usize) -> usize {
    let sites = context.facts.sites.iter();
    let sites = sites.filter(|site| context.site_space(site.list) == at);
    let texts: BTreeSet<(i32, &str)> = sites
        .filter_map(|site| Some((site.code, site.text.as_deref()?)))
        .collect();
    texts.len()
}

impl Context<'_> {
    /// The space of a raise site: that of the list that names its code, or the main one.
    pub(crate) fn site_space(&self, list: Option<usize>) -> usize {
        list.and_then(|list| self.space_of.get(list).copied().flatten())
            .unwrap_or(0)
    }

    /// Whether something raises a code of a space.
    pub(crate) fn site_of(&self, space: usize, code: i32) -> Option<Place> {
        let mut sites = self.facts.sites.iter();
        let site = sites.find(|site| site.code == code && self.site_space(site.list) == space);
        site.map(|site| site.place)
    }
}

/// `1 code`, `2 codes`.
pub(crate) fn plural(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Some of a text, in one line.
pub(crate) fn shortened(text: &str) -> String {
    const LONGEST: usize = 90;
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
        .escape_debug()
        .to_string()
        .replace("\\\"", "\"")
        .replace("\\'", "'")
}
