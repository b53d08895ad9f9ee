//! Nothing may be called the same: ids, codes, names, variants, types.

use std::collections::HashMap;

use super::{FirstSeen, Input};
use crate::catalog::{Catalog, Class, Entry};
use crate::lookalike;
use crate::names;
use crate::problem::{Problem, shorten};
use crate::rule::Rule;
use crate::source::{Span, Spanned};

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    products(input, problems);
    for (_, catalog) in input.catalogs {
        unique_ids(
            "source",
            catalog.sources.iter().filter_map(|s| s.id.as_ref()),
            problems,
        );
        classes("category", &catalog.categories, problems);
        classes("range", &catalog.ranges, problems);
        codes(catalog, problems);
        constants(catalog, problems);
        words(catalog, problems);
    }
    if let Some(spaces) = input.spaces {
        unique_ids(
            "group",
            spaces.groups.iter().filter_map(|g| g.id.as_ref()),
            problems,
        );
        unique_ids(
            "product",
            spaces.products.iter().filter_map(|p| p.id.as_ref()),
            problems,
        );
    }
}

pub(super) fn duplicate(rule: Rule, what: &str, shown: &str, span: Span, first: Span) -> Problem {
    let shown = shorten(shown);
    Problem::new(rule, span, format!("the {what} `{shown}` stands twice"))
        .related(first, "first defined here")
}

fn unique_ids<'a>(
    what: &str,
    ids: impl Iterator<Item = &'a Spanned<String>>,
    problems: &mut Vec<Problem>,
) {
    let mut seen = FirstSeen::new();
    for id in ids {
        if let Some(first) = seen.note(id.value.as_str(), id.span) {
            problems.push(
                duplicate(Rule::DuplicateId, what, &id.value, id.span, first)
                    .help("give each its own id"),
            );
        }
    }
}

fn classes(what: &str, classes: &[Class], problems: &mut Vec<Problem>) {
    unique_ids(what, classes.iter().filter_map(|c| c.id.as_ref()), problems);
    let mut seen: HashMap<String, (&String, Span)> = HashMap::new();
    for id in classes.iter().filter_map(|class| class.id.as_ref()) {
        let variant = names::from_id(&id.value);
        if !names::is_variant(&variant) {
            problems.push(reserved(id, &variant).help("choose another id"));
        }
        // Equal ids are reported above; here `a_1` and `a1`, which give one variant.
        if let Some((other, first)) = seen.insert(variant.clone(), (&id.value, id.span))
            && *other != id.value
        {
            problems.push(
                duplicate(Rule::DuplicateVariant, "variant", &variant, id.span, first)
                    .help("choose ids that differ in more than `_`"),
            );
        }
    }
}

pub(super) fn reserved(text: &Spanned<String>, shown: &str) -> Problem {
    Problem::new(
        Rule::ReservedName,
        text.span,
        format!("`{shown}` cannot be used as a name in the generated code"),
    )
}

fn differs_from_file(id: &Spanned<String>, stem: &str) -> Problem {
    let rename = format!("rename the file to `{}.yaml`", id.value);
    let help = if names::is_module(stem) && stem == stem.to_ascii_lowercase() {
        format!("write `id: {stem}`, or {rename}")
    } else {
        rename
    };
    let shown = &id.value;
    Problem::new(
        Rule::ProductId,
        id.span,
        format!("the product id `{shown}` differs from the file name `{stem}`"),
    )
    .help(help)
}

