//! The methods of every enum: what its entry says.

/// Inherent methods on top of `entry`, so that nobody has to import a trait, and the traits that
/// all of them share.
///
/// All functions are `#[inline]`, as those of generated code are: the compiler then makes machine
/// code for those alone that somebody calls, where they are called.
macro_rules! accessors {
    ($T:ty) => {
        impl $T {
            /// The constant as its source writes it.
            #[must_use]
            #[inline]
            pub const fn name(self) -> &'static str {
                self.entry().name()
            }

            /// One sentence: what happened.
            #[must_use]
            #[inline]
            pub const fn summary(self) -> &'static str {
                self.entry().summary()
            }

            /// What class of failure it is, who must act, whether to retry, and what to do.
            #[must_use]
            #[inline]
            pub const fn guidance(self) -> crate::Guidance {
                self.entry().guidance()
            }

            /// What class of failure it is, across all products.
            #[must_use]
            #[inline]
            pub const fn kind(self) -> crate::Kind {
                self.entry().kind()
            }

            /// Who must act first.
            #[must_use]
            #[inline]
            pub const fn actor(self) -> crate::Actor {
                self.entry().actor()
            }

            /// Whether repeating the call helps.
            #[must_use]
            #[inline]
            pub const fn retry(self) -> crate::Retry {
                self.entry().retry()
            }

            /// Where the remediation comes from; nothing where nothing failed.
            #[must_use]
            #[inline]
            pub const fn advice(self) -> Option<crate::Advice> {
                self.entry().advice()
            }

            /// What to do, in order; empty only where nothing failed.
            #[must_use]
            #[inline]
            pub const fn remediation(self) -> crate::Remediation {
                self.entry().remediation()
            }
        }

        crate::accessors::explained!($T);

        impl From<$T> for &'static crate::Entry {
            #[inline]
            fn from(error: $T) -> &'static crate::Entry {
                <$T>::entry(error)
            }
        }
    };
}
pub(crate) use accessors;

/// The traits that all enums share, on top of an inherent `entry`.
macro_rules! explained {
    ($T:ty) => {
        impl crate::explain::sealed::Sealed for $T {}

        // Derived, it would have a function, which would be compiled for nothing.
        impl Eq for $T {}

        /// Writes `NAME (code): summary`, and the numbered steps below it for `{:#}`.
        impl core::fmt::Display for $T {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                crate::text::write_error(f, self.entry())
            }
        }

        impl core::error::Error for $T {}

        impl crate::Explain for $T {
            #[inline]
            fn entry(self) -> &'static crate::Entry {
                <$T>::entry(self)
            }
        }
    };
}
pub(crate) use explained;

/// What codes and words have, and reasons mostly not.
macro_rules! more_accessors {
    ($T:ty) => {
        impl $T {
            /// Further constants that are reported for the same error.
            #[must_use]
            #[inline]
            pub const fn aliases(self) -> &'static [&'static str] {
                self.entry().aliases()
            }

            /// Why it happens, most likely first; empty where the sources do not say.
            #[must_use]
            #[inline]
            pub const fn causes(self) -> &'static [&'static str] {
                self.entry().causes()
            }

            /// SDK methods that report it.
            #[must_use]
            #[inline]
            pub const fn raised_by(self) -> &'static [&'static str] {
                self.entry().raised_by()
            }

            /// What the server answers, as the reference documents it.
            #[must_use]
            #[inline]
            pub const fn responses(self) -> &'static [crate::Response] {
                self.entry().responses()
            }

            /// The finer causes under the code.
            #[must_use]
            #[inline]
            pub const fn reasons(self) -> &'static [crate::Entry] {
                self.entry().reasons()
            }

            /// The same failure in other code spaces.
            #[must_use]
            #[inline]
            pub const fn related(self) -> &'static [crate::ZoomError] {
                self.entry().related()
            }

            /// Whether documentation states it, or a shipped SDK alone.
            #[must_use]
            #[inline]
            pub const fn origin(self) -> crate::Origin {
                self.entry().origin()
            }

            /// What is wrong or contested in the source, with the evidence.
            #[must_use]
            #[inline]
            pub const fn erratum(self) -> Option<&'static str> {
                self.entry().erratum()
            }

            /// The day from which Zoom enforces it, where one is stated.
            #[must_use]
            #[inline]
            pub const fn effective(self) -> Option<crate::Date> {
                self.entry().effective()
            }

            /// The day on which Zoom withdrew it, if it did.
            #[must_use]
            #[inline]
            pub const fn retired(self) -> Option<crate::Date> {
                self.entry().retired()
            }

            /// Where it was read.
            #[must_use]
            #[inline]
            pub const fn source_page(self) -> &'static crate::Source {
                self.entry().source_page()
            }

            /// The address of the page that states it, where that is known for certain.
            #[must_use]
            #[inline]
            pub const fn docs_url(self) -> Option<&'static str> {
                self.entry().docs_url()
            }
        }
    };
}
pub(crate) use more_accessors;
