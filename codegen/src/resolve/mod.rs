//! Checked catalogs to the model: names derived, references turned into indices, advice inherited.
//!
//! Runs only on catalogs without a problem. Every `?` here is therefore a value that the decoder
//! or a check has made sure of; should one be missing all the same, the product is given up whole
//! rather than rendered in part.

mod catalogs;
mod entry;

use std::collections::BTreeMap;

use catalogs::{Catalogs, guidance, number, values};
use entry::Context;

use crate::catalog::{self, Catalog, Operations, Rates, Spaces};
use crate::model::{
    Class, Entry, Group, Model, Operation, Payload, Place, Product, Rate, Source, Space, Template,
};
use crate::names::{self, TypeNames};

/// The model of catalogs that passed all checks.
pub(crate) fn resolve(
    catalogs: &[(usize, Catalog)],
    operations: &[(usize, Operations)],
    rates: Option<&Rates>,
    spaces: Option<&Spaces>,
) -> Option<Model> {
    let all = Catalogs::new(catalogs, spaces)?;
    let mut products = (0..all.catalogs.len())
        .map(|at| product(&all, at, operations, spaces))
        .collect::<Option<Vec<_>>>()?;
    for (here, there) in links(&all)? {
        products[here.product].errors[here.entry]
            .related
            .push(there);
    }
    for error in products.iter_mut().flat_map(|product| &mut product.errors) {
        error.related.sort_unstable();
    }
    let (groups, spaces) = match spaces {
        Some(spaces) => (
            spaces.groups.iter().map(group).collect::<Option<_>>()?,
            spaces
                .products
                .iter()
                .map(|listed| space(listed, &all, &products))
                .collect::<Option<_>>()?,
        ),
        None => (Vec::new(), Vec::new()),
    };
    let rates = rates.into_iter().flat_map(|rates| &rates.rates);
    let rates = rates
        .map(|one| rate(one, &products))
        .collect::<Option<_>>()?;
    Some(Model {
        products,
        rates,
        groups,
        spaces,
    })
}

/// Every `related:` link in both directions.
fn links(all: &Catalogs<'_>) -> Option<Vec<(Place, Place)>> {
    let mut links = Vec::new();
    for (id, catalog, _) in &all.catalogs {
        for entry in &catalog.errors {
            let here = all.find((id, number(entry)?))?;
            for link in &entry.related {
                let there = all.find((&link.value.0, link.value.1))?;
                links.extend([(here, there), (there, here)]);
            }
        }
    }
    Some(links)
}

fn product(
    all: &Catalogs<'_>,
    at: usize,
    operations: &[(usize, Operations)],
    spaces: Option<&Spaces>,
) -> Option<Product> {
    let (id, catalog, entries) = &all.catalogs[at];
    let enum_name = match (&catalog.enum_name, catalog.errors.as_slice()) {
        (Some(name), _) => name.value.clone(),
        (None, []) => String::new(),
        _ => return None,
    };
    let types = TypeNames::of(&enum_name);
    let sources = catalog
        .sources
        .iter()
        .map(source)
        .collect::<Option<Vec<_>>>()?;
    let categories = catalog
        .categories
        .iter()
        .map(class)
        .collect::<Option<Vec<_>>>()?;
    let ranges = catalog
        .ranges
        .iter()
        .map(class)
        .collect::<Option<Vec<_>>>()?;
    let mut operations = operations
        .iter()
        .filter(|(_, of)| {
            of.product
                .as_ref()
                .is_some_and(|product| product.value == *id)
        })
        .flat_map(|(_, of)| of.operations.iter().map(operation))
        .collect::<Option<Vec<_>>>()?;
    operations.sort_by(|a, b| a.call.cmp(&b.call));
    let context = Context {
        id,
        catalog,
        all,
        sources: &sources,
        categories: &categories,
        operations: &operations,
    };
    let errors = entries
        .iter()
        .map(|entry| context.entry(entry))
        .collect::<Option<Vec<_>>>()?;
    let strings = match &catalog.strings {
        Some(strings) => Some(context.strings(strings)?),
        None => None,
    };
    // An enum without a variant would be of no use to anybody.
    let no_word = strings
        .as_ref()
        .is_none_or(|strings| strings.entries.is_empty());
    if sources.is_empty() || (no_word && (errors.is_empty() || categories.is_empty())) {
        return None;
    }
    Some(Product {
        variant: names::from_id(id),
        id: (*id).to_owned(),
        folder: catalog.folder.clone(),
        title: catalog.title.as_ref()?.value.clone(),
        enum_name,
        category_enum: types.category,
        range_enum: types.range,
        group: catalog.group.as_ref().map(|group| group.value.clone()),
        sources,
        ranges,
        categories,
        names: named(&errors),
        payload: payload(catalog, &errors, spaces)?,
        strings,
        operations,
        errors,
    })
}

