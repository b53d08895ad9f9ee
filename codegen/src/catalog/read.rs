//! Puts the values that fit together into the types of a catalog.

use super::decode::{Fields, decode};
use super::form::{code_link, target};
use super::{
    Advice, Catalog, Class, Entry, Exception, Group, Operation, Operations, Payload, PayloadText,
    Rate, Rates, Reason, Response, Source, Space, Spaces, Strings, Target, Text, keys, yaml,
};
use crate::load::MAX_PROBLEMS;
use crate::problem::Problem;
use crate::source::{SourceFile, Spanned};

/// Reads a catalog; `None` if the file is no YAML mapping at all, or has more than `most` problems.
pub(crate) fn read(
    source: &SourceFile,
    file: usize,
    problems: &mut Vec<Problem>,
    most: usize,
) -> Option<Catalog> {
    let root = yaml::parse(source, file, problems)?;
    let mut fields = decode(&root, &keys::CATALOG, problems, most)?;
    let mut product = fields.object("product");
    let stated = product
        .as_ref()
        .map(|product| (product.span, product.stated.clone()));
    let mut take = |key| product.as_mut().and_then(|product| product.text(key));
    Some(Catalog {
        folder: source.folder().map(str::to_owned),
        span: fields.span,
        stated: fields.stated.clone(),
        product: stated,
        id: take("id"),
        title: take("title"),
        enum_name: take("enum"),
        group: take("group"),
        strip_prefix: take("strip_prefix"),
        sources: fields
            .objects("sources")
            .into_iter()
            .map(read_source)
            .collect(),
        ranges: fields
            .objects("ranges")
            .into_iter()
            .map(read_class)
            .collect(),
        categories: fields
            .objects("categories")
            .into_iter()
            .map(read_class)
            .collect(),
        errors: fields.objects("errors").into_iter().map(entry).collect(),
        strings: fields.object("strings").map(strings),
        payload: fields.object("payload").map(payload),
    })
}

/// Reads the operations of a product.
pub(crate) fn read_operations(
    source: &SourceFile,
    file: usize,
    problems: &mut Vec<Problem>,
) -> Option<Operations> {
    let root = yaml::parse(source, file, problems)?;
    let mut fields = decode(&root, &keys::OPERATIONS, problems, MAX_PROBLEMS)?;
    let operation = |mut fields: Fields| Operation {
        call: fields.text("call"),
        id: fields.text("id"),
        limit: fields.choice("limit"),
        scopes: fields.texts("scopes"),
        granular: fields.texts("granular"),
        daily: fields.text("daily"),
    };
    Some(Operations {
        product: fields.text("product"),
        operations: fields
            .objects("operations")
            .into_iter()
            .map(operation)
            .collect(),
    })
}

/// Reads what the rate-limit labels allow.
pub(crate) fn read_rates(
    source: &SourceFile,
    file: usize,
    problems: &mut Vec<Problem>,
) -> Option<Rates> {
    let root = yaml::parse(source, file, problems)?;
    let mut fields = decode(&root, &keys::RATES, problems, MAX_PROBLEMS)?;
    let rate = |mut fields: Fields| Rate {
        span: fields.span,
        product: fields.text("product"),
        label: fields.choice("label"),
        plan: fields.choice("plan"),
        calls: fields.number("calls"),
        per: fields.choice("per"),
        daily: fields.number("daily"),
        pooled: fields.number("pooled"),
    };
    Some(Rates {
        rates: fields.objects("rates").into_iter().map(rate).collect(),
    })
}

/// Reads `products.yaml`.
pub(crate) fn read_spaces(
    source: &SourceFile,
    file: usize,
    problems: &mut Vec<Problem>,
) -> Option<Spaces> {
    let root = yaml::parse(source, file, problems)?;
    let mut fields = decode(&root, &keys::SPACES, problems, MAX_PROBLEMS)?;
    let group = |mut fields: Fields| Group {
        id: fields.text("id"),
        title: fields.text("title"),
        payload: fields.object("payload").map(payload),
    };
    let space = |mut fields: Fields| Space {
        id: fields.text("id"),
        title: fields.text("title"),
        group: fields.text("group"),
        docs: fields.text("docs"),
    };
    Some(Spaces {
        groups: fields.objects("groups").into_iter().map(group).collect(),
        products: fields.objects("products").into_iter().map(space).collect(),
    })
}

