//! What a payload says, before anything is looked up.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::note::{Note, Problem};
use super::object::{Object, text, unreadable};
use crate::{Entry, Product, ZoomError};

/// The parts of a payload that tell errors apart, as they were sent.
#[derive(Clone, Default)]
pub(super) struct Told<'a> {
    pub(super) code: Option<i32>,
    /// The code where it is not a number of 32 bits.
    pub(super) raw_code: Option<Cow<'a, str>>,
    /// Where the code is, if there is one.
    pub(super) code_key: Option<&'static str>,
    pub(super) sub_code: Option<i32>,
    /// What may be a constant.
    pub(super) name: Option<Cow<'a, str>>,
    pub(super) message: Option<Cow<'a, str>>,
    /// What stands in place of a code where errors are told by words.
    pub(super) word: Option<Cow<'a, str>>,
}

impl<'a> Told<'a> {
    /// Reads the first of some fields that holds a code.
    #[inline]
    pub(super) fn with_code(
        object: &Object<'a>,
        keys: &[&'static str],
        notes: &mut Vec<Note>,
    ) -> Told<'a> {
        let mut told = Told::default();
        for key in keys {
            let Some(json) = object.raw(key) else {
                continue;
            };
            match text(json) {
                Some(text) if text.chars().all(char::is_whitespace) => {}
                Some(text) => {
                    told.code = integer(&text);
                    told.raw_code = told.code.is_none().then_some(text);
                    told.code_key = Some(key);
                    break;
                }
                None => notes.push(unreadable(key)),
            }
        }
        told
    }

    /// Why the code is kept raw, unless it is a constant.
    pub(super) fn complaint(&self, named: bool) -> Option<Note> {
        let raw = self.raw_code.as_deref().filter(|_| !named)?;
        let large = |number: f64| number.abs() > f64::from(i32::MAX);
        Some(Note::Field {
            field: self.code_key?,
            problem: match raw.trim().parse().is_ok_and(large) {
                true => Problem::OutOfRange,
                false => Problem::Unreadable,
            },
        })
    }

    /// The error of a product that a constant names, in the code or in the text beside it.
    pub(super) fn named(&self, product: Product) -> Option<ZoomError> {
        let mut names = [&self.name, &self.raw_code].into_iter().flatten();
        names.find_map(|name| ZoomError::from_name(product, name.trim()))
    }

    /// The listed error of a product: by the number, or by the constant where there is no number.
    pub(super) fn error(&self, product: Product) -> Option<ZoomError> {
        match self.code {
            Some(code) => ZoomError::from_code(product, code),
            None => {
                let word = self.word.as_deref();
                let told = word.and_then(|word| ZoomError::from_word(product, word.trim()));
                told.or_else(|| self.named(product))
            }
        }
    }

    /// The finer cause under an error, by its number or else by what is said about it.
    pub(super) fn reason(&self, error: ZoomError) -> Option<&'static Entry> {
        let entry = error.entry();
        let numbered = self.sub_code.and_then(|code| entry.reason_for_code(code));
        numbered.or_else(|| {
            let mut texts = [&self.message, &self.name].into_iter().flatten();
            texts.find_map(|text| entry.reason_for_message(text))
        })
    }
}

/// A whole number of 32 bits, also where it is written with a fraction or an exponent.
pub(super) fn integer(text: &str) -> Option<i32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let text = text.trim();
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let float: f64 = text.parse().ok()?;
    // The conversion saturates; what is not whole or does not fit comes back changed.
    let number = float as i32;
    (f64::from(number) == float).then_some(number)
}

/// A whole number in a field, if it holds nothing else.
pub(super) fn number(object: &Object<'_>, key: &str) -> Option<i32> {
    integer(&text(object.raw(key)?)?)
}
