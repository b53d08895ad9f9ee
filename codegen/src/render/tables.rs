//! The static tables of a product: rows, texts, sources and variants.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::reasons;
use super::tokens::{classification, date, ident, option, text, word};
use crate::model::{ErrorCode, Model, Product, Source};

/// All tables.
pub(super) fn tables(model: &Model, product: &Product) -> TokenStream {
    let category = ident(&product.category_enum);
    let sources = product.sources.iter().map(source);
    let source_count = product.sources.len();
    let count = product.errors.len();
    let name = ident(&product.enum_name);
    let variants: Vec<_> = product.errors.iter().map(|error| &error.variant).collect();
    let codes = variants.iter().map(|variant| ident(variant));
    let mut texts = Vec::new();
    let rows: Vec<TokenStream> = product
        .errors
        .iter()
        .map(|error| row(model, product, error, &mut texts))
        .collect();
    let text_count = texts.len();
    quote! {
        /// Every code, ascending.
        static CODES: [#name; #count] = [#(#name::#codes),*];

        static SOURCES: [crate::Source; #source_count] = [#(#sources),*];

        /// The variants' names, in the order of `CODES`.
        static VARIANTS: [&str; #count] = [#(#variants),*];

        /// One row for each code, in the order of `CODES`.
        static ROWS: [crate::row::Row<#category>; #count] = [#(#rows),*];

        /// The steps, causes and methods of each row, one after the other. In one table they take
        /// the compiler half the time that lists inside of the rows take.
        static TEXTS: [&str; #text_count] = [#(#texts),*];
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

/// One row; its lists go behind those of the rows before.
fn row<'a>(
    model: &Model,
    product: &Product,
    error: &'a ErrorCode,
    texts: &mut Vec<&'a String>,
) -> TokenStream {
    let (name, summary) = (&error.name, &error.summary);
    let category_enum = ident(&product.category_enum);
    let category = ident(&product.category_of(error).variant);
    let classification = classification(&error.guidance);
    let source = Literal::usize_unsuffixed(error.source);
    let more = more(model, error);
    let first = Literal::usize_unsuffixed(texts.len());
    let lists = [error.guidance.steps(), &error.causes, &error.raised_by];
    texts.extend(lists.into_iter().flatten());
    let [steps, causes, raised_by] = lists.map(|list| Literal::usize_unsuffixed(list.len()));
    quote! {
        crate::row::Row {
            name: #name,
            summary: #summary,
            category: #category_enum::#category,
            #classification
            texts: #first,
            steps: #steps,
            causes: #causes,
            raised_by: #raised_by,
            source: #source,
            more: #more,
        }
    }
}

/// What few codes have; only what this one has is written out.
fn more(model: &Model, error: &ErrorCode) -> TokenStream {
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
        let place = Literal::usize_unsuffixed(same);
        fields.push(quote!(same_as: Some(#place)));
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
        return quote!(&crate::row::NOTHING_MORE);
    }
    quote!(&crate::row::More { #(#fields,)* ..crate::row::More::NONE })
}
