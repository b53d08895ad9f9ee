//! The inherent methods of a code enum, each with an example taken from the catalog.

mod conversions;
mod descriptions;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::product::method_docs;
use super::tokens::ident;
use crate::model::{ErrorCode, Model, Product};

/// One method: what its docs say, an example, and its code.
struct Method {
    docs: &'static [&'static str],
    example: Vec<String>,
    code: TokenStream,
}

/// `impl` with all constants and methods.
pub(super) fn inherent(model: &Model, product: &Product) -> TokenStream {
    let name = ident(&product.enum_name);
    let category = ident(&product.category_enum);
    let variant = ident(&product.variant);
    let methods = conversions::methods(product)
        .into_iter()
        .chain(descriptions::methods(model, product));
    let methods = methods.map(
        |Method {
             docs,
             example,
             code,
         }| {
            let docs = method_docs(docs, product, &example);
            quote! { #docs #[must_use] #code }
        },
    );
    let count = Literal::usize_unsuffixed(product.errors.len());
    quote! {
        impl #name {
            /// Every code, ascending.
            pub const ALL: &'static [#name] = &CODES;

            /// The number of codes.
            pub const COUNT: usize = #count;

            /// The product that reports these codes.
            pub const PRODUCT: crate::Product = crate::Product::#variant;

            #(#methods)*

            /// The place in `ALL` and `ROWS`.
            const fn place(self) -> usize {
                PLACE_BY_SLOT[slot(self as i32)] as usize
            }

            const fn row(self) -> &'static crate::row::Row<#category> {
                &ROWS[self.place()]
            }
        }
    }
}

/// The code that the examples are about: a failure, with methods that raise it if there is one.
fn sample(product: &Product) -> &ErrorCode {
    let failures = || {
        product
            .errors
            .iter()
            .filter(|error| error.guidance.advice.is_some())
    };
    failures()
        .find(|error| !error.raised_by.is_empty() && error.same_as.is_none())
        .or_else(|| failures().next())
        .unwrap_or(&product.errors[0])
}
