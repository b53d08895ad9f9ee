//! The module of one product.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::attributes;
use super::markdown::{cell, code, markdown};
use super::{accessors, classes, code_enum, lookups, reasons, strings, tables};
use crate::model::{Model, Product};

/// The whole module.
pub(super) fn module(model: &Model, at: usize) -> TokenStream {
    let product = &model.products[at];
    let docs = inner_docs(&lines(product));
    let code_enum = code_enum::definition(model, product);
    let accessors = accessors::inherent(model, product);
    let traits = code_enum::traits(product);
    let categories = classes::categories(product);
    let ranges = classes::ranges(product);
    let class_of = classes::class_of(product);
    let reasons = product
        .errors
        .iter()
        .filter(|error| !error.reasons.is_empty());
    let reasons = reasons.map(|error| reasons::reason_enum(product, error));
    let strings = strings::string_enum(product);
    let lookups = lookups::lookups(product);
    let tables = tables::tables(model, product);
    quote! {
        #docs
        #code_enum
        #accessors
        #traits
        #categories
        #ranges
        #class_of
        #(#reasons)*
        #strings
        #lookups
        #tables
    }
}

fn inner_docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| match line.as_str() {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote!(#(#![doc = #lines])*)
}

fn lines(product: &Product) -> Vec<String> {
    let mut lines = vec![
        format!(
            "{}: {} codes.",
            markdown(&product.title),
            product.errors.len()
        ),
        String::new(),
        format!(
            "[`{}`] is the enum to match on. Its codes come from:",
            product.enum_name
        ),
        String::new(),
    ];
    for source in &product.sources {
        let mut line = format!("- {}", markdown(&source.title));
        if let Some(url) = &source.url {
            line.push_str(&format!(", <{url}>"));
        }
        if let Some(date) = source.retrieved {
            line.push_str(&format!(", as of {date}"));
        }
        lines.push(line);
    }
    if let Some(strings) = &product.strings {
        lines.extend([
            String::new(),
            format!(
                "[`{}`] has the errors that are told by a word instead of a number.",
                strings.enum_name
            ),
        ]);
    }
    lines.extend([
        String::new(),
        "| code | name | what happened |".to_owned(),
        "| ---: | --- | --- |".to_owned(),
    ]);
    for error in &product.errors {
        lines.push(format!(
            "| {} | [{}]({}::{}) | {} |",
            error.code,
            code(&error.name),
            product.enum_name,
            error.variant,
            cell(&error.summary)
        ));
    }
    lines
}

/// Doc lines of a method, with an example that runs.
pub(super) fn method_docs(docs: &[&str], product: &Product, example: &[String]) -> TokenStream {
    let mut lines: Vec<String> = docs.iter().map(|line| (*line).to_owned()).collect();
    lines.extend([String::new(), "```".to_owned()]);
    lines.push(format!("use zoom_errors::{}::*;", product.id));
    lines.extend_from_slice(example);
    lines.push("```".to_owned());
    attributes(&lines)
}
