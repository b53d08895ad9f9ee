//! From the bytes of a payload to the errors that it may mean.
//!
//! The one place that knows what payloads look like.

use zoom_errors::{Class, Kind, Product, ReasonInfo, ZoomError};

use super::object::{Object, each_object};
use crate::rank;

/// A payload that tells a failure.
pub(super) struct Recognised {
    /// The number, listed or not.
    pub(super) code: i64,
    /// What the server says.
    pub(super) message: Option<String>,
    /// What the number means, most specific first; never empty.
    pub(super) meanings: Vec<Meaning>,
}

/// What the number of a payload means in one product.
pub(super) struct Meaning {
    pub(super) product: Product,
    /// Nothing if the product does not list the number.
    pub(super) error: Option<ZoomError>,
    /// The finer cause, where the payload tells it.
    pub(super) reason: Option<&'static ReasonInfo>,
}

/// Where in a line an object is looked for, if other text stands before it.
const STARTS: usize = 4;

/// Finds the failure in a line of a log, or in a payload over several lines.
///
/// The object may stand behind other text, inside other objects, or inside a string, as loggers
/// put it. A listed code wins over an unlisted one, then the outer object over the inner one.
pub(super) fn recognise(line: &[u8]) -> Option<Recognised> {
    let text = line.trim_ascii_start();
    if matches!(text.first(), Some(b'{' | b'[')) {
        if let Ok(found) = in_value(text) {
            return found;
        }
    }
    let starts = (1..text.len()).filter(|at| {
        let rest = text.get(*at..).and_then(|rest| rest.strip_prefix(b"{"));
        rest.is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
    });
    starts
        .take(STARTS)
        .find_map(|at| in_value(text.get(at..)?).ok()?)
}

/// Finds the failure in the JSON value at the beginning of a text.
fn in_value(json: &[u8]) -> Result<Option<Recognised>, serde_json::Error> {
    let mut best: Option<(bool, usize, Recognised)> = None;
    each_object(json, &mut |object, depth| {
        let Some(found) = failure(object) else {
            return;
        };
        let listed = found.meanings.iter().any(|meaning| meaning.error.is_some());
        let better = best.as_ref().is_none_or(|(other, level, _)| {
            if listed == *other {
                depth < *level
            } else {
                listed
            }
        });
        if better {
            best = Some((listed, depth, found));
        }
    })?;
    Ok(best.map(|(_, _, found)| found))
}

/// The failure that one object tells, by the fields it has.
fn failure(object: &Object) -> Option<Recognised> {
    let (code, meanings) = match (object.error_code, object.code) {
        (Some(code), _) if object.has_type && object.has_reason => (code, web_sdk(object, code)),
        (Some(code), _) if object.of_meeting_sdk || object.message.is_some() => {
            (code, in_products(code, &[Product::MeetingSdkWeb]))
        }
        (Some(code), _) if object.has_reason => (code, web_sdk(object, code)),
        (Some(code), _) => (code, anywhere(code)),
        // A number called `code` alone says too little, and 0 says that all is well.
        (None, Some(code)) if code != 0 && object.message.is_some() => (code, rest(code)),
        _ => return None,
    };
    if meanings.first()?.kind(code) == Some(Kind::Success) {
        return None;
    }
    let mut found = Recognised {
        code,
        message: object.message.clone().or_else(|| object.reason.clone()),
        meanings,
    };
    for meaning in &mut found.meanings {
        meaning.reason = reason(object, meaning.error);
    }
    // A product that knows what the server says is the right one.
    found
        .meanings
        .sort_by_key(|meaning| meaning.reason.is_none());
    Some(found)
}

/// Both web SDKs reject with `type`, `reason` and `errorCode`; a constant tells them apart.
fn web_sdk(object: &Object, code: i64) -> Vec<Meaning> {
    let mut products = [Product::VideoSdkWeb, Product::MeetingSdkWeb];
    let names = [object.reason.as_deref(), object.kind.as_deref()];
    let named = |product: Product| {
        let mut names = names.into_iter().flatten();
        names.any(|name| ZoomError::from_name(product, name).is_some())
    };
    products.sort_by_key(|product| !named(*product));
    in_products(code, &products)
}

