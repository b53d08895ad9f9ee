//! The traits that the enums share, for generic code.

use core::error::Error;
use core::fmt;
use core::hash::Hash;

use crate::names::Names;
use crate::{
    Actor, Advice, Class, Date, Entry, Guidance, Kind, Observed, Origin, Product, Remediation,
    Response, Retry, Source, ZoomError,
};

pub(crate) mod sealed {
    /// Keeps the traits of this crate to its own types, so that they can grow.
    pub trait Sealed {}
}

/// Anything that explains a failure: codes, words, reasons and [`ZoomError`].
///
/// Codes and words have inherent methods of the same names, for which the trait need not be in scope.
///
/// ```
/// use zoom_errors::{Explain, Retry};
///
/// fn worth_waiting(failure: impl Explain) -> bool {
///     failure.retry().helps_unchanged()
/// }
///
/// use zoom_errors::video_sdk_web::VideoSdkWebError as E;
/// assert!(worth_waiting(E::OperationTimeout));
/// assert!(!worth_waiting(E::SessionIncorrectPasscode));
/// ```
pub trait Explain: Copy + fmt::Debug + fmt::Display + sealed::Sealed + 'static {
    /// The error as data, which every other method reads.
    fn entry(self) -> &'static Entry;

    /// The constant as its source writes it, such as `CLIENT_DUPLICATED_JOIN`.
    fn name(self) -> &'static str {
        self.entry().name()
    }

    /// Further constants that are reported for the same error.
    fn aliases(self) -> &'static [&'static str] {
        self.entry().aliases()
    }

    /// One sentence: what happened.
    fn summary(self) -> &'static str {
        self.entry().summary()
    }

    /// The section of the page that lists it; words and reasons have none.
    fn class(self) -> Option<&'static Class> {
        self.entry().class()
    }

    /// What class of failure it is, who must act, whether to retry, and what to do.
    fn guidance(self) -> Guidance {
        self.entry().guidance()
    }

    /// What class of failure it is.
    fn kind(self) -> Kind {
        self.entry().kind()
    }

    /// Who must act first.
    fn actor(self) -> Actor {
        self.entry().actor()
    }

    /// Whether repeating the call helps.
    fn retry(self) -> Retry {
        self.entry().retry()
    }

    /// Where the remediation comes from; nothing where nothing failed.
    fn advice(self) -> Option<Advice> {
        self.entry().advice()
    }

    /// What to do.
    fn remediation(self) -> Remediation {
        self.entry().remediation()
    }

    /// Why it happens, most likely first; empty where the sources do not say.
    fn causes(self) -> &'static [&'static str] {
        self.entry().causes()
    }

    /// SDK methods that report it.
    fn raised_by(self) -> &'static [&'static str] {
        self.entry().raised_by()
    }

    /// What the server answers, as the reference documents it.
    fn responses(self) -> &'static [Response] {
        self.entry().responses()
    }

    /// The finer causes under the code.
    fn reasons(self) -> &'static [Entry] {
        self.entry().reasons()
    }

    /// The same failure in other code spaces.
    fn related(self) -> &'static [ZoomError] {
        self.entry().related()
    }

    /// Whether documentation states it.
    fn origin(self) -> Origin {
        self.entry().origin()
    }

    /// What is wrong or contested in the source.
    fn erratum(self) -> Option<&'static str> {
        self.entry().erratum()
    }

    /// The day from which Zoom enforces it, where one is stated.
    fn effective(self) -> Option<Date> {
        self.entry().effective()
    }

    /// The day on which Zoom withdrew it, if it did.
    fn retired(self) -> Option<Date> {
        self.entry().retired()
    }

    /// Where it was read.
    fn source_page(self) -> &'static Source {
        self.entry().source_page()
    }

    /// The address of the page that states it, where that is known for certain.
    fn docs_url(self) -> Option<&'static str> {
        self.entry().docs_url()
    }
}

/// What can be said of something that may not be listed: [`Observed`], decoded payloads, responses.
///
/// All but [`guidance`](Guided::guidance) follows from it.
///
/// ```
/// use zoom_errors::{Guided, http_status::HttpStatus};
///
/// // 503 is not listed, but the page says what all 5XX answers mean.
/// let observed = HttpStatus::observe(503);
/// assert!(observed.retry().unwrap().helps_unchanged());
/// ```
pub trait Guided {
    /// What class of failure it is, who must act, whether to retry, and what to do; as far as
    /// anything is known.
    fn guidance(&self) -> Option<Guidance>;

    /// What class of failure it is.
    fn kind(&self) -> Option<Kind> {
        Some(self.guidance()?.kind())
    }

    /// Who must act first.
    fn actor(&self) -> Option<Actor> {
        Some(self.guidance()?.actor())
    }

    /// Whether repeating the call helps.
    fn retry(&self) -> Option<Retry> {
        Some(self.guidance()?.retry())
    }

