//! The enums of the finer causes, one for each code that has them.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs;
use super::text::{Text, Variant};
use super::tokens::{ident, number};
use crate::model::{Entry, Product, Reason, ReasonKey};

/// All of them.
pub(super) fn write(product: &Product, out: &mut Text) {
    let mut first = 0;
    for error in product.entries().filter(|error| !error.reasons.is_empty()) {
        // Words have no variant of the code enum to be the parent.
        if error.code().is_some() {
            reason_enum(product, error, first, out);
        }
        first += error.reasons.len();
    }
}

fn reason_enum(product: &Product, error: &Entry, first: usize, out: &mut Text) {
    let how = if error.reasons_are_numbered() {
        "a sub-code"
    } else {
        "the server's message"
    };
    let docs = [
        format!(
            "The finer causes of [`{}`]({}::{}),",
            error.variant, product.enum_name, error.variant
        ),
        format!("told apart by {how}."),
    ];
    let variants = (0..).zip(&error.reasons).map(|(at, reason)| Variant {
        docs: docs::reason(error, at, reason),
        attributes: docs::search_terms(error, Some(at)),
        name: &reason.variant,
        value: match reason.key {
            ReasonKey::Code(code) => Some(code),
            _ => None,
        },
    });
    out.enumeration(
        &docs,
        "#[derive(Clone, Copy, Debug, PartialEq, Hash)]\n#[repr(i32)]\npub enum",
        &error.reason_enum(),
        variants,
    );
    let name = ident(&error.reason_enum());
    let parent = ident(&product.enum_name);
    let parent_variant = ident(&error.variant);
    let idents: Vec<_> = error
        .reasons
        .iter()
        .map(|reason| ident(&reason.variant))
        .collect();
    let place = place(error, first);
    let by_code = by_code(error);
    out.code(quote! {
        impl #name {
            /// Every reason, in the order of the documentation.
            pub const ALL: &'static [#name] = &[#(#name::#idents),*];

            /// The code that these are reasons of.
            pub const PARENT: #parent = #parent::#parent_variant;

            /// The reason as data.
            #[must_use]
            pub const fn entry(self) -> &'static crate::Entry {
                &REASONS[#place]
            }

            #by_code
        }

        crate::enums::reason_enum!(#name, #parent);
    });
}

/// The place of a reason in `REASONS`, where those of its code begin at `first`.
fn place(error: &Entry, first: usize) -> TokenStream {
    if !error.reasons_are_numbered() {
        let first = Literal::usize_unsuffixed(first);
        return quote!(#first + self as usize);
    }
    let name = ident(&error.reason_enum());
    let arms = error.reasons.iter().zip(first..).map(|(reason, at)| {
        let (variant, at) = (ident(&reason.variant), Literal::usize_unsuffixed(at));
        quote!(#name::#variant => #at,)
    });
    quote!(match self { #(#arms)* })
}

/// From a sub-code and back, where one tells the reasons apart.
fn by_code(error: &Entry) -> TokenStream {
    if !error.reasons_are_numbered() {
        return TokenStream::new();
    }
    let name = ident(&error.reason_enum());
    let arms = error
        .reasons
        .iter()
        .filter_map(|Reason { variant, key, .. }| {
            let ReasonKey::Code(code) = key else {
                return None;
            };
            let (code, variant) = (number(*code), ident(variant));
            Some(quote!(#code => Some(#name::#variant),))
        });
    quote! {
        /// The reason for a sub-code, if it is listed.
        #[must_use]
        pub const fn from_code(code: i32) -> Option<#name> {
            match code { #(#arms)* _ => None }
        }

        /// The sub-code on the wire.
        #[must_use]
        pub const fn code(self) -> i32 {
            self as i32
        }
    }
}
