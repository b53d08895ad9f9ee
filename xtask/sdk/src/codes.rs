//! Codes and constants of a package against those of a catalog.

use std::collections::BTreeSet;

use xtask_pages::outline::EntryOutline;
use zoom_errors_codegen::Span;

use crate::compare::{Comparison, Context, Difference};
use crate::facts::Member;
use crate::spaces::{Space, constants};

/// How many codes were compared, and how many differences that gave.
pub(crate) struct Found {
    pub(crate) rows: usize,
    pub(crate) differences: usize,
}

pub(crate) fn compare(
    context: &Context<'_>,
    at: usize,
    space: &Space<'_>,
    comparison: &mut Comparison,
) -> Found {
    let before = comparison.differences.len();
    let empty = std::collections::BTreeMap::new();
    let shipped = context.constants.get(at).unwrap_or(&empty);
    let mut unlisted: Vec<String> = Vec::new();
    let mut stated: Vec<String> = Vec::new();
    let mut aliases: Vec<String> = Vec::new();
    for (number, members) in shipped {
        match space.outline.entry(*number) {
            Some(entry) => names(space, entry, members, &mut stated, comparison),
            None => unlisted.extend(added(context, at, space, *number, members, comparison)),
        }
    }
    if space.role.is_own {
        if shipped.is_empty() && !space.role.is_open {
            comparison.differences.push(no_list(space));
        } else {
            let entries = space.outline.entries.iter().filter(|entry| !entry.retired);
            for entry in entries {
                aliases.extend(gone(context, at, space, entry, comparison));
            }
        }
    }
    for (names, what) in [
        (
            unlisted,
            "kept out of the documentation, or never raised, and in no catalog",
        ),
        (stated, "named otherwise in the package, as `erratum:` says"),
        (
            aliases,
            "aliases that the package lacks; older versions or pages may have them",
        ),
    ] {
        if !names.is_empty() {
            let (id, count) = (&space.outline.id, names.len());
            let names = names.join(", ");
            comparison
                .notes
                .push(format!("{id}: {count} {what}: {names}"));
        }
    }
    Found {
        rows: shipped.len(),
        differences: comparison.differences.len() - before,
    }
}

/// A code that the catalog lacks; gives its constant back if that is as it should be.
fn added(
    context: &Context<'_>,
    at: usize,
    space: &Space<'_>,
    number: i32,
    members: &[&Member],
    comparison: &mut Comparison,
) -> Option<String> {
    let member = members.first()?;
    let raised = context.site_of(at, number);
    let mut own = context.spaces.iter().filter(|space| space.role.is_own);
    let elsewhere = !space.role.is_own && own.any(|own| own.outline.entry(number).is_some());
    let hidden = members.iter().any(|member| member.is_hidden());
    if elsewhere || hidden || !space.role.is_own && raised.is_none() {
        return (!elsewhere).then(|| format!("{number} {}", member.name));
    }
    // What another product's constant means here belongs into the catalog of the package.
    let home = if space.role.is_own {
        space
    } else {
        context.spaces.first()?
    };
    let renumbered = space.code_of(&member.name);
    let former = renumbered.and_then(|old| space.outline.entry(old));
    let (entry, label, help) = match former {
        Some(former) => (
            former.code.span,
            "the entry of this constant",
            "compare the number with the page; correct `code:`, or add an entry if both are in use",
        ),
        None => (
            beside(home, number),
            "its entry belongs beside this one",
            "write an entry with `origin: observed` and the package as its `source:`; the raise \
             sites tell cause and method",
        ),
    };
    comparison.differences.push(Difference {
        id: if renumbered.is_some() {
            "number-differs"
        } else {
            "code-added"
        },
        message: match renumbered {
            Some(old) => format!(
                "{} is {number} in the package and {old} in the catalog",
                member.name
            ),
            None => format!(
                "{number} {} is in the package and not in {}{}",
                member.name,
                home.outline.id,
                if raised.is_some() {
                    "; it is raised"
                } else {
                    ""
                }
            ),
        },
        at: Some(member.place),
        entry,
        label,
        help: help.to_owned(),
    });
    None
}

