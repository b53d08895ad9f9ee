//! The module of one product.

use super::markdown::{cell, cell_of_code, code, markdown};
use super::text::Text;
use super::{classes, code_enum, entries, lookups, reasons, strings};
use crate::model::{Key, Model, Product};

/// The whole module.
///
/// # Errors
/// If its codes have no hash.
pub(super) fn module(model: &Model, at: usize) -> Result<Text, String> {
    let product = &model.products[at];
    let mut out = Text::default();
    out.inner_docs(&lines(product));
    if product.has_codes() {
        code_enum::write(model, product, &mut out);
        out.code(classes::categories(product));
        out.code(classes::ranges(product));
        reasons::write(product, &mut out);
        lookups::write(product, &mut out)?;
    }
    strings::write(model, product, &mut out);
    entries::write(model, product, &mut out);
    Ok(out)
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
