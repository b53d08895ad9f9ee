//! What has advice, as the lints look at it.

use crate::catalog::{Catalog, Class, Entry, Exception, Reason};
use crate::problem::Problem;
use crate::source::Spanned;

/// What has advice of its own: an entry with its reasons, a category or a range.
pub(super) struct Owner<'a> {
    /// The product and the code, if it is an entry.
    pub(super) place: Option<(&'a str, i32)>,
    pub(super) related: &'a [Spanned<(String, i32)>],
    /// Kind, actor and retry; nothing where they are inherited.
    pub(super) decides: Option<[Option<&'static str>; 3]>,
    pub(super) allow: &'a [Exception],
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

pub(super) fn owners(catalogs: &[(usize, Catalog)]) -> Vec<Owner<'_>> {
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
