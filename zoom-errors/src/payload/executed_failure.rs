//! What the web SDKs reject promises with.

use alloc::borrow::Cow;
use alloc::string::String;
use core::error::Error;
use core::fmt;

use super::object::with_object;
use super::reported::Reported;
use super::shape::Shape;
use super::show::Sketch;
use crate::ErrorCode;

/// What the promises of the web SDKs are rejected with: `{type, reason, errorCode}`.
///
/// The Video SDK and the Component View of the Meeting SDK share the shape and its name; the type
/// parameter says whose codes they are.
///
/// ```
/// use zoom_errors::payload::ExecutedFailure;
/// use zoom_errors::video_sdk_web::{ClientInvalidJoinParameterReason, VideoSdkWebError as E};
///
/// // From `JSON.stringify(error)` in a `catch`.
/// let caught = r#"{"type": "INVALID_PARAMETERS",
///     "reason": "The maximum length of topic is 200", "errorCode": 5013}"#;
/// let failure = ExecutedFailure::<E>::from_json(caught);
/// assert_eq!(failure.error.known(), Some(E::ClientInvalidJoinParameter));
/// assert_eq!(failure.error.reason(), Some(ClientInvalidJoinParameterReason::TopicTooLong));
/// assert_eq!(failure.error_type.as_deref(), Some("INVALID_PARAMETERS"));
/// ```
///
/// In the Component View, `reason` may be the name of the error instead of a text:
///
/// ```
/// use zoom_errors::meeting_sdk_web::MeetingSdkWebError as E;
/// use zoom_errors::payload::ExecutedFailure;
///
/// let caught = r#"{"type": "JOIN_MEETING_FAILED", "reason": "WRONG_MEETING_PASSWORD"}"#;
/// let failure = ExecutedFailure::<E>::from_json(caught);
/// assert_eq!(failure.error.code, None);
/// assert_eq!(failure.error.known(), Some(E::WrongMeetingPassword));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExecutedFailure<E> {
    /// Code, constant and message.
    pub error: Reported<E>,
    /// The SDK's own class, such as `INVALID_OPERATION`.
    pub error_type: Option<String>,
    /// The text or constant under `reason`.
    pub reason: Option<String>,
    /// The number under `subCode`, in which the shipped Video SDK puts the finer causes.
    pub sub_code: Option<i32>,
}

impl<E: ErrorCode> ExecutedFailure<E> {
    /// Reads a payload. What cannot be read is in the notes of [`error`](ExecutedFailure::error).
    #[must_use]
    pub fn from_json(payload: impl AsRef<[u8]>) -> ExecutedFailure<E> {
        with_object(payload.as_ref(), |object, mut notes| {
            let told = Shape::ExecutedFailure.tell(object, &mut notes);
            ExecutedFailure {
                error_type: object.text(&["type"], &mut notes).map(Cow::into_owned),
                reason: told.name.clone().map(Cow::into_owned),
                sub_code: told.sub_code,
                error: Reported::new(told, notes),
            }
        })
    }
}

/// Writes the code and the message, and the steps below them for `{:#}`.
impl<E: ErrorCode> fmt::Display for ExecutedFailure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl<E: ErrorCode> fmt::Debug for ExecutedFailure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Sketch::new(f, "ExecutedFailure")
            .field("error", &Some(&self.error))
            .text("error_type", &self.error_type)
            .finish()
    }
}

impl<E: ErrorCode> Error for ExecutedFailure<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.error.source()
    }
}
