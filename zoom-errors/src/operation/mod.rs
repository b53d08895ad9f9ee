//! The operations of the REST APIs.

mod find;
mod rates;
mod scopes;

pub(crate) use find::Node;
pub use rates::Rate;
pub use scopes::MissingScopes;

use core::fmt;

use crate::entry::Space;
use crate::generated::calls::OPERATIONS;
use crate::{Limit, Product, Response};
use find::Found;

/// The methods of operations, the likeliest first where a text does not say.
pub(crate) const METHODS: &[&str] = &["GET", "POST", "PATCH", "PUT", "DELETE"];

/// One operation of a REST API: a method and a path, with what its reference says.
///
/// ```
/// use zoom_errors::{Operation, Product, rest::meetings::MeetingsError};
///
/// let get = Operation::find("GET", "https://api.zoom.us/v2/meetings/81234567890").unwrap();
/// assert_eq!(get.call(), "GET /meetings/{meetingId}");
/// assert_eq!(get.product(), Product::Meetings);
///
/// // What it is documented to answer, to be matched or listed.
/// let gone = MeetingsError::MeetingNotFound.into();
/// assert!(get.failures().any(|response| response.error() == Some(gone)));
/// ```
pub struct Operation {
    pub(crate) space: &'static Space,
    /// The place among those of the product.
    pub(crate) place: u16,
    pub(crate) call: &'static str,
    pub(crate) id: Option<&'static str>,
    /// Separated by spaces.
    pub(crate) scopes: &'static str,
    pub(crate) granular: &'static str,
    pub(crate) limit: Option<Limit>,
    pub(crate) daily: Option<&'static str>,
}

impl Operation {
    /// Every operation, product by product, in the order of the calls.
    pub fn all() -> impl Iterator<Item = &'static Operation> {
        OPERATIONS.iter().copied().flatten()
    }

    /// The operation that a request is.
    ///
    /// Takes an address or a path: with or without host, `/v2` and query, with ids or with the
    /// placeholders of the reference in them. An id has to be one segment, so that a slash in it has
    /// to be encoded, as Zoom asks for too. The method may be in any case.
    ///
    /// ```
    /// use zoom_errors::{Operation, Product};
    ///
    /// let list = Operation::find("get", "/v2/users/me/meetings?page_size=300").unwrap();
    /// assert_eq!(list.product(), Product::Meetings);
    /// assert_eq!(Operation::find("GET", "/users/{userId}/meetings"), Some(list));
    ///
    /// let past = Operation::find("GET", "/past_meetings/%252Fajx%253D%253D").unwrap();
    /// assert_eq!(past.path(), "/past_meetings/{meetingId}");
    /// ```
    #[must_use]
    pub fn find(method: &str, address: &str) -> Option<&'static Operation> {
        Found::new(method, address).operation
    }

    /// The operations that an address can be, whatever the method: reading first.
    ///
    /// ```
    /// use zoom_errors::Operation;
    ///
    /// let methods: Vec<_> = Operation::at("/v2/meetings/857").map(Operation::method).collect();
    /// assert_eq!(methods, ["GET", "PATCH", "DELETE"]);
    /// ```
    pub fn at(address: &str) -> impl Iterator<Item = &'static Operation> {
        METHODS
            .iter()
            .filter_map(move |method| Operation::find(method, address))
    }

    /// The product whose API a request is of, be the operation known or not.
    ///
    /// It is known where all operations whose paths begin like this one are of one product.
    ///
    /// ```
    /// use zoom_errors::{Operation, Product};
    ///
    /// assert_eq!(Operation::find("GET", "/phone/something_new"), None);
    /// assert_eq!(Operation::product_of("GET", "/phone/something_new"), Some(Product::Phone));
    /// // Several products have paths below a user.
    /// assert_eq!(Operation::product_of("GET", "/users/me/something_new"), None);
    /// ```
    #[must_use]
    pub fn product_of(method: &str, address: &str) -> Option<Product> {
        Found::new(method, address).product()
    }

    /// The operation and the product of a request, in one search.
    #[cfg(feature = "json")]
    pub(crate) fn find_with_product(
        method: &str,
        address: &str,
    ) -> (Option<&'static Operation>, Option<Product>) {
        let found = Found::new(method, address);
        (found.operation, found.product())
    }

    /// The product whose API it is of.
    #[must_use]
    pub const fn product(&self) -> Product {
        self.space.product
    }

    /// Method and path, `GET /meetings/{meetingId}`.
    #[must_use]
    pub const fn call(&self) -> &'static str {
        self.call
    }

    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.call.split_once(' ').map_or("", |(method, _)| method)
    }

    /// The path behind `/v2`, with placeholders.
    #[must_use]
    pub fn path(&self) -> &'static str {
        self.call.split_once(' ').map_or("", |(_, path)| path)
    }

    /// The operation id of the reference, where it is known.
    #[must_use]
    pub const fn id(&self) -> Option<&'static str> {
        self.id
    }

    /// The classic scopes; a token needs one of them, or one of
    /// [`granular_scopes`](Operation::granular_scopes).
    pub fn scopes(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.scopes.split_ascii_whitespace()
    }

    /// The granular scopes.
    pub fn granular_scopes(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.granular.split_ascii_whitespace()
    }

    /// The label of its rate limit.
    #[must_use]
    pub const fn limit(&self) -> Option<Limit> {
        self.limit
    }

    /// A limit of this operation by the day, in words. The day ends at 00:00 UTC.
    #[must_use]
    pub const fn daily_limit(&self) -> Option<&'static str> {
        self.daily
    }

    /// What it is documented to answer when it fails, each message with its
    /// [`error`](Response::error) and [`reason`](Response::reason).
    pub fn failures(&self) -> impl Iterator<Item = &'static Response> + use<> {
        let (space, place) = (self.space, self.place);
        space
            .responses
            .iter()
            .filter(move |response| response.is_on(place))
    }

    /// Whether it has this method, in whatever case.
    fn is_called(&self, method: &str) -> bool {
        let (known, rest) = self.call.split_at_checked(method.len()).unwrap_or_default();
        known.eq_ignore_ascii_case(method) && rest.starts_with(' ')
    }
}

/// Operations are the same if they are one.
impl PartialEq for Operation {
    fn eq(&self, other: &Operation) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Eq for Operation {}

/// Writes method and path.
impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.call)
    }
}

impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Operation({})", self.call)
    }
}
