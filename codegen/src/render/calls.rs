//! The operations of all products as a tree of path segments, and what their labels allow.

use std::collections::{BTreeMap, BTreeSet};

use super::lookups::slot_bytes;
use super::text::{Text, some, variant};
use crate::lookup::open;
use crate::model::{Model, Product, Rate};

/// The whole module.
pub(super) fn module(model: &Model) -> Text {
    let mut out = Text::default();
    let products: Vec<&Product> = model
        .products
        .iter()
        .filter(|product| !product.operations.is_empty())
        .collect();
    let mut flat = Flat::default();
    flat.branch(&products, &Branch::of(&products));
    out.inner_docs(&["From a method and a path to an operation."]);
    out.list(
        &["The operations of each product, ordered by call."],
        "pub(crate) static OPERATIONS",
        "&[crate::Operation]",
        products
            .iter()
            .map(|product| format!("&crate::{}::OPERATIONS", product.module())),
    );
    out.list(
        &["The first is the root."],
        "pub(crate) static NODES",
        "crate::operation::Node",
        flat.nodes,
    );
    out.list(
        &["The named segments below each node, with the nodes that they lead to."],
        "pub(crate) static LITERALS",
        "(&str, u16)",
        flat.literals.iter().map(|literal| format!("{literal:?}")),
    );
    let slots = slot_bytes(flat.hashes.into_iter());
    out.item(
        &["The segments under their hashes, each mixed with the place of the first one beside it."],
        &format!("pub(crate) static SEGMENTS: crate::slots::Slots = crate::slots::Slots({slots});"),
    );
    out.dense(
        &[
            "The operations that end at each node: the place of the product's in `OPERATIONS`, and the",
            "operation's place there.",
        ],
        "pub(crate) static ENDS",
        "(u8, u16)",
        flat.ends.iter().map(|end| format!("{end:?}")),
    );
    out.list(
        &[],
        "pub(crate) static RATES",
        "crate::Rate",
        model.rates.iter().map(|one| rate(model, one)),
    );
    out
}

/// All paths that begin with the same segments.
#[derive(Default)]
struct Branch<'a> {
    literals: BTreeMap<&'a str, Branch<'a>>,
    /// Below a placeholder.
    any: Option<Box<Branch<'a>>>,
    /// Place of the product, and place there, of the operations that end here.
    ends: Vec<(usize, usize)>,
    /// The products of all that is below.
    products: BTreeSet<usize>,
}

impl<'a> Branch<'a> {
    fn of(products: &[&'a Product]) -> Branch<'a> {
        let mut root = Branch::default();
        for (product, of) in products.iter().enumerate() {
            for (at, operation) in of.operations.iter().enumerate() {
                let path = operation.call.split_once('/').map_or("", |(_, path)| path);
                let mut branch = &mut root;
                for segment in path.split('/') {
                    branch = match segment.starts_with('{') {
                        true => branch.any.get_or_insert_default(),
                        false => branch.literals.entry(segment).or_default(),
                    };
                    branch.products.insert(product);
                }
                branch.ends.push((product, at));
            }
        }
        root
    }
}

/// The tables that the tree is laid out in.
#[derive(Default)]
struct Flat<'a> {
    /// A node gets its place before those below it, and its text after them.
    nodes: Vec<String>,
    literals: Vec<(&'a str, usize)>,
    hashes: Vec<u64>,
    ends: Vec<(usize, usize)>,
}

impl<'a> Flat<'a> {
    fn branch(&mut self, products: &[&Product], branch: &Branch<'a>) -> usize {
        let place = self.nodes.len();
        self.nodes.push(String::new());
        let below: Vec<(&'a str, usize)> = branch
            .literals
            .iter()
            .map(|(segment, below)| (*segment, self.branch(products, below)))
            .collect();
        let any = branch
            .any
            .as_ref()
            .map_or(0, |any| self.branch(products, any));
        let (first_literal, first_end) = (self.literals.len(), self.ends.len());
        for (segment, place) in &below {
            let among = u16::try_from(first_literal).unwrap_or(u16::MAX);
            self.hashes.push(open::segment(among, segment.as_bytes()));
            self.literals.push((segment, *place));
        }
        self.ends.extend(&branch.ends);
        let only = match branch.products.len() {
            1 => branch.products.first(),
            _ => None,
        };
        let product =
            some(only.map(|product| format!("crate::Product::{}", products[*product].variant)));
        self.nodes[place] = format!(
            "crate::operation::Node {{ literals: ({first_literal}, {}), any: {any}, \
             ends: ({first_end}, {}), product: {product} }}",
            below.len(),
            branch.ends.len(),
        );
        place
    }
}

fn rate(model: &Model, rate: &Rate) -> String {
    let product = rate.product.map(|product| &model.products[product].variant);
    let product = some(product.map(|product| format!("crate::Product::{product}")));
    let label = variant("Limit", rate.label);
    let plan = variant("Plan", rate.plan);
    let per = variant("Period", rate.per);
    let Rate {
        calls,
        daily,
        pooled,
        ..
    } = rate;
    format!(
        "crate::Rate {{ product: {product}, label: {label}, plan: {plan}, calls: {calls}, \
         per: {per}, daily: {daily:?}, pooled: {pooled} }}"
    )
}
