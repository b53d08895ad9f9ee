//! The module of all products: `Product` and `ZoomError`.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::attributes;
use super::markdown::markdown;
use super::tokens::{ident, text};
use crate::model::{Model, Product};

/// The whole module.
pub(super) fn module(model: &Model) -> TokenStream {
    let modules = model.products.iter().map(|product| {
        let id = ident(&product.id);
        quote!(pub mod #id;)
    });
    let product = product_enum(model);
    let zoom_error = zoom_error(model);
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

fn product_enum(model: &Model) -> TokenStream {
    let variants = model.products.iter().map(|product| {
        let docs = attributes(&[
            format!(
                "{}: {} codes.",
                markdown(&product.title),
                product.errors.len()
            ),
            String::new(),
            format!(
                "Its enum is [`{0}`]({1}::{0}).",
                product.enum_name, product.id
            ),
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
            /// Every product, ordered by id.
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

            /// The id of the group that it belongs to in listings.
            #[must_use]
            pub const fn group(self) -> Option<&'static str> {
                match self { #(Product::#idents => #groups,)* }
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

fn zoom_error(model: &Model) -> TokenStream {
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
    let forwarded = [
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
    let forwarded = forwarded.into_iter().map(|(docs, method, result)| {
        let docs = attributes(docs);
        quote! {
            #docs
            #[must_use]
            pub const fn #method(self) -> #result {
                match self { #(ZoomError::#products(error) => error.#method(),)* }
            }
        }
    });
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
                core::iter::empty()
                    #(.chain(#enums::ALL.iter().map(|error| ZoomError::#products(*error))))*
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

            #(#forwarded)*
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
