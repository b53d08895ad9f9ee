//! The lists of words that describe every failure. The words themselves are generated, from the
//! lists that catalogs are checked against.

/// Defines an enum whose variants are words of a closed list.
macro_rules! words {
    (
        $(#[$doc:meta])*
        pub enum $Enum:ident { $($(#[$variant_doc:meta])* $Variant:ident = $id:literal,)* }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Enum { $($(#[$variant_doc])* $Variant,)* }

        impl $Enum {
            /// Every word, in the order of declaration.
            pub const ALL: &'static [Self] = &[$($Enum::$Variant,)*];

            /// The word in lower snake case, as catalogs and exports write it.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $($Enum::$Variant => $id,)* }
            }

            /// The value for a word, if it is one of the list.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some($Enum::$Variant),)* _ => None }
            }
        }

        impl core::str::FromStr for $Enum {
            type Err = crate::UnknownWord;

            fn from_str(id: &str) -> Result<Self, crate::UnknownWord> {
                $Enum::from_id(id).ok_or(crate::UnknownWord::new(stringify!($Enum)))
            }
        }

        /// Writes the word in lower snake case.
        impl core::fmt::Display for $Enum {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.id())
            }
        }

        #[cfg(feature = "serde")]
        crate::wire::word_serde!($Enum);
    };
}
pub(crate) use words;

use crate::{Kind, Retry};

impl Kind {
    /// Whether something failed: true for all but [`Kind::Success`].
    ///
    /// ```
    /// use zoom_errors::meeting_sdk_web::MeetingSdkWebError as E;
    ///
    /// assert!(!E::Success.kind().is_failure());
    /// assert!(E::SignatureInvalid.kind().is_failure());
    /// ```
    #[must_use]
    pub const fn is_failure(self) -> bool {
        !matches!(self, Kind::Success)
    }
}

impl Retry {
    /// Whether the same call may succeed later though nobody changes anything.
    #[must_use]
    pub const fn helps_unchanged(self) -> bool {
        matches!(self, Retry::Backoff | Retry::AtReset)
    }
}
