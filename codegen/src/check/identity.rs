//! Nothing may be called the same: ids, codes, names, variants, types.

use std::collections::HashMap;

use super::{FirstSeen, Input, Rule};
use crate::catalog::{Catalog, Class, Entry};
use crate::names::{self, TypeNames};
use crate::problem::Problem;
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
        strings(catalog, problems);
        variants(catalog, problems);
        types(catalog, problems);
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

fn duplicate(rule: Rule, what: &str, shown: &str, span: Span, first: Span) -> Problem {
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

fn reserved(text: &Spanned<String>, shown: &str) -> Problem {
    Problem::new(
        Rule::ReservedName,
        text.span,
        format!("`{shown}` cannot be used as a name in the generated code"),
    )
}

fn products(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let mut modules = FirstSeen::new();
    let mut enums = FirstSeen::new();
    for (file, catalog) in input.catalogs {
        if let Some(id) = &catalog.id {
            let stem = input.sources.file(*file).stem();
            if id.value != stem {
                problems.push(
                    Problem::new(
                        Rule::ProductId,
                        id.span,
                        format!(
                            "the product id `{}` differs from the file name `{stem}`",
                            id.value
                        ),
                    )
                    .help(format!(
                        "write `id: {stem}`, or rename the file to `{}.yaml`",
                        id.value
                    )),
                );
            }
            if !names::is_module(&id.value) {
                problems.push(reserved(id, &id.value).help("choose another product id"));
            }
            // `a_1` and `a1` differ as modules but not as variants of `Product`.
            if let Some(first) = modules.note(names::from_id(&id.value), id.span) {
                problems.push(
                    duplicate(Rule::DuplicateId, "product", &id.value, id.span, first)
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
            problems.push(
                duplicate(
                    Rule::DuplicateCode,
                    "code",
                    &code.value.to_string(),
                    code.span,
                    first,
                )
                .help("merge the entries, or tell the cases apart under `reasons:`"),
            );
        }
    }
    for entry in &catalog.errors {
        let mut seen = FirstSeen::new();
        for code in entry
            .reasons
            .iter()
            .filter_map(|reason| reason.code.as_ref())
        {
            if let Some(first) = seen.note(code.value, code.span) {
                let shown = code.value.to_string();
                problems.push(duplicate(
                    Rule::DuplicateCode,
                    "reason code",
                    &shown,
                    code.span,
                    first,
                ));
            }
        }
    }
}

/// The code whose name an entry may share: itself, or what `same_as` points to.
fn family(entry: &Entry) -> Option<i32> {
    entry
        .same_as
        .as_ref()
        .or(entry.code.as_ref())
        .map(|code| code.value)
}

fn constants(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let mut seen: HashMap<&str, (Span, Option<i32>)> = HashMap::new();
    let own = catalog
        .errors
        .iter()
        .flat_map(|entry| entry.name.iter().map(move |n| (entry, n)));
    let aliases = catalog
        .errors
        .iter()
        .flat_map(|entry| entry.aliases.iter().map(move |n| (entry, n)));
    for (index, (entry, name)) in own
        .map(|pair| (0, pair))
        .chain(aliases.map(|pair| (1, pair)))
    {
        let family = family(entry);
        match seen.get(name.value.as_str()) {
            Some((first, other)) if index == 1 || family != *other || family.is_none() => {
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
    }
    for entry in &catalog.errors {
        let names = entry
            .reasons
            .iter()
            .filter_map(|reason| reason.name.as_ref());
        let mut seen = FirstSeen::new();
        for name in names {
            if let Some(first) = seen.note(name.value.as_str(), name.span) {
                problems.push(duplicate(
                    Rule::DuplicateName,
                    "reason",
                    &name.value,
                    name.span,
                    first,
                ));
            }
        }
    }
}

/// Words on the wire and their names and variants.
fn strings(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let Some(strings) = &catalog.strings else {
        return;
    };
    let mut values = FirstSeen::new();
    let mut constants = FirstSeen::new();
    for entry in &strings.entries {
        for (what, text, seen) in [
            ("word", &entry.value, &mut values),
            ("name", &entry.name, &mut constants),
        ] {
            let Some(text) = text else { continue };
            if let Some(first) = seen.note(text.value.as_str(), text.span) {
                problems.push(duplicate(
                    Rule::DuplicateName,
                    what,
                    &text.value,
                    text.span,
                    first,
                ));
            }
        }
    }
    let entries = strings.entries.iter();
    let entries = entries.map(|entry| (entry.variant.as_ref(), entry.name.as_ref()));
    unique_variants(entries, None, problems);
}

fn variants(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let prefix = catalog
        .strip_prefix
        .as_ref()
        .map(|prefix| prefix.value.as_str());
    let entries = catalog
        .errors
        .iter()
        .map(|e| (e.variant.as_ref(), e.name.as_ref()));
    unique_variants(entries, prefix, problems);
    for entry in &catalog.errors {
        let reasons = entry
            .reasons
            .iter()
            .map(|r| (r.variant.as_ref(), r.name.as_ref()));
        unique_variants(reasons, None, problems);
    }
    let mut seen = FirstSeen::new();
    let current = catalog.errors.iter().filter_map(|entry| {
        let at = entry.variant.as_ref().or(entry.name.as_ref())?;
        Some((variant_of(entry, prefix)?, at.span))
    });
    for (variant, span) in current {
        seen.note(variant, span);
    }
    for former in catalog.errors.iter().flat_map(|entry| &entry.renamed_from) {
        if let Some(first) = seen.note(former.value.clone(), former.span) {
            problems.push(
                duplicate(
                    Rule::DuplicateVariant,
                    "variant",
                    &former.value,
                    former.span,
                    first,
                )
                .help("a former name cannot be in use again"),
            );
        }
    }
}

/// The variant of an entry, stated or derived.
pub(crate) fn variant_of(entry: &Entry, prefix: Option<&str>) -> Option<String> {
    match &entry.variant {
        Some(stated) => Some(stated.value.clone()),
        None => names::variant(&entry.name.as_ref()?.value, prefix),
    }
}

fn unique_variants<'a>(
    items: impl Iterator<Item = (Option<&'a Spanned<String>>, Option<&'a Spanned<String>>)>,
    prefix: Option<&str>,
    problems: &mut Vec<Problem>,
) {
    let mut seen = FirstSeen::new();
    for (stated, name) in items {
        let Some(at) = stated.or(name) else { continue };
        let variant = match stated {
            Some(stated) => names::is_variant(&stated.value).then(|| stated.value.clone()),
            None => names::variant(&at.value, prefix),
        };
        let Some(variant) = variant else {
            problems.push(reserved(at, &at.value).help("state a Rust name for it with `variant:`"));
            continue;
        };
        if let Some(first) = seen.note(variant.clone(), at.span) {
            problems.push(
                duplicate(Rule::DuplicateVariant, "variant", &variant, at.span, first)
                    .help("state a Rust name for one of them with `variant:`"),
            );
        }
    }
}

/// The types of one module: the enum, its category and range enums, and the reason enums.
fn types(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let Some(name) = &catalog.enum_name else {
        return;
    };
    let prefix = catalog
        .strip_prefix
        .as_ref()
        .map(|prefix| prefix.value.as_str());
    let of = TypeNames::of(&name.value);
    let mut seen = FirstSeen::new();
    for taken in [name.value.clone(), of.category, of.range] {
        seen.note(taken, name.span);
    }
    let strings = catalog.strings.as_ref();
    if let Some(name) = strings.and_then(|strings| strings.enum_name.as_ref()) {
        if !names::is_enum(&name.value) {
            problems.push(reserved(name, &name.value).help("name the product in the enum"));
        }
        if let Some(first) = seen.note(name.value.clone(), name.span) {
            problems.push(
                duplicate(
                    Rule::DuplicateVariant,
                    "type",
                    &name.value,
                    name.span,
                    first,
                )
                .help("choose another name for the enum of words"),
            );
        }
    }
    for entry in catalog
        .errors
        .iter()
        .filter(|entry| !entry.reasons.is_empty())
    {
        let (Some(variant), Some(at)) = (variant_of(entry, prefix), &entry.name) else {
            continue;
        };
        let reason = names::reason_enum(&variant);
        if let Some(first) = seen.note(reason.clone(), at.span) {
            problems.push(
                duplicate(Rule::DuplicateVariant, "type", &reason, at.span, first)
                    .help("state another Rust name for the code with `variant:`"),
            );
        }
    }
}
