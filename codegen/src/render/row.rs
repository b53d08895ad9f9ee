//! Entries as rows of bytes.

/// What is where in a row, from the crate's own file, so that both mean the same.
#[path = "../../../zoom-errors/src/row.rs"]
#[allow(unreachable_pub)]
pub(super) mod layout;

use super::text::bytes;
use crate::model::{Date, Guidance};
use crate::vocabulary::{ADVICE, Choice, KINDS, NOBODY, ORIGINS, RETRIES, all_actors};

/// A row that is being written; what is not written is 0.
pub(super) struct Row([u8; layout::WIDTH]);

impl Row {
    /// The row of an error, by what tells it.
    pub(super) fn new(sort: u8) -> Self {
        let mut row = Self([0; layout::WIDTH]);
        row.0[layout::SORT] = sort;
        row
    }

    /// Kind, actor, retry and advice.
    pub(super) fn guidance(&mut self, guidance: &Guidance) {
        let actor = guidance.actor().unwrap_or(NOBODY.id);
        let retry = guidance.retry().unwrap_or("never");
        self.byte(layout::KIND, place(KINDS, guidance.kind));
        self.byte(layout::ACTOR, place(all_actors(), actor));
        self.byte(layout::RETRY, place(RETRIES, retry));
        if let Some(advice) = &guidance.advice {
            self.byte(layout::ADVICE, 1 + place(ADVICE, advice.given_by));
        }
    }

    pub(super) fn origin(&mut self, origin: &str) {
        self.byte(layout::ORIGIN, place(ORIGINS, origin));
    }

    pub(super) fn byte(&mut self, at: usize, value: u8) {
        self.0[at] = value;
    }

    pub(super) fn number(&mut self, at: usize, value: u32) {
        self.0[at..at + 4].copy_from_slice(&value.to_le_bytes());
    }

    /// A place or a length. No catalog is large enough for one that does not fit.
    pub(super) fn place(&mut self, at: usize, value: usize) {
        self.number(at, u32::try_from(value).unwrap_or(u32::MAX));
    }

    /// First place and number.
    pub(super) fn part(&mut self, at: usize, first: usize, count: usize) {
        self.place(at, first);
        self.place(at + 4, count);
    }

    pub(super) fn date(&mut self, at: usize, date: Option<Date>) {
        if let Some(Date { year, month, day }) = date {
            let date = u32::from(year) | u32::from(month) << 16 | u32::from(day) << 24;
            self.number(at, date);
        }
    }

    /// The row in Rust.
    pub(super) fn literal(&self) -> String {
        bytes(&self.0)
    }
}

/// The place of a word in its list, in which the checks have seen it.
fn place<'a>(choices: impl IntoIterator<Item = &'a Choice>, id: &str) -> u8 {
    let place = choices.into_iter().position(|choice| choice.id == id);
    place
        .and_then(|place| place.try_into().ok())
        .unwrap_or_default()
}
