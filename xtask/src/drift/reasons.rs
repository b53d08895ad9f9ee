//! The finer causes that a page lists under a code, against what was reviewed and what the catalog
//! has.

use zoom_errors_codegen::{EntryOutline, ReasonOutline, Span};

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
    let Some(reviewed) = reviewed else {
        let lacks = |reason: &&RowReason| counterpart(entry, reason).is_none();
        let listed = page.reasons().filter(|_| !entry.reasons.is_empty());
        return listed.filter(lacks).map(ReasonDrift::Added).collect();
    };
    let now: Vec<(Digest, &RowReason)> = page.reasons().map(|r| (rows::reason(r), r)).collect();
    let lost = |digest: &&Digest| !now.iter().any(|(now, _)| now == *digest);
    // How many former causes are still unaccounted for.
    let mut lost = reviewed.reasons.iter().filter(lost).count();
    let new = now
        .iter()
        .filter(|(digest, _)| !reviewed.reasons.contains(digest));
    let (known, unknown): (Vec<_>, Vec<_>) = new
        .map(|(_, reason)| (*reason, counterpart(entry, reason)))
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
    let absent = |reason: &&ReasonOutline| !page.reasons().any(|on_page| is(reason, on_page));
    let mut absent = entry.reasons.iter().filter(absent);
    for _ in 0..lost {
        let gone = absent.next().map(|reason| {
            let name = reason.name.clone().unwrap_or_default();
            (name, reason.span)
        });
        drifts.push(ReasonDrift::Gone(gone));
    }
    drifts
}

/// What the catalog has for a finer cause of the page.
fn counterpart<'e>(entry: &'e EntryOutline, on_page: &RowReason) -> Option<&'e ReasonOutline> {
    entry.reasons.iter().find(|reason| is(reason, on_page))
}

/// Whether both mean the same: the number tells, or a fragment of what the server says.
fn is(reason: &ReasonOutline, on_page: &RowReason) -> bool {
    match (&reason.message, reason.code) {
        (Some(message), _) => {
            let text = on_page.text.to_ascii_lowercase();
            text.contains(&message.to_ascii_lowercase())
        }
        (None, Some(code)) => on_page.code == Some(code),
        (None, None) => false,
    }
}
