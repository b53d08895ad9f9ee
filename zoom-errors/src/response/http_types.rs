//! The types of the `http` crate, which `reqwest`, `ureq`, `hyper` and others share.

use http::{HeaderMap, Response, StatusCode};

use super::failure::Failure;
use crate::Observed;
use crate::http_status::HttpStatus;

impl Failure {
    /// Reads a response: feature `http`.
    ///
    /// ```
    /// use http::{HeaderMap, StatusCode};
    /// use zoom_errors::{http_status::HttpStatus, response::Failure};
    ///
    /// let body = r#"{"code": 1001, "message": "User does not exist: 31."}"#;
    /// let failure = Failure::from_response(StatusCode::NOT_FOUND, &HeaderMap::new(), body);
    /// assert_eq!(failure.status.known(), Some(HttpStatus::NotFound));
    /// assert_eq!(failure.code().map(|code| code.code()), Some(1001));
    /// ```
    #[must_use]
    pub fn from_response(
        status: StatusCode,
        headers: &HeaderMap,
        body: impl AsRef<[u8]>,
    ) -> Failure {
        Failure::from_parts(status.as_u16(), headers, body)
    }
}

impl<B: AsRef<[u8]>> From<&Response<B>> for Failure {
    fn from(response: &Response<B>) -> Failure {
        Failure::from_response(response.status(), response.headers(), response.body())
    }
}

/// The status, listed or not.
///
/// ```
/// use http::StatusCode;
/// use zoom_errors::{Observed, http_status::HttpStatus};
///
/// assert_eq!(Observed::<HttpStatus>::from(StatusCode::CONFLICT), HttpStatus::Conflict);
/// assert_eq!(Observed::<HttpStatus>::from(StatusCode::BAD_GATEWAY), 502);
/// ```
impl From<StatusCode> for Observed<HttpStatus> {
    fn from(code: StatusCode) -> Observed<HttpStatus> {
        HttpStatus::observe(code.as_u16().into())
    }
}
