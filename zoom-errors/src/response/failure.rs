//! A response of the REST API that reports a failure.

use super::headers::{self, Headers};
use super::rate_limit::RateLimit;
use super::retry::RetryAt;
use crate::http_status::HttpStatus;
use crate::oauth::OauthError;
use crate::payload::{FieldError, Note, RestBody};
use crate::rest_api::{RateLimitedReason, RestApiError};
use crate::{Class, Entry, ErrorCode, Guidance, Guided, Observed, Reason, Retry, ZoomError};
use alloc::string::String;
use alloc::vec::Vec;

/// A response of the REST API that reports a failure: status, headers and body.
///
/// The status and the code in the body are kept apart, for they are different things: a 404 whose
/// body says 1001 loses neither. [`error`](Failure::error) and the advice come from whichever says
/// more: a documented body code, which may be one of the OAuth space about the token, then the
/// status, then the class of the status. A body code of 429 is a rate limit only under the status
/// 429; elsewhere it is not, and waiting does not help.
///
/// Reading never fails: what a response lacks is `None`, and what could not be read is in
/// [`notes`](Failure::notes). As an error its `source` is the typed code.
///
/// ```
/// use zoom_errors::response::Failure;
/// use zoom_errors::rest_api::{RestApiError, RetryAt, ValidationFailedReason};
///
/// let body = r#"{"code": 300, "message": "Validation Failed.",
///                "errors": [{"field": "settings.audio", "message": "Invalid field."}]}"#;
/// let failure = Failure::from_parts(400, [("x-zm-trackingid", "v=2.0;rid=WEB_1")], body);
/// assert_eq!(failure.error(), Some(RestApiError::ValidationFailed.into()));
/// assert_eq!(failure.reason(), Some(ValidationFailedReason::InvalidFields));
/// assert_eq!(failure.errors()[0].field.as_deref(), Some("settings.audio"));
/// assert_eq!(failure.retry_at(1_755_860_000), RetryAt::AfterFix);
/// assert_eq!(
///     failure.to_string(),
///     "HTTP 400 BAD_REQUEST, code 300 VALIDATION_FAILED, INVALID_FIELDS: Validation Failed. \
///      (tracking id v=2.0;rid=WEB_1)",
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Failure {
    /// The status of the response.
    pub status: Observed<HttpStatus>,
    /// What the body says.
    pub body: RestBody,
    /// The id under which Zoom's support finds the call.
    pub tracking_id: Option<String>,
    /// The rate-limit headers. Some come with successes too; that a limit was hit is
    /// [`is_rate_limited`](Failure::is_rate_limited).
    pub rate_limit: RateLimit,
    header_notes: Vec<Note>,
    pub(super) error: Option<ZoomError>,
    reason: Option<&'static Entry>,
}

impl Failure {
    /// Reads a response, from parts of whatever type.
    ///
    /// Names of headers may be in any case. Feature `http` adds `from_response` for the types of
    /// the `http` crate.
    ///
    /// ```
    /// use zoom_errors::response::Failure;
    ///
    /// let headers = [("Content-Type", "text/html")];
    /// let failure = Failure::from_parts(502, headers, b"<html>Bad gateway</html>");
    /// assert_eq!(failure.status.code(), 502);
    /// assert_eq!(failure.error(), None);
    /// // The documentation does not list 502, but says what all 5XX mean.
    /// assert_eq!(failure.kind(), Some(zoom_errors::Kind::Internal));
    /// ```
    #[must_use]
    pub fn from_parts<K: AsRef<str>, V: AsRef<[u8]>>(
        status_code: u16,
        headers: impl IntoIterator<Item = (K, V)>,
        body: impl AsRef<[u8]>,
    ) -> Failure {
        let mut headers = Headers::pick(headers);
        let mut failure = Failure {
            status: HttpStatus::observe(status_code.into()),
            body: RestBody::from_json(body),
            tracking_id: headers.value(headers::TRACKING_ID).map(String::from),
            rate_limit: RateLimit::read(&mut headers),
            error: None,
            reason: None,
            header_notes: Vec::new(),
        };
        failure.error = failure.find_error();
        failure.reason = failure.find_reason(&headers);
        failure.header_notes = headers.notes;
        failure
    }

    /// What says more: the code of the body or the status.
    fn find_error(&self) -> Option<ZoomError> {
        let status = self
            .status
            .known()
            .filter(|status| status.kind().is_failure());
        let body = self.body.error.code.and_then(|code| {
            let limit = RestApiError::RateLimited.code();
            // Elsewhere a 429 is an oversized batch.
            if code == limit && !self.is_rate_limited() {
                return None;
            }
            let shared = code.known().map(ZoomError::from);
            shared.or_else(|| OauthError::from_code(code.code()).map(ZoomError::from))
        });
        let limited = self
            .is_rate_limited()
            .then_some(RestApiError::RateLimited.into());
        limited.or(body).or(status.map(ZoomError::from))
    }

