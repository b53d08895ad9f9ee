//! Doc comments: catalog texts as rustdoc shows them.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::markdown::{code, markdown};
use crate::model::{Entry, Guidance, Key, Model, Place, Product, Reason, ReasonKey};
use crate::template::Template;

/// One `#[doc]` attribute for each line.
pub(super) fn attributes<S: AsRef<str>>(lines: &[S]) -> TokenStream {
    let lines = lines.iter().map(|line| match line.as_ref() {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}

/// The attributes by which a search in rustdoc finds a code or a word, or one of its reasons. rustdoc
/// refuses an alias that equals the variant and warns of duplicates.
pub(super) fn search_terms(error: &Entry, reason: Option<usize>) -> Vec<String> {
    let (variant, names) = match reason.map(|at| &error.reasons[at]) {
        Some(reason) => (&reason.variant, vec![reason.name.clone()]),
        None => {
            let names = std::iter::once(&error.name).chain(&error.aliases).cloned();
            (
                &error.variant,
                std::iter::once(error.key.to_string())
                    .chain(names)
                    .collect(),
            )
        }
    };
    let mut terms: Vec<String> = Vec::new();
    for term in names {
        // rustdoc takes neither quotes nor white space in an alias.
        let takes = !term.contains(['"', '\'', ' ']);
        if takes && term != *variant && !terms.contains(&term) {
            terms.push(term);
        }
    }
    let aliases = terms.iter().map(|term| format!("#[doc(alias = {term:?})]"));
    aliases.chain(phrases(error, reason)).collect()
}

/// Further aliases for the search of rustdoc, which finds an alias of several words by all of them
/// alone. Other builds need not read them.
fn phrases(error: &Entry, reason: Option<usize>) -> Option<String> {
    let fragment = reason.and_then(|at| match &error.reasons[at].key {
        ReasonKey::Message(fragment) => Some(Template::new(fragment)),
        ReasonKey::Code(_) | ReasonKey::Responses => None,
    });
    let responses = error.responses.iter().filter(|told| told.reason == reason);
    let messages = responses.map(|told| &told.message).chain(&fragment);
    let phrases: BTreeSet<&str> = messages.filter_map(Template::phrase).collect();
    let phrases: Vec<String> = phrases.iter().map(|phrase| format!("{phrase:?}")).collect();
    (!phrases.is_empty()).then(|| format!("#[cfg_attr(doc, doc(alias({})))]", phrases.join(", ")))
}

/// The docs of a variant. They end in what to do.
pub(super) fn entry(model: &Model, product: &Product, error: &Entry) -> Vec<String> {
    let mut lines = vec![markdown(&error.summary), String::new()];
    let mut facts = match &error.key {
        Key::Code(number) => format!("{number} is {}", code(&error.name)),
        Key::Word(word) => format!("{} on the wire", code(word)),
    };
    for alias in &error.aliases {
        facts.push_str(&format!(" or {}", code(alias)));
    }
    if let Some(category) = product.category_of(error) {
        facts.push_str(&format!(", in *{}*", markdown(&category.title)));
    }
    facts.push('.');
    lines.push(facts);
    let mut add = |line: String| lines.extend([String::new(), line]);
    if !error.raised_by.is_empty() {
        let methods: Vec<String> = error.raised_by.iter().map(|method| code(method)).collect();
        add(format!("Raised by {}.", methods.join(", ")));
    }
    if error.origin == "observed" {
        let source = markdown(&product.source_of(error).title);
        add(format!(
            "No page documents this code; it was observed in {source}."
        ));
    }
    if let Some(date) = error.effective {
        add(format!("Enforced from {date}."));
    }
    if let Some(date) = error.retired {
        add(format!("Withdrawn on {date}."));
    }
    if let Some(same) = error.same_as {
        add(format!("The same failure as {}.", link(model, same)));
    }
    if !error.related.is_empty() {
        let links: Vec<String> = error
            .related
            .iter()
            .map(|place| link(model, *place))
            .collect();
        add(format!("Elsewhere: {}.", links.join(", ")));
    }
    if let Some(erratum) = &error.erratum {
        add(format!("**Erratum:** {}", markdown(erratum)));
    }
    if let Some(url) = &product.source_of(error).url {
        add(format!("Documented at <{url}>."));
    }
    if !error.reasons.is_empty() && error.code().is_some() {
        add(format!("Told apart by [`{}`].", error.reason_enum()));
    }
    lines.extend(messages(error, None));
    lines.extend(list("Causes", &error.causes, |_| "-".to_owned()));
    lines.extend(what_to_do(&error.guidance));
    lines
}

/// The messages under a code: those that tell a reason, or those that tell none.
fn messages(error: &Entry, reason: Option<usize>) -> Vec<String> {
    let of = error
        .responses
        .iter()
        .filter(|response| response.reason == reason);
    let shown: Vec<String> = of
        .map(|response| {
            format!(
                "- HTTP {}: {}",
                response.status,
                code(&response.message.text)
            )
        })
        .collect();
    if shown.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![
        String::new(),
        "**What the server says**".to_owned(),
        String::new(),
    ];
    lines.extend(shown);
    lines
}

/// A link to a code anywhere.
fn link(model: &Model, place: Place) -> String {
    let (product, error) = model.at(place);
    format!(
        "[`{0}::{1}`](crate::{2}::{0}::{1})",
        product.enum_name,
        error.variant,
        product.module(),
    )
}

/// The docs of a reason.
pub(super) fn reason(error: &Entry, at: usize, reason: &Reason) -> Vec<String> {
    let mut lines = vec![markdown(&reason.summary), String::new()];
    let name = code(&reason.name);
    lines.push(match &reason.key {
        ReasonKey::Code(number) => format!("{number} is {name}."),
        ReasonKey::Message(fragment) => format!("{name}: the message holds {}.", code(fragment)),
        ReasonKey::Responses => format!("{name}: a message below."),
    });
    if !reason.headers.is_empty() {
        let headers: Vec<String> = reason.headers.iter().map(|header| code(header)).collect();
        lines.extend([
            String::new(),
            format!("Goes with the headers {}.", headers.join(", ")),
        ]);
    }
    lines.extend(messages(error, Some(at)));
    lines.extend(what_to_do(&reason.guidance));
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
