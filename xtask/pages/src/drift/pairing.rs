//! Which codes of a page belong to which of a catalog.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::against::{Against, Known};
use super::cut_off::{FEW, too_many};
use super::lock::Reviewed;
use super::rows::PageCode;
use crate::docs::{Row, RowCode};

/// A code that both have.
#[derive(Clone, Copy)]
pub(super) struct Match<'p, 'a, 'k> {
    pub(super) on_page: &'p PageCode<'a>,
    /// The code in the catalog; another one if it was renumbered.
    pub(super) former: RowCode,
    pub(super) known: Known<'k>,
}

/// Which codes of the page belong to which of the catalog.
pub(super) struct Pairing<'p, 'a, 'k> {
    pub(super) matched: Vec<Match<'p, 'a, 'k>>,
    /// By place among the page's codes.
    pub(super) added: Vec<(usize, &'p PageCode<'a>)>,
    pub(super) gone: Vec<(RowCode, Known<'k>)>,
    /// All codes that the page should have, in the catalog's order.
    pub(super) expected: Vec<RowCode>,
}

impl<'p, 'a, 'k> Pairing<'p, 'a, 'k> {
    /// Those that the page's specification tells are left to it.
    pub(super) fn of(
        codes: &'p [PageCode<'a>],
        against: &Against<'k>,
        told: &HashSet<RowCode>,
    ) -> Self {
        let on_page: HashSet<RowCode> = codes.iter().map(|code| code.code).collect();
        let mut gone = against.expected();
        gone.retain(|(code, _)| !told.contains(code));
        let mut pairing = Self {
            matched: Vec::new(),
            added: Vec::new(),
            expected: gone.iter().map(|(code, _)| *code).collect(),
            gone: Vec::new(),
        };
        gone.retain(|(code, _)| !on_page.contains(code));
        pairing.gone = gone;
        for (at, on_page) in codes.iter().enumerate() {
            match against.known(on_page.code) {
                Some(known) => pairing.matched.push(Match {
                    on_page,
                    former: on_page.code,
                    known,
                }),
                // Another catalog that names this page as a source has it.
                None if against.elsewhere(on_page.code, on_page.names()) => {}
                None => pairing.added.push((at, on_page)),
            }
        }
        if !pairing.looks_cut_off() {
            pairing.renumbered(against);
        }
        pairing
    }

    /// Whether so many codes are gone that the page is not what it was.
    pub(super) fn looks_cut_off(&self) -> bool {
        self.gone.len() >= FEW && too_many(self.gone.len(), self.expected.len())
    }

    /// Takes an added and a gone code for one if nothing else fits either.
    fn renumbered(&mut self, against: &Against<'_>) {
        let traces = Traces::of(&self.gone, against);
        let fitting =
            |(at, (_, added)): (usize, &(usize, &PageCode<'_>))| Some((at, traces.fitting(added)?));
        let mut pairs: Vec<(usize, usize)> =
            self.added.iter().enumerate().filter_map(fitting).collect();
        let mut takers: HashMap<usize, usize> = HashMap::new();
        for (_, gone) in &pairs {
            *takers.entry(*gone).or_default() += 1;
        }
        pairs.retain(|(_, gone)| takers.get(gone) == Some(&1));
        for (added, gone) in &pairs {
            if let (Some((_, on_page)), Some((former, known))) =
                (self.added.get(*added), self.gone.get(*gone))
            {
                self.matched.push(Match {
                    on_page,
                    former: *former,
                    known: *known,
                });
            }
        }
        drop_places(&mut self.added, pairs.iter().map(|(added, _)| *added));
        drop_places(&mut self.gone, pairs.iter().map(|(_, gone)| *gone));
    }
}

fn drop_places<T>(items: &mut Vec<T>, places: impl Iterator<Item = usize>) {
    let places: HashSet<usize> = places.collect();
    let mut at = 0;
    items.retain(|_| {
        at += 1;
        !places.contains(&(at - 1))
    });
}

/// What entries that are gone could be known by under another number, with their places among them.
struct Traces<'k> {
    by_name: HashMap<&'k str, Vec<usize>>,
    /// By what was reviewed of them, headings left out.
    by_rows: HashMap<Reviewed, Vec<usize>>,
}

impl<'k> Traces<'k> {
    fn of(gone: &[(RowCode, Known<'k>)], against: &Against<'_>) -> Self {
        let mut traces = Self {
            by_name: HashMap::new(),
            by_rows: HashMap::new(),
        };
        for (at, (code, known)) in gone.iter().enumerate() {
            let Known::Entry(_, entry) = known else {
                continue;
            };
            let name = entry.name.iter().map(|name| name.value.as_str());
            for name in name.chain(entry.aliases.iter().map(String::as_str)) {
                traces.by_name.entry(name).or_default().push(at);
            }
            if let Some(reviewed) = against.reviewed(*code) {
                let rows = without_headings(reviewed.clone());
                traces.by_rows.entry(rows).or_default().push(at);
            }
        }
        traces
    }

    /// The one entry whose constant a new row has, or without constants its reviewed text.
    fn fitting(&self, added: &PageCode<'_>) -> Option<usize> {
        if !matches!(added.code, RowCode::Code(_)) {
            return None;
        }
        let mut names = added.names().peekable();
        if names.peek().is_some() {
            return only(names.filter_map(|name| self.by_name.get(name)).flatten());
        }
        let is_empty = |row: &&Row| row.text.is_empty() && row.reasons.is_empty();
        if self.by_rows.is_empty() || added.rows.iter().all(is_empty) {
            return None;
        }
        only(self.by_rows.get(&without_headings(added.reviewed()))?)
    }
}

fn without_headings(reviewed: Reviewed) -> Reviewed {
    Reviewed {
        sections: BTreeSet::new(),
        names: BTreeSet::new(),
        ..reviewed
    }
}

/// The place that is named, if no other one is.
fn only<'a>(places: impl IntoIterator<Item = &'a usize>) -> Option<usize> {
    let mut places = places.into_iter();
    let first = places.next()?;
    places.all(|place| place == first).then_some(*first)
}
