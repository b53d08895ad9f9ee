//! The closed lists of words that describe every failure.

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
words! {
    /// What class of failure it is, across all products, in the spirit of [`std::io::ErrorKind`].
    ///
    /// [`std::io::ErrorKind`]: https://doc.rust-lang.org/std/io/enum.ErrorKind.html
    ///
    /// ```
    /// use zoom_errors::{Kind, video_sdk_web::VideoSdkWebError as E};
    ///
    /// assert_eq!(E::SessionIncorrectPasscode.kind(), Kind::Authentication);
    /// assert_eq!(Kind::NotFound.id(), "not_found");
    /// ```
    pub enum Kind {
        /// Nothing failed.
        Success = "success",
        /// A token, signature, key or passcode is missing, wrong or expired.
        Authentication = "authentication",
        /// A role, privilege or policy, or a person, browser or system refuses.
        Permission = "permission",
        /// The thing named does not exist or cannot be found.
        NotFound = "not_found",
        /// The value passed is wrong whatever the state.
        InvalidArgument = "invalid_argument",
        /// The call does not fit the present state: too early, too late or twice.
        InvalidState = "invalid_state",
        /// It collides with something that exists or runs.
        Conflict = "conflict",
        /// The platform, browser, version or product cannot do it.
        Unsupported = "unsupported",
        /// Hardware is missing, busy or failing.
        Device = "device",
        /// A limit of number or size is reached.
        Capacity = "capacity",
        /// Too many calls in a span of time.
        RateLimited = "rate_limited",
        /// No answer came in time.
        Timeout = "timeout",
        /// A connection or resource cannot be reached.
        Network = "network",
        /// A feature, account or app is switched off.
        Disabled = "disabled",
        /// The meeting, session or stream is over, or the user is no longer part of it.
        Ended = "ended",
        /// A fault inside Zoom or its SDK.
        Internal = "internal",
        /// The source does not say more.
        Unspecified = "unspecified",
    }
}

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

words! {
    /// Who must act first.
    ///
    /// ```
    /// use zoom_errors::{Actor, video_sdk_web::VideoSdkWebError as E};
    ///
    /// assert_eq!(E::VideoCameraTaken.actor(), Actor::EndUser);
    /// ```
    pub enum Actor {
        /// Nobody: nothing failed.
        Nobody = "nobody",
        /// The developer of the integration.
        Developer = "developer",
        /// The person in front of the program.
        EndUser = "end_user",
        /// The host of the meeting or session.
        Host = "host",
        /// An administrator of the Zoom account.
        AccountAdmin = "account_admin",
        /// Zoom itself.
        Zoom = "zoom",
    }
}

words! {
    /// Whether, and when, repeating the same call helps.
    ///
    /// ```
    /// use zoom_errors::{Retry, meeting_sdk_web::MeetingSdkWebError as E};
    ///
    /// assert_eq!(E::SignatureInvalid.retry(), Retry::AfterFix);
    /// assert!(E::ServerError.retry().helps_unchanged());
    /// ```
    pub enum Retry {
        /// Repeating cannot succeed.
        Never = "never",
        /// Repeating helps once somebody has changed something.
        AfterFix = "after_fix",
        /// It may succeed by itself: wait, then repeat with growing pauses.
        Backoff = "backoff",
        /// Not before an instant that the answer states, such as the reset of a quota.
        AtReset = "at_reset",
    }
}

impl Retry {
    /// Whether the same call may succeed later though nobody changes anything.
    #[must_use]
    pub const fn helps_unchanged(self) -> bool {
        matches!(self, Retry::Backoff | Retry::AtReset)
    }
}

words! {
    /// Where a remediation comes from.
    pub enum Advice {
        /// The source itself gives the remediation.
        Documented = "documented",
        /// The remediation is this crate's.
        Editorial = "editorial",
    }
}

words! {
    /// Where a code comes from.
    pub enum Origin {
        /// A documentation page, a published header or type declarations state the code.
        Documented = "documented",
        /// A shipped SDK has the code; no page states it.
        Observed = "observed",
    }
}

words! {
    /// Where a number travels in an HTTP answer.
    pub enum Carrier {
        /// It is the status of the HTTP answer.
        HttpStatus = "http_status",
        /// It is the `code` in the JSON body.
        Body = "body",
    }
}

words! {
    /// How authoritative a [`Source`](crate::Source) is.
    pub enum SourceKind {
        /// A page of Zoom's documentation.
        Page = "page",
        /// Type declarations that Zoom ships.
        Declarations = "declarations",
        /// A header of a native SDK that Zoom ships.
        Header = "header",
        /// Program code that Zoom ships.
        Package = "package",
        /// A public standard that Zoom follows.
        Standard = "standard",
        /// Told by another public source.
        Relayed = "relayed",
    }
}
