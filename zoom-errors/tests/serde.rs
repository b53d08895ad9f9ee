//! What goes over the wire with the feature `serde`.
#![cfg(feature = "serde")]

use serde_json::json;
use zoom_errors::meeting_sdk_web::MeetingSdkWebError;
use zoom_errors::video_sdk_web::{
    AudioCaptureFailedReason, SessionFetchInfoErrorReason, VideoSdkWebError as E,
};
use zoom_errors::{ErrorCode, Kind, Observed, Product, Retry, ZoomError};

fn round_trips<C>()
where
    C: ErrorCode + serde_core::Serialize + serde_core::de::DeserializeOwned,
{
    for &error in C::ALL {
        assert_eq!(serde_json::to_value(error).unwrap(), json!(error.code()));
        for written in [json!(error.code()), json!(error.code().to_string())] {
            assert_eq!(serde_json::from_value::<C>(written).unwrap(), error);
        }
        let named = serde_json::from_value::<C>(json!(error.name())).unwrap();
        assert_eq!(named.name(), error.name());
        let packed = postcard::to_allocvec(&error).unwrap();
        assert_eq!(packed, postcard::to_allocvec(&error.code()).unwrap());
        assert_eq!(postcard::from_bytes::<C>(&packed).unwrap(), error);
        let observed = C::observe(error.code());
        assert_eq!(serde_json::to_value(observed).unwrap(), json!(error.code()));
        let anywhere: ZoomError = error.into();
        let object = json!({ "product": C::PRODUCT.id(), "code": error.code() });
        assert_eq!(serde_json::to_value(anywhere).unwrap(), object);
        assert_eq!(
            serde_json::from_value::<ZoomError>(object).unwrap(),
            anywhere
        );
        let packed = postcard::to_allocvec(&anywhere).unwrap();
        assert_eq!(
            postcard::from_bytes::<ZoomError>(&packed).unwrap(),
            anywhere
        );
    }
}

#[test]
fn every_code_round_trips() {
    macro_rules! check {
        ($E:path) => {
            round_trips::<$E>();
        };
    }
    zoom_errors::__each_code_enum!(check);
}

#[test]
fn an_unlisted_code_is_an_error_for_the_enum_and_kept_by_observed() {
    let error = serde_json::from_str::<E>("5999").unwrap_err();
    assert_eq!(
        error.to_string(),
        "5999 is not a listed code of Zoom Video SDK for Web"
    );
    for written in ["5999", "\"5999\"", "-1", "2147483647"] {
        let kept: Observed<E> = serde_json::from_str(written).unwrap();
        assert_eq!(kept.code().to_string(), written.trim_matches('"'));
        assert_eq!(
            serde_json::from_value::<Observed<E>>(serde_json::to_value(kept).unwrap()).unwrap(),
            kept
        );
        let packed = postcard::to_allocvec(&kept).unwrap();
        assert_eq!(postcard::from_bytes::<Observed<E>>(&packed).unwrap(), kept);
    }
}

#[test]
fn what_is_neither_number_nor_name_is_refused_with_what_was_expected() {
    for written in [
        "\"NO_SUCH_NAME\"",
        "1.5",
        "null",
        "[]",
        "{}",
        "true",
        "99999999999",
        "18446744073709551615",
    ] {
        assert!(serde_json::from_str::<E>(written).is_err(), "{written}");
        assert!(
            serde_json::from_str::<Observed<E>>(written).is_err(),
            "{written}"
        );
    }
    let error = serde_json::from_str::<E>("\"NO_SUCH_NAME\"")
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("expected a code of Zoom Video SDK for Web, as a number or by name"),
        "{error}"
    );
}

#[test]
fn names_are_taken_in_any_case() {
    let parsed: MeetingSdkWebError = serde_json::from_str("\"signature_invalid\"").unwrap();
    assert_eq!(parsed, MeetingSdkWebError::SignatureInvalid);
}

