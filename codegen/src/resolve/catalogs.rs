//! All catalogs at once, and the forms of values that entries and classes share.

use std::collections::HashMap;

use crate::catalog::{self, Catalog, Spaces};
use crate::model::{Advice, Guidance, Place};
use crate::vocabulary::SUCCESS;

/// The catalogs in the order of listings, with the codes of each in theirs.
pub(super) struct Catalogs<'a> {
    pub(super) catalogs: Vec<(&'a str, &'a Catalog, Vec<&'a catalog::Entry>)>,
    pub(super) by_id: HashMap<&'a str, usize>,
}

impl<'a> Catalogs<'a> {
    pub(super) fn new(catalogs: &'a [(usize, Catalog)], spaces: Option<&Spaces>) -> Option<Self> {
        let listed: HashMap<&str, usize> = spaces
            .iter()
            .flat_map(|spaces| &spaces.products)
            .enumerate()
            .filter_map(|(at, space)| Some((space.id.as_ref()?.value.as_str(), at)))
            .collect();
        let mut catalogs = catalogs
            .iter()
            .map(|(_, catalog)| {
                let mut entries: Vec<&catalog::Entry> = catalog.errors.iter().collect();
                entries.sort_by_key(|entry| number(entry));
                Some((catalog.id.as_ref()?.value.as_str(), catalog, entries))
            })
            .collect::<Option<Vec<_>>>()?;
        // What is not listed comes last, by id.
        catalogs.sort_by_key(|(id, ..)| (listed.get(id).copied().unwrap_or(usize::MAX), *id));
        let by_id = catalogs.iter().enumerate();
        let by_id = by_id.map(|(at, (id, ..))| (*id, at)).collect();
        Some(Self { catalogs, by_id })
    }

    /// Where a code of a product is.
    pub(super) fn find(&self, (id, code): (&str, i32)) -> Option<Place> {
        let product = *self.by_id.get(id)?;
        let entries = &self.catalogs[product].2;
        let entry = entries.binary_search_by_key(&Some(code), |entry| number(entry));
        Some(Place {
            product,
            entry: entry.ok()?,
        })
    }

    pub(super) fn at(&self, place: Place) -> &'a catalog::Entry {
        self.catalogs[place.product].2[place.entry]
    }
}

pub(super) fn number(entry: &catalog::Entry) -> Option<i32> {
    entry.code.as_ref().map(|code| code.value)
}

pub(super) fn guidance(advice: &catalog::Advice) -> Option<Guidance> {
    let kind = advice.kind.as_ref()?.value;
    if kind == SUCCESS {
        return Some(Guidance { kind, advice: None });
    }
    Some(Guidance {
        kind,
        advice: Some(Advice {
            actor: advice.actor.as_ref()?.value,
            retry: advice.retry.as_ref()?.value,
            given_by: advice.advice.as_ref()?.value,
            steps: values(&advice.remediation),
        }),
    })
}

pub(super) fn values(texts: &[crate::source::Spanned<String>]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}
