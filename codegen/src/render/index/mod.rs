//! The module of all products: `Product` and `ZoomError`.

mod forwarded;
mod product_enum;
mod zoom_error;

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::ident;
use crate::model::{Model, Product};

/// The whole module.
pub(super) fn module(model: &Model) -> TokenStream {
    let modules = model.products.iter().map(|product| {
        let id = ident(&product.id);
        quote!(pub mod #id;)
    });
    let product = product_enum::definition(model);
    let zoom_error = zoom_error::definition(model);
    let conversions = model.products.iter().map(conversions);
    let each = each(model);
    quote! {
        #(#modules)*
        #product
        #zoom_error
        #(#conversions)*
        #each
    }
}

/// A macro for tests that have to look at every enum by its type.
fn each(model: &Model) -> TokenStream {
    let enums = model.products.iter().map(path);
    quote! {
        #[doc(hidden)]
        #[macro_export]
        macro_rules! __each_code_enum {
            ($callback:ident) => {
                #($callback!($crate::#enums);)*
            };
        }
    }
}

fn path(product: &Product) -> TokenStream {
    let (module, name) = (ident(&product.id), ident(&product.enum_name));
    quote!(#module::#name)
}

fn conversions(product: &Product) -> TokenStream {
    let path = path(product);
    let variant = ident(&product.variant);
    quote! {
        impl From<#path> for ZoomError {
            fn from(error: #path) -> ZoomError {
                ZoomError::#variant(error)
            }
        }

        /// Gives the error back if it is of another product.
        impl TryFrom<ZoomError> for #path {
            type Error = ZoomError;

            fn try_from(error: ZoomError) -> Result<#path, ZoomError> {
                match error {
                    ZoomError::#variant(error) => Ok(error),
                    #[allow(unreachable_patterns, reason = "with a single product there is no other")]
                    other => Err(other),
                }
            }
        }
    }
}
