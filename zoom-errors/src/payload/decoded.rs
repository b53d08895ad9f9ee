//! A decoded payload of any product.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use super::note::Note;
use super::object::with_object;
use super::shape::Shape;
use super::show::{self, Sketch};
use super::told::Told;
use crate::{Class, Entry, Guidance, Guided, Product, ZoomError};

/// The error that a payload of any product reports.
///
/// From [`Decoded::from_json`] and [`detect`](super::detect). The types of the single shapes say
/// more where the product is known at compile time.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded {
    /// The product whose codes these are.
    pub product: Product,
    /// The form of the payload.
    pub shape: Shape,
    /// The number on the wire, listed or not.
    pub code: Option<i32>,
    /// The code as it was sent, where it is not a number of 32 bits nor a word that is listed.
    pub raw_code: Option<String>,
    /// The listed error with that number; where there is no number, the one that is named.
    pub error: Option<ZoomError>,
    /// The error that the payload names by its constant.
    pub named: Option<ZoomError>,
    /// What the server or the SDK says about it.
    pub message: Option<String>,
    /// What could not be read.
    pub notes: Vec<Note>,
    code_key: Option<&'static str>,
    reason: Option<&'static Entry>,
}

impl Decoded {
    pub(super) fn new(
        product: Product,
        shape: Shape,
        told: Told<'_>,
        mut notes: Vec<Note>,
    ) -> Decoded {
        let named = told.named(product);
        notes.extend(told.complaint(named.is_some()));
        let error = told.error(product);
        let reason = error.and_then(|error| told.reason(error));
        let unlisted_word = told.word.filter(|_| error.is_none());
        Decoded {
            product,
            shape,
            code: told.code,
            code_key: told.code_key,
            error,
            named,
            reason,
            raw_code: told.raw_code.or(unlisted_word).map(Cow::into_owned),
            message: told.message.map(Cow::into_owned),
            notes,
        }
    }

    /// Whether the number and the constant are not of the same error. Both are kept, and
    /// [`error`](Decoded::error) goes by the number.
    #[must_use]
    pub fn disagrees(&self) -> bool {
        match (self.code, self.error, self.named) {
            (Some(_), Some(error), Some(named)) => error.canonical() != named.canonical(),
            (Some(_), None, Some(_)) => true,
            _ => false,
        }
    }

    /// The key of the code, listed or not: `errorCode`, `code` or, where neither is there,
    /// `status`, which any HTTP answer and any log may have.
    ///
    /// ```
    /// use zoom_errors::{Product, payload::Decoded};
    ///
    /// let status = Decoded::from_json(Product::HttpStatus, r#"{"status": 404}"#);
    /// assert_eq!((status.code, status.code_key()), (Some(404), Some("status")));
    /// ```
    #[must_use]
    pub fn code_key(&self) -> Option<&'static str> {
        self.code_key
    }

    /// The finer cause under the error.
    #[must_use]
    pub fn reason_info(&self) -> Option<&'static Entry> {
        self.reason
    }

    /// The section of the code; for an unlisted one, the documented range around it.
    #[must_use]
    pub fn class(&self) -> Option<&'static Class> {
        match self.error {
            Some(error) => error.class(),
            None => ZoomError::class_of(self.product, self.code?),
        }
    }
}

/// What the finer cause says, or the code, or the range around it.
impl Guided for Decoded {
    fn guidance(&self) -> Option<Guidance> {
        match self.reason.or(self.error.map(ZoomError::entry)) {
            Some(entry) => Some(entry.guidance()),
            None => self.class()?.guidance().copied(),
        }
    }
}

impl fmt::Display for Decoded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show::Line {
            code: self.code,
            raw_code: self.raw_code.as_deref(),
            error: self.error,
            also: self.named.filter(|_| self.disagrees()),
            class: self.class(),
            reason: self.reason,
            message: self.message.as_deref(),
            remediation: self.remediation(),
        }
        .write(f)
    }
}

/// Leaves out what is absent, and of the reason all but its name.
impl fmt::Debug for Decoded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Sketch::new(f, "Decoded")
            .field("product", &Some(self.product))
            .field("shape", &Some(self.shape))
            .field("code", &self.code)
            .text("raw_code", &self.raw_code)
            .field("error", &self.error)
            .field("named", &self.named)
            .field("reason", &self.reason.map(Entry::name))
            .text("message", &self.message)
            .list("notes", &self.notes)
            .finish()
    }
}

impl Error for Decoded {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.error
            .as_ref()
            .map(|error| error as &(dyn Error + 'static))
    }
}

impl Decoded {
    /// Reads what a payload of a product reports: a response body, a caught JavaScript error as
    /// JSON, or a line of a log with such an object in it.
    ///
    /// It takes whichever of the product's shapes fits, and never fails: what is not listed is
    /// kept as a number, and what cannot be read is noted.
    ///
    /// ```
    /// use zoom_errors::meeting_sdk_web::MeetingSdkWebError;
    /// use zoom_errors::{Product, payload::Decoded};
    ///
    /// let caught = r#"{"method": "join", "status": false, "errorCode": 3712, "errorMessage": "Signature is invalid."}"#;
    /// let decoded = Decoded::from_json(Product::MeetingSdkWeb, caught);
    /// assert_eq!(decoded.error, Some(MeetingSdkWebError::SignatureInvalid.into()));
    /// assert_eq!(decoded.to_string(), "SIGNATURE_INVALID (3712): Signature is invalid.");
    ///
    /// let unlisted = Decoded::from_json(Product::MeetingSdkWeb, r#"{"errorCode": 3999}"#);
    /// assert_eq!((unlisted.error, unlisted.code), (None, Some(3999)));
    /// assert_eq!(unlisted.class().unwrap().title(), "Meeting Validation");
    /// ```
    #[must_use]
    pub fn from_json(product: Product, payload: impl AsRef<[u8]>) -> Decoded {
        with_object(payload.as_ref(), |object, mut notes| {
            let shape = Shape::of(product, object);
            let told = shape.tell(object, &mut notes);
            Decoded::new(product, shape, told, notes)
        })
    }
}
