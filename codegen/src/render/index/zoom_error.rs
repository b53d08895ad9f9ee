//! The enum of every error of every product.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Sort, sorts};
use crate::model::Model;
use crate::render::docs::attributes;
use crate::render::markdown::markdown;
use crate::render::tokens::ident;

pub(super) fn definition(model: &Model) -> TokenStream {
    let sorts = sorts(model);
    let variants: Vec<_> = sorts.iter().map(|sort| ident(sort.variant)).collect();
    let paths: Vec<_> = sorts.iter().map(|sort| &sort.path).collect();
    let products: Vec<_> = sorts
        .iter()
        .map(|sort| ident(&sort.product.variant))
        .collect();
    let docs = sorts.iter().map(|sort| {
        let what = if sort.words { "word" } else { "code" };
        attributes(&[format!("A {what} of {}.", markdown(&sort.product.title))])
    });
    let (words, codes): (Vec<&Sort<'_>>, Vec<&Sort<'_>>) =
        sorts.iter().partition(|sort| sort.words);
    let by_code = arms(
        &codes,
        |variant, path| quote!(match #path::from_code(code) { Some(error) => Some(ZoomError::#variant(error)), None => None }),
    );
    let by_name = arms(
        &codes,
        |variant, path| quote!(#path::from_name(name).map(ZoomError::#variant)),
    );
    let by_word = arms(
        &words,
        |variant, path| quote!(#path::from_value(word).map(ZoomError::#variant)),
    );
    let parsed = arms(
        &codes,
        |variant, path| quote!(crate::parse::parse::<#path>(text).map(ZoomError::#variant)),
    );
    let class_of = arms(
        &codes,
        |_, path| quote!(<#path as crate::ErrorCode>::class_of(code)),
    );
    quote! {
        /// An error of any product: a code, or a word such as `invalid_grant`.
        ///
        /// For programs that talk to several products, and for a library's own error type. A number
        /// alone does not name an error: 3004 is a wrong passcode in both web SDKs, but 3001 exists
        /// in one of them only, and 1 means something else everywhere.
        ///
        /// ```
        /// use zoom_errors::{Product, ZoomError, meeting_sdk_web::MeetingSdkWebError};
        ///
        /// let error = ZoomError::from_code(Product::MeetingSdkWeb, 3712).unwrap();
        /// assert_eq!(error, MeetingSdkWebError::SignatureInvalid.into());
        /// assert_eq!(error.name(), "SIGNATURE_INVALID");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ZoomError {
            #(#docs #variants(#paths),)*
        }

        crate::accessors::accessors!(ZoomError);

        crate::accessors::more_accessors!(ZoomError);

        impl ZoomError {
            /// The error as data.
            #[must_use]
            pub const fn entry(self) -> &'static crate::Entry {
                match self { #(ZoomError::#variants(error) => error.entry(),)* }
            }

            /// The product that reports it.
            #[must_use]
            pub const fn product(self) -> Product {
                match self { #(ZoomError::#variants(_) => Product::#products,)* }
            }

            /// The number on the wire; nothing for a word.
            #[must_use]
            pub const fn code(self) -> Option<i32> {
                self.entry().code()
            }

            /// The word on the wire; nothing for a number.
            #[must_use]
            pub const fn word(self) -> Option<&'static str> {
                self.entry().word()
            }

            /// The section of the page that lists it; words have none.
            #[must_use]
            pub const fn class(self) -> Option<&'static crate::Class> {
                self.entry().class()
            }

            /// The code under which the same failure is described; mostly itself.
            #[must_use]
            pub const fn canonical(self) -> ZoomError {
                match self.entry().same_as() {
                    Some(other) => other,
                    None => self,
                }
            }

            /// The code of a product for a number, if it is listed.
            #[must_use]
            pub const fn from_code(product: Product, code: i32) -> Option<ZoomError> {
                match product { #by_code #[allow(unreachable_patterns)] _ => None }
            }

            /// The code of a product for a constant or an alias, exactly as its source writes it.
            #[must_use]
            pub fn from_name(product: Product, name: &str) -> Option<ZoomError> {
                match product { #by_name #[allow(unreachable_patterns)] _ => None }
            }

            /// The error of a product that is told by a word, exactly as it is sent.
            #[must_use]
            pub fn from_word(product: Product, word: &str) -> Option<ZoomError> {
                match product { #by_word _ => { let _ = word; None } }
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
                    #parsed
                    #[allow(unreachable_patterns)]
                    _ => Err(crate::ParseCodeError::no_word(product)),
                }
            }

            /// Every error of every product.
            pub fn all() -> impl Iterator<Item = ZoomError> {
                ERRORS.iter().copied()
            }

            /// The codes or words of a product, in the order of its `ALL`.
            pub(crate) fn of_product(product: Product, words: bool) -> &'static [ZoomError] {
                let sort = 2 * product as usize + words as usize;
                &ERRORS[FIRST_ERRORS[sort] as usize..FIRST_ERRORS[sort + 1] as usize]
            }

            /// The code or word at a place in a product's `ALL`.
            pub(crate) fn at(product: Product, word: bool, place: usize) -> Option<ZoomError> {
                ZoomError::of_product(product, word).get(place).copied()
            }

            /// The error of an entry that is no reason.
            pub(crate) fn of(entry: &crate::Entry) -> ZoomError {
                match ZoomError::at(entry.product(), entry.word().is_some(), entry.place()) {
                    Some(error) => error,
                    // An entry is in the table of its product.
                    None => unreachable!(),
                }
            }

            /// The section of a listed code, or the narrowest documented range around any other.
            #[must_use]
            pub fn class_of(product: Product, code: i32) -> Option<&'static crate::Class> {
                match product { #class_of #[allow(unreachable_patterns)] _ => None }
            }
        }
    }
}

/// One arm for each product.
fn arms(
    sorts: &[&Sort<'_>],
    value: impl Fn(proc_macro2::Ident, &TokenStream) -> TokenStream,
) -> TokenStream {
    let arms = sorts.iter().map(|sort| {
        let product = ident(&sort.product.variant);
        let value = value(ident(sort.variant), &sort.path);
        quote!(Product::#product => #value,)
    });
    quote!(#(#arms)*)
}