    fn find_reason(&self, headers: &Headers) -> Option<&'static Entry> {
        let error = self.error?;
        let announced = |reason: &&Entry| {
            reason.headers().iter().any(|header| {
                // A mere name tells nothing: only a value sets reasons apart.
                let Some((name, value)) = header.split_once(": ") else {
                    return false;
                };
                headers
                    .value(name)
                    .is_some_and(|sent| sent.eq_ignore_ascii_case(value))
            })
        };
        let by_header = || error.reasons().iter().find(announced);
        self.body.reason_under(error).or_else(by_header)
    }

    fn is_success(&self) -> bool {
        matches!(self.status.code(), 200..=299)
    }

    /// Whether the status is a success, and the body reports an error all the same.
    pub(super) fn is_refused_success(&self) -> bool {
        self.is_success() && self.body.reports_error()
    }

    /// Whether the status is 429: a limit was hit.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.status == HttpStatus::TooManyRequests
    }

    /// The error to act on, where it is listed: a code of the REST API, or one of the OAuth space if
    /// the body has that.
    ///
    /// ```
    /// use zoom_errors::oauth::{OauthError, TokenScopeMismatchReason};
    /// use zoom_errors::response::Failure;
    ///
    /// let body = r#"{"code": 4711, "message": "Invalid access token, does not contain scopes:[user:read]."}"#;
    /// let failure = Failure::from_parts(400, [("Content-Type", "application/json")], body);
    /// assert_eq!(failure.error(), Some(OauthError::TokenScopeMismatch.into()));
    /// assert_eq!(failure.reason(), Some(TokenScopeMismatchReason::ScopesMissing));
    /// assert_eq!(failure.missing_scopes(), ["user:read"]);
    /// ```
    #[must_use]
    pub fn error(&self) -> Option<ZoomError> {
        self.error
    }

    /// The code in the body.
    #[must_use]
    pub fn code(&self) -> Option<Observed<RestApiError>> {
        self.body.error.code
    }

    /// What the server says.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.body.error.message.as_deref()
    }

    /// The invalid fields.
    #[must_use]
    pub fn errors(&self) -> &[FieldError] {
        &self.body.errors
    }

    /// The scopes that the access token lacks, as the message lists them.
    #[must_use]
    pub fn missing_scopes(&self) -> &[String] {
        &self.body.missing_scopes
    }

    /// The finer cause, to match on: the enum that belongs to the error.
    ///
    /// It comes from the message, and where that tells nothing from the headers.
    ///
    /// ```
    /// use zoom_errors::{response::Failure, rest_api::RateLimitedReason};
    ///
    /// let failure = Failure::from_parts(429, [("X-RateLimit-Type", "QPS")], "");
    /// assert_eq!(failure.reason(), Some(RateLimitedReason::PerSecondLimit));
    /// ```
    #[must_use]
    pub fn reason<R: Reason>(&self) -> Option<R> {
        R::from_entry(self.reason?)
    }

    /// The finer cause as data.
    #[must_use]
    pub fn reason_info(&self) -> Option<&'static Entry> {
        self.reason
    }

    /// The documented class of the status, where the error itself is not listed.
    pub(super) fn class(&self) -> Option<&'static Class> {
        let code = self.status.code();
        // A success with an error in its body is none that any page describes.
        if self.error.is_some() || self.is_refused_success() {
            return None;
        }
        HttpStatus::class_of(code)
            .filter(|class| class.codes().is_some_and(|all| all.contains(code)))
    }

    /// When to send the same call again. Takes and gives time in seconds since 1970; `now` is when
    /// the response came.
    ///
    /// A `Retry-After` counts where waiting helps at all. An undocumented failure asks for a look
    /// before anything is repeated, so that it gives [`RetryAt::AfterFix`].
    #[must_use]
    pub fn retry_at(&self, now: i64) -> RetryAt {
        let suggested = match self.retry() {
            Some(Retry::Never) => return RetryAt::Never,
            Some(Retry::AfterFix) | None => return RetryAt::AfterFix,
            // A day's quota does not come back within minutes.
            Some(Retry::AtReset) => 3600,
            Some(Retry::Backoff) => match self.reason() {
                Some(RateLimitedReason::ConcurrentLimit) => 5,
                _ => 1,
            },
        };
        match self.rate_limit.retry_after {
            Some(after) => RetryAt::At(after.instant(now)),
            None => RetryAt::Backoff { seconds: suggested },
        }
    }

    /// What could not be read of headers and body.
    pub fn notes(&self) -> impl Iterator<Item = Note> {
        self.header_notes
            .iter()
            .chain(&self.body.error.notes)
            .copied()
    }
}

/// What the finer cause says, or the error, or the class of the status.
impl Guided for Failure {
    fn guidance(&self) -> Option<Guidance> {
        match self.reason.or(self.error.map(ZoomError::entry)) {
            Some(entry) => Some(entry.guidance()),
            None => self.class()?.guidance().copied(),
        }
    }
}
