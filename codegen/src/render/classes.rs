//! The category and range enums of a product.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{attributes, what_to_do};
use super::markdown::markdown;
use super::tokens::{codes, guidance, ident, number, option, text};
use crate::model::{Class, Product};

/// The enum of the page's sections.
pub(super) fn categories(product: &Product) -> TokenStream {
    let name = ident(&product.category_enum);
    let errors = ident(&product.enum_name);
    let title = format!(
        "The sections in which {} lists its codes.",
        markdown(&product.title)
    );
    let common = class_enum(
        &product.category_enum,
        &title,
        "CATEGORIES",
        &product.categories,
    );
    let claimed = claims(&name, &product.categories);
    quote! {
        #common

        impl #name {
            /// The section of a listed code; for any other, the section that claims its number, if one
            /// does.
            #[must_use]
            pub const fn of_code(code: i32) -> Option<#name> {
                match #errors::from_code(code) {
                    Some(error) => Some(error.category()),
                    None => #claimed,
                }
            }

            /// The codes that the section lists, ascending.
            pub fn errors(self) -> impl Iterator<Item = #errors> {
                crate::find::of_class(self as usize)
            }
        }
    }
}

/// The enum of documented number ranges, if there are any.
pub(super) fn ranges(product: &Product) -> TokenStream {
    if product.ranges.is_empty() {
        return TokenStream::new();
    }
    let name = ident(&product.range_enum);
    let title = format!(
        "The number ranges that {} documents.",
        markdown(&product.title)
    );
    let common = class_enum(&product.range_enum, &title, "RANGES", &product.ranges);
    let claimed = claims(&name, &product.ranges);
    quote! {
        #common

        impl #name {
            /// The range around a number, listed or not.
            #[must_use]
            pub const fn of_code(code: i32) -> Option<#name> {
                #claimed
            }
        }
    }
}

/// An expression that gives the class whose range holds `code`.
fn claims(name: &proc_macro2::Ident, classes: &[Class]) -> TokenStream {
    let arms: Vec<TokenStream> = classes
        .iter()
        .filter_map(|class| {
            let codes = class.codes?;
            let variant = ident(&class.variant);
            let first = number(codes.first);
            let pattern = match codes.last.map(number) {
                Some(last) => quote!(#first..=#last),
                None => quote!(#first..),
            };
            Some(quote!(#pattern => Some(#name::#variant),))
        })
        .collect();
    if arms.is_empty() {
        return quote!(None);
    }
    quote! {
        match code {
            #(#arms)*
            #[allow(unreachable_patterns, reason = "ranges may cover every number")]
            _ => None,
        }
    }
}

fn class_enum(enum_name: &str, title: &str, table: &str, classes: &[Class]) -> TokenStream {
    let table = ident(table);
    let name = ident(enum_name);
    let title_docs = attributes(&[title]);
    let variants = classes.iter().map(|class| {
        let docs = attributes(&class_docs(class));
        let variant = ident(&class.variant);
        quote!(#docs #variant,)
    });
    let idents = classes.iter().map(|class| ident(&class.variant));
    let rows = classes.iter().map(row);
    let count = classes.len();
    quote! {
        #title_docs
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Ord, Hash)]
        pub enum #name {
            #(#variants)*
        }

        impl #name {
            /// Every one, in the page's order.
            pub const ALL: &'static [#name] = &[#(#name::#idents),*];

            /// The section or range as data.
            #[must_use]
            pub const fn class(self) -> &'static crate::Class {
                &#table[self as usize]
            }

            /// The name for people, as the page has it.
            #[must_use]
            pub const fn title(self) -> &'static str {
                self.class().title
            }

            /// The numbers that the page claims for it as a whole.
            #[must_use]
            pub const fn codes(self) -> Option<crate::CodeRange> {
                self.class().codes
            }

            /// What holds for all its codes, listed or not, where the page says so.
            #[must_use]
            pub const fn guidance(self) -> Option<&'static crate::Guidance> {
                self.class().guidance()
            }
        }

        impl Eq for #name {}

        static #table: [crate::Class; #count] = [#(#rows),*];

        impl core::fmt::Display for #name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Display::fmt(self.class(), f)
            }
        }
    }
}

fn class_docs(class: &Class) -> Vec<String> {
    let mut lines = vec![markdown(&class.title)];
    if let Some(codes) = class.codes {
        let shown = match codes.last {
            Some(last) => format!("Codes {} to {last}.", codes.first),
            None => format!("Codes from {}.", codes.first),
        };
        lines.extend([String::new(), shown]);
    }
    if let Some(summary) = &class.summary {
        lines.extend([String::new(), markdown(summary)]);
    }
    if let Some(guidance) = &class.guidance {
        lines.extend(what_to_do(guidance));
    }
    lines
}

fn row(class: &Class) -> TokenStream {
    let (id, title) = (&class.id, &class.title);
    let summary = text(class.summary.as_deref());
    let codes = option(class.codes.map(codes));
    let guidance = option(class.guidance.as_ref().map(|of_class| {
        let fields = guidance(of_class);
        quote!(crate::Guidance { #fields })
    }));
    quote! {
        crate::Class {
            id: #id,
            title: #title,
            summary: #summary,
            codes: #codes,
            guidance: #guidance,
        }
    }
}
