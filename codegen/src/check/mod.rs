//! Rules that a catalog must keep beyond the form of its values.
//!
//! One file for each group of rules; each reads the catalogs and adds to the list of problems.
//! Missing values are skipped here: the decoder has reported them.

mod advice;
mod advised;
mod identity;
mod ranges;
mod rates;
mod reasons;
mod references;
mod responses;
mod retry;
mod spaces;
mod steps;
mod substance;
mod text;
mod variants;
mod words;

pub(crate) use variants::variant_of;

use crate::catalog::{Catalog, Operations, Rates, Spaces};
use crate::problem::Problem;
use crate::source::Sources;

/// What the rules look at.
pub(crate) struct Input<'a> {
    pub(crate) sources: &'a Sources,
    /// Each catalog with the index of its file.
    pub(crate) catalogs: &'a [(usize, Catalog)],
    /// Each list of operations with the index of its file.
    pub(crate) operations: &'a [(usize, Operations)],
    pub(crate) rates: Option<&'a Rates>,
    pub(crate) spaces: Option<&'a Spaces>,
}

/// Holds all catalogs against all rules.
pub(crate) fn all(input: &Input<'_>, problems: &mut Vec<Problem>) {
    identity::check(input, problems);
    variants::check(input, problems);
    references::check(input, problems);
    spaces::check(input, problems);
    ranges::check(input, problems);
    advice::check(input, problems);
    reasons::check(input, problems);
    responses::check(input, problems);
    rates::check(input, problems);
    text::check(input, problems);
    substance::check(input, problems);
}

/// Remembers where each value was first seen, and reports the second place.
pub(crate) struct FirstSeen<K> {
    seen: std::collections::HashMap<K, crate::source::Span>,
}

impl<K: std::hash::Hash + Eq> FirstSeen<K> {
    pub(crate) fn new() -> Self {
        Self {
            seen: std::collections::HashMap::new(),
        }
    }

    /// Notes the value; gives the earlier place if there is one.
    pub(crate) fn note(
        &mut self,
        key: K,
        span: crate::source::Span,
    ) -> Option<crate::source::Span> {
        match self.seen.entry(key) {
            std::collections::hash_map::Entry::Occupied(first) => Some(*first.get()),
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(span);
                None
            }
        }
    }
}
