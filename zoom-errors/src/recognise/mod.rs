//! Finds the failures in whatever people paste: feature `json`.
//!
//! [`recognise`] reads any text: payloads as JSON, JavaScript, Python, Ruby, PHP, Elixir, Dart, Java
//! or Go print them, whole or broken, escaped or encoded; lines of a log; HTTP dumps; constants and
//! messages in prose. It finds pairs of key and value, constants, messages and addresses, and adds up
//! what they say for each product. What catalogs state about payloads is all that it knows.
//!
//! Without anything of Zoom's in it a text holds no failure:
//!
//! ```
//! use zoom_errors::recognise::recognise;
//! use zoom_errors::meeting_sdk_web::MeetingSdkWebError as E;
//!
//! let log = "join failed { method: 'join', result: 'Invalid signature.', errorCode: 3712 }";
//! let findings = recognise(log);
//! assert_eq!(findings[0].only(), Some(E::SignatureInvalid.into()));
//! assert_eq!(&log[findings[0].span.clone()], "errorCode: 3712");
//!
//! assert!(recognise(r#"{"level":"info","code":300,"message":"cache refreshed"}"#).is_empty());
//! ```

mod alone;
mod case;
mod fields;
mod finding;
mod glance;
mod judge;
mod marks;
mod messages;
mod pairs;
mod rank;
mod records;
mod scene;
mod sections;
mod value;
mod weigh;
mod words;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

pub(crate) use fields::Field;
pub use finding::{Candidate, Evidence, Finding};
pub use glance::hint;
pub use records::{is_open, record_around, records};
use scene::Scene;

/// The failures in a text that may be anybody's, in their order.
///
/// ```
/// use zoom_errors::recognise::recognise;
///
/// let both = r#"{"code":124,"message":"Invalid access token."} {"code":3001,"message":"Meeting does not exist: 1."}"#;
/// let codes: Vec<_> = recognise(both).iter().map(|finding| finding.code).collect();
/// assert_eq!(codes, [Some(124), Some(3001)]);
/// ```
#[must_use]
pub fn recognise(text: &str) -> Vec<Finding> {
    let first = hint(text.as_bytes(), 0);
    first.map_or_else(Vec::new, |first| all(text, Some(first)))
}

/// The failures in a text that somebody takes for Zoom's: then a number beside a word such as
/// `error` is enough.
///
/// ```
/// use zoom_errors::recognise::{recognise, recognise_zooms};
///
/// assert!(recognise("error 3712").is_empty());
/// assert_eq!(recognise_zooms("error 3712")[0].code, Some(3712));
/// ```
#[must_use]
pub fn recognise_zooms(text: &str) -> Vec<Finding> {
    all(text, None)
}

/// Blanks where a terminal would change colours, so that places stay.
fn without_colours(text: &str) -> Cow<'_, str> {
    if !text.contains('\u{1b}') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut colour = false;
    for character in text.chars() {
        colour |= character == '\u{1b}';
        match colour {
            true => plain.extend(core::iter::repeat_n(' ', character.len_utf8())),
            false => plain.push(character),
        }
        colour &= !character.is_ascii_alphabetic();
    }
    Cow::Owned(plain)
}

/// The failures of each record: of a text that somebody takes for Zoom's, or of those that give a
/// hint, of which the first is known.
fn all(text: &str, first: Option<usize>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let passed = |span: &Range<usize>| first.is_some_and(|first| span.end <= first);
    for span in records(text).filter(|span| !passed(span)) {
        let Some(record) = text.get(span.clone()).map(without_colours) else {
            continue;
        };
        let looked = record.len() == text.len() && matches!(record, Cow::Borrowed(_));
        if first.is_some() && !looked && hint(record.as_bytes(), 0).is_none() {
            continue;
        }
        for mut finding in judge::judge(&Scene::new(&record, first.is_none())) {
            finding.span = finding.span.start + span.start..finding.span.end + span.start;
            findings.push(finding);
        }
    }
    findings
}
