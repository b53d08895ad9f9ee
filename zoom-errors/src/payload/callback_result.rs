//! What the Client View passes to callbacks.

use alloc::borrow::Cow;
use alloc::string::String;
use core::error::Error;
use core::fmt;

use super::object::with_object;
use super::reported::Reported;
use super::shape::Shape;
use super::show::Sketch;
use crate::meeting_sdk_web::MeetingSdkWebError;

/// What the Client View of the Meeting SDK passes to `success` and `error` callbacks:
/// `{method, status, result, errorCode, errorMessage}`.
///
/// ```
/// use zoom_errors::meeting_sdk_web::MeetingSdkWebError as E;
/// use zoom_errors::payload::CallbackResult;
///
/// let result = CallbackResult::from_json(
///     r#"{"method": "join", "status": false, "errorCode": 3004, "errorMessage": "Wrong passcode.", "result": null}"#,
/// );
/// assert_eq!(result.error.known(), Some(E::WrongMeetingPassword));
/// assert_eq!(result.method.as_deref(), Some("join"));
/// assert_eq!(result.status, Some(false));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CallbackResult {
    /// Code and message.
    pub error: Reported<MeetingSdkWebError>,
    /// The function that was called.
    pub method: Option<String>,
    /// Whether it succeeded.
    pub status: Option<bool>,
    /// Whatever it returned, as JSON text.
    pub result: Option<String>,
}

impl CallbackResult {
    /// Reads a payload. What cannot be read is in the notes of [`error`](CallbackResult::error).
    #[must_use]
    pub fn from_json(payload: impl AsRef<[u8]>) -> CallbackResult {
        with_object(payload.as_ref(), |object, mut notes| {
            let told = Shape::CallbackResult.tell(object, &mut notes);
            CallbackResult {
                method: object.text(&["method"], &mut notes).map(Cow::into_owned),
                status: match object.raw("status") {
                    Some("true") => Some(true),
                    Some("false") => Some(false),
                    _ => None,
                },
                result: object.raw("result").map(String::from),
                error: Reported::new(told, notes),
            }
        })
    }
}

/// Writes the code and the message, and the steps below them for `{:#}`.
impl fmt::Display for CallbackResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

/// Leaves out what is absent, and what the function returned.
impl fmt::Debug for CallbackResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Sketch::new(f, "CallbackResult")
            .field("error", &Some(&self.error))
            .text("method", &self.method)
            .field("status", &self.status)
            .finish()
    }
}

impl Error for CallbackResult {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.error.source()
    }
}
