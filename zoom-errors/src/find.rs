//! All that a number or a name can mean, in any product.

use crate::generated::{BY_CODE, BY_NAME, ERRORS, NAME_PLACES, PLACES};
use crate::{ErrorCode, ZoomError};

impl ZoomError {
    /// Everything that a number can mean, in the order in which people meet the products.
    ///
    /// ```
    /// use zoom_errors::{Product, ZoomError};
    ///
    /// let products: Vec<Product> = ZoomError::candidates(3004).map(|error| error.product()).collect();
    /// assert!(products.contains(&Product::MeetingSdkWeb));
    /// assert!(products.contains(&Product::VideoSdkWeb));
    /// ```
    #[inline]
    pub fn candidates(code: i32) -> impl Iterator<Item = ZoomError> + Clone {
        let places = &PLACES[BY_CODE.range(code)];
        places.iter().map(|place| ERRORS[*place as usize])
    }

    /// Everything that is called so in any product: constants, aliases and words, exactly as their
    /// sources write them.
    ///
    /// ```
    /// use zoom_errors::{ZoomError, oauth::OauthTokenError};
    ///
    /// let named: Vec<ZoomError> = ZoomError::named("invalid_grant").collect();
    /// assert_eq!(named, [OauthTokenError::InvalidGrant.into()]);
    /// ```
    #[inline]
    pub fn named(name: &str) -> impl Iterator<Item = ZoomError> + Clone + use<> {
        let mut next = BY_NAME.place(name.as_bytes());
        core::iter::from_fn(move || {
            let at = next?;
            let (place, more) = NAME_PLACES.get(at)?;
            next = more.then_some(at + 1);
            Some(ERRORS[*place as usize])
        })
    }
}

/// The codes of a section, ascending.
pub(crate) fn of_class<E: ErrorCode>(class: usize) -> impl Iterator<Item = E> {
    let all = E::ALL.iter().copied();
    all.filter(move |error| error.entry().class_place() == Some(class))
}
