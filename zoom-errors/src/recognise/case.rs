//! A number under a name, with what is the same for every error that it may be.

use alloc::vec::Vec;
use core::cell::OnceCell;
use core::ops::Range;

use super::fields::Name;
use super::marks::{Named, is_business};
use super::messages::Message;
use super::scene::Scene;
use super::sections::Section;
use crate::ZoomError;

pub(super) struct Case<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    /// The place of its section.
    at: usize,
    pub(super) section: &'s Section<'a>,
    pub(super) name: Name<'a>,
    pub(super) span: Range<usize>,
    /// The messages of the section.
    pub(super) messages: Vec<&'s Message>,
    /// What is said about the failure.
    pub(super) said: Option<&'a str>,
    business: OnceCell<bool>,
}

impl<'s, 'a> Case<'s, 'a> {
    pub(super) fn new(
        scene: &'s Scene<'a>,
        at: usize,
        name: Name<'a>,
        span: Range<usize>,
    ) -> Option<Self> {
        Some(Self {
            scene,
            at,
            section: scene.sections.get(at)?,
            name,
            span,
            messages: scene.messages_of(at).collect(),
            said: scene.said(at),
            business: OnceCell::new(),
        })
    }

    /// `error code: 3706`: a sentence, and no field that is called `code`.
    pub(super) fn in_sentence(&self) -> bool {
        let before = self.scene.text.get(..self.span.start).unwrap_or_default();
        let before = before.trim_end();
        let word = before
            .len()
            .checked_sub(5)
            .and_then(|start| before.get(start..));
        self.name.is_anybodys() && word.is_some_and(|word| word.eq_ignore_ascii_case("error"))
    }

    /// The constants of the section.
    pub(super) fn names(&self) -> impl Iterator<Item = &'s Named> {
        let names = self.scene.marks.names.iter();
        names.filter(|named| named.home == Some(self.at))
    }

    /// Whether a message is so long that nobody else says it.
    pub(super) fn is_long(&self) -> bool {
        self.messages.iter().any(|message| message.given >= 6)
    }

    /// Whether an answer of the product says something about Zoom's business under a large number.
    pub(super) fn is_answer(&self, error: ZoomError) -> bool {
        let large = error
            .code()
            .is_some_and(|code| !(200..600).contains(&code) && code > 99);
        large
            && self.name.claims(error.product())
            && !error.responses().is_empty()
            && *self
                .business
                .get_or_init(|| self.said.is_some_and(is_business))
    }

    /// Whether something may prove an error. Most numbers are anybody's, and weighing each meaning
    /// costs more.
    pub(super) fn may_be(&self, error: ZoomError) -> bool {
        let product = error.product();
        let claimed = self.name.claims(product);
        let sent = |message: &&Message| message.owner(product).any(|owner| owner.error == error);
        self.is_told()
            || !self.scene.marks.names.is_empty()
            || !self.scene.marks.spoken_for.is_empty()
            || claimed && (!self.name.is_anybodys() || self.is_long())
            || self.messages.iter().any(sent)
            || self.is_answer(error)
    }

    /// Whether a number that nobody lists may be an error.
    pub(super) fn is_told(&self) -> bool {
        self.scene.marks.zoom || self.scene.presumed || self.name.is_zooms()
    }
}
