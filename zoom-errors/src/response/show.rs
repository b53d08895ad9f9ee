//! How a failed response is written.

use alloc::string::String;
use core::error::Error;
use core::fmt;

use super::failure::Failure;
use crate::payload::{Excerpt, Sketch};
use crate::{Class, Entry, Guided, Operation, ZoomError};

/// Writes status, code, reason, message, call and tracking id in one line; for `{:#}` the steps below
/// it, and what is known of the call where scopes are missing or its limit was hit.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HTTP {}", self.status().code())?;
        if let Some(error) = self.status().known() {
            write!(f, " {}", error.name())?;
        }
        match (self.code(), self.body().word()) {
            (Some(code), _) => write!(f, ", code {code}")?,
            (None, Some(word)) => write!(f, ", code {}", Excerpt(word))?,
            (None, None) => {}
        }
        let status = self.status().known().map(ZoomError::from);
        match self.cause() {
            Some(error) if status == Some(error) => {}
            Some(error) if error.word().is_some() && error.word() == self.body().word() => {}
            Some(error) => write!(f, " {}", error.name())?,
            None if self.candidates().len() > 1 => {
                write!(f, " with {} meanings", self.candidates().len())?;
            }
            None => {}
        }
        if let Some(reason) = self.reason_info() {
            write!(f, ", {}", reason.name())?;
        }
        let documented = self.reason_info().map(Entry::summary);
        let documented = documented.or(self.cause().map(ZoomError::summary));
        let documented = documented.or(self.class().and_then(Class::summary));
        if let Some(message) = self.message().or(documented) {
            write!(f, ": {}", Excerpt(message))?;
        }
        match (self.operation(), self.tracking_id()) {
            (Some(call), Some(id)) => write!(f, " ({call}; tracking id {})", Excerpt(id))?,
            (Some(call), None) => write!(f, " ({call})")?,
            (None, Some(id)) => write!(f, " (tracking id {})", Excerpt(id))?,
            (None, None) => {}
        }
        if !f.alternate() {
            return Ok(());
        }
        if let Some(steps) = self.remediation().filter(|steps| !steps.is_empty()) {
            write!(f, "\n{steps}")?;
        }
        match self.operation() {
            Some(call) if !self.missing_scopes().is_empty() => needs(call, f),
            Some(call) if self.is_rate_limited() => limits(call, f),
            _ => Ok(()),
        }
    }
}

/// The scopes of a call that a token was refused for.
fn needs(call: &Operation, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut scopes = call.granular_scopes().chain(call.scopes());
    let Some(first) = scopes.next() else {
        return Ok(());
    };
    write!(f, "\nThis call needs {first}")?;
    scopes.try_for_each(|scope| write!(f, " or {scope}"))?;
    f.write_str("; the token has none of them.")
}

/// How often a call may be made.
fn limits(call: &Operation, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if let Some(label) = call.limit() {
        write!(f, "\nThis call counts as {}", label.id())?;
        for (at, rate) in call.rates().enumerate() {
            let before = if at == 0 { ": " } else { "; " };
            write!(f, "{before}{rate} on {}", rate.plan().id())?;
        }
        f.write_str(".")?;
    }
    match call.daily_limit() {
        Some(daily) => write!(f, "\nBy the day it allows {daily}."),
        None => Ok(()),
    }
}

/// Leaves out what is absent.
impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = self.reason_info().map(Entry::name);
        Sketch::new(f, "Failure")
            .field("status", &Some(self.status().code()))
            .field("operation", &self.operation())
            .field("product", &self.product())
            .field("cause", &self.cause())
            .field("reason", &reason)
            .list("candidates", self.candidates())
            .field("body", &Some(self.body()))
            .field("rate_limit", &Some(self.rate_limit()))
            .text("tracking_id", &self.tracking_id().map(String::from))
            .finish()
    }
}

/// Its source is the cause; of an unlisted status the status, unless that is a success.
impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.inner.cause {
            Some(cause) => Some(cause),
            None if self.is_success() => None,
            None => Some(&self.inner.status),
        }
    }
}
