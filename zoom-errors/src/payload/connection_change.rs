//! The payload of `connection-change`.

use alloc::borrow::Cow;
use alloc::string::String;
use core::error::Error;
use core::fmt;

use super::object::with_object;
use super::reported::Reported;
use super::shape::Shape;
use super::show::Sketch;
use crate::ErrorCode;

/// The payload of the web SDKs' `connection-change` event: `{state, reason, errorCode}`.
///
/// The Video SDK and the Component View of the Meeting SDK share the event; the type parameter
/// says whose codes they are. Only some changes are errors: see [`state`](ConnectionChange::state).
///
/// ```
/// use zoom_errors::meeting_sdk_web::MeetingSdkWebError as E;
/// use zoom_errors::payload::{ConnectionChange, ConnectionState};
///
/// let payload = r#"{"state": "Closed", "reason": "MEETING_ENDED", "errorCode": 4004}"#;
/// let change = ConnectionChange::<E>::from_json(payload);
/// assert_eq!(change.state, Some(ConnectionState::Closed));
/// assert_eq!(change.error.known(), Some(E::MeetingEnded));
///
/// let kicked = ConnectionChange::<E>::from_json(r#"{"state": "Closed", "reason": "kicked by host"}"#);
/// assert_eq!(kicked.error.known(), None);
/// assert_eq!(kicked.reason.as_deref(), Some("kicked by host"));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConnectionChange<E> {
    /// Code and constant, where the change is an error.
    pub error: Reported<E>,
    /// The new state.
    pub state: Option<ConnectionState>,
    /// The text or constant under `reason`.
    pub reason: Option<String>,
}

/// The state of a connection.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConnectionState {
    /// `Connected`.
    Connected,
    /// `Reconnecting`: the SDK is at it by itself.
    Reconnecting,
    /// `Closed`: it is over, by a host or by an error.
    Closed,
    /// `Fail`: it could not be established.
    Fail,
    /// Any other word.
    Other(String),
}

impl From<String> for ConnectionState {
    fn from(word: String) -> ConnectionState {
        match word.as_str() {
            "Connected" => ConnectionState::Connected,
            "Reconnecting" => ConnectionState::Reconnecting,
            "Closed" => ConnectionState::Closed,
            "Fail" => ConnectionState::Fail,
            _ => ConnectionState::Other(word),
        }
    }
}

impl<E: ErrorCode> ConnectionChange<E> {
    /// Reads a payload. What cannot be read is in the notes of [`error`](ConnectionChange::error).
    #[must_use]
    pub fn from_json(payload: impl AsRef<[u8]>) -> ConnectionChange<E> {
        with_object(payload.as_ref(), |object, mut notes| {
            let told = Shape::ConnectionChange.tell(object, &mut notes);
            ConnectionChange {
                state: object
                    .text(&["state"], &mut notes)
                    .map(Cow::into_owned)
                    .map(ConnectionState::from),
                reason: told.name.clone().map(Cow::into_owned),
                error: Reported::new(told, notes),
            }
        })
    }
}

/// Writes the code and the reason, and the steps below them for `{:#}`.
impl<E: ErrorCode> fmt::Display for ConnectionChange<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl<E: ErrorCode> fmt::Debug for ConnectionChange<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Sketch::new(f, "ConnectionChange")
            .field("error", &Some(&self.error))
            .brief("state", &self.state)
            .finish()
    }
}

impl<E: ErrorCode> Error for ConnectionChange<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.error.source()
    }
}