/// What the catalog says of payloads, and what its group says.
fn payload(catalog: &Catalog, errors: &[Entry], spaces: Option<&Spaces>) -> Option<Payload> {
    let named = |group: &&catalog::Group| {
        let ids = group.id.as_ref().zip(catalog.group.as_ref());
        ids.is_some_and(|(id, own)| id.value == own.value)
    };
    let group = spaces.and_then(|spaces| spaces.groups.iter().find(named));
    let mut payload = Payload::default();
    for stated in [
        catalog.payload.as_ref(),
        group.and_then(|group| group.payload.as_ref()),
    ] {
        let Some(stated) = stated else { continue };
        payload.codes.extend(values(&stated.codes));
        payload.beside.extend(values(&stated.beside));
        let words = values(&stated.words).into_iter();
        let (prefixes, words): (Vec<_>, Vec<_>) = words.partition(|word| word.ends_with('_'));
        payload.words.extend(words);
        payload.prefixes.extend(prefixes);
    }
    for stated in catalog.payload.iter().flat_map(|payload| &payload.texts) {
        let code = stated.code.as_ref()?.value;
        let at = errors.binary_search_by_key(&code, Entry::number).ok()?;
        payload
            .texts
            .push((at, Template::new(&stated.text.as_ref()?.value)));
    }
    Some(payload)
}

fn operation(operation: &catalog::Operation) -> Option<Operation> {
    Some(Operation {
        call: operation.call.as_ref()?.value.clone(),
        id: operation.id.as_ref().map(|id| id.value.clone()),
        limit: operation.limit.as_ref().map(|limit| limit.value),
        scopes: values(&operation.scopes),
        granular: values(&operation.granular),
        daily: operation.daily.as_ref().map(|daily| daily.value.clone()),
    })
}

fn rate(rate: &catalog::Rate, products: &[Product]) -> Option<Rate> {
    let count = |number: i32| u32::try_from(number).ok();
    let place = |id: &str| products.iter().position(|product| product.id == id);
    let product = match &rate.product {
        Some(id) => Some(place(&id.value)?),
        None => None,
    };
    let pooled = rate.pooled.as_ref();
    Some(Rate {
        product,
        label: rate.label.as_ref()?.value,
        plan: rate.plan.as_ref()?.value,
        calls: count(rate.calls.as_ref()?.value)?,
        per: rate.per.as_ref()?.value,
        daily: rate
            .daily
            .as_ref()
            .or(pooled)
            .and_then(|number| count(number.value)),
        pooled: pooled.is_some(),
    })
}

/// Every name and alias, with the index of its code. Of codes that share a name, that one counts
/// which the others point to.
fn named(errors: &[Entry]) -> Vec<(String, usize)> {
    let mut names = BTreeMap::new();
    let mut note = |name: &String, at| {
        names.entry(name.clone()).or_insert(at);
    };
    for linked in [false, true] {
        for (at, error) in errors.iter().enumerate() {
            if error.same_as.is_some() == linked {
                note(&error.name, at);
            }
        }
    }
    for (at, error) in errors.iter().enumerate() {
        error.aliases.iter().for_each(|alias| note(alias, at));
    }
    names.into_iter().collect()
}

fn source(source: &catalog::Source) -> Option<Source> {
    Some(Source {
        id: source.id.as_ref()?.value.clone(),
        title: source.title.as_ref()?.value.clone(),
        url: source.url.as_ref().map(|url| url.value.clone()),
        retrieved: source.retrieved.as_ref().map(|date| date.value),
        kind: source.kind.as_ref().map_or("page", |kind| kind.value),
    })
}

fn class(class: &catalog::Class) -> Option<Class> {
    let id = class.id.as_ref()?.value.clone();
    Some(Class {
        variant: names::from_id(&id),
        id,
        title: class.title.as_ref()?.value.clone(),
        codes: class.codes.as_ref().map(|codes| codes.value),
        summary: class.summary.as_ref().map(|summary| summary.value.clone()),
        guidance: match class.advice.kind {
            Some(_) => Some(guidance(&class.advice)?),
            None => None,
        },
    })
}

fn group(group: &catalog::Group) -> Option<Group> {
    Some(Group {
        id: group.id.as_ref()?.value.clone(),
        title: group.title.as_ref()?.value.clone(),
    })
}

/// Title and group are the catalog's, where there is one.
fn space(listed: &catalog::Space, all: &Catalogs<'_>, products: &[Product]) -> Option<Space> {
    let id = listed.id.as_ref()?.value.clone();
    let product = all.by_id.get(id.as_str()).map(|at| &products[*at]);
    let stated = |text: &Option<crate::source::Spanned<String>>| {
        text.as_ref().map(|text| text.value.clone())
    };
    Some(Space {
        title: match product {
            Some(product) => product.title.clone(),
            None => stated(&listed.title)?,
        },
        group: match product {
            Some(product) => product.group.clone(),
            None => stated(&listed.group),
        },
        docs: stated(&listed.docs),
        id,
    })
}
