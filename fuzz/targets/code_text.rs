//! Any text as a code, a constant, a word or a server's message.
#![no_main]

use std::fmt::Debug;
use std::str::FromStr;

use libfuzzer_sys::fuzz_target;
use serde_core::Serialize;
use serde_core::de::DeserializeOwned;
use zoom_errors::oauth::{OauthTokenError, TokenScopeMismatchReason, UnexpectedErrorReason};
use zoom_errors::rest::meetings::{InvalidRequestReason, MeetingNotFoundReason};
use zoom_errors::rest_api::{RateLimitedReason, ValidationFailedReason};
use zoom_errors::video_sdk_web::{ClientInvalidJoinParameterReason, SessionFetchInfoErrorReason};
use zoom_errors::{
    Actor, Advice, Entry, ErrorCode, Explain, Kind, Limit, Observed, Origin, ParseCodeError,
    Period, Plan, Product, Reason, Retry, SourceKind, ZoomError,
};

fuzz_target!(|text: &str| {
    macro_rules! codes {
        ($E:path) => {
            code::<$E>(text);
            over_serde::<$E>(text);
        };
    }
    zoom_errors::__each_code_enum!(codes);
    macro_rules! messages {
        ($($R:ident),*) => {$( message(text, $R::from_message); )*};
    }
    messages!(
        RateLimitedReason,
        InvalidRequestReason,
        MeetingNotFoundReason,
        ValidationFailedReason,
        UnexpectedErrorReason,
        TokenScopeMismatchReason,
        ClientInvalidJoinParameterReason,
        SessionFetchInfoErrorReason
    );
    macro_rules! words {
        ($($W:ident),*) => {$(
            if let Some(word) = $W::from_id(text) {
                assert_eq!(word.id(), text);
            }
        )*};
    }
    words!(
        Product, Kind, Actor, Retry, Advice, Origin, SourceKind, Limit, Plan, Period
    );
    if let Some(word) = OauthTokenError::from_value(text) {
        assert_eq!(word.value(), text);
    }
    across_products(text);
});

/// A number or a constant; case and surrounding space do not matter.
fn code<E: ErrorCode + FromStr<Err = ParseCodeError>>(text: &str) {
    let parsed = text.parse::<E>();
    let number = text.trim().parse::<i128>().ok();
    match parsed {
        Ok(error) => {
            match number {
                Some(number) => assert_eq!(number, i128::from(error.code())),
                None => assert!(E::from_name_ignoring_case(text.trim()).is_some()),
            }
            assert_eq!(error.to_string().split(' ').next(), Some(error.name()));
            assert_eq!(error.name().parse::<E>(), Ok(error));
        }
        Err(error) => {
            assert_eq!(error.product(), E::PRODUCT);
            assert_eq!(error.unknown_code().map(|unknown| unknown.code()), number);
            assert!(!error.to_string().is_empty());
        }
    }
    assert_eq!(format!(" {text}\t\n").parse::<E>(), parsed);
    let lower = text.to_ascii_lowercase().parse::<E>();
    assert_eq!(lower.is_ok(), parsed.is_ok());
    if let Some(error) = E::from_name(text) {
        assert_eq!(parsed, Ok(error), "the exact name wins");
    }
    if let Some(Ok(number)) = number.map(i32::try_from) {
        let observed = E::observe(number);
        assert_eq!(observed.code(), number);
        assert_eq!(observed.known(), parsed.ok());
        let _ = (format!("{observed:#}"), observed.class());
    }
}

/// As JSON, and as the text in JSON. What is read comes out again as the same.
fn over_serde<E>(text: &str)
where
    E: ErrorCode + Serialize + DeserializeOwned,
{
    let quoted = serde_json::to_string(text).unwrap_or_default();
    for json in [text, &quoted] {
        let listed = serde_json::from_str::<E>(json);
        let observed = serde_json::from_str::<Observed<E>>(json);
        let known = observed.as_ref().ok().and_then(|observed| observed.known());
        assert_eq!(listed.ok(), known);
        if let Ok(observed) = observed {
            comes_back(observed);
            if let Ok(number) = json.trim().parse::<i128>() {
                assert_eq!(i128::from(observed.code()), number);
            }
        }
    }
}

#[track_caller]
fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T) {
    let json = serde_json::to_string(&value).expect("a code is written");
    assert_eq!(
        serde_json::from_str::<T>(&json).ok().as_ref(),
        Some(&value),
        "{json}"
    );
    let bytes = postcard::to_allocvec(&value).expect("a code is written");
    assert_eq!(
        postcard::from_bytes::<T>(&bytes).ok().as_ref(),
        Some(&value),
        "{bytes:?}"
    );
}

/// The reason of a documented message that fits, and otherwise the first reason whose fragment the
/// message holds, in whatever case.
fn message<R: Reason>(text: &str, from_message: fn(&str) -> Option<R>) {
    let folded = text.to_ascii_lowercase();
    let holds = |reason: &R| {
        let fragment = reason.entry().message();
        fragment.is_some_and(|fragment| folded.contains(&fragment.to_ascii_lowercase()))
    };
    let told = from_message(text);
    let held = R::ALL.iter().copied().find(holds);
    let responses = R::PARENT.responses().iter();
    let fitting: Vec<Option<&Entry>> = responses
        .filter(|response| response.fits(text))
        .map(|response| response.reason())
        .collect();
    let entry = told.map(Explain::entry);
    match fitting.first() {
        // All that fit tell the same.
        Some(Some(only)) if fitting.iter().all(|one| *one == Some(*only)) => {
            assert_eq!(entry, Some(*only));
        }
        _ => assert!(
            told == held || entry.is_some() && fitting.contains(&entry),
            "{told:?} where {held:?} is held"
        ),
    }
}

fn across_products(text: &str) {
    for product in Product::ALL {
        if let Some(error) = ZoomError::from_name(*product, text) {
            assert_eq!(error.product(), *product);
            comes_back(error);
        }
        if let Some(error) = ZoomError::from_word(*product, text) {
            assert_eq!(error.product(), *product);
            assert_eq!(error.code(), None);
            comes_back(error);
        }
    }
    for error in ZoomError::named(text) {
        let called = error.name() == text || error.word() == Some(text);
        assert!(called || error.aliases().contains(&text), "{error:?}");
        comes_back(error);
    }
    if let Ok(error) = serde_json::from_str::<ZoomError>(text) {
        comes_back(error);
    }
    if let Ok(code) = text.parse() {
        for error in ZoomError::candidates(code) {
            assert_eq!(error.code(), Some(code));
        }
    }
}
