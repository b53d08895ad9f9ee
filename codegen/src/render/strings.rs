//! The enum of errors that are told by a word instead of a number.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::{self, attributes};
use super::markdown::markdown;
use super::product::method_docs;
use super::tokens::{guidance, ident, text};
use crate::model::{Product, StringError};

/// The whole enum, if the product has one.
pub(super) fn string_enum(product: &Product) -> TokenStream {
    let Some(strings) = &product.strings else {
        return TokenStream::new();
    };
    let enum_name = &strings.enum_name;
    let name = ident(enum_name);
    let docs = attributes(&[
        format!(
            "{}: told by a word instead of a number.",
            markdown(&strings.title)
        ),
        String::new(),
        "The enum is closed, so a `match` over it needs no wildcard.".to_owned(),
    ]);
    let variants = strings.entries.iter().map(|entry| {
        let docs = attributes(&docs::string(product, entry));
        let variant = ident(&entry.variant);
        let alias = search_term(entry).map(|term| quote!(#[doc(alias = #term)]));
        quote!(#docs #alias #variant,)
    });
    let idents = strings.entries.iter().map(|entry| ident(&entry.variant));
    let rows = strings.entries.iter().map(row);
    let count = strings.entries.len();
    let sample = &strings.entries[0];
    let at = format!("{enum_name}::{}", sample.variant);
    let from_value = method_docs(
        &["The variant for a word, exactly as the server sends it, if it is listed."],
        product,
        &[
            String::new(),
            format!(
                "assert_eq!({enum_name}::from_value({:?}), Some({at}));",
                sample.value
            ),
            format!("assert_eq!({enum_name}::from_value(\"no such word\"), None);"),
        ],
    );
    let value = method_docs(
        &["The word on the wire."],
        product,
        &[
            String::new(),
            format!("assert_eq!({at}.value(), {:?});", sample.value),
        ],
    );
    let accessors = [
        (
            "The name in upper snake case.",
            quote!(name),
            quote!(&'static str),
        ),
        (
            "One sentence: what happened.",
            quote!(summary),
            quote!(&'static str),
        ),
        (
            "What class of failure it is, across all products.",
            quote!(kind),
            quote!(crate::Kind),
        ),
        ("Who must act first.", quote!(actor), quote!(crate::Actor)),
        (
            "Whether repeating the call helps.",
            quote!(retry),
            quote!(crate::Retry),
        ),
        (
            "What to do, in order.",
            quote!(remediation),
            quote!(crate::Remediation),
        ),
        (
            "Where the remediation comes from.",
            quote!(advice),
            quote!(Option<crate::Advice>),
        ),
        (
            "Why it happens, most likely first.",
            quote!(causes),
            quote!(&'static [&'static str]),
        ),
        (
            "What is wrong or contested in the source.",
            quote!(erratum),
            quote!(Option<&'static str>),
        ),
    ];
    let accessors = accessors.into_iter().map(|(docs, method, result)| {
        let docs = attributes(&[docs]);
        quote! {
            #docs
            #[must_use]
            pub const fn #method(self) -> #result {
                self.row().#method
            }
        }
    });
    quote! {
        #docs
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum #name {
            #(#variants)*
        }

        impl #name {
            /// Every word, in the source's order.
            pub const ALL: &'static [#name] = &[#(#name::#idents),*];

            #from_value
            #[must_use]
            pub fn from_value(value: &str) -> Option<#name> {
                #name::ALL.iter().copied().find(|error| error.value() == value)
            }

            #value
            #[must_use]
            pub const fn value(self) -> &'static str {
                self.row().value
            }

            #(#accessors)*

            /// Where the word was read.
            #[must_use]
            pub const fn source_page(self) -> &'static crate::Source {
                &SOURCES[self.row().source as usize]
            }

            const fn row(self) -> &'static crate::row::StringRow {
                &STRINGS[self as usize]
            }
        }

        crate::impls::string_enum!(#name);

        static STRINGS: [crate::row::StringRow; #count] = [#(#rows),*];
    }
}

/// The word, if rustdoc takes it as a term to search by: it refuses quotes and the variant's name.
fn search_term(entry: &StringError) -> Option<&str> {
    let refused = |c: char| matches!(c, '"' | '\'') || (c.is_whitespace() && c != ' ');
    let term = entry.value.trim_matches(' ');
    (!term.is_empty() && !term.contains(refused) && term != entry.variant).then_some(term)
}

fn row(entry: &StringError) -> TokenStream {
    let (value, name, summary) = (&entry.value, &entry.name, &entry.summary);
    let guidance = guidance(&entry.guidance);
    let causes = &entry.causes;
    let erratum = text(entry.erratum.as_deref());
    let source = Literal::usize_unsuffixed(entry.source);
    quote! {
        crate::row::StringRow {
            value: #value,
            name: #name,
            summary: #summary,
            #guidance
            causes: &[#(#causes),*],
            erratum: #erratum,
            source: #source,
        }
    }
}
