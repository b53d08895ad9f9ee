//! The static tables of a product: entries, and what they point into.

use std::borrow::Cow;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::attributes;
use super::row::{Row, layout};
use super::tokens::{date, error_value, ident, option, text, word};
use crate::model::{Entry, Key, Model, Operation, Product, Reason, ReasonKey, Source};

/// All tables.
pub(super) fn tables(model: &Model, product: &Product) -> TokenStream {
    let mut tables = Tables::new(model);
    let codes: Vec<Literal> = (product.errors.iter().enumerate())
        .map(|(at, error)| tables.entry(at, error))
        .collect();
    let words = product.strings.iter().flat_map(|strings| &strings.entries);
    let words: Vec<Literal> = (words.enumerate())
        .map(|(at, word)| tables.entry(at, word))
        .collect();
    let Tables {
        texts,
        reasons,
        responses,
        heads,
        calls,
        related,
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
        entries(
            "One entry for each word, in the source's order.",
            &quote!(WORDS),
            &words,
        )
    });
    let codes = entries(
        "One entry for each code, in the order of `CODES`.",
        &quote!(ENTRIES),
        &codes,
    );
    let reasons = entries(
        "The reasons of each code behind those of the one before.",
        &quote!(REASONS),
        &reasons,
    );
    let sizes = [
        texts.len(),
        responses.len(),
        calls.len(),
        related.len(),
        product.sources.len(),
        product.operations.len(),
    ];
    let [
        text_count,
        response_count,
        call_count,
        related_count,
        source_count,
        operation_count,
    ] = sizes;
    quote! {
        #code_lists

        #codes

        #word_table

        #reasons

        /// The responses of each code behind those of the one before.
        static RESPONSES: [crate::Response; #response_count] = [#(#responses),*];

        /// How the message of each begins, in one literal, which costs the compiler nothing.
        static HEADS: &[u8] = #heads;

        static CALLS: [u16; #call_count] = [#(#calls),*];

        pub(crate) static OPERATIONS: [crate::Operation; #operation_count] = [#(#operations),*];

        static SOURCES: [crate::Source; #source_count] = [#(#sources),*];

        static TEXTS: [&str; #text_count] = [#(#texts),*];

        static RELATED: [crate::ZoomError; #related_count] = [#(#related),*];

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
            related: &RELATED,
        };
    }
}

/// A table of entries.
fn entries(doc: &str, name: &TokenStream, rows: &[Literal]) -> TokenStream {
    let doc = attributes(&[doc]);
    let count = rows.len();
    quote! {
        #doc
        static #name: [crate::Entry; #count] = [#(crate::Entry { space: &SPACE, row: *#rows }),*];
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
    texts: Vec<Cow<'a, str>>,
    reasons: Vec<Literal>,
    responses: Vec<TokenStream>,
    heads: Vec<u8>,
    calls: Vec<usize>,
    related: Vec<TokenStream>,
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
            related: Vec::new(),
        }
    }

    fn entry(&mut self, at: usize, error: &'a Entry) -> Literal {
        let (sort, number, told) = match &error.key {
            Key::Code(code) => (layout::CODE, Some(*code), None),
            Key::Word(word) => (layout::WORD, None, Some(word.as_str())),
        };
        let mut row = Row::new(sort);
        row.guidance(&error.guidance);
        row.origin(error.origin);
        row.place(layout::PLACE, at);
        match error.category {
            Some(class) => row.place(layout::UNDER, class),
            None => row.number(layout::UNDER, layout::NONE),
        }
        row.place(layout::SOURCE, error.source);
        row.date(layout::EFFECTIVE, error.effective);
        row.date(layout::RETIRED, error.retired);
        self.texts(
            &mut row,
            number,
            (&error.name, &error.summary),
            [
                &error.aliases,
                error.guidance.steps(),
                &error.causes,
                &error.raised_by,
                &[],
            ],
            [error.erratum.as_deref(), told],
        );
        let first_reason = self.reasons.len();
        row.part(layout::REASONS, first_reason, error.reasons.len());
        for reason in &error.reasons {
            let reason = self.reason(at, error, reason);
            self.reasons.push(reason);
        }
        row.part(layout::ANSWERS, self.responses.len(), error.responses.len());
        self.responses(at, error, first_reason);
        let related: Vec<_> = error.same_as.iter().chain(&error.related).collect();
        row.byte(layout::SAME, error.same_as.is_some().into());
        row.part(layout::RELATED, self.related.len(), related.len());
        let related = related
            .into_iter()
            .map(|place| error_value(self.model, *place));
        self.related.extend(related);
        row.literal()
    }

    /// All texts of an entry. Name and summary are its line; lists and single texts follow in the
    /// order of the layout.
    fn texts(
        &mut self,
        row: &mut Row,
        number: Option<i32>,
        (name, summary): (&'a str, &'a str),
        lists: [&'a [String]; 5],
        [erratum, told]: [Option<&'a str>; 2],
    ) {
        let mut line = match number {
            Some(number) => format!("{name} ({number}): "),
            None => format!("{name}: "),
        };
        row.number(layout::NUMBER, number.unwrap_or_default().cast_unsigned());
        row.place(layout::TEXTS, self.texts.len());
        row.place(layout::SUMMARY, line.len());
        row.byte(layout::ERRATUM, erratum.is_some().into());
        line.push_str(summary);
        self.texts.extend([line.into(), name.into()]);
        for (list, at) in lists.into_iter().zip(layout::LISTS) {
            row.place(at, list.len());
            self.texts
                .extend(list.iter().map(|text| text.as_str().into()));
        }
        self.texts
            .extend([erratum, told].into_iter().flatten().map(Cow::from));
    }

    fn reason(&mut self, parent: usize, error: &'a Entry, reason: &'a Reason) -> Literal {
        let (sort, number, told) = match &reason.key {
            ReasonKey::Code(code) => (layout::SUB_CODE, Some(*code), None),
            ReasonKey::Message(fragment) => (layout::FRAGMENT, None, Some(fragment.as_str())),
            ReasonKey::Responses => (layout::RESPONSES, None, None),
        };
        let mut row = Row::new(sort);
        row.guidance(&reason.guidance);
        row.place(layout::PLACE, self.reasons.len());
        row.place(layout::UNDER, parent);
        row.place(layout::SOURCE, error.source);
        let lists = [&[], reason.guidance.steps(), &[], &[], &reason.headers];
        let names = (reason.name.as_str(), reason.summary.as_str());
        self.texts(&mut row, number, names, lists, [None, told]);
        row.literal()
    }

    fn responses(&mut self, at: usize, error: &Entry, first_reason: usize) {
        let word = error.word().is_some();
        let at = Literal::usize_unsuffixed(at);
        for response in &error.responses {
            let status = Literal::u16_unsuffixed(response.status);
            let (message, parts) = (&response.message.text, &response.message.parts);
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
