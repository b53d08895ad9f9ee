//! The enum of every code of every product.

use proc_macro2::TokenStream;
use quote::quote;

use super::{forwarded, path};
use crate::model::Model;
use crate::render::docs::attributes;
use crate::render::markdown::markdown;
use crate::render::tokens::ident;

pub(super) fn definition(model: &Model) -> TokenStream {
    let products: Vec<_> = model
        .products
        .iter()
        .map(|product| ident(&product.variant))
        .collect();
    let enums: Vec<_> = model.products.iter().map(path).collect();
    let docs = model
        .products
        .iter()
        .map(|product| attributes(&[format!("A code of {}.", markdown(&product.title))]));
    let forwarded = forwarded::methods(&products);
    quote! {
        /// A code of any product.
        ///
        /// For programs that talk to several products, and for a library's own error type. A number
        /// alone does not name an error: 3004 is a wrong passcode in both web SDKs, but 3001 exists
        /// in one of them only, and 1 means something else everywhere.
        ///
        /// ```
        /// use zoom_errors::{Product, ZoomError, meeting_sdk_web::MeetingSdkWebError};
        ///
        /// let error = ZoomError::lookup(Product::MeetingSdkWeb, 3712).unwrap();
        /// assert_eq!(error, MeetingSdkWebError::SignatureInvalid.into());
        /// assert_eq!(error.name(), "SIGNATURE_INVALID");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ZoomError {
            #(#docs #products(#enums),)*
        }

        impl ZoomError {
            /// The code of a product for a number, if it is listed.
            #[must_use]
            pub const fn lookup(product: Product, code: i32) -> Option<ZoomError> {
                match product {
                    #(Product::#products => match #enums::from_code(code) {
                        Some(error) => Some(ZoomError::#products(error)),
                        None => None,
                    },)*
                }
            }

            /// The code of a product for a constant or an alias, exactly as its source writes it.
            #[must_use]
            pub fn from_name(product: Product, name: &str) -> Option<ZoomError> {
                match product {
                    #(Product::#products => #enums::from_name(name).map(ZoomError::#products),)*
                }
            }

            /// The code of a product for a number or a constant; case and surrounding space do not
            /// matter.
            ///
            /// ```
            /// use zoom_errors::{Product, ZoomError};
            ///
            /// let by_number = ZoomError::parse(Product::VideoSdkWeb, "5012")?;
            /// let by_name = ZoomError::parse(Product::VideoSdkWeb, "client_duplicated_join")?;
            /// assert_eq!(by_number, by_name);
            /// # Ok::<(), zoom_errors::ParseCodeError>(())
            /// ```
            ///
            /// # Errors
            /// If the text is neither a listed code nor a constant of the product.
            pub fn parse(product: Product, text: &str) -> Result<ZoomError, crate::ParseCodeError> {
                match product {
                    #(Product::#products => crate::parse::parse::<#enums>(text).map(ZoomError::#products),)*
                }
            }

            /// Everything that a number can mean, in the order of [`Product::ALL`].
            ///
            /// ```
            /// use zoom_errors::{Product, ZoomError};
            ///
            /// let products: Vec<Product> = ZoomError::candidates(3004).map(|error| error.product()).collect();
            /// assert!(products.contains(&Product::MeetingSdkWeb));
            /// assert!(products.contains(&Product::VideoSdkWeb));
            /// ```
            pub fn candidates(code: i32) -> impl Iterator<Item = ZoomError> {
                Product::ALL.iter().filter_map(move |product| ZoomError::lookup(*product, code))
            }

            /// Every code of every product.
            pub fn all() -> impl Iterator<Item = ZoomError> {
                Product::ALL.iter().flat_map(|&product| {
                    (0..).map_while(move |place| ZoomError::at(product, place))
                })
            }

            /// The code at a place in a product's `ALL`.
            fn at(product: Product, place: usize) -> Option<ZoomError> {
                match product {
                    #(Product::#products => Some(ZoomError::#products(*#enums::ALL.get(place)?)),)*
                }
            }

            /// The product that reports the code.
            #[must_use]
            pub const fn product(self) -> Product {
                match self { #(ZoomError::#products(_) => Product::#products,)* }
            }

            /// The section of the page that lists the code.
            #[must_use]
            pub const fn class(self) -> &'static crate::Class {
                match self { #(ZoomError::#products(error) => error.category().class(),)* }
            }

            /// The section of a listed code, or the narrowest documented range around any other.
            #[must_use]
            pub fn class_of(product: Product, code: i32) -> Option<&'static crate::Class> {
                match product {
                    #(Product::#products => <#enums as crate::ErrorCode>::class_of(code),)*
                }
            }

            /// The code under which the same failure is described; mostly itself.
            #[must_use]
            pub const fn canonical(self) -> ZoomError {
                match self {
                    #(ZoomError::#products(error) => ZoomError::#products(error.canonical()),)*
                }
            }

            #forwarded
        }

        /// Writes what the product's enum writes: `NAME (code): summary`, with steps for `{:#}`.
        impl core::fmt::Display for ZoomError {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                match self { #(ZoomError::#products(error) => core::fmt::Display::fmt(error, f),)* }
            }
        }

        impl core::error::Error for ZoomError {}

        impl crate::explain::sealed::Sealed for ZoomError {}

        impl crate::Explain for ZoomError {
            fn name(self) -> &'static str { self.name() }
            fn summary(self) -> &'static str { self.summary() }
            fn kind(self) -> crate::Kind { self.kind() }
            fn actor(self) -> crate::Actor { self.actor() }
            fn retry(self) -> crate::Retry { self.retry() }
            fn remediation(self) -> crate::Remediation { self.remediation() }
            fn causes(self) -> &'static [&'static str] { self.causes() }
        }
    }
}
