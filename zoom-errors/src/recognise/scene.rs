//! All that one record of a text holds, before anything is judged.

use alloc::vec::Vec;
use core::ops::Range;

use super::marks::{Marks, marks};
use super::messages::{Message, messages};
use super::pairs::{Pairs, pairs};
use super::sections::{Section, in_prose, sections};
use super::words::words;
use crate::generated::lists::SAID;

pub(super) struct Scene<'a> {
    pub(super) text: &'a str,
    read: Pairs<'a>,
    pub(super) sections: Vec<Section<'a>>,
    pub(super) marks: Marks,
    messages: Vec<(Message, Option<usize>)>,
    /// Whether somebody says that the text is Zoom's.
    pub(super) presumed: bool,
}

impl<'a> Scene<'a> {
    pub(super) fn new(text: &'a str, presumed: bool) -> Self {
        let words = words(text);
        let read = pairs(text);
        let prose = in_prose(text, &words, &read);
        let mut scene = Scene {
            text,
            sections: sections(&read, prose),
            marks: marks(text, &words),
            messages: Vec::new(),
            read,
            presumed,
        };
        scene.messages = messages(text, &words)
            .into_iter()
            .map(|message| (message, scene.home(message.start)))
            .collect();
        let names = scene.marks.names.iter();
        let homes: Vec<_> = names.map(|named| scene.home(named.start)).collect();
        for (named, home) in scene.marks.names.iter_mut().zip(homes) {
            named.home = home;
        }
        scene
    }

    /// The section whose code something belongs to: the nearest around it that has one, or the only
    /// one there is.
    fn home(&self, place: usize) -> Option<usize> {
        let mut group = self.read.group_at(place);
        loop {
            let here = |(_, section): &(usize, &Section<'_>)| {
                section.group == group
                    && section.span.contains(&place)
                    && section.codes().next().is_some()
            };
            if let Some((at, _)) = self.sections.iter().enumerate().find(here) {
                return Some(at);
            }
            if group == 0 {
                break;
            }
            group = self.read.groups.get(group).map_or(0, |group| group.parent);
        }
        let mut coded = self
            .sections
            .iter()
            .enumerate()
            .filter(|(_, section)| section.codes().next().is_some());
        let first = coded.next()?;
        coded.next().is_none().then_some(first.0)
    }

    /// The messages of a section.
    pub(super) fn messages_of(&self, section: usize) -> impl Iterator<Item = &Message> {
        let messages = self.messages.iter();
        let own = messages.filter(move |(_, home)| *home == Some(section));
        own.map(|(message, _)| message)
    }

    /// Every message, and the section that it belongs to.
    pub(super) fn messages(&self) -> impl Iterator<Item = (&Message, Option<usize>)> {
        self.messages.iter().map(|(message, home)| (message, *home))
    }

    /// What is said in a section, in the one around it, or what a message is.
    pub(super) fn said(&self, section: usize) -> Option<&'a str> {
        let own = self.sections.get(section)?;
        let text = own.text(SAID).or_else(|| {
            let outer = self.around(own).find_map(|outer| outer.text(SAID));
            outer.or_else(|| {
                let message = self.messages_of(section).next()?;
                self.text.get(message.start..message.end)
            })
        });
        text.map(str::trim).filter(|text| !text.is_empty())
    }

    /// The fields around a section, of brackets that have no code of their own.
    pub(super) fn around<'s>(
        &'s self,
        section: &'s Section<'a>,
    ) -> impl Iterator<Item = &'s Section<'a>> + 's {
        let outer = self
            .read
            .groups
            .get(section.group)
            .map_or(0, |group| group.parent);
        let sections = if section.group == outer {
            &[]
        } else {
            self.sections.as_slice()
        };
        sections
            .iter()
            .filter(move |other| other.group == outer && other.span.contains(&section.span.start))
    }

    /// The status of HTTP around a code, that is not the code itself.
    pub(super) fn status(&self, code: &Range<usize>) -> Option<u16> {
        let mut statuses = self.marks.statuses.iter();
        let other = statuses.find(|(place, _)| !code.contains(place));
        other.map(|(_, status)| *status)
    }
}
