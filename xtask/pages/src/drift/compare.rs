//! A page against a catalog and the lock.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::outline::EntryOutline;
use zoom_errors_codegen::Span;

use super::against::{Against, Known, has_name, shown};
use super::beside;
use super::change::{Change, Comparison, Drift};
use super::facts;
use super::lock::Reviewed;
use super::pairing::{Match, Pairing};
use super::reasons::{self, ReasonDrift};
use super::rows::PageCode;
use super::sections::{self, SectionDrift};
use super::spaces::{self, OwnCodes};
use super::unread;
use crate::docs::{Page, RowCode};

/// Compares a page with the entries of a source.
pub fn compare(page: &Page, against: &Against<'_>) -> Comparison {
    let OwnCodes { codes, left_out } = spaces::own(page, against);
    let of_specification = page.specification.as_ref().map(|specification| {
        let comparison = facts::compare(specification, against);
        (comparison.drifts, comparison.codes)
    });
    let (facts_drifts, facts_codes) = of_specification.unwrap_or_default();
    let mut comparer = Comparer {
        against,
        drifts: Vec::new(),
        unreviewed: Vec::new(),
        nameless: Vec::new(),
    };
    let pairing = Pairing::of(&codes, against, &facts::told(page, against));
    for matched in &pairing.matched {
        comparer.code(*matched);
    }
    comparer.nameless();
    comparer.sections(&pairing.matched);
    comparer.added(&pairing.added, &codes);
    comparer.gone(&pairing, &codes);
    comparer.unreviewed(&codes);
    let mut drifts = comparer.drifts;
    drifts.extend(facts_drifts);
    drifts.extend(unread::drift(page, against));
    drifts.sort_by_key(|drift| match (&drift.change, &drift.page) {
        (Change::CutOff { .. }, _) => (0, 0),
        (Change::Gone | Change::Unreviewed { .. }, _) | (_, None) => (2, 0),
        (_, Some(page)) => (1, page.start),
    });
    Comparison {
        codes: codes.len() + facts_codes,
        drifts,
        left_out: left_out.into_iter().map(str::to_owned).collect(),
    }
}

struct Comparer<'c, 'k> {
    against: &'c Against<'k>,
    drifts: Vec<Drift>,
    unreviewed: Vec<RowCode>,
    /// Codes whose constant is gone from the page.
    nameless: Vec<(RowCode, Range<usize>, Span)>,
}

impl Comparer<'_, '_> {
    fn drift(&mut self, on_page: &PageCode<'_>, known: Known<'_>, change: Change) {
        self.drifts.push(Drift {
            shown: on_page.shown(),
            code: Some(on_page.code),
            page: Some(on_page.span()),
            catalog: Some(known.span()),
            change,
        });
    }

    /// A code that the page and the catalog both have.
    fn code(&mut self, matched: Match<'_, '_, '_>) {
        let Match {
            on_page,
            former,
            known,
        } = matched;
        let before = self.drifts.len();
        if former != on_page.code {
            self.drift(on_page, known, Change::Renumbered { from: former });
        }
        if let Known::Entry(_, entry) = known {
            self.name(on_page, entry, known);
            if !entry.documented {
                self.drift(on_page, known, Change::Documented);
            }
            if entry.retired {
                self.drift(on_page, known, Change::Returned);
            }
        }
        let reviewed = self.against.reviewed(former);
        let now = on_page.reviewed();
        self.rows(on_page, known, reviewed, &now);
        if let Known::Entry(_, entry) = known {
            self.reasons(on_page, entry, known, reviewed);
        }
        if reviewed.is_some_and(|reviewed| !reviewed.names.is_empty()) && now.names.is_empty() {
            self.nameless
                .push((on_page.code, on_page.span(), known.span()));
            return;
        }
        // Another constant that the catalog knows for the code is nothing new.
        let is_reviewed = reviewed.is_some_and(|reviewed| reviewed.is_but_for_names(&now));
        if !is_reviewed && (reviewed.is_none() || self.drifts.len() == before) {
            self.unreviewed.push(on_page.code);
        }
    }

    fn name(&mut self, on_page: &PageCode<'_>, entry: &EntryOutline, known: Known<'_>) {
        let (Some(to), Some(from)) = (on_page.names().next(), &entry.name) else {
            return;
        };
        if !on_page.names().any(|name| has_name(entry, name)) {
            let change = Change::Renamed {
                from: from.value.clone(),
                to: to.to_owned(),
            };
            self.drift(on_page, known, change);
        }
    }

    fn rows(
        &mut self,
        on_page: &PageCode<'_>,
        known: Known<'_>,
        reviewed: Option<&Reviewed>,
        now: &Reviewed,
    ) {
        let same_rows = reviewed.is_some_and(|reviewed| reviewed.rows == now.rows);
        let more_names = now.names.len() > reviewed.map_or(1, |reviewed| reviewed.names.len());
        if same_rows && !more_names {
            return;
        }
        let nothing_lost = reviewed.is_none_or(|reviewed| reviewed.rows.is_subset(&now.rows));
        if let Some(second) = on_page.contradicting().filter(|_| nothing_lost) {
            self.drifts.push(Drift {
                shown: on_page.shown(),
                code: Some(on_page.code),
                page: Some(second.span.clone()),
                catalog: Some(known.span()),
                change: Change::ListedTwice {
                    first: on_page.span(),
                },
            });
        } else if reviewed.is_some() && !same_rows {
            self.drift(on_page, known, Change::Reworded);
        }
    }

