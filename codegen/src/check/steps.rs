//! Steps that say something, and something of their own.

use std::collections::{HashMap, HashSet};

use super::advised::{Advised, Finding, Owner};
use super::text::is_unwritten;
use super::words::{prose, words};
use crate::problem::Problem;
use crate::rule::Rule;
use crate::source::Spanned;

/// Looks at each step by itself.
pub(super) fn check(advised: &Advised<'_>, report: &mut impl FnMut(Problem)) {
    let summary = advised
        .summary
        .map(|summary| (summary.span, words(&summary.value)));
    let summary = summary.as_ref().map(|(span, words)| {
        let stems: HashSet<&str> = words.iter().map(|word| stem(word)).collect();
        (*span, stems)
    });
    for step in advised.steps.iter().filter(|s| !is_unwritten(&s.value)) {
        if let Some(why) = thin(&step.value) {
            report(
                Problem::new(Rule::ThinStep, step.span, why)
                    .help("name the call, field, setting or limit, and what to look for"),
            );
        }
        if let Some((summary, stems)) = &summary
            && restates(&step.value, stems)
        {
            report(
                Problem::new(
                    Rule::RestatesSummary,
                    step.span,
                    "this step says no more than the summary",
                )
                .related(*summary, "the summary")
                .help("say what to check or change, and where"),
            );
        }
    }
}

/// Fewer words than this cannot name a thing and what to do with it.
const FEW_WORDS: usize = 5;

/// Words that are true under any code, ascending.
#[rustfmt::skip]
const GENERAL: &[&str] = &[
    "a", "again", "all", "an", "and", "any", "api", "app", "appropriate", "are", "as", "at", "be",
    "been", "before", "by", "call", "calls", "can", "case", "change", "check", "code", "confirm",
    "contact", "correct", "correctly", "data", "details", "developer", "docs", "documentation",
    "ensure", "error", "errors", "fail", "failed", "fails", "failure", "field", "fields", "fix",
    "for", "from", "further", "handle", "has", "have", "help", "if", "implement", "in",
    "information", "input", "invalid", "is", "issue", "issues", "it", "its", "later", "logs",
    "make", "message", "more", "not", "occurs", "of", "on", "or", "parameter", "parameters",
    "passed", "persists", "please", "possible", "problem", "problems", "proper", "properly",
    "provided", "re", "read", "refer", "request", "requests", "required", "resolve", "response",
    "retry", "review", "sdk", "see", "send", "some", "still", "support", "sure", "team", "that",
    "the", "then", "this", "time", "to", "try", "user", "users", "valid", "validate", "value",
    "values", "verify", "was", "were", "with", "wrong", "you", "your", "zoom",
];

/// Why a step is not specific, if it is not.
fn thin(step: &str) -> Option<&'static str> {
    let words = words(&prose(step));
    if words.len() < FEW_WORDS {
        return Some("this step is too short to be specific");
    }
    let named = words
        .iter()
        .any(|word| word.contains(|c: char| c.is_ascii_digit()));
    let particular = words
        .iter()
        .filter(|word| GENERAL.binary_search(&word.as_str()).is_err());
    (!named && particular.count() < 2).then_some("this step would be true under any code")
}

/// Words that carry no meaning when two sentences are compared, ascending.
#[rustfmt::skip]
const FILLER: &[&str] = &[
    "a", "an", "and", "are", "avoid", "be", "because", "been", "by", "check", "confirm", "correct",
    "do", "don't", "ensure", "for", "from", "has", "have", "in", "is", "it", "make", "not", "of",
    "on", "or", "please", "right", "so", "sure", "that", "the", "this", "to", "verify", "was",
    "were", "with",
];

/// Of ten words of a step that mean something, how many may stand in the summary at most.
const KNOWN_OF_TEN: usize = 7;

/// Whether nearly every word of the step that means something stands in the summary, by its stems.
fn restates(step: &str, summary: &HashSet<&str>) -> bool {
    let mut meaning = words(step);
    meaning.retain(|word| FILLER.binary_search(&word.as_str()).is_err());
    let known = meaning
        .iter()
        .filter(|word| summary.contains(stem(word)))
        .count();
    !meaning.is_empty() && known * 10 > meaning.len() * KNOWN_OF_TEN
}

/// What is left of a word without the endings and beginnings that turn a failure into its mending:
/// "invalid" and "valid", "joining" and "join", "expired" and "expires".
fn stem(word: &str) -> &str {
    let long = |rest: &&str| rest.len() >= 3;
    let fronts = ["in", "un", "non", "dis"].iter();
    let mut bare = fronts.filter_map(|front| word.strip_prefix(front).filter(long));
    let bare = bare.next().unwrap_or(word);
    let ends = ["ing", "ed", "es", "s", "d", "e"].iter();
    let mut cut = ends.filter_map(|end| bare.strip_suffix(end).filter(long));
    cut.next().unwrap_or(bare)
}

/// Reports a step that stands under several codes.
pub(super) fn shared(owners: &[Owner<'_>], findings: &mut Vec<Finding>) {
    let mut seen: HashMap<String, (usize, &Spanned<String>)> = HashMap::new();
    for (at, owner) in owners.iter().enumerate() {
        let own = owner.advised.iter().filter(|advised| !advised.inherited);
        for step in own.flat_map(|advised| advised.steps) {
            if is_unwritten(&step.value) {
                continue;
            }
            let (other, first) = *seen.entry(folded(step, owner)).or_insert((at, step));
            if std::ptr::eq(first, step) || linked(owner, &owners[other]) {
                continue;
            }
            let message = match at == other {
                true => "this step stands here twice",
                false => "this step stands under another code too",
            };
            findings.push(Finding {
                owners: vec![at, other],
                problem: Problem::new(Rule::SharedStep, step.span, message)
                    .related(first.span, "first written here")
                    .help(
                        "say what is particular here, or link the two with `same_as` or `related`",
                    ),
            });
        }
    }
}

/// The step without case and punctuation, and without the number of the code itself.
fn folded(step: &Spanned<String>, owner: &Owner<'_>) -> String {
    let code = owner.place.map(|(_, code)| code.unsigned_abs());
    // A small number may count something else.
    let code = code
        .filter(|code| *code >= 100)
        .map(|code| code.to_string());
    let mut words = words(&step.value);
    for word in &mut words {
        if Some(&*word) == code.as_ref() {
            "#".clone_into(word);
        }
    }
    words.join(" ")
}

/// Whether two entries are said to mean the same.
fn linked(one: &Owner<'_>, other: &Owner<'_>) -> bool {
    let states = |from: &Owner<'_>, to: &Owner<'_>| {
        to.place.is_some_and(|(product, code)| {
            let mut links = from.related.iter();
            links.any(|link| link.value.0 == product && link.value.1 == code)
        })
    };
    states(one, other) || states(other, one)
}

#[cfg(test)]
mod tests {
    use super::{FILLER, GENERAL};

    #[test]
    fn the_lists_of_words_are_in_order() {
        assert!(GENERAL.is_sorted() && FILLER.is_sorted());
    }
}
