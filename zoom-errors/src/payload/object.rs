//! Reads a JSON object field by field, so that no part of it makes the rest unreadable.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::note::{Note, Problem};
use super::plain;

/// Reads the object in a payload, along with what is odd about it.
pub(super) fn with_object<T>(payload: &[u8], read: impl FnOnce(&Object<'_>, Vec<Note>) -> T) -> T {
    let mut notes = Vec::new();
    let text = lossy(payload, &mut notes);
    let object = Object::read(&text, &mut notes);
    read(&object, notes)
}

/// The text of a payload, of whatever bytes.
pub(super) fn lossy<'a>(payload: &'a [u8], notes: &mut Vec<Note>) -> Cow<'a, str> {
    let text = core::str::from_utf8(payload).map(Cow::Borrowed);
    text.unwrap_or_else(|_| {
        notes.push(Note::Encoding);
        String::from_utf8_lossy(payload)
    })
}

macro_rules! known {
    ($key:expr, $($known:literal)*) => {
        match $key {
            $($known => Some($known),)*
            _ => None,
        }
    };
}

/// Every key that any shape knows; all others are skipped. A `match`, since it compares without a
/// call for each.
fn known(key: &str) -> Option<&'static str> {
    known!(
        key,
        "code"
        "data"
        "description"
        "detail"
        "error"
        "errorCode"
        "errorMessage"
        "error_description"
        "error_message"
        "errors"
        "extensions"
        "field"
        "jsonrpc"
        "meetingStatus"
        "message"
        "method"
        "reason"
        "result"
        "schemas"
        "scimType"
        "state"
        "status"
        "subCode"
        "title"
        "type"
    )
}

/// How many known fields most objects have at most.
const FEW: usize = 4;

/// The known fields of a JSON object, each as the JSON text of its value.
///
/// `null` counts as absent: JavaScript writes it for what is not set.
#[derive(Default)]
pub(super) struct Object<'a> {
    fields: Vec<(&'static str, &'a str)>,
}

impl<'a> Object<'a> {
    /// Reads the object in a text, and says what is odd about it.
    pub(super) fn read(text: &'a str, notes: &mut Vec<Note>) -> Object<'a> {
        let text = match text.as_bytes() {
            [b'{', .., b'}'] => text,
            _ => text.trim_start_matches('\u{feff}').trim(),
        };
        let outcome = match text.as_bytes().first() {
            None => Err(Note::Empty),
            Some(b'<') => Err(Note::Markup),
            Some(b'{') => Ok(Object::parse(text, notes)),
            Some(_) if serde_json::from_str::<IgnoredAny>(text).is_ok() => Err(Note::NotAnObject),
            Some(_) => Object::within(text, notes).ok_or(Note::Text),
        };
        outcome.unwrap_or_else(|note| {
            notes.push(note);
            Object::default()
        })
    }

    /// The first object inside a line of text that has a field which is known.
    fn within(text: &'a str, notes: &mut Vec<Note>) -> Option<Object<'a>> {
        // Each attempt may read to the end, so that a text of nothing but braces must not get many.
        let starts = text.match_indices('{').take(16);
        let mut objects = starts.filter_map(|(start, _)| {
            let mut found = Vec::new();
            let object = Object::parse(text.get(start..)?, &mut found);
            (!object.is_empty()).then_some((object, found))
        });
        let (object, found) = objects.next()?;
        notes.push(Note::Surrounded);
        notes.extend(found.into_iter().filter(|note| *note != Note::Surrounded));
        Some(object)
    }

    fn parse(text: &'a str, notes: &mut Vec<Note>) -> Object<'a> {
        let mut object = Object::default();
        let take = |key: &str, json| match known(key) {
            Some(key) => object.put(key, json).is_none(),
            None => true,
        };
        if plain::each_field(text, take) {
            return object;
        }
        object.fields.clear();
        let mut json = serde_json::Deserializer::from_str(text);
        let read = (&mut json).deserialize_map(Fields {
            object: &mut object,
            notes,
        });
        if read.is_err() {
            notes.push(Note::Malformed);
        } else if json.end().is_err() {
            notes.push(Note::Surrounded);
        }
        object
    }

    /// The objects of a list; an entry that is none comes as its JSON text.
    pub(super) fn list(
        &self,
        key: &'static str,
        notes: &mut Vec<Note>,
    ) -> Vec<(&'a str, Object<'a>)> {
        let Some(json) = self.raw(key) else {
            return Vec::new();
        };
        let Ok(entries) = serde_json::from_str::<Vec<&RawValue>>(json) else {
            notes.push(unreadable(key));
            return Vec::new();
        };
        let object = |entry: &'a RawValue| {
            let mut ignored = Vec::new();
            (entry.get(), Object::parse(entry.get(), &mut ignored))
        };
        entries.into_iter().map(object).collect()
    }

    /// The object in a field.
    pub(super) fn object(&self, key: &'static str, notes: &mut Vec<Note>) -> Option<Object<'a>> {
        let json = self.raw(key)?;
        json.starts_with('{').then(|| Object::parse(json, notes))
    }

    /// The JSON text of a value, if it is there and not `null`.
    #[inline]
    pub(super) fn raw(&self, key: &str) -> Option<&'a str> {
        let (_, json) = self.fields.iter().find(|(known, _)| *known == key)?;
        (*json != "null").then_some(*json)
    }

    /// Puts a field behind the others, or in place of an earlier one, whose text it returns.
    fn put(&mut self, key: &'static str, json: &'a str) -> Option<&'a str> {
        let mut fields = self.fields.iter_mut();
        if let Some((_, earlier)) = fields.find(|(known, _)| *known == key) {
            return Some(core::mem::replace(earlier, json));
        }
        if self.fields.is_empty() {
            self.fields = Vec::with_capacity(FEW);
        }
        self.fields.push((key, json));
        None
    }

    /// The keys that are there, `null` or not.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().map(|(key, _)| *key)
    }

