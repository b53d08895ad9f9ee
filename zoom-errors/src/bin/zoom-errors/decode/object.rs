//! The fields of interest of every object in a JSON text, without building the text in memory.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// How often a string is opened because it holds JSON itself.
const STRINGS: usize = 2;

/// The fields by which a failure is recognised.
#[derive(Default)]
pub(super) struct Object {
    /// `errorCode`
    pub(super) error_code: Option<i64>,
    /// `code`
    pub(super) code: Option<i64>,
    /// `message`, `errorMessage` or `error_message`
    pub(super) message: Option<String>,
    /// `reason`, if it is a text
    pub(super) reason: Option<String>,
    /// `reason`, if it is a number
    pub(super) sub_code: Option<i64>,
    /// `type`, if it is a text
    pub(super) kind: Option<String>,
    /// Whether there is a `type`.
    pub(super) has_type: bool,
    /// Whether there is a `reason`.
    pub(super) has_reason: bool,
    /// Whether there is a field that only the Meeting SDK's Client View has.
    pub(super) of_meeting_sdk: bool,
}

impl Object {
    fn set(&mut self, field: Field, value: Value) {
        match field {
            Field::ErrorCode => self.error_code = value.number(),
            Field::Code => self.code = value.number(),
            Field::Message => self.message = value.text().or(self.message.take()),
            Field::Reason => {
                self.has_reason = true;
                self.sub_code = value.number();
                self.reason = value.text();
            }
            Field::Type => {
                self.has_type = true;
                self.kind = value.text();
            }
            Field::OfMeetingSdk => self.of_meeting_sdk = true,
            Field::Other => {}
        }
    }
}

/// What a key is good for.
#[derive(Clone, Copy)]
enum Field {
    ErrorCode,
    Code,
    Message,
    Reason,
    Type,
    OfMeetingSdk,
    Other,
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Field;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Field, E> {
        Ok(match key {
            "errorCode" => Field::ErrorCode,
            "code" => Field::Code,
            "message" | "errorMessage" | "error_message" => Field::Message,
            "reason" => Field::Reason,
            "type" => Field::Type,
            "method" | "meetingStatus" => Field::OfMeetingSdk,
            _ => Field::Other,
        })
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

/// A value, as far as it matters.
enum Value {
    Number(i64),
    Text(String),
    Other,
}

impl Value {
    /// The number; some servers send it as a text.
    fn number(&self) -> Option<i64> {
        match self {
            Value::Number(number) => Some(*number),
            Value::Text(text) => text.trim().parse().ok(),
            Value::Other => None,
        }
    }

    fn text(self) -> Option<String> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Visits every object of the first JSON value in a text, inner ones first, with its depth.
///
/// # Errors
///
/// If the value is broken. What follows it does not matter.
pub(super) fn each_object(
    json: &[u8],
    visit: &mut dyn FnMut(&Object, usize),
) -> Result<(), serde_json::Error> {
    let walk = Walk {
        visit,
        depth: 0,
        strings: STRINGS,
        wanted: false,
    };
    // Bytes that are no UTF-8 spoil no more than the text that they are in.
    let text = String::from_utf8_lossy(json);
    walk.deserialize(&mut serde_json::Deserializer::from_str(&text))?;
    Ok(())
}

struct Walk<'a> {
    visit: &'a mut dyn FnMut(&Object, usize),
    depth: usize,
    strings: usize,
    /// Whether the value is one of a field of interest.
    wanted: bool,
}

impl Walk<'_> {
    fn inner(&mut self, wanted: bool) -> Walk<'_> {
        Walk {
            visit: &mut *self.visit,
            depth: self.depth + 1,
            strings: self.strings,
            wanted,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(i64::try_from(number).map_or(Value::Other, Value::Number))
    }

    fn visit_str<E>(mut self, text: &str) -> Result<Value, E> {
        if text.trim_start().starts_with('{') && self.strings > 0 {
            let mut inner = self.inner(false);
            inner.strings -= 1;
            // A text that only looks like JSON is a text.
            let _ = inner.deserialize(&mut serde_json::Deserializer::from_str(text));
        }
        Ok(match self.wanted {
            true => Value::Text(text.to_owned()),
            false => Value::Other,
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<Value, A::Error> {
        while items.next_element_seed(self.inner(false))?.is_some() {}
        Ok(Value::Other)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut fields: A) -> Result<Value, A::Error> {
        let mut object = Object::default();
        while let Some(field) = fields.next_key()? {
            let wanted = !matches!(field, Field::OfMeetingSdk | Field::Other);
            let value = fields.next_value_seed(self.inner(wanted))?;
            object.set(field, value);
        }
        (self.visit)(&object, self.depth);
        Ok(Value::Other)
    }
}
