//! Two models to their differences.

use std::collections::{HashMap, HashSet};

use super::api::{self, Enum, Role, Variant};
use super::change::{Change, Kind, Level, List, Subject};
use super::metadata;
use crate::load::RATES;
use crate::model::{Model, Product, Rate};

/// Every difference that users of the crate can notice, product by product.
pub fn compare(base: &Model, now: &Model) -> Vec<Change> {
    let mut changes = Vec::new();
    for old in &base.products {
        let mut list = List::new(&mut changes, old);
        match now.products.iter().find(|new| new.id == old.id) {
            Some(new) => product(&mut list, (base, old), (now, new)),
            None => list.add(Level::Breaking, whole(old), Kind::Removed),
        }
    }
    let is_old = |new: &Product| base.products.iter().any(|old| old.id == new.id);
    for new in now.products.iter().filter(|new| !is_old(new)) {
        // `Product` and `ZoomError` are open, and the order of `Product` is no part of the interface.
        List::new(&mut changes, new).add(Level::Addition, whole(new), Kind::Added);
    }
    if rates(base) != rates(now) {
        // Most hold for every product, so none of them has the change.
        changes.push(Change {
            product: RATES.to_owned(),
            title: "Rate limits".to_owned(),
            level: Level::Patch,
            subject: Subject::Type("Rate".to_owned()),
            kind: Kind::Metadata(vec!["what labels allow"]),
        });
    }
    changes.sort_by(|a, b| a.product.cmp(&b.product));
    changes
}

/// What rate-limit labels allow, with products in place of their indices.
fn rates(model: &Model) -> Vec<(Option<&str>, String)> {
    let rates = model.rates.iter().map(|rate| {
        let product = rate.product.map(|at| model.products[at].id.as_str());
        let told = Rate {
            product: None,
            ..rate.clone()
        };
        (product, format!("{told:?}"))
    });
    let mut rates: Vec<_> = rates.collect();
    rates.sort_unstable();
    rates
}

fn whole(product: &Product) -> Subject {
    Subject::Product {
        codes: product.errors.len(),
    }
}

fn product(list: &mut List<'_>, base: (&Model, &Product), now: (&Model, &Product)) {
    let (old, new) = (api::enums(base.1), api::enums(now.1));
    for before in &old {
        if let Some(after) = counterpart(before, &new) {
            enums(list, before, after);
        } else if code_lives(before, now.1) {
            list.add(
                Level::Breaking,
                Subject::Type(before.name.clone()),
                Kind::Removed,
            );
        }
    }
    for after in &new {
        if counterpart(after, &old).is_none() && code_lives(after, base.1) {
            list.add(
                Level::Addition,
                Subject::Type(after.name.clone()),
                Kind::Added,
            );
        }
    }
    metadata::compare(list, base, now);
}

/// The enum of the same role. For reasons the code's number tells; a code that was renumbered has
/// no counterpart, but then it is reported itself.
fn counterpart<'a>(one: &Enum, others: &'a [Enum]) -> Option<&'a Enum> {
    others.iter().find(|other| other.role == one.role)
}

/// Whether an enum of reasons comes or goes without its code; with the code it goes without saying.
fn code_lives(one: &Enum, other: &Product) -> bool {
    match one.role {
        Role::NumberedReasons(code) | Role::MessageReasons(code) => {
            other.errors.iter().any(|error| error.number() == code)
        }
        _ => true,
    }
}

fn enums(list: &mut List<'_>, old: &Enum, new: &Enum) {
    if old.name != new.name {
        let kind = Kind::Renamed {
            to: new.name.clone(),
            deprecated: false,
        };
        list.add(Level::Breaking, Subject::Type(old.name.clone()), kind);
    }
    let names = |variants: &[Variant]| -> HashSet<String> {
        variants
            .iter()
            .map(|variant| variant.name.clone())
            .collect()
    };
    let (old_names, new_names) = (names(&old.variants), names(&new.variants));
    let by_identity: HashMap<&str, &Variant> = new
        .variants
        .iter()
        .map(|variant| (variant.identity.as_str(), variant))
        .collect();
    let mut renamed_to = HashSet::new();
    for before in &old.variants {
        if new_names.contains(&before.name) {
            continue;
        }
        let after = by_identity
            .get(before.identity.as_str())
            .filter(|after| !old_names.contains(&after.name));
        let kind = match after {
            Some(after) => {
                renamed_to.insert(after.name.as_str());
                Kind::Renamed {
                    to: after.name.clone(),
                    deprecated: after.former.contains(&before.name),
                }
            }
            None => Kind::Removed,
        };
        list.add(Level::Breaking, subject(old, before), kind);
    }
    for after in &new.variants {
        let is_new = !old_names.contains(&after.name) && !renamed_to.contains(after.name.as_str());
        if is_new {
            // The enum is closed: a `match` without a wildcard no longer covers it.
            list.add(Level::Breaking, subject(new, after), Kind::Added);
        }
    }
    former_names(list, old, new);
    discriminants(list, old, new);
}

fn subject(of: &Enum, variant: &Variant) -> Subject {
    match of.role {
        Role::Codes => Subject::Code {
            variant: variant.name.clone(),
            code: variant.discriminant,
        },
        _ => Subject::Variant {
            of: of.name.clone(),
            variant: variant.name.clone(),
        },
    }
}

/// Deprecated constants that no longer exist.
fn former_names(list: &mut List<'_>, old: &Enum, new: &Enum) {
    let lives = |name: &String| {
        let mut variants = new.variants.iter();
        variants.any(|variant| variant.name == *name || variant.former.contains(name))
    };
    for name in old.variants.iter().flat_map(|variant| &variant.former) {
        if !lives(name) {
            let gone = Subject::Variant {
                of: old.name.clone(),
                variant: name.clone(),
            };
            list.add(Level::Breaking, gone, Kind::Removed);
        }
    }
}

fn discriminants(list: &mut List<'_>, old: &Enum, new: &Enum) {
    let after: HashMap<&str, i32> = new
        .variants
        .iter()
        .map(|variant| (variant.name.as_str(), variant.discriminant))
        .collect();
    let both = old
        .variants
        .iter()
        .filter_map(|before| Some((before, *after.get(before.name.as_str())?)));
    if old.role.has_numbers() {
        for (before, to) in both.filter(|(before, to)| before.discriminant != *to) {
            list.add(
                Level::Breaking,
                subject(old, before),
                Kind::Renumbered { to },
            );
        }
        return;
    }
    // A place moves with everything that is added before it; only the order itself counts.
    let places: Vec<i32> = both.map(|(_, to)| to).collect();
    if !places.is_sorted() {
        list.add(
            Level::Breaking,
            Subject::Type(old.name.clone()),
            Kind::Reordered,
        );
    }
}
