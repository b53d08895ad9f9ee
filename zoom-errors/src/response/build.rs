//! From the parts of a response, and what is known of its request, to a failure.

use alloc::boxed::Box;
use alloc::string::String;

use super::candidate::Candidates;
use super::failure::{Failure, Inner, Sent};
use super::headers::{self, Headers};
use super::pick::Known;
use super::rate_limit::RateLimit;
use crate::http_status::HttpStatus;
use crate::payload::RestBody;
use crate::{Operation, Product};

/// Takes the parts of a response one by one; [`body`](FailureBuilder::body) is the last.
///
/// From [`Failure::builder`].
#[derive(Clone, Debug)]
pub struct FailureBuilder {
    status: u16,
    headers: Headers,
    operation: Option<&'static Operation>,
    product: Option<Product>,
}

impl FailureBuilder {
    pub(super) fn new(status: u16) -> FailureBuilder {
        FailureBuilder {
            status,
            headers: Headers::default(),
            operation: None,
            product: None,
        }
    }

    /// The headers of the response, with names in any case.
    #[must_use]
    pub fn headers<K: AsRef<str>, V: AsRef<[u8]>>(
        mut self,
        headers: impl IntoIterator<Item = (K, V)>,
    ) -> FailureBuilder {
        self.headers.take(headers);
        self
    }

    /// Method and address of the request, which tell the product and what the operation documents.
    ///
    /// Takes whatever [`Operation::find`] takes. An address that is none of Zoom's tells nothing.
    #[must_use]
    pub fn request(mut self, method: impl AsRef<str>, address: impl AsRef<str>) -> FailureBuilder {
        let (operation, product) = Operation::find_with_product(method.as_ref(), address.as_ref());
        self.operation = operation;
        self.product = product.or(self.product);
        self
    }

    /// The operation that was called, where it is at hand.
    #[must_use]
    pub fn operation(mut self, operation: &'static Operation) -> FailureBuilder {
        self.operation = Some(operation);
        self
    }

    /// The product that was called, where the request is not at hand.
    #[must_use]
    pub fn product(mut self, product: Product) -> FailureBuilder {
        self.product = Some(product);
        self
    }

    /// Reads the body, and makes the failure.
    #[must_use]
    pub fn body(self, body: impl AsRef<[u8]>) -> Failure {
        let FailureBuilder {
            status,
            mut headers,
            operation,
            product,
        } = self;
        let product = operation.map(Operation::product).or(product);
        let sent = (!headers.is_empty()).then(|| {
            Box::new(Sent {
                rate_limit: RateLimit::read(&mut headers),
                tracking_id: headers.value(headers::TRACKING_ID).map(String::from),
                notes: core::mem::take(&mut headers.notes),
            })
        });
        let mut inner = Box::new(Inner {
            status: HttpStatus::observe(status.into()),
            body: RestBody::from_json(body),
            operation,
            product,
            sent,
            candidates: Candidates::default(),
            cause: None,
            reason: None,
        });
        let known = Known {
            status,
            body: &inner.body,
            operation,
            product,
        };
        let picked = known.pick();
        inner.candidates = picked.candidates;
        inner.cause = picked.cause;
        inner.reason = picked.reason;
        inner.complete(&headers);
        Failure { inner }
    }

    /// Reads the body, and tells a success from a failure.
    ///
    /// # Errors
    /// If the status is none of 2XX, or the body reports an error all the same, as Zoom's does under
    /// HTTP 200 in some operations.
    ///
    /// ```
    /// use zoom_errors::response::Failure;
    ///
    /// let request = Failure::builder(200).request("GET", "/users/me/meetings");
    /// assert!(request.clone().check(r#"{"page_size": 30, "meetings": []}"#).is_ok());
    ///
    /// let failure = request.check(r#"{"code": 200, "message": "No permission."}"#).unwrap_err();
    /// assert_eq!(failure.code(), Some(200));
    /// ```
    pub fn check(self, body: impl AsRef<[u8]>) -> Result<(), Failure> {
        let failure = self.body(body);
        if failure.is_failure() {
            Err(failure)
        } else {
            Ok(())
        }
    }
}

impl Failure {
    /// Takes the parts of a response one by one, beginning with the status.
    ///
    /// ```
    /// use zoom_errors::response::Failure;
    ///
    /// let failure = Failure::builder(429)
    ///     .headers([("X-RateLimit-Type", "QPS")])
    ///     .request("GET", "/v2/users?page_size=300")
    ///     .body("");
    /// assert!(failure.is_rate_limited());
    /// assert_eq!(failure.operation().unwrap().call(), "GET /users");
    /// ```
    #[must_use]
    pub fn builder(status: u16) -> FailureBuilder {
        FailureBuilder::new(status)
    }

    /// Reads a response of which nothing else is known. The request tells more:
    /// [`builder`](Failure::builder) takes it.
    ///
    /// ```
    /// use zoom_errors::{Guided, Kind, response::Failure};
    ///
    /// let failure = Failure::new(502, "<html><title>502 Bad Gateway</title></html>");
    /// assert_eq!(failure.message(), Some("502 Bad Gateway"));
    /// // The documentation does not list 502, but says what all 5XX mean.
    /// assert_eq!((failure.cause(), failure.kind()), (None, Some(Kind::Internal)));
    /// ```
    #[must_use]
    pub fn new(status: u16, body: impl AsRef<[u8]>) -> Failure {
        Failure::builder(status).body(body)
    }
}
