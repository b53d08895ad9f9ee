//! A response that reports a failure, as far as it is known what it means.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::candidate::{Candidate, Candidates};
use super::headers::Headers;
use super::pick::RATE_LIMIT;
use super::rate_limit::RateLimit;
use crate::http_status::HttpStatus;
use crate::payload::{FieldError, Note, RestBody};
use crate::rest_api::RestApiError;
use crate::{Entry, ErrorCode, Observed, Operation, Product, Reason, ZoomError};

/// A response that reports a failure: status, headers and body, held against the request.
///
/// The status and the code in the body are different things, and neither is judged by the other. A
/// number means different things in different products, so the request decides what it means: give
/// it wherever it is at hand. Without it, the status and the message narrow the meanings down; where
/// several are left, [`cause`](Failure::cause) is none of them, and
/// [`candidates`](Failure::candidates) are all of them.
///
/// Reading never fails: what a response lacks is `None`, and what could not be read is in
/// [`notes`](Failure::notes). It is one pointer large.
///
/// ```
/// use zoom_errors::response::Failure;
/// use zoom_errors::rest::meetings::MeetingsError;
/// use zoom_errors::{Guided, Kind};
///
/// let failure = Failure::builder(404)
///     .headers([("x-zm-trackingid", "v=2.0;rid=WEB_1")])
///     .request("GET", "https://api.zoom.us/v2/meetings/81234567890")
///     .body(r#"{"code": 3001, "message": "Meeting does not exist: 81234567890."}"#);
/// match failure.known::<MeetingsError>() {
///     Some(MeetingsError::MeetingNotFound) => println!("drop it from the calendar"),
///     _ => println!("{failure:#}"),
/// }
/// assert_eq!(failure.kind(), Some(Kind::NotFound));
/// assert!(failure.to_string().starts_with("HTTP 404 NOT_FOUND, code 3001 MEETING_NOT_FOUND"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Failure {
    pub(super) inner: Box<Inner>,
}

/// What a failure holds; a pointer to it keeps a `Result` small.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Inner {
    pub(super) status: Observed<HttpStatus>,
    pub(super) body: RestBody,
    pub(super) operation: Option<&'static Operation>,
    pub(super) product: Option<Product>,
    /// What the headers say, if they say anything.
    pub(super) sent: Option<Box<Sent>>,
    pub(super) candidates: Candidates,
    pub(super) cause: Option<ZoomError>,
    pub(super) reason: Option<&'static Entry>,
}

/// What the headers of a response say.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Sent {
    pub(super) tracking_id: Option<String>,
    pub(super) rate_limit: RateLimit,
    pub(super) notes: Vec<Note>,
}

impl Inner {
    /// Adds what only status and headers tell.
    pub(super) fn complete(&mut self, headers: &Headers) {
        // A mere name tells nothing: only a value sets reasons apart.
        let announced = |reason: &&Entry| {
            let mut pairs = reason
                .headers()
                .iter()
                .filter_map(|header| header.split_once(": "));
            pairs.any(|(name, value)| {
                headers
                    .value(name)
                    .is_some_and(|sent| sent.eq_ignore_ascii_case(value))
            })
        };
        if let (None, Some(cause), false) = (self.reason, self.cause, headers.is_empty()) {
            self.reason = cause.reasons().iter().find(announced);
        }
        if self.candidates.is_empty() {
            let status = self
                .status
                .known()
                .filter(|status| status.kind().is_failure());
            self.cause = status.map(ZoomError::from);
        }
    }
}

impl Failure {
    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> Observed<HttpStatus> {
        self.inner.status
    }

    /// What the body says.
    #[must_use]
    pub fn body(&self) -> &RestBody {
        &self.inner.body
    }

    /// The code in the body, where it is a number; it is no HTTP status.
    #[must_use]
    pub fn code(&self) -> Option<i32> {
        self.inner.body.code()
    }

