//! The shapes of payloads, and which one a payload has.

use core::fmt;

use alloc::vec::Vec;

use super::note::Note;
use super::object::Object;
use super::told::{Told, number};
use crate::Product;

/// The form of a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Shape {
    /// `{state, reason, errorCode}`: see [`ConnectionChange`](super::ConnectionChange).
    ConnectionChange,
    /// `{meetingStatus, errorCode, errorMessage}`: see
    /// [`MeetingStatusEvent`](super::MeetingStatusEvent).
    MeetingStatusEvent,
    /// `{method, status, result, errorCode, errorMessage}`: see
    /// [`CallbackResult`](super::CallbackResult).
    CallbackResult,
    /// `{reason, error}` of the token endpoint: see [`TokenError`](super::TokenError).
    TokenError,
    /// `{type, reason, errorCode}`: see [`ExecutedFailure`](super::ExecutedFailure).
    ExecutedFailure,
    /// `{code, message, errors}`: see [`RestBody`](super::RestBody).
    RestBody,
    /// Any other object, read by the usual names of fields.
    Other,
}

impl Shape {
    /// The shapes with a form of their own; where several fit, the first is meant.
    pub(super) const DISTINCT: &'static [Shape] = &[
        Shape::ConnectionChange,
        Shape::MeetingStatusEvent,
        Shape::CallbackResult,
        Shape::TokenError,
        Shape::ExecutedFailure,
        Shape::RestBody,
    ];

    /// The shape of a product's payload.
    pub(super) fn of(product: Product, object: &Object<'_>) -> Shape {
        let mut shapes = Shape::DISTINCT.iter().copied();
        shapes
            .find(|shape| shape.is_of(product) && shape.fits(object))
            .unwrap_or(Shape::Other)
    }

    /// Whether a product sends it.
    fn is_of(self, product: Product) -> bool {
        use Product::{MeetingSdkWeb, Oauth, VideoSdkWeb};
        match self {
            Shape::ConnectionChange | Shape::ExecutedFailure => {
                matches!(product, MeetingSdkWeb | VideoSdkWeb)
            }
            Shape::MeetingStatusEvent | Shape::CallbackResult => product == MeetingSdkWeb,
            Shape::TokenError => product == Oauth,
            Shape::RestBody => is_rest(product),
            Shape::Other => false,
        }
    }

    /// Whether an object has the form.
    pub(super) fn fits(self, object: &Object<'_>) -> bool {
        let any = |keys: &[&str]| keys.iter().any(|key| object.has(key));
        match self {
            Shape::ConnectionChange => any(&["state"]) && !any(&["code", "method"]),
            Shape::MeetingStatusEvent => {
                any(&["meetingStatus"])
                    || is_meeting_status(object) && !any(&["method", "code", "type"])
            }
            Shape::CallbackResult => {
                any(&["method", "errorMessage"]) && !any(&["meetingStatus", "code"])
            }
            Shape::TokenError => {
                object
                    .raw("error")
                    .is_some_and(|json| json.starts_with('"'))
                    && !any(&["code", "errorCode", "state"])
            }
            Shape::ExecutedFailure => {
                any(&["type", "reason", "errorCode"])
                    && !any(&[
                        "state",
                        "meetingStatus",
                        "method",
                        "errorMessage",
                        "code",
                        "error",
                    ])
            }
            Shape::RestBody => {
                // A logger may put a method or a state beside a `code`.
                let alone = !any(&["state", "method"]);
                let told = any(&["code"]) || alone && any(&["errors", "error_message"]);
                told && !any(&["errorCode"])
            }
            Shape::Other => true,
        }
    }

    /// Reads what tells the error.
    pub(super) fn tell<'a>(self, object: &Object<'a>, notes: &mut Vec<Note>) -> Told<'a> {
        match self {
            Shape::ConnectionChange => {
                let mut told = Told::with_code(object, &["errorCode"], notes);
                told.name = object.text(&["reason"], notes);
                told.message = told.name.clone();
                told
            }
            Shape::MeetingStatusEvent => {
                let mut told = Told::with_code(object, &["errorCode"], notes);
                told.message = object.text(&["errorMessage"], notes);
                match object.object("detail", notes) {
                    Some(detail) if told.code.is_none() && told.raw_code.is_none() => {
                        let mut inner = Told::with_code(&detail, &["errorCode"], notes);
                        inner.message = told
                            .message
                            .or_else(|| detail.text(&["errorMessage"], notes));
                        inner
                    }
                    _ => told,
                }
            }
            Shape::CallbackResult => {
                let mut told = Told::with_code(object, &["errorCode"], notes);
                told.message = object.text(&["errorMessage"], notes).or_else(|| {
                    let result = object.raw("result")?;
                    // The SDK puts some texts here, and leaves `errorMessage` null.
                    let text = result.starts_with('"').then_some(&["result"])?;
                    object.text(text, notes)
                });
                told
            }
            Shape::ExecutedFailure => {
                let mut told = Told::with_code(object, &["errorCode"], notes);
                told.sub_code = number(object, "subCode").or_else(|| number(object, "reason"));
                told.name = object.text(&["reason"], notes);
                told.message = object
                    .text(&["message"], notes)
                    .or_else(|| told.name.clone());
                told
            }
            Shape::TokenError => Told {
                word: object.text(&["error"], notes),
                message: object.text(&["reason"], notes),
                ..Told::default()
            },
            Shape::RestBody => {
                let mut told = Told::with_code(object, &["code", "errorCode"], notes);
                let keys = &["message", "error_message", "errorMessage"];
                told.message = object.text(keys, notes);
                told
            }
            Shape::Other => {
                let mut told = Told::with_code(object, &["errorCode", "code", "status"], notes);
                told.sub_code = number(object, "subCode");
                told.name = object.text(&["reason"], notes);
                told.message = object
                    .text(&["message", "errorMessage", "error_message"], notes)
                    .or_else(|| told.name.clone());
                told
            }
        }
    }
}

/// Whether a product answers as the REST API does.
pub(crate) fn is_rest(product: Product) -> bool {
    product.group() == Some("rest")
}

/// Whether `status` holds a [`MeetingStatus`](super::MeetingStatus) with a name; in other payloads it is an HTTP status.
fn is_meeting_status(object: &Object<'_>) -> bool {
    matches!(number(object, "status"), Some(1..=4))
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Shape::ConnectionChange => "connection change",
            Shape::MeetingStatusEvent => "meeting status event",
            Shape::CallbackResult => "result of a callback",
            Shape::TokenError => "answer of the token endpoint",
            Shape::ExecutedFailure => "executed failure",
            Shape::RestBody => "body of the REST API",
            Shape::Other => "object of no particular shape",
        })
    }
}
