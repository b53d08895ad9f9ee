//! What the generated tables are made of.

use crate::{
    Actor, Advice, Carrier, Date, Kind, Origin, ReasonInfo, Remediation, Retry, Source, ZoomError,
};

/// Everything there is to say about one code, except its number, which is the variant itself.
pub(crate) struct Row<C: 'static> {
    pub(crate) name: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) category: C,
    pub(crate) kind: Kind,
    pub(crate) actor: Actor,
    pub(crate) retry: Retry,
    pub(crate) advice: Option<Advice>,
    pub(crate) remediation: Remediation,
    pub(crate) causes: &'static [&'static str],
    pub(crate) raised_by: &'static [&'static str],
    pub(crate) source: &'static Source,
    pub(crate) more: &'static More,
}

/// Everything there is to say about an error that is told by a word.
pub(crate) struct StringRow {
    pub(crate) value: &'static str,
    pub(crate) name: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) kind: Kind,
    pub(crate) actor: Actor,
    pub(crate) retry: Retry,
    pub(crate) advice: Option<Advice>,
    pub(crate) remediation: Remediation,
    pub(crate) causes: &'static [&'static str],
    pub(crate) erratum: Option<&'static str>,
    pub(crate) source: &'static Source,
}

/// What few codes have; the others share [`More::NONE`].
pub(crate) struct More {
    pub(crate) aliases: &'static [&'static str],
    pub(crate) carrier: &'static [Carrier],
    pub(crate) reasons: &'static [ReasonInfo],
    pub(crate) same_as: Option<i32>,
    pub(crate) effective: Option<Date>,
    pub(crate) erratum: Option<&'static str>,
    pub(crate) origin: Origin,
    pub(crate) retired: Option<Date>,
    pub(crate) related: &'static [ZoomError],
}

impl More {
    pub(crate) const NONE: More = More {
        aliases: &[],
        carrier: &[],
        reasons: &[],
        same_as: None,
        effective: None,
        erratum: None,
        origin: Origin::Documented,
        retired: None,
        related: &[],
    };
}
