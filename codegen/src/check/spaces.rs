//! `products.yaml` and the catalogs do not say the same thing twice.

use std::collections::{HashMap, HashSet};

use super::Input;
use super::references::undeclared;
use crate::catalog::Catalog;
use crate::problem::Problem;
use crate::rule::Rule;
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

/// Title and group are the catalog's, and stand here only where there is none.
fn listing(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let Some(spaces) = input.spaces else { return };
    let catalogs: HashMap<&str, &Catalog> = input
        .catalogs
        .iter()
        .filter_map(|(_, catalog)| Some((catalog.id.as_ref()?.value.as_str(), catalog)))
        .collect();
    // A catalog that could not be read states what it states.
    let unread = |id: &str| input.sources.iter().any(|file| file.stem() == id);
    for space in &spaces.products {
        let Some(id) = &space.id else { continue };
        match catalogs.get(id.value.as_str()) {
            Some(catalog) => {
                told_twice("title", &space.title, &catalog.title, problems);
                told_twice("group", &space.group, &catalog.group, problems);
            }
            None if space.title.is_none() && !unread(&id.value) => problems.push(
                Problem::new(
                    Rule::ProductListing,
                    id.span,
                    format!("`{}` has no catalog, and no title here", id.value),
                )
                .help("add `title:`, or name the product id of a catalog"),
            ),
            None => {}
        }
    }
}

fn told_twice(
    what: &str,
    here: &Option<Spanned<String>>,
    catalog: &Option<Spanned<String>>,
    problems: &mut Vec<Problem>,
) {
    if let (Some(here), Some(there)) = (here, catalog) {
        problems.push(
            Problem::new(
                Rule::ProductListing,
                here.span,
                format!("the catalog states the {what} of this product"),
            )
            .related(there.span, "stated here")
            .help("remove it from `products.yaml`"),
        );
    }
}