    /// Whether nothing that is known is there.
    pub(super) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// How many fields hold a text.
    pub(super) fn texts(&self) -> usize {
        let texts = self.fields.iter().filter(|(_, json)| json.starts_with('"'));
        texts.count()
    }

    #[inline]
    pub(super) fn has(&self, key: &str) -> bool {
        self.raw(key).is_some()
    }

    /// The text of the first of some fields that has one. Numbers and booleans count as text.
    pub(super) fn text(
        &self,
        keys: &[&'static str],
        notes: &mut Vec<Note>,
    ) -> Option<Cow<'a, str>> {
        for key in keys {
            let Some(json) = self.raw(key) else {
                continue;
            };
            match text(json) {
                Some(text) if text.is_empty() => {}
                Some(text) => {
                    notes.extend(broken(key, json));
                    return Some(text);
                }
                None => notes.push(unreadable(key)),
            }
        }
        None
    }
}

/// What stands in a JSON value that is no list and no object; nothing in `null`.
pub(super) fn text(json: &str) -> Option<Cow<'_, str>> {
    match json.as_bytes().first()? {
        _ if json == "null" => None,
        b'"' if memchr::memchr(b'\\', json.as_bytes()).is_some() => {
            let whole = serde_json::from_str(json).ok();
            whole.or_else(|| mended(json)).map(Cow::Owned)
        }
        b'"' => json.get(1..json.len() - 1).map(Cow::Borrowed),
        b'{' | b'[' => None,
        _ => Some(Cow::Borrowed(json)),
    }
}

/// What is to be said of a text that was cut between the two halves of a surrogate pair.
pub(super) fn broken(field: &'static str, json: &str) -> Option<Note> {
    let escaped = json.starts_with('"') && json.contains("\\u");
    (escaped && serde_json::from_str::<String>(json).is_err()).then(|| unreadable(field))
}

/// Such a text, with a mark in place of what is not whole.
fn mended(json: &str) -> Option<String> {
    let text = serde_json::Deserializer::from_str(json).deserialize_bytes(Lossy);
    // Each of the three bytes of a half gets a mark.
    Some(text.ok()?.replace("\u{fffd}\u{fffd}\u{fffd}", "\u{fffd}"))
}

struct Lossy;

impl Visitor<'_> for Lossy {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_bytes<E>(self, text: &[u8]) -> Result<String, E> {
        Ok(String::from_utf8_lossy(text).into_owned())
    }
}

pub(super) fn unreadable(field: &'static str) -> Note {
    Note::Field {
        field,
        problem: Problem::Unreadable,
    }
}

/// Puts fields into the object one by one, so that they stay when a later one is broken.
struct Fields<'o, 'a> {
    object: &'o mut Object<'a>,
    notes: &'o mut Vec<Note>,
}

impl<'a> Visitor<'a> for Fields<'_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key_seed(Key)? {
            let Some(key) = key else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let json = map.next_value::<&'a RawValue>()?.get();
            let earlier = self.object.put(key, json);
            if earlier.is_some_and(|earlier| earlier != json) {
                let note = Note::Field {
                    field: key,
                    problem: Problem::Repeated,
                };
                if !self.notes.contains(&note) {
                    self.notes.push(note);
                }
            }
        }
        Ok(())
    }
}

/// A key, if it is known.
struct Key;

impl<'a> DeserializeSeed<'a> for Key {
    type Value = Option<&'static str>;

    fn deserialize<D: Deserializer<'a>>(self, key: D) -> Result<Self::Value, D::Error> {
        key.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = Option<&'static str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(known(key))
    }
}
