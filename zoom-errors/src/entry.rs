//! Everything there is to say about one error, once.

use core::fmt;

use crate::places::Places;
use crate::{
    Actor, Advice, Class, Date, Guidance, Kind, Operation, Origin, Product, Remediation, Response,
    Retry, Source, ZoomError, text,
};

/// An error as data: a code, a word or a finer cause of any product.
///
/// Every enum of this crate hands out its entry, and has the same methods. Entries are `'static`, so
/// that a reference to one is a handle to be kept and copied.
///
/// ```
/// use zoom_errors::Reason;
/// use zoom_errors::video_sdk_web::{AudioCaptureFailedReason, VideoSdkWebError as E};
///
/// let entry = E::AudioCaptureFailed.entry();
/// assert_eq!(entry.code(), Some(6010));
/// assert_eq!(entry.reasons().len(), 7);
/// let reason = AudioCaptureFailedReason::from_entry(&entry.reasons()[0]);
/// assert_eq!(reason, Some(AudioCaptureFailedReason::PermissionDeniedByUser));
/// ```
pub struct Entry {
    pub(crate) space: &'static Space,
    pub(crate) key: Key,
    pub(crate) name: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) kind: Kind,
    pub(crate) actor: Actor,
    pub(crate) retry: Retry,
    pub(crate) advice: Option<Advice>,
    /// The place among those of its sort: codes, words or reasons of the product.
    pub(crate) place: u32,
    /// Its texts begin here: first the steps, then the causes, then the methods.
    pub(crate) texts: u32,
    pub(crate) steps: u16,
    pub(crate) causes: u16,
    pub(crate) raised_by: u16,
    pub(crate) source: u16,
    pub(crate) class: Option<u16>,
    pub(crate) more: &'static More,
}

/// What tells an error.
#[derive(Clone, Copy)]
pub(crate) enum Key {
    Code(i32),
    Word(&'static str),
    /// A reason that has a number under its code.
    SubCode(i32),
    /// A reason that is told by a fragment of the message.
    Fragment(&'static str),
    /// A reason that is told by responses.
    Responses,
}

/// The tables of one product.
pub(crate) struct Space {
    pub(crate) product: Product,
    /// The steps, causes and methods of all entries, one after the other: in one table they take
    /// the compiler half the time that lists inside of the entries take.
    pub(crate) texts: &'static [&'static str],
    pub(crate) sources: &'static [Source],
    pub(crate) categories: &'static [Class],
    pub(crate) ranges: &'static [Class],
    pub(crate) entries: &'static [Entry],
    pub(crate) reasons: &'static [Entry],
    pub(crate) responses: &'static [Response],
    /// How the message of each response begins: [`HEAD`](crate::documented::HEAD) bytes each.
    pub(crate) heads: &'static [u8],
    /// Places in `operations`, the list of each response behind that of the one before.
    pub(crate) calls: &'static [u16],
    pub(crate) operations: &'static [Operation],
}

impl Space {
    /// The section or the range whose numbers hold this one.
    pub(crate) fn class_around(&self, code: i32) -> Option<&'static Class> {
        let mut classes = self.categories.iter().chain(self.ranges);
        classes.find(|class| class.codes.is_some_and(|codes| codes.contains(code)))
    }
}

/// What few entries have; the others share [`NOTHING_MORE`].
pub(crate) struct More {
    pub(crate) aliases: &'static [&'static str],
    pub(crate) headers: &'static [&'static str],
    /// First place and number of its reasons.
    pub(crate) reasons: (u32, u16),
    /// First place and number of its responses.
    pub(crate) responses: (u32, u16),
    /// The place of the code that it is a reason of.
    pub(crate) parent: Option<u32>,
    pub(crate) same_as: Option<ZoomError>,
    pub(crate) effective: Option<Date>,
    pub(crate) erratum: Option<&'static str>,
    pub(crate) origin: Origin,
    pub(crate) retired: Option<Date>,
    pub(crate) related: &'static [ZoomError],
}

impl More {
    pub(crate) const NONE: More = More {
        aliases: &[],
        headers: &[],
        reasons: (0, 0),
        responses: (0, 0),
        parent: None,
        same_as: None,
        effective: None,
        erratum: None,
        origin: Origin::Documented,
        retired: None,
        related: &[],
    };
}

/// Shared by all entries that have nothing more.
pub(crate) static NOTHING_MORE: More = More::NONE;

