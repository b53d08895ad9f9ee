//! What the token endpoint answers.

use alloc::string::String;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use super::note::Note;
use super::object::with_object;
use super::show::Excerpt;

/// What the OAuth token endpoint answers to a request that it refuses: `{reason, error}`, without
/// a number.
///
/// ```
/// use zoom_errors::payload::TokenError;
///
/// let answer = TokenError::from_json(r#"{"reason": "Invalid Token!", "error": "invalid_grant"}"#);
/// assert_eq!(answer.error.as_deref(), Some("invalid_grant"));
/// assert_eq!(answer.to_string(), "invalid_grant: Invalid Token!");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenError {
    /// The word that OAuth defines for the kind of refusal.
    pub error: Option<String>,
    /// What Zoom says about it.
    pub reason: Option<String>,
    /// What could not be read.
    pub notes: Vec<Note>,
}

impl TokenError {
    /// Reads a payload. What cannot be read is in [`notes`](TokenError::notes).
    #[must_use]
    pub fn from_json(payload: impl AsRef<[u8]>) -> TokenError {
        with_object(payload.as_ref(), |object, mut notes| TokenError {
            error: object.text(&["error"], &mut notes),
            reason: object.text(&["reason"], &mut notes),
            notes,
        })
    }
}

/// Writes `error: reason`.
impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let error = self.error.as_deref().unwrap_or("no error code");
        write!(f, "{}", Excerpt(error))?;
        match &self.reason {
            Some(reason) => write!(f, ": {}", Excerpt(reason)),
            None => Ok(()),
        }
    }
}

impl Error for TokenError {}
