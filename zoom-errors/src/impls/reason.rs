//! Enums of the finer causes under a code.

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
