//! The table of products in the README.

use super::docs::markdown;
use crate::model::Model;

/// One line for each product, with a link to its catalog.
pub fn products_table(model: &Model) -> String {
    let mut table = String::from(
        "| product | enum | codes | read from | kind of source |\n| --- | --- | ---: | --- | --- |\n",
    );
    for product in &model.products {
        let source = &product.sources[0];
        let title = markdown(&source.title);
        let page = match &source.url {
            Some(url) => format!("[{title}]({url})"),
            None => title,
        };
        table.push_str(&format!(
            "| [{}](catalogs/{}.yaml) | `{}::{}` | {} | {page} | {} |\n",
            markdown(&product.title),
            product.id,
            product.id,
            product.enum_name,
            product.errors.len(),
            source.kind,
        ));
    }
    table
}
