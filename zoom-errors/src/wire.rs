//! serde: a number on the wire, and whatever people write for it on the way in.

use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{self, Deserialize, Deserializer, Visitor};
use serde_core::ser::{Serialize, SerializeStruct, Serializer};

use crate::{ErrorCode, Observed, Product, ZoomError, parse};

/// A number out; a number, a numeric text or a name in.
macro_rules! code_serde {
    ($E:ident) => {
        impl serde_core::Serialize for $E {
            fn serialize<S: serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                serializer.serialize_i32(self.code())
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $E {
            fn deserialize<D: serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<$E, D::Error> {
                crate::wire::listed(deserializer)
            }
        }
    };
}
pub(crate) use code_serde;

/// A sub-code as a number; any other reason as its name.
macro_rules! reason_serde {
    ($R:ident) => {
        impl serde_core::Serialize for $R {
            fn serialize<S: serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let info = self.info();
                match (info.code, serializer.is_human_readable()) {
                    (Some(code), _) => serializer.serialize_i32(code),
                    (None, true) => serializer.serialize_str(info.name),
                    (None, false) => serializer.serialize_i32(*self as i32),
                }
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $R {
            fn deserialize<D: serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<$R, D::Error> {
                crate::wire::reason(deserializer)
            }
        }
    };
}
pub(crate) use reason_serde;

/// An error that is told by a word, as that word.
macro_rules! string_serde {
    ($S:ident) => {
        impl serde_core::Serialize for $S {
            fn serialize<S: serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.value())
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $S {
            fn deserialize<D: serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<$S, D::Error> {
                deserializer.deserialize_str(crate::wire::Word::new(stringify!($S), $S::from_value))
            }
        }
    };
}
#[allow(unused_imports)]
pub(crate) use string_serde;

/// A word of a closed list, as its id.
macro_rules! word_serde {
    ($W:ident) => {
        impl serde_core::Serialize for $W {
            fn serialize<S: serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $W {
            fn deserialize<D: serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<$W, D::Error> {
                deserializer.deserialize_str(crate::wire::Word::new(stringify!($W), $W::from_id))
            }
        }
    };
}
pub(crate) use word_serde;

/// A number, or a text that is no number.
enum Token<E> {
    Number(i64),
    Named(E),
}

/// Reads a number, a numeric text or a name.
struct TokenVisitor<E>(PhantomData<E>);

impl<E: ErrorCode> Visitor<'_> for TokenVisitor<E> {
    type Value = Token<E>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a code of {}, as a number or by name", E::PRODUCT)
    }

    fn visit_i64<X: de::Error>(self, code: i64) -> Result<Token<E>, X> {
        Ok(Token::Number(code))
    }

    fn visit_u64<X: de::Error>(self, code: u64) -> Result<Token<E>, X> {
        i64::try_from(code)
            .map(Token::Number)
            .map_err(|_| X::invalid_value(de::Unexpected::Unsigned(code), &self))
    }

    fn visit_str<X: de::Error>(self, text: &str) -> Result<Token<E>, X> {
        if let Ok(number) = text.trim().parse() {
            return Ok(Token::Number(number));
        }
        parse::parse(text)
            .map(Token::Named)
            .map_err(|_| X::invalid_value(de::Unexpected::Str(text), &self))
    }
}

fn token<'de, E: ErrorCode, D: Deserializer<'de>>(deserializer: D) -> Result<Token<E>, D::Error> {
    if deserializer.is_human_readable() {
        deserializer.deserialize_any(TokenVisitor(PhantomData))
    } else {
        i32::deserialize(deserializer).map(|code| Token::Number(code.into()))
    }
}

/// A listed code; anything else is an error.
pub(crate) fn listed<'de, E: ErrorCode, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<E, D::Error> {
    match token(deserializer)? {
        Token::Named(error) => Ok(error),
        Token::Number(code) => i32::try_from(code)
            .ok()
            .and_then(E::from_code)
            .ok_or_else(|| unlisted::<E, D::Error>(code)),
    }
}

fn unlisted<E: ErrorCode, X: de::Error>(code: i64) -> X {
    X::custom(crate::UnknownCode::new(E::PRODUCT, code.into()))
}

/// A number out, and the same number in, listed or not.
impl<E: ErrorCode> Serialize for Observed<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(self.code())
    }
}

impl<'de, E: ErrorCode> Deserialize<'de> for Observed<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match token(deserializer)? {
            Token::Named(error) => Ok(Observed::Known(error)),
            Token::Number(code) => i32::try_from(code)
                .map(Observed::from)
                .map_err(|_| unlisted::<E, D::Error>(code)),
        }
    }
}

/// Reads a reason by its sub-code or by its name.
struct ReasonVisitor<R>(PhantomData<R>);

impl<R: crate::Reason> Visitor<'_> for ReasonVisitor<R> {
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a reason of {}", crate::Explain::name(R::PARENT))
    }

    fn visit_i64<X: de::Error>(self, code: i64) -> Result<R, X> {
        R::ALL
            .iter()
            .copied()
            .find(|reason| {
                reason
                    .info()
                    .code()
                    .is_some_and(|known| i64::from(known) == code)
            })
            .ok_or_else(|| X::invalid_value(de::Unexpected::Signed(code), &self))
    }

    fn visit_u64<X: de::Error>(self, code: u64) -> Result<R, X> {
        match i64::try_from(code) {
            Ok(code) => self.visit_i64(code),
            Err(_) => Err(X::invalid_value(de::Unexpected::Unsigned(code), &self)),
        }
    }

    fn visit_str<X: de::Error>(self, text: &str) -> Result<R, X> {
        R::ALL
            .iter()
            .copied()
            .find(|reason| reason.info().name().eq_ignore_ascii_case(text))
            .ok_or_else(|| X::invalid_value(de::Unexpected::Str(text), &self))
    }
}

pub(crate) fn reason<'de, R: crate::Reason, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<R, D::Error> {
    if deserializer.is_human_readable() {
        return deserializer.deserialize_any(ReasonVisitor(PhantomData));
    }
    let number = i32::deserialize(deserializer)?;
    let numbered = R::ALL
        .iter()
        .copied()
        .find(|reason| reason.info().code() == Some(number));
    let placed = usize::try_from(number)
        .ok()
        .and_then(|place| R::ALL.get(place).copied());
    match numbered.or(placed.filter(|reason| reason.info().code().is_none())) {
        Some(reason) => Ok(reason),
        None => Err(de::Error::custom("no such reason")),
    }
}

/// Reads a word of a closed list.
pub(crate) struct Word<W> {
    what: &'static str,
    from_id: fn(&str) -> Option<W>,
}

impl<W> Word<W> {
    pub(crate) fn new(what: &'static str, from_id: fn(&str) -> Option<W>) -> Self {
        Self { what, from_id }
    }
}

impl<W> Visitor<'_> for Word<W> {
    type Value = W;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a {} in lower snake case", self.what)
    }

    fn visit_str<X: de::Error>(self, text: &str) -> Result<W, X> {
        (self.from_id)(text).ok_or_else(|| X::invalid_value(de::Unexpected::Str(text), &self))
    }
}

word_serde!(Product);

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
