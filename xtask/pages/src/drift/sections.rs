//! The headings that rows stand under, against what was reviewed and the catalog's categories.

use std::collections::{BTreeMap, BTreeSet};

use crate::outline::EntryOutline;

use super::against::{Against, Known};
use super::digest::Digest;
use super::pairing::Match;
use super::rows;
use crate::docs::RowCode;

/// A code that stands under another heading than before.
#[derive(Debug)]
pub(super) enum SectionDrift<'a> {
    /// It moved to another section.
    Moved { code: RowCode, to: &'a str },
    /// The section has another title; these codes stand in it.
    Retitled { codes: Vec<RowCode>, to: &'a str },
}

/// What a code stood under, as far as that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Former {
    /// The heading that was reviewed.
    Heading(Digest),
    /// Not reviewed: the category, by id.
    Category(String),
}

/// Each code that changed, with what it stood under and what it stands under now.
type Changes<'a> = Vec<(RowCode, Option<Former>, &'a str)>;

/// Compares all codes that both the page and the catalog have. A code that was renumbered is looked
/// up under its former number.
pub(super) fn compare<'a>(
    codes: &[Match<'_, 'a, '_>],
    against: &Against<'_>,
) -> Vec<SectionDrift<'a>> {
    let page = Headings::of(codes, against);
    let changes = changes(codes, against, &page);
    // All that left one section for one that was not there before, if nothing stayed behind.
    let mut targets: BTreeMap<&Former, BTreeSet<&str>> = BTreeMap::new();
    for (_, former, to) in &changes {
        if let Some(former) = former {
            targets.entry(former).or_default().insert(to);
        }
    }
    let is_new_title = |former: &Former, to: &str| {
        let only = targets
            .get(former)
            .is_some_and(|targets| targets.len() == 1);
        only && !page.has(former, against) && !page.was_known(to)
    };
    let mut drifts: Vec<SectionDrift<'a>> = Vec::new();
    let mut retitled: BTreeMap<(&Former, &'a str), usize> = BTreeMap::new();
    for (code, former, to) in &changes {
        let Some(former) = former.as_ref().filter(|former| is_new_title(former, to)) else {
            drifts.push(SectionDrift::Moved { code: *code, to });
            continue;
        };
        let place = *retitled.entry((former, to)).or_insert(drifts.len());
        match drifts.get_mut(place) {
            Some(SectionDrift::Retitled { codes, .. }) => codes.push(*code),
            _ => drifts.push(SectionDrift::Retitled {
                codes: vec![*code],
                to,
            }),
        }
    }
    drifts
}

fn changes<'a>(codes: &[Match<'_, 'a, '_>], against: &Against<'_>, page: &Headings) -> Changes<'a> {
    let mut changes = Vec::new();
    for Match {
        on_page,
        former,
        known,
    } in codes
    {
        if let Some(reviewed) = against.reviewed(*former) {
            let new = on_page
                .sections()
                .find(|title| !reviewed.sections.contains(&rows::section(title)));
            let now: BTreeSet<Digest> = on_page.sections().map(rows::section).collect();
            let lost = reviewed.sections.difference(&now).next();
            let former = lost.map(|digest| Former::Heading(*digest));
            changes.extend(new.map(|to| (on_page.code, former, to)));
        } else if let (Known::Entry(_, entry), Some(title)) = (known, on_page.section()) {
            changes.extend(unreviewed(on_page.code, entry, title, against, page));
        }
    }
    changes
}

/// Without a review, the catalog's categories stand for the page's sections, if any of them does.
fn unreviewed<'a>(
    code: RowCode,
    entry: &EntryOutline,
    title: &'a str,
    against: &Against<'_>,
    page: &Headings,
) -> Option<(RowCode, Option<Former>, &'a str)> {
    let own = &entry.category.as_ref()?.value;
    let differs = match against.titled(title) {
        Some(category) => category.id != *own,
        None => page.has_categories,
    };
    differs.then(|| (code, Some(Former::Category(own.clone())), title))
}

/// The headings of the page, and those of the last review.
struct Headings {
    now: BTreeSet<Digest>,
    reviewed: BTreeSet<Digest>,
    /// The ids of categories that a heading names.
    categories: BTreeSet<String>,
    has_categories: bool,
}

impl Headings {
    fn of(codes: &[Match<'_, '_, '_>], against: &Against<'_>) -> Self {
        let titles = || codes.iter().flat_map(|one| one.on_page.sections());
        let distinct: BTreeSet<&str> = titles().collect();
        let categories: BTreeSet<String> = distinct
            .iter()
            .filter_map(|title| Some(against.titled(title)?.id.clone()))
            .collect();
        Self {
            now: distinct.iter().map(|title| rows::section(title)).collect(),
            reviewed: against
                .all_reviewed()
                .flat_map(|(_, reviewed)| reviewed.sections.iter().copied())
                .collect(),
            has_categories: !categories.is_empty(),
            categories,
        }
    }

    /// Whether the page still has the section that a code stood under.
    fn has(&self, former: &Former, against: &Against<'_>) -> bool {
        match former {
            Former::Heading(digest) => self.now.contains(digest),
            Former::Category(id) => self.categories.contains(id) || against.category(id).is_none(),
        }
    }

    /// Whether a title was on the page before.
    fn was_known(&self, title: &str) -> bool {
        self.reviewed.contains(&rows::section(title))
    }
}
