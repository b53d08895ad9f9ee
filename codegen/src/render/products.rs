//! The table of products in docs/products.md.

use super::markdown::cell;
use crate::model::Model;

/// One line for each product, with a link to its catalog.
pub fn products_table(model: &Model) -> String {
    let mut table = String::from(
        "| product | enum | codes | read from | kind of source |\n| --- | --- | ---: | --- | --- |\n",
    );
    for product in &model.products {
        let source = &product.sources[0];
        let title = cell(&source.title);
        let page = match &source.url {
            Some(url) => format!("[{title}]({})", address(url)),
            None => title,
        };
        table.push_str(&format!(
            "| [{}](../{}) | `{}` | {} | {page} | {} |\n",
            cell(&product.title),
            product.catalog(),
            product.module(),
            product.entries().count(),
            source.kind,
        ));
    }
    table
}

/// An address in which nothing ends a link or a cell.
fn address(url: &str) -> String {
    url.replace('(', "%28")
        .replace(')', "%29")
        .replace('|', "%7C")
}