/// The entry with the nearest number, or the head of an empty catalog.
fn beside(space: &Space<'_>, number: i32) -> Span {
    let entries = space.outline.entries.iter();
    let nearest = entries.min_by_key(|entry| entry.code.value.abs_diff(number));
    nearest.map_or_else(|| head(space), |entry| entry.code.span)
}

pub(crate) fn head(space: &Space<'_>) -> Span {
    let source = space.outline.sources.first();
    source.map_or(
        Span {
            file: 0,
            start: 0,
            end: 0,
        },
        |source| source.span,
    )
}

fn names(
    space: &Space<'_>,
    entry: &EntryOutline,
    members: &[&Member],
    stated: &mut Vec<String>,
    comparison: &mut Comparison,
) {
    let mut met = BTreeSet::new();
    for member in members {
        let known = constants(entry).any(|name| name == member.name);
        if known || !met.insert(&member.name) {
            continue;
        }
        let code = entry.code.value;
        let erratum = entry.erratum.as_deref();
        if erratum.is_some_and(|erratum| has_word(erratum, &member.name)) {
            stated.push(format!("{code} {}", member.name));
            continue;
        }
        let name = entry
            .name
            .as_ref()
            .map_or("nothing", |name| name.value.as_str());
        comparison.differences.push(Difference {
            id: "name-differs",
            message: format!("{code} is {} in the package and {name} in {}", member.name, space.outline.id),
            at: Some(member.place),
            entry: entry.name.as_ref().map_or(entry.span, |name| name.span),
            label: "another constant",
            help: format!(
                "if both are used, add `{}` to `aliases:`; if Zoom renamed it, make it the `name:` and \
                 the old one an alias",
                member.name
            ),
        });
    }
}

fn no_list(space: &Space<'_>) -> Difference {
    let what = space
        .role
        .declared
        .map_or_else(String::new, |name| format!(" `{name}`"));
    Difference {
        id: "enum-gone",
        message: format!(
            "the package has no enum{what} of the codes of {}",
            space.outline.id
        ),
        at: None,
        entry: head(space),
        label: "its codes are in no list of the package",
        help: "look for it under another name; if Zoom withdrew it, add `retired:` to the entries"
            .to_owned(),
    }
}

/// Reports an entry that the package lacks; gives the aliases that it lacks of one it has.
fn gone(
    context: &Context<'_>,
    at: usize,
    space: &Space<'_>,
    entry: &EntryOutline,
    comparison: &mut Comparison,
) -> Vec<String> {
    let code = entry.code.value;
    let listed = context
        .constants
        .get(at)
        .is_some_and(|shipped| shipped.contains_key(&code));
    let raised = || context.site_of(at, code).is_some();
    let known = |name: &str| {
        context.facts.symbols.contains(name) || context.facts.strings.contains(&name.to_lowercase())
    };
    let written =
        || spellings(code).iter().any(|number| known(number)) || constants(entry).any(known);
    if !(listed || raised() || space.role.is_open && written()) {
        let name = entry.name.as_ref().map_or("", |name| name.value.as_str());
        comparison.differences.push(Difference {
            id: "code-gone",
            message: format!("{code} {name} is not in the package"),
            at: None,
            entry: entry.code.span,
            label: "not in the package",
            help: "if Zoom withdrew it, add `retired:` with the day and keep the entry".to_owned(),
        });
        return Vec::new();
    }
    let aliases = entry.aliases.iter().filter(|alias| !known(alias));
    aliases.map(|alias| format!("{code} {alias}")).collect()
}

/// Whether a text has a constant as a whole word.
fn has_word(text: &str, name: &str) -> bool {
    let in_name = |c: char| c.is_alphanumeric() || c == '_';
    text.split(|c: char| !in_name(c)).any(|word| word == name)
}

/// A number as minified code writes it: 3000 is `3e3`.
fn spellings(code: i32) -> Vec<String> {
    let mut all = vec![code.to_string()];
    let (mut rest, mut zeros) = (code, 0);
    while rest != 0 && rest % 10 == 0 {
        rest /= 10;
        zeros += 1;
        all.push(format!("{rest}e{zeros}"));
    }
    all
}
