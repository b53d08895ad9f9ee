//! Whatever an entry points to must be there.

use std::collections::{HashMap, HashSet};

use super::{FirstSeen, Input, Rule};
use crate::catalog::{Catalog, Entry, list};
use crate::problem::{Problem, closest};
use crate::source::{Span, Spanned};

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    for (_, catalog) in input.catalogs {
        categories(catalog, problems);
        sources(catalog, problems);
        same_as(catalog, problems);
    }
    groups(input, problems);
    related(input, problems);
}

/// Reports a word that is not among the declared ones.
fn undeclared<'a>(
    rule: Rule,
    what: &str,
    word: &Spanned<String>,
    declared: impl Iterator<Item = &'a str> + Clone,
) -> Problem {
    let help = match closest(&word.value, declared.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if declared.clone().next().is_none() => format!("declare the {what} first"),
        None => format!("declared are {}", list(declared)),
    };
    Problem::new(
        rule,
        word.span,
        format!("the {what} `{}` is not declared", word.value),
    )
    .help(help)
}

fn categories(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let declared = catalog
        .categories
        .iter()
        .filter_map(|c| Some(c.id.as_ref()?.value.as_str()));
    let known: HashSet<&str> = declared.clone().collect();
    let mut used = HashSet::new();
    for category in catalog
        .errors
        .iter()
        .filter_map(|entry| entry.category.as_ref())
    {
        used.insert(category.value.as_str());
        if !known.contains(category.value.as_str()) {
            problems.push(undeclared(
                Rule::UnknownCategory,
                "category",
                category,
                declared.clone(),
            ));
        }
    }
    for class in &catalog.categories {
        let Some(id) = &class.id else { continue };
        if !used.contains(id.value.as_str()) && class.codes.is_none() {
            problems.push(
                Problem::new(
                    Rule::UnusedCategory,
                    id.span,
                    format!("no entry uses the category `{}`", id.value),
                )
                .help(
                    "remove it, or give it `codes:` if the page claims a range of numbers for it",
                ),
            );
        }
    }
}

fn sources(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let declared = catalog
        .sources
        .iter()
        .filter_map(|s| Some(s.id.as_ref()?.value.as_str()));
    for source in catalog.entries().filter_map(|entry| entry.source.as_ref()) {
        if !declared.clone().any(|id| id == source.value) {
            problems.push(undeclared(
                Rule::UnknownSource,
                "source",
                source,
                declared.clone(),
            ));
        }
    }
}

fn same_as(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let by_code: HashMap<i32, &Entry> = catalog
        .errors
        .iter()
        .filter_map(|entry| Some((entry.code.as_ref()?.value, entry)))
        .collect();
    for entry in &catalog.errors {
        let Some(target) = &entry.same_as else {
            continue;
        };
        let found = by_code.get(&target.value);
        if entry
            .code
            .as_ref()
            .is_some_and(|code| code.value == target.value)
        {
            problems.push(
                Problem::new(Rule::SameAs, target.span, "the entry points to itself")
                    .help("name the code under which the failure is described"),
            );
        } else if let Some(next) = found.and_then(|found| found.same_as.as_ref()) {
            problems.push(
                Problem::new(
                    Rule::SameAs,
                    target.span,
                    format!("{} is itself the same as another code", target.value),
                )
                .related(next.span, "it points here")
                .help(format!("write `same_as: {}`", next.value)),
            );
        } else if found.is_none() {
            problems.push(
                Problem::new(
                    Rule::SameAs,
                    target.span,
                    format!("the catalog has no code {}", target.value),
                )
                .help("name a code of this catalog"),
            );
        }
    }
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
    for group in of_catalogs.chain(of_spaces) {
        if !declared.clone().any(|id| id == group.value) {
            problems.push(undeclared(
                Rule::UnknownGroup,
                "group",
                group,
                declared.clone(),
            ));
        }
    }
}

fn related(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let mut known: HashMap<&str, HashSet<i32>> = HashMap::new();
    for (_, catalog) in input.catalogs {
        if let Some(id) = &catalog.id {
            let codes = catalog
                .errors
                .iter()
                .filter_map(|e| Some(e.code.as_ref()?.value));
            known.entry(&id.value).or_default().extend(codes);
        }
    }
    let mut links: FirstSeen<[(&str, i32); 2]> = FirstSeen::new();
    for (_, catalog) in input.catalogs {
        let Some(id) = &catalog.id else { continue };
        for entry in &catalog.errors {
            let Some(code) = &entry.code else { continue };
            for link in &entry.related {
                let here = (id.value.as_str(), code.value);
                let there = (link.value.0.as_str(), link.value.1);
                let mut pair = [here, there];
                pair.sort_unstable();
                if let Some(problem) = dangling(link, here.0, &known) {
                    problems.push(problem);
                } else if let Some(first) = links.note(pair, link.span) {
                    problems.push(stated_twice(link.span, first));
                }
            }
        }
    }
}

fn dangling(
    link: &Spanned<(String, i32)>,
    here: &str,
    known: &HashMap<&str, HashSet<i32>>,
) -> Option<Problem> {
    let (product, code) = &link.value;
    let problem = |message: String| Some(Problem::new(Rule::Related, link.span, message));
    if product == here {
        return problem("a related code lies in another code space".to_owned())
            .map(|p| p.help("inside one catalog, say `same_as:` instead"));
    }
    match known.get(product.as_str()) {
        Some(codes) if codes.contains(code) => None,
        Some(_) => problem(format!("`{product}` has no code {code}")),
        None => {
            let near = closest(product, known.keys().copied());
            let help = near.map_or_else(
                || "name the product id of a catalog".to_owned(),
                |near| format!("did you mean `{near}/{code}`?"),
            );
            problem(format!("there is no catalog `{product}`")).map(|p| p.help(help))
        }
    }
}

fn stated_twice(span: Span, first: Span) -> Problem {
    Problem::new(Rule::Related, span, "this link is stated twice")
        .related(first, "first stated here")
        .help("links hold in both directions: state each on one side only")
}
