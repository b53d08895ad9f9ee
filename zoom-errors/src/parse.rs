//! From numbers and names to variants, and what to say where that fails.

use core::error::Error;
use core::fmt;

use crate::{ErrorCode, Product};

/// A number that is no documented code of a product.
///
/// ```
/// use zoom_errors::video_sdk_web::VideoSdkWebError;
///
/// let error = VideoSdkWebError::try_from(5999_i64).unwrap_err();
/// assert_eq!(error.code(), 5999);
/// assert_eq!(error.to_string(), "5999 is not a listed code of Zoom Video SDK for Web");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnknownCode {
    product: Product,
    code: i128,
}

impl UnknownCode {
    pub(crate) const fn new(product: Product, code: i128) -> Self {
        Self { product, code }
    }

    /// The product that was asked.
    #[must_use]
    pub const fn product(self) -> Product {
        self.product
    }

    /// The number, whatever its size.
    #[must_use]
    pub const fn code(self) -> i128 {
        self.code
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not a listed code of {}", self.code, self.product)
    }
}

impl Error for UnknownCode {}

/// A text that is neither a documented code nor a constant of a product.
///
/// ```
/// use zoom_errors::meeting_sdk_web::MeetingSdkWebError;
///
/// let error = "NO_SUCH_NAME".parse::<MeetingSdkWebError>().unwrap_err();
/// assert_eq!(error.to_string(), "not a name or code of Zoom Meeting SDK for Web");
///
/// let error = "3999".parse::<MeetingSdkWebError>().unwrap_err();
/// assert_eq!(error.unknown_code().unwrap().code(), 3999);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ParseCodeError {
    product: Product,
    number: Option<i128>,
}

impl ParseCodeError {
    /// For a text that is no word of a product either.
    pub(crate) const fn no_word(product: Product) -> Self {
        Self {
            product,
            number: None,
        }
    }

    /// The product that was asked.
    #[must_use]
    pub const fn product(self) -> Product {
        self.product
    }

    /// The number, if the text was one.
    #[must_use]
    pub const fn unknown_code(self) -> Option<UnknownCode> {
        match self.number {
            Some(code) => Some(UnknownCode::new(self.product, code)),
            None => None,
        }
    }
}

impl fmt::Display for ParseCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unknown_code() {
            Some(unknown) => fmt::Display::fmt(&unknown, f),
            None => write!(f, "not a name or code of {}", self.product),
        }
    }
}

impl Error for ParseCodeError {}

/// A number, or a constant in whatever case, with space around it or not.
pub(crate) fn parse<E: ErrorCode>(text: &str) -> Result<E, ParseCodeError> {
    let text = text.trim();
    let number = text.parse::<i128>().ok();
    let found = match number {
        Some(number) => i32::try_from(number).ok().and_then(E::from_code),
        None => E::from_name(text).or_else(|| E::from_name_ignoring_case(text)),
    };
    found.ok_or(ParseCodeError {
        product: E::PRODUCT,
        number,
    })
}

/// The variant for a number of whatever type.
pub(crate) fn listed<E: ErrorCode>(code: i128) -> Result<E, UnknownCode> {
    let small = i32::try_from(code).ok();
    small
        .and_then(E::from_code)
        .ok_or(UnknownCode::new(E::PRODUCT, code))
}

/// A word that is not in a closed list, such as that of kinds.
///
/// ```
/// use zoom_errors::Retry;
///
/// let error = "sometimes".parse::<Retry>().unwrap_err();
/// assert_eq!(error.to_string(), "no such word: Retry");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnknownWord {
    of: &'static str,
}

impl UnknownWord {
    pub(crate) const fn new(of: &'static str) -> Self {
        Self { of }
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no such word: {}", self.of)
    }
}

impl Error for UnknownWord {}
