//! `cargo xtask coverage`

use zoom_errors_codegen::Model;
use zoom_errors_codegen::model::Product;

use crate::catalogs;
use crate::outcome::Outcome;
use crate::output::print;
use crate::repo::Repo;

pub(crate) fn run(repo: &Repo) -> Result<Outcome, String> {
    let Some(model) = catalogs::model(repo)? else {
        return Ok(Outcome::Found);
    };
    print(&table(&model))?;
    Ok(Outcome::Fine)
}

/// One product space: its title, and its catalog if it has one.
type Space<'a> = (&'a str, Option<&'a Product>);

/// Product spaces by group, then catalogs that `products.yaml` does not name.
fn table(model: &Model) -> String {
    let mut groups: Vec<(&str, Vec<Space<'_>>)> = Vec::new();
    for group in &model.groups {
        let spaces = model
            .spaces
            .iter()
            .filter(|space| space.group.as_deref() == Some(&group.id));
        let catalog = |id: &str| model.products.iter().find(|product| product.id == id);
        groups.push((
            &group.title,
            spaces
                .map(|space| (space.title.as_str(), catalog(&space.id)))
                .collect(),
        ));
    }
    let listed = |product: &&Product| model.spaces.iter().any(|space| space.id == product.id);
    let unlisted: Vec<Space<'_>> = model
        .products
        .iter()
        .filter(|product| !listed(product))
        .map(|product| (product.title.as_str(), Some(product)))
        .collect();
    if !unlisted.is_empty() {
        groups.push(("Not in products.yaml", unlisted));
    }

    let titles = groups.iter().flat_map(|(_, spaces)| spaces);
    let width = titles
        .map(|(title, _)| title.chars().count())
        .max()
        .unwrap_or(0);
    let mut text = String::new();
    for (group, spaces) in &groups {
        text.push_str(&format!("{group}\n"));
        for (title, product) in spaces {
            let facts = product.map_or_else(|| "-".to_owned(), facts);
            text.push_str(&format!("  {title:width$}  {facts}\n"));
        }
    }
    let spaces = || groups.iter().flat_map(|(_, spaces)| spaces);
    let with = spaces().filter(|(_, product)| product.is_some()).count();
    text.push_str(&format!(
        "{with} of {} product spaces have a catalog\n",
        spaces().count()
    ));
    text
}

fn facts(product: &Product) -> String {
    let advised = product
        .errors
        .iter()
        .filter_map(|error| error.guidance.advice.as_ref());
    let (mut documented, mut all) = (0, 0);
    for advice in advised {
        all += 1;
        documented += usize::from(advice.given_by == "documented");
    }
    let kind = product.sources[0].kind;
    format!(
        "{:4} codes, advice documented for {documented} of {all}, source: {kind}",
        product.errors.len()
    )
}
