//! Small pieces of Rust.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::model::{Codes, Guidance, Product};
use crate::names;
use crate::vocabulary::NOBODY;

/// An identifier. The checks have made sure that it is one.
pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The variant of a closed list of words: `after_fix` becomes `AfterFix`.
pub(super) fn word(id: &str) -> Ident {
    ident(&names::from_id(id))
}

/// A number without suffix; negative ones with a sign of their own.
pub(super) fn number(value: i32) -> TokenStream {
    let digits = Literal::u32_unsuffixed(value.unsigned_abs());
    if value < 0 {
        quote!(-#digits)
    } else {
        quote!(#digits)
    }
}

pub(super) fn option(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote!(Some(#value)),
        None => quote!(None),
    }
}

pub(super) fn text(value: Option<&str>) -> TokenStream {
    option(value.map(|value| quote!(#value)))
}

pub(super) fn codes(value: Codes) -> TokenStream {
    let first = number(value.first);
    let last = option(value.last.map(number));
    quote!(crate::CodeRange { first: #first, last: #last })
}

/// The path of a product's code enum.
pub(super) fn code_enum(product: &Product) -> TokenStream {
    let (module, name) = (module(product), ident(&product.enum_name));
    quote!(#module::#name)
}

/// The path of a product's module.
pub(super) fn module(product: &Product) -> TokenStream {
    let folder = product.folder.iter().map(|folder| ident(folder));
    let id = ident(&product.id);
    quote!(crate #(::#folder)*::#id)
}

/// The fields of a guidance.
pub(super) fn guidance(guidance: &Guidance) -> TokenStream {
    let kind = word(guidance.kind);
    let actor = word(guidance.actor().unwrap_or(NOBODY.id));
    let retry = word(guidance.retry().unwrap_or("never"));
    let advice = option(guidance.advice.as_ref().map(|advice| {
        let given_by = word(advice.given_by);
        quote!(crate::Advice::#given_by)
    }));
    let steps = guidance.steps();
    quote! {
        kind: crate::Kind::#kind,
        actor: crate::Actor::#actor,
        retry: crate::Retry::#retry,
        advice: #advice,
        remediation: crate::Remediation { steps: &[#(#steps),*] },
    }
}