/// Part of a table; the generator has made sure that it is there.
pub(crate) const fn part<T>(table: &'static [T], first: usize, count: usize) -> &'static [T] {
    table.split_at(first).1.split_at(count).0
}

impl Entry {
    /// The product that reports it.
    #[must_use]
    pub const fn product(&self) -> Product {
        self.space.product
    }

    /// The number on the wire: of a code, or of a reason that has a number of its own.
    #[must_use]
    pub const fn code(&self) -> Option<i32> {
        match self.key {
            Key::Code(code) | Key::SubCode(code) => Some(code),
            _ => None,
        }
    }

    /// The word on the wire, where that tells the error.
    #[must_use]
    pub const fn word(&self) -> Option<&'static str> {
        match self.key {
            Key::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The fragment of the server's message that tells a reason, where one does.
    #[must_use]
    pub const fn message(&self) -> Option<&'static str> {
        match self.key {
            Key::Fragment(fragment) => Some(fragment),
            _ => None,
        }
    }

    /// The constant as its source writes it, such as `CLIENT_DUPLICATED_JOIN`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Further constants that are reported for the same error.
    #[must_use]
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.more.aliases
    }

    /// One sentence: what happened.
    #[must_use]
    pub const fn summary(&self) -> &'static str {
        self.summary
    }

    /// The section of the page that lists it; words and reasons have none.
    #[must_use]
    pub const fn class(&self) -> Option<&'static Class> {
        match self.class {
            Some(class) => Some(&self.space.categories[class as usize]),
            None => None,
        }
    }

    /// What class of failure it is, who must act, whether to retry, and what to do.
    #[must_use]
    pub const fn guidance(&self) -> Guidance {
        Guidance {
            kind: self.kind,
            actor: self.actor,
            retry: self.retry,
            advice: self.advice,
            remediation: self.remediation(),
        }
    }

    /// What class of failure it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Who must act first.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        self.actor
    }

    /// Whether repeating the call helps.
    #[must_use]
    pub const fn retry(&self) -> Retry {
        self.retry
    }

    /// Where the remediation comes from; nothing where nothing failed.
    #[must_use]
    pub const fn advice(&self) -> Option<Advice> {
        self.advice
    }

    /// What to do, in order; empty only where nothing failed.
    #[must_use]
    pub const fn remediation(&self) -> Remediation {
        Remediation {
            steps: part(self.space.texts, self.texts as usize, self.steps as usize),
        }
    }

    /// Why it happens, most likely first; empty where the sources do not say.
    #[must_use]
    pub const fn causes(&self) -> &'static [&'static str] {
        let first = self.texts as usize + self.steps as usize;
        part(self.space.texts, first, self.causes as usize)
    }

    /// SDK methods that report it. For REST, see [`operations`](Entry::operations).
    #[must_use]
    pub const fn raised_by(&self) -> &'static [&'static str] {
        let first = self.texts as usize + self.steps as usize + self.causes as usize;
        part(self.space.texts, first, self.raised_by as usize)
    }

    /// What the server answers, as the reference documents it.
    #[must_use]
    pub const fn responses(&self) -> &'static [Response] {
        let (first, count) = self.more.responses;
        part(self.space.responses, first as usize, count as usize)
    }

    /// The REST operations that document it, each once, in the order of the calls.
    pub fn operations(&self) -> impl Iterator<Item = &'static Operation> + use<> {
        let operations = self.space.operations;
        let places = Places::of(self.responses(), self.space.calls);
        places.filter_map(|place| operations.get(place))
    }

    /// The finer causes under a code.
    #[must_use]
    pub const fn reasons(&self) -> &'static [Entry] {
        let (first, count) = self.more.reasons;
        part(self.space.reasons, first as usize, count as usize)
    }

    /// The code that this is a reason of.
    #[must_use]
    pub const fn parent(&self) -> Option<&'static Entry> {
        match self.more.parent {
            Some(place) => Some(&self.space.entries[place as usize]),
            None => None,
        }
    }

    /// Response headers that go with a reason, `Name: value` or `Name`.
    #[must_use]
    pub const fn headers(&self) -> &'static [&'static str] {
        self.more.headers
    }

    /// The code under which the same failure is described, if that is another one.
    #[must_use]
    pub const fn same_as(&self) -> Option<ZoomError> {
        self.more.same_as
    }

    /// The same failure in other code spaces.
    #[must_use]
    pub const fn related(&self) -> &'static [ZoomError] {
        self.more.related
    }

    /// Whether documentation states it, or a shipped SDK alone.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        self.more.origin
    }

    /// What is wrong or contested in the source, with the evidence.
    #[must_use]
    pub const fn erratum(&self) -> Option<&'static str> {
        self.more.erratum
    }

    /// The day from which Zoom enforces it, where one is stated.
    #[must_use]
    pub const fn effective(&self) -> Option<Date> {
        self.more.effective
    }

    /// The day on which Zoom withdrew it, if it did.
    #[must_use]
    pub const fn retired(&self) -> Option<Date> {
        self.more.retired
    }

    /// Where it was read.
    #[must_use]
    pub const fn source_page(&self) -> &'static Source {
        &self.space.sources[self.source as usize]
    }

    /// The address of the page that states it, where that is known for certain.
    #[must_use]
    pub const fn docs_url(&self) -> Option<&'static str> {
        self.source_page().url
    }

    /// The error as a value to match on; of a reason, its code.
    #[must_use]
    #[inline]
    pub fn error(&self) -> ZoomError {
        ZoomError::of(self.parent().unwrap_or(self))
    }
}

/// Entries are the same if they are one.
impl PartialEq for Entry {
    fn eq(&self, other: &Entry) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Eq for Entry {}

/// Writes `NAME (code): summary`, and the numbered steps below it for `{:#}`.
impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::write_error(f, self)
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Entry({}/{})", self.product().id(), self.name)
    }
}
