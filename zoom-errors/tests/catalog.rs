//! The enums say what the catalogs say.
//!
//! The expected values are read from the YAML files by a plain YAML reader, past the generator.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;
use zoom_errors::{Class, Product, ZoomError};

/// Each catalog by its product id, read once.
fn catalogs() -> &'static BTreeMap<String, Value> {
    static CATALOGS: LazyLock<BTreeMap<String, Value>> = LazyLock::new(|| {
        let mut catalogs = BTreeMap::new();
        read(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalogs"),
            &mut catalogs,
        );
        catalogs.remove("products");
        catalogs
    });
    &CATALOGS
}

fn read(folder: &Path, catalogs: &mut BTreeMap<String, Value>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if !path.ends_with("operations") {
                read(&path, catalogs);
            }
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            catalogs.insert(stem, serde_yaml::from_str(&text).unwrap());
        }
    }
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// Every entry, told by a number or by a word, with its product and catalog.
fn entries() -> impl Iterator<Item = (Product, &'static Value, &'static Value)> {
    catalogs().iter().flat_map(|(id, catalog)| {
        let product = Product::from_id(id).unwrap();
        let words = list(&catalog["strings"], "entries");
        let all = list(catalog, "errors").iter().chain(words);
        all.map(move |entry| (product, catalog, entry))
    })
}

fn error(product: Product, entry: &Value) -> ZoomError {
    let found = match entry["code"].as_i64() {
        Some(code) => ZoomError::from_code(product, i32::try_from(code).unwrap()),
        None => ZoomError::from_word(product, text(entry, "value")),
    };
    found.unwrap_or_else(|| panic!("{product}: {entry}"))
}

/// The entry that an entry is the same as, with its product.
fn described(product: Product, entry: &'static Value) -> (Product, &'static Value) {
    let (id, code) = match &entry["same_as"] {
        Value::Null => return (product, entry),
        Value::String(link) => {
            let (id, code) = link.split_once('/').unwrap();
            (id, code.parse().unwrap())
        }
        code => (product.id(), code.as_i64().unwrap()),
    };
    let mut errors = list(&catalogs()[id], "errors").iter();
    let found = errors.find(|other| other["code"] == code).unwrap();
    (Product::from_id(id).unwrap(), found)
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
    let ids: BTreeSet<&str> = catalogs().keys().map(String::as_str).collect();
    let products: BTreeSet<&str> = Product::ALL.iter().map(|product| product.id()).collect();
    assert_eq!(products, ids);
    for (id, catalog) in catalogs() {
        let product = Product::from_id(id).unwrap();
        assert_eq!(id.parse(), Ok(product));
        assert_eq!(product.title(), text(&catalog["product"], "title"));
        assert_eq!(product.group(), catalog["product"]["group"].as_str());
        let count = list(catalog, "errors").len() + list(&catalog["strings"], "entries").len();
        assert_eq!(product.errors().count(), count, "{id}");
        assert!(product.errors().all(|error| error.product() == product));
    }
}

#[test]
fn every_entry_is_there_with_all_it_says() {
    for (product, catalog, entry) in entries() {
        let error = error(product, entry);
        let (_, described) = described(product, entry);
        let own_or = |key: &str| entry[key].as_str().unwrap_or_else(|| text(described, key));
        assert_eq!(error.product(), product);
        assert_eq!(error.code().map(i64::from), entry["code"].as_i64());
        assert_eq!(error.word(), entry["value"].as_str());
        assert_eq!(error.name(), own_or("name"));
        assert_eq!(error.summary(), own_or("summary"));
        let causes = if entry["causes"].is_array() {
            entry
        } else {
            described
        };
        assert_eq!(error.causes(), texts(causes, "causes"), "{error}");
        assert_eq!(error.raised_by(), texts(entry, "raised_by"), "{error}");
        assert_eq!(error.aliases(), texts(entry, "aliases"), "{error}");
        assert_eq!(
            error.class().map(|class| class.id()),
            entry["category"].as_str(),
            "{error}"
        );
        assert_eq!(error.erratum(), entry["erratum"].as_str(), "{error}");
        for (date, key) in [
            (error.effective(), "effective"),
            (error.retired(), "retired"),
        ] {
            let date = date.map(|date| date.to_string());
            assert_eq!(date.as_deref(), entry[key].as_str(), "{error}");
        }
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
    for (product, _, entry) in entries() {
        let error = error(product, entry);
        let (of, described) = described(product, entry);
        let same_as = (!entry["same_as"].is_null()).then(|| self::error(of, described));
        assert_eq!(error.entry().same_as(), same_as, "{error}");
        let guidance = error.guidance();
        assert_eq!(guidance.kind().id(), text(described, "kind"), "{error}");
        assert_eq!(
            guidance.remediation().steps(),
            texts(described, "remediation"),
            "{error}"
        );
        for (word, key, otherwise) in [
            (guidance.actor().id(), "actor", "nobody"),
            (guidance.retry().id(), "retry", "never"),
        ] {
            assert_eq!(
                word,
                described[key].as_str().unwrap_or(otherwise),
                "{error}"
            );
        }
        assert_eq!(
            guidance.advice().map(|a| a.id()),
            described["advice"].as_str(),
            "{error}"
        );
        assert_eq!(
            guidance.kind().is_failure(),
            !guidance.remediation().is_empty(),
            "{error}"
        );
    }
}

#[test]
fn responses_are_those_of_the_entry_in_its_order() {
    for (product, _, entry) in entries() {
        let error = error(product, entry);
        let stated = list(entry, "responses");
        assert_eq!(error.responses().len(), stated.len(), "{error}");
        for (response, stated) in error.responses().iter().zip(stated) {
            assert_eq!(
                i64::from(response.status()),
                stated["status"].as_i64().unwrap()
            );
            assert_eq!(response.message(), text(stated, "message"));
            let reason = response.reason().map(|reason| reason.name());
            assert_eq!(reason, stated["reason"].as_str(), "{error}");
            let mut calls = texts(stated, "on");
            calls.sort();
            let operations = response.operations().map(|operation| operation.call());
            assert_eq!(operations.collect::<Vec<_>>(), calls, "{error}");
        }
    }
}

#[test]
fn reasons_are_those_of_the_entry_in_its_order() {
    for (product, _, entry) in entries() {
        let error = error(product, entry);
        let stated = list(entry, "reasons");
        assert_eq!(error.reasons().len(), stated.len(), "{error}");
        for (reason, stated) in error.reasons().iter().zip(stated) {
            assert_eq!(reason.parent(), Some(error.entry()));
            assert_eq!(reason.error(), error);
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
                false => error.remediation().into_iter().map(str::to_owned).collect(),
            };
            assert_eq!(reason.remediation().steps(), steps);
        }
    }
}

