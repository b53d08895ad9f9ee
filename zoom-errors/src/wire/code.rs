//! Codes, listed or not.

use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{self, Deserialize, Deserializer, Visitor};
use serde_core::ser::{Serialize, Serializer};

use crate::{ErrorCode, Observed, parse};

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
        match token::<E, D>(deserializer)? {
            Token::Named(error) => Ok(error.into()),
            Token::Number(code) => i32::try_from(code)
                .map(Observed::new)
                .map_err(|_| unlisted::<E, D::Error>(code)),
        }
    }
}
