//! Which codes of a page belong to which of a catalog.

use std::collections::HashSet;

use zoom_errors_codegen::EntryOutline;

use super::against::{Against, Known};
use super::lock::Reviewed;
use super::rows::PageCode;
use crate::docs::{Row, RowCode};

/// Fewer gone codes than that are told one by one however small the catalog is.
const FEW: usize = 4;

/// A page loses more of its codes than it would if people had edited it.
pub(super) fn too_many(gone: usize, expected: usize) -> bool {
    gone.saturating_mul(10) > expected
}

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
    pub(super) fn of(codes: &'p [PageCode<'a>], against: &Against<'k>) -> Self {
        let on_page: HashSet<RowCode> = codes.iter().map(|code| code.code).collect();
        let mut gone = against.expected();
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
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (added_at, (_, added)) in self.added.iter().enumerate() {
            let mut fitting = self.gone.iter().enumerate();
            let mut fitting = fitting
                .by_ref()
                .filter(|(_, gone)| is_same(added, gone, against));
            if let (Some((gone_at, _)), None) = (fitting.next(), fitting.next()) {
                pairs.push((added_at, gone_at));
            }
        }
        let is_only = |(_, gone): &&(usize, usize)| {
            pairs.iter().filter(|(_, other)| other == gone).count() == 1
        };
        let pairs: Vec<(usize, usize)> = pairs.iter().filter(is_only).copied().collect();
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

/// Whether a row that is new has the constant of an entry that is gone, or without constants its
/// reviewed text.
fn is_same(added: &PageCode<'_>, gone: &(RowCode, Known<'_>), against: &Against<'_>) -> bool {
    let (Known::Entry(_, entry), RowCode::Code(_)) = (gone.1, added.code) else {
        return false;
    };
    let mut names = added.names().peekable();
    if names.peek().is_some() {
        return names.any(|name| has_name(entry, name));
    }
    let says = |reviewed: &Reviewed| {
        let now = added.reviewed();
        let is_empty = |row: &&Row| row.text.is_empty() && row.reasons.is_empty();
        let same = reviewed.rows == now.rows && reviewed.reasons == now.reasons;
        same && !added.rows.iter().all(is_empty)
    };
    against.reviewed(gone.0).is_some_and(says)
}

pub(super) fn has_name(entry: &EntryOutline, name: &str) -> bool {
    entry.name.as_ref().is_some_and(|own| own.value == name)
        || entry.aliases.iter().any(|alias| alias == name)
}
