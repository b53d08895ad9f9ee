//! The payload of `onMeetingStatus`.

use core::error::Error;
use core::fmt;

use super::object::with_object;
use super::reported::Reported;
use super::shape::Shape;
use super::told::number;
use crate::meeting_sdk_web::MeetingSdkWebError;

/// The payload of the Client View's `onMeetingStatus` event:
/// `{meetingStatus, errorCode, errorMessage}`.
///
/// The status is also read from `status`, and the code also from a `detail` object: shipped
/// versions put them there.
///
/// ```
/// use zoom_errors::meeting_sdk_web::MeetingSdkWebError as E;
/// use zoom_errors::payload::{MeetingStatus, MeetingStatusEvent};
///
/// let event = MeetingStatusEvent::from_json(
///     r#"{"meetingStatus": 3, "errorCode": 4012, "errorMessage": "Anonymous joins are not allowed."}"#,
/// );
/// assert_eq!(event.status, Some(MeetingStatus::Disconnected));
/// assert_eq!(event.error.known(), Some(E::NotAllowAnonymousJoin));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MeetingStatusEvent {
    /// Code and message, where the event has them.
    pub error: Reported<MeetingSdkWebError>,
    /// The status of the meeting.
    pub status: Option<MeetingStatus>,
}

/// The status of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MeetingStatus {
    /// 1.
    Connecting,
    /// 2.
    Connected,
    /// 3.
    Disconnected,
    /// 4: the SDK is at it by itself.
    Reconnecting,
    /// Any other number.
    Other(i32),
}

impl From<i32> for MeetingStatus {
    fn from(number: i32) -> MeetingStatus {
        match number {
            1 => MeetingStatus::Connecting,
            2 => MeetingStatus::Connected,
            3 => MeetingStatus::Disconnected,
            4 => MeetingStatus::Reconnecting,
            _ => MeetingStatus::Other(number),
        }
    }
}

impl MeetingStatusEvent {
    /// Reads a payload. What cannot be read is in the notes of
    /// [`error`](MeetingStatusEvent::error).
    #[must_use]
    pub fn from_json(payload: impl AsRef<[u8]>) -> MeetingStatusEvent {
        with_object(payload.as_ref(), |object, mut notes| {
            let told = Shape::MeetingStatusEvent.tell(object, &mut notes);
            let status = number(object, "meetingStatus").or_else(|| number(object, "status"));
            MeetingStatusEvent {
                status: status.map(MeetingStatus::from),
                error: Reported::new(told, notes),
            }
        })
    }
}

/// Writes the code and the message, and the steps below them for `{:#}`.
impl fmt::Display for MeetingStatusEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl Error for MeetingStatusEvent {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.error.source()
    }
}
