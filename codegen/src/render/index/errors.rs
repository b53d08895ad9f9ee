//! Every error of every product in one table, to whose places all other tables lead.

use crate::model::{Entry, Model, Product};
use crate::render::text::{Text, error_value};

/// Every error with its place.
pub(super) fn places(model: &Model) -> impl Iterator<Item = (usize, &Entry)> {
    model.products.iter().flat_map(Product::entries).enumerate()
}

pub(super) fn write(model: &Model, out: &mut Text) {
    let mut behind = 0;
    let mut firsts = vec![0];
    for product in &model.products {
        let codes = product.errors.len();
        for count in [codes, product.entries().count() - codes] {
            behind += count;
            firsts.push(behind);
        }
    }
    out.dense(
        &["Where in `ERRORS` the codes of each product begin, and its words."],
        "static FIRST_ERRORS",
        "u32",
        firsts,
    );
    let errors = model.products.iter().flat_map(|product| {
        let entries = product.entries();
        entries.map(|error| error_value(product, error))
    });
    out.list(
        &["Every error, the codes of a product before its words."],
        "pub(crate) static ERRORS",
        "ZoomError",
        errors,
    );
}
