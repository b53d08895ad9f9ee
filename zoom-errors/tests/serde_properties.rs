//! What holds over serde for any number and any text.
#![cfg(feature = "serde")]

use proptest::prelude::*;
use zoom_errors::{ErrorCode, Observed, ZoomError};

/// There and back again, in a format for people and in one for machines.
fn keeps<E>(code: i32)
where
    Observed<E>: serde_core::Serialize + serde_core::de::DeserializeOwned,
    E: ErrorCode,
{
    let observed = E::observe(code);
    assert_eq!(observed.code(), code);
    let json = serde_json::to_string(&observed).unwrap();
    assert_eq!(json, code.to_string());
    let back: Observed<E> = serde_json::from_str(&json).unwrap();
    assert_eq!(back, observed);
    let bytes = postcard::to_allocvec(&observed).unwrap();
    let back: Observed<E> = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(back, observed);
}

proptest! {
    #[test]
    fn observed_codes_lose_nothing(any in any::<i32>(), small in 0..15_000) {
        macro_rules! check {
            ($E:path) => {
                keeps::<$E>(any);
                keeps::<$E>(small);
            };
        }
        zoom_errors::__each_code_enum!(check);
    }

    #[test]
    fn no_json_panics(json in r#"[-0-9"a-zA-Z_{}:,.\[\] ]{0,30}"#) {
        let _ = serde_json::from_str::<ZoomError>(&json);
        macro_rules! check {
            ($E:path) => {
                let _ = serde_json::from_str::<Observed<$E>>(&json);
            };
        }
        zoom_errors::__each_code_enum!(check);
    }
}