fn agrees(class: &Class, stated: &Value) {
    assert_eq!(class.id(), text(stated, "id"));
    assert_eq!(class.title(), text(stated, "title"));
    assert_eq!(class.summary(), stated["summary"].as_str());
    let codes = class.codes().map(|codes| match codes.last() {
        Some(last) => format!("{}..={last}", codes.first()),
        None => format!("{}..", codes.first()),
    });
    assert_eq!(codes.as_deref(), stated["codes"].as_str());
    let guidance = class.guidance();
    assert_eq!(guidance.map(|g| g.kind().id()), stated["kind"].as_str());
    let steps = guidance.map_or(&[][..], |g| g.remediation().steps());
    assert_eq!(steps, texts(stated, "remediation"));
}

#[test]
fn classes_are_those_of_the_catalog() {
    for (product, catalog, entry) in entries() {
        if let Some(class) = error(product, entry).class() {
            let mut categories = list(catalog, "categories").iter();
            agrees(
                class,
                categories
                    .find(|stated| stated["id"] == entry["category"])
                    .unwrap(),
            );
        }
    }
}

/// Numbers that no entry has are judged by the section or the range that claims them: 2XX and 5XX,
/// and each range of an SDK.
#[test]
fn an_unlisted_number_is_of_the_class_that_claims_it() {
    let mut judged = 0;
    for (id, catalog) in catalogs() {
        let product = Product::from_id(id).unwrap();
        let classes = list(catalog, "categories")
            .iter()
            .chain(list(catalog, "ranges"));
        for stated in classes.filter(|class| class["codes"].is_string()) {
            let (first, last) = text(stated, "codes").split_once("..").unwrap();
            let first: i32 = first.parse().unwrap();
            let last = last
                .strip_prefix('=')
                .map_or(i32::MAX, |last| last.parse().unwrap());
            let ends = [first, first + (last - first) / 2, last];
            let sectioned = |code| {
                let mut others = list(catalog, "categories").iter();
                others.any(|other| other != stated && claims(other, code))
            };
            for code in ends {
                if ZoomError::from_code(product, code).is_none() && !sectioned(code) {
                    agrees(ZoomError::class_of(product, code).unwrap(), stated);
                    judged += 1;
                }
            }
        }
    }
    assert!(judged > 20, "{judged}");
}

fn claims(class: &Value, code: i32) -> bool {
    class["codes"].as_str().is_some_and(|codes| {
        let (first, last) = codes.split_once("..").unwrap();
        let last = last
            .strip_prefix('=')
            .map_or(i32::MAX, |last| last.parse().unwrap());
        (first.parse().unwrap()..=last).contains(&code)
    })
}

#[test]
fn a_name_leads_to_its_code_and_a_shared_one_to_the_code_that_describes_it() {
    for (product, _, entry) in entries().filter(|(.., entry)| entry["code"].is_i64()) {
        let own = error(product, entry);
        let (of, described) = described(product, entry);
        let describing = (of == product).then(|| error(of, described));
        let expected = describing
            .filter(|other| other.name() == own.name())
            .unwrap_or(own);
        assert_eq!(ZoomError::from_name(product, own.name()), Some(expected));
        for name in own.aliases().iter().chain([&own.name()]) {
            assert!(ZoomError::named(name).any(|error| error == own), "{own}");
        }
        for written in [
            own.name().to_lowercase(),
            own.name().to_uppercase(),
            format!("\t{} \n", own.name()),
        ] {
            // A name in other case can be an alias of another code in Zoom's own tables.
            let parsed = ZoomError::parse(product, &written).unwrap();
            let mut aliases = parsed.aliases().iter();
            assert!(
                parsed == expected || aliases.any(|a| a.eq_ignore_ascii_case(own.name())),
                "{own}: {written}"
            );
        }
        for alias in own.aliases() {
            assert_eq!(ZoomError::from_name(product, alias), Some(own), "{alias}");
        }
        let code = format!(" {} ", own.code().unwrap());
        assert_eq!(ZoomError::parse(product, &code), Ok(own));
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
        .map(|(_, _, entry)| list(entry, "related").len())
        .sum();
    assert_eq!(links, 2 * stated);
}