fn payload(mut fields: Fields) -> Payload {
    let text = |mut fields: Fields| PayloadText {
        code: fields.number("code"),
        text: fields.text("text"),
    };
    Payload {
        codes: fields.texts("codes"),
        beside: fields.texts("beside"),
        words: fields.texts("words"),
        texts: fields.objects("texts").into_iter().map(text).collect(),
    }
}

fn read_source(mut fields: Fields) -> Source {
    Source {
        id: fields.text("id"),
        title: fields.text("title"),
        url: fields.text("url"),
        retrieved: fields.date("retrieved"),
        kind: fields.choice("kind"),
    }
}

fn read_class(mut fields: Fields) -> Class {
    Class {
        span: fields.span,
        id: fields.text("id"),
        title: fields.text("title"),
        codes: fields.codes("codes"),
        summary: fields.text("summary"),
        allow: fields.objects("allow").into_iter().map(exception).collect(),
        advice: advice(&mut fields),
    }
}

fn advice(fields: &mut Fields) -> Advice {
    Advice {
        stated: std::mem::take(&mut fields.stated),
        kind: fields.choice("kind"),
        actor: fields.choice("actor"),
        retry: fields.choice("retry"),
        advice: fields.choice("advice"),
        remediation: fields.texts("remediation"),
    }
}

fn strings(mut fields: Fields) -> Strings {
    Strings {
        title: fields.text("title"),
        enum_name: fields.text("enum"),
        entries: fields.objects("entries").into_iter().map(entry).collect(),
    }
}

fn entry(mut fields: Fields) -> Entry {
    let related = fields.texts("related");
    Entry {
        span: fields.span,
        code: fields.number("code"),
        value: fields.text("value"),
        name: fields.text("name"),
        variant: fields.text("variant"),
        aliases: fields.texts("aliases"),
        category: fields.text("category"),
        summary: fields.text("summary"),
        causes: fields.texts("causes"),
        raised_by: fields.texts("raised_by"),
        reasons: fields.objects("reasons").into_iter().map(reason).collect(),
        same_as: fields.text("same_as").as_ref().and_then(same_as),
        responses: fields
            .objects("responses")
            .into_iter()
            .map(response)
            .collect(),
        effective: fields.date("effective"),
        erratum: fields.text("erratum"),
        origin: fields.choice("origin"),
        retired: fields.date("retired"),
        renamed_from: fields.texts("renamed_from"),
        related: related.iter().filter_map(link).collect(),
        source: fields.text("source"),
        allow: fields.objects("allow").into_iter().map(exception).collect(),
        advice: advice(&mut fields),
    }
}

fn same_as(text: &Text) -> Option<Spanned<Target>> {
    let (product, code) = target(&text.value)?;
    Some(Spanned {
        value: Target {
            product: product.map(str::to_owned),
            code,
        },
        span: text.span,
    })
}

fn response(mut fields: Fields) -> Response {
    Response {
        status: fields.number("status"),
        message: fields.text("message"),
        reason: fields.text("reason"),
        on: fields.texts("on"),
    }
}

fn exception(mut fields: Fields) -> Exception {
    Exception {
        lint: fields.choice("lint"),
        reason: fields.text("reason"),
    }
}

fn link(text: &Text) -> Option<Spanned<(String, i32)>> {
    let (product, code) = code_link(&text.value)?;
    Some(Spanned {
        value: (product.to_owned(), code),
        span: text.span,
    })
}

fn reason(mut fields: Fields) -> Reason {
    Reason {
        span: fields.span,
        code: fields.number("code"),
        message: fields.text("message"),
        headers: fields.texts("headers"),
        name: fields.text("name"),
        variant: fields.text("variant"),
        summary: fields.text("summary"),
        advice: advice(&mut fields),
    }
}
