//! The finer causes under a code.

use core::fmt;

use crate::{Actor, Advice, Kind, Remediation, Retry, text};

/// One of the finer causes that the documentation lists under a code.
///
/// Every code with reasons also has an enum of them, to match on; this is the same as data.
///
/// ```
/// use zoom_errors::video_sdk_web::VideoSdkWebError as E;
///
/// let reasons = E::AudioCaptureFailed.reasons();
/// assert_eq!(reasons.len(), 7);
/// assert_eq!(reasons[0].code(), Some(1));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReasonInfo {
    pub(crate) name: &'static str,
    pub(crate) code: Option<i32>,
    pub(crate) message: Option<&'static str>,
    pub(crate) headers: &'static [&'static str],
    pub(crate) summary: &'static str,
    pub(crate) kind: Kind,
    pub(crate) actor: Actor,
    pub(crate) retry: Retry,
    pub(crate) advice: Option<Advice>,
    pub(crate) remediation: Remediation,
}

impl ReasonInfo {
    /// The name in upper snake case, unique under its code.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The sub-code on the wire, where one tells the reasons apart.
    #[must_use]
    pub const fn code(&self) -> Option<i32> {
        self.code
    }

    /// The fragment of the server's message, where that tells the reasons apart.
    #[must_use]
    pub const fn message(&self) -> Option<&'static str> {
        self.message
    }

    /// Response headers that go with it, `Name: value` or `Name`.
    #[must_use]
    pub const fn headers(&self) -> &'static [&'static str] {
        self.headers
    }

    /// One sentence: what happened.
    #[must_use]
    pub const fn summary(&self) -> &'static str {
        self.summary
    }

    /// What class of failure it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Who must act first.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        self.actor
    }

    /// Whether repeating the call helps.
    #[must_use]
    pub const fn retry(&self) -> Retry {
        self.retry
    }

    /// Where the remediation comes from; nothing for a success.
    #[must_use]
    pub const fn advice(&self) -> Option<Advice> {
        self.advice
    }

    /// What to do.
    #[must_use]
    pub const fn remediation(&self) -> Remediation {
        self.remediation
    }

    /// Whether a server's message is of this reason: it holds the fragment, in whatever case.
    pub(crate) fn matches(&self, message: &str) -> bool {
        self.message
            .is_some_and(|fragment| contains_ignoring_case(message, fragment))
    }
}

/// Writes `NAME (code): summary`, and the steps below it for `{:#}`.
impl fmt::Display for ReasonInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::write_error(f, self.name, self.code, self.summary, self.remediation)
    }
}

fn contains_ignoring_case(text: &str, fragment: &str) -> bool {
    let (text, fragment) = (text.as_bytes(), fragment.as_bytes());
    text.windows(fragment.len().max(1))
        .any(|window| window.eq_ignore_ascii_case(fragment))
}
