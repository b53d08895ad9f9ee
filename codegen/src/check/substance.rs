//! Advice that says something: the lints that can be excepted from with `allow:`.

use std::collections::{HashMap, HashSet};

use super::{Input, Rule, retry, steps};
use crate::catalog::{Catalog, Class, Entry, Exception, Reason, list};
use crate::problem::Problem;
use crate::source::Spanned;

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let owners = owners(input.catalogs);
    let mut findings = Vec::new();
    for (at, owner) in owners.iter().enumerate() {
        for advised in &owner.advised {
            let mut report = |problem| {
                findings.push(Finding {
                    owners: vec![at],
                    problem,
                });
            };
            retry::check(advised, &mut report);
            if !advised.inherited {
                steps::check(advised, &mut report);
            }
        }
    }
    steps::shared(&owners, &mut findings);
    related(&owners, &mut findings);
    except(&owners, findings, problems);
}

/// What has advice of its own: an entry with its reasons, a category or a range.
pub(super) struct Owner<'a> {
    /// The product and the code, if it is an entry.
    pub(super) place: Option<(&'a str, i32)>,
    pub(super) related: &'a [Spanned<(String, i32)>],
    /// Kind, actor and retry; nothing where they are inherited.
    decides: Option<[Option<&'static str>; 3]>,
    allow: &'a [Exception],
    pub(super) advised: Vec<Advised<'a>>,
}

/// Steps, with the summary and the `retry` that they belong to.
pub(super) struct Advised<'a> {
    pub(super) summary: Option<&'a Spanned<String>>,
    pub(super) retry: Option<&'a Spanned<&'static str>>,
    pub(super) steps: &'a [Spanned<String>],
    /// Whether the steps stand elsewhere: a reason has its own `retry` and those of its code.
    pub(super) inherited: bool,
}

/// A lint that fired, and the owners of whom each may except it.
pub(super) struct Finding {
    pub(super) owners: Vec<usize>,
    pub(super) problem: Problem,
}

fn owners(catalogs: &[(usize, Catalog)]) -> Vec<Owner<'_>> {
    let mut owners = Vec::new();
    for (_, catalog) in catalogs {
        owners.extend(catalog.ranges.iter().chain(&catalog.categories).map(class));
        let product = catalog.id.as_ref().map(|id| id.value.as_str());
        owners.extend(catalog.entries().map(|one| Owner {
            place: product.zip(one.code.as_ref().map(|code| code.value)),
            ..entry(one)
        }));
    }
    owners
}

fn class(class: &Class) -> Owner<'_> {
    Owner {
        place: None,
        related: &[],
        decides: None,
        allow: &class.allow,
        advised: vec![Advised {
            summary: class.summary.as_ref(),
            retry: class.advice.retry.as_ref(),
            steps: &class.advice.remediation,
            inherited: false,
        }],
    }
}

fn entry(entry: &Entry) -> Owner<'_> {
    let own = Advised {
        summary: entry.summary.as_ref(),
        retry: entry.advice.retry.as_ref(),
        steps: &entry.advice.remediation,
        inherited: false,
    };
    let reasons = entry.reasons.iter().map(|reason| of_reason(entry, reason));
    Owner {
        place: None,
        related: &entry.related,
        decides: entry.same_as.is_none().then(|| {
            let advice = &entry.advice;
            [&advice.kind, &advice.actor, &advice.retry].map(|word| word.as_ref().map(|w| w.value))
        }),
        allow: &entry.allow,
        advised: std::iter::once(own).chain(reasons).collect(),
    }
}

fn of_reason<'a>(entry: &'a Entry, reason: &'a Reason) -> Advised<'a> {
    let own = reason.advice.retry.as_ref();
    let inherited = reason.advice.remediation.is_empty();
    Advised {
        summary: reason.summary.as_ref(),
        // Where both are the code's, they are looked at there.
        retry: own.or(entry.advice.retry.as_ref().filter(|_| !inherited)),
        steps: match inherited {
            true => &entry.advice.remediation,
            false => &reason.advice.remediation,
        },
        inherited,
    }
}

/// The same failure in two code spaces is one for the programs that decide by it.
fn related(owners: &[Owner<'_>], findings: &mut Vec<Finding>) {
    let places = owners.iter().enumerate();
    let by_place: HashMap<(&str, i32), usize> = places
        .filter_map(|(at, owner)| Some((owner.place?, at)))
        .collect();
    for (at, owner) in owners.iter().enumerate() {
        for link in owner.related {
            let place = (link.value.0.as_str(), link.value.1);
            // A link inside one catalog is another fault.
            let inside = owner.place.is_some_and(|(product, _)| product == place.0);
            let Some(&other) = by_place.get(&place).filter(|_| !inside) else {
                continue;
            };
            let (Some(here), Some(there)) = (owner.decides, owners[other].decides) else {
                continue;
            };
            let names = ["kind", "actor", "retry"];
            let differing = names.into_iter().zip(here.into_iter().zip(there));
            let differing: Vec<&str> = differing
                .filter(|(_, (here, there))| here.is_some() && there.is_some() && here != there)
                .map(|(name, _)| name)
                .collect();
            if !differing.is_empty() {
                let message = format!(
                    "the related failure has another {}",
                    list(differing.into_iter())
                );
                findings.push(Finding {
                    owners: vec![at, other],
                    problem: Problem::new(Rule::RelatedMismatch, link.span, message)
                        .help("decide for one of them, or remove the link"),
                });
            }
        }
    }
}

/// Reports what nobody has excepted, and exceptions that except nothing.
fn except(owners: &[Owner<'_>], findings: Vec<Finding>, problems: &mut Vec<Problem>) {
    let mut used = HashSet::new();
    for finding in findings {
        let id = finding.problem.rule.id();
        let exception = finding.owners.iter().find_map(|at| {
            let names = |except: &Exception| except.lint.as_ref().is_some_and(|l| l.value == id);
            Some((*at, owners[*at].allow.iter().position(names)?))
        });
        match exception {
            Some(exception) => {
                used.insert(exception);
            }
            None => problems.push(finding.problem),
        }
    }
    for (at, owner) in owners.iter().enumerate() {
        for (number, exception) in owner.allow.iter().enumerate() {
            if let Some(lint) = &exception.lint
                && !used.contains(&(at, number))
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
