//! An error of any product.

use core::fmt;

use serde_core::de::{self, Deserialize, Deserializer, Visitor};
use serde_core::ser::{Serialize, SerializeStruct, Serializer};

use super::Word;
use crate::{Product, ZoomError};

const FIELDS: &[&str] = &["product", "code"];

/// `{"product": "video_sdk_web", "code": 5012}`.
impl Serialize for ZoomError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("ZoomError", FIELDS.len())?;
        fields.serialize_field("product", &self.product())?;
        fields.serialize_field("code", &self.code())?;
        fields.end()
    }
}

impl<'de> Deserialize<'de> for ZoomError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("ZoomError", FIELDS, ZoomErrorVisitor)
    }
}

struct ZoomErrorVisitor;

impl ZoomErrorVisitor {
    fn put_together<X: de::Error>(
        product: Option<Product>,
        code: Option<i32>,
    ) -> Result<ZoomError, X> {
        let product = product.ok_or_else(|| X::missing_field("product"))?;
        let code = code.ok_or_else(|| X::missing_field("code"))?;
        ZoomError::lookup(product, code)
            .ok_or_else(|| X::custom(crate::UnknownCode::new(product, code.into())))
    }
}

impl<'de> Visitor<'de> for ZoomErrorVisitor {
    type Value = ZoomError;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a product and a code")
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut fields: A) -> Result<ZoomError, A::Error> {
        let product = fields.next_element()?;
        let code = fields.next_element()?;
        Self::put_together(product, code)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut fields: A) -> Result<ZoomError, A::Error> {
        let (mut product, mut code) = (None, None);
        while let Some(key) = fields.next_key::<Field>()? {
            match key {
                Field::Product => product = Some(fields.next_value()?),
                Field::Code => code = Some(fields.next_value()?),
                Field::Other => {
                    fields.next_value::<de::IgnoredAny>()?;
                }
            }
        }
        Self::put_together(product, code)
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
