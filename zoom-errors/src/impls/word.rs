//! Enums of errors that are told by a word.

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
