//! From a payload to a typed error: feature `json`.
//!
//! People hold a response, a caught JavaScript error or a line of a log rather than a code. Each
//! shape that Zoom sends has a type here, and each type a `from_json` that takes bytes or text:
//!
//! | sent by | shape | type |
//! | --- | --- | --- |
//! | REST API, SCIM, JSON-RPC, GraphQL | `{code, message, errors}` and others | [`RestBody`]; with the response around it [`Failure`] |
//! | Meeting SDK, Client View, callbacks | `{method, status, result, errorCode, errorMessage}` | [`CallbackResult`] |
//! | Meeting SDK, Client View, `onMeetingStatus` | `{meetingStatus, errorCode, errorMessage}` | [`MeetingStatusEvent`] |
//! | Meeting SDK, Component View; Video SDK | `{type, reason, errorCode}` | [`ExecutedFailure`] |
//! | both, `connection-change` | `{state, reason, errorCode}` | [`ConnectionChange`] |
//! | OAuth token endpoint | `{reason, error}` | [`TokenError`] |
//!
//! [`Decoded::from_json`] picks the shape for a product that is known only at run time, and
//! [`detect`] gives all candidates where not even the product is known.
//!
//! **Decoding never fails.** Unknown fields are ignored, missing ones are `None`, unlisted codes are
//! kept as [`Observed`], and what could not be read is listed as [`Note`]s. A body that is
//! cut off gives the fields before the cut; a line of a log gives the object in it. What servers
//! say is foreign text: the fields hold it as it came, `Display` cuts it to one line of printable
//! characters.
//!
//! # Recording an error with `tracing`
//!
//! Product, code and kind make good fields: they are few, short and stable, and one can count by
//! them. The rest belongs into the message.
//!
//! ```
//! use zoom_errors::payload::Decoded;
//! use zoom_errors::{Guided, Product};
//!
//! let decoded = Decoded::from_json(Product::VideoSdkWeb, r#"{"errorCode": 5012}"#);
//! tracing::warn!(
//!     zoom.product = decoded.product.id(),
//!     zoom.code = decoded.code,
//!     zoom.kind = decoded.kind().map(|kind| kind.id()),
//!     "{decoded}",
//! );
//! ```
//!
//! An absent value records nothing. For a [`ZoomError`] itself the fields are
//! `error.product().id()`, `error.code()` and `error.kind().id()`.
//!
//! [`Failure`]: crate::response::Failure
//! [`Observed`]: crate::Observed
//! [`ZoomError`]: crate::ZoomError
//! [`Decoded::from_json`]: Decoded::from_json

mod answer;
mod callback_result;
mod connection_change;
mod decoded;
mod detect;
mod executed_failure;
mod form;
mod meeting_status;
mod note;
mod object;
mod plain;
mod reported;
mod rest_body;
mod scopes;
mod shape;
mod show;
mod token_error;
mod told;

pub use answer::Detail;
pub use callback_result::CallbackResult;
pub use connection_change::{ConnectionChange, ConnectionState};
pub use decoded::Decoded;
pub use detect::detect;
pub use executed_failure::ExecutedFailure;
pub use form::Form;
pub use meeting_status::{MeetingStatus, MeetingStatusEvent};
pub use note::{Note, Problem};
pub use reported::{Disagreement, Reported};
pub use rest_body::{FieldError, RestBody};
pub use shape::Shape;
pub use token_error::TokenError;

pub(crate) use shape::is_rest;
pub(crate) use show::{Excerpt, Sketch};
