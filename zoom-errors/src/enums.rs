//! The trait implementations that are the same for every generated enum of one sort.
//!
//! Generated code calls these macros with concrete names only: a variant may be called `Error` or
//! `Category`, and then `Self::Error` would be ambiguous.

/// An enum of codes: everything on top of `ALL`, `from_code`, `entry` and the tables of its module.
macro_rules! code_enum {
    ($E:ident, $Category:ident, $Variant:ident) => {
        crate::accessors::accessors!($E);
        crate::accessors::more_accessors!($E);

        impl $E {
            /// The product that reports these codes.
            pub const PRODUCT: crate::Product = crate::Product::$Variant;

            /// The number on the wire.
            #[must_use]
            #[inline]
            pub const fn code(self) -> i32 {
                self as i32
            }

            /// The code as it came over the wire, listed or not. Nothing is lost.
            #[must_use]
            #[inline]
            pub const fn observe(code: i32) -> crate::Observed<$E> {
                crate::Observed::new(code)
            }

            /// Whether a number means success; any other as the error that it is.
            ///
            /// # Errors
            /// If the code is not listed as a success.
            #[inline]
            pub fn check(code: i32) -> Result<(), crate::Observed<$E>> {
                crate::observed::check(code)
            }

            /// The variant for a constant or an alias, exactly as its source writes it.
            ///
            /// `str::parse` also takes numbers, other case and surrounding space.
            #[must_use]
            #[inline]
            pub fn from_name(name: &str) -> Option<$E> {
                <$E as crate::ErrorCode>::from_name(name)
            }

            /// The section of the page that lists the code.
            #[must_use]
            #[inline]
            pub const fn category(self) -> $Category {
                $Category::ALL[match self.entry().class_place() {
                    Some(place) => place,
                    None => 0,
                }]
            }

            /// The code under which the same failure is described; mostly itself.
            #[must_use]
            #[inline]
            pub const fn canonical(self) -> crate::ZoomError {
                match self.entry().same_as() {
                    Some(other) => other,
                    None => crate::ZoomError::$Variant(self),
                }
            }

            /// The variant of an entry, if it is one of this product's codes.
            #[must_use]
            #[inline]
            pub fn from_entry(entry: &crate::Entry) -> Option<$E> {
                <$E as crate::ErrorCode>::from_entry(entry)
            }

            /// The error as data.
            #[must_use]
            #[inline]
            pub const fn entry(self) -> &'static crate::Entry {
                &ENTRIES[self.place()]
            }

            /// The place in `ALL`.
            #[inline]
            const fn place(self) -> usize {
                PLACE_BY_SLOT[slot(self as i32)] as usize
            }
        }

        // Derived, it would be a match over all variants, which takes long to compile.
        impl core::fmt::Debug for $E {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(VARIANTS[self.place()])
            }
        }

        /// Takes a number or a constant; case and surrounding space do not matter.
        impl core::str::FromStr for $E {
            type Err = crate::ParseCodeError;

            #[inline]
            fn from_str(text: &str) -> Result<$E, crate::ParseCodeError> {
                crate::parse::parse(text)
            }
        }

        crate::enums::from_integers!($E: i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

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

        impl PartialEq<i32> for $E {
            #[inline]
            fn eq(&self, code: &i32) -> bool {
                self.code() == *code
            }
        }

        impl PartialEq<$E> for i32 {
            #[inline]
            fn eq(&self, error: &$E) -> bool {
                *self == error.code()
            }
        }

        impl crate::ErrorCode for $E {
            const ALL: &'static [$E] = <$E>::ALL;
            const PRODUCT: crate::Product = <$E>::PRODUCT;
            const NAMES: &'static crate::names::Names = &NAMES;

            #[inline]
            fn from_code(code: i32) -> Option<$E> {
                <$E>::from_code(code)
            }
        }

        crate::enums::in_zoom_error!($E, $Variant);

        #[cfg(feature = "serde")]
        crate::wire::code_serde!($E);

        #[cfg(feature = "strum")]
        crate::enums::strum_traits!($E);
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

/// From an enum to `ZoomError` and back.
macro_rules! in_zoom_error {
    ($E:ident, $Variant:ident) => {
        impl From<$E> for crate::ZoomError {
            #[inline]
            fn from(error: $E) -> crate::ZoomError {
                crate::ZoomError::$Variant(error)
            }
        }

        /// Gives the error back if it is another one.
        impl TryFrom<crate::ZoomError> for $E {
            type Error = crate::ZoomError;

            #[inline]
            fn try_from(error: crate::ZoomError) -> Result<$E, crate::ZoomError> {
                match error {
                    crate::ZoomError::$Variant(error) => Ok(error),
                    #[allow(unreachable_patterns, reason = "with a single enum there is no other")]
                    other => Err(other),
                }
            }
        }
    };
}
pub(crate) use in_zoom_error;

/// An enum of words: everything on top of `ALL` and the table `WORDS` of its module.
macro_rules! word_enum {
    ($W:ident, $Product:ident, $Variant:ident) => {
        crate::accessors::accessors!($W);
        crate::accessors::more_accessors!($W);

        impl $W {
            /// The product that reports these words.
            pub const PRODUCT: crate::Product = crate::Product::$Product;

            /// The error as data.
            #[must_use]
            #[inline]
            pub const fn entry(self) -> &'static crate::Entry {
                &WORDS[self as usize]
            }

            /// The word on the wire.
            #[must_use]
            #[inline]
            pub const fn value(self) -> &'static str {
                match self.entry().word() {
                    Some(word) => word,
                    None => "",
                }
            }

            /// The variant for a word or another spelling of it, exactly as it is sent.
            #[must_use]
            #[inline]
            pub fn from_value(value: &str) -> Option<$W> {
                crate::explain::word(value)
            }

            /// The variant of an entry, if it is one of these words.
            #[must_use]
            #[inline]
            pub fn from_entry(entry: &crate::Entry) -> Option<$W> {
                let word = $W::ALL.get(entry.place()).copied()?;
                (word.entry() == entry).then_some(word)
            }
        }

        impl crate::ErrorWord for $W {
            const ALL: &'static [$W] = <$W>::ALL;
            const PRODUCT: crate::Product = <$W>::PRODUCT;
        }

        impl core::str::FromStr for $W {
            type Err = crate::ParseCodeError;

            #[inline]
            fn from_str(text: &str) -> Result<$W, crate::ParseCodeError> {
                $W::from_value(text.trim()).ok_or(crate::ParseCodeError::no_word($W::PRODUCT))
            }
        }

        crate::enums::in_zoom_error!($W, $Variant);

        #[cfg(feature = "serde")]
        crate::wire::string_serde!($W);
    };
}
// Only products that have errors of this sort use it.
#[allow(unused_imports)]
pub(crate) use word_enum;

/// An enum of reasons: everything on top of `ALL`, `PARENT` and `entry`. There are hundreds, and the
/// compiler takes its time for each function: what [`Explain`](crate::Explain) has is not there
/// again as methods of their own.
macro_rules! reason_enum {
    ($R:ident, $E:ident) => {
        crate::accessors::accessors!($R);

        impl crate::Reason for $R {
            type Parent = $E;
            const PARENT: $E = <$R>::PARENT;
            const ALL: &'static [$R] = <$R>::ALL;
        }

        #[cfg(feature = "serde")]
        crate::wire::reason_serde!($R);
    };
}
pub(crate) use reason_enum;

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
                Some(self.summary())
            }
            #[inline]
            fn get_detailed_message(&self) -> Option<&'static str> {
                self.remediation().steps().first().copied()
            }
            #[inline]
            fn get_documentation(&self) -> Option<&'static str> {
                Some(self.summary())
            }
            #[inline]
            fn get_serializations(&self) -> &'static [&'static str] {
                self.entry().names()
            }
        }
    };
}
#[cfg(feature = "strum")]
pub(crate) use strum_traits;
