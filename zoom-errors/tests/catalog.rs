//! The enums say what the catalogs say.
//!
//! The expected values are read from the YAML files by a plain YAML reader, past the generator.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;
use zoom_errors::{Origin, Product, ZoomError};

/// Each catalog by its product id, read once.
fn catalogs() -> BTreeMap<String, Value> {
    static CATALOGS: LazyLock<BTreeMap<String, Value>> = LazyLock::new(read_catalogs);
    CATALOGS.clone()
}

fn read_catalogs() -> BTreeMap<String, Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalogs");
    let mut catalogs = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if path.extension().is_some_and(|e| e == "yaml") && stem != "products" {
            let text = std::fs::read_to_string(&path).unwrap();
            catalogs.insert(stem, serde_yaml::from_str(&text).unwrap());
        }
    }
    catalogs
}

/// Every entry with its product and catalog.
fn entries() -> impl Iterator<Item = (Product, Value, Value)> {
    catalogs().into_iter().flat_map(|(id, catalog)| {
        let product = Product::from_id(&id).unwrap();
        let errors = catalog["errors"].as_array().unwrap().clone();
        errors
            .into_iter()
            .map(move |entry| (product, catalog.clone(), entry))
    })
}

fn code(entry: &Value) -> i32 {
    i32::try_from(entry["code"].as_i64().unwrap()).unwrap()
}

fn text<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry[key].as_str().unwrap()
}

