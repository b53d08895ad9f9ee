//! Lookups beside a plain search, for numbers and texts of all kinds.

use proptest::prelude::*;
use zoom_errors::{Product, ZoomError};

/// All codes of a product that a constant or alias may mean.
fn named(product: Product, is_name: impl Fn(&str) -> bool) -> Vec<ZoomError> {
    let all = product.errors().filter(|error| error.code().is_some());
    all.filter(|error| is_name(error.name()) || error.aliases().iter().any(|alias| is_name(alias)))
        .collect()
}

fn agrees_on_name(text: &str) {
    for &product in Product::ALL {
        let exact = named(product, |name| name == text);
        match ZoomError::from_name(product, text) {
            Some(found) => assert!(
                exact.contains(&found),
                "{product}: {text:?} gives {found:?}"
            ),
            None => assert_eq!(exact, [], "{product}: {text:?}"),
        }
    }
}

fn agrees_on_code(code: i32) {
    for &product in Product::ALL {
        let found = product.errors().find(|error| error.code() == Some(code));
        assert_eq!(
            ZoomError::from_code(product, code),
            found,
            "{product} {code}"
        );
    }
}

#[test]
fn every_name_and_alias_is_found_in_each_case() {
    for error in ZoomError::all().filter(|error| error.code().is_some()) {
        let product = error.product();
        for name in error.aliases().iter().copied().chain([error.name()]) {
            let exact = named(product, |known| known == name);
            assert!(exact.contains(&ZoomError::from_name(product, name).unwrap()));
            let small = format!("\t {} ", name.to_lowercase());
            let found = ZoomError::parse(product, &small).unwrap();
            assert!(named(product, |known| known.eq_ignore_ascii_case(name)).contains(&found));
        }
    }
}

#[test]
fn texts_of_every_length_have_an_answer() {
    for length in (0..70).chain([255, 256, 300]) {
        agrees_on_name(&"A".repeat(length));
        agrees_on_name(&"\0".repeat(length));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]

    #[test]
    fn any_number_is_found_if_and_only_if_it_is_listed(code: i32) {
        agrees_on_code(code);
    }

    #[test]
    fn any_text_is_found_if_and_only_if_it_is_listed(text in ".*") {
        agrees_on_name(&text);
    }

    /// One letter of a name is another, is missing, or is there twice.
    #[test]
    fn no_neighbour_of_a_name_is_taken_for_it(
        which: prop::sample::Index,
        place: prop::sample::Index,
        letter in "[A-Z0-9_]",
    ) {
        let all: Vec<ZoomError> = ZoomError::all().collect();
        let name = which.get(&all).name();
        let place = place.index(name.len());
        for from in place..=place + 1 {
            for letters in ["", &letter, &letter.repeat(2)] {
                agrees_on_name(&format!("{}{letters}{}", &name[..place], &name[from..]));
            }
        }
    }
}
