//! What servers answer with a code, and the finer causes that they tell so.

use std::io::{self, Write};

use zoom_errors::{Entry, Operation, Response, ZoomError};

use super::Page;
use crate::words;

/// The answers with a code that matter: those of the calls, if they document any, or all.
pub(super) struct Answers {
    of_calls: bool,
    responses: Vec<&'static Response>,
}

impl Answers {
    pub(super) fn new(entry: ZoomError, calls: &[&'static Operation]) -> Self {
        let mut responses: Vec<&'static Response> = Vec::new();
        for response in calls.iter().flat_map(|call| call.failures()) {
            let known = |other: &&Response| std::ptr::eq(*other, response);
            if response.error() == Some(entry) && !responses.iter().any(known) {
                responses.push(response);
            }
        }
        let of_calls = !responses.is_empty();
        if !of_calls {
            responses.extend(entry.responses());
        }
        Answers {
            of_calls,
            responses,
        }
    }

    /// Whether a finer cause is one of these answers, or is told by something else.
    fn may_tell(&self, entry: ZoomError, reason: &'static Entry) -> bool {
        let told = |response: &Response| {
            response
                .reason()
                .is_some_and(|told| std::ptr::eq(told, reason))
        };
        !self.of_calls
            || self.responses.iter().any(|response| told(response))
            || !entry.responses().iter().any(told)
    }
}

impl Page<'_> {
    /// What the server answers, as far as it fits on a page.
    pub(super) fn answers(&mut self, answers: &Answers) -> io::Result<()> {
        const ENOUGH: usize = 6;
        let responses = &answers.responses;
        if responses.is_empty() {
            return Ok(());
        }
        self.heading(match answers.of_calls {
            true => "What the server says to this call",
            false => "What the server says",
        })?;
        for response in responses.iter().take(ENOUGH) {
            self.item(
                &format!("HTTP {}: {}", response.status(), response.message()),
                "    - ",
            )?;
        }
        match responses.len().checked_sub(ENOUGH) {
            Some(more) if more > 0 => self.prose(&format!("and {more} more"), "      "),
            _ => Ok(()),
        }
    }

    pub(super) fn reasons(&mut self, entry: ZoomError, answers: &Answers) -> io::Result<()> {
        let mut reasons = entry
            .reasons()
            .iter()
            .filter(|reason| answers.may_tell(entry, reason))
            .peekable();
        if reasons.peek().is_none() {
            return Ok(());
        }
        self.heading("Finer causes")?;
        for (at, reason) in reasons.enumerate() {
            if at > 0 {
                writeln!(self.out)?;
            }
            self.reason(entry, reason)?;
        }
        Ok(())
    }

    fn reason(&mut self, entry: ZoomError, reason: &Entry) -> io::Result<()> {
        let key = match (reason.code(), reason.message()) {
            (Some(code), _) => format!(" (reason {code})"),
            (None, Some(message)) => format!(" (\"{message}\")"),
            (None, None) => String::new(),
        };
        let text = format!("{}{key}: {}", reason.name(), reason.summary());
        self.prose(&text, "    ")?;
        if !reason.headers().is_empty() {
            let headers = format!("Headers: {}", reason.headers().join(", "));
            self.prose(&headers, "      ")?;
        }
        if (reason.actor(), reason.retry()) != (entry.actor(), entry.retry()) {
            let who = words::actor(reason.actor());
            let when = words::retry_short(reason.retry());
            self.prose(&format!("Here {who} acts; {when}."), "      ")?;
        }
        // Steps that are only inherited stand above already.
        if reason.remediation() != entry.remediation() {
            for (at, step) in reason.remediation().into_iter().enumerate() {
                self.item(step, &format!("{:>7}. ", at + 1))?;
            }
        }
        Ok(())
    }
}
