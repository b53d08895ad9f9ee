//! Documented number ranges are disjoint and not empty.

use super::Input;
use crate::catalog::{Class, Codes};
use crate::problem::Problem;
use crate::rule::Rule;
use crate::source::Spanned;

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    for (_, catalog) in input.catalogs {
        disjoint(&catalog.ranges, problems);
        disjoint(&catalog.categories, problems);
    }
}

fn disjoint(classes: &[Class], problems: &mut Vec<Problem>) {
    let mut codes: Vec<&Spanned<Codes>> = classes.iter().filter_map(|c| c.codes.as_ref()).collect();
    codes.retain(|codes| {
        let first = codes.value.first;
        let Some(last) = codes.value.last.filter(|last| *last < first) else {
            return true;
        };
        problems.push(
            Problem::new(Rule::Range, codes.span, "the range holds no number")
                .help(format!("write the lower number first: `{last}..={first}`")),
        );
        false
    });
    codes.sort_by_key(|codes| codes.value.first);
    // After sorting, a range can only overlap the one that reaches furthest so far.
    let mut furthest: Option<&Spanned<Codes>> = None;
    for range in codes {
        if let Some(earlier) = furthest
            && earlier.value.contains(range.value.first)
        {
            let shared = range.value.first;
            problems.push(
                Problem::new(
                    Rule::Range,
                    range.span,
                    format!("two ranges claim {shared}"),
                )
                .related(earlier.span, "already claimed here")
                .help("ranges are disjoint; only the last may be open"),
            );
        }
        let end = |codes: &Spanned<Codes>| codes.value.last.unwrap_or(i32::MAX);
        if furthest.is_none_or(|earlier| end(earlier) <= end(range)) {
            furthest = Some(range);
        }
    }
}
