//! Reads a body over HTTP: finds out which form it has, and takes what stands where.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::form::Form;
use super::note::Note;
use super::object::{Object, broken, text, unreadable};
use super::show::Excerpt;
use super::told::Told;
use crate::ZoomError;
use crate::oauth::OauthTokenError;

/// What a body says, before it is owned.
pub(super) struct Answer<'a> {
    pub(super) form: Form,
    pub(super) code: Option<i32>,
    pub(super) word: Option<Cow<'a, str>>,
    pub(super) message: Option<Cow<'a, str>>,
    pub(super) details: Vec<Detail>,
}

/// A text that the server says besides the message.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Detail {
    /// The key that it stands under.
    pub key: &'static str,
    /// The text.
    pub text: String,
}

/// The keys whose text is for people, the likeliest first.
const TEXTS: &[&str] = &[
    "message",
    "errorMessage",
    "error_message",
    "detail",
    "error_description",
    "description",
    "reason",
    "title",
    "error",
    "result",
    "data",
    "scimType",
    "type",
    "state",
    "method",
];

impl<'a> Answer<'a> {
    /// Of an object, in whichever form.
    pub(super) fn of(object: &Object<'a>, notes: &mut Vec<Note>) -> Answer<'a> {
        let form = Form::of(object);
        let inner = match form {
            Form::JsonRpc | Form::Rest => object.object("error", notes),
            _ => None,
        };
        let place = inner.as_ref().unwrap_or(object);
        let codes: &[&'static str] = match form {
            Form::Scim => &["status"],
            Form::Token => &[],
            Form::Authorization => &["errorCode"],
            _ => &["code", "errorCode"],
        };
        let mut told = Told::with_code(place, codes, notes);
        // Some put the code beside an object of texts.
        if inner.is_some() && told.code.is_none() && told.raw_code.is_none() {
            told = Told::with_code(object, codes, notes);
        }
        let mut answer = Answer {
            form,
            code: told.code,
            word: None,
            message: None,
            details: Vec::new(),
        };
        answer.take_texts(place, notes);
        if let Some(inner) = &inner {
            answer.take_texts(object, notes);
            // An object of nothing that is known.
            let empty = object.raw("error").is_some_and(is_empty);
            notes.extend((inner.is_empty() && !empty).then(|| unreadable("error")));
        }
        if form == Form::Token {
            answer.word = answer.remove("error").map(Cow::Owned);
        }
        // A word is the code where errors are told by words.
        let listed = told
            .raw_code
            .as_deref()
            .is_some_and(|word| ZoomError::named(word.trim()).next().is_some());
        notes.extend(told.complaint(listed));
        answer.word = answer.word.or(told.raw_code);
        answer
    }

    /// The first text is the message, any other one a detail.
    fn take_texts(&mut self, object: &Object<'a>, notes: &mut Vec<Note>) {
        let mut left = object.texts();
        for key in TEXTS {
            if left == 0 {
                return;
            }
            let json = object
                .raw(key)
                .filter(|json| json.starts_with('"'))
                .inspect(|_| left -= 1);
            let Some(said) = json.and_then(text).filter(|said| !is_blank(said)) else {
                continue;
            };
            if matches!(said, Cow::Owned(_)) {
                notes.extend(json.and_then(|json| broken(key, json)));
            }
            // `error` of the token endpoint is a word, and no message.
            let is_word = self.form == Form::Token && *key == "error";
            match &self.message {
                None if !is_word => self.message = Some(said),
                Some(message) if *message == said && !is_word => {}
                _ => {
                    let text = said.into_owned();
                    self.details.push(Detail { key, text });
                }
            }
        }
    }

    fn remove(&mut self, key: &str) -> Option<String> {
        let at = self.details.iter().position(|detail| detail.key == key)?;
        Some(self.details.remove(at).text)
    }

    pub(super) fn is_silent(&self) -> bool {
        self.code.is_none() && self.word.is_none()
    }

    /// Takes code and message of the first of a list of errors that has any.
    pub(super) fn take_list(&mut self, object: &Object<'a>, list: &[(&'a str, Object<'a>)]) {
        let mut ignored = Vec::new();
        for (json, entry) in list {
            let extensions = entry.object("extensions", &mut ignored);
            if extensions.is_some() || object.keys().any(|key| key == "data") {
                self.form = Form::GraphQl;
            }
            let mut told = Told::with_code(entry, &["code", "errorCode"], &mut ignored);
            if let Some(extensions) = extensions.filter(|_| told.code_key.is_none()) {
                told = Told::with_code(&extensions, &["code", "errorCode"], &mut ignored);
            }
            if self.is_silent() {
                (self.code, self.word) = (told.code, told.raw_code);
            }
            if self.message.is_none() {
                self.message = match json.starts_with('{') {
                    true => entry.text(&["message", "detail"], &mut ignored),
                    false => text(json),
                };
            }
        }
    }

    /// Of a body that is no object: what it says, as far as people can read it.
    pub(super) fn said(text: &Cow<'a, str>, notes: &[Note]) -> Answer<'a> {
        let trimmed = text.trim_start_matches('\u{feff}').trim();
        let said = if notes.contains(&Note::Markup) {
            heading(trimmed)
        } else if notes.contains(&Note::NotAnObject) {
            Some(self::text(trimmed).unwrap_or(Cow::Borrowed(trimmed)))
        } else {
            notes
                .contains(&Note::Text)
                .then_some(Cow::Borrowed(trimmed))
        };
        Answer {
            form: match trimmed.starts_with('{') {
                true => Form::Rest,
                false => Form::Other,
            },
            code: None,
            word: None,
            message: said.map(|said| Cow::Owned(said.into_owned())),
            details: Vec::new(),
        }
    }
}

impl Form {
    pub(super) fn of(object: &Object<'_>) -> Form {
        let is = |key, first| {
            object
                .raw(key)
                .is_some_and(|json: &str| json.starts_with(first))
        };
        if object.has("jsonrpc") && is("error", '{') {
            return Form::JsonRpc;
        }
        if is("schemas", '[')
            && object
                .raw("schemas")
                .is_some_and(|json| json.contains(":Error"))
        {
            return Form::Scim;
        }
        if is("status", 'f') && object.has("errorCode") && !object.has("method") {
            return Form::Authorization;
        }
        let word = object
            .raw("error")
            .filter(|json| json.starts_with('"'))
            .and_then(text);
        let word = word.filter(|_| !object.has("code") && !object.has("errorCode"));
        match word {
            Some(word) if OauthTokenError::from_value(word.trim()).is_some() => Form::Token,
            Some(_)
                if object.has("error_description")
                    || is("reason", '"') && !object.has("message") =>
            {
                Form::Token
            }
            _ => Form::Rest,
        }
    }
}

impl fmt::Debug for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.key, Excerpt(&self.text))
    }
}

/// Whether a text has nothing to read in it.
fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

fn is_empty(object: &str) -> bool {
    object
        .bytes()
        .all(|byte| matches!(byte, b'{' | b'}') || byte.is_ascii_whitespace())
}

/// The title of a page, or its first heading.
fn heading(page: &str) -> Option<Cow<'_, str>> {
    let lower = page.to_ascii_lowercase();
    let within = |tag: &str| {
        let start = lower.find(&alloc::format!("<{tag}"))?;
        let open = start + lower.get(start..)?.find('>')? + 1;
        let end = open + lower.get(open..)?.find('<')?;
        let text = page.get(open..end)?.trim();
        (!text.is_empty()).then_some(Cow::Borrowed(text))
    };
    within("title").or_else(|| within("h1"))
}