fn texts(entry: &Value, key: &str) -> Vec<String> {
    let list = entry[key].as_array().cloned().unwrap_or_default();
    list.iter()
        .map(|item| item.as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn there_is_a_product_for_each_catalog_and_none_without() {
    let ids: Vec<String> = catalogs().into_keys().collect();
    let products: Vec<&str> = Product::ALL.iter().map(|product| product.id()).collect();
    assert_eq!(products, ids);
    for (id, catalog) in catalogs() {
        let product = Product::from_id(&id).unwrap();
        assert_eq!(product.title(), text(&catalog["product"], "title"));
        assert_eq!(product.group(), catalog["product"]["group"].as_str());
    }
}

#[test]
fn there_is_a_code_for_each_entry_and_none_without() {
    assert_eq!(ZoomError::all().count(), entries().count());
}

#[test]
fn every_entry_is_there_with_all_it_says() {
    for (product, catalog, entry) in entries() {
        let error = ZoomError::lookup(product, code(&entry)).unwrap();
        assert_eq!(error.product(), product);
        assert_eq!(error.code(), code(&entry));
        assert_eq!(error.name(), text(&entry, "name"));
        assert_eq!(error.summary(), text(&entry, "summary"));
        assert_eq!(error.causes(), texts(&entry, "causes"), "{error}");
        assert_eq!(error.raised_by(), texts(&entry, "raised_by"), "{error}");
        assert_eq!(error.aliases(), texts(&entry, "aliases"), "{error}");
        assert_eq!(error.class().id(), text(&entry, "category"), "{error}");
        assert_eq!(error.erratum(), entry["erratum"].as_str(), "{error}");
        let effective = error.effective().map(|date| date.to_string());
        assert_eq!(effective.as_deref(), entry["effective"].as_str(), "{error}");
        assert_eq!(
            error.origin().id(),
            entry["origin"].as_str().unwrap_or("documented"),
            "{error}"
        );
        let source = entry["source"].as_str();
        let source = source.unwrap_or_else(|| text(&catalog["sources"][0], "id"));
        assert_eq!(error.source_page().id(), source, "{error}");
    }
}

#[test]
fn advice_is_the_entrys_own_or_that_of_the_code_it_equals() {
    for (product, catalog, entry) in entries() {
        let error = ZoomError::lookup(product, code(&entry)).unwrap();
        let described = match entry["same_as"].as_i64() {
            None => entry.clone(),
            Some(same) => {
                let errors = catalog["errors"].as_array().unwrap();
                errors
                    .iter()
                    .find(|other| other["code"] == same)
                    .unwrap()
                    .clone()
            }
        };
        assert_eq!(error.kind().id(), text(&described, "kind"), "{error}");
        assert_eq!(
            error.remediation().steps(),
            texts(&described, "remediation"),
            "{error}"
        );
        assert_eq!(
            error.actor().id(),
            described["actor"].as_str().unwrap_or("nobody"),
            "{error}"
        );
        assert_eq!(
            error.retry().id(),
            described["retry"].as_str().unwrap_or("never"),
            "{error}"
        );
        assert_eq!(
            error.advice().map(|a| a.id()),
            described["advice"].as_str(),
            "{error}"
        );
        assert_eq!(
            error.kind().is_failure(),
            !error.remediation().is_empty(),
            "{error}"
        );
    }
}

#[test]
fn reasons_are_those_of_the_entry_in_its_order() {
    for (product, _, entry) in entries() {
        let error = ZoomError::lookup(product, code(&entry)).unwrap();
        let stated = entry["reasons"].as_array().cloned().unwrap_or_default();
        assert_eq!(error.reasons().len(), stated.len(), "{error}");
        for (reason, stated) in error.reasons().iter().zip(&stated) {
            assert_eq!(reason.name(), text(stated, "name"));
            assert_eq!(reason.summary(), text(stated, "summary"));
            assert_eq!(reason.code().map(i64::from), stated["code"].as_i64());
            assert_eq!(reason.message(), stated["message"].as_str());
            assert_eq!(reason.headers(), texts(stated, "headers"));
            let own = |key: &str, inherited: &'static str| {
                stated[key].as_str().unwrap_or(inherited).to_owned()
            };
            assert_eq!(reason.kind().id(), own("kind", error.kind().id()));
            assert_eq!(reason.actor().id(), own("actor", error.actor().id()));
            assert_eq!(reason.retry().id(), own("retry", error.retry().id()));
            let steps = match stated["remediation"].is_array() {
                true => texts(stated, "remediation"),
                false => error
                    .remediation()
                    .steps()
                    .iter()
                    .map(ToString::to_string)
                    .collect(),
            };
            assert_eq!(reason.remediation().steps(), steps);
        }
    }
}

#[test]
fn classes_are_those_of_the_catalog_in_its_order() {
    for (product, catalog, entry) in entries() {
        let stated = catalog["categories"].as_array().unwrap();
        let stated = stated
            .iter()
            .find(|class| class["id"] == entry["category"])
            .unwrap();
        let class = ZoomError::lookup(product, code(&entry)).unwrap().class();
        assert_eq!(class.title(), text(stated, "title"));
        assert_eq!(class.summary(), stated["summary"].as_str());
        let codes = class.codes().map(|codes| match codes.last() {
            Some(last) => format!("{}..={last}", codes.first()),
            None => format!("{}..", codes.first()),
        });
        assert_eq!(codes.as_deref(), stated["codes"].as_str());
        let guidance = class.guidance();
        assert_eq!(guidance.map(|g| g.kind().id()), stated["kind"].as_str());
        let steps = guidance
            .map(|g| g.remediation().steps().to_vec())
            .unwrap_or_default();
        assert_eq!(steps, texts(stated, "remediation"));
    }
}

#[test]
fn a_name_leads_to_its_code_and_a_shared_one_to_the_code_that_describes_it() {
    for (product, _, entry) in entries() {
        let own = ZoomError::lookup(product, code(&entry)).unwrap();
        let expected = match entry["same_as"].as_i64() {
            Some(same)
                if ZoomError::lookup(product, i32::try_from(same).unwrap())
                    .unwrap()
                    .name()
                    == own.name() =>
            {
                ZoomError::lookup(product, i32::try_from(same).unwrap()).unwrap()
            }
            _ => own,
        };
        let name = text(&entry, "name");
        assert_eq!(ZoomError::from_name(product, name), Some(expected));
        for written in [
            name.to_lowercase(),
            name.to_uppercase(),
            format!("\t{name} \n"),
        ] {
            // A name in other case can be an alias of another code in Zoom's own tables.
            let parsed = ZoomError::parse(product, &written).unwrap();
            assert!(
                parsed == expected
                    || parsed
                        .aliases()
                        .iter()
                        .any(|a| a.eq_ignore_ascii_case(name))
            );
        }
        for alias in texts(&entry, "aliases") {
            assert_eq!(ZoomError::from_name(product, &alias), Some(own), "{alias}");
        }
        assert_eq!(
            ZoomError::parse(product, &format!(" {} ", own.code())),
            Ok(own)
        );
    }
}

#[test]
fn words_in_place_of_numbers_are_those_of_the_catalog() {
    use zoom_errors::oauth::OauthTokenError as E;
    let catalogs = catalogs();
    let stated = catalogs["oauth"]["strings"]["entries"].as_array().unwrap();
    assert_eq!(E::ALL.len(), stated.len());
    for (error, stated) in E::ALL.iter().zip(stated) {
        assert_eq!(error.value(), text(stated, "value"));
        assert_eq!(E::from_value(text(stated, "value")), Some(*error));
        assert_eq!(error.name(), text(stated, "name"));
        assert_eq!(error.summary(), text(stated, "summary"));
        assert_eq!(error.causes(), texts(stated, "causes"));
        assert_eq!(error.kind().id(), text(stated, "kind"));
        assert_eq!(error.actor().id(), text(stated, "actor"));
        assert_eq!(error.retry().id(), text(stated, "retry"));
        assert_eq!(error.remediation().steps(), texts(stated, "remediation"));
        assert_eq!(
            error.to_string(),
            format!("{}: {}", error.name(), error.summary())
        );
    }
}

#[test]
fn links_lead_back() {
    let mut links = 0;
    for error in ZoomError::all() {
        for other in error.related() {
            assert_ne!(other.product(), error.product());
            assert!(
                other.related().contains(&error),
                "{other} does not link back to {error}"
            );
            links += 1;
        }
    }
    let stated: usize = entries()
        .map(|(_, _, entry)| texts(&entry, "related").len())
        .sum();
    assert_eq!(links, 2 * stated);
}

#[test]
fn an_observed_code_says_that_no_page_has_it() {
    let observed = ZoomError::all().filter(|error| error.origin() == Origin::Observed);
    for error in observed {
        assert_ne!(
            error.source_page().kind(),
            zoom_errors::SourceKind::Page,
            "{error}"
        );
    }
}
