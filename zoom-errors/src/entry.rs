//! Everything there is to say about one error, once.

use core::fmt;

use crate::places::Places;
use crate::row;
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
    /// See [`row`](crate::row) for what is where.
    pub(crate) row: [u8; row::WIDTH],
}

/// The tables of one product.
pub(crate) struct Space {
    pub(crate) product: Product,
    /// The texts of all entries, one after the other: in one table they take the compiler half the
    /// time that lists inside of the entries take.
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
    /// What entries are related to, one after the other.
    pub(crate) related: &'static [ZoomError],
}

impl Space {
    /// The section or the range whose numbers hold this one.
    pub(crate) fn class_around(&self, code: i32) -> Option<&'static Class> {
        let mut classes = self.categories.iter().chain(self.ranges);
        classes.find(|class| class.codes.is_some_and(|codes| codes.contains(code)))
    }
}

/// Part of a table; the generator has made sure that it is there.
pub(crate) const fn part<T>(table: &'static [T], first: usize, count: usize) -> &'static [T] {
    table.split_at(first).1.split_at(count).0
}

impl Entry {
    /// The product that reports it.
    #[must_use]
    #[inline]
    pub const fn product(&self) -> Product {
        self.space.product
    }

    /// The number on the wire: of a code, or of a reason that has a number of its own.
    #[must_use]
    #[inline]
    pub const fn code(&self) -> Option<i32> {
        match self.row[row::SORT] {
            row::CODE | row::SUB_CODE => Some(self.number(row::NUMBER) as i32),
            _ => None,
        }
    }

    /// The word on the wire, where that tells the error.
    #[must_use]
    #[inline]
    pub const fn word(&self) -> Option<&'static str> {
        match self.row[row::SORT] {
            row::WORD => Some(self.sign()),
            _ => None,
        }
    }

    /// The fragment of the server's message that tells a reason, where one does.
    #[must_use]
    #[inline]
    pub const fn message(&self) -> Option<&'static str> {
        match self.row[row::SORT] {
            row::FRAGMENT => Some(self.sign()),
            _ => None,
        }
    }

    /// The constant as its source writes it, such as `CLIENT_DUPLICATED_JOIN`.
    #[must_use]
    #[inline]
    pub const fn name(&self) -> &'static str {
        self.space.texts[self.place_of(row::TEXTS) + 2]
    }

    /// The name and the aliases.
    #[cfg(feature = "strum")]
    #[inline]
    pub(crate) const fn names(&self) -> &'static [&'static str] {
        let first = self.place_of(row::TEXTS) + 2;
        part(self.space.texts, first, 1 + self.place_of(row::ALIASES))
    }

    /// Further constants that are reported for the same error.
    #[must_use]
    #[inline]
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.texts(row::ALIASES)
    }

    /// One sentence: what happened.
    #[must_use]
    #[inline]
    pub const fn summary(&self) -> &'static str {
        self.space.texts[self.place_of(row::TEXTS) + 1]
    }

    /// The section of the page that lists it; words and reasons have none.
    #[must_use]
    #[inline]
    pub const fn class(&self) -> Option<&'static Class> {
        match self.class_place() {
            Some(place) => Some(&self.space.categories[place]),
            None => None,
        }
    }

    /// What class of failure it is, who must act, whether to retry, and what to do.
    #[must_use]
    #[inline]
    pub const fn guidance(&self) -> Guidance {
        Guidance {
            kind: self.kind(),
            actor: self.actor(),
            retry: self.retry(),
            advice: self.advice(),
            remediation: self.remediation(),
        }
    }

    /// What class of failure it is.
    #[must_use]
    #[inline]
    pub const fn kind(&self) -> Kind {
        Kind::ALL[self.row[row::KIND] as usize]
    }

    /// Who must act first.
    #[must_use]
    #[inline]
    pub const fn actor(&self) -> Actor {
        Actor::ALL[self.row[row::ACTOR] as usize]
    }

    /// Whether repeating the call helps.
    #[must_use]
    #[inline]
    pub const fn retry(&self) -> Retry {
        Retry::ALL[self.row[row::RETRY] as usize]
    }

    /// Where the remediation comes from; nothing where nothing failed.
    #[must_use]
    #[inline]
    pub const fn advice(&self) -> Option<Advice> {
        match self.row[row::ADVICE] {
            0 => None,
            place => Some(Advice::ALL[place as usize - 1]),
        }
    }

    /// What to do, in order; empty only where nothing failed.
    #[must_use]
    #[inline]
    pub const fn remediation(&self) -> Remediation {
        Remediation {
            steps: self.texts(row::STEPS),
        }
    }

    /// Why it happens, most likely first; empty where the sources do not say.
    #[must_use]
    #[inline]
    pub const fn causes(&self) -> &'static [&'static str] {
        self.texts(row::CAUSES)
    }

    /// SDK methods that report it. For REST, see [`operations`](Entry::operations).
    #[must_use]
    #[inline]
    pub const fn raised_by(&self) -> &'static [&'static str] {
        self.texts(row::METHODS)
    }

    /// What the server answers, as the reference documents it.
    #[must_use]
    #[inline]
    pub const fn responses(&self) -> &'static [Response] {
        self.part(self.space.responses, row::ANSWERS)
    }

    /// The REST operations that document it, each once, in the order of the calls.
    #[inline]
    pub fn operations(&self) -> impl Iterator<Item = &'static Operation> + use<> {
        let operations = self.space.operations;
        let places = Places::of(self.responses(), self.space.calls);
        places.filter_map(|place| operations.get(place))
    }

    /// The finer causes under a code.
    #[must_use]
    #[inline]
    pub const fn reasons(&self) -> &'static [Entry] {
        self.part(self.space.reasons, row::REASONS)
    }

    /// The code that this is a reason of.
    #[must_use]
    #[inline]
    pub const fn parent(&self) -> Option<&'static Entry> {
        match self.row[row::SORT] {
            row::SUB_CODE | row::FRAGMENT | row::RESPONSES => {
                Some(&self.space.entries[self.place_of(row::UNDER)])
            }
            _ => None,
        }
    }

    /// Response headers that go with a reason, `Name: value` or `Name`.
    #[must_use]
    #[inline]
    pub const fn headers(&self) -> &'static [&'static str] {
        self.texts(row::HEADERS)
    }

    /// The code under which the same failure is described, if that is another one.
    #[must_use]
    #[inline]
    pub const fn same_as(&self) -> Option<ZoomError> {
        match self.part(self.space.related, row::RELATED) {
            [same, ..] if self.row[row::SAME] != 0 => Some(*same),
            _ => None,
        }
    }

    /// The same failure in other code spaces.
    #[must_use]
    #[inline]
    pub const fn related(&self) -> &'static [ZoomError] {
        let related = self.part(self.space.related, row::RELATED);
        related.split_at(self.row[row::SAME] as usize).1
    }

    /// Whether documentation states it, or a shipped SDK alone.
    #[must_use]
    #[inline]
    pub const fn origin(&self) -> Origin {
        Origin::ALL[self.row[row::ORIGIN] as usize]
    }

    /// What is wrong or contested in the source, with the evidence.
    #[must_use]
    #[inline]
    pub const fn erratum(&self) -> Option<&'static str> {
        match self.row[row::ERRATUM] {
            0 => None,
            _ => Some(self.space.texts[self.behind_lists(row::WIDTH)]),
        }
    }

    /// The day from which Zoom enforces it, where one is stated.
    #[must_use]
    #[inline]
    pub const fn effective(&self) -> Option<Date> {
        self.date(row::EFFECTIVE)
    }

    /// The day on which Zoom withdrew it, if it did.
    #[must_use]
    #[inline]
    pub const fn retired(&self) -> Option<Date> {
        self.date(row::RETIRED)
    }

    /// Where it was read.
    #[must_use]
    #[inline]
    pub const fn source_page(&self) -> &'static Source {
        &self.space.sources[self.place_of(row::SOURCE)]
    }

    /// The address of the page that states it, where that is known for certain.
    #[must_use]
    #[inline]
    pub const fn docs_url(&self) -> Option<&'static str> {
        self.source_page().url
    }

    /// The error as a value to match on; of a reason, its code.
    #[must_use]
    #[inline]
    pub fn error(&self) -> ZoomError {
        ZoomError::of(self.parent().unwrap_or(self))
    }

    /// The place of its class, if it is in one.
    #[inline]
    pub(crate) const fn class_place(&self) -> Option<usize> {
        match self.number(row::UNDER) {
            row::NONE => None,
            place if self.row[row::SORT] == row::CODE => Some(place as usize),
            _ => None,
        }
    }

    /// The place among those of its sort: codes, words or reasons of the product.
    #[inline]
    pub(crate) const fn place(&self) -> usize {
        self.place_of(row::PLACE)
    }

    /// The place of its responses among those of the product.
    #[inline]
    pub(crate) const fn first_response(&self) -> usize {
        self.place_of(row::ANSWERS)
    }

    /// `NAME (code): summary`.
    #[inline]
    pub(crate) const fn line(&self) -> &'static str {
        self.space.texts[self.place_of(row::TEXTS)]
    }

    /// One of the lists of texts, by the place of its length in the row.
    #[inline]
    const fn texts(&self, list: usize) -> &'static [&'static str] {
        part(
            self.space.texts,
            self.behind_lists(list),
            self.place_of(list),
        )
    }

    /// The place of the text behind all lists before one.
    #[inline]
    const fn behind_lists(&self, end: usize) -> usize {
        let mut place = self.place_of(row::TEXTS) + row::SINGLE;
        let mut at = 0;
        while at < row::LISTS.len() && row::LISTS[at] != end {
            place += self.place_of(row::LISTS[at]);
            at += 1;
        }
        place
    }

    /// The word or the fragment that tells it.
    #[inline]
    const fn sign(&self) -> &'static str {
        self.space.texts[self.behind_lists(row::WIDTH) + self.row[row::ERRATUM] as usize]
    }

    /// What it has of a table.
    #[inline]
    const fn part<T>(&self, table: &'static [T], at: usize) -> &'static [T] {
        part(table, self.place_of(at), self.place_of(at + 4))
    }

    #[inline]
    const fn date(&self, at: usize) -> Option<Date> {
        match self.number(at) {
            0 => None,
            date => Some(Date::new(
                date as u16,
                (date >> 16) as u8,
                (date >> 24) as u8,
            )),
        }
    }

    #[inline]
    const fn place_of(&self, at: usize) -> usize {
        self.number(at) as usize
    }

    #[inline]
    const fn number(&self, at: usize) -> u32 {
        let row = &self.row;
        u32::from_le_bytes([row[at], row[at + 1], row[at + 2], row[at + 3]])
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
        write!(f, "Entry({}/{})", self.product().id(), self.name())
    }
}
