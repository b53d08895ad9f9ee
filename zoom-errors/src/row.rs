//! What the generated tables are made of.

use crate::{
    Actor, Advice, Carrier, Date, Kind, Origin, ReasonInfo, Remediation, Retry, ZoomError,
};

/// Everything there is to say about one code, except its number, which is the variant itself.
///
/// The lists stand in a table of their own, in which a row knows where to look: first its steps,
/// then its causes, then the methods.
pub(crate) struct Row<C: 'static> {
    pub(crate) name: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) category: C,
    pub(crate) kind: Kind,
    pub(crate) actor: Actor,
    pub(crate) retry: Retry,
    pub(crate) advice: Option<Advice>,
    pub(crate) texts: u32,
    pub(crate) steps: u16,
    pub(crate) causes: u16,
    pub(crate) raised_by: u16,
    pub(crate) source: u16,
    pub(crate) more: &'static More,
}

impl<C> Row<C> {
    pub(crate) const fn remediation(&self, texts: &'static [&'static str]) -> Remediation {
        Remediation {
            steps: part(texts, self.texts as usize, self.steps as usize),
        }
    }

    pub(crate) const fn causes(&self, texts: &'static [&'static str]) -> &'static [&'static str] {
        let first = self.texts as usize + self.steps as usize;
        part(texts, first, self.causes as usize)
    }

    pub(crate) const fn raised_by(
        &self,
        texts: &'static [&'static str],
    ) -> &'static [&'static str] {
        let first = self.texts as usize + self.steps as usize + self.causes as usize;
        part(texts, first, self.raised_by as usize)
    }
}

/// Part of a table; the generator has made sure that it is there.
#[inline]
const fn part(
    texts: &'static [&'static str],
    first: usize,
    count: usize,
) -> &'static [&'static str] {
    texts.split_at(first).1.split_at(count).0
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
    pub(crate) source: u16,
}

/// What few codes have; the others share [`NOTHING_MORE`].
pub(crate) struct More {
    pub(crate) aliases: &'static [&'static str],
    pub(crate) carrier: &'static [Carrier],
    pub(crate) reasons: &'static [ReasonInfo],
    /// The place of the code that describes the same failure.
    pub(crate) same_as: Option<u32>,
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

/// Shared by all codes that have nothing more.
pub(crate) static NOTHING_MORE: More = More::NONE;
