//! Reasons under a code are told apart by what the program receives.

use std::collections::HashMap;

use super::advice::{missing, present, success};
use super::{FirstSeen, Input};
use crate::catalog::{Entry, Reason};
use crate::problem::{Problem, closest, list, shorten};
use crate::rule::Rule;
use crate::source::{Span, Spanned};
use crate::vocabulary::{HEADERS, SUCCESS};

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    for (_, catalog) in input.catalogs {
        for entry in &catalog.errors {
            for reason in &entry.reasons {
                key(entry, reason, problems);
                headers(reason, problems);
                advice(entry, reason, problems);
            }
            one_sort(entry, problems);
            unique(entry, problems);
            if let Some(reason) = entry.reasons.get(MAX_REASONS) {
                problems.push(too_many(reason));
            } else {
                shadowed(entry, problems);
            }
        }
    }
}

/// How many reasons a code may have. Each fragment is held against all before it.
const MAX_REASONS: usize = 256;

fn too_many(reason: &Reason) -> Problem {
    let message = format!("a code has at most {MAX_REASONS} reasons");
    Problem::new(Rule::TooLarge, reason.span, message)
        .help("keep those that call for different advice")
}

/// A reason has a number or a fragment, not both, or responses that name it.
fn key(entry: &Entry, reason: &Reason, problems: &mut Vec<Problem>) {
    let states = |key| reason.advice.states(key);
    let named = reason.name.as_ref().is_some_and(|name| {
        let mut responses = entry.responses.iter();
        responses.any(|r| {
            r.reason
                .as_ref()
                .is_some_and(|told| told.value == name.value)
        })
    });
    if !states("code") && !states("message") && !named {
        problems.push(
            Problem::new(Rule::Reason, reason.span, "nothing tells this reason apart")
                .help("add `code:`, or `message:` with a fragment of what the server sends"),
        );
    }
    if let (Some(code), Some(message)) = (&reason.code, &reason.message) {
        problems.push(
            Problem::new(
                Rule::Reason,
                message.span,
                "a reason has `code:` or `message:`, not both",
            )
            .related(code.span, "already told apart by this")
            .help("keep the one that the program receives"),
        );
    }
}

/// Headers are looked up by name when a response comes.
fn headers(reason: &Reason, problems: &mut Vec<Problem>) {
    for header in &reason.headers {
        let name = header.value.split(':').next().unwrap_or_default();
        if !HEADERS.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            let help = match closest(name, HEADERS.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("write one of {}", list(HEADERS.iter().copied())),
            };
            let message = format!("`{}` is no header that is looked at", shorten(name));
            problems.push(Problem::new(Rule::UnknownHeader, header.span, message).help(help));
        }
    }
}

/// A reason overrides the advice of its code in whole pairs, and never makes a success a failure.
fn advice(entry: &Entry, reason: &Reason, problems: &mut Vec<Problem>) {
    let own = &reason.advice;
    if own.states("remediation") && !own.states("advice") {
        if let Some(step) = own.remediation.first() {
            problems.push(missing("the reason", step.span, &["advice"]));
        }
    } else if own.states("advice")
        && !own.states("remediation")
        && let Some(word) = &own.advice
    {
        problems.push(missing("the reason", word.span, &["remediation"]));
    }
    let Some(parent) = &entry.advice.kind else {
        return;
    };
    let kind = own.kind.as_ref().unwrap_or(parent);
    if (kind.value == SUCCESS) != (parent.value == SUCCESS) {
        problems.push(
            Problem::new(
                Rule::Reason,
                kind.span,
                "a reason and its code are both a success or both a failure",
            )
            .related(parent.span, "the code's `kind`")
            .help("choose another `kind`, or leave this reason out"),
        );
    } else if kind.value == SUCCESS
        && let (keys, Some(at)) = present(own)
    {
        problems.push(success("the reason", at, &keys, kind.span));
    }
}

/// All reasons of an entry are told apart in the same way.
fn one_sort(entry: &Entry, problems: &mut Vec<Problem>) {
    let numbered = entry.reasons.iter().find_map(|reason| reason.code.as_ref());
    let worded = entry
        .reasons
        .iter()
        .filter(|reason| reason.code.is_none())
        .find_map(|reason| reason.message.as_ref());
    if let (Some(code), Some(message)) = (numbered, worded) {
        problems.push(
            Problem::new(
                Rule::Reason,
                message.span,
                "this reason is told apart by `message:`, another one by `code:`",
            )
            .related(code.span, "told apart by `code:`")
            .help("tell all reasons of an entry apart in the same way"),
        );
    }
}

fn unique(entry: &Entry, problems: &mut Vec<Problem>) {
    let twice = |rule, what: &str, shown: &dyn std::fmt::Display, span, first| {
        Problem::new(rule, span, format!("the {what} `{shown}` stands twice"))
            .related(first, "first defined here")
    };
    let mut codes = FirstSeen::new();
    for code in entry.reasons.iter().filter_map(|r| r.code.as_ref()) {
        if let Some(first) = codes.note(code.value, code.span) {
            problems.push(
                twice(
                    Rule::DuplicateCode,
                    "reason code",
                    &code.value,
                    code.span,
                    first,
                )
                .help("merge the two reasons, or correct one number"),
            );
        }
    }
    let mut names = FirstSeen::new();
    for name in entry.reasons.iter().filter_map(|r| r.name.as_ref()) {
        if let Some(first) = names.note(name.value.as_str(), name.span) {
            problems.push(
                twice(Rule::DuplicateName, "reason", &name.value, name.span, first)
                    .help("give each reason of the code a name of its own"),
            );
        }
    }
}

/// `from_message` takes the first fragment that fits, in the order of the catalog.
fn shadowed(entry: &Entry, problems: &mut Vec<Problem>) {
    let mut earlier: Vec<(String, &Spanned<String>)> = Vec::new();
    let mut whole: HashMap<String, Span> = HashMap::new();
    for message in entry.reasons.iter().filter_map(|r| r.message.as_ref()) {
        let folded = message.value.to_ascii_lowercase();
        // An empty fragment is a problem of its own.
        if folded.is_empty() {
            continue;
        }
        if let Some(first) = whole.get(&folded) {
            problems.push(
                Problem::new(
                    Rule::ShadowedMessage,
                    message.span,
                    format!("the message `{}` stands twice", message.value),
                )
                .related(*first, "first written here")
                .help("merge the two reasons, or choose fragments that tell them apart"),
            );
            continue;
        }
        if let Some((_, other)) = earlier.iter().find(|(part, _)| folded.contains(part)) {
            problems.push(
                Problem::new(
                    Rule::ShadowedMessage,
                    message.span,
                    format!("`{}` is found in each such message first", other.value),
                )
                .related(other.span, "this fragment wins")
                .help("put the longer fragment first, or choose fragments that differ"),
            );
        }
        whole.insert(folded.clone(), message.span);
        earlier.push((folded, message));
    }
}