    fn reasons(
        &mut self,
        on_page: &PageCode<'_>,
        entry: &EntryOutline,
        known: Known<'_>,
        reviewed: Option<&Reviewed>,
    ) {
        for drift in reasons::compare(on_page, entry, reviewed) {
            let own = |span: &Option<Span>| Some(span.unwrap_or_else(|| known.span()));
            let (page, catalog, change) = match drift {
                ReasonDrift::Added(reason) => {
                    let text = match reason.code {
                        Some(code) => format!("{code} - {}", reason.text),
                        None => reason.text.clone(),
                    };
                    let change = Change::ReasonAdded { text };
                    (reason.span.clone(), own(&None), change)
                }
                ReasonDrift::Reworded(reason, span) => {
                    (reason.span.clone(), own(&span), Change::ReasonReworded)
                }
                ReasonDrift::Gone(gone) => {
                    let (name, span) = gone.unzip();
                    (on_page.span(), own(&span), Change::ReasonGone { name })
                }
            };
            self.drifts.push(Drift {
                shown: on_page.shown(),
                code: Some(on_page.code),
                page: Some(page),
                catalog,
                change,
            });
        }
    }

    /// Constants that are gone: mostly all at once, with their column.
    fn nameless(&mut self) {
        let nameless = std::mem::take(&mut self.nameless);
        if let Some((_, page, catalog)) = nameless.first() {
            self.drifts.push(Drift {
                shown: String::new(),
                code: None,
                page: Some(page.clone()),
                catalog: Some(*catalog),
                change: Change::NamesGone {
                    codes: nameless.iter().map(|(code, ..)| *code).collect(),
                },
            });
        }
    }

    fn sections(&mut self, matched: &[Match<'_, '_, '_>]) {
        let by_code: HashMap<RowCode, &Match<'_, '_, '_>> =
            matched.iter().map(|one| (one.on_page.code, one)).collect();
        let mut told: HashSet<RowCode> = HashSet::new();
        for drift in sections::compare(matched, self.against) {
            let (codes, change) = match drift {
                SectionDrift::Moved { code, to } => {
                    let category = self.against.titled(to);
                    let change = Change::Moved {
                        to: to.to_owned(),
                        category: category.map(|category| category.id.clone()),
                    };
                    (vec![code], change)
                }
                SectionDrift::Retitled { codes, to } => {
                    let first = codes.first().and_then(|code| by_code.get(code));
                    let change = Change::Retitled {
                        to: to.to_owned(),
                        heading: first.map_or(0..0, |first| first.on_page.heading(to)),
                        codes: codes.clone(),
                    };
                    (codes, change)
                }
            };
            let Some(first) = codes.first().and_then(|code| by_code.get(code)) else {
                continue;
            };
            told.extend(codes);
            let category = match first.known {
                Known::Entry(_, entry) => entry.category.as_ref().map(|category| category.span),
                Known::Class(_) => None,
            };
            self.drifts.push(Drift {
                shown: first.on_page.shown(),
                code: Some(first.on_page.code),
                page: Some(first.on_page.span()),
                catalog: category.or(Some(first.known.span())),
                change,
            });
        }
        // For a row that was reviewed once, these findings tell all that is new.
        let against = self.against;
        self.unreviewed
            .retain(|code| against.reviewed(*code).is_none() || !told.contains(code));
    }

    fn added(&mut self, added: &[(usize, &PageCode<'_>)], codes: &[PageCode<'_>]) {
        let beside = match added {
            [] => Vec::new(),
            _ => beside::entries(codes, self.against),
        };
        for (at, code) in added {
            let neighbour = beside.get(*at).copied().flatten();
            self.drifts.push(Drift {
                shown: code.shown(),
                code: Some(code.code),
                page: Some(code.span()),
                catalog: neighbour.map(|entry| entry.code.span),
                change: Change::Added,
            });
        }
    }

    fn gone(&mut self, pairing: &Pairing<'_, '_, '_>, codes: &[PageCode<'_>]) {
        let (gone, expected) = (&pairing.gone, &pairing.expected);
        if pairing.looks_cut_off() {
            self.drifts.push(Drift {
                shown: String::new(),
                code: None,
                page: codes.last().map(PageCode::span),
                catalog: gone.first().map(|(_, known)| known.span()),
                change: Change::CutOff {
                    expected: expected.len(),
                    gone: gone.iter().map(|(code, _)| *code).collect(),
                },
            });
            return;
        }
        let before = beside::rows(expected, codes);
        for (code, known) in gone {
            let near = before.get(code);
            let name = match known {
                Known::Entry(_, entry) => entry.name.as_ref().map(|name| name.value.as_str()),
                Known::Class(class) => Some(class.title.value.as_str()),
            };
            self.drifts.push(Drift {
                shown: shown(*code, name),
                code: Some(*code),
                page: near.map(|near| near.span()),
                catalog: Some(known.span()),
                change: Change::Gone,
            });
        }
    }

    fn unreviewed(&mut self, codes: &[PageCode<'_>]) {
        let unreviewed = std::mem::take(&mut self.unreviewed);
        let first = codes
            .iter()
            .find(|code| Some(&code.code) == unreviewed.first());
        if let Some(first) = first {
            self.drifts.push(Drift {
                shown: first.shown(),
                code: None,
                page: Some(first.span()),
                catalog: self.against.known(first.code).map(Known::span),
                change: Change::Unreviewed { codes: unreviewed },
            });
        }
    }
}
