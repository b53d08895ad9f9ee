//! The types of the `http` crate, which `reqwest`, `ureq`, `hyper` and others share.

use http::{HeaderMap, Response, StatusCode};

use super::failure::{Failure, status};
use crate::Observed;
use crate::rest_api::RestApiError;

impl Failure {
    /// Reads a response: feature `http`.
    ///
    /// ```
    /// use http::{HeaderMap, StatusCode};
    /// use zoom_errors::rest_api::{Failure, RestApiError};
    ///
    /// let body = r#"{"code": 1001, "message": "User does not exist: 31."}"#;
    /// let failure = Failure::from_response(StatusCode::NOT_FOUND, &HeaderMap::new(), body);
    /// assert_eq!(failure.status.known(), Some(RestApiError::NotFound));
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

/// The error of a status; one that is not listed is kept as its number.
///
/// ```
/// use http::StatusCode;
/// use zoom_errors::{Observed, rest_api::RestApiError};
///
/// assert_eq!(Observed::from(StatusCode::CONFLICT), Observed::Known(RestApiError::Conflict));
/// assert_eq!(Observed::<RestApiError>::from(StatusCode::BAD_GATEWAY), Observed::Unknown(502));
/// // 300 in a body is a failed validation; as a status it is something else.
/// assert_eq!(
///     Observed::<RestApiError>::from(StatusCode::MULTIPLE_CHOICES),
///     Observed::Unknown(300),
/// );
/// ```
impl From<StatusCode> for Observed<RestApiError> {
    fn from(code: StatusCode) -> Observed<RestApiError> {
        status(code.as_u16())
    }
}
