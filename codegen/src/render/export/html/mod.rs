//! The reference page: one file that works from disk, without a network.
//!
//! The template holds every code as plain HTML, so the page reads without its script; the script
//! searches and filters what stands there. A content security policy lets only the style and the
//! script of this file run, both told by their digests, and lets nothing be fetched.

mod chart;
mod entry;
mod facets;
mod facts;
mod label;

use askama::Template;
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

use crate::model::Model;
use crate::render::markdown::spans;
use chart::Chart;
use entry::{Entry, Numbers};
use facets::Facet;
use label::label;

const STYLE: &str = include_str!("../../../../templates/reference/style.css");

/// One script in parts; each uses what stands in those before it.
const SCRIPT: &str = concat!(
    "\"use strict\";\n(() => {\n",
    include_str!("../../../../templates/reference/search.js"),
    include_str!("../../../../templates/reference/calls.js"),
    include_str!("../../../../templates/reference/recognise/pairs.js"),
    include_str!("../../../../templates/reference/recognise/records.js"),
    include_str!("../../../../templates/reference/recognise/fields.js"),
    include_str!("../../../../templates/reference/recognise/messages.js"),
    include_str!("../../../../templates/reference/recognise/scene.js"),
    include_str!("../../../../templates/reference/recognise/weigh.js"),
    include_str!("../../../../templates/reference/recognise/judge.js"),
    include_str!("../../../../templates/reference/filters.js"),
    include_str!("../../../../templates/reference/view.js"),
    include_str!("../../../../templates/reference/address.js"),
    include_str!("../../../../templates/reference/keys.js"),
    "})();\n"
);

/// askama escapes every value because the template's name ends in `.html`.
#[derive(Template)]
#[template(path = "reference/page.html", whitespace = "minimize")]
struct Page<'a> {
    version: &'a str,
    style: &'static str,
    script: &'static str,
    policy: String,
    products: usize,
    facets: Vec<Facet>,
    charts: [Chart; 2],
    entries: Vec<Entry<'a>>,
    ranges: Vec<Numbers<'a>>,
    /// What the script reads.
    facts: String,
}

/// The page, with all codes ordered by product and code.
///
/// # Errors
/// If the template cannot be filled, which is a fault of the renderer.
pub fn html(model: &Model, version: &str) -> Result<String, String> {
    let mut entries = entry::all(model);
    let facets = facets::all(model, &entries);
    for entry in &mut entries {
        entry.choices = facets::places(&facets, entry);
    }
    let page = Page {
        version,
        style: STYLE,
        script: SCRIPT,
        policy: policy(),
        products: model.products.len(),
        facets,
        charts: [chart::actors(&entries), chart::kinds(&entries)],
        entries,
        ranges: entry::ranges(model),
        facts: facts::json(model),
    };
    let page = page.render();
    let page = page.map_err(|error| format!("reference page: {error}"))?;
    Ok(page + "\n")
}

/// Lets this style, this script and the icon in the page through, and nothing else.
fn policy() -> String {
    format!(
        "default-src 'none'; script-src {}; style-src {}; img-src data:; base-uri 'none'; \
         form-action 'none'",
        source(SCRIPT),
        source(STYLE)
    )
}

/// How a policy names an inline text.
fn source(text: &str) -> String {
    let digest = BASE64_STANDARD.encode(Sha256::digest(text));
    format!("'sha256-{digest}'")
}
