//! What speaks for a product in a text: names of fields and words.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Model;
use crate::render::tokens::ident;

/// How products use the name of a field.
#[derive(Default)]
struct Field<'a> {
    spelled: BTreeSet<&'a str>,
    codes: BTreeSet<usize>,
    beside: BTreeSet<usize>,
}

pub(super) fn tables(model: &Model) -> TokenStream {
    let mut fields: BTreeMap<String, Field<'_>> = BTreeMap::new();
    let mut words: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, product) in model.products.iter().enumerate() {
        let payload = &product.payload;
        for key in &payload.codes {
            let field = fields.entry(fold(key)).or_default();
            field.spelled.insert(key);
            field.codes.insert(at);
        }
        for key in &payload.beside {
            fields.entry(fold(key)).or_default().beside.insert(at);
        }
        for word in &payload.words {
            words
                .entry(word.to_ascii_lowercase())
                .or_default()
                .insert(at);
        }
    }
    let prefixes: BTreeSet<&String> = model
        .products
        .iter()
        .flat_map(|product| &product.payload.prefixes)
        .collect();
    let prefixes = prefixes.iter();
    let products = |places: &BTreeSet<usize>| {
        let variants = places.iter().map(|at| ident(&model.products[*at].variant));
        quote!(&[#(Product::#variants),*])
    };
    let fields = fields.iter().map(|(key, field)| {
        let (codes, beside) = (products(&field.codes), products(&field.beside));
        let spelled = &field.spelled;
        let spelled = spelled.iter();
        quote!(crate::recognise::Field { key: #key, spelled: &[#(#spelled),*], codes: #codes, beside: #beside })
    });
    let words = words.iter().map(|(word, places)| {
        let products = products(places);
        quote!((#word, #products))
    });
    quote! {
        /// Names of fields, in lower case without `_` and `-`, ascending.
        #[cfg(feature = "json")]
        pub(crate) static FIELDS: &[crate::recognise::Field] = &[#(#fields),*];

        /// Words in lower case that speak for a product, ascending.
        #[cfg(feature = "json")]
        pub(crate) static WORDS: &[(&str, &[Product])] = &[#(#words),*];

        /// How constants begin that are nobody else's.
        #[cfg(feature = "json")]
        pub(crate) static PREFIXES: &[&str] = &[#(#prefixes),*];
    }
}

/// `errorCode`, `error_code` and `ErrorCode` are one name.
fn fold(key: &str) -> String {
    let letters = key.chars().filter(|c| !matches!(c, '_' | '-'));
    letters.map(|c| c.to_ascii_lowercase()).collect()
}
