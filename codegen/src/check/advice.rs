//! Every failure says who must act, whether retrying helps and what to do; nothing else does.

use super::{Input, Rule};
use crate::catalog::{Advice, Class, Entry, Reason, list};
use crate::problem::Problem;
use crate::source::Span;
use crate::vocabulary::SUCCESS;

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    for (_, catalog) in input.catalogs {
        for entry in catalog.entries() {
            check_entry(entry, problems);
            check_reasons(entry, problems);
        }
        for class in catalog.ranges.iter().chain(&catalog.categories) {
            check_class(class, problems);
        }
    }
}

/// Keys that are there, with the place of the first one.
fn present(advice: &Advice) -> (Vec<&'static str>, Option<Span>) {
    let words = [
        ("actor", &advice.actor),
        ("retry", &advice.retry),
        ("advice", &advice.advice),
    ];
    let mut keys = Vec::new();
    let mut first = None;
    for (key, word) in words {
        if let Some(word) = word {
            keys.push(key);
            first = first.or(Some(word.span));
        }
    }
    if let Some(step) = advice.remediation.first() {
        keys.push("remediation");
        first = first.or(Some(step.span));
    }
    (keys, first)
}

fn missing(what: &str, at: Span, keys: &[&'static str]) -> Problem {
    Problem::new(
        Rule::MissingAdvice,
        at,
        format!("{what} lacks {}", list(keys.iter().copied())),
    )
    .help("say who must act, whether retrying helps, who says so, and what exactly to do")
}

fn needless(at: Span, keys: &[&'static str], why: &str, help: &str) -> Problem {
    let keys = list(keys.iter().copied());
    Problem::new(
        Rule::NeedlessAdvice,
        at,
        format!("{why}, yet there is {keys}"),
    )
    .help(help)
}

const ALL: [&str; 4] = ["actor", "retry", "advice", "remediation"];

fn check_entry(entry: &Entry, problems: &mut Vec<Problem>) {
    let at = entry.name.as_ref().map_or(entry.span, |name| name.span);
    let (keys, first) = present(&entry.advice);
    let kind = entry.advice.kind.as_ref();
    if let Some(same) = &entry.same_as {
        let mut keys = keys;
        keys.extend(kind.map(|_| "kind"));
        if let Some(at) = first.or(kind.map(|kind| kind.span)) {
            let why = format!("the entry inherits its advice from {}", same.value);
            problems.push(
                needless(
                    at,
                    &keys,
                    &why,
                    "remove what is inherited, or remove `same_as`",
                )
                .related(same.span, "inherited because of this"),
            );
        }
        return;
    }
    let Some(kind) = kind else {
        problems.push(
            Problem::new(Rule::MissingAdvice, at, "the entry lacks `kind`")
                .help("add `kind:` with our cross-product class of the failure"),
        );
        return;
    };
    if kind.value == SUCCESS {
        if let Some(at) = first {
            let help = "remove them: there is nothing to mend";
            problems.push(
                needless(at, &keys, "the entry is a success", help)
                    .related(kind.span, "it is said here"),
            );
        }
        return;
    }
    let lacking: Vec<_> = ALL.into_iter().filter(|key| !keys.contains(key)).collect();
    if !lacking.is_empty() {
        problems.push(missing("the entry", at, &lacking));
    }
}

fn check_reasons(entry: &Entry, problems: &mut Vec<Problem>) {
    let mut earlier: Vec<(&str, Span)> = Vec::new();
    for reason in &entry.reasons {
        check_reason(reason, problems);
        let Some(message) = &reason.message else {
            continue;
        };
        let folded = message.value.to_ascii_lowercase();
        if let Some((fragment, span)) = earlier
            .iter()
            .find(|(fragment, _)| folded.contains(&fragment.to_ascii_lowercase()))
        {
            problems.push(
                Problem::new(
                    Rule::ShadowedMessage,
                    message.span,
                    format!("a message with this fragment already matches `{fragment}`"),
                )
                .related(*span, "matched first")
                .help("put the longer fragment first, or choose fragments that differ"),
            );
        }
        earlier.push((&message.value, message.span));
    }
    let numbered = entry
        .reasons
        .iter()
        .filter(|reason| reason.code.is_some())
        .count();
    if let Some(odd) = entry.reasons.iter().find(|reason| reason.code.is_none())
        && numbered > 0
    {
        problems.push(
            Problem::new(
                Rule::Reason,
                odd.span,
                "some reasons have a `code:` and this one has none",
            )
            .help("tell all reasons of an entry apart in the same way"),
        );
    }
}

fn check_reason(reason: &Reason, problems: &mut Vec<Problem>) {
    match (&reason.code, &reason.message) {
        (None, None) => problems.push(
            Problem::new(Rule::Reason, reason.span, "nothing tells this reason apart")
                .help("add `code:`, or `message:` with a fragment of what the server sends"),
        ),
        (Some(_), Some(message)) => problems.push(
            Problem::new(
                Rule::Reason,
                message.span,
                "a reason has `code:` or `message:`, not both",
            )
            .help("keep the one that the program receives"),
        ),
        _ => {}
    }
    let advice = &reason.advice;
    match (&advice.advice, advice.remediation.first()) {
        (None, Some(step)) => problems.push(missing("the reason", step.span, &["advice"])),
        (Some(word), None) => problems.push(missing("the reason", word.span, &["remediation"])),
        _ => {}
    }
}

/// A class has all of its advice or none.
fn check_class(class: &Class, problems: &mut Vec<Problem>) {
    let at = class.id.as_ref().map_or(class.span, |id| id.span);
    let (keys, first) = present(&class.advice);
    match &class.advice.kind {
        None => {
            if let Some(at) = first {
                problems.push(
                    Problem::new(Rule::MissingAdvice, at, "the advice lacks `kind`")
                        .help("add `kind:` with our cross-product class of the failure"),
                );
            }
        }
        Some(kind) if kind.value == SUCCESS => {
            if let Some(at) = first {
                let help = "remove them: there is nothing to mend";
                problems.push(needless(at, &keys, "the class is a success", help));
            }
        }
        Some(_) => {
            let lacking: Vec<_> = ALL.into_iter().filter(|key| !keys.contains(key)).collect();
            if !lacking.is_empty() {
                problems.push(missing("the class", at, &lacking));
            }
        }
    }
    if class.advice.kind.is_some() && class.summary.is_none() {
        problems.push(
            Problem::new(
                Rule::MissingKey,
                at,
                "a class with advice needs a `summary`",
            )
            .help("say in one sentence what the class has in common"),
        );
    }
}
