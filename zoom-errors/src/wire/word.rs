//! What is told by a word.

use core::fmt;

use serde_core::de::{self, Visitor};

use crate::Product;

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

word_serde!(Product);

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
