//! Every documented Zoom error code as a strongly typed enum.
//!
//! A program that talks to Zoom gets a bare integer. This crate says what it means, who must act,
//! what exactly to do, and whether trying again can help.
//!
//! # One product, one enum
//!
//! Zoom has no single list of error codes: each product has its own, and the same number means
//! different things in them. So each product has a module with an enum; the discriminant is the
//! code.
//!
//! ```
//! use zoom_errors::meeting_sdk_web::MeetingSdkWebError;
//! use zoom_errors::{Actor, Retry};
//!
//! let error = MeetingSdkWebError::from_code(3712).unwrap();
//! assert_eq!(error, MeetingSdkWebError::SignatureInvalid);
//! assert_eq!(error.name(), "SIGNATURE_INVALID");
//! assert_eq!(error.actor(), Actor::Developer);
//! assert_eq!(error.retry(), Retry::AfterFix);
//!
//! // `{}` says what happened, `{:#}` also what to do.
//! println!("{error:#}");
//! ```
//!
//! [`Product`] lists the products, and [`ZoomError`] holds a code of any of them.
//!
//! # Match without a wildcard
//!
//! The code enums are closed. A `match` over one needs no `_` arm; when Zoom documents a new code,
//! the next minor release has it, and the compiler shows every place that has to decide.
//!
//! ```
//! use zoom_errors::video_sdk_web::AudioCaptureFailedReason as Reason;
//!
//! fn hint(reason: Reason) -> &'static str {
//!     match reason {
//!         Reason::PermissionDeniedByUser | Reason::PermissionDismissedByUser => "allow the microphone",
//!         Reason::PermissionDeniedBySystem => "allow it in the system settings",
//!         Reason::DeviceInUse => "close the program that uses the microphone",
//!         Reason::NoDeviceFound => "plug in a microphone",
//!         Reason::ConstraintViolation => "choose another microphone",
//!         Reason::UnknownReason => "try once more",
//!     }
//! }
//!
//! let reason = Reason::from_code(3).unwrap();
//! assert_eq!(hint(reason), "close the program that uses the microphone");
//! ```
//!
//! # Codes that nobody has documented
//!
//! The wire knows codes that no page lists. [`Observed`] keeps them: either a variant or the number
//! itself, with the class of its documented range where there is one. Decoding never fails on it.
//!
//! ```
//! use zoom_errors::{Guided, http_status::HttpStatus};
//!
//! let observed = HttpStatus::observe(503);
//! assert_eq!(observed.known(), None);
//! let guidance = observed.guidance().unwrap();
//! assert!(guidance.retry().helps_unchanged());
//! println!("{}", guidance.remediation());
//! ```
//!
//! # Across products
//!
//! [`Kind`], [`Actor`] and [`Retry`] mean the same everywhere, so generic code needs no list of
//! codes. [`Explain`] and [`ErrorCode`] are the traits for it; behind every enum stands an [`Entry`].
//!
//! ```
//! use zoom_errors::{Explain, Kind, ZoomError, Product};
//!
//! fn is_credential_problem(error: impl Explain) -> bool {
//!     error.kind() == Kind::Authentication
//! }
//!
//! assert!(is_credential_problem(ZoomError::from_code(Product::HttpStatus, 401).unwrap()));
//! // A number alone does not name an error: these are all that 3004 can mean.
//! assert!(ZoomError::candidates(3004).count() >= 2);
//! ```
//!
//! # From payloads and responses
//!
//! With feature `json`, module `payload` reads what Zoom sends: response bodies, caught JavaScript
//! errors, lines of a log. `response::Failure` holds a whole response against the request that it
//! answers: what went wrong, whether a new token mends it, and when to try again. Feature `http` adds
//! the types of the `http` crate. [`Operation`] knows each call without having made it: what it may
//! answer, the scopes that it needs, and its rate limit.
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use core::time::Duration;
//! use zoom_errors::response::{Failure, RetryAt};
//! use zoom_errors::rest::meetings::MeetingsError;
//!
//! let failure = Failure::builder(404)
//!     .request("GET", "https://api.zoom.us/v2/meetings/81234567890")
//!     .body(r#"{"code": 3001, "message": "Meeting does not exist: 81234567890."}"#);
//! assert_eq!(failure.known(), Some(MeetingsError::MeetingNotFound));
//! let now = Duration::from_secs(1_755_860_000);
//! assert_eq!(failure.retry_at(now, 0), RetryAt::AfterFix);
//! # }
//! ```
//!
//! # From C
//!
//! Native SDKs report the values of C enums. `from_code` takes what the C API gives.
//!
//! ```
//! use zoom_errors::meeting_sdk_native_error::MeetingSdkNativeError;
//!
//! /// As a binding generator writes the C enum.
//! type SDKError = std::ffi::c_int;
//! let from_c: SDKError = 3;
//!
//! let error = MeetingSdkNativeError::from_code(from_c).unwrap();
//! assert_eq!(error.name(), "SDKERR_INVALID_PARAMETER");
//! ```
//!
//! # How far to trust an answer
//!
//! - [`Advice::Documented`] marks steps that the page itself gives, [`Advice::Editorial`] those of
//!   this crate.
//! - [`Origin::Observed`] marks codes that a shipped SDK has and no page states.
//! - `erratum()` says where a page is wrong or contested: the Meeting SDK page has 3000 and 3005
//!   the other way round than the SDK.
//!
//! # Features
//!
//! None is on by default; the crate is `no_std`, does not allocate and has no dependency.
//!
//! | feature | adds |
//! | --- | --- |
//! | `serde` | a code as a number out; a number, a numeric text or a name in; [`Observed`] lossless |
//! | `json` | `payload` and `response::Failure`: from bytes to typed errors; needs an allocator |
//! | `http` | `json`, and `from_response` for the types of the `http` crate; needs `std` |
//! | `miette` | `Report`, which shows an error as a diagnostic; needs `std` |
//! | `strum` | `IntoEnumIterator`, `EnumCount`, `VariantNames`, `EnumMessage` |
//! | `cli` | `json`, and the command `zoom-errors`: `explain`, `list`, `decode`, `completions` |
//!
//! # Versions
//!
//! A new code breaks an exhaustive `match`, so it comes with a breaking release (0.x: the minor
//! number). Texts, advice and the integer type behind an enum may change in any release.
#![no_std]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(any(feature = "json", feature = "miette"))]
extern crate alloc;

