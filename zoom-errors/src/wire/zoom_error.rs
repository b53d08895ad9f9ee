//! An error of any product: its product, and its number or word.

use core::fmt;

use serde_core::de::{self, Deserialize, Deserializer, Visitor};
use serde_core::ser::{Serialize, SerializeStruct, Serializer};

use super::Word;
use crate::{Product, ZoomError};

const FIELDS: &[&str] = &["product", "code"];

/// Formats for people have the number as a number; others always a text, as they do not say which of
/// the two comes.
impl Serialize for ZoomError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let readable = serializer.is_human_readable();
        let mut fields = serializer.serialize_struct("ZoomError", FIELDS.len())?;
        fields.serialize_field("product", &self.product())?;
        match (self.code(), self.word()) {
            (Some(code), _) if readable => fields.serialize_field("code", &code)?,
            (Some(code), _) => fields.serialize_field("code", &Digits(code))?,
            (None, word) => fields.serialize_field("code", word.unwrap_or_default())?,
        }
        fields.end()
    }
}

/// A number as text.
struct Digits(i32);

impl Serialize for Digits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for ZoomError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let readable = deserializer.is_human_readable();
        deserializer.deserialize_struct("ZoomError", FIELDS, ZoomErrorVisitor { readable })
    }
}

struct ZoomErrorVisitor {
    readable: bool,
}

impl<'de> Visitor<'de> for ZoomErrorVisitor {
    type Value = ZoomError;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a product and a code or word")
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut fields: A) -> Result<ZoomError, A::Error> {
        let product = fields
            .next_element()?
            .ok_or_else(|| de::Error::missing_field("product"))?;
        let readable = self.readable;
        let code = fields.next_element_seed(Code {
            product: Some(product),
            readable,
        })?;
        code.ok_or_else(|| de::Error::missing_field("code"))?
            .of(product)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut fields: A) -> Result<ZoomError, A::Error> {
        let (mut product, mut code) = (None, None);
        while let Some(key) = fields.next_key::<Field>()? {
            match key {
                Field::Product => product = Some(fields.next_value()?),
                Field::Code => {
                    let readable = self.readable;
                    code = Some(fields.next_value_seed(Code { product, readable })?);
                }
                Field::Other => {
                    fields.next_value::<de::IgnoredAny>()?;
                }
            }
        }
        let product = product.ok_or_else(|| de::Error::missing_field("product"))?;
        code.ok_or_else(|| de::Error::missing_field("code"))?
            .of(product)
    }
}

/// A code as it is read, before or after its product.
struct Code {
    product: Option<Product>,
    readable: bool,
}

/// What was read: a number, or an error where the product was known before its word.
enum Read {
    Number(i32),
    Found(Option<ZoomError>),
}

impl Read {
    fn of<X: de::Error>(self, product: Product) -> Result<ZoomError, X> {
        match self {
            Read::Number(code) => ZoomError::from_code(product, code)
                .ok_or_else(|| X::custom(crate::UnknownCode::new(product, code.into()))),
            Read::Found(Some(error)) if error.product() == product => Ok(error),
            Read::Found(_) => Err(X::custom(crate::ParseCodeError::no_word(product))),
        }
    }
}

impl<'de> de::DeserializeSeed<'de> for Code {
    type Value = Read;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Read, D::Error> {
        if self.readable {
            deserializer.deserialize_any(self)
        } else {
            deserializer.deserialize_str(self)
        }
    }
}

impl Visitor<'_> for Code {
    type Value = Read;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, a word or a name")
    }

    fn visit_i64<X: de::Error>(self, code: i64) -> Result<Read, X> {
        match i32::try_from(code) {
            Ok(code) => Ok(Read::Number(code)),
            Err(_) => Err(X::invalid_value(de::Unexpected::Signed(code), &self)),
        }
    }

    fn visit_u64<X: de::Error>(self, code: u64) -> Result<Read, X> {
        match i32::try_from(code) {
            Ok(code) => Ok(Read::Number(code)),
            Err(_) => Err(X::invalid_value(de::Unexpected::Unsigned(code), &self)),
        }
    }

    fn visit_str<X: de::Error>(self, text: &str) -> Result<Read, X> {
        let text = text.trim();
        if let Ok(code) = text.parse() {
            return Ok(Read::Number(code));
        }
        let mut named = ZoomError::named(text);
        Ok(Read::Found(match self.product {
            Some(product) => named.find(|error| error.product() == product),
            // The product comes later; only a name that is one error's says which is meant.
            None => named.next().filter(|_| named.next().is_none()),
        }))
    }
}

enum Field {
    Product,
    Code,
    Other,
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let field = |text: &str| {
            Some(match text {
                "product" => Field::Product,
                "code" => Field::Code,
                _ => Field::Other,
            })
        };
        deserializer.deserialize_identifier(Word::new("field", field))
    }
}
