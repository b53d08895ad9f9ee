//! The methods of `ZoomError` that ask the code of the product.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::render::docs::attributes;

/// All of them; `products` are the variants of `ZoomError`.
pub(super) fn methods(products: &[Ident]) -> TokenStream {
    let methods = [
        (
            ["The number on the wire."].as_slice(),
            quote!(code),
            quote!(i32),
        ),
        (
            &["The constant as its source writes it."],
            quote!(name),
            quote!(&'static str),
        ),
        (
            &["One sentence: what happened."],
            quote!(summary),
            quote!(&'static str),
        ),
        (
            &["What class of failure it is, across all products."],
            quote!(kind),
            quote!(crate::Kind),
        ),
        (
            &["Who must act first."],
            quote!(actor),
            quote!(crate::Actor),
        ),
        (
            &["Whether repeating the call helps."],
            quote!(retry),
            quote!(crate::Retry),
        ),
        (
            &["What to do."],
            quote!(remediation),
            quote!(crate::Remediation),
        ),
        (
            &["Where the remediation comes from; nothing where nothing failed."],
            quote!(advice),
            quote!(Option<crate::Advice>),
        ),
        (
            &["Why it happens, most likely first."],
            quote!(causes),
            quote!(&'static [&'static str]),
        ),
        (
            &["API methods that report it."],
            quote!(raised_by),
            quote!(&'static [&'static str]),
        ),
        (
            &["The finer causes listed under the code."],
            quote!(reasons),
            quote!(&'static [crate::ReasonInfo]),
        ),
        (
            &["Further constants that SDKs report for the same code."],
            quote!(aliases),
            quote!(&'static [&'static str]),
        ),
        (
            &["Where the number travels in an HTTP answer; empty outside HTTP."],
            quote!(carrier),
            quote!(&'static [crate::Carrier]),
        ),
        (
            &["What is wrong or contested in the source."],
            quote!(erratum),
            quote!(Option<&'static str>),
        ),
        (
            &["The day from which Zoom enforces it, where one is stated."],
            quote!(effective),
            quote!(Option<crate::Date>),
        ),
        (
            &["The day on which Zoom withdrew it, if it did."],
            quote!(retired),
            quote!(Option<crate::Date>),
        ),
        (
            &["Whether documentation states the code, or a shipped SDK alone."],
            quote!(origin),
            quote!(crate::Origin),
        ),
        (
            &["Where the code was read."],
            quote!(source_page),
            quote!(&'static crate::Source),
        ),
        (
            &["The address of the page that states it, where that is known for certain."],
            quote!(docs_url),
            quote!(Option<&'static str>),
        ),
        (
            &["The same failure in other code spaces."],
            quote!(related),
            quote!(&'static [ZoomError]),
        ),
    ];
    let methods = methods.into_iter().map(|(docs, method, result)| {
        let docs = attributes(docs);
        quote! {
            #docs
            #[must_use]
            pub const fn #method(self) -> #result {
                match self { #(ZoomError::#products(error) => error.#method(),)* }
            }
        }
    });
    quote!(#(#methods)*)
}
