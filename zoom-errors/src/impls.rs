//! The trait implementations that are the same for every generated enum.
//!
//! Generated code calls these macros with concrete names only: a variant may be called `Error` or
//! `Category`, and then `Self::Error` would be ambiguous.

/// Implements every conversion and trait of a code enum on top of its inherent methods.
macro_rules! code_enum {
    ($E:ident) => {
        impl crate::explain::sealed::Sealed for $E {}

        /// Writes `NAME (code): summary`, and the numbered steps below it for `{:#}`.
        impl core::fmt::Display for $E {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let row = self.row();
                crate::text::write_error(
                    f,
                    row.name,
                    Some(self.code()),
                    row.summary,
                    row.remediation,
                )
            }
        }

        impl core::error::Error for $E {}

        /// Takes a number or a constant; case and surrounding space do not matter.
        impl core::str::FromStr for $E {
            type Err = crate::ParseCodeError;

            fn from_str(text: &str) -> Result<$E, crate::ParseCodeError> {
                crate::parse::parse(text)
            }
        }

        crate::impls::from_integers!($E: i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

        impl From<$E> for i32 {
            fn from(error: $E) -> i32 {
                error.code()
            }
        }

        impl From<$E> for i64 {
            fn from(error: $E) -> i64 {
                i64::from(error.code())
            }
        }

        impl crate::Explain for $E {
            fn name(self) -> &'static str {
                self.row().name
            }
            fn summary(self) -> &'static str {
                self.row().summary
            }
            fn kind(self) -> crate::Kind {
                self.row().kind
            }
            fn actor(self) -> crate::Actor {
                self.row().actor
            }
            fn retry(self) -> crate::Retry {
                self.row().retry
            }
            fn remediation(self) -> crate::Remediation {
                self.row().remediation
            }
            fn causes(self) -> &'static [&'static str] {
                self.row().causes
            }
        }

        impl crate::ErrorCode for $E {
            const ALL: &'static [$E] = <$E>::ALL;
            const PRODUCT: crate::Product = <$E>::PRODUCT;

            fn code(self) -> i32 {
                self as i32
            }
            fn from_code(code: i32) -> Option<$E> {
                <$E>::from_code(code)
            }
            fn from_name(name: &str) -> Option<$E> {
                <$E>::from_name(name)
            }
            fn from_name_ignoring_case(name: &str) -> Option<$E> {
                crate::parse::find_name_ignoring_case(&NAMES, name)
            }
            fn class(self) -> &'static crate::Class {
                self.row().category.class()
            }
            fn class_of(code: i32) -> Option<&'static crate::Class> {
                class_of(code)
            }
            fn reasons(self) -> &'static [crate::ReasonInfo] {
                self.row().more.reasons
            }
            fn canonical(self) -> $E {
                <$E>::canonical(self)
            }
            fn raised_by(self) -> &'static [&'static str] {
                self.row().raised_by
            }
            fn erratum(self) -> Option<&'static str> {
                self.row().more.erratum
            }
            fn origin(self) -> crate::Origin {
                self.row().more.origin
            }
            fn docs_url(self) -> Option<&'static str> {
                self.row().source.url
            }
            fn related(self) -> &'static [crate::ZoomError] {
                self.row().more.related
            }
        }

        #[cfg(feature = "serde")]
        crate::wire::code_serde!($E);

        #[cfg(feature = "strum")]
        crate::impls::strum_traits!($E);
    };
}
pub(crate) use code_enum;

/// `TryFrom` for each integer type.
macro_rules! from_integers {
    ($E:ident: $($int:ident)*) => {$(
        impl TryFrom<$int> for $E {
            type Error = crate::UnknownCode;

            fn try_from(code: $int) -> Result<$E, crate::UnknownCode> {
                let unknown = || crate::UnknownCode::new(<$E>::PRODUCT, code as i128);
                let small = i32::try_from(code).map_err(|_| unknown())?;
                <$E>::from_code(small).ok_or_else(unknown)
            }
        }
    )*};
}
pub(crate) use from_integers;

