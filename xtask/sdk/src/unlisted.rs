//! What a package has and no catalog: enums of failures, and numbers raised outside of all lists.

use std::collections::{BTreeMap, BTreeSet};

use crate::codes::head;
use crate::compare::{Comparison, Context, Difference, plural, shortened};
use crate::facts::Place;

/// Declared enums of failures that no catalog has.
pub(crate) fn compare_lists(context: &Context<'_>, comparison: &mut Comparison) {
    const FAILURES: [&str; 6] = [
        "Fail",
        "Error",
        "Exception",
        "Declined",
        "Reason",
        "ReturnCode",
    ];
    let lists = context.facts.lists.iter().zip(&context.space_of);
    let mut met: BTreeSet<(&str, Vec<i32>)> = BTreeSet::new();
    for (list, _) in lists.filter(|(list, space)| list.declared && space.is_none()) {
        let Some(name) = list.name.as_deref() else {
            continue;
        };
        let numbers = list.members.iter().map(|member| member.number).collect();
        let is_failure = FAILURES.iter().any(|failure| name.contains(failure));
        let Some(space) = context.spaces.first().filter(|_| is_failure) else {
            continue;
        };
        if met.insert((name, numbers)) {
            let count = plural(list.members.len(), "number");
            comparison.differences.push(Difference {
                id: "enum-added",
                message: format!("the enum `{name}` with {count} is of no catalog"),
                at: Some(Place { ..list.place }),
                entry: head(space),
                label: "the catalog of the package",
                help: "if its numbers reach applications, write a catalog for it and name it in \
                       `xtask/sdk/src/spaces.rs`"
                    .to_owned(),
            });
        }
    }
}

/// Raised numbers of no list: SDKs use them among their own parts, so that they are only told.
pub(crate) fn compare_sites(context: &Context<'_>, comparison: &mut Comparison) {
    let mut raised: BTreeMap<i32, String> = BTreeMap::new();
    for site in &context.facts.sites {
        let space = site
            .list
            .and_then(|list| context.space_of.get(list).copied().flatten());
        let mut spaces = context.spaces.iter();
        if space.is_some() || spaces.any(|space| space.outline.entry(site.code).is_some()) {
            continue;
        }
        let file = context
            .package
            .files
            .get(site.place.file)
            .map_or("", |file| file.name.as_str());
        let text = site
            .text
            .as_deref()
            .map_or_else(String::new, |text| format!(", `{}`", shortened(text)));
        raised
            .entry(site.code)
            .or_insert_with(|| format!("{} ({file}{text})", site.code));
    }
    if !raised.is_empty() {
        let raised: Vec<String> = raised.into_values().collect();
        comparison.notes.push(format!(
            "raised as bare numbers, and in no list and no catalog: {}",
            raised.join(", ")
        ));
    }
}
