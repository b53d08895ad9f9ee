//! The static tables of a product: entries, and what they point into.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::tokens::{classification, date, error_value, ident, option, text, word};
use crate::model::{Entry, Key, Model, Operation, Product, Reason, ReasonKey, Source};
use crate::template;

/// All tables.
pub(super) fn tables(model: &Model, product: &Product) -> TokenStream {
    let mut tables = Tables::new(model);
    let codes: Vec<TokenStream> = product
        .errors
        .iter()
        .enumerate()
        .map(|(at, error)| tables.entry(at, error))
        .collect();
    let words = product.strings.iter().flat_map(|strings| &strings.entries);
    let words: Vec<TokenStream> = words
        .enumerate()
        .map(|(at, word)| tables.entry(at, word))
        .collect();
    let Tables {
        texts,
        reasons,
        responses,
        heads,
        calls,
        ..
    } = tables;
    let heads = Literal::byte_string(&heads);
    let variant = ident(&product.variant);
    let categories = match product.has_codes() {
        true => quote!(&CATEGORIES),
        false => quote!(&[]),
    };
    let ranges = match product.ranges.is_empty() {
        true => quote!(&[]),
        false => quote!(&RANGES),
    };
    let code_lists = product.has_codes().then(|| code_lists(product));
    let sources = product.sources.iter().map(source);
    let operations = product.operations.iter().enumerate().map(operation);
    let calls = calls.into_iter().map(Literal::usize_unsuffixed);
    let word_table = (!words.is_empty()).then(|| {
        let count = words.len();
        quote! {
            /// One entry for each word, in the source's order.
            static WORDS: [crate::Entry; #count] = [#(#words),*];
        }
    });
    let sizes = [
        codes.len(),
        texts.len(),
        reasons.len(),
        responses.len(),
        calls.len(),
        product.sources.len(),
        product.operations.len(),
    ];
    let [
        count,
        text_count,
        reason_count,
        response_count,
        call_count,
        source_count,
        operation_count,
    ] = sizes;
    quote! {
        #code_lists

        /// One entry for each code, in the order of `CODES`.
        static ENTRIES: [crate::Entry; #count] = [#(#codes),*];

        #word_table

        /// The reasons of each code behind those of the one before.
        static REASONS: [crate::Entry; #reason_count] = [#(#reasons),*];

        /// The responses of each code behind those of the one before.
        static RESPONSES: [crate::Response; #response_count] = [#(#responses),*];

        /// How the message of each begins, in one literal, which costs the compiler nothing.
        static HEADS: &[u8] = #heads;

        static CALLS: [u16; #call_count] = [#(#calls),*];

        pub(crate) static OPERATIONS: [crate::Operation; #operation_count] = [#(#operations),*];

        static SOURCES: [crate::Source; #source_count] = [#(#sources),*];

        static TEXTS: [&str; #text_count] = [#(#texts),*];

        static SPACE: crate::entry::Space = crate::entry::Space {
            product: crate::Product::#variant,
            texts: &TEXTS,
            sources: &SOURCES,
            categories: #categories,
            ranges: #ranges,
            entries: &ENTRIES,
            reasons: &REASONS,
            responses: &RESPONSES,
            heads: HEADS,
            calls: &CALLS,
            operations: &OPERATIONS,
        };
    }
}

fn code_lists(product: &Product) -> TokenStream {
    let name = ident(&product.enum_name);
    let count = product.errors.len();
    let variants: Vec<_> = product.errors.iter().map(|error| &error.variant).collect();
    let idents = variants.iter().map(|variant| ident(variant));
    quote! {
        /// Every code, ascending.
        static CODES: [#name; #count] = [#(#name::#idents),*];

        /// The variants' names, in the order of `CODES`.
        static VARIANTS: [&str; #count] = [#(#variants),*];
    }
}

/// The tables so far; what an entry has goes behind that of the entries before.
struct Tables<'a> {
    model: &'a Model,
    texts: Vec<&'a String>,
    reasons: Vec<TokenStream>,
    responses: Vec<TokenStream>,
    heads: Vec<u8>,
    calls: Vec<usize>,
}

impl<'a> Tables<'a> {
    fn new(model: &'a Model) -> Self {
        Self {
            model,
            texts: Vec::new(),
            reasons: Vec::new(),
            responses: Vec::new(),
            heads: Vec::new(),
            calls: Vec::new(),
        }
    }

    fn entry(&mut self, at: usize, error: &'a Entry) -> TokenStream {
        let key = match &error.key {
            Key::Code(code) => {
                let code = super::tokens::number(*code);
                quote!(Code(#code))
            }
            Key::Word(word) => quote!(Word(#word)),
        };
        let (name, summary) = (&error.name, &error.summary);
        let classification = classification(&error.guidance);
        let texts = self.texts([error.guidance.steps(), &error.causes, &error.raised_by]);
        let class = option(error.category.map(|class| {
            let class = Literal::usize_unsuffixed(class);
            quote!(#class)
        }));
        let [place, source] = [at, error.source].map(Literal::usize_unsuffixed);
        let more = self.more(at, error);
        quote! {
            crate::Entry {
                space: &SPACE,
                key: crate::entry::Key::#key,
                name: #name,
                summary: #summary,
                #classification
                place: #place,
                #texts
                source: #source,
                class: #class,
                more: #more,
            }
        }
    }

    /// The fields that say where the lists of an entry are.
    fn texts(&mut self, lists: [&'a [String]; 3]) -> TokenStream {
        let first = Literal::usize_unsuffixed(self.texts.len());
        self.texts.extend(lists.into_iter().flatten());
        let [steps, causes, raised_by] = lists.map(|list| Literal::usize_unsuffixed(list.len()));
        quote!(texts: #first, steps: #steps, causes: #causes, raised_by: #raised_by,)
    }

    /// What few entries have; only what this one has is written out.
    fn more(&mut self, at: usize, error: &'a Entry) -> TokenStream {
        let mut fields: Vec<TokenStream> = Vec::new();
        if !error.aliases.is_empty() {
            let aliases = &error.aliases;
            fields.push(quote!(aliases: &[#(#aliases),*]));
        }
        let first_reason = self.reasons.len();
        if !error.reasons.is_empty() {
            fields.push(part(&quote!(reasons), first_reason, error.reasons.len()));
            for reason in &error.reasons {
                let entry = self.reason(at, error, reason);
                self.reasons.push(entry);
            }
        }
        if !error.responses.is_empty() {
            fields.push(part(
                &quote!(responses),
                self.responses.len(),
                error.responses.len(),
            ));
            self.responses(at, error, first_reason);
        }
        if let Some(place) = error.same_as {
            let same = error_value(self.model, place);
            fields.push(quote!(same_as: Some(#same)));
        }
        if error.effective.is_some() {
            let effective = date(error.effective);
            fields.push(quote!(effective: #effective));
        }
        if let Some(erratum) = &error.erratum {
            fields.push(quote!(erratum: Some(#erratum)));
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
            let related = error
                .related
                .iter()
                .map(|place| error_value(self.model, *place));
            fields.push(quote!(related: &[#(#related),*]));
        }
        if fields.is_empty() {
            return quote!(&crate::entry::NOTHING_MORE);
        }
        quote!(&crate::entry::More { #(#fields,)* ..crate::entry::More::NONE })
    }

    fn reason(&mut self, parent: usize, error: &'a Entry, reason: &'a Reason) -> TokenStream {
        let key = match &reason.key {
            ReasonKey::Code(code) => {
                let code = super::tokens::number(*code);
                quote!(SubCode(#code))
            }
            ReasonKey::Message(fragment) => quote!(Fragment(#fragment)),
            ReasonKey::Responses => quote!(Responses),
        };
        let (name, summary, headers) = (&reason.name, &reason.summary, &reason.headers);
        let classification = classification(&reason.guidance);
        let texts = self.texts([reason.guidance.steps(), &[], &[]]);
        let numbers = [self.reasons.len(), error.source, parent];
        let [place, source, parent] = numbers.map(Literal::usize_unsuffixed);
        let headers = (!headers.is_empty()).then(|| quote!(headers: &[#(#headers),*],));
        quote! {
            crate::Entry {
                space: &SPACE,
                key: crate::entry::Key::#key,
                name: #name,
                summary: #summary,
                #classification
                place: #place,
                #texts
                source: #source,
                class: None,
                more: &crate::entry::More { #headers parent: Some(#parent), ..crate::entry::More::NONE },
            }
        }
    }

    fn responses(&mut self, at: usize, error: &Entry, first_reason: usize) {
        let word = error.word().is_some();
        let at = Literal::usize_unsuffixed(at);
        for response in &error.responses {
            let status = Literal::u16_unsuffixed(response.status);
            let (message, parts) = (&response.message.text, &response.message.parts);
            let given = parts.len() - parts.matches(template::ANY).count();
            let given = Literal::usize_unsuffixed(given);
            let reason = option(response.reason.map(|reason| {
                let place = Literal::usize_unsuffixed(first_reason + reason);
                quote!(#place)
            }));
            let on = part(&quote!(on), self.calls.len(), response.on.len());
            self.calls.extend(&response.on);
            self.heads.extend(response.message.head());
            self.responses.push(quote! {
                crate::Response {
                    space: &SPACE,
                    word: #word,
                    place: #at,
                    status: #status,
                    message: #message,
                    parts: #parts,
                    given: #given,
                    reason: #reason,
                    #on,
                }
            });
        }
    }
}

/// A field with a first place and a number.
fn part(field: &TokenStream, first: usize, count: usize) -> TokenStream {
    let [first, count] = [first, count].map(Literal::usize_unsuffixed);
    quote!(#field: (#first, #count))
}

fn operation((place, operation): (usize, &Operation)) -> TokenStream {
    let place = Literal::usize_unsuffixed(place);
    let call = &operation.call;
    let id = text(operation.id.as_deref());
    let (scopes, granular) = (operation.scopes.join(" "), operation.granular.join(" "));
    let limit = option(operation.limit.map(|limit| {
        let limit = word(limit);
        quote!(crate::Limit::#limit)
    }));
    let daily = text(operation.daily.as_deref());
    quote! {
        crate::Operation {
            space: &SPACE,
            place: #place,
            call: #call,
            id: #id,
            scopes: #scopes,
            granular: #granular,
            limit: #limit,
            daily: #daily,
        }
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
