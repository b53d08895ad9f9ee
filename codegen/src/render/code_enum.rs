//! The code enum of a product and the traits it shares with all others.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, attributes};
use super::markdown::markdown;
use super::tokens::{ident, number};
use crate::model::{ErrorCode, Model, Product};

/// The enum itself, discriminant = code, ascending.
pub(super) fn definition(model: &Model, product: &Product) -> TokenStream {
    let name = ident(&product.enum_name);
    let repr = ident(repr(&product.errors));
    let docs = attributes(&[
        format!("The codes of {}.", markdown(&product.title)),
        String::new(),
        "The discriminant is the code. The enum is closed: a `match` needs no wildcard, and a code"
            .to_owned(),
        "that Zoom adds makes it fail to compile. Its integer type is no part of the API."
            .to_owned(),
    ]);
    let variants = product.errors.iter().map(|error| {
        let docs = attributes(&docs::variant(model, product, error));
        let aliases = search_terms(error);
        let variant = ident(&error.variant);
        let code = number(error.code);
        quote! {
            #docs
            #(#[doc(alias = #aliases)])*
            #variant = #code,
        }
    });
    quote! {
        #docs
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(#repr)]
        pub enum #name {
            #(#variants)*
        }
    }
}

/// The smallest integer type that holds every code.
fn repr(errors: &[ErrorCode]) -> &'static str {
    let fits = |low: i32, high: i32| {
        errors
            .iter()
            .all(|error| (low..=high).contains(&error.code))
    };
    if fits(i8::MIN.into(), i8::MAX.into()) {
        "i8"
    } else if fits(0, u8::MAX.into()) {
        "u8"
    } else if fits(i16::MIN.into(), i16::MAX.into()) {
        "i16"
    } else if fits(0, u16::MAX.into()) {
        "u16"
    } else {
        "i32"
    }
}

/// What a search in rustdoc finds the variant by. rustdoc refuses an alias that equals the variant
/// and warns of duplicates.
fn search_terms(error: &ErrorCode) -> Vec<String> {
    let mut terms: Vec<String> = Vec::new();
    let names = std::iter::once(&error.name).chain(&error.aliases);
    for term in std::iter::once(error.code.to_string()).chain(names.cloned()) {
        if term != error.variant && !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}

/// Conversions, traits and former names.
pub(super) fn traits(product: &Product) -> TokenStream {
    let name = ident(&product.enum_name);
    let former: Vec<TokenStream> = product
        .errors
        .iter()
        .flat_map(|error| error.renamed_from.iter().map(move |former| (error, former)))
        .map(|(error, former)| {
            let docs = attributes(&[format!(
                "Former name of [`{0}`]({1}::{0}).",
                error.variant, product.enum_name
            )]);
            let note = format!("renamed to `{}`", error.variant);
            let (former, variant) = (ident(former), ident(&error.variant));
            quote! {
                #docs
                #[deprecated(note = #note)]
                #[allow(non_upper_case_globals)]
                pub const #former: #name = #name::#variant;
            }
        })
        .collect();
    let former = (!former.is_empty()).then(|| quote!(impl #name { #(#former)* }));
    quote! {
        #former
        crate::impls::code_enum!(#name);
    }
}
