//! The static tables of a product: rows, the slots that lead to them, and names.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::accessors::first_of_name;
use super::reasons;
use super::tokens::{date, guidance, ident, number, option, text, word};
use crate::lookup::{Lookup, Scheme};
use crate::model::{ErrorCode, Model, Product, Source};

/// All tables.
pub(super) fn tables(model: &Model, product: &Product) -> TokenStream {
    let name = ident(&product.enum_name);
    let category = ident(&product.category_enum);
    let sources = product.sources.iter().map(source);
    let source_count = product.sources.len();
    let rows = product
        .errors
        .iter()
        .map(|error| row(model, product, error));
    let count = product.errors.len();
    let slots = product.lookup.slots;
    let slot = slot(&product.lookup);
    let names = names(product);
    quote! {
        #slot

        /// The code in each slot. An empty slot holds the lowest code, whose own slot is another.
        static BY_SLOT: [#name; #slots] = {
            let mut table = [#name::ALL[0]; #slots];
            let mut at = 0;
            while at < #name::COUNT {
                let error = #name::ALL[at];
                table[slot(error as i32)] = error;
                at += 1;
            }
            table
        };

        /// The row in each slot.
        static ROW_BY_SLOT: [&crate::row::Row<#category>; #slots] = {
            let mut table = [&ROWS[0]; #slots];
            let mut at = 0;
            while at < #name::COUNT {
                table[slot(#name::ALL[at] as i32)] = &ROWS[at];
                at += 1;
            }
            table
        };

        static SOURCES: [crate::Source; #source_count] = [#(#sources),*];

        #names

        /// One row for each code, in the order of `ALL`.
        static ROWS: [crate::row::Row<#category>; #count] = [#(#rows),*];
    }
}

/// The function from a code to its slot.
fn slot(lookup: &Lookup) -> TokenStream {
    match &lookup.scheme {
        Scheme::Dense { first } => {
            let first = number(*first);
            quote! {
                /// Dense: the distance from the lowest code.
                const fn slot(code: i32) -> usize {
                    code.wrapping_sub(#first) as u32 as usize
                }
            }
        }
        Scheme::Multiply { multiplier, shift } => {
            let (multiplier, shift) = (
                Literal::u32_unsuffixed(*multiplier),
                Literal::u32_unsuffixed(*shift),
            );
            quote! {
                /// A perfect hash: the generator has found a multiplier without a collision.
                const fn slot(code: i32) -> usize {
                    ((code as u32).wrapping_mul(#multiplier) >> #shift) as usize
                }
            }
        }
        Scheme::Displace {
            multiplier,
            bucket_shift,
            low_shift,
            displace,
        } => {
            let multiplier = Literal::u64_unsuffixed(*multiplier);
            let [bucket_shift, low_shift] =
                [bucket_shift, low_shift].map(|shift| Literal::u32_unsuffixed(*shift));
            let buckets = displace.len();
            let displace = displace
                .iter()
                .map(|displace| Literal::u32_unsuffixed(*displace));
            let mask = lookup.slots - 1;
            quote! {
                /// A perfect hash: each bucket of colliding codes is shifted to free slots.
                const fn slot(code: i32) -> usize {
                    let product = (code as u32 as u64).wrapping_mul(#multiplier);
                    let low = (product >> #low_shift) as usize;
                    low.wrapping_add(DISPLACE[(product >> #bucket_shift) as usize] as usize) & #mask
                }

                static DISPLACE: [u32; #buckets] = [#(#displace),*];
            }
        }
    }
}

/// Names and aliases in order, each with its code.
fn names(product: &Product) -> TokenStream {
    let enum_name = ident(&product.enum_name);
    let mut names: Vec<(&str, &str)> = product
        .errors
        .iter()
        .flat_map(|error| {
            let own = (error.name.as_str(), first_of_name(product, error));
            let aliases = error
                .aliases
                .iter()
                .map(|alias| (alias.as_str(), error.variant.as_str()));
            std::iter::once(own).chain(aliases)
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    let count = names.len();
    let rows = names.into_iter().map(|(name, variant)| {
        let variant = ident(variant);
        quote!((#name, #enum_name::#variant))
    });
    quote! {
        /// Names and aliases, ordered for the search.
        static NAMES: [(&str, #enum_name); #count] = [#(#rows),*];
    }
}

fn source(source: &Source) -> TokenStream {
    let (id, title) = (&source.id, &source.title);
    let url = text(source.url.as_deref());
    let retrieved = date(source.retrieved);
    let kind = word(source.kind);
    quote! {
        crate::Source {
            id: #id,
            title: #title,
            url: #url,
            retrieved: #retrieved,
            kind: crate::SourceKind::#kind,
        }
    }
}

fn row(model: &Model, product: &Product, error: &ErrorCode) -> TokenStream {
    let (name, summary) = (&error.name, &error.summary);
    let category_enum = ident(&product.category_enum);
    let category = ident(&product.category_of(error).variant);
    let guidance = guidance(&error.guidance);
    let (causes, raised_by) = (&error.causes, &error.raised_by);
    let source = Literal::usize_unsuffixed(error.source);
    let more = more(model, product, error);
    quote! {
        crate::row::Row {
            name: #name,
            summary: #summary,
            category: #category_enum::#category,
            #guidance
            causes: &[#(#causes),*],
            raised_by: &[#(#raised_by),*],
            source: &SOURCES[#source],
            more: #more,
        }
    }
}

/// What few codes have; only what this one has is written out.
fn more(model: &Model, product: &Product, error: &ErrorCode) -> TokenStream {
    let mut fields: Vec<TokenStream> = Vec::new();
    if !error.aliases.is_empty() {
        let aliases = &error.aliases;
        fields.push(quote!(aliases: &[#(#aliases),*]));
    }
    if !error.carrier.is_empty() {
        let carrier = error.carrier.iter().map(|id| word(id));
        fields.push(quote!(carrier: &[#(crate::Carrier::#carrier),*]));
    }
    if !error.reasons.is_empty() {
        let table = reasons::table(error);
        fields.push(quote!(reasons: &#table));
    }
    if let Some(same) = error.same_as {
        let code = number(product.errors[same].code);
        fields.push(quote!(same_as: Some(#code)));
    }
    if error.effective.is_some() {
        let effective = date(error.effective);
        fields.push(quote!(effective: #effective));
    }
    if let Some(erratum) = &error.erratum {
        let erratum = option(Some(quote!(#erratum)));
        fields.push(quote!(erratum: #erratum));
    }
    if error.origin != "documented" {
        let origin = word(error.origin);
        fields.push(quote!(origin: crate::Origin::#origin));
    }
    if error.retired.is_some() {
        let retired = date(error.retired);
        fields.push(quote!(retired: #retired));
    }
    if !error.related.is_empty() {
        let related = error.related.iter().map(|&(other, at)| {
            let other = &model.products[other];
            let (variant, module, enum_name) = (
                ident(&other.variant),
                ident(&other.id),
                ident(&other.enum_name),
            );
            let code = ident(&other.errors[at].variant);
            quote!(crate::ZoomError::#variant(super::#module::#enum_name::#code))
        });
        fields.push(quote!(related: &[#(#related),*]));
    }
    if fields.is_empty() {
        return quote!(&crate::row::More::NONE);
    }
    quote!(&crate::row::More { #(#fields,)* ..crate::row::More::NONE })
}
