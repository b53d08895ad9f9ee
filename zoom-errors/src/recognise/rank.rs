//! Which candidate comes first.

use alloc::vec::Vec;
use core::cmp::Reverse;

use super::finding::Candidate;
use crate::Origin;
use crate::generated::weights::FIELD;

/// Puts what is proven first, then by weight; behind a proven one, drops what weighs far less.
pub(super) fn rank(candidates: &mut Vec<Candidate>) {
    candidates.sort_by_cached_key(|candidate| {
        let linked = candidate
            .error
            .is_some_and(|error| error.canonical() != error);
        // What a page states is met more often than what only a package has.
        let observed = candidate
            .error
            .is_some_and(|error| error.origin() == Origin::Observed);
        (
            Reverse(candidate.proven),
            Reverse(candidate.weight),
            linked,
            observed,
            candidate.product,
        )
    });
    let Some(best) = candidates.first().map(|best| (best.proven, best.weight)) else {
        return;
    };
    if best.0 {
        candidates.retain(|candidate| {
            candidate.weight * 3 >= best.1 || candidate.weight + FIELD >= best.1
        });
    }
}