#[test]
fn numbered_reasons_are_numbers_and_others_are_names() {
    let numbered = AudioCaptureFailedReason::DeviceInUse;
    assert_eq!(serde_json::to_value(numbered).unwrap(), json!(3));
    assert_eq!(
        serde_json::from_value::<AudioCaptureFailedReason>(json!(3)).unwrap(),
        numbered
    );
    assert_eq!(
        serde_json::from_value::<AudioCaptureFailedReason>(json!("device_in_use")).unwrap(),
        numbered
    );
    assert!(serde_json::from_value::<AudioCaptureFailedReason>(json!(8)).is_err());

    for &told in SessionFetchInfoErrorReason::ALL {
        let name = told.name();
        assert_eq!(serde_json::to_value(told).unwrap(), json!(name));
        assert_eq!(
            serde_json::from_value::<SessionFetchInfoErrorReason>(json!(name)).unwrap(),
            told
        );
        let packed = postcard::to_allocvec(&told).unwrap();
        assert_eq!(
            postcard::from_bytes::<SessionFetchInfoErrorReason>(&packed).unwrap(),
            told
        );
    }
    assert!(serde_json::from_value::<SessionFetchInfoErrorReason>(json!(0)).is_err());
}

/// What an older catalog wrote means the same today, wherever a reason stands in the list now.
#[test]
fn stored_reasons_go_by_name() {
    use zoom_errors::rest_api::RateLimitedReason as R;
    let stored = postcard::to_allocvec("DAILY_LIMIT").unwrap();
    assert_eq!(postcard::from_bytes::<R>(&stored).unwrap(), R::DailyLimit);
    assert_eq!(postcard::to_allocvec(&R::DailyLimit).unwrap(), stored);
    // A place in the list, as versions before wrote it, is refused rather than taken for another.
    assert!(postcard::from_bytes::<R>(&postcard::to_allocvec(&1_i32).unwrap()).is_err());
}

#[test]
fn an_error_told_by_a_word_is_that_word() {
    use zoom_errors::oauth::OauthTokenError;
    for &error in OauthTokenError::ALL {
        assert_eq!(serde_json::to_value(error).unwrap(), json!(error.value()));
        assert_eq!(
            serde_json::from_value::<OauthTokenError>(json!(error.value())).unwrap(),
            error
        );
    }
    assert!(serde_json::from_value::<OauthTokenError>(json!("no_such_word")).is_err());
    let grant = ZoomError::from(OauthTokenError::InvalidGrant);
    let object = json!({ "product": "oauth", "code": "invalid_grant" });
    assert_eq!(serde_json::to_value(grant).unwrap(), object);
    assert_eq!(serde_json::from_value::<ZoomError>(object).unwrap(), grant);
    let turned = r#"{"code":"invalid_grant","product":"oauth"}"#;
    assert_eq!(serde_json::from_str::<ZoomError>(turned).unwrap(), grant);
    let packed = postcard::to_allocvec(&grant).unwrap();
    assert_eq!(postcard::from_bytes::<ZoomError>(&packed).unwrap(), grant);
}

#[test]
fn words_are_written_in_snake_case() {
    assert_eq!(
        serde_json::to_value(Kind::InvalidState).unwrap(),
        json!("invalid_state")
    );
    assert_eq!(
        serde_json::from_value::<Retry>(json!("after_fix")).unwrap(),
        Retry::AfterFix
    );
    assert_eq!(
        serde_json::to_value(Product::VideoSdkWeb).unwrap(),
        json!("video_sdk_web")
    );
    assert!(serde_json::from_value::<Product>(json!("no_such_product")).is_err());
}

#[test]
fn an_error_of_any_product_needs_both_halves() {
    for written in [
        r#"{"product":"video_sdk_web"}"#,
        r#"{"code":1}"#,
        r#"{"product":"video_sdk_web","code":5999}"#,
    ] {
        assert!(
            serde_json::from_str::<ZoomError>(written).is_err(),
            "{written}"
        );
    }
    let extra = r#"{"seen":[1],"product":"video_sdk_web","code":1}"#;
    assert_eq!(
        serde_json::from_str::<ZoomError>(extra).unwrap(),
        E::OperationTimeout.into()
    );
}
