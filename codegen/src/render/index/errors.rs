//! Every error of every product in one table, to whose places all other tables lead.

use crate::model::{Entry, Model, Product};
use crate::render::text::Text;

/// Where the errors of each product begin.
pub(super) struct Errors {
    /// Of each product the codes, then the words; the last is where all end.
    firsts: Vec<usize>,
}

impl Errors {
    pub(super) fn of(model: &Model) -> Self {
        let mut behind = 0;
        let mut firsts = vec![0];
        for count in model.products.iter().flat_map(|product| {
            let words = words(product).count();
            [product.errors.len(), words]
        }) {
            behind += count;
            firsts.push(behind);
        }
        Self { firsts }
    }

    /// The place of a code or of a word of a product.
    pub(super) fn place(&self, product: usize, is_word: bool, at: usize) -> usize {
        self.firsts[2 * product + usize::from(is_word)] + at
    }

    pub(super) fn write(&self, model: &Model, out: &mut Text) {
        out.dense(
            &["Where in `ERRORS` the codes of each product begin, and its words."],
            "static FIRST_ERRORS",
            "u32",
            &self.firsts,
        );
        let errors = model.products.iter().flat_map(|product| {
            let codes = value(product, &product.variant, &product.enum_name);
            let codes = product.errors.iter().map(codes);
            let strings = product.strings.iter();
            let words = strings.flat_map(|strings| {
                let word = value(product, &strings.zoom_error, &strings.enum_name);
                strings.entries.iter().map(word)
            });
            codes.chain(words)
        });
        out.list(
            &["Every error, the codes of a product before its words."],
            "pub(crate) static ERRORS",
            "ZoomError",
            errors,
        );
    }
}

/// The words of a product.
pub(super) fn words(product: &Product) -> impl Iterator<Item = &Entry> {
    let strings = product.strings.iter();
    strings.flat_map(|strings| &strings.entries)
}

/// An error as a value, by the variant of `ZoomError` and the enum inside.
fn value<'a>(
    product: &Product,
    variant: &'a str,
    of: &'a str,
) -> impl Fn(&'a Entry) -> String + use<'a> {
    let module = product.module();
    move |error| {
        let name = &error.variant;
        format!("ZoomError::{variant}(crate::{module}::{of}::{name})")
    }
}
