//! From a number or a name to all that it can mean.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::model::{Entry, Model};
use crate::lookup::open;
use crate::render::lookups::slot_bytes;
use crate::render::tokens::{ident, number};

pub(super) fn finders(model: &Model) -> TokenStream {
    let codes = codes(model);
    let names = names(model);
    quote! {
        #codes
        #names
    }
}

/// Every number with the places of its codes, in the order of products.
fn codes(model: &Model) -> TokenStream {
    let mut by_code: BTreeMap<i32, Vec<TokenStream>> = BTreeMap::new();
    for product in &model.products {
        let variant = ident(&product.variant);
        for (at, error) in product.errors.iter().enumerate() {
            let at = Literal::usize_unsuffixed(at);
            by_code
                .entry(error.number())
                .or_default()
                .push(quote!((Product::#variant, #at)));
        }
    }
    let hashes: Vec<u64> = by_code.keys().map(|code| open::number(*code)).collect();
    let mut first = 0;
    let numbers: Vec<TokenStream> = by_code
        .iter()
        .map(|(code, places)| {
            let (code, from) = (number(*code), Literal::usize_unsuffixed(first));
            first += places.len();
            let behind = Literal::usize_unsuffixed(first);
            quote!((#code, #from, #behind))
        })
        .collect();
    let places: Vec<TokenStream> = by_code.into_values().flatten().collect();
    let (count, place_count) = (numbers.len(), places.len());
    let slots = slot_bytes(hashes.into_iter());
    quote! {
        /// Where each number begins and ends in `PLACES`, under a hash.
        pub(crate) static BY_CODE: crate::numbers::Numbers = crate::numbers::Numbers::new(&NUMBERS, #slots);

        static NUMBERS: [(i32, u32, u32); #count] = [#(#numbers),*];

        /// Product and place of every code, those of a number together.
        pub(crate) static PLACES: [(Product, u32); #place_count] = [#(#places),*];
    }
}

/// Every constant, alias and word with the places of what it names.
fn names(model: &Model) -> TokenStream {
    let mut by_name: BTreeMap<&str, Vec<TokenStream>> = BTreeMap::new();
    for product in &model.products {
        let variant = ident(&product.variant);
        let words = product.strings.iter().flat_map(|strings| &strings.entries);
        for (is_word, (at, error)) in product
            .errors
            .iter()
            .enumerate()
            .map(|one| (false, one))
            .chain(words.enumerate().map(|one| (true, one)))
        {
            let at = Literal::usize_unsuffixed(at);
            for name in spellings(error) {
                by_name
                    .entry(name)
                    .or_default()
                    .push(quote!((Product::#variant, #is_word, #at)));
            }
        }
    }
    let mut first = 0;
    let names: Vec<TokenStream> = by_name
        .iter()
        .map(|(name, places)| {
            let at = Literal::usize_unsuffixed(first);
            first += places.len();
            quote!((#name, #at))
        })
        .collect();
    let ends = by_name.values().flat_map(|places| {
        let last = places.len() - 1;
        places.iter().enumerate().map(move |(at, place)| {
            let more = at < last;
            quote!((#place, #more))
        })
    });
    let places: Vec<TokenStream> = ends.collect();
    let (count, place_count) = (names.len(), places.len());
    let slots = slot_bytes(by_name.keys().map(|name| open::name(name)));
    quote! {
        /// Where each name begins in `NAME_PLACES`.
        pub(crate) static BY_NAME: crate::names::Names = crate::names::Names::new(&NAMES, #slots);

        static NAMES: [(&str, u32); #count] = [#(#names),*];

        /// Product, whether it is a word, and place; and whether the next is of the same name.
        pub(crate) static NAME_PLACES: [((Product, bool, u32), bool); #place_count] = [#(#places),*];
    }
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
