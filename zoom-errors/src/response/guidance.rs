//! What to do about a failure.

use super::failure::Failure;
use crate::http_status::HttpStatus;
use crate::oauth::OauthCategory;
use crate::payload::Form;
use crate::rest_api::RestApiError;
use crate::text::contains_ignoring_case;
use crate::{Advice, Class, Entry, ErrorCode, Guidance, Guided, Kind, ZoomError};

/// Words with which a server refuses a caller whom it knows: a new token is of no use to them.
const REFUSALS: &[&str] = &[
    "permission",
    "privilege",
    "not allowed",
    "does not contain scope",
    "disabled",
    "deactivated",
];

impl Failure {
    /// Whether a new access token may mend it: the token is missing, expired or revoked.
    ///
    /// A token that lacks scopes, an app that is switched off, or a user who may not do this, are not
    /// mended by it; and a refusal of the token endpoint itself is none of the token.
    ///
    /// ```
    /// use zoom_errors::response::Failure;
    ///
    /// let expired = Failure::new(401, r#"{"code": 124, "message": "Access token is expired."}"#);
    /// assert!(expired.needs_new_token());
    ///
    /// let body = r#"{"code": 4711, "message": "Invalid access token, does not contain scopes:[user:read]."}"#;
    /// assert!(!Failure::new(400, body).needs_new_token());
    /// ```
    #[must_use]
    pub fn needs_new_token(&self) -> bool {
        let is_endpoint = matches!(self.body().form(), Form::Token | Form::Authorization);
        if is_endpoint || self.kind() != Some(Kind::Authentication) {
            return false;
        }
        let refused = |said| {
            REFUSALS
                .iter()
                .any(|phrase| contains_ignoring_case(said, phrase))
        };
        match self.cause() {
            Some(ZoomError::Oauth(error)) => error.category() == OauthCategory::Token,
            Some(ZoomError::HttpStatus(_)) | None => !self.message().is_some_and(refused),
            Some(_) => true,
        }
    }

    /// The documented class of the status.
    pub(super) fn class(&self) -> Option<&'static Class> {
        let code = self.status().code();
        HttpStatus::class_of(code)
            .filter(|class| class.codes().is_some_and(|all| all.contains(code)))
    }

    /// What the status says. A success with an error in its body is none that any page describes.
    fn by_status(&self) -> Option<Guidance> {
        if self.is_success() && self.is_failure() {
            return None;
        }
        match self.status().known() {
            Some(status) => Some(status.guidance()),
            None => self.class()?.guidance().copied(),
        }
    }

    /// Where all candidates are of one kind: that, and what else they agree on. The steps are those
    /// of the status, for those of one candidate may be wrong for another.
    fn by_agreement(&self) -> Option<Guidance> {
        let [first, others @ ..] = self.candidates() else {
            return None;
        };
        // That one product alone lists the number is no evidence that it is meant.
        if others.is_empty() && first.evidence().next().is_none() {
            return None;
        }
        let first = first.guidance()?;
        let agree = |same: fn(&Guidance, &Guidance) -> bool| {
            others
                .iter()
                .filter_map(Guided::guidance)
                .all(|other| same(&first, &other))
        };
        if !agree(|a, b| a.kind == b.kind) {
            return None;
        }
        let client_error = || HttpStatus::class_of(400)?.guidance().copied();
        let mut guidance = self.by_status().or_else(client_error)?;
        guidance.kind = first.kind;
        guidance.advice = Some(Advice::Editorial);
        if agree(|a, b| a.actor == b.actor) {
            guidance.actor = first.actor;
        }
        if agree(|a, b| a.retry == b.retry) {
            guidance.retry = first.retry;
        }
        Some(guidance)
    }
}

/// What the finer cause says, or the error, or what all candidates agree on, or the status.
impl Guided for Failure {
    fn guidance(&self) -> Option<Guidance> {
        let told = self.reason_info().or(self.cause().map(ZoomError::entry));
        let told = told.map(Entry::guidance).or_else(|| self.by_agreement());
        let told = told.or_else(|| self.by_status());
        // Missing scopes are told by name, whatever the number says.
        match told {
            Some(told) if told.kind() == Kind::Permission => Some(told),
            _ if !self.missing_scopes().is_empty() => {
                Some(RestApiError::ScopesMissingInToken.guidance())
            }
            told => told,
        }
    }
}
