//! The module of one product.

use proc_macro2::TokenStream;
use quote::quote;

use super::markdown::{cell, cell_of_code, code, markdown};
use super::tables::Tables;
use super::{classes, code_enum, entries, lookups, reasons, strings};
use crate::model::{Key, Model, Product};

/// The whole module.
///
/// # Errors
/// If its codes have no hash.
pub(super) fn module(model: &Model, at: usize) -> Result<(TokenStream, Tables), String> {
    let mut tables = Tables::default();
    let product = &model.products[at];
    let docs = inner_docs(&lines(product));
    let words = strings::word_enum(model, product);
    let codes = product
        .has_codes()
        .then(|| codes(model, product, &mut tables))
        .transpose()?;
    entries::tables(model, product, &mut tables);
    let tokens = quote! {
        #docs
        #codes
        #words
    };
    Ok((tokens, tables))
}

/// What there is only where errors are told by numbers.
fn codes(model: &Model, product: &Product, tables: &mut Tables) -> Result<TokenStream, String> {
    let code_enum = code_enum::code_enum(model, product);
    let categories = classes::categories(product);
    let ranges = classes::ranges(product);
    let reasons = reasons::reason_enums(product);
    let lookups = lookups::lookups(product, tables)?;
    Ok(quote! {
        #code_enum
        #categories
        #ranges
        #reasons
        #lookups
    })
}

fn inner_docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| match line.as_str() {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote!(#(#![doc = #lines])*)
}

fn lines(product: &Product) -> Vec<String> {
    let mut enums: Vec<String> = Vec::new();
    if product.has_codes() {
        enums.push(format!(
            "[`{}`] is the enum of codes to match on.",
            product.enum_name
        ));
    }
    if let Some(strings) = &product.strings {
        enums.push(format!(
            "[`{}`] has the errors that are told by a word instead of a number.",
            strings.enum_name
        ));
    }
    let mut lines = vec![
        format!("{}: {}.", markdown(&product.title), product.counted()),
        String::new(),
        format!("{} They come from:", enums.join(" ")),
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
    lines.extend([
        String::new(),
        "| code | name | what happened |".to_owned(),
        "| ---: | --- | --- |".to_owned(),
    ]);
    let words = product.strings.iter();
    let words = words.flat_map(|strings| strings.entries.iter().map(|w| (&strings.enum_name, w)));
    let errors = product
        .errors
        .iter()
        .map(|error| (&product.enum_name, error));
    for (enum_name, error) in errors.chain(words) {
        let mark = match &error.key {
            Key::Code(code) => code.to_string(),
            Key::Word(word) => cell_of_code(word),
        };
        lines.push(format!(
            "| {mark} | [{}]({enum_name}::{}) | {} |",
            code(&error.name),
            error.variant,
            cell(&error.summary)
        ));
    }
    lines
}
