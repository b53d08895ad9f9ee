//! Every failure says who must act, whether retrying helps and what to do; nothing else does.

use super::Input;
use crate::catalog::{Advice, Catalog, Class, Entry};
use crate::problem::{Problem, list};
use crate::rule::Rule;
use crate::source::Span;
use crate::vocabulary::SUCCESS;

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    for (_, catalog) in input.catalogs {
        check_codes(catalog, problems);
        for entry in catalog.entries() {
            check_entry(entry, problems);
        }
        for class in catalog.ranges.iter().chain(&catalog.categories) {
            check_class(class, problems);
        }
    }
}

const ALL: [&str; 4] = ["actor", "retry", "advice", "remediation"];

/// The keys of advice that are there, with the place of the first value that fits.
pub(super) fn present(advice: &Advice) -> (Vec<&'static str>, Option<Span>) {
    let words = [&advice.actor, &advice.retry, &advice.advice];
    let first = words.into_iter().flatten().map(|word| word.span).next();
    let step = advice.remediation.first().map(|step| step.span);
    let keys = ALL.into_iter().filter(|key| advice.states(key)).collect();
    (keys, first.or(step))
}

/// The keys of advice that are not there.
fn lacking(advice: &Advice) -> Vec<&'static str> {
    ALL.into_iter().filter(|key| !advice.states(key)).collect()
}

pub(super) fn missing(what: &str, at: Span, keys: &[&'static str]) -> Problem {
    Problem::new(
        Rule::MissingAdvice,
        at,
        format!("{what} lacks {}", list(keys.iter().copied())),
    )
    .help(format!("add {}", what_is_asked(keys)))
}

fn no_kind(what: &str, at: Span) -> Problem {
    Problem::new(Rule::MissingAdvice, at, format!("{what} lacks `kind`"))
        .help("add `kind:` with our cross-product class of the failure")
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

fn what_is_asked(keys: &[&'static str]) -> String {
    let asked = keys.iter().map(|key| match *key {
        "actor" => "`actor:` (who must act first)",
        "retry" => "`retry:` (whether repeating the call helps)",
        "advice" => "`advice:` (whether the source gives the steps)",
        _ => "`remediation:` (what exactly to do)",
    });
    asked.collect::<Vec<_>>().join(", ")
}

/// A success has nothing to mend.
pub(super) fn success(what: &str, at: Span, keys: &[&'static str], kind: Span) -> Problem {
    let why = format!("{what} is a success");
    needless(at, keys, &why, "remove it: there is nothing to mend").related(kind, "said here")
}

/// What a catalog of codes needs; one of words alone does without.
fn check_codes(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let states = |key| catalog.stated.contains(&key);
    if states("strings") && !states("errors") {
        return;
    }
    let mut missing = |what: &str, span, key: &str, asked: &str| {
        problems.push(
            Problem::new(
                Rule::MissingKey,
                span,
                format!("{what} lacks the key `{key}`"),
            )
            .help(format!("add `{key}:`. {asked}")),
        );
    };
    for (key, asked) in [
        ("categories", "The page's sections, in its order."),
        ("errors", "One entry for each code, in the page's order."),
    ] {
        if !states(key) {
            missing("a catalog", catalog.span, key, asked);
        }
    }
    if let Some((span, stated)) = &catalog.product
        && !stated.contains(&"enum")
    {
        missing(
            "`product`",
            *span,
            "enum",
            "The Rust name of the enum of codes.",
        );
    }
}

/// Name and summary stand in the entry, or in that of another catalog which it is the same as.
fn check_texts(entry: &Entry, problems: &mut Vec<Problem>) {
    // That the target is not there is told.
    if entry
        .same_as
        .as_ref()
        .is_some_and(|target| target.value.product.is_some())
    {
        return;
    }
    for (key, there, asked) in [
        (
            "name",
            entry.name.is_some(),
            "The constant as its source writes it.",
        ),
        (
            "summary",
            entry.summary.is_some(),
            "One sentence: what happened.",
        ),
    ] {
        if !there && !entry.advice.states(key) {
            problems.push(
                Problem::new(
                    Rule::MissingKey,
                    entry.span,
                    format!("an entry lacks the key `{key}`"),
                )
                .help(format!("add `{key}:`. {asked}")),
            );
        }
    }
}

fn check_entry(entry: &Entry, problems: &mut Vec<Problem>) {
    check_texts(entry, problems);
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
                .related(same.span, "inherited from there"),
            );
        }
        return;
    }
    if entry.advice.states("same_as") {
        return;
    }
    let Some(kind) = kind else {
        if !entry.advice.states("kind") {
            problems.push(no_kind("the entry", at));
        }
        return;
    };
    if kind.value == SUCCESS {
        if let Some(at) = first {
            problems.push(success("the entry", at, &keys, kind.span));
        }
        return;
    }
    let lacking = lacking(&entry.advice);
    if !lacking.is_empty() {
        problems.push(missing("the entry", at, &lacking));
    }
}

/// A class has all of its advice or none.
fn check_class(class: &Class, problems: &mut Vec<Problem>) {
    let at = class.id.as_ref().map_or(class.span, |id| id.span);
    let (keys, first) = present(&class.advice);
    match &class.advice.kind {
        None => {
            if let Some(at) = first.filter(|_| !class.advice.states("kind")) {
                problems.push(no_kind("the advice", at));
            }
        }
        Some(kind) if kind.value == SUCCESS => {
            if let Some(at) = first {
                problems.push(success("the class", at, &keys, kind.span));
            }
        }
        Some(kind) => {
            let lacking = lacking(&class.advice);
            if !lacking.is_empty() {
                problems.push(
                    missing("the class", at, &lacking)
                        .related(kind.span, "a class with a `kind` has advice"),
                );
            }
        }
    }
    if class.advice.kind.is_some() && !class.advice.states("summary") {
        problems.push(
            Problem::new(
                Rule::MissingKey,
                at,
                "a class with advice needs the key `summary`",
            )
            .help("add `summary:`. One sentence: what the codes of the class have in common."),
        );
    }
}