fn products(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let mut modules = FirstSeen::new();
    let mut enums = FirstSeen::new();
    for (file, catalog) in input.catalogs {
        if let Some(id) = &catalog.id {
            let stem = input.sources.file(*file).stem();
            if id.value != stem {
                problems.push(differs_from_file(id, stem));
            }
            if !names::is_module(&id.value) || !names::is_variant(&names::from_id(&id.value)) {
                problems.push(reserved(id, &id.value).help("choose another product id"));
            }
            // `a_1` and `a1` differ as modules but not as variants of `Product`.
            let variant = names::from_id(&id.value);
            if let Some(first) = modules.note(variant.clone(), id.span) {
                let message = format!("two product ids give the variant `{variant}`");
                problems.push(
                    Problem::new(Rule::DuplicateId, id.span, message)
                        .related(first, "the other one")
                        .help("choose an id that differs in more than `_`"),
                );
            }
        }
        if let Some(name) = &catalog.enum_name {
            if !names::is_enum(&name.value) {
                problems.push(reserved(name, &name.value).help("name the product in the enum"));
            }
            if let Some(first) = enums.note(name.value.as_str(), name.span) {
                problems.push(
                    duplicate(
                        Rule::DuplicateVariant,
                        "enum",
                        &name.value,
                        name.span,
                        first,
                    )
                    .help("two products cannot share an enum name"),
                );
            }
        }
    }
}

fn codes(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let mut seen = FirstSeen::new();
    for code in catalog
        .errors
        .iter()
        .filter_map(|entry| entry.code.as_ref())
    {
        if let Some(first) = seen.note(code.value, code.span) {
            let shown = code.value.to_string();
            problems.push(
                duplicate(Rule::DuplicateCode, "code", &shown, code.span, first)
                    .help("merge the entries, or tell the cases apart under `reasons:`"),
            );
        }
    }
}

/// The code whose name an entry may share: itself, or what `same_as` points to.
pub(super) fn family(entry: &Entry) -> Option<i32> {
    let own = entry.code.as_ref().map(|code| code.value);
    match &entry.same_as {
        Some(target) if target.value.product.is_none() => Some(target.value.code),
        _ => own,
    }
}

/// Every constant of a catalog: the names of all entries, then their aliases.
fn all_constants(catalog: &Catalog) -> impl Iterator<Item = (&Entry, &Spanned<String>, bool)> {
    let own = catalog.errors.iter();
    let own = own.flat_map(|entry| entry.name.iter().map(move |name| (entry, name, false)));
    let aliases = catalog.errors.iter();
    let aliases = aliases.flat_map(|entry| entry.aliases.iter().map(move |n| (entry, n, true)));
    own.chain(aliases)
}

fn constants(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let mut seen: HashMap<&str, (Span, Option<i32>)> = HashMap::new();
    let mut read: HashMap<String, &Spanned<String>> = HashMap::new();
    for (entry, name, is_alias) in all_constants(catalog) {
        let family = family(entry);
        match seen.get(name.value.as_str()) {
            Some((first, other)) if is_alias || family != *other || family.is_none() => {
                problems.push(
                    duplicate(Rule::DuplicateName, "name", &name.value, name.span, *first)
                        .help("rename one, or say `same_as:` where both mean the same failure"),
                );
            }
            Some(_) => {}
            None => {
                seen.insert(&name.value, (name.span, family));
            }
        }
        let other = read.entry(lookalike::skeleton(&name.value)).or_insert(name);
        if other.value != name.value {
            problems.push(
                Problem::new(
                    Rule::LookAlike,
                    name.span,
                    format!("`{}` reads like `{}`", name.value, other.value),
                )
                .related(other.span, "the other name")
                .help(
                    "compare both with the source, letter by letter: `0` and `O`, `1`, `I` and `l`",
                ),
            );
        }
    }
}

/// What stands in place of codes where errors are told by a word: the words and their names.
fn words(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let mut words = FirstSeen::new();
    let mut names = FirstSeen::new();
    for entry in catalog.strings.iter().flat_map(|strings| &strings.entries) {
        for (what, text, seen) in [
            ("word", &entry.value, &mut words),
            ("name", &entry.name, &mut names),
        ] {
            let Some(text) = text else { continue };
            if let Some(first) = seen.note(text.value.as_str(), text.span) {
                problems.push(
                    duplicate(Rule::DuplicateName, what, &text.value, text.span, first)
                        .help("merge the entries, or correct one of them"),
                );
            }
        }
    }
}
