//! Advice that says something: the lints that an entry can be excepted from with `allow:`.

use std::collections::{HashMap, HashSet};

use super::{Input, Rule};
use crate::catalog::{Catalog, Entry, Reason};
use crate::problem::Problem;
use crate::source::{Span, Spanned};

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let entries: Vec<(&Catalog, &Entry)> = input
        .catalogs
        .iter()
        .flat_map(|(_, catalog)| catalog.entries().map(move |entry| (catalog, entry)))
        .collect();
    let mut findings = Vec::new();
    for (place, (_, entry)) in entries.iter().enumerate() {
        look_at(entry, &mut |problem| findings.push((place, problem)));
    }
    shared_steps(&entries, &mut findings);
    let mut used = HashSet::new();
    for (place, problem) in findings {
        let (_, entry) = entries[place];
        let allowed = entry.allow.iter().position(|exception| {
            exception
                .lint
                .as_ref()
                .is_some_and(|lint| lint.value == problem.rule.id())
        });
        match allowed {
            Some(exception) => {
                used.insert((place, exception));
            }
            None => problems.push(problem),
        }
    }
    for (place, (_, entry)) in entries.iter().enumerate() {
        for (number, exception) in entry.allow.iter().enumerate() {
            if let Some(lint) = &exception.lint
                && !used.contains(&(place, number))
            {
                problems.push(
                    Problem::new(
                        Rule::UnneededException,
                        lint.span,
                        format!("nothing here needs an exception from `{}`", lint.value),
                    )
                    .help("remove the exception"),
                );
            }
        }
    }
}

/// Steps, with the summary and the `retry` that they belong to.
struct Advised<'a> {
    summary: Option<&'a Spanned<String>>,
    retry: Option<&'a Spanned<&'static str>>,
    steps: &'a [Spanned<String>],
}

/// Everything in an entry that states steps: itself, then its reasons.
fn advised(entry: &Entry) -> impl Iterator<Item = Advised<'_>> {
    let own = Advised {
        summary: entry.summary.as_ref(),
        retry: entry.advice.retry.as_ref(),
        steps: &entry.advice.remediation,
    };
    let reasons = entry.reasons.iter().map(move |reason: &Reason| Advised {
        summary: reason.summary.as_ref(),
        retry: reason.advice.retry.as_ref().or(entry.advice.retry.as_ref()),
        steps: &reason.advice.remediation,
    });
    std::iter::once(own).chain(reasons)
}

