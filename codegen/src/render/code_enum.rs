//! The code enum of a product.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::{self, attributes, search_terms};
use super::lookups;
use super::markdown::markdown;
use super::text::{Text, Variant};
use super::tokens::ident;
use crate::model::{Entry, Model, Product};

/// The enum, discriminant = code, ascending, with what macros cannot write.
pub(super) fn write(model: &Model, product: &Product, out: &mut Text) {
    let variants = product.errors.iter().map(|error| Variant {
        docs: docs::entry(model, product, error),
        attributes: search_terms(error, None),
        name: &error.variant,
        value: Some(error.number()),
    });
    out.enumeration(
        &enum_docs(product),
        "#[derive(Clone, Copy, PartialEq, PartialOrd, Ord, Hash)]\n#[repr(i32)]\npub enum",
        &product.enum_name,
        variants,
    );
    let name = ident(&product.enum_name);
    let count = Literal::usize_unsuffixed(product.errors.len());
    let found = lookups::by_code(product);
    let range = range(product);
    let former = former(product);
    let (category, variant) = (ident(&product.category_enum), ident(&product.variant));
    out.code(quote! {
        impl #name {
            /// Every code, ascending.
            pub const ALL: &'static [#name] = &CODES;

            /// The number of codes.
            pub const COUNT: usize = #count;

            /// The variant for a number, if it is listed.
            #[must_use]
            pub const fn from_code(code: i32) -> Option<#name> {
                #found
            }

            #range

            #former
        }

        crate::enums::code_enum!(#name, #category, #variant);
    });
}

/// What the enum is, with one example of its use.
fn enum_docs(product: &Product) -> Vec<String> {
    let name = &product.enum_name;
    let sample = sample(product);
    let unlisted = (0..)
        .find(|code| product.errors.iter().all(|error| error.number() != *code))
        .unwrap_or(-1);
    let (variant, code) = (&sample.variant, sample.number());
    let example = [
        format!("use zoom_errors::{}::{name};", product.module()),
        String::new(),
        format!("let error = {name}::from_code({code}).unwrap();"),
        format!("assert_eq!(error, {name}::{variant});"),
        format!("assert_eq!(error.name(), {:?});", sample.name),
        format!("assert_eq!(error.kind().id(), {:?});", sample.guidance.kind),
        format!(
            "assert_eq!(error.remediation().steps().len(), {});",
            sample.guidance.steps().len()
        ),
        format!("assert_eq!({name}::from_code({unlisted}), None);"),
    ];
    let mut lines = vec![
        format!("The codes of {}.", markdown(&product.title)),
        String::new(),
        "The discriminant is the code. The enum is closed: a `match` needs no wildcard, and a code"
            .to_owned(),
        "that Zoom adds makes it fail to compile. Its integer type is no part of the API."
            .to_owned(),
        String::new(),
        "```".to_owned(),
    ];
    lines.extend(example);
    lines.push("```".to_owned());
    lines
}

/// The code that the example is about: a failure, with a method that raises it if there is one.
fn sample(product: &Product) -> &Entry {
    let failures = || {
        let errors = product.errors.iter();
        errors.filter(|error| error.guidance.advice.is_some())
    };
    failures()
        .find(|error| !error.raised_by.is_empty() && error.same_as.is_none())
        .or_else(|| failures().next())
        .unwrap_or(&product.errors[0])
}

fn range(product: &Product) -> Option<TokenStream> {
    let range = ident(&product.range_enum);
    (!product.ranges.is_empty()).then(|| {
        quote! {
            /// The documented number range around the code.
            #[must_use]
            pub const fn range(self) -> Option<#range> {
                #range::of_code(self as i32)
            }
        }
    })
}

/// Former names, as deprecated constants.
fn former(product: &Product) -> TokenStream {
    let name = ident(&product.enum_name);
    let of_errors = product
        .errors
        .iter()
        .flat_map(|error| error.renamed_from.iter().map(move |former| (error, former)));
    let former = of_errors.map(|(error, former)| {
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
    });
    quote!(#(#former)*)
}