/// The `code` in the body of an HTTP answer.
fn rest(code: i64) -> Vec<Meaning> {
    let mut errors: Vec<ZoomError> = listed(code, Product::ALL)
        .filter(|error| error.product().group() == Product::RestApi.group())
        .collect();
    rank::by_specificity(&mut errors);
    meanings(errors, Product::RestApi)
}

/// A number without anything that tells its product; `errorCode` is what the web SDKs call it.
fn anywhere(code: i64) -> Vec<Meaning> {
    let web = [Product::MeetingSdkWeb, Product::VideoSdkWeb];
    let mut errors: Vec<ZoomError> = listed(code, Product::ALL).collect();
    rank::by_specificity(&mut errors);
    errors.sort_by_key(|error| !web.contains(&error.product()));
    errors.into_iter().map(Meaning::of).collect()
}

/// The meanings in these products, in this order; if none lists the number, the first product's.
fn in_products(code: i64, products: &[Product]) -> Vec<Meaning> {
    let errors = listed(code, products).collect();
    match products.first() {
        Some(first) => meanings(errors, *first),
        None => Vec::new(),
    }
}

fn meanings(errors: Vec<ZoomError>, otherwise: Product) -> Vec<Meaning> {
    if errors.is_empty() {
        return vec![Meaning {
            product: otherwise,
            error: None,
            reason: None,
        }];
    }
    errors.into_iter().map(Meaning::of).collect()
}

fn listed(code: i64, products: &[Product]) -> impl Iterator<Item = ZoomError> {
    let code = i32::try_from(code).ok();
    let lookup = move |product: &Product| ZoomError::lookup(*product, code?);
    products.iter().filter_map(lookup)
}

impl Meaning {
    /// The documented range around the number, if it is not listed.
    pub(super) fn class(&self, code: i64) -> Option<&'static Class> {
        match self.error {
            Some(_) => None,
            None => ZoomError::class_of(self.product, i32::try_from(code).ok()?),
        }
    }

    /// What class of failure it is, if that is known.
    fn kind(&self, code: i64) -> Option<Kind> {
        match self.error {
            Some(error) => Some(error.kind()),
            None => Some(self.class(code)?.guidance()?.kind()),
        }
    }

    fn of(error: ZoomError) -> Self {
        Self {
            product: error.product(),
            error: Some(error),
            reason: None,
        }
    }
}

/// The finer cause, by its number or by what the server says.
fn reason(object: &Object, error: Option<ZoomError>) -> Option<&'static ReasonInfo> {
    let texts = [object.message.as_deref(), object.reason.as_deref()];
    let said = |fragment: &str| {
        let fragment = fragment.to_ascii_lowercase();
        let mut texts = texts.into_iter().flatten();
        texts.any(|text| text.to_ascii_lowercase().contains(&fragment))
    };
    error?.reasons().iter().find(|reason| {
        let numbered = reason.code().is_some() && reason.code().map(i64::from) == object.sub_code;
        numbered || reason.message().is_some_and(said)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::recognise;

    const PAYLOADS: [&str; 4] = [
        r#"{"method":"join","errorCode":3712,"errorMessage":"x"}"#,
        r#"{"type":"x","reason":3,"errorCode":6010}"#,
        r#"time {"log":"{\"code\":429,\"message\":\"maximum daily rate limit\"}"}"#,
        r#"[{"a":{"errorCode":"5012"}}]"#,
    ];

    #[test]
    fn every_payload_is_recognised() {
        for payload in PAYLOADS {
            assert!(recognise(payload.as_bytes()).is_some(), "{payload}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            recognise(&bytes);
        }

        /// Nearly right is harder than noise. What is found always means something.
        #[test]
        fn no_change_of_a_payload_panics(
            which in 0..PAYLOADS.len(),
            at: prop::sample::Index,
            byte: u8,
            cut: prop::sample::Index,
        ) {
            let mut bytes = PAYLOADS.get(which).map_or(Vec::new(), |text| text.as_bytes().to_vec());
            let at = at.index(bytes.len());
            if let Some(old) = bytes.get_mut(at) {
                *old = byte;
            }
            for bytes in [bytes.as_slice(), bytes.split_at(cut.index(bytes.len())).0] {
                if let Some(found) = recognise(bytes) {
                    prop_assert!(!found.meanings.is_empty());
                }
            }
        }
    }
}