    /// Where the remediation comes from.
    fn advice(&self) -> Option<Advice> {
        self.guidance()?.advice()
    }

    /// What to do.
    fn remediation(&self) -> Option<Remediation> {
        Some(self.guidance()?.remediation())
    }
}

impl Guided for Entry {
    fn guidance(&self) -> Option<Guidance> {
        Some(Entry::guidance(self))
    }
}

/// The code enum of a product.
///
/// ```
/// use zoom_errors::ErrorCode;
///
/// fn describe<E: ErrorCode>(code: i32) -> String {
///     match E::from_code(code) {
///         Some(known) => known.to_string(),
///         None => format!("{code} (not documented for {})", E::PRODUCT),
///     }
/// }
///
/// use zoom_errors::video_sdk_web::VideoSdkWebError;
/// assert!(describe::<VideoSdkWebError>(5012).starts_with("CLIENT_DUPLICATED_JOIN (5012): "));
/// assert_eq!(
///     describe::<VideoSdkWebError>(5999),
///     "5999 (not documented for Zoom Video SDK for Web)",
/// );
/// ```
pub trait ErrorCode:
    Explain
    + Error
    + Eq
    + Ord
    + Hash
    + Into<i32>
    + PartialEq<i32>
    + Into<ZoomError>
    + TryFrom<ZoomError>
    + Send
    + Sync
{
    /// Every code, ascending.
    const ALL: &'static [Self];

    /// The product that reports these codes.
    const PRODUCT: Product;

    /// Where the names are found.
    #[doc(hidden)]
    const NAMES: &'static Names;

    /// The number on the wire.
    fn code(self) -> i32 {
        self.into()
    }

    /// The variant for a number, if it is listed.
    fn from_code(code: i32) -> Option<Self>;

    /// The variant for a constant or alias, exactly as its source writes it.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.get(Self::NAMES.place(name.as_bytes())?).copied()
    }

    /// The variant for a constant or alias in whatever case. Slower than
    /// [`from_name`](ErrorCode::from_name).
    fn from_name_ignoring_case(name: &str) -> Option<Self> {
        Self::ALL
            .get(Self::NAMES.place_ignoring_case(name)?)
            .copied()
    }

    /// The variant of an entry, if it is one of this product's codes.
    fn from_entry(entry: &Entry) -> Option<Self> {
        let error = Self::from_code(entry.code()?)?;
        (error.entry() == entry).then_some(error)
    }

    /// The section of a listed code, or the narrowest documented range around any other.
    fn class_of(code: i32) -> Option<&'static Class> {
        match Self::from_code(code) {
            Some(error) => error.class(),
            None => Self::ALL.first()?.entry().space.class_around(code),
        }
    }

    /// The code under which the same failure is described; mostly itself.
    fn canonical(self) -> ZoomError {
        self.entry().same_as().unwrap_or_else(|| self.into())
    }

    /// The code as it came over the wire, listed or not.
    #[must_use]
    fn observe(code: i32) -> Observed<Self> {
        Observed::new(code)
    }

    /// Whether a number means success; any other as the error that it is.
    ///
    /// # Errors
    /// If the code is not listed as a success.
    fn check(code: i32) -> Result<(), Observed<Self>> {
        crate::observed::check(code)
    }
}

/// An enum of errors that are told by a word.
pub trait ErrorWord: Explain + Error + Eq + Into<ZoomError> {
    /// Every word, in the order of the source.
    const ALL: &'static [Self];

    /// The product that reports these words.
    const PRODUCT: Product;
}

/// The variant for a word or another spelling of it.
pub(crate) fn word<W: ErrorWord>(value: &str) -> Option<W> {
    W::ALL.iter().copied().find(|word| {
        let entry = word.entry();
        entry.word() == Some(value) || entry.aliases().contains(&value)
    })
}

/// An enum of the finer causes under one code.
///
/// ```
/// use zoom_errors::{Reason, video_sdk_web::AudioCaptureFailedReason};
///
/// fn explain<R: Reason>(reasons: &[R]) -> Vec<String> {
///     reasons.iter().map(|reason| format!("{}: {}", R::PARENT, reason.summary())).collect()
/// }
///
/// assert_eq!(explain(AudioCaptureFailedReason::ALL).len(), 7);
/// ```
pub trait Reason: Explain + Eq + Hash {
    /// The code enum that holds the code.
    type Parent: ErrorCode;

    /// The code that these are reasons of.
    const PARENT: Self::Parent;

    /// Every reason, in the order of the documentation.
    const ALL: &'static [Self];

    /// The reason that a server's message tells, if it tells one.
    #[must_use]
    fn from_message(message: &str) -> Option<Self> {
        Self::from_entry(Self::PARENT.entry().reason_for_message(message)?)
    }

    /// The variant of an entry, if it is one of these reasons.
    #[must_use]
    fn from_entry(entry: &Entry) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|reason| reason.entry() == entry)
    }
}
