//! The traits of strum, written without its derive macros.
#![cfg(feature = "strum")]

use strum::{EnumCount, EnumMessage, IntoEnumIterator, VariantNames};
use zoom_errors::ErrorCode;

fn agrees<E>()
where
    E: ErrorCode + IntoEnumIterator + EnumCount + VariantNames + EnumMessage,
{
    assert_eq!(E::iter().collect::<Vec<_>>(), <E as ErrorCode>::ALL);
    assert_eq!(E::COUNT, E::iter().count());
    let shown: Vec<String> = E::iter().map(|error| format!("{error:?}")).collect();
    assert_eq!(E::VARIANTS, shown);
    for error in E::iter() {
        assert_eq!(error.get_message(), Some(error.summary()));
        assert_eq!(
            error.get_detailed_message(),
            error.remediation().steps().first().copied()
        );
        assert_eq!(
            error.get_serializations(),
            [&[error.name()], error.aliases()].concat()
        );
    }
}

#[test]
fn strum_sees_the_same_enums() {
    macro_rules! check {
        ($E:path) => {
            agrees::<$E>();
        };
    }
    zoom_errors::__each_code_enum!(check);
}
