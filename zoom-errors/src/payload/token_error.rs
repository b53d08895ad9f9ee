//! What the token endpoint answers.

use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use super::note::Note;
use super::rest_body::RestBody;
use super::show::{Excerpt, Sketch};
use crate::Explain;
use crate::oauth::OauthTokenError;

/// What the OAuth token endpoint answers to a request that it refuses: `{reason, error}`, without
/// a number.
///
/// ```
/// use zoom_errors::oauth::OauthTokenError;
/// use zoom_errors::payload::TokenError;
///
/// let answer = TokenError::from_json(r#"{"reason": "Invalid Token!", "error": "invalid_grant"}"#);
/// assert_eq!(answer.known(), Some(OauthTokenError::InvalidGrant));
/// assert_eq!(answer.to_string(), "invalid_grant: Invalid Token!");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct TokenError {
    error: Option<String>,
    reason: Option<String>,
    notes: Vec<Note>,
    known: Option<OauthTokenError>,
}

impl TokenError {
    /// Reads a payload. What cannot be read is in [`notes`](TokenError::notes).
    #[must_use]
    pub fn from_json(payload: impl AsRef<[u8]>) -> TokenError {
        let body = RestBody::from_json(payload);
        TokenError {
            known: body
                .word()
                .and_then(|word| OauthTokenError::from_value(word.trim())),
            error: body.word().map(String::from),
            reason: body.message().map(String::from),
            notes: body.notes().to_vec(),
        }
    }

    /// The word for the kind of refusal, listed or not.
    #[must_use]
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// What Zoom says about it.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    /// What could not be read.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The typed error, which also says who must act and what to do, if the word is listed.
    #[must_use]
    pub fn known(&self) -> Option<OauthTokenError> {
        self.known
    }
}

/// Writes `error: reason`, and the steps below it for `{:#}`.
impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let error = self.error.as_deref().unwrap_or("no error code");
        write!(f, "{}", Excerpt(error))?;
        let summary = self.known.map(Explain::summary);
        if let Some(reason) = self.reason.as_deref().or(summary) {
            write!(f, ": {}", Excerpt(reason))?;
        }
        match self.known {
            Some(known) if f.alternate() => write!(f, "\n{}", known.remediation()),
            _ => Ok(()),
        }
    }
}

/// Leaves out what is absent.
impl fmt::Debug for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Sketch::new(f, "TokenError")
            .text("error", &self.error)
            .text("reason", &self.reason)
            .list("notes", &self.notes)
            .finish()
    }
}

impl Error for TokenError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.known.as_ref().map(|known| known as _)
    }
}
