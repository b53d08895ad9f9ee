//! The Rust names of variants and types: they must be free, and Rust must allow them.

use std::collections::HashMap;

use super::identity::{duplicate, family, reserved};
use super::{FirstSeen, Input};
use crate::catalog::{Catalog, Entry};
use crate::names::{self, TypeNames};
use crate::problem::Problem;
use crate::rule::Rule;
use crate::source::Spanned;

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    for (_, catalog) in input.catalogs {
        variants(catalog, problems);
        former(catalog, problems);
        types(catalog, problems);
    }
}

/// What is removed from names before variants are derived.
fn prefix(catalog: &Catalog) -> Option<&str> {
    let prefix = catalog.strip_prefix.as_ref()?;
    Some(&prefix.value)
}

/// The variant of an entry, stated or derived.
pub(crate) fn variant_of(entry: &Entry, prefix: Option<&str>) -> Option<String> {
    match &entry.variant {
        Some(stated) => Some(stated.value.clone()),
        None => names::variant(&entry.name.as_ref()?.value, prefix),
    }
}

/// An entry or a reason, as far as its variant is concerned.
struct Named<'a> {
    /// The stated variant.
    variant: Option<&'a Spanned<String>>,
    name: Option<&'a Spanned<String>>,
    /// The code with which the name may be shared.
    family: Option<i32>,
}

fn variants(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let entries = catalog.errors.iter().map(|entry| Named {
        variant: entry.variant.as_ref(),
        name: entry.name.as_ref(),
        family: family(entry),
    });
    unique(entries, prefix(catalog), problems);
    let words = catalog.strings.iter().flat_map(|strings| &strings.entries);
    let words = words.map(|entry| Named {
        variant: entry.variant.as_ref(),
        name: entry.name.as_ref(),
        family: None,
    });
    unique(words, None, problems);
    for entry in &catalog.errors {
        let reasons = entry.reasons.iter().map(|reason| Named {
            variant: reason.variant.as_ref(),
            name: reason.name.as_ref(),
            family: None,
        });
        unique(reasons, None, problems);
    }
}

fn unique<'a>(
    items: impl Iterator<Item = Named<'a>>,
    prefix: Option<&str>,
    problems: &mut Vec<Problem>,
) {
    let mut seen: HashMap<String, Named<'a>> = HashMap::new();
    for item in items {
        let Some(at) = item.variant.or(item.name) else {
            continue;
        };
        let variant = match item.variant {
            Some(stated) => stated.value.clone(),
            None => names::derive(&at.value, prefix),
        };
        if !names::is_variant(&variant) {
            let help = match item.variant {
                Some(_) => "choose another Rust name",
                None => "state a Rust name for it with `variant:`",
            };
            problems.push(reserved(at, &variant).help(help));
            continue;
        }
        let Some(first) = seen.get(&variant) else {
            seen.insert(variant, item);
            continue;
        };
        // Equal names that may not be shared are reported as such.
        let same_name = item.variant.or(first.variant).is_none()
            && item.name.map(|name| &name.value) == first.name.map(|name| &name.value);
        if same_name && (item.family.is_none() || item.family != first.family) {
            continue;
        }
        if let Some(other) = first.variant.or(first.name) {
            problems.push(
                duplicate(
                    Rule::DuplicateVariant,
                    "variant",
                    &variant,
                    at.span,
                    other.span,
                )
                .help("state a Rust name for one of them with `variant:`"),
            );
        }
    }
}

/// Former names live on as constants, so they must be as free as variants.
fn former(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let mut seen = FirstSeen::new();
    for entry in &catalog.errors {
        let at = entry.variant.as_ref().or(entry.name.as_ref());
        if let (Some(variant), Some(at)) = (variant_of(entry, prefix(catalog)), at) {
            seen.note(variant, at.span);
        }
    }
    for former in catalog.errors.iter().flat_map(|entry| &entry.renamed_from) {
        let shown = &former.value;
        if !names::is_variant(shown) {
            problems.push(reserved(former, shown).help("no variant can ever have had this name"));
        } else if let Some(first) = seen.note(shown.clone(), former.span) {
            problems.push(
                duplicate(Rule::DuplicateVariant, "variant", shown, former.span, first).help(
                    "a former name cannot be in use again: remove it here, or rename the other",
                ),
            );
        }
    }
}

/// The types of one module: the enum, its category and range enums, and the reason enums.
fn types(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let Some(name) = &catalog.enum_name else {
        return;
    };
    let of = TypeNames::of(&name.value);
    let mut seen = FirstSeen::new();
    for taken in [name.value.clone(), of.category, of.range] {
        seen.note(taken, name.span);
    }
    let words = catalog.strings.as_ref();
    if let Some(name) = words.and_then(|strings| strings.enum_name.as_ref()) {
        let shown = &name.value;
        if !names::is_enum(shown) {
            problems.push(reserved(name, shown).help("name the product in the enum"));
        }
        if let Some(first) = seen.note(shown.clone(), name.span) {
            problems.push(
                duplicate(Rule::DuplicateVariant, "type", shown, name.span, first)
                    .help("choose another name for the enum of words"),
            );
        }
    }
    for entry in catalog
        .errors
        .iter()
        .filter(|entry| !entry.reasons.is_empty())
    {
        let (Some(variant), Some(at)) = (variant_of(entry, prefix(catalog)), &entry.name) else {
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
