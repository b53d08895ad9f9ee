//! What rate-limit labels allow: one statement for each label, plan and product that has operations.

use super::identity::duplicate;
use super::{FirstSeen, Input};
use crate::catalog::Rate;
use crate::problem::Problem;
use crate::rule::Rule;

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let Some(rates) = input.rates else { return };
    let mut seen = FirstSeen::new();
    for rate in &rates.rates {
        positive(rate, problems);
        let product = rate.product.as_ref();
        let mut listed = input
            .operations
            .iter()
            .filter_map(|(_, of)| of.product.as_ref());
        if let Some(product) = product
            && !listed.any(|of| of.value == product.value)
        {
            let message = format!("no operations of `{}` are listed", product.value);
            problems.push(
                Problem::new(Rule::ProductId, product.span, message)
                    .help("write the product id of a file in `operations/`"),
            );
        }
        let (Some(label), Some(plan)) = (&rate.label, &rate.plan) else {
            continue;
        };
        let id = product.map(|product| product.value.as_str());
        if let Some(first) = seen.note((id, label.value, plan.value), rate.span) {
            let shown = format!("{} on {}", label.value, plan.value);
            problems.push(
                duplicate(Rule::DuplicateId, "rate limit", &shown, rate.span, first)
                    .help("keep one of them, or name the product that differs"),
            );
        }
    }
}

fn positive(rate: &Rate, problems: &mut Vec<Problem>) {
    for number in [&rate.calls, &rate.daily, &rate.pooled]
        .into_iter()
        .flatten()
    {
        if number.value < 1 {
            problems.push(
                Problem::new(Rule::WrongType, number.span, "no call at all is no limit")
                    .help("write how many calls are allowed, at least 1"),
            );
        }
    }
}
