//! Doc comments: catalog texts as rustdoc shows them.

use proc_macro2::TokenStream;
use quote::quote;

use super::markdown::{code, markdown};
use crate::model::{ErrorCode, Guidance, Model, Product, Reason, ReasonKey, StringError};

/// One `#[doc]` attribute for each line.
pub(super) fn attributes<S: AsRef<str>>(lines: &[S]) -> TokenStream {
    let lines = lines.iter().map(|line| match line.as_ref() {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}

/// The docs of a variant. They end in what to do.
pub(super) fn variant(model: &Model, product: &Product, error: &ErrorCode) -> Vec<String> {
    let mut lines = vec![markdown(&error.summary), String::new()];
    let mut facts = format!("{} is {}", error.code, code(&error.name));
    for alias in &error.aliases {
        facts.push_str(&format!(" or {}", code(alias)));
    }
    facts.push_str(&format!(
        ", in *{}*.",
        markdown(&product.category_of(error).title)
    ));
    lines.push(facts);
    if !error.raised_by.is_empty() {
        let methods: Vec<String> = error.raised_by.iter().map(|method| code(method)).collect();
        lines.extend([String::new(), format!("Raised by {}.", methods.join(", "))]);
    }
    if error.origin == "observed" {
        let source = markdown(&product.source_of(error).title);
        lines.extend([
            String::new(),
            format!("No page documents this code; it was observed in {source}."),
        ]);
    }
    if let Some(date) = error.effective {
        lines.extend([String::new(), format!("Enforced from {date}.")]);
    }
    if let Some(date) = error.retired {
        lines.extend([String::new(), format!("Withdrawn on {date}.")]);
    }
    if let Some(same) = error.same_as {
        let same = &product.errors[same];
        lines.extend([
            String::new(),
            format!(
                "The same failure as [`{}`]({}::{}).",
                same.variant, product.enum_name, same.variant
            ),
        ]);
    }
    lines.extend(related(model, error));
    if let Some(erratum) = &error.erratum {
        lines.extend([String::new(), format!("**Erratum:** {}", markdown(erratum))]);
    }
    if let Some(url) = &product.source_of(error).url {
        lines.extend([String::new(), format!("Documented at <{url}>.")]);
    }
    lines.extend(list("Causes", &error.causes, |_| "-".to_owned()));
    if !error.reasons.is_empty() {
        lines.extend([
            String::new(),
            format!("Told apart by [`{}`].", error.reason_enum()),
        ]);
    }
    lines.extend(what_to_do(&error.guidance));
    lines
}

fn related(model: &Model, error: &ErrorCode) -> Vec<String> {
    if error.related.is_empty() {
        return Vec::new();
    }
    let links: Vec<String> = error
        .related
        .iter()
        .map(|&(product, at)| {
            let product = &model.products[product];
            let variant = &product.errors[at].variant;
            format!(
                "[`{}::{variant}`](super::{}::{}::{variant})",
                product.enum_name, product.id, product.enum_name
            )
        })
        .collect();
    vec![String::new(), format!("Elsewhere: {}.", links.join(", "))]
}

/// The docs of a reason.
pub(super) fn reason(reason: &Reason) -> Vec<String> {
    let mut lines = vec![markdown(&reason.summary), String::new()];
    lines.push(match &reason.key {
        ReasonKey::Code(number) => format!("{number} is {}.", code(&reason.name)),
        ReasonKey::Message(fragment) => {
            format!(
                "{}: the message holds {}.",
                code(&reason.name),
                code(fragment)
            )
        }
    });
    if !reason.headers.is_empty() {
        let headers: Vec<String> = reason.headers.iter().map(|header| code(header)).collect();
        lines.extend([
            String::new(),
            format!("Goes with the headers {}.", headers.join(", ")),
        ]);
    }
    lines.extend(what_to_do(&reason.guidance));
    lines
}

/// The docs of a word.
pub(super) fn string(product: &Product, entry: &StringError) -> Vec<String> {
    let mut lines = vec![markdown(&entry.summary), String::new()];
    lines.push(format!("{} on the wire.", code(&entry.value)));
    if let Some(erratum) = &entry.erratum {
        lines.extend([String::new(), format!("**Erratum:** {}", markdown(erratum))]);
    }
    if let Some(url) = &product.sources[entry.source].url {
        lines.extend([String::new(), format!("Documented at <{url}>.")]);
    }
    lines.extend(list("Causes", &entry.causes, |_| "-".to_owned()));
    lines.extend(what_to_do(&entry.guidance));
    lines
}

/// The last part of every page: who, when, and the steps.
pub(super) fn what_to_do(guidance: &Guidance) -> Vec<String> {
    let Some(advice) = &guidance.advice else {
        return vec![String::new(), "Nothing failed.".to_owned()];
    };
    let given_by = match advice.given_by {
        "documented" => "",
        _ => ", advice of this crate",
    };
    let (who, when) = (who(advice.actor), when(advice.retry));
    let title = format!("What to do ({who} acts; {when}{given_by})");
    list(&title, &advice.steps, |at| format!("{}.", at + 1))
}

/// Who must act, within a sentence.
pub(super) fn who(actor: &str) -> &'static str {
    match actor {
        "developer" => "the developer",
        "end_user" => "the end user",
        "host" => "the host",
        "account_admin" => "an account administrator",
        _ => "Zoom",
    }
}

/// Whether to try again, as an order.
pub(super) fn when(retry: &str) -> &'static str {
    match retry {
        "never" => "do not retry",
        "after_fix" => "retry after the fix",
        "backoff" => "retry with growing pauses",
        _ => "retry at the reset",
    }
}

fn list(title: &str, items: &[String], bullet: impl Fn(usize) -> String) -> Vec<String> {
    if items.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new(), format!("**{title}**"), String::new()];
    let items = items.iter().enumerate();
    lines.extend(items.map(|(at, item)| format!("{} {}", bullet(at), markdown(item))));
    lines
}
