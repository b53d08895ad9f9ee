//! Raised texts and comments of a package against the reasons of a catalog and the last review.

use std::collections::{BTreeMap, BTreeSet};

use xtask_pages::outline::EntryOutline;

use crate::compare::{Comparison, Context, Difference, plural, shortened};
use crate::facts::Place;
use crate::lock::{Digests, digest};
use crate::spaces::Space;

pub(crate) fn compare(
    context: &Context<'_>,
    at: usize,
    space: &Space<'_>,
    comparison: &mut Comparison,
) {
    let raised = raised(context, at);
    let mut elsewhere = 0;
    for entry in &space.outline.entries {
        let code = entry.code.value;
        let none = BTreeMap::new();
        let texts = raised.get(&code).unwrap_or(&none);
        // Of a code that is not there at all, no more need be said.
        let is_there = space.role.is_open
            || !texts.is_empty()
            || context
                .constants
                .get(at)
                .is_some_and(|shipped| shipped.contains_key(&code));
        if space.role.is_own && is_there {
            elsewhere += untold(context, entry, texts, comparison);
        }
        let (digests, unmatched) = digests(context, at, entry, texts);
        let key = (space.outline.id.clone(), code);
        if let Some(reviewed) = context.reviewed {
            let old = reviewed.codes.get(&key).cloned().unwrap_or_default();
            changed(context, at, entry, &old, &digests, &unmatched, comparison);
        }
        if digests != Digests::default() {
            comparison.seen.codes.insert(key, digests);
        }
    }
    if elsewhere > 0 {
        comparison.notes.push(format!(
            "{}: {} the text in a string or a comment of the package, at no raise site that can be read",
            space.outline.id,
            match elsewhere {
                1 => "1 reason has".to_owned(),
                count => format!("{count} reasons have"),
            }
        ));
    }
    if context.reviewed.is_none() && at == 0 {
        comparison.notes.push(format!(
            "no version of {} was accepted yet: texts that no reason tells and comments are compared \
             with nothing; `cargo xtask sdk accept` notes them as reviewed",
            context.package.manifest.name
        ));
    }
}

/// The texts that are raised under each code of a space, and where.
fn raised<'a>(context: &Context<'a>, at: usize) -> BTreeMap<i32, BTreeMap<&'a str, Place>> {
    let mut raised: BTreeMap<i32, BTreeMap<&str, Place>> = BTreeMap::new();
    for site in &context.facts.sites {
        if let (Some(text), true) = (&site.text, context.site_space(site.list) == at) {
            let texts = raised.entry(site.code).or_default();
            texts.entry(text).or_insert(site.place);
        }
    }
    raised
}

/// Whether a reason's fragment tells a text, as the crate does it.
fn tells(fragment: &str, text: &str) -> bool {
    text.to_lowercase().contains(&fragment.to_lowercase())
}

fn told(entry: &EntryOutline, text: &str) -> bool {
    let fragments = entry
        .reasons
        .iter()
        .filter_map(|reason| reason.message.as_deref());
    fragments.into_iter().any(|fragment| tells(fragment, text))
}

/// Reports reasons whose text nothing raises; gives how many stand elsewhere in the package.
fn untold(
    context: &Context<'_>,
    entry: &EntryOutline,
    texts: &BTreeMap<&str, Place>,
    comparison: &mut Comparison,
) -> usize {
    let mut elsewhere = 0;
    for reason in &entry.reasons {
        let Some(fragment) = reason.message.as_deref() else {
            continue;
        };
        if texts.keys().any(|text| tells(fragment, text)) {
            continue;
        }
        let small = fragment.to_lowercase();
        if context
            .facts
            .strings
            .iter()
            .any(|string| string.contains(&small))
        {
            elsewhere += 1;
            continue;
        }
        comparison.differences.push(Difference {
            id: "reason-gone",
            message: format!(
                "no text of the package has `{}`, which tells a reason of {}",
                shortened(fragment),
                entry.code.value
            ),
            at: texts.values().next().copied(),
            entry: reason.span,
            label: "told by this text",
            help:
                "look how the code is raised now, and correct `message:`; keep the reason if older \
                   versions send it"
                    .to_owned(),
        });
    }
    elsewhere
}

type Unmatched<'a> = Vec<(String, &'a str, Place)>;

/// What to note of a code: its texts that no reason tells, and its comments.
fn digests<'a>(
    context: &Context<'a>,
    at: usize,
    entry: &EntryOutline,
    texts: &BTreeMap<&'a str, Place>,
) -> (Digests, Unmatched<'a>) {
    let unmatched = texts.iter().filter(|(text, _)| !told(entry, text));
    let unmatched: Unmatched<'a> = unmatched
        .map(|(text, place)| (digest(text), *text, *place))
        .collect();
    let members = context
        .constants
        .get(at)
        .and_then(|shipped| shipped.get(&entry.code.value));
    let comments = members
        .into_iter()
        .flatten()
        .filter_map(|member| member.comment.as_deref());
    let comments: BTreeSet<String> = comments.map(digest).collect();
    let of_texts: BTreeSet<String> = unmatched
        .iter()
        .map(|(digest, ..)| digest.clone())
        .collect();
    let digests = Digests {
        texts: of_texts.into_iter().collect(),
        comments: comments.into_iter().collect(),
    };
    (digests, unmatched)
}

fn changed(
    context: &Context<'_>,
    at: usize,
    entry: &EntryOutline,
    old: &Digests,
    new: &Digests,
    unmatched: &Unmatched<'_>,
    comparison: &mut Comparison,
) {
    let code = entry.code.value;
    let version = context
        .reviewed
        .map_or("", |reviewed| reviewed.version.as_str());
    for (_, text, place) in unmatched
        .iter()
        .filter(|(digest, ..)| !old.texts.contains(digest))
    {
        comparison.differences.push(Difference {
            id: "text-added",
            message: format!(
                "{code} is raised with `{}`, which was not reviewed",
                shortened(text)
            ),
            at: Some(*place),
            entry: entry.code.span,
            label: "no reason of it tells that text",
            help: "if the cure differs from the entry's, add a reason with a fragment of it as \
                   `message:`; if the entry fits, `cargo xtask sdk accept` notes it as reviewed"
                .to_owned(),
        });
    }
    let shipped = context
        .constants
        .get(at)
        .and_then(|shipped| shipped.get(&code));
    let member = shipped.and_then(|members| members.first());
    let gone = old
        .texts
        .iter()
        .filter(|digest| !new.texts.contains(digest))
        .count();
    if gone > 0 && (member.is_some() || !unmatched.is_empty()) {
        comparison.differences.push(Difference {
            id: "text-gone",
            message: format!("{code} is no longer raised with {} of those reviewed in {version}", plural(gone, "text")),
            at: None,
            entry: entry.code.span,
            label: "raised with fewer texts",
            help: "look whether causes and steps of the entry still hold, then run `cargo xtask sdk accept`"
                .to_owned(),
        });
    }
    let member = member.filter(|_| !old.comments.is_empty() && old.comments != new.comments);
    if let Some(member) = member {
        comparison.differences.push(Difference {
            id: "comment-changed",
            message: format!(
                "the comment of {code} {} is not that of {version}",
                member.name
            ),
            at: Some(member.place),
            entry: entry.code.span,
            label: "reviewed with another comment",
            help: "compare the comments, mend the entry, then run `cargo xtask sdk accept`"
                .to_owned(),
        });
    }
}
