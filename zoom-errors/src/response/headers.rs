//! The headers that matter, picked out of a response.

use alloc::string::String;
use alloc::vec::Vec;

use crate::payload::{Note, Problem};

pub(super) const CATEGORY: &str = "X-RateLimit-Category";
pub(super) const TYPE: &str = "X-RateLimit-Type";
pub(super) const LIMIT: &str = "X-RateLimit-Limit";
pub(super) const REMAINING: &str = "X-RateLimit-Remaining";
pub(super) const RESET: &str = "X-RateLimit-Reset";
pub(super) const RETRY_AFTER: &str = "Retry-After";
pub(super) const TRACKING_ID: &str = "x-zm-trackingid";
pub(super) const DATE: &str = "Date";

const NAMES: &[&str] = &[
    CATEGORY,
    TYPE,
    LIMIT,
    REMAINING,
    RESET,
    RETRY_AFTER,
    TRACKING_ID,
    DATE,
];

/// The known headers, each with its first value.
#[derive(Clone, Debug, Default)]
pub(super) struct Headers {
    values: Vec<(&'static str, String)>,
    pub(super) notes: Vec<Note>,
}

impl Headers {
    pub(super) fn take<K: AsRef<str>, V: AsRef<[u8]>>(
        &mut self,
        headers: impl IntoIterator<Item = (K, V)>,
    ) {
        for (name, value) in headers {
            let known = |known: &&&str| known.eq_ignore_ascii_case(name.as_ref().trim());
            if let Some(name) = NAMES.iter().find(known) {
                self.add(name, value.as_ref());
            }
        }
    }

    fn add(&mut self, name: &'static str, value: &[u8]) {
        let Ok(value) = core::str::from_utf8(value) else {
            self.note(name, Problem::Unreadable);
            return;
        };
        let value = value.trim();
        match self.value(name) {
            _ if value.is_empty() => {}
            None => self.values.push((name, value.into())),
            Some(first) if first == value => {}
            Some(_) => self.note(name, Problem::Repeated),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.values.is_empty() && self.notes.is_empty()
    }

    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let (_, value) = self.values.iter().find(|(known, _)| *known == name)?;
        Some(value)
    }

    /// The value, read as something; a note where that fails.
    pub(super) fn read<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        match self.value(name).map(read)? {
            Ok(value) => Some(value),
            Err(problem) => {
                self.note(name, problem);
                None
            }
        }
    }

    fn note(&mut self, header: &'static str, problem: Problem) {
        let note = Note::Header { header, problem };
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}

/// A whole number that is not negative.
pub(super) fn count(value: &str) -> Result<u64, Problem> {
    if value.is_empty() || !value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Problem::Unreadable);
    }
    value.parse().map_err(|_| Problem::OutOfRange)
}
