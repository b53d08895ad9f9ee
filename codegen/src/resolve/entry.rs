//! The entries of one catalog.

use std::collections::HashMap;

use super::catalogs::{Catalogs, guidance, values};
use crate::catalog::{self, Catalog};
use crate::check::variant_of;
use crate::model::{
    Advice, Class, Entry, Guidance, Key, Operation, Reason, ReasonKey, Response, Source, Strings,
    Template,
};
use crate::names;

/// What an entry refers to.
pub(super) struct Context<'a> {
    pub(super) id: &'a str,
    pub(super) catalog: &'a Catalog,
    pub(super) all: &'a Catalogs<'a>,
    pub(super) sources: &'a [Source],
    pub(super) categories: &'a [Class],
    pub(super) operations: &'a [Operation],
}

impl Context<'_> {
    pub(super) fn strings(&self, strings: &catalog::Strings) -> Option<Strings> {
        Some(Strings {
            title: strings.title.as_ref()?.value.clone(),
            enum_name: strings.enum_name.as_ref()?.value.clone(),
            zoom_error: match self.catalog.errors.as_slice() {
                [] => names::from_id(self.id),
                _ => format!("{}Word", names::from_id(self.id)),
            },
            entries: strings
                .entries
                .iter()
                .map(|entry| self.entry(entry))
                .collect::<Option<_>>()?,
        })
    }

    fn source(&self, entry: &catalog::Entry) -> Option<usize> {
        match &entry.source {
            Some(id) => self.sources.iter().position(|source| source.id == id.value),
            None => Some(0),
        }
    }

    pub(super) fn entry(&self, entry: &catalog::Entry) -> Option<Entry> {
        let same_as = match &entry.same_as {
            Some(target) => Some(self.all.find(target.value.place(self.id))?),
            None => None,
        };
        let described = same_as.map_or(entry, |place| self.all.at(place));
        let guidance = guidance(&described.advice)?;
        let key = match (&entry.code, &entry.value) {
            (Some(code), _) => Key::Code(code.value),
            (None, value) => Key::Word(value.as_ref()?.value.clone()),
        };
        let prefix = self.catalog.strip_prefix.as_ref();
        let prefix = prefix.filter(|_| matches!(key, Key::Code(_)));
        Some(Entry {
            name: entry.name.as_ref()?.value.clone(),
            variant: variant_of(entry, prefix.map(|prefix| prefix.value.as_str()))?,
            aliases: values(&entry.aliases),
            category: match &entry.category {
                Some(id) => Some(
                    self.categories
                        .iter()
                        .position(|class| class.id == id.value)?,
                ),
                None => None,
            },
            summary: entry.summary.as_ref()?.value.clone(),
            causes: values(match entry.causes.as_slice() {
                [] if !std::ptr::eq(described, entry) => &described.causes,
                causes => causes,
            }),
            raised_by: values(&entry.raised_by),
            responses: self.responses(entry)?,
            reasons: entry
                .reasons
                .iter()
                .map(|reason| resolve_reason(reason, &guidance))
                .collect::<Option<_>>()?,
            same_as,
            effective: entry.effective.as_ref().map(|date| date.value),
            erratum: entry.erratum.as_ref().map(|text| text.value.clone()),
            origin: entry
                .origin
                .as_ref()
                .map_or("documented", |origin| origin.value),
            retired: entry.retired.as_ref().map(|date| date.value),
            renamed_from: values(&entry.renamed_from),
            related: Vec::new(),
            source: self.source(entry)?,
            guidance,
            key,
        })
    }

    fn responses(&self, entry: &catalog::Entry) -> Option<Vec<Response>> {
        let reasons: HashMap<&str, usize> = entry
            .reasons
            .iter()
            .enumerate()
            .filter_map(|(at, reason)| Some((reason.name.as_ref()?.value.as_str(), at)))
            .collect();
        let operation = |call: &str| {
            let found = self
                .operations
                .binary_search_by(|known| known.call.as_str().cmp(call));
            found.ok()
        };
        entry
            .responses
            .iter()
            .map(|response| {
                let mut on = response
                    .on
                    .iter()
                    .map(|call| operation(&call.value))
                    .collect::<Option<Vec<_>>>()?;
                on.sort_unstable();
                Some(Response {
                    status: u16::try_from(response.status.as_ref()?.value).ok()?,
                    message: Template::new(&response.message.as_ref()?.value),
                    reason: match &response.reason {
                        Some(name) => Some(*reasons.get(name.value.as_str())?),
                        None => None,
                    },
                    on,
                })
            })
            .collect()
    }
}

/// A reason takes from its code whatever it does not state itself.
fn resolve_reason(reason: &catalog::Reason, parent: &Guidance) -> Option<Reason> {
    let name = reason.name.as_ref()?.value.clone();
    let own = &reason.advice;
    let advice = parent.advice.as_ref().map(|inherited| Advice {
        actor: own
            .actor
            .as_ref()
            .map_or(inherited.actor, |word| word.value),
        retry: own
            .retry
            .as_ref()
            .map_or(inherited.retry, |word| word.value),
        given_by: own
            .advice
            .as_ref()
            .map_or(inherited.given_by, |word| word.value),
        steps: match own.remediation.as_slice() {
            [] => inherited.steps.clone(),
            steps => values(steps),
        },
    });
    Some(Reason {
        variant: match &reason.variant {
            Some(stated) => stated.value.clone(),
            None => names::variant(&name, None)?,
        },
        name,
        key: match (&reason.code, &reason.message) {
            (Some(code), _) => ReasonKey::Code(code.value),
            (None, Some(message)) => ReasonKey::Message(message.value.clone()),
            (None, None) => ReasonKey::Responses,
        },
        headers: values(&reason.headers),
        summary: reason.summary.as_ref()?.value.clone(),
        guidance: Guidance {
            kind: own.kind.as_ref().map_or(parent.kind, |word| word.value),
            advice,
        },
    })
}
