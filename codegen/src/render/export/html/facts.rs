//! What the script of the page reads: operations, and the rules of the recogniser.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::model::{Model, Operation, Product};
use crate::recogniser::{self, LISTS, WEIGHTS};

/// One JSON object, fit to stand in a page.
pub(super) fn json(model: &Model) -> String {
    let all = model
        .products
        .iter()
        .flat_map(|product| &product.operations);
    let scopes: BTreeSet<&str> = all.flat_map(scopes_of).collect();
    let scopes: Vec<&str> = scopes.into_iter().collect();
    let facts = json!({
        "operations": operations(model, &scopes),
        "scopes": scopes,
        "rates": rates(model),
        "rules": rules(model),
    });
    // A `<` could end the element that holds it.
    facts.to_string().replace('<', "\\u003c")
}

fn scopes_of(operation: &Operation) -> impl Iterator<Item = &str> {
    let all = operation.scopes.iter().chain(&operation.granular);
    all.map(String::as_str)
}

/// For each product its operations: call, label, places of classic and of granular scopes, and the
/// limit by the day.
fn operations(model: &Model, scopes: &[&str]) -> Map<String, Value> {
    let places = |own: &[String]| -> Vec<usize> {
        let place = |scope: &String| scopes.binary_search(&scope.as_str()).ok();
        own.iter().filter_map(place).collect()
    };
    let row = |operation: &Operation| {
        let (classic, granular) = (places(&operation.scopes), places(&operation.granular));
        match &operation.daily {
            Some(daily) => json!([operation.call, operation.limit, classic, granular, daily]),
            None => json!([operation.call, operation.limit, classic, granular]),
        }
    };
    let of = |product: &Product| -> Value { product.operations.iter().map(row).collect() };
    let products = model.products.iter();
    let products = products.filter(|product| !product.operations.is_empty());
    products
        .map(|product| (product.id.clone(), of(product)))
        .collect()
}

fn rates(model: &Model) -> Value {
    let rates = model.rates.iter().map(|rate| {
        json!({
            "product": rate.product.map(|at| &model.products[at].id),
            "label": rate.label,
            "plan": rate.plan,
            "calls": rate.calls,
            "per": rate.per,
            "daily": rate.daily,
            "pooled": rate.pooled,
        })
    });
    rates.collect()
}

fn rules(model: &Model) -> Value {
    let ids = |places: &BTreeSet<usize>| -> Vec<&str> {
        let ids = places.iter().map(|at| model.products[*at].id.as_str());
        ids.collect()
    };
    let fields = recogniser::fields(model);
    let fields = fields
        .iter()
        .map(|(key, field)| json!([key, field.spelled, ids(&field.codes), ids(&field.beside)]));
    let words = recogniser::words(model);
    let words = words
        .iter()
        .map(|(word, places)| json!([word, ids(places)]));
    let texts = model.products.iter().flat_map(|product| {
        let texts = product.payload.texts.iter();
        texts.map(|(at, text)| {
            let address = format!("{}/{}", product.id, product.errors[*at].key);
            json!([address, text.parts])
        })
    });
    let lists: BTreeMap<_, _> = LISTS.iter().map(|list| (list.name, list.words)).collect();
    let weights: BTreeMap<_, _> = WEIGHTS.iter().map(|one| (one.name, one.weight)).collect();
    json!({
        "fields": fields.collect::<Value>(),
        "words": words.collect::<Value>(),
        "texts": texts.collect::<Value>(),
        "prefixes": recogniser::prefixes(model),
        "lists": lists,
        "weights": weights,
    })
}
