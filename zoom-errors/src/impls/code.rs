//! Enums of codes.

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
