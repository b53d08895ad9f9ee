//! What stands beside a code where it is, to show where it belongs or stood.

use std::collections::HashMap;

use crate::outline::EntryOutline;

use super::against::{Against, Known};
use super::rows::PageCode;
use crate::docs::RowCode;

/// For each code of a page the entry beside which it belongs: that of the nearest row before it, or
/// else behind it.
pub(super) fn entries<'k>(
    codes: &[PageCode<'_>],
    against: &Against<'k>,
) -> Vec<Option<&'k EntryOutline>> {
    let mut last = None;
    let mut beside: Vec<Option<&EntryOutline>> = Vec::with_capacity(codes.len());
    for code in codes {
        if let Some(Known::Entry(_, entry)) = against.known(code.code) {
            last = Some(entry);
        }
        beside.push(last);
    }
    let first = beside.iter().flatten().next().copied();
    for entry in beside.iter_mut().take_while(|entry| entry.is_none()) {
        *entry = first;
    }
    beside
}

/// For each code that a page should have, in the catalog's order, the row that it would follow: that
/// of the nearest code before it, or else the page's first.
pub(super) fn rows<'p, 'a>(
    expected: &[RowCode],
    codes: &'p [PageCode<'a>],
) -> HashMap<RowCode, &'p PageCode<'a>> {
    let by_code: HashMap<RowCode, &PageCode<'_>> =
        codes.iter().map(|code| (code.code, code)).collect();
    let mut beside = HashMap::new();
    let mut last = codes.first();
    for code in expected {
        if let Some(last) = last {
            beside.entry(*code).or_insert(last);
        }
        last = by_code.get(code).copied().or(last);
    }
    beside
}
