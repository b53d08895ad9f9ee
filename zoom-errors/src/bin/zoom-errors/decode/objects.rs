//! The JSON objects in a line, without building any of them in memory.

use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// How many objects, lists and strings an object may be in.
const LEVELS: usize = 16;
/// How often a string is opened because it holds JSON itself.
const STRINGS: usize = 2;
/// How many objects may begin in a text without ending. Each is read to the end of the text.
const BROKEN: usize = 8;

/// Calls `visit` for the objects in a line, outer ones before those inside them, with the number of
/// levels that they are in.
///
/// An object may stand behind other text, inside other objects and lists, and inside strings, as
/// loggers put it. It has to be whole: what is cut off is passed over. Once `visit` answers that
/// an object settles the matter, only objects further out are given.
pub(super) fn each_object(line: &str, visit: &mut dyn FnMut(&RawValue, usize) -> bool) {
    let mut walk = Walk {
        visit,
        levels: LEVELS,
    };
    walk.text(line, Place::default());
}

/// How far inside a line something stands.
#[derive(Clone, Copy, Default)]
struct Place {
    level: usize,
    strings: usize,
}

impl Place {
    fn inside(self) -> Self {
        Self {
            level: self.level + 1,
            ..self
        }
    }
}

struct Walk<'v> {
    visit: &'v mut dyn FnMut(&RawValue, usize) -> bool,
    /// Nothing from this level on is of interest.
    levels: usize,
}

impl Walk<'_> {
    /// Text with objects in it.
    fn text(&mut self, text: &str, place: Place) {
        let mut rest = text;
        let mut broken = 0;
        while broken < BROKEN && place.level < self.levels {
            let Some(start) = object(rest) else {
                return;
            };
            let mut values = serde_json::Deserializer::from_str(start).into_iter::<&RawValue>();
            let read = match values.next() {
                Some(Ok(object)) => {
                    self.object(object, place);
                    values.byte_offset()
                }
                _ => {
                    broken += 1;
                    1
                }
            };
            rest = start.get(read..).unwrap_or_default();
        }
    }

    fn object(&mut self, object: &RawValue, place: Place) {
        if (self.visit)(object, place.level) {
            self.levels = place.level;
        }
        self.inside(object, place);
    }

    fn value(&mut self, value: &RawValue, place: Place) {
        let json = value.get();
        if place.level >= self.levels || !json.contains('{') {
            return;
        }
        match json.as_bytes().first() {
            Some(b'{') => self.object(value, place),
            Some(b'[') => self.inside(value, place),
            _ if place.strings < STRINGS => {
                // Half a surrogate pair makes it no text.
                let text: String = serde_json::from_str(json).unwrap_or_default();
                let strings = place.strings + 1;
                self.text(&text, Place { strings, ..place });
            }
            _ => {}
        }
    }

    /// What is in an object or a list.
    fn inside(&mut self, value: &RawValue, place: Place) {
        let place = place.inside();
        let json = value.get();
        let other = || json.get(1..).is_some_and(|inner| inner.contains('{'));
        if place.level < self.levels && other() {
            let members = Members { walk: self, place };
            // What comes before a key that is no text has been seen.
            let _ = serde_json::Deserializer::from_str(json).deserialize_any(members);
        }
    }
}

/// The text from the next object on. An object without a key tells nothing.
fn object(text: &str) -> Option<&str> {
    let mut starts = text.match_indices('{');
    starts.find_map(|(start, _)| {
        let rest = text.get(start..)?;
        let inner = rest.get(1..)?.trim_start();
        inner.starts_with('"').then_some(rest)
    })
}

/// Walks through what is in an object or a list.
struct Members<'w, 'v> {
    walk: &'w mut Walk<'v>,
    place: Place,
}

impl<'de> Visitor<'de> for Members<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while let Some(item) = items.next_element::<&RawValue>()? {
            self.walk.value(item, self.place);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        while let Some((IgnoredAny, field)) = fields.next_entry::<_, &RawValue>()? {
            self.walk.value(field, self.place);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::each_object;

    /// Every object before the one that settles the matter, with its level.
    fn objects(line: &str, settles: &str) -> Vec<(usize, String)> {
        let mut objects = Vec::new();
        each_object(line, &mut |object, level| {
            objects.push((level, object.get().to_owned()));
            object.get() == settles
        });
        objects
    }

    fn owned(objects: &[(usize, &str)]) -> Vec<(usize, String)> {
        let owned = objects.iter();
        owned
            .map(|(level, json)| (*level, (*json).to_owned()))
            .collect()
    }

    #[test]
    fn outer_objects_come_before_those_inside_them() {
        let line = r#"x {"a":[1,{"b":{}}],"c":"y {\"d\":2} {\"e\""} [{"f":3},{"g":"{"#;
        let expected = owned(&[
            (0, r#"{"a":[1,{"b":{}}],"c":"y {\"d\":2} {\"e\""}"#),
            (2, r#"{"b":{}}"#),
            (3, "{}"),
            (1, r#"{"d":2}"#),
            (0, r#"{"f":3}"#),
        ]);
        assert_eq!(objects(line, ""), expected);
    }

    #[test]
    fn what_is_settled_ends_the_search_further_in() {
        let line = r#"{"a":{"b":{"c":0}},"d":{"e":0}} {"f":{}}"#;
        let found = objects(line, r#"{"b":{"c":0}}"#);
        let levels: Vec<usize> = found.iter().map(|(level, _)| *level).collect();
        assert_eq!(levels, [0, 1, 0]);
        assert_eq!(objects(r#"{"a":1} {"b":2}"#, r#"{"a":1}"#).len(), 1);
    }

    #[test]
    fn strings_are_opened_twice_at_most() {
        let mut line = r#"{"a":1}"#.to_owned();
        for _ in 0..4 {
            line = format!("{{\"s\":{}}}", serde_json::Value::String(line));
        }
        assert_eq!(objects(&line, "").len(), 3);
    }
}
