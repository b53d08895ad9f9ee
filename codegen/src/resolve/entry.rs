//! The entries of one catalog.

use std::collections::HashMap;

use super::{guidance, values};
use crate::catalog::{self, Catalog};
use crate::check::variant_of;
use crate::model::{
    Advice, Class, ErrorCode, Guidance, Reason, ReasonKey, Source, StringError, Strings,
};
use crate::names;

/// What an entry refers to.
pub(super) struct Context<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) entries: &'a [&'a catalog::Entry],
    pub(super) indices: &'a HashMap<i32, usize>,
    pub(super) sources: &'a [Source],
    pub(super) categories: &'a [Class],
}

impl Context<'_> {
    pub(super) fn strings(&self, strings: &catalog::Strings) -> Option<Strings> {
        Some(Strings {
            title: strings.title.as_ref()?.value.clone(),
            enum_name: strings.enum_name.as_ref()?.value.clone(),
            entries: strings
                .entries
                .iter()
                .map(|entry| self.string(entry))
                .collect::<Option<_>>()?,
        })
    }

    fn string(&self, entry: &catalog::Entry) -> Option<StringError> {
        Some(StringError {
            value: entry.value.as_ref()?.value.clone(),
            name: entry.name.as_ref()?.value.clone(),
            variant: variant_of(entry, None)?,
            summary: entry.summary.as_ref()?.value.clone(),
            causes: values(&entry.causes),
            erratum: entry.erratum.as_ref().map(|text| text.value.clone()),
            source: self.source(entry)?,
            guidance: guidance(&entry.advice)?,
        })
    }

    fn source(&self, entry: &catalog::Entry) -> Option<usize> {
        match &entry.source {
            Some(id) => self.sources.iter().position(|source| source.id == id.value),
            None => Some(0),
        }
    }

    pub(super) fn error(&self, entry: &catalog::Entry) -> Option<ErrorCode> {
        let same_as = match &entry.same_as {
            Some(target) => Some(*self.indices.get(&target.value)?),
            None => None,
        };
        let described = same_as.map_or(entry, |index| self.entries[index]);
        let guidance = guidance(&described.advice)?;
        let category = &entry.category.as_ref()?.value;
        let prefix = self
            .catalog
            .strip_prefix
            .as_ref()
            .map(|prefix| prefix.value.as_str());
        Some(ErrorCode {
            code: entry.code.as_ref()?.value,
            name: entry.name.as_ref()?.value.clone(),
            variant: variant_of(entry, prefix)?,
            aliases: values(&entry.aliases),
            category: self
                .categories
                .iter()
                .position(|class| class.id == *category)?,
            carrier: entry.carrier.iter().map(|word| word.value).collect(),
            summary: entry.summary.as_ref()?.value.clone(),
            causes: values(&entry.causes),
            raised_by: values(&entry.raised_by),
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
        })
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
            (None, None) => return None,
        },
        headers: values(&reason.headers),
        summary: reason.summary.as_ref()?.value.clone(),
        guidance: Guidance {
            kind: own.kind.as_ref().map_or(parent.kind, |word| word.value),
            advice,
        },
    })
}
