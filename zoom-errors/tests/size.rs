//! How much room codes take: as little as their numbers allow.

use std::mem::size_of;

use zoom_errors::{ErrorCode, Observed, ZoomError};

fn is_as_small_as_can_be<E: ErrorCode>() {
    let all_fit = |fits: fn(i32) -> bool| E::ALL.iter().all(|error| fits(error.code()));
    let one =
        all_fit(|code| i8::try_from(code).is_ok()) || all_fit(|code| u8::try_from(code).is_ok());
    let two =
        all_fit(|code| i16::try_from(code).is_ok()) || all_fit(|code| u16::try_from(code).is_ok());
    let smallest = if one {
        1
    } else if two {
        2
    } else {
        4
    };
    assert_eq!(size_of::<E>(), smallest, "{}", E::PRODUCT);
    assert_eq!(size_of::<Option<E>>(), smallest, "{}", E::PRODUCT);
    // An unlisted number takes four bytes, and what tells it from a variant is rounded up to four.
    assert_eq!(size_of::<Observed<E>>(), 8, "{}", E::PRODUCT);
    assert_eq!(size_of::<Option<Observed<E>>>(), 8, "{}", E::PRODUCT);
}

#[test]
fn every_enum_is_as_small_as_its_codes_allow() {
    macro_rules! check {
        ($E:path) => {
            is_as_small_as_can_be::<$E>();
        };
    }
    zoom_errors::__each_code_enum!(check);
}

#[test]
fn a_code_of_any_product_fits_a_word() {
    assert_eq!(size_of::<ZoomError>(), 4);
    assert_eq!(size_of::<Option<ZoomError>>(), 4);
}
