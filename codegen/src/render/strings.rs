//! The enum of errors that are told by a word instead of a number.

use quote::quote;

use super::docs;
use super::markdown::markdown;
use super::text::{Text, Variant};
use super::tokens::ident;
use crate::model::{Model, Product};

/// The whole enum, if the product has one.
pub(super) fn write(model: &Model, product: &Product, out: &mut Text) {
    let Some(strings) = &product.strings else {
        return;
    };
    let enum_name = &strings.enum_name;
    let name = ident(enum_name);
    let sample = &strings.entries[0];
    let docs = [
        format!(
            "{}: told by a word instead of a number.",
            markdown(&strings.title)
        ),
        String::new(),
        "The enum is closed, so a `match` over it needs no wildcard.".to_owned(),
        String::new(),
        "```".to_owned(),
        format!("use zoom_errors::{}::{enum_name};", product.module()),
        String::new(),
        format!(
            "let error = {enum_name}::from_value({:?}).unwrap();",
            sample.key.to_string()
        ),
        format!("assert_eq!(error, {enum_name}::{});", sample.variant),
        format!("assert_eq!({enum_name}::from_value(\"no such word\"), None);"),
        "```".to_owned(),
    ];
    let variants = strings.entries.iter().map(|entry| Variant {
        docs: docs::entry(model, product, entry),
        attributes: docs::search_terms(entry, None),
        name: &entry.variant,
        value: None,
    });
    out.enumeration(
        &docs,
        "#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Ord, Hash)]\npub enum",
        enum_name,
        variants,
    );
    let idents = strings.entries.iter().map(|entry| ident(&entry.variant));
    let variant = ident(&product.variant);
    let in_zoom_error = ident(&strings.zoom_error);
    out.code(quote! {
        impl #name {
            /// Every word, in the order of the source.
            pub const ALL: &'static [#name] = &[#(#name::#idents),*];
        }

        crate::enums::word_enum!(#name, #variant, #in_zoom_error);
    });
}
