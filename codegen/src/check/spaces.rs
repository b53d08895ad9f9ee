//! `products.yaml` and the catalogs say the same about a product.

use std::collections::{HashMap, HashSet};

use super::references::undeclared;
use super::{Input, Rule};
use crate::catalog::Space;
use crate::problem::Problem;
use crate::source::Spanned;

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    groups(input, problems);
    listing(input, problems);
}

fn groups(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let Some(spaces) = input.spaces else { return };
    let declared = spaces
        .groups
        .iter()
        .filter_map(|g| Some(g.id.as_ref()?.value.as_str()));
    let of_catalogs = input
        .catalogs
        .iter()
        .filter_map(|(_, catalog)| catalog.group.as_ref());
    let of_spaces = spaces
        .products
        .iter()
        .filter_map(|space| space.group.as_ref());
    let known: HashSet<&str> = declared.clone().collect();
    for group in of_catalogs.chain(of_spaces) {
        if !known.contains(group.value.as_str()) {
            let declared = declared.clone();
            undeclared(Rule::UnknownGroup, "group", group, declared, problems);
        }
    }
}

/// Title and group stand in both places, because a space may have no catalog.
fn listing(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let Some(spaces) = input.spaces else { return };
    let by_id: HashMap<&str, &Space> = spaces
        .products
        .iter()
        .filter_map(|space| Some((space.id.as_ref()?.value.as_str(), space)))
        .collect();
    for (_, catalog) in input.catalogs {
        let id = catalog.id.as_ref().map(|id| id.value.as_str());
        let Some(space) = id.and_then(|id| by_id.get(id)) else {
            continue;
        };
        differs("title", &catalog.title, &space.title, problems);
        differs("group", &catalog.group, &space.group, problems);
    }
}

fn differs(
    what: &str,
    here: &Option<Spanned<String>>,
    listed: &Option<Spanned<String>>,
    problems: &mut Vec<Problem>,
) {
    if let (Some(here), Some(listed)) = (here, listed)
        && here.value != listed.value
    {
        problems.push(
            Problem::new(
                Rule::ProductListing,
                here.span,
                format!("`products.yaml` has another {what} for this product"),
            )
            .related(listed.span, "listed so")
            .help("write the same in both places"),
        );
    }
}
