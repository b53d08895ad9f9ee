//! The error that a payload of a known product reports.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use super::note::Note;
use super::show::{self, Sketch};
use super::told::Told;
use crate::{Class, Entry, ErrorCode, Guidance, Guided, Observed, Reason, ZoomError};

/// The error that a payload reports: its code, its constant, its finer cause and its text.
///
/// Nothing that the payload says is lost: an unlisted code is kept by [`Observed`], a code that
/// is no number of 32 bits is in [`raw_code`](Reported::raw_code), and what could not be read is in
/// [`notes`](Reported::notes). Its `source` as an [`Error`] is the typed code.
///
/// ```
/// use zoom_errors::payload::ExecutedFailure;
/// use zoom_errors::video_sdk_web::{AudioCaptureFailedReason, VideoSdkWebError as E};
/// use zoom_errors::{Actor, Guided, Retry};
///
/// let caught = r#"{"type": "INVALID_OPERATION", "reason": "CAPTURE", "errorCode": 6010, "subCode": 1}"#;
/// let error = ExecutedFailure::<E>::from_json(caught).error;
/// assert_eq!(error.known(), Some(E::AudioCaptureFailed));
/// assert_eq!(error.reason(), Some(AudioCaptureFailedReason::PermissionDeniedByUser));
/// assert_eq!(error.actor(), Some(Actor::EndUser));
/// assert_eq!(error.retry(), Some(Retry::AfterFix));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reported<E> {
    /// The number, listed or not.
    pub code: Option<Observed<E>>,
    /// The code as it was sent, where it is not a number of 32 bits.
    pub raw_code: Option<String>,
    /// The error that the payload names by its constant, beside the number or instead of it.
    pub named: Option<E>,
    /// What the server or the SDK says about it.
    pub message: Option<String>,
    /// What could not be read.
    pub notes: Vec<Note>,
    reason: Option<&'static Entry>,
}

/// A number and a constant in one payload that the catalog does not give to the same error.
///
/// ```
/// use zoom_errors::meeting_sdk_web::MeetingSdkWebError as E;
/// use zoom_errors::payload::ExecutedFailure;
///
/// // The shipped SDK and its documentation give 3000 and 3005 opposite meanings.
/// let caught = r#"{"type": "JOIN_MEETING_FAILED", "reason": "ANOTHER_MEETING_RUNNING", "errorCode": 3000}"#;
/// let disagreement = ExecutedFailure::<E>::from_json(caught).error.disagreement().unwrap();
/// assert_eq!(disagreement.code.known(), Some(E::EmailRequired));
/// assert_eq!(disagreement.named, E::AnotherMeetingRunning);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Disagreement<E> {
    /// What the number stands for.
    pub code: Observed<E>,
    /// What the constant stands for.
    pub named: E,
}

impl<E: ErrorCode> Reported<E> {
    pub(super) fn new(told: Told<'_>, mut notes: Vec<Note>) -> Reported<E> {
        let named = told
            .named(E::PRODUCT)
            .and_then(|error| E::try_from(error).ok());
        notes.extend(told.complaint(named.is_some()));
        let code = told.code.map(E::observe);
        let error = code.map_or(named, Observed::known);
        Reported {
            code,
            named,
            reason: error.and_then(|error| told.reason(error.into())),
            raw_code: told.raw_code.map(Cow::into_owned),
            message: told.message.map(Cow::into_owned),
            notes,
        }
    }

    /// The error by its number, or by its constant where there is no number.
    ///
    /// Where the two disagree, this goes by the number: see
    /// [`disagreement`](Reported::disagreement).
    #[must_use]
    pub fn observed(&self) -> Option<Observed<E>> {
        self.code.or(self.named.map(Observed::from))
    }

    /// The same, if it is listed.
    #[must_use]
    pub fn known(&self) -> Option<E> {
        self.observed()?.known()
    }

    /// The number and the constant, where the catalog does not give them to the same error.
    #[must_use]
    pub fn disagreement(&self) -> Option<Disagreement<E>> {
        let (code, named) = (self.code?, self.named?);
        let agree = code
            .known()
            .is_some_and(|error| error.canonical() == named.canonical());
        (!agree).then_some(Disagreement { code, named })
    }

    /// The finer cause, to match on: the enum that belongs to the code.
    #[must_use]
    pub fn reason<R: Reason<Parent = E>>(&self) -> Option<R> {
        R::from_entry(self.reason?)
    }

    /// The finer cause as data.
    #[must_use]
    pub fn reason_info(&self) -> Option<&'static Entry> {
        self.reason
    }

    /// The section of the code; for an unlisted one, the documented range around it.
    #[must_use]
    pub fn class(&self) -> Option<&'static Class> {
        self.observed()?.class()
    }

    /// The error across products, if it is listed.
    #[must_use]
    pub fn zoom_error(&self) -> Option<ZoomError> {
        self.known().map(E::into)
    }
}

/// What the finer cause says, or the code, or the range around it.
impl<E: ErrorCode> Guided for Reported<E> {
    fn guidance(&self) -> Option<Guidance> {
        match self.reason {
            Some(reason) => Some(reason.guidance()),
            None => self.observed()?.guidance(),
        }
    }
}

/// Writes `NAME (code), REASON: what the server says`, and the steps below it for `{:#}`.
impl<E: ErrorCode> fmt::Display for Reported<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show::Line {
            code: self.code.map(Observed::code),
            raw_code: self.raw_code.as_deref(),
            error: self.zoom_error(),
            also: self.disagreement().map(|found| found.named.into()),
            class: self.class(),
            reason: self.reason,
            message: self.message.as_deref(),
            remediation: self.remediation(),
        }
        .write(f)
    }
}

/// Leaves out what is absent, and of the reason all but its name.
impl<E: ErrorCode> fmt::Debug for Reported<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Sketch::new(f, "Reported")
            .field("code", &self.code)
            .text("raw_code", &self.raw_code)
            .field("named", &self.named)
            .field("reason", &self.reason.map(Entry::name))
            .text("message", &self.message)
            .list("notes", &self.notes)
            .finish()
    }
}

impl<E: ErrorCode> Error for Reported<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match (&self.code, &self.named) {
            (Some(code), _) => Some(code),
            (None, Some(named)) => Some(named),
            (None, None) => None,
        }
    }
}

impl<E: ErrorCode> fmt::Debug for Disagreement<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Disagreement({:?}, {:?})", self.code, self.named)
    }
}
