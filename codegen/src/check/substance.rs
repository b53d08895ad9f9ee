//! Advice that says something: the lints that can be excepted from with `allow:`.

use std::collections::{HashMap, HashSet};

use super::advised::{Finding, Owner, owners};
use super::{Input, retry, steps};
use crate::catalog::Exception;
use crate::parallel;
use crate::problem::{Problem, list};
use crate::rule::Rule;

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let owners = owners(input.catalogs);
    let of_owners = parallel::map(owners.len(), |at| {
        let mut findings = Vec::new();
        for advised in &owners[at].advised {
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
        findings
    });
    let mut findings: Vec<Finding> = of_owners.into_iter().flatten().collect();
    steps::shared(&owners, &mut findings);
    related(&owners, &mut findings);
    except(&owners, findings, problems);
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
