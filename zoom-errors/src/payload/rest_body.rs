//! The body of a REST API response.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use super::object::{Object, text, unreadable, with_object};
use super::reported::Reported;
use super::scopes::missing_scopes;
use super::shape::Shape;
use super::show::Sketch;
use crate::rest_api::RestApiError;
use crate::{Entry, ZoomError};

/// The body of a REST API response: `{code, message, errors: [{field, message}]}`.
///
/// `error_message` is read in place of `message`, and a code may be a number or a text. A body
/// alone does not tell whether 429 is a rate limit: that takes the status of the response, which
/// [`Failure`](crate::rest_api::Failure) reads too.
///
/// ```
/// use zoom_errors::payload::RestBody;
/// use zoom_errors::rest_api::{RestApiError, ValidationFailedReason};
///
/// let body = RestBody::from_json(
///     r#"{"code": 300, "message": "Validation Failed.",
///         "errors": [{"field": "topic", "message": "Invalid field."}]}"#,
/// );
/// assert_eq!(body.error.known(), Some(RestApiError::ValidationFailed));
/// assert_eq!(body.error.reason(), Some(ValidationFailedReason::InvalidFields));
/// assert_eq!(body.errors[0].field.as_deref(), Some("topic"));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RestBody {
    /// Code and message.
    pub error: Reported<RestApiError>,
    /// The fields that are invalid, in the order of the body.
    pub errors: Vec<FieldError>,
    /// The scopes that the access token lacks, any one of which may be enough, as the message
    /// lists them.
    pub missing_scopes: Vec<String>,
    /// Whether the message was in `error_message`, which only a failure has.
    error_message: bool,
}

/// An invalid field of a request.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FieldError {
    /// The path of the field, such as `user_info.email`.
    pub field: Option<String>,
    /// What is wrong with it.
    pub message: Option<String>,
}

impl RestBody {
    /// Reads a body. What cannot be read is in the notes of [`error`](RestBody::error).
    #[must_use]
    pub fn from_json(payload: impl AsRef<[u8]>) -> RestBody {
        with_object(payload.as_ref(), |object, mut notes| {
            let told = Shape::RestBody.tell(object, &mut notes);
            let mut errors = Vec::new();
            for (json, entry) in object.list("errors", &mut notes) {
                match FieldError::read(json, &entry) {
                    Some(error) => errors.push(error),
                    None if notes.contains(&unreadable("errors")) => {}
                    None => notes.push(unreadable("errors")),
                }
            }
            RestBody {
                missing_scopes: told
                    .message
                    .as_deref()
                    .map(missing_scopes)
                    .unwrap_or_default(),
                error_message: !object.has("message") && object.has("error_message"),
                error: Reported::new(told, notes),
                errors,
            }
        })
    }

    /// Whether the body reports an error, whatever the status of the response: a code other than
    /// 0, a list of invalid fields, or an `error_message`.
    ///
    /// ```
    /// use zoom_errors::payload::RestBody;
    ///
    /// assert!(RestBody::from_json(r#"{"code": 3161, "message": "Not hosted by you."}"#).reports_error());
    /// assert!(!RestBody::from_json(r#"{"id": 85746065432, "topic": "Weekly"}"#).reports_error());
    /// ```
    #[must_use]
    pub fn reports_error(&self) -> bool {
        self.error.code.is_some_and(|code| code != 0)
            || self.error.raw_code.is_some()
            || self.error_message
            || !self.errors.is_empty()
    }

    /// The finer cause under an error that need not be the one of the body's code.
    pub(crate) fn reason_under(&self, error: ZoomError) -> Option<&'static Entry> {
        error
            .entry()
            .reason_for_message(self.error.message.as_deref()?)
    }
}

impl FieldError {
    /// An entry of the list: an object, or a mere text.
    fn read(json: &str, entry: &Object<'_>) -> Option<FieldError> {
        let mut ignored = Vec::new();
        let error = match json.starts_with('{') {
            true => FieldError {
                field: entry.text(&["field"], &mut ignored).map(Cow::into_owned),
                message: entry.text(&["message"], &mut ignored).map(Cow::into_owned),
            },
            false => FieldError {
                field: None,
                message: text(json).map(Cow::into_owned),
            },
        };
        (error.field.is_some() || error.message.is_some()).then_some(error)
    }
}

/// Writes the code and the message, and the steps below them for `{:#}`.
impl fmt::Display for RestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

/// Leaves out what is absent.
impl fmt::Debug for RestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Sketch::new(f, "RestBody")
            .field("error", &Some(&self.error))
            .list("errors", &self.errors)
            .list("missing_scopes", &self.missing_scopes)
            .finish()
    }
}

impl Error for RestBody {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.error.source()
    }
}
