//! How a failed response is written.

use core::error::Error;
use core::fmt;

use super::failure::Failure;
use crate::payload::{Excerpt, Sketch};
use crate::{Class, Entry, Guided, ZoomError};

/// Writes status, code, reason, message and tracking id in one line, and the steps below it for
/// `{:#}`.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HTTP {}", self.status.code())?;
        if let Some(error) = self.status.known() {
            write!(f, " {}", error.name())?;
        }
        match (self.code(), &self.body.error.raw_code) {
            (Some(code), _) => write!(f, ", code {}", code.code())?,
            (None, Some(raw)) => write!(f, ", code {}", Excerpt(raw))?,
            (None, None) => {}
        }
        let status = self.status.known().map(ZoomError::from);
        if let Some(error) = self.error.filter(|error| status != Some(*error)) {
            write!(f, " {}", error.name())?;
        }
        if let Some(reason) = self.reason_info() {
            write!(f, ", {}", reason.name())?;
        }
        let documented = self.reason_info().map(Entry::summary);
        let documented = documented.or(self.error.map(ZoomError::summary));
        let documented = documented.or(self.class().and_then(Class::summary));
        if let Some(message) = self.message().or(documented) {
            write!(f, ": {}", Excerpt(message))?;
        }
        if let Some(id) = &self.tracking_id {
            write!(f, " (tracking id {})", Excerpt(id))?;
        }
        match self.remediation() {
            Some(steps) if f.alternate() && !steps.is_empty() => write!(f, "\n{steps}"),
            _ => Ok(()),
        }
    }
}

/// Leaves out what is absent.
impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Sketch::new(f, "Failure")
            .field("status", &Some(self.status.code()))
            .field("error", &self.error)
            .field("reason", &self.reason_info().map(Entry::name))
            .field("body", &Some(&self.body.error))
            .list("errors", &self.body.errors)
            .list("missing_scopes", &self.body.missing_scopes)
            .field("rate_limit", &Some(&self.rate_limit))
            .text("tracking_id", &self.tracking_id)
            .finish()
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.error {
            Some(error) => Some(error),
            // It is not the success that failed.
            None if self.is_refused_success() => self.body.error.source(),
            None => Some(&self.status),
        }
    }
}
