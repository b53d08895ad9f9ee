//! The operations of all products as a tree of path segments, and what their labels allow.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::lookups::slot_bytes;
use super::tokens::{ident, module as module_path, option, word};
use crate::lookup::open;
use crate::model::{Model, Product, Rate};

/// The whole module.
pub(super) fn module(model: &Model) -> TokenStream {
    let products: Vec<&Product> = model
        .products
        .iter()
        .filter(|product| !product.operations.is_empty())
        .collect();
    let tables = products.iter().map(|product| {
        let module = module_path(product);
        quote!(&#module::OPERATIONS)
    });
    let mut flat = Flat::default();
    flat.branch(&products, &Branch::of(&products));
    let Flat {
        nodes,
        literals,
        hashes,
        ends,
    } = flat;
    let slots = slot_bytes(hashes.into_iter());
    let nodes: Vec<TokenStream> = nodes.into_iter().flatten().collect();
    let rates = model.rates.iter().map(|one| rate(model, one));
    let [node_count, literal_count, end_count] = [nodes.len(), literals.len(), ends.len()];
    let rate_count = model.rates.len();
    quote! {
        //! From a method and a path to an operation.

        /// The operations of each product, ordered by call.
        pub(crate) static OPERATIONS: &[&[crate::Operation]] = &[#(#tables),*];

        /// The first is the root.
        pub(crate) static NODES: [crate::operation::Node; #node_count] = [#(#nodes),*];

        /// The named segments below each node, with the nodes that they lead to.
        pub(crate) static LITERALS: [(&str, u16); #literal_count] = [#(#literals),*];

        /// The segments under their hashes, each mixed with the place of the first one beside it.
        pub(crate) static SEGMENTS: crate::slots::Slots = crate::slots::Slots(#slots);

        /// The operations that end at each node: the place of the product's in `OPERATIONS`, and the
        /// operation's place there.
        pub(crate) static ENDS: [(u8, u16); #end_count] = [#(#ends),*];

        pub(crate) static RATES: [crate::Rate; #rate_count] = [#(#rates),*];
    }
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
struct Flat {
    /// A node gets its place before those below it, and its text after them.
    nodes: Vec<Option<TokenStream>>,
    literals: Vec<TokenStream>,
    hashes: Vec<u64>,
    ends: Vec<TokenStream>,
}

impl Flat {
    fn branch(&mut self, products: &[&Product], branch: &Branch<'_>) -> usize {
        let place = self.nodes.len();
        self.nodes.push(None);
        let below: Vec<(&str, usize)> = branch
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
            let place = Literal::usize_unsuffixed(*place);
            self.literals.push(quote!((#segment, #place)));
        }
        for (product, at) in &branch.ends {
            let [product, at] = [*product, *at].map(Literal::usize_unsuffixed);
            self.ends.push(quote!((#product, #at)));
        }
        let only = match branch.products.len() {
            1 => branch.products.first(),
            _ => None,
        };
        let product = option(only.map(|product| {
            let variant = ident(&products[*product].variant);
            quote!(crate::Product::#variant)
        }));
        let numbers = [
            first_literal,
            below.len(),
            any,
            first_end,
            branch.ends.len(),
        ];
        let [first_literal, literals, any, first_end, ends] =
            numbers.map(Literal::usize_unsuffixed);
        self.nodes[place] = Some(quote! {
            crate::operation::Node {
                literals: (#first_literal, #literals),
                any: #any,
                ends: (#first_end, #ends),
                product: #product,
            }
        });
        place
    }
}

fn rate(model: &Model, rate: &Rate) -> TokenStream {
    let product = option(rate.product.map(|product| {
        let variant = ident(&model.products[product].variant);
        quote!(crate::Product::#variant)
    }));
    let [label, plan, per] = [rate.label, rate.plan, rate.per].map(word);
    let calls = Literal::u32_unsuffixed(rate.calls);
    let daily = option(rate.daily.map(|daily| {
        let daily = Literal::u32_unsuffixed(daily);
        quote!(#daily)
    }));
    let pooled = rate.pooled;
    quote! {
        crate::Rate {
            product: #product,
            label: crate::Limit::#label,
            plan: crate::Plan::#plan,
            calls: #calls,
            per: crate::Period::#per,
            daily: #daily,
            pooled: #pooled,
        }
    }
}
