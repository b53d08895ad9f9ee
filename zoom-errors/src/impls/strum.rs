//! The traits of strum.

/// The traits of strum, without its derive macros.
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
pub(crate) use strum_traits;