    /// What the server says.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.inner.body.message()
    }

    /// The invalid fields.
    #[must_use]
    pub fn errors(&self) -> &[FieldError] {
        self.inner.body.errors()
    }

    /// The scopes that the access token lacks, any one of which is enough, as the message lists them.
    /// Where it lists none, [`operation`](Failure::operation) knows what the call needs.
    #[must_use]
    pub fn missing_scopes(&self) -> &[String] {
        self.inner.body.missing_scopes()
    }

    /// The operation that was called, if the request is one of the reference.
    #[must_use]
    pub fn operation(&self) -> Option<&'static Operation> {
        self.inner.operation
    }

    /// The product that was called, if the request tells it.
    #[must_use]
    pub fn product(&self) -> Option<Product> {
        self.inner.product
    }

    /// The id under which Zoom's support finds the call.
    #[must_use]
    pub fn tracking_id(&self) -> Option<&str> {
        self.inner.sent.as_ref()?.tracking_id.as_deref()
    }

    /// The rate-limit headers. Some come with successes too; that a limit was hit is
    /// [`is_rate_limited`](Failure::is_rate_limited).
    #[must_use]
    pub fn rate_limit(&self) -> &RateLimit {
        let sent = self.inner.sent.as_ref();
        sent.map_or(RateLimit::NONE, |sent| &sent.rate_limit)
    }

    /// Whether the status is 429: a limit was hit.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.inner.status == i32::from(RATE_LIMIT)
    }

    /// Whether it is a failure at all: the status is none of 2XX, or the body reports an error.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        !self.is_success() || self.inner.body.reports_error()
    }

    pub(super) fn is_success(&self) -> bool {
        matches!(self.inner.status.code(), 200..=299)
    }

    /// The error, where it is listed and unique: the code of the body in the product that was called,
    /// or what that number means in every product, or else the status.
    ///
    /// ```
    /// use zoom_errors::response::Failure;
    /// use zoom_errors::rest_api::RestApiError;
    ///
    /// let body = r#"{"code": 4711, "message": "Invalid access token, does not contain scopes:[user:read]."}"#;
    /// assert_eq!(Failure::new(400, body).cause(), Some(RestApiError::ScopesMissingInToken.into()));
    /// ```
    #[must_use]
    pub fn cause(&self) -> Option<ZoomError> {
        self.inner.cause
    }

    /// All that the code of the body may mean here, the best supported first.
    #[must_use]
    pub fn candidates(&self) -> &[Candidate] {
        &self.inner.candidates
    }

    /// The cause, to match on: the variant of a product's enum, if it is one of that product, or
    /// means the same as one.
    #[must_use]
    pub fn known<E: ErrorCode>(&self) -> Option<E> {
        let cause = self.inner.cause?;
        // An oversized batch is no rate limit, though it has its number.
        let limit = ZoomError::from(RestApiError::RateLimited);
        let same = Some(cause.canonical()).filter(|same| self.is_rate_limited() || *same != limit);
        let same = || E::try_from(same?).ok();
        // A product may say more about a number, and means by it what all do.
        let shared = || {
            let shared = RestApiError::from_code(self.code()?)?;
            let means = shared.kind() == cause.kind() && ZoomError::from(shared) != limit;
            E::try_from(shared.into()).ok().filter(|_| means)
        };
        E::try_from(cause).ok().or_else(same).or_else(shared)
    }

    /// The finer cause, to match on: the enum that belongs to the error.
    ///
    /// It comes from the message, and where that tells nothing from the headers.
    ///
    /// ```
    /// use zoom_errors::{response::Failure, rest_api::RateLimitedReason};
    ///
    /// let failure = Failure::builder(429).headers([("X-RateLimit-Type", "QPS")]).body("");
    /// assert_eq!(failure.reason(), Some(RateLimitedReason::PerSecondLimit));
    /// ```
    #[must_use]
    pub fn reason<R: Reason>(&self) -> Option<R> {
        R::from_entry(self.inner.reason?)
    }

    /// The finer cause as data.
    #[must_use]
    pub fn reason_info(&self) -> Option<&'static Entry> {
        self.inner.reason
    }

    /// What could not be read of headers and body.
    pub fn notes(&self) -> impl Iterator<Item = Note> + '_ {
        let sent = self.inner.sent.iter().flat_map(|sent| &sent.notes);
        sent.chain(self.inner.body.notes()).copied()
    }
}
