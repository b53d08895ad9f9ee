//! serde: a number on the wire, and whatever people write for it on the way in.

mod code;
mod reason;
mod word;
mod zoom_error;

pub(crate) use code::{code_serde, listed};
pub(crate) use reason::{reason, reason_serde};
// No product need have errors that are told by a word.
#[allow(unused_imports)]
pub(crate) use word::string_serde;
pub(crate) use word::{Word, word_serde};
