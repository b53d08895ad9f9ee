//! The static tables of a product: entries, and what they point into.

use std::borrow::Cow;

use super::row::{Row, layout};
use super::text::{Text, bytes, date, error_value, variant};
use crate::model::{Entry, Key, Model, Operation, Product, Reason, ReasonKey, Source};
use crate::template;

/// All tables.
pub(super) fn write(model: &Model, product: &Product, out: &mut Text) {
    let mut lists = Lists::new(model);
    let codes: Vec<String> = (product.errors.iter().enumerate())
        .map(|(at, error)| lists.entry(at, error))
        .collect();
    let words = product.strings.iter().flat_map(|strings| &strings.entries);
    let words: Vec<String> = (words.enumerate())
        .map(|(at, word)| lists.entry(at, word))
        .collect();
    if product.has_codes() {
        let name = &product.enum_name;
        let variants = || product.errors.iter().map(|error| &error.variant);
        out.list(
            &["Every code, ascending."],
            "static CODES",
            name,
            variants().map(|variant| format!("{name}::{variant}")),
        );
        out.list(
            &["The variants' names, in the order of `CODES`."],
            "static VARIANTS",
            "&str",
            variants().map(|variant| format!("{variant:?}")),
        );
    }
    out.list(
        &["One entry for each code, in the order of `CODES`."],
        "static ENTRIES",
        "crate::Entry",
        codes,
    );
    if !words.is_empty() {
        out.list(
            &["One entry for each word, in the source's order."],
            "static WORDS",
            "crate::Entry",
            words,
        );
    }
    let behind = "of each code behind those of the one before.";
    out.list(
        &[&format!("The reasons {behind}")],
        "static REASONS",
        "crate::Entry",
        lists.reasons,
    );
    out.list(
        &[&format!("The responses {behind}")],
        "static RESPONSES",
        "crate::Response",
        lists.responses,
    );
    out.item(
        &["How the message of each begins, in one literal, which costs the compiler nothing."],
        &format!("static HEADS: &[u8] = {};", bytes(&lists.heads)),
    );
    out.dense(&[], "static CALLS", "u16", lists.calls);
    out.list(
        &[],
        "pub(crate) static OPERATIONS",
        "crate::Operation",
        product.operations.iter().enumerate().map(operation),
    );
    out.list(
        &[],
        "static SOURCES",
        "crate::Source",
        product.sources.iter().map(source),
    );
    out.list(
        &[],
        "static TEXTS",
        "&str",
        lists.texts.iter().map(|text| format!("{text:?}")),
    );
    out.list(&[], "static RELATED", "crate::ZoomError", lists.related);
    let categories = if product.has_codes() {
        "CATEGORIES"
    } else {
        "[]"
    };
    let ranges = if product.ranges.is_empty() {
        "[]"
    } else {
        "RANGES"
    };
    let variant = &product.variant;
    out.item(
        &[],
        &format!(
            "static SPACE: crate::entry::Space = crate::entry::Space {{
    product: crate::Product::{variant},
    texts: &TEXTS,
    sources: &SOURCES,
    categories: &{categories},
    ranges: &{ranges},
    entries: &ENTRIES,
    reasons: &REASONS,
    responses: &RESPONSES,
    heads: HEADS,
    calls: &CALLS,
    operations: &OPERATIONS,
    related: &RELATED,
}};"
        ),
    );
}

/// The lists so far; what an entry has goes behind that of the entries before.
struct Lists<'a> {
    model: &'a Model,
    texts: Vec<Cow<'a, str>>,
    reasons: Vec<String>,
    responses: Vec<String>,
    /// The heads of the messages.
    heads: Vec<u8>,
    calls: Vec<usize>,
    related: Vec<String>,
}

impl<'a> Lists<'a> {
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

    fn entry(&mut self, at: usize, error: &'a Entry) -> String {
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
            .map(|place| self.model.at(*place))
            .map(|(product, error)| error_value(product, error));
        self.related.extend(related);
        entry(&row)
    }

    /// All texts of an entry, in the order of the layout.
    fn texts(
        &mut self,
        row: &mut Row,
        number: Option<i32>,
        (name, summary): (&'a str, &'a str),
        lists: [&'a [String]; 5],
        [erratum, told]: [Option<&'a str>; 2],
    ) {
        let line = match number {
            Some(number) => format!("{name} ({number}): {summary}"),
            None => format!("{name}: {summary}"),
        };
        row.number(layout::NUMBER, number.unwrap_or_default().cast_unsigned());
        row.place(layout::TEXTS, self.texts.len());
        row.byte(layout::ERRATUM, erratum.is_some().into());
        let single: [Cow<'_, str>; layout::SINGLE] = [line.into(), summary.into(), name.into()];
        self.texts.extend(single);
        for (list, at) in lists.into_iter().zip(layout::LISTS) {
            row.place(at, list.len());
            self.texts
                .extend(list.iter().map(|text| text.as_str().into()));
        }
        self.texts
            .extend([erratum, told].into_iter().flatten().map(Cow::from));
    }

    fn reason(&mut self, parent: usize, error: &'a Entry, reason: &'a Reason) -> String {
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
        entry(&row)
    }

    fn responses(&mut self, at: usize, error: &Entry, first_reason: usize) {
        let word = error.word().is_some();
        for response in &error.responses {
            let status = response.status;
            let (message, parts) = (&response.message.text, &response.message.parts);
            let given = parts.len() - parts.matches(template::ANY).count();
            let reason = response.reason.map(|reason| first_reason + reason);
            let on = (self.calls.len(), response.on.len());
            self.calls.extend(&response.on);
            self.heads.extend(response.message.head());
            self.responses.push(format!(
                "crate::Response {{ space: &SPACE, word: {word}, place: {at}, status: {status}, \
                 message: {message:?}, parts: {parts:?}, given: {given}, reason: {reason:?}, on: {on:?} }}"
            ));
        }
    }
}

/// An entry by its row.
fn entry(row: &Row) -> String {
    format!("crate::Entry {{ space: &SPACE, row: *{} }}", row.literal())
}

fn operation((place, operation): (usize, &Operation)) -> String {
    let (call, id, daily) = (&operation.call, &operation.id, &operation.daily);
    let (scopes, granular) = (operation.scopes.join(" "), operation.granular.join(" "));
    let limit = operation.limit.map_or("None".to_owned(), |limit| {
        format!("Some({})", variant("Limit", limit))
    });
    format!(
        "crate::Operation {{ space: &SPACE, place: {place}, call: {call:?}, id: {id:?}, \
         scopes: {scopes:?}, granular: {granular:?}, limit: {limit}, daily: {daily:?} }}"
    )
}

fn source(source: &Source) -> String {
    let (id, title, url) = (&source.id, &source.title, &source.url);
    let retrieved = date(source.retrieved);
    let kind = variant("SourceKind", source.kind);
    format!(
        "crate::Source {{ id: {id:?}, title: {title:?}, url: {url:?}, retrieved: {retrieved}, \
         kind: {kind} }}"
    )
}
