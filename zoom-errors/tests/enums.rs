//! What holds for every enum, whatever its catalog says.

use std::collections::HashSet;

use zoom_errors::{ErrorCode, Explain, Product, ZoomError};

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
        assert!(error == code);
        let observed = E::observe(code);
        assert_eq!(observed.known(), Some(error));
        assert_eq!(observed, error);
        assert_eq!(i32::from(observed), code);
        assert_eq!(E::from_entry(error.entry()), Some(error));
        assert_eq!(E::check(code).is_err(), error.kind().is_failure());
        let anywhere: ZoomError = error.into();
        assert_eq!(E::try_from(anywhere).ok(), Some(error));
        assert!(ZoomError::candidates(code).any(|candidate| candidate == anywhere));
        assert_eq!(error.entry().error(), anywhere);
        let canonical = error.canonical();
        assert_eq!(canonical.canonical(), canonical);
        assert_eq!(error.guidance().kind(), canonical.guidance().kind());

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
        let listed: HashSet<i32> = product.errors().filter_map(ZoomError::code).collect();
        for code in -2000..20_000 {
            assert_eq!(
                ZoomError::from_code(product, code).is_some(),
                listed.contains(&code),
                "{product} {code}"
            );
        }
    }
}

#[test]
fn candidates_are_all_that_list_a_number_in_the_order_of_products() {
    for code in -10..20_000 {
        let expected: Vec<ZoomError> = Product::ALL
            .iter()
            .filter_map(|product| ZoomError::from_code(*product, code))
            .collect();
        assert!(ZoomError::candidates(code).eq(expected), "{code}");
    }
}

/// Programs may ask the trait or the enum.
#[test]
fn a_trait_says_what_the_entry_says() {
    fn told<E: Explain>(error: E) -> (&'static str, usize, bool) {
        (
            error.name(),
            error.remediation().steps().len(),
            error.erratum().is_some(),
        )
    }
    for error in ZoomError::all() {
        let entry = error.entry();
        let expected = (
            entry.name(),
            entry.remediation().steps().len(),
            entry.erratum().is_some(),
        );
        assert_eq!(told(error), expected);
    }
}
