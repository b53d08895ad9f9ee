//! From a line of a log to the failure that it tells.
//!
//! What payloads look like is the library's to know ([`detect`]). This is the policy of a log:
//! what counts as a failure, and which meaning of it comes first.

use std::borrow::Cow;
use std::cmp::Reverse;

use zoom_errors::payload::{Candidate, Decoded, Evidence, Shape, detect};
use zoom_errors::{Kind, Product};

use super::objects::each_object;
use crate::entry::Entry;
use crate::rank;

/// A failure in a line.
pub(super) struct Recognised {
    /// The number, listed or not; nothing if a word stands in its place.
    pub(super) code: Option<i64>,
    /// What it means, most specific first; never empty. Of an unlisted number, the likeliest
    /// product alone.
    pub(super) meanings: Vec<Decoded>,
}

impl Recognised {
    pub(super) fn is_listed(&self) -> bool {
        self.meanings.iter().any(is_listed)
    }
}

/// Finds the failure in a line of a log, or in a payload over several lines.
///
/// A listed code wins over an unlisted one, then the outer object over the inner one, then the
/// first.
pub(super) fn recognise(line: &[u8]) -> Option<Recognised> {
    let mut best: Option<(usize, Recognised)> = None;
    // Bytes that are no UTF-8 spoil no more than the text that they are in.
    let line = match std::str::from_utf8(line) {
        Ok(line) => Cow::Borrowed(line),
        Err(_) => String::from_utf8_lossy(line),
    };
    if !may_tell(&line) {
        return None;
    }
    each_object(&line, &mut |object, level| {
        let object = Some(object.get()).filter(|object| level == 0 || may_tell(object));
        let Some(found) = object.and_then(failure) else {
            return false;
        };
        let listed = found.is_listed();
        let better = best.as_ref().is_none_or(|(other, than)| {
            (Reverse(listed), level) < (Reverse(than.is_listed()), *other)
        });
        if better {
            best = Some((level, found));
        }
        listed
    });
    best.map(|(_, found)| found)
}

/// Most lines of most logs have none of the keys that hold a number or a word: `code`, `errorCode`
/// and `error`. They need no closer look.
fn may_tell(json: &str) -> bool {
    json.contains("ode") || json.contains("error")
}

/// The failure that one object tells.
fn failure(object: &str) -> Option<Recognised> {
    let mut candidates = detect(object).candidates;
    let worded = candidates.iter().any(|Candidate { decoded, .. }| {
        decoded.shape == Shape::RestBody && decoded.message.is_some()
    });
    candidates.retain(|candidate| tells(&candidate.decoded, worded));
    let clear: Vec<Shape> = clear(&candidates).collect();
    candidates.retain(|Candidate { decoded, .. }| {
        let meant = match clear.is_empty() {
            // A number of no known range may be anything, unless the shape says what it is.
            true => is_listed(decoded) || decoded.class().is_some(),
            false => is_of(&clear, decoded),
        };
        meant && has_failed(decoded)
    });
    if candidates
        .iter()
        .any(|candidate| is_listed(&candidate.decoded))
    {
        candidates.retain(|candidate| is_listed(&candidate.decoded));
    }
    sort(&mut candidates);
    let mut meanings: Vec<Decoded> = Vec::with_capacity(candidates.len());
    for Candidate { decoded, .. } in candidates {
        // Several shapes of one product may fit.
        if meanings
            .iter()
            .all(|other| other.product != decoded.product)
        {
            meanings.push(decoded);
        }
    }
    let first = meanings.first()?;
    let code = number(first);
    if !is_listed(first) {
        meanings.truncate(1);
    }
    Some(Recognised { code, meanings })
}

/// The number, also one that is too large for a code.
fn number(decoded: &Decoded) -> Option<i64> {
    let large = || decoded.raw_code.as_ref()?.trim().parse().ok();
    decoded.code.map(i64::from).or_else(large)
}

/// Whether there is a number or a word of the token endpoint. A `status` is any HTTP answer's, and
/// a `code` says too little without a message beside it.
fn tells(decoded: &Decoded, worded: bool) -> bool {
    let placed = match decoded.code_key() {
        Some("errorCode") => true,
        Some("code") => worded,
        _ => false,
    };
    decoded.token_error.is_some() || placed && number(decoded).is_some()
}

fn has_failed(decoded: &Decoded) -> bool {
    number(decoded) != Some(0) && decoded.kind() != Some(Kind::Success)
}

fn is_listed(decoded: &Decoded) -> bool {
    Entry::of(decoded).is_some()
}

/// The shapes of which there is more than a single key.
fn clear(candidates: &[Candidate]) -> impl Iterator<Item = Shape> {
    let clear = |why: &Evidence| matches!(why, Evidence::Keys(keys) if keys.len() > 1);
    candidates
        .iter()
        .filter(move |candidate| candidate.why.iter().any(clear))
        .map(|candidate| candidate.decoded.shape)
}

/// Whether a shape that is clear leaves a candidate. The body of a REST answer may be of any
/// product with such an API.
fn is_of(clear: &[Shape], decoded: &Decoded) -> bool {
    let group = decoded.product.group();
    clear.contains(&decoded.shape)
        || clear.contains(&Shape::RestBody) && group == Product::RestApi.group()
}

/// Puts the candidate first that knows what the server says, then the one with more evidence, then
/// the more specific one.
fn sort(candidates: &mut [Candidate]) {
    candidates.sort_by_cached_key(|Candidate { decoded, why, .. }| {
        (
            decoded.reason_info().is_none(),
            Reverse(why.len()),
            Entry::of(decoded).map(rank::specificity),
            rank::size(decoded.product),
        )
    });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::recognise;

    const PAYLOADS: [&str; 5] = [
        r#"{"reason":"Invalid Token!","error":"invalid_grant"}"#,
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
