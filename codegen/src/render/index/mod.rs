//! The module of all products: `Product`, `ZoomError`, and what leads from a number or a name to
//! them.

mod errors;
mod evidence;
mod finders;
mod messages;
mod product_enum;
mod sieve;
mod vocabulary;
mod zoom_error;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::text::Text;
use super::tokens::{code_enum, ident, module as module_path};
use crate::model::{Model, Product};

/// The whole module.
pub(super) fn module(model: &Model) -> Text {
    let mut out = Text::default();
    for code in [
        modules(model),
        quote!(
            pub(crate) mod calls;
        ),
        vocabulary::enums(),
        product_enum::definition(model),
        zoom_error::definition(model),
        evidence::tables(model),
        each(model),
    ] {
        out.code(code);
    }
    evidence::names(model, &mut out);
    errors::write(model, &mut out);
    finders::write(model, &mut out);
    messages::write(model, &mut out);
    out
}

/// The modules of products, those of a folder inside of one for it.
fn modules(model: &Model) -> TokenStream {
    let mut folders: BTreeMap<Option<&str>, Vec<&Product>> = BTreeMap::new();
    for product in &model.products {
        folders
            .entry(product.folder.as_deref())
            .or_default()
            .push(product);
    }
    let folders = folders.into_iter().map(|(folder, mut products)| {
        products.sort_by_key(|product| &product.id);
        let ids: Vec<_> = products.iter().map(|product| ident(&product.id)).collect();
        match folder {
            None => quote!(#(pub mod #ids;)*),
            Some(folder) => {
                let docs = format!(
                    " The products of `catalogs/{folder}`, each with a code space of its own."
                );
                let folder = ident(folder);
                quote!(#[doc = #docs] pub mod #folder { #(pub mod #ids;)* })
            }
        }
    });
    quote!(#(#folders)*)
}

/// One variant of `ZoomError`: an enum of codes or of words.
struct Sort<'a> {
    product: &'a Product,
    /// The name of the variant.
    variant: &'a str,
    /// The path of the enum.
    path: TokenStream,
    words: bool,
}

/// Every enum that `ZoomError` holds.
fn sorts(model: &Model) -> Vec<Sort<'_>> {
    let mut sorts = Vec::new();
    for product in &model.products {
        if product.has_codes() {
            sorts.push(Sort {
                product,
                variant: &product.variant,
                path: code_enum(product),
                words: false,
            });
        }
        if let Some(strings) = &product.strings {
            let (module, name) = (module_path(product), ident(&strings.enum_name));
            sorts.push(Sort {
                product,
                variant: &strings.zoom_error,
                path: quote!(#module::#name),
                words: true,
            });
        }
    }
    sorts
}

/// A macro for tests that have to look at every enum by its type.
fn each(model: &Model) -> TokenStream {
    let enums = model
        .products
        .iter()
        .filter(|product| product.has_codes())
        .map(|product| {
            let folder = product.folder.iter().map(|folder| ident(folder));
            let (id, name) = (ident(&product.id), ident(&product.enum_name));
            quote!($crate #(::#folder)*::#id::#name)
        });
    quote! {
        #[doc(hidden)]
        #[macro_export]
        macro_rules! __each_code_enum {
            ($callback:ident) => {
                #($callback!(#enums);)*
            };
        }
    }
}
