//! The enum of all products.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Model;
use crate::render::docs::attributes;
use crate::render::markdown::markdown;
use crate::render::tokens::{ident, text};

pub(super) fn definition(model: &Model) -> TokenStream {
    let variants = model.products.iter().map(|product| {
        let docs = attributes(&[
            format!("{}: {}.", markdown(&product.title), product.counted()),
            String::new(),
            format!("See [`{0}`](crate::{0}).", product.module()),
        ]);
        let variant = ident(&product.variant);
        quote!(#docs #variant,)
    });
    let idents: Vec<_> = model
        .products
        .iter()
        .map(|product| ident(&product.variant))
        .collect();
    let ids: Vec<_> = model.products.iter().map(|product| &product.id).collect();
    let titles = model.products.iter().map(|product| &product.title);
    let groups = model
        .products
        .iter()
        .map(|product| text(product.group.as_deref()));
    quote! {
        /// A product, or a part of one, with a code space of its own.
        ///
        /// The order, and so the number behind a variant, is that of listings: no part of the
        /// interface.
        ///
        /// ```
        /// use zoom_errors::Product;
        ///
        /// let product = Product::from_id("video_sdk_web").unwrap();
        /// assert_eq!(product, Product::VideoSdkWeb);
        /// assert_eq!(product.title(), "Zoom Video SDK for Web");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Product {
            #(#variants)*
        }

        impl Product {
            /// Every product, in the order in which people meet them.
            pub const ALL: &'static [Product] = &[#(Product::#idents),*];

            /// A short id in lower snake case, equal to the name of its module.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { #(Product::#idents => #ids,)* }
            }

            /// The product with this id.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Product> {
                match id { #(#ids => Some(Product::#idents),)* _ => None }
            }

            /// The name for people.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { #(Product::#idents => #titles,)* }
            }

            /// Every error that it lists, told by a number or by a word.
            pub fn errors(self) -> impl Iterator<Item = ZoomError> {
                let [codes, words] = [false, true].map(|words| ZoomError::of_product(self, words));
                codes.iter().chain(words).copied()
            }

            /// The id of the group that it belongs to in listings.
            #[must_use]
            pub const fn group(self) -> Option<&'static str> {
                match self { #(Product::#idents => #groups,)* }
            }
        }

        impl core::str::FromStr for Product {
            type Err = crate::UnknownWord;

            fn from_str(id: &str) -> Result<Product, crate::UnknownWord> {
                Product::from_id(id).ok_or(crate::UnknownWord::new("product"))
            }
        }

        /// Writes the name for people.
        impl core::fmt::Display for Product {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.title())
            }
        }
    }
}