mod accessors;
mod class;
mod date;
mod documented;
mod entry;
mod enums;
mod explain;
mod find;
mod hash;
mod names;
mod numbers;
mod observed;
mod operation;
mod parse;
#[cfg(feature = "json")]
pub mod payload;
mod places;
#[cfg(feature = "json")]
pub mod recognise;
mod remediation;
#[cfg(feature = "miette")]
mod report;
#[cfg(feature = "json")]
pub mod response;
mod row;
mod slots;
mod source;
mod text;
mod told;
mod vocabulary;
#[cfg(feature = "serde")]
mod wire;

// Formatted by the generator, not by rustfmt.
#[rustfmt::skip]
#[allow(clippy::identity_op, reason = "the first reasons of a product begin at place 0")]
mod generated;

pub use class::{Class, CodeRange, Guidance};
pub use date::Date;
pub use documented::Response;
pub use entry::Entry;
pub use explain::{ErrorCode, ErrorWord, Explain, Guided, Reason};
pub use generated::*;
pub use observed::Observed;
pub use operation::{MissingScopes, Operation, Rate};
pub use parse::{ParseCodeError, UnknownCode, UnknownWord};
pub use remediation::Remediation;
#[cfg(feature = "miette")]
pub use report::{Report, Reportable};
pub use source::Source;

/// The README's examples, compiled with the others. Some of them decode payloads.
#[cfg(all(doctest, feature = "json"))]
#[doc = include_str!("../../README.md")]
struct Readme;
