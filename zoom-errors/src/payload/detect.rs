//! What a payload of an unknown product may be.

use alloc::string::String;
use alloc::vec::Vec;

use crate::recognise::{Finding, recognise_zooms};

/// The failures that a payload tells, when nobody knows which product sent it.
///
/// A number alone names no error, so this never picks one: each failure has every candidate with
/// the evidence for it, the best supported first. It is the [recogniser](crate::recognise), told
/// that the payload is Zoom's.
///
/// ```
/// use zoom_errors::Product;
/// use zoom_errors::payload::detect;
///
/// // Both web SDKs reject promises with this shape, and 3004 is a wrong passcode in both.
/// let caught = r#"{"type": "JOIN_MEETING_FAILED", "reason": "", "errorCode": 3004}"#;
/// let failure = &detect(caught)[0];
/// let products: Vec<_> = failure.candidates.iter().map(|c| c.product).collect();
/// assert_eq!(products[..2], [Product::MeetingSdkWeb, Product::VideoSdkWeb]);
///
/// let body = r#"{"code": 3001, "message": "Meeting does not exist: 85746065."}"#;
/// assert_eq!(detect(body)[0].best().unwrap().product, Product::Meetings);
/// ```
#[must_use]
pub fn detect(payload: impl AsRef<[u8]>) -> Vec<Finding> {
    recognise_zooms(&String::from_utf8_lossy(payload.as_ref()))
}
