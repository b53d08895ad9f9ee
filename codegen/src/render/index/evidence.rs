//! What speaks for a product in a text: names of fields and words, and how much each evidence weighs.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::model::Model;
use crate::recogniser::{self, LISTS, WEIGHTS};
use crate::render::lookups;
use crate::render::text::Text;
use crate::render::tokens::ident;

pub(super) fn tables(model: &Model) -> TokenStream {
    let products = |places: &BTreeSet<usize>| {
        let variants = places.iter().map(|at| ident(&model.products[*at].variant));
        quote!(&[#(Product::#variants),*])
    };
    let fields = recogniser::fields(model);
    let fields = fields.iter().map(|(key, field)| {
        let (codes, beside) = (products(&field.codes), products(&field.beside));
        let spelled = field.spelled.iter();
        quote!(crate::recognise::Field { key: #key, spelled: &[#(#spelled),*], codes: #codes, beside: #beside })
    });
    let words = recogniser::words(model);
    let words = words.iter().map(|(word, places)| {
        let products = products(places);
        quote!((#word, #products))
    });
    let prefixes = recogniser::prefixes(model);
    let prefixes = prefixes.iter();
    let lists = LISTS.iter().map(|list| {
        let (name, doc, words) = (ident(list.name), doc(list.doc), list.words);
        quote!(#[doc = #doc] pub(crate) const #name: &[&str] = &[#(#words),*];)
    });
    let weights = WEIGHTS.iter().map(|one| {
        let (name, doc) = (ident(one.name), doc(one.doc));
        let weight = Literal::i32_unsuffixed(one.weight);
        quote!(#[doc = #doc] pub(crate) const #name: i32 = #weight;)
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

        /// Words that set Zoom's texts apart.
        #[cfg(feature = "json")]
        pub(crate) mod lists { #(#lists)* }

        /// What the sorts of evidence weigh. A message or a constant of the very code outweighs all
        /// that only speaks for the product.
        #[cfg(feature = "json")]
        pub(crate) mod weights { #(#weights)* }
    }
}

/// From the name of a field to its place.
pub(super) fn names(model: &Model, out: &mut Text) {
    let keys = recogniser::fields(model).into_keys();
    let places: Vec<(String, usize)> = keys.zip(0..).collect();
    lookups::names(
        &places,
        (
            "#[cfg(feature = \"json\")]\npub(crate) static FIELD_NAMES",
            "#[cfg(feature = \"json\")]\nstatic FIELD_KEYS",
        ),
        &["Where each name is in `FIELDS`."],
        out,
    );
}

fn doc(text: &str) -> String {
    format!(" {text}")
}
