//! From a number or a name to all that it can mean.

use std::collections::BTreeMap;

use super::errors::places;
use crate::lookup::open;
use crate::model::{Entry, Key, Model};
use crate::render::lookups;
use crate::render::text::Text;

pub(super) fn write(model: &Model, out: &mut Text) {
    codes(model, out);
    names(model, out);
}

/// Every number with the places of its codes, in the order of products.
fn codes(model: &Model, out: &mut Text) {
    let mut by_code: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for (place, error) in places(model) {
        if let Key::Code(code) = error.key {
            by_code.entry(code).or_default().push(place);
        }
    }
    let slots = lookups::slot_bytes(by_code.keys().map(|code| open::number(*code)));
    out.item(
        &["Where each number begins and ends in `PLACES`, under a hash."],
        &format!(
            "pub(crate) static BY_CODE: crate::numbers::Numbers = \
             crate::numbers::Numbers::new(&NUMBERS, {slots});"
        ),
    );
    let mut behind = 0;
    let numbers = by_code.iter().map(|(code, places)| {
        let first = behind;
        behind += places.len();
        format!("({code}, {first}, {behind})")
    });
    out.list(&[], "static NUMBERS", "(i32, u32, u32)", numbers);
    out.dense(
        &["The place in `ERRORS` of every code, those of a number together."],
        "pub(crate) static PLACES",
        "u32",
        by_code.into_values().flatten(),
    );
}

/// Every constant, alias and word with the places of what it names.
fn names(model: &Model, out: &mut Text) {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, error) in places(model) {
        for name in spellings(error) {
            by_name.entry(name).or_default().push(place);
        }
    }
    let mut behind = 0;
    let firsts = by_name.iter().map(|(name, places)| {
        let first = behind;
        behind += places.len();
        ((*name).to_owned(), first)
    });
    let firsts: Vec<(String, usize)> = firsts.collect();
    lookups::names(
        &firsts,
        ("pub(crate) static BY_NAME", "static NAMES"),
        &["Where each name begins in `NAME_PLACES`."],
        out,
    );
    let places = by_name.values().flat_map(|places| {
        let last = places.len() - 1;
        let places = places.iter().enumerate();
        places.map(move |(at, place)| format!("({place}, {})", at < last))
    });
    out.dense(
        &["The place in `ERRORS`, and whether the next is of the same name."],
        "pub(crate) static NAME_PLACES",
        "(u32, bool)",
        places,
    );
}

/// All that an error is called, each once.
fn spellings(error: &Entry) -> Vec<&str> {
    let mut all: Vec<&str> = std::iter::once(error.name.as_str())
        .chain(error.word())
        .chain(error.aliases.iter().map(String::as_str))
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}
