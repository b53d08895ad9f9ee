//! What holds for every enum, whatever its catalog says.

use std::collections::HashSet;

use zoom_errors::{ErrorCode, Explain, Observed, Product, ZoomError};

fn holds_for<E>()
where
    E: ErrorCode + TryFrom<i64> + TryFrom<u8> + std::str::FromStr + Into<i32> + Into<i64>,
{
    let codes: Vec<i32> = E::ALL.iter().map(|error| error.code()).collect();
    assert!(
        codes.is_sorted_by(|a, b| a < b),
        "ALL ascends without repetition"
    );
    let variants: HashSet<String> = E::ALL.iter().map(|error| format!("{error:?}")).collect();
    assert_eq!(variants.len(), codes.len());

    for &error in E::ALL {
        let code = error.code();
        assert_eq!(E::from_code(code), Some(error));
        assert_eq!(E::try_from(i64::from(code)).ok(), Some(error));
        assert_eq!(code.to_string().parse::<E>().ok(), Some(error));
        let (as_i32, as_i64): (i32, i64) = (error.into(), error.into());
        assert_eq!((as_i32, as_i64), (code, i64::from(code)));
        assert_eq!(E::observe(code), Observed::Known(error));
        assert_eq!(i32::from(E::observe(code)), code);
        let anywhere: ZoomError = error.into();
        assert_eq!(E::try_from(anywhere).ok(), Some(error));
        assert!(ZoomError::candidates(code).any(|candidate| candidate == anywhere));
        assert_eq!(error.canonical().canonical(), error.canonical());
        assert_eq!(error.kind(), error.canonical().kind());

        let short = error.to_string();
        assert_eq!(
            short,
            format!("{} ({code}): {}", error.name(), error.summary())
        );
        assert_eq!(anywhere.to_string(), short);
        let steps = error.remediation().to_string();
        let long = if steps.is_empty() {
            short
        } else {
            format!("{short}\n{steps}")
        };
        assert_eq!(format!("{error:#}"), long);
    }
    for stray in [i32::MIN, -1, 0, 1, 77, 3999, 65_536, i32::MAX] {
        let listed = codes.contains(&stray);
        assert_eq!(E::from_code(stray).is_some(), listed);
        assert_eq!(E::observe(stray).code(), stray);
        assert_eq!(E::observe(stray).known().is_some(), listed);
    }
    assert!(E::try_from(i64::from(i32::MAX) + 1).is_err());
    assert!("".parse::<E>().is_err());
}

#[test]
fn every_enum_keeps_the_rules_of_all() {
    macro_rules! check {
        ($E:path) => {
            holds_for::<$E>();
        };
    }
    zoom_errors::__each_code_enum!(check);
}

#[test]
fn every_listed_code_is_found_among_all_integers_near_the_listed_ones() {
    for &product in Product::ALL {
        let listed: HashSet<i32> = ZoomError::all()
            .filter(|error| error.product() == product)
            .map(ZoomError::code)
            .collect();
        for code in -2000..20_000 {
            assert_eq!(
                ZoomError::lookup(product, code).is_some(),
                listed.contains(&code),
                "{product} {code}"
            );
        }
    }
}

#[test]
fn explain_says_the_same_as_the_inherent_methods() {
    fn told<E: Explain>(error: E) -> (&'static str, &'static str, usize) {
        (
            error.name(),
            error.summary(),
            error.remediation().steps().len(),
        )
    }
    for error in ZoomError::all() {
        assert_eq!(
            told(error),
            (
                error.name(),
                error.summary(),
                error.remediation().steps().len()
            )
        );
    }
}