fn look_at(entry: &Entry, report: &mut impl FnMut(Problem)) {
    for Advised {
        summary,
        retry,
        steps,
    } in advised(entry)
    {
        for step in steps {
            if words(&step.value).len() < 5 {
                report(
                    Problem::new(
                        Rule::ThinStep,
                        step.span,
                        "this step is too short to be specific",
                    )
                    .help("name the call, field, setting or limit, and what to look for"),
                );
            }
            if let Some(summary) = summary
                && restates(&step.value, &summary.value)
            {
                report(
                    Problem::new(
                        Rule::RestatesSummary,
                        step.span,
                        "this step says no more than the summary",
                    )
                    .related(summary.span, "the summary")
                    .help("say what to check or change, and where"),
                );
            }
        }
        if let Some(retry) = retry.filter(|_| !steps.is_empty()) {
            contradicts(retry, steps, report);
        }
    }
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '.' && c != '\'')
        .map(|word| word.trim_matches('.').to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Words that carry no meaning when two sentences are compared.
const FILLER: &[&str] = &[
    "a", "an", "and", "are", "be", "because", "been", "by", "for", "from", "has", "in", "is", "it",
    "of", "on", "or", "that", "the", "this", "to", "was", "were", "with", "check", "verify",
    "make", "sure", "ensure", "not",
];

/// Whether nearly every word of the step that means something stands in the summary.
fn restates(step: &str, summary: &str) -> bool {
    let summary: HashSet<String> = words(summary).into_iter().collect();
    let meaning: Vec<String> = words(step)
        .into_iter()
        .filter(|word| !FILLER.contains(&word.as_str()))
        .collect();
    let known = meaning
        .iter()
        .filter(|word| summary.contains(*word))
        .count();
    !meaning.is_empty() && known * 10 >= meaning.len() * 8
}

/// Words of which a `backoff` code's steps hold at least one.
const WAITING: &[&str] = &[
    "wait",
    "waits",
    "waiting",
    "retry",
    "retries",
    "retrying",
    "again",
    "repeat",
    "repeats",
    "repeating",
    "later",
    "pause",
    "pauses",
    "delay",
    "backoff",
    "redeliver",
    "redelivers",
    "redelivery",
    "redeliveries",
    "resend",
    "reconnect",
    "rejoin",
];

/// Words before which "retry" is advice against it.
const AGAINST: &[&str] = &[
    "not", "never", "no", "without", "instead", "than", "stop", "avoid", "before", "cannot",
    "don't", "nor", "neither",
];

fn contradicts(
    retry: &Spanned<&'static str>,
    steps: &[Spanned<String>],
    report: &mut impl FnMut(Problem),
) {
    match retry.value {
        "backoff" => {
            let waits = steps.iter().any(|step| {
                words(&step.value)
                    .iter()
                    .any(|word| WAITING.contains(&word.as_str()))
            });
            if !waits {
                report(
                    Problem::new(Rule::RetryMismatch, retry.span, "no step says how to wait or repeat")
                        .help("say how long to wait before the call is repeated, or choose another `retry`"),
                );
            }
        }
        "never" => {
            for step in steps {
                if let Some(word) = advises_retry(&step.value) {
                    report(
                        Problem::new(
                            Rule::RetryMismatch,
                            step.span,
                            format!("this step says `{word}` although `retry` is `never`"),
                        )
                        .related(retry.span, "retrying is ruled out here")
                        .help("say what to do instead, or choose another `retry`"),
                    );
                }
            }
        }
        _ => {}
    }
}

/// The word that tells the reader to repeat the call, if no earlier word of its sentence turns it.
fn advises_retry(step: &str) -> Option<&'static str> {
    for sentence in step.split_inclusive(['.', ';', ':']) {
        let words = words(sentence);
        let against = words
            .iter()
            .position(|word| AGAINST.contains(&word.as_str()));
        for word in ["retry", "retrying"] {
            let at = words.iter().position(|other| other == word);
            if let Some(at) = at
                && against.is_none_or(|against| at < against)
            {
                return Some(word);
            }
        }
    }
    None
}

fn shared_steps(entries: &[(&Catalog, &Entry)], findings: &mut Vec<(usize, Problem)>) {
    let mut seen: HashMap<String, (usize, Span)> = HashMap::new();
    for (here, (_, entry)) in entries.iter().enumerate() {
        for step in advised(entry).flat_map(|advised| advised.steps) {
            let folded = words(&step.value).join(" ");
            let Some((other, first)) = seen.get(&folded) else {
                seen.insert(folded, (here, step.span));
                continue;
            };
            if *other != here && !linked(entries[here], entries[*other]) {
                findings.push((
                    here,
                    Problem::new(Rule::SharedStep, step.span, "this step stands under another code too")
                        .related(*first, "first written here")
                        .help("say what is particular to this code, or link the two with `same_as` or `related`"),
                ));
            }
        }
    }
}

/// Whether two entries are said to mean the same.
fn linked(one: (&Catalog, &Entry), other: (&Catalog, &Entry)) -> bool {
    let states = |from: &Entry, (catalog, to): (&Catalog, &Entry)| {
        let (Some(id), Some(code)) = (&catalog.id, &to.code) else {
            return false;
        };
        let link = (id.value.clone(), code.value);
        from.related.iter().any(|related| related.value == link)
    };
    states(one.1, other) || states(other.1, one)
}
