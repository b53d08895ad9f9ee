//! Reasons.

use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{self, Deserializer, Visitor};

/// A sub-code as a number; any other reason as its name.
macro_rules! reason_serde {
    ($R:ident) => {
        impl serde_core::Serialize for $R {
            fn serialize<S: serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                match self.entry().code() {
                    Some(code) => serializer.serialize_i32(code),
                    None => serializer.serialize_str(self.entry().name()),
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
                let known = reason.entry().code();
                known.is_some_and(|known| i64::from(known) == code)
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
            .find(|reason| reason.name().eq_ignore_ascii_case(text))
            .ok_or_else(|| X::invalid_value(de::Unexpected::Str(text), &self))
    }
}

pub(crate) fn reason<'de, R: crate::Reason, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<R, D::Error> {
    if deserializer.is_human_readable() {
        return deserializer.deserialize_any(ReasonVisitor(PhantomData));
    }
    let numbered = R::ALL.iter().any(|reason| reason.entry().code().is_some());
    if numbered {
        deserializer.deserialize_i32(ReasonVisitor(PhantomData))
    } else {
        deserializer.deserialize_str(ReasonVisitor(PhantomData))
    }
}
