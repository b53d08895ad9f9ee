//! What servers answer: operations that exist, reasons that exist, messages that tell them apart.

use std::collections::{HashMap, HashSet};

use super::identity::duplicate;
use super::references::undeclared;
use super::{FirstSeen, Input};
use crate::catalog::{Catalog, Entry, Response};
use crate::problem::{Problem, shorten};
use crate::rule::Rule;
use crate::template::Template;

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let calls = operations(input, problems);
    for (_, catalog) in input.catalogs {
        let id = catalog.id.as_ref().map_or("", |id| id.value.as_str());
        let known = calls.get(id);
        for entry in catalog.entries() {
            let declared = entry
                .reasons
                .iter()
                .filter_map(|reason| Some(reason.name.as_ref()?.value.as_str()));
            let reasons: HashSet<&str> = declared.clone().collect();
            for response in &entry.responses {
                status(response, problems);
                calls_exist(response, known, id, problems);
                if let Some(reason) = &response.reason
                    && !reasons.contains(reason.value.as_str())
                {
                    let declared = declared.clone();
                    undeclared(Rule::UnknownReason, "reason", reason, declared, problems);
                }
            }
            ambiguous(entry, problems);
        }
    }
}

type Calls<'a> = HashMap<&'a str, HashSet<&'a str>>;

/// The operations of each product; each stands once, in the file of a product that has a catalog.
fn operations<'a>(input: &Input<'a>, problems: &mut Vec<Problem>) -> Calls<'a> {
    let mut calls: Calls<'a> = HashMap::new();
    let has = |id: &str| {
        let of = |catalog: &Catalog| catalog.id.as_ref().is_some_and(|own| own.value == id);
        input.catalogs.iter().any(|(_, catalog)| of(catalog))
            || input
                .sources
                .iter()
                .any(|file| file.folder() != Some("operations") && file.stem() == id)
    };
    for (file, list) in input.operations {
        let Some(product) = &list.product else {
            continue;
        };
        let stem = input.sources.file(*file).stem();
        if product.value != stem {
            let message = format!(
                "the product id `{}` differs from the file name `{stem}`",
                product.value
            );
            let help = format!(
                "rename the file to `{}.yaml`, or write `product: {stem}`",
                product.value
            );
            problems.push(Problem::new(Rule::ProductId, product.span, message).help(help));
        } else if !has(&product.value) {
            let message = format!("there is no catalog `{}`", product.value);
            problems.push(
                Problem::new(Rule::ProductId, product.span, message)
                    .help("operations belong to a product that has a catalog"),
            );
        }
        let of = calls.entry(&product.value).or_default();
        let mut seen = FirstSeen::new();
        for call in list.operations.iter().filter_map(|one| one.call.as_ref()) {
            of.insert(&call.value);
            if let Some(first) = seen.note(call.value.as_str(), call.span) {
                problems.push(
                    duplicate(
                        Rule::DuplicateId,
                        "operation",
                        &call.value,
                        call.span,
                        first,
                    )
                    .help("keep one of them"),
                );
            }
        }
    }
    calls
}

fn status(response: &Response, problems: &mut Vec<Problem>) {
    if let Some(status) = &response.status
        && !(100..=599).contains(&status.value)
    {
        let message = format!("{} is no HTTP status", status.value);
        problems
            .push(Problem::new(Rule::WrongType, status.span, message).help(
                "write the status of the answer, 100 to 599; the body's code is the entry's",
            ));
    }
}

fn calls_exist(
    response: &Response,
    known: Option<&HashSet<&str>>,
    id: &str,
    problems: &mut Vec<Problem>,
) {
    for call in &response.on {
        if known.is_none_or(|known| !known.contains(call.value.as_str())) {
            let message = format!("`operations/{id}.yaml` has no `{}`", shorten(&call.value));
            problems.push(
                Problem::new(Rule::UnknownOperation, call.span, message)
                    .help("compare method and path with the reference, or add the operation there"),
            );
        }
    }
}

/// Messages of one code and status that lead to different reasons must differ, or one of them be
/// the more particular, or no operation have both: then the request tells.
fn ambiguous(entry: &Entry, problems: &mut Vec<Problem>) {
    if entry
        .responses
        .iter()
        .all(|response| response.reason.is_none())
    {
        return;
    }
    let told: Vec<(&Response, Template)> = entry
        .responses
        .iter()
        .filter_map(|response| Some((response, Template::new(&response.message.as_ref()?.value))))
        .collect();
    for (at, (response, template)) in told.iter().enumerate() {
        let status = response.status.as_ref().map(|status| status.value);
        let reason = response.reason.as_ref().map(|reason| &reason.value);
        for (other, earlier) in &told[..at] {
            let differs = reason != other.reason.as_ref().map(|reason| &reason.value)
                && status == other.status.as_ref().map(|status| status.value);
            let mut shared = response.on.iter();
            let shared = shared.any(|call| other.on.iter().any(|on| on.value == call.value));
            if differs
                && shared
                && template.literal() == earlier.literal()
                && template.meets(earlier)
                && let (Some(here), Some(first)) = (&response.message, &other.message)
            {
                problems.push(
                    Problem::new(
                        Rule::AmbiguousMessage,
                        here.span,
                        "one text can be this message and another one, which leads elsewhere",
                    )
                    .related(first.span, "the other message")
                    .help("let both name the same reason, or correct one of them"),
                );
            }
        }
    }
}
