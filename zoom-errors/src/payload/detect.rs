//! What a payload of an unknown product may be.

use alloc::vec::Vec;
use core::fmt;

use super::decoded::Decoded;
use super::note::Note;
use super::object::{Object, with_object};
use super::shape::Shape;
use super::told::Told;
use crate::{Class, Product, ZoomError};

/// Everything that a payload may be, when nobody knows which product sent it.
///
/// A number alone names no error, so this never picks one: it gives every candidate with the
/// evidence for it, the best supported first. [`only`](Detection::only) answers where there is just
/// one.
///
/// ```
/// use zoom_errors::Product;
/// use zoom_errors::payload::{Evidence, detect};
///
/// // Both web SDKs reject promises with this shape, and 3004 is a wrong passcode in both.
/// let caught = r#"{"type": "JOIN_MEETING_FAILED", "reason": "", "errorCode": 3004}"#;
/// let detection = detect(caught);
/// let products: Vec<_> = detection.candidates.iter().map(|c| c.decoded.product).collect();
/// assert_eq!(products, [Product::MeetingSdkWeb, Product::VideoSdkWeb]);
/// assert!(detection.only().is_none());
/// assert!(detection.candidates[0].why.contains(&Evidence::Listed));
///
/// let body = r#"{"code": 300, "message": "Validation Failed.", "errors": []}"#;
/// assert_eq!(detect(body).only().unwrap().decoded.product, Product::RestApi);
/// ```
#[must_use]
pub fn detect(payload: impl AsRef<[u8]>) -> Detection {
    with_object(payload.as_ref(), |object, notes| {
        let fits = |shape: &Shape| shape.fits(object);
        // Mostly one or two; a vector that grows by itself begins with four, a kilobyte.
        let mut candidates = Vec::with_capacity(2);
        for shape in Shape::DISTINCT.iter().copied().filter(fits) {
            let reading = Reading::new(object, shape);
            let products = shape.products().iter();
            candidates.extend(products.map(|product| reading.candidate(*product)));
        }
        let reading = Reading::new(object, Shape::Other);
        for product in Product::ALL.iter().copied() {
            let new = |candidate: &Candidate| candidate.decoded.product != product;
            if reading.told.error(product).is_some() && candidates.iter().all(new) {
                candidates.push(reading.candidate(product));
            }
        }
        candidates.sort_by_key(|candidate| core::cmp::Reverse(candidate.why.len()));
        Detection { candidates, notes }
    })
}

/// The answer of [`detect`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Detection {
    /// What the payload may be, the best supported first.
    pub candidates: Vec<Candidate>,
    /// What could not be read of the payload as a whole.
    pub notes: Vec<Note>,
}

/// One thing that a payload may be.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Candidate {
    /// The payload, read as one of this product and shape.
    pub decoded: Decoded,
    /// Why it may be.
    pub why: Vec<Evidence>,
}

/// A reason to take a payload for one of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Evidence {
    /// It has the keys of the shape; these are the ones that were found.
    Keys(Vec<&'static str>),
    /// The product lists its code.
    Listed,
    /// The product does not list its code, but documents a range or section around it.
    InRange(&'static Class),
    /// The product has an error of the name that the payload holds.
    Named(ZoomError),
    /// The product has an error of the name that the payload gives as its `type`.
    ///
    /// The web SDKs put the class of a failure there, which some errors are named after; so the
    /// failure need not be this one.
    Type(ZoomError),
    /// The token endpoint has the word that the payload holds.
    Word(ZoomError),
    /// The text is, or the sub-code belongs to, a finer cause that the product documents under the
    /// code.
    Reason(&'static str),
}

impl Detection {
    /// The candidate, if there is exactly one.
    #[must_use]
    pub fn only(&self) -> Option<&Candidate> {
        match self.candidates.as_slice() {
            [candidate] => Some(candidate),
            _ => None,
        }
    }
}

/// An object that is read as one of a shape, whoever sent it.
struct Reading<'o, 'a> {
    object: &'o Object<'a>,
    shape: Shape,
    told: Told<'a>,
    notes: Vec<Note>,
}

impl<'o, 'a> Reading<'o, 'a> {
    fn new(object: &'o Object<'a>, shape: Shape) -> Self {
        let mut notes = Vec::new();
        Self {
            told: shape.tell(object, &mut notes),
            object,
            shape,
            notes,
        }
    }

    fn candidate(&self, product: Product) -> Candidate {
        let decoded = Decoded::new(product, self.shape, self.told.clone(), self.notes.clone());
        let known = self.shape.keys();
        let keys: Vec<_> = self
            .object
            .keys()
            .filter(|key| known.contains(key))
            .collect();
        let listed = decoded.code.and(decoded.error);
        let range = match listed {
            Some(_) => None,
            None => decoded.code.and(decoded.class()),
        };
        let why = [
            (!keys.is_empty()).then_some(Evidence::Keys(keys)),
            listed.map(|_| Evidence::Listed),
            range.map(Evidence::InRange),
            decoded.named.map(Evidence::Named),
            self.type_of(product).map(Evidence::Type),
            decoded
                .error
                .filter(|error| error.word().is_some())
                .map(Evidence::Word),
            decoded
                .reason_info()
                .map(|reason| Evidence::Reason(reason.name())),
        ];
        Candidate {
            decoded,
            why: why.into_iter().flatten().collect(),
        }
    }

    /// The error that the `type` of the object is named after.
    fn type_of(&self, product: Product) -> Option<ZoomError> {
        if !self.shape.keys().contains(&"type") {
            return None;
        }
        let mut ignored = Vec::new();
        let name = self.object.text(&["type"], &mut ignored)?;
        ZoomError::from_name(product, name.trim())
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Evidence::Keys(keys) => {
                f.write_str("it has ")?;
                for (at, key) in keys.iter().enumerate() {
                    let before = if at == 0 { "" } else { ", " };
                    write!(f, "{before}`{key}`")?;
                }
                Ok(())
            }
            Evidence::Listed => f.write_str("the code is listed"),
            Evidence::InRange(class) => write!(f, "the code is one of {class}"),
            Evidence::Named(error) => write!(f, "it names {}", error.name()),
            Evidence::Type(error) => write!(f, "its `type` is {}", error.name()),
            Evidence::Word(error) => {
                write!(f, "it holds the word {}", error.word().unwrap_or_default())
            }
            Evidence::Reason(name) => write!(f, "it tells the cause {name}"),
        }
    }
}
