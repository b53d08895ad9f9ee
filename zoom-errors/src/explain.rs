//! What every code, and every finer reason, can say about itself.

use core::error::Error;
use core::fmt;
use core::hash::Hash;

use crate::{
    Actor, Class, Kind, Observed, Origin, Product, ReasonInfo, Remediation, Retry, ZoomError,
};

pub(crate) mod sealed {
    /// Keeps the traits of this crate to its own types, so that they can grow.
    pub trait Sealed {}
}

/// Anything that explains a failure: codes, reasons and [`ZoomError`].
///
/// The enums have inherent methods of the same names; the trait is for generic code.
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
    /// The constant as its source writes it, such as `CLIENT_DUPLICATED_JOIN`.
    fn name(self) -> &'static str;

    /// One sentence: what happened.
    fn summary(self) -> &'static str;

    /// What class of failure it is.
    fn kind(self) -> Kind;

    /// Who must act first.
    fn actor(self) -> Actor;

    /// Whether repeating the call helps.
    fn retry(self) -> Retry;

    /// What to do.
    fn remediation(self) -> Remediation;

    /// Why it happens, most likely first; empty where the sources do not say.
    fn causes(self) -> &'static [&'static str];
}

/// The code enum of a product.
///
/// ```
/// use zoom_errors::{ErrorCode, Observed};
///
/// fn describe<E: ErrorCode>(code: i32) -> String {
///     match E::observe(code) {
///         Observed::Known(known) => known.to_string(),
///         Observed::Unknown(code) => format!("{code} (not documented for {})", E::PRODUCT),
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
    Explain + Error + Eq + Ord + Hash + Into<ZoomError> + TryFrom<ZoomError> + Send + Sync
{
    /// Every code, ascending.
    const ALL: &'static [Self];

    /// The product that reports these codes.
    const PRODUCT: Product;

    /// The number on the wire.
    fn code(self) -> i32;

    /// The variant for a number, if it is listed.
    fn from_code(code: i32) -> Option<Self>;

    /// The variant for a constant or alias, exactly as its source writes it.
    fn from_name(name: &str) -> Option<Self>;

    /// The variant for a constant or alias in whatever case. Slower than
    /// [`from_name`](ErrorCode::from_name).
    fn from_name_ignoring_case(name: &str) -> Option<Self>;

    /// The section of the page that lists the code.
    fn class(self) -> &'static Class;

    /// The section of a listed code, or the narrowest documented range around any other.
    fn class_of(code: i32) -> Option<&'static Class>;

    /// The finer causes that the documentation lists under the code.
    fn reasons(self) -> &'static [ReasonInfo];

    /// The code under which the same failure is described; mostly itself.
    fn canonical(self) -> Self;

    /// API methods that report it.
    fn raised_by(self) -> &'static [&'static str];

    /// What is wrong or contested in the source.
    fn erratum(self) -> Option<&'static str>;

    /// Whether documentation states the code.
    fn origin(self) -> Origin;

    /// The address of the page that states it, where that is known for certain.
    fn docs_url(self) -> Option<&'static str>;

    /// The same failure in other code spaces.
    fn related(self) -> &'static [ZoomError];

    /// The variant for a number, or the number itself if it is not listed.
    #[must_use]
    fn observe(code: i32) -> Observed<Self> {
        Observed::from(code)
    }
}

/// An enum of the finer causes under one code.
///
/// ```
/// use zoom_errors::{Reason, video_sdk_web::AudioCaptureFailedReason};
///
/// fn explain<R: Reason>(reasons: &[R]) -> Vec<String> {
///     reasons.iter().map(|reason| format!("{}: {}", R::PARENT, reason.info().summary())).collect()
/// }
///
/// assert_eq!(explain(AudioCaptureFailedReason::ALL).len(), 7);
/// ```
pub trait Reason: Explain + Eq + Ord + Hash {
    /// The code enum that holds the code.
    type Parent: ErrorCode;

    /// The code that these are reasons of.
    const PARENT: Self::Parent;

    /// Every reason, in the order of the documentation.
    const ALL: &'static [Self];

    /// The reason as data.
    fn info(self) -> &'static ReasonInfo;
}
