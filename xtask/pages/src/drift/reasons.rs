//! The finer causes that a page lists under a code, against what was reviewed and what the catalog
//! has.

use std::collections::HashSet;

use crate::outline::{EntryOutline, ReasonOutline};
use zoom_errors_codegen::Span;

use super::digest::Digest;
use super::lock::Reviewed;
use super::rows::{self, PageCode};
use crate::docs::RowReason;

/// A finer cause that is not as it was.
#[derive(Debug)]
pub(super) enum ReasonDrift<'a> {
    /// It is new on the page and the catalog has nothing like it.
    Added(&'a RowReason),
    /// It reads differently; the place of its counterpart in the catalog if that is certain.
    Reworded(&'a RowReason, Option<Span>),
    /// It is gone from the page; its name and place in the catalog if that is certain.
    Gone(Option<(String, Span)>),
}

/// What differs from the review; without one, what the catalog lacks.
pub(super) fn compare<'a>(
    page: &PageCode<'a>,
    entry: &EntryOutline,
    reviewed: Option<&Reviewed>,
) -> Vec<ReasonDrift<'a>> {
    let causes = Causes::of(entry);
    let Some(reviewed) = reviewed else {
        let lacks = |reason: &&RowReason| causes.counterpart(reason).is_none();
        let listed = page.reasons().filter(|_| !entry.reasons.is_empty());
        return listed.filter(lacks).map(ReasonDrift::Added).collect();
    };
    let now: Vec<(Digest, &RowReason)> = page.reasons().map(|r| (rows::reason(r), r)).collect();
    let still: HashSet<Digest> = now.iter().map(|(digest, _)| *digest).collect();
    let lost = |digest: &&Digest| !still.contains(*digest);
    // How many former causes are still unaccounted for.
    let mut lost = reviewed.reasons.iter().filter(lost).count();
    let new = now
        .iter()
        .filter(|(digest, _)| !reviewed.reasons.contains(digest));
    let (known, unknown): (Vec<_>, Vec<_>) = new
        .map(|(_, reason)| (*reason, causes.counterpart(reason)))
        .partition(|(_, counterpart)| counterpart.is_some());
    let mut drifts = Vec::new();
    for (reason, counterpart) in known.into_iter().chain(unknown) {
        if lost > 0 {
            lost -= 1;
            drifts.push(ReasonDrift::Reworded(reason, counterpart.map(|c| c.span)));
        } else if counterpart.is_none() {
            drifts.push(ReasonDrift::Added(reason));
        }
    }
    if lost == 0 {
        return drifts;
    }
    let mut absent = causes.absent(page.reasons()).into_iter();
    for _ in 0..lost {
        let gone = absent.next().map(|reason| {
            let name = reason.name.clone().unwrap_or_default();
            (name, reason.span)
        });
        drifts.push(ReasonDrift::Gone(gone));
    }
    drifts
}

/// The finer causes of an entry, prepared for finding those of a page among them.
struct Causes<'e> {
    /// With the fragment of what the server says in lower case.
    listed: Vec<(&'e ReasonOutline, Option<String>)>,
}

impl<'e> Causes<'e> {
    fn of(entry: &'e EntryOutline) -> Self {
        let lower = |reason: &ReasonOutline| Some(reason.message.as_ref()?.to_ascii_lowercase());
        let listed = entry.reasons.iter();
        Self {
            listed: listed.map(|reason| (reason, lower(reason))).collect(),
        }
    }

    /// What the catalog has for a finer cause of the page.
    fn counterpart(&self, on_page: &RowReason) -> Option<&'e ReasonOutline> {
        let is = is(on_page);
        let found = self.listed.iter().find(|cause| is(cause));
        found.map(|(reason, _)| *reason)
    }

    /// Those that the page does not list.
    fn absent<'a>(&self, on_page: impl Iterator<Item = &'a RowReason>) -> Vec<&'e ReasonOutline> {
        let mut absent: Vec<_> = self.listed.iter().collect();
        for reason in on_page {
            let is = is(reason);
            absent.retain(|cause| !is(cause));
        }
        absent.into_iter().map(|(reason, _)| *reason).collect()
    }
}

/// Tells whether a cause of the catalog means the same as one of the page: the number tells, or a
/// fragment of what the server says.
fn is(on_page: &RowReason) -> impl Fn(&(&ReasonOutline, Option<String>)) -> bool {
    let text = on_page.text.to_ascii_lowercase();
    let code = on_page.code;
    move |(reason, message)| match message {
        Some(message) => text.contains(message),
        None => reason.code.is_some() && reason.code == code,
    }
}
