//! From a number or a name to the variant, and back to the number.

use quote::quote;

use super::{Method, sample};
use crate::model::Product;
use crate::render::lookups;
use crate::render::tokens::ident;

pub(super) fn methods(product: &Product) -> Vec<Method> {
    let name = ident(&product.enum_name);
    let enum_name = &product.enum_name;
    let sample = sample(product);
    let (variant, code, constant) = (&sample.variant, sample.code, &sample.name);
    let named = product
        .names
        .get(constant)
        .map_or(sample, |at| &product.errors[at]);
    let unlisted = (0..)
        .find(|code| product.errors.iter().all(|error| error.code != *code))
        .unwrap_or(0);
    let found = lookups::by_code(product);
    vec![
        Method {
            docs: &["The variant for a number, if it is listed."],
            example: vec![
                String::new(),
                format!(
                    "assert_eq!({enum_name}::from_code({code}), Some({enum_name}::{variant}));"
                ),
                format!("assert_eq!({enum_name}::from_code({unlisted}), None);"),
            ],
            code: quote! {
                pub const fn from_code(code: i32) -> Option<#name> {
                    #found
                }
            },
        },
        Method {
            docs: &[
                "The variant for a number, or the number itself if it is not listed. Nothing is lost.",
            ],
            example: vec![
                "use zoom_errors::Observed;".to_owned(),
                String::new(),
                format!(
                    "assert_eq!({enum_name}::observe({code}), Observed::Known({enum_name}::{variant}));"
                ),
                format!(
                    "assert_eq!({enum_name}::observe({unlisted}), Observed::Unknown({unlisted}));"
                ),
            ],
            code: quote! {
                pub const fn observe(code: i32) -> crate::Observed<#name> {
                    match #name::from_code(code) {
                        Some(error) => crate::Observed::Known(error),
                        None => crate::Observed::Unknown(code),
                    }
                }
            },
        },
        Method {
            docs: &[
                "The variant for a constant or an alias, exactly as its source writes it.",
                "",
                "`str::parse` also takes numbers, other case and surrounding space.",
            ],
            example: vec![
                String::new(),
                format!(
                    "assert_eq!({enum_name}::from_name({constant:?}), Some({enum_name}::{}));",
                    named.variant
                ),
                format!("assert_eq!({enum_name}::from_name(\"no such name\"), None);"),
            ],
            code: quote! {
                pub fn from_name(name: &str) -> Option<#name> {
                    CODES.get(NAMES.place(name)?).copied()
                }
            },
        },
        Method {
            docs: &["The number on the wire."],
            example: vec![
                String::new(),
                format!("assert_eq!({enum_name}::{variant}.code(), {code});"),
            ],
            code: quote! {
                pub const fn code(self) -> i32 {
                    self as i32
                }
            },
        },
    ]
}
