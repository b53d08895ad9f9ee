//! The types of the `http` crate, which `reqwest`, `ureq`, `hyper` and others share.

use http::{HeaderMap, Request, Response, StatusCode};

use super::failure::Failure;
use crate::Observed;
use crate::http_status::HttpStatus;

impl Failure {
    /// Reads a response: feature `http`. The request tells more; see
    /// [`of_exchange`](Failure::of_exchange) and [`builder`](Failure::builder).
    ///
    /// ```
    /// use http::{HeaderMap, StatusCode};
    /// use zoom_errors::{http_status::HttpStatus, response::Failure};
    ///
    /// let body = r#"{"code": 1001, "message": "User does not exist: 31."}"#;
    /// let failure = Failure::from_response(StatusCode::NOT_FOUND, &HeaderMap::new(), body);
    /// assert_eq!(failure.status().known(), Some(HttpStatus::NotFound));
    /// ```
    #[must_use]
    pub fn from_response(
        status: StatusCode,
        headers: &HeaderMap,
        body: impl AsRef<[u8]>,
    ) -> Failure {
        Failure::builder(status.as_u16())
            .headers(headers)
            .body(body)
    }

    /// Reads a response to a request: feature `http`.
    ///
    /// ```
    /// use http::{Request, Response};
    /// use zoom_errors::{response::Failure, rest::users::UsersError};
    ///
    /// let request = Request::get("https://api.zoom.us/v2/users/31").body(()).unwrap();
    /// let body = r#"{"code": 1001, "message": "User does not exist: 31."}"#;
    /// let response = Response::builder().status(404).body(body).unwrap();
    /// let failure = Failure::of_exchange(&request, &response);
    /// assert_eq!(failure.known(), Some(UsersError::UserNotFound));
    /// ```
    #[must_use]
    pub fn of_exchange<A, B: AsRef<[u8]>>(request: &Request<A>, response: &Response<B>) -> Failure {
        Failure::builder(response.status().as_u16())
            .headers(response.headers())
            .request(request.method(), request.uri().path())
            .body(response.body())
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
