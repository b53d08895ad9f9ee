//! The trait implementations that are the same for every generated enum.
//!
//! Generated code calls these macros with concrete names only: a variant may be called `Error` or
//! `Category`, and then `Self::Error` would be ambiguous.
//!
//! All functions are `#[inline]`, as those of generated code are: the compiler then makes machine code
//! for those alone that somebody calls, where they are called.

/// Implements every conversion and trait of a code enum on top of its inherent methods.
macro_rules! code_enum {
    ($E:ident) => {
        impl crate::explain::sealed::Sealed for $E {}

        // Derived, it would be a match over all variants, which takes long to compile.
        impl core::fmt::Debug for $E {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(VARIANTS[self.place()])
            }
        }

        /// Writes `NAME (code): summary`, and the numbered steps below it for `{:#}`.
        impl core::fmt::Display for $E {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let row = self.row();
                crate::text::write_error(
                    f,
                    row.name,
                    Some(self.code()),
                    row.summary,
                    row.remediation(&TEXTS),
                )
            }
        }

        impl core::error::Error for $E {}

        /// Takes a number or a constant; case and surrounding space do not matter.
        impl core::str::FromStr for $E {
            type Err = crate::ParseCodeError;

            #[inline]
            fn from_str(text: &str) -> Result<$E, crate::ParseCodeError> {
                crate::parse::parse(text)
            }
        }

        crate::impls::from_integers!($E: i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

        impl From<$E> for i32 {
            #[inline]
            fn from(error: $E) -> i32 {
                error.code()
            }
        }

        impl From<$E> for i64 {
            #[inline]
            fn from(error: $E) -> i64 {
                i64::from(error.code())
            }
        }

        impl crate::Explain for $E {
            #[inline]
            fn name(self) -> &'static str {
                self.row().name
            }
            #[inline]
            fn summary(self) -> &'static str {
                self.row().summary
            }
            #[inline]
            fn kind(self) -> crate::Kind {
                self.row().kind
            }
            #[inline]
            fn actor(self) -> crate::Actor {
                self.row().actor
            }
            #[inline]
            fn retry(self) -> crate::Retry {
                self.row().retry
            }
            #[inline]
            fn remediation(self) -> crate::Remediation {
                self.row().remediation(&TEXTS)
            }
            #[inline]
            fn causes(self) -> &'static [&'static str] {
                self.row().causes(&TEXTS)
            }
        }

        impl crate::ErrorCode for $E {
            const ALL: &'static [$E] = <$E>::ALL;
            const PRODUCT: crate::Product = <$E>::PRODUCT;

            #[inline]
            fn code(self) -> i32 {
                self as i32
            }
            #[inline]
            fn from_code(code: i32) -> Option<$E> {
                <$E>::from_code(code)
            }
            #[inline]
            fn from_name(name: &str) -> Option<$E> {
                <$E>::from_name(name)
            }
            #[inline]
            fn from_name_ignoring_case(name: &str) -> Option<$E> {
                match NAMES.place_ignoring_case(name) {
                    Some(place) => Some(CODES[place]),
                    None => None,
                }
            }
            #[inline]
            fn class(self) -> &'static crate::Class {
                self.row().category.class()
            }
            #[inline]
            fn class_of(code: i32) -> Option<&'static crate::Class> {
                class_of(code)
            }
            #[inline]
            fn reasons(self) -> &'static [crate::ReasonInfo] {
                self.row().more.reasons
            }
            #[inline]
            fn canonical(self) -> $E {
                <$E>::canonical(self)
            }
            #[inline]
            fn raised_by(self) -> &'static [&'static str] {
                self.row().raised_by(&TEXTS)
            }
            #[inline]
            fn erratum(self) -> Option<&'static str> {
                self.row().more.erratum
            }
            #[inline]
            fn origin(self) -> crate::Origin {
                self.row().more.origin
            }
            #[inline]
            fn docs_url(self) -> Option<&'static str> {
                <$E>::docs_url(self)
            }
            #[inline]
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

            #[inline]
            fn try_from(code: $int) -> Result<$E, crate::UnknownCode> {
                crate::parse::listed(code as i128)
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
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Display::fmt(self.info(), f)
            }
        }

        impl core::error::Error for $R {}

        impl crate::Explain for $R {
            #[inline]
            fn name(self) -> &'static str {
                self.info().name
            }
            #[inline]
            fn summary(self) -> &'static str {
                self.info().summary
            }
            #[inline]
            fn kind(self) -> crate::Kind {
                self.info().kind
            }
            #[inline]
            fn actor(self) -> crate::Actor {
                self.info().actor
            }
            #[inline]
            fn retry(self) -> crate::Retry {
                self.info().retry
            }
            #[inline]
            fn remediation(self) -> crate::Remediation {
                self.info().remediation
            }
            #[inline]
            fn causes(self) -> &'static [&'static str] {
                &[]
            }
        }

        impl crate::Reason for $R {
            type Parent = $E;
            const PARENT: $E = <$R>::PARENT;
            const ALL: &'static [$R] = <$R>::ALL;

            #[inline]
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
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let row = self.row();
                crate::text::write_error(f, row.name, None, row.summary, row.remediation)
            }
        }

        impl core::error::Error for $S {}

        impl crate::Explain for $S {
            #[inline]
            fn name(self) -> &'static str {
                self.row().name
            }
            #[inline]
            fn summary(self) -> &'static str {
                self.row().summary
            }
            #[inline]
            fn kind(self) -> crate::Kind {
                self.row().kind
            }
            #[inline]
            fn actor(self) -> crate::Actor {
                self.row().actor
            }
            #[inline]
            fn retry(self) -> crate::Retry {
                self.row().retry
            }
            #[inline]
            fn remediation(self) -> crate::Remediation {
                self.row().remediation
            }
            #[inline]
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

            #[inline]
            fn iter() -> core::iter::Copied<core::slice::Iter<'static, $E>> {
                <$E>::ALL.iter().copied()
            }
        }

        impl strum::EnumCount for $E {
            const COUNT: usize = <$E>::COUNT;
        }

        impl strum::VariantNames for $E {
            const VARIANTS: &'static [&'static str] = &VARIANTS;
        }

        impl strum::EnumMessage for $E {
            #[inline]
            fn get_message(&self) -> Option<&'static str> {
                Some(self.row().summary)
            }
            #[inline]
            fn get_detailed_message(&self) -> Option<&'static str> {
                self.row().remediation(&TEXTS).steps().first().copied()
            }
            #[inline]
            fn get_documentation(&self) -> Option<&'static str> {
                Some(self.row().summary)
            }
            #[inline]
            fn get_serializations(&self) -> &'static [&'static str] {
                core::slice::from_ref(&self.row().name)
            }
        }
    };
}
#[cfg(feature = "strum")]
pub(crate) use strum_traits;