/// Implements the traits of a reason enum on top of its inherent `info` and constants.
macro_rules! reason_enum {
    ($R:ident, $E:ident) => {
        impl crate::explain::sealed::Sealed for $R {}

        /// Writes `NAME: summary`, and the numbered steps below it for `{:#}`.
        impl core::fmt::Display for $R {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Display::fmt(self.info(), f)
            }
        }

        impl core::error::Error for $R {}

        impl crate::Explain for $R {
            fn name(self) -> &'static str {
                self.info().name
            }
            fn summary(self) -> &'static str {
                self.info().summary
            }
            fn kind(self) -> crate::Kind {
                self.info().kind
            }
            fn actor(self) -> crate::Actor {
                self.info().actor
            }
            fn retry(self) -> crate::Retry {
                self.info().retry
            }
            fn remediation(self) -> crate::Remediation {
                self.info().remediation
            }
            fn causes(self) -> &'static [&'static str] {
                &[]
            }
        }

        impl crate::Reason for $R {
            type Parent = $E;
            const PARENT: $E = <$R>::PARENT;
            const ALL: &'static [$R] = <$R>::ALL;

            fn info(self) -> &'static crate::ReasonInfo {
                <$R>::info(self)
            }
        }

        #[cfg(feature = "serde")]
        crate::wire::reason_serde!($R);
    };
}
pub(crate) use reason_enum;

/// Implements the traits of an enum of words on top of its inherent methods.
macro_rules! string_enum {
    ($S:ident) => {
        impl crate::explain::sealed::Sealed for $S {}

        /// Writes `NAME: summary`, and the numbered steps below it for `{:#}`.
        impl core::fmt::Display for $S {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let row = self.row();
                crate::text::write_error(f, row.name, None, row.summary, row.remediation)
            }
        }

        impl core::error::Error for $S {}

        impl crate::Explain for $S {
            fn name(self) -> &'static str {
                self.row().name
            }
            fn summary(self) -> &'static str {
                self.row().summary
            }
            fn kind(self) -> crate::Kind {
                self.row().kind
            }
            fn actor(self) -> crate::Actor {
                self.row().actor
            }
            fn retry(self) -> crate::Retry {
                self.row().retry
            }
            fn remediation(self) -> crate::Remediation {
                self.row().remediation
            }
            fn causes(self) -> &'static [&'static str] {
                self.row().causes
            }
        }

        #[cfg(feature = "serde")]
        crate::wire::string_serde!($S);
    };
}
// Only products that have errors of this kind use it.
#[allow(unused_imports)]
pub(crate) use string_enum;

/// The traits of strum, without its derive macros.
#[cfg(feature = "strum")]
macro_rules! strum_traits {
    ($E:ident) => {
        impl strum::IntoEnumIterator for $E {
            type Iterator = core::iter::Copied<core::slice::Iter<'static, $E>>;

            fn iter() -> core::iter::Copied<core::slice::Iter<'static, $E>> {
                <$E>::ALL.iter().copied()
            }
        }

        impl strum::EnumCount for $E {
            const COUNT: usize = <$E>::COUNT;
        }

        impl strum::VariantNames for $E {
            const VARIANTS: &'static [&'static str] = VARIANTS;
        }

        impl strum::EnumMessage for $E {
            fn get_message(&self) -> Option<&'static str> {
                Some(self.row().summary)
            }
            fn get_detailed_message(&self) -> Option<&'static str> {
                self.row().remediation.steps().first().copied()
            }
            fn get_documentation(&self) -> Option<&'static str> {
                Some(self.row().summary)
            }
            fn get_serializations(&self) -> &'static [&'static str] {
                core::slice::from_ref(&self.row().name)
            }
        }
    };
}
#[cfg(feature = "strum")]
pub(crate) use strum_traits;
