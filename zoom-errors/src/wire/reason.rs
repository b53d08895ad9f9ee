//! Reasons.

use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{self, Deserialize, Deserializer, Visitor};

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
