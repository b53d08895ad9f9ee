//! The enum of the finer causes under one code.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, attributes};
use super::product::method_docs;
use super::tokens::{ident, number, option, text};
use crate::model::{ErrorCode, Product, Reason, ReasonKey};

/// The whole enum.
pub(super) fn reason_enum(product: &Product, error: &ErrorCode) -> TokenStream {
    let enum_name = error.reason_enum();
    let name = ident(&enum_name);
    let parent = ident(&product.enum_name);
    let parent_variant = ident(&error.variant);
    let how = if error.reasons_are_numbered() {
        "a sub-code"
    } else {
        "the server's message"
    };
    let docs = attributes(&[
        format!(
            "The finer causes of [`{}`]({}::{}),",
            error.variant, product.enum_name, error.variant
        ),
        format!("told apart by {how}."),
    ]);
    let variants = error.reasons.iter().enumerate().map(|(at, reason)| {
        let docs = attributes(&docs::reason(reason));
        let variant = ident(&reason.variant);
        let value = match reason.key {
            ReasonKey::Code(code) => number(code),
            ReasonKey::Message(_) => number(i32::try_from(at).unwrap_or(i32::MAX)),
        };
        let alias = (reason.name != reason.variant).then(|| {
            let alias = &reason.name;
            quote!(#[doc(alias = #alias)])
        });
        quote!(#docs #alias #variant = #value,)
    });
    let idents: Vec<_> = error
        .reasons
        .iter()
        .map(|reason| ident(&reason.variant))
        .collect();
    let rows = error.reasons.iter().map(row);
    let count = error.reasons.len();
    let lookup = lookup(product, error);
    let table = table(error);
    let info_docs = method_docs(
        &["The reason as data: summary, remediation and the rest."],
        product,
        &[
            String::new(),
            format!(
                "assert_eq!({enum_name}::{}.info().name(), {:?});",
                error.reasons[0].variant, error.reasons[0].name
            ),
        ],
    );
    let places = error.reasons.iter().enumerate().map(|(at, reason)| {
        let variant = ident(&reason.variant);
        let at = proc_macro2::Literal::usize_unsuffixed(at);
        quote!(#name::#variant => &#table[#at],)
    });
    quote! {
        #docs
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(i32)]
        pub enum #name {
            #(#variants)*
        }

        impl #name {
            /// Every reason, in the order of the documentation.
            pub const ALL: &'static [#name] = &[#(#name::#idents),*];

            /// The code that these are reasons of.
            pub const PARENT: #parent = #parent::#parent_variant;

            #info_docs
            #[must_use]
            pub const fn info(self) -> &'static crate::ReasonInfo {
                match self {
                    #(#places)*
                }
            }

            #lookup
        }

        crate::impls::reason_enum!(#name, #parent);

        static #table: [crate::ReasonInfo; #count] = [#(#rows),*];
    }
}

/// The name of the table of a code's reasons. Made from the code: two variants may differ in case
/// alone.
pub(super) fn table(error: &ErrorCode) -> proc_macro2::Ident {
    let sign = if error.code < 0 { "MINUS_" } else { "" };
    ident(&format!("REASONS_OF_{sign}{}", error.code.unsigned_abs()))
}

fn lookup(product: &Product, error: &ErrorCode) -> TokenStream {
    let enum_name = error.reason_enum();
    let name = ident(&enum_name);
    let first = &error.reasons[0];
    match &first.key {
        ReasonKey::Code(number_of_first) => {
            let docs = method_docs(
                &["The reason for a sub-code, if it is listed."],
                product,
                &[
                    String::new(),
                    format!(
                        "assert_eq!({enum_name}::from_code({number_of_first}), Some({enum_name}::{}));",
                        first.variant
                    ),
                ],
            );
            let arms = error.reasons.iter().filter_map(|reason| match reason.key {
                ReasonKey::Code(code) => {
                    let (code, variant) = (number(code), ident(&reason.variant));
                    Some(quote!(#code => Some(#name::#variant),))
                }
                ReasonKey::Message(_) => None,
            });
            quote! {
                #docs
                #[must_use]
                pub const fn from_code(code: i32) -> Option<#name> {
                    match code {
                        #(#arms)*
                        _ => None,
                    }
                }

                /// The sub-code on the wire.
                #[must_use]
                pub const fn code(self) -> i32 {
                    self as i32
                }
            }
        }
        ReasonKey::Message(fragment) => {
            let docs = method_docs(
                &[
                    "The reason for a server's message: the first whose fragment it holds, in whatever",
                    "case.",
                ],
                product,
                &[
                    String::new(),
                    format!("let message = {:?};", format!("Zoom says: {fragment}!")),
                    format!(
                        "assert_eq!({enum_name}::from_message(message), Some({enum_name}::{}));",
                        first.variant
                    ),
                ],
            );
            quote! {
                #docs
                #[must_use]
                pub fn from_message(message: &str) -> Option<#name> {
                    #name::ALL.iter().copied().find(|reason| reason.info().matches(message))
                }
            }
        }
    }
}

fn row(reason: &Reason) -> TokenStream {
    let (name, summary, headers) = (&reason.name, &reason.summary, &reason.headers);
    let (code, message) = match &reason.key {
        ReasonKey::Code(code) => (Some(number(*code)), None),
        ReasonKey::Message(message) => (None, Some(message.as_str())),
    };
    let (code, message) = (option(code), text(message));
    let guidance = super::tokens::guidance(&reason.guidance);
    quote! {
        crate::ReasonInfo {
            name: #name,
            code: #code,
            message: #message,
            headers: &[#(#headers),*],
            summary: #summary,
            #guidance
        }
    }
}
