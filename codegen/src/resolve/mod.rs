//! Checked catalogs to the model: names derived, references turned into indices, advice inherited.
//!
//! Runs only on catalogs without a problem. Every `?` here is therefore a value that the decoder
//! or a check has made sure of; should one be missing all the same, the product is given up whole
//! rather than rendered in part.

mod entry;

use std::collections::HashMap;

use entry::Context;

use crate::catalog::{self, Catalog, Spaces};
use crate::lookup::{Lookup, NameTable};
use crate::model::{Advice, Class, ErrorCode, Group, Guidance, Model, Product, Source, Space};
use crate::names::{self, TypeNames};
use crate::vocabulary::SUCCESS;

/// The model of catalogs that passed all checks.
pub(crate) fn resolve(catalogs: &[(usize, Catalog)], spaces: Option<&Spaces>) -> Option<Model> {
    let mut products = catalogs
        .iter()
        .map(|(_, catalog)| Some((product(catalog)?, catalog)))
        .collect::<Option<Vec<_>>>()?;
    products.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    let links = links(&products)?;
    let mut products: Vec<Product> = products.into_iter().map(|(product, _)| product).collect();
    for ((product, error), target) in links {
        products[product].errors[error].related.push(target);
    }
    for error in products.iter_mut().flat_map(|product| &mut product.errors) {
        error.related.sort_unstable();
    }
    let (groups, spaces) = match spaces {
        Some(spaces) => (
            spaces.groups.iter().map(group).collect::<Option<_>>()?,
            spaces.products.iter().map(space).collect::<Option<_>>()?,
        ),
        None => (Vec::new(), Vec::new()),
    };
    Some(Model {
        products,
        groups,
        spaces,
    })
}

type Place = (usize, usize);

/// Every `related:` link in both directions.
fn links(products: &[(Product, &Catalog)]) -> Option<Vec<(Place, Place)>> {
    let place = |id: &str, code: i32| {
        let product = products
            .binary_search_by(|(p, _)| p.id.as_str().cmp(id))
            .ok()?;
        let errors = &products[product].0.errors;
        let error = errors
            .binary_search_by_key(&code, |error| error.code)
            .ok()?;
        Some((product, error))
    };
    let mut links = Vec::new();
    for (product, catalog) in products {
        for entry in &catalog.errors {
            let here = place(&product.id, entry.code.as_ref()?.value)?;
            for link in &entry.related {
                let there = place(&link.value.0, link.value.1)?;
                links.extend([(here, there), (there, here)]);
            }
        }
    }
    Some(links)
}

fn product(catalog: &Catalog) -> Option<Product> {
    let id = catalog.id.as_ref()?.value.clone();
    let enum_name = catalog.enum_name.as_ref()?.value.clone();
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

    let mut entries: Vec<&catalog::Entry> = catalog.errors.iter().collect();
    entries.sort_by_key(|entry| entry.code.as_ref().map(|code| code.value));
    let indices: HashMap<i32, usize> = entries
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| Some((entry.code.as_ref()?.value, index)))
        .collect();
    let context = Context {
        catalog,
        entries: &entries,
        indices: &indices,
        sources: &sources,
        categories: &categories,
    };
    let errors = entries
        .iter()
        .map(|entry| context.error(entry))
        .collect::<Option<Vec<_>>>()?;
    let codes: Vec<i32> = errors.iter().map(|error| error.code).collect();
    let strings = match &catalog.strings {
        Some(strings) => Some(context.strings(strings)?),
        None => None,
    };
    // An enum without a variant would be of no use to anybody.
    let no_word = strings
        .as_ref()
        .is_some_and(|strings| strings.entries.is_empty());
    if errors.is_empty() || categories.is_empty() || sources.is_empty() || no_word {
        return None;
    }
    Some(Product {
        variant: names::from_id(&id),
        id,
        title: catalog.title.as_ref()?.value.clone(),
        enum_name,
        category_enum: types.category,
        range_enum: types.range,
        group: catalog.group.as_ref().map(|group| group.value.clone()),
        sources,
        ranges,
        categories,
        lookup: Lookup::find(&codes)?,
        names: NameTable::find(named(&errors))?,
        strings,
        errors,
    })
}

/// Every name and alias, with the index of its code. Of codes that share a name, that one comes first
/// which the others point to.
fn named(errors: &[ErrorCode]) -> impl Iterator<Item = (&str, usize)> {
    let own = |is_link: bool| {
        let errors = errors.iter().enumerate();
        errors
            .filter(move |(_, error)| error.same_as.is_some() == is_link)
            .map(|(index, error)| (error.name.as_str(), index))
    };
    let aliases = errors.iter().enumerate().flat_map(|(index, error)| {
        let aliases = error.aliases.iter();
        aliases.map(move |alias| (alias.as_str(), index))
    });
    own(false).chain(own(true)).chain(aliases)
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

fn guidance(advice: &catalog::Advice) -> Option<Guidance> {
    let kind = advice.kind.as_ref()?.value;
    if kind == SUCCESS {
        return Some(Guidance { kind, advice: None });
    }
    Some(Guidance {
        kind,
        advice: Some(Advice {
            actor: advice.actor.as_ref()?.value,
            retry: advice.retry.as_ref()?.value,
            given_by: advice.advice.as_ref()?.value,
            steps: values(&advice.remediation),
        }),
    })
}

fn values(texts: &[crate::source::Spanned<String>]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

fn group(group: &catalog::Group) -> Option<Group> {
    Some(Group {
        id: group.id.as_ref()?.value.clone(),
        title: group.title.as_ref()?.value.clone(),
    })
}

fn space(space: &catalog::Space) -> Option<Space> {
    Some(Space {
        id: space.id.as_ref()?.value.clone(),
        title: space.title.as_ref()?.value.clone(),
        group: space.group.as_ref()?.value.clone(),
        docs: space.docs.as_ref().map(|docs| docs.value.clone()),
    })
}
