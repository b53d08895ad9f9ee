//! Bars: how many codes of each kind there are, and who must act on them.

use std::cmp::Reverse;

use super::entry::Entry;
use super::label::label;
use crate::vocabulary::{ACTORS, KINDS, NOBODY, ids};

/// How wide the longest bar is, in the units of its drawing.
const FULL: usize = 1000;

/// A table with a bar in each row.
pub(super) struct Chart {
    pub(super) title: &'static str,
    /// The property that a row filters by.
    pub(super) facet: &'static str,
    pub(super) head: &'static str,
    pub(super) rows: Vec<Row>,
}

/// One value and its bar.
pub(super) struct Row {
    pub(super) value: &'static str,
    pub(super) label: String,
    pub(super) count: usize,
    pub(super) parts: Vec<Part>,
}

/// A part of a bar: the codes on which one actor must act.
pub(super) struct Part {
    pub(super) actor: &'static str,
    pub(super) label: String,
    pub(super) count: usize,
    pub(super) from: usize,
    pub(super) width: usize,
}

/// Codes by kind, each bar divided by who must act.
pub(super) fn kinds(entries: &[Entry<'_>]) -> Chart {
    Chart {
        title: "Codes by kind, coloured by who must act",
        facet: "kind",
        head: "Kind",
        rows: rows(entries, ids(KINDS), |entry| entry.guide.kind),
    }
}

/// Codes by who must act; the colours of the bars explain those of the other chart.
pub(super) fn actors(entries: &[Entry<'_>]) -> Chart {
    Chart {
        title: "Codes by who must act",
        facet: "actor",
        head: "Who must act",
        rows: rows(entries, all_actors(), Entry::actor),
    }
}

fn all_actors() -> impl Iterator<Item = &'static str> {
    ids(ACTORS).chain([NOBODY.id])
}

/// The rows that have codes, longest bar first.
fn rows<'a>(
    entries: &[Entry<'a>],
    values: impl Iterator<Item = &'static str>,
    value_of: impl Fn(&Entry<'a>) -> &'static str,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for value in values {
        let here = entries.iter().filter(|entry| value_of(entry) == value);
        let actors: Vec<&str> = here.map(Entry::actor).collect();
        if actors.is_empty() {
            continue;
        }
        let parts = all_actors().map(|id| Part {
            actor: id,
            label: label(id),
            count: actors.iter().filter(|other| **other == id).count(),
            from: 0,
            width: 0,
        });
        rows.push(Row {
            value,
            label: label(value),
            count: actors.len(),
            parts: parts.filter(|part| part.count > 0).collect(),
        });
    }
    rows.sort_by_key(|row| Reverse(row.count));
    let longest = rows.first().map_or(1, |row| row.count);
    for row in &mut rows {
        let mut before = 0;
        for part in &mut row.parts {
            part.from = before * FULL / longest;
            before += part.count;
            part.width = before * FULL / longest - part.from;
        }
    }
    rows
}
