//! The trait implementations that are the same for every generated enum.
//!
//! Generated code calls these macros with concrete names only: a variant may be called `Error` or
//! `Category`, and then `Self::Error` would be ambiguous.
//!
//! All functions are `#[inline]`, as those of generated code are: the compiler then makes machine code
//! for those alone that somebody calls, where they are called.

mod code;
mod reason;
#[cfg(feature = "strum")]
mod strum;
mod word;

pub(crate) use code::{code_enum, from_integers};
pub(crate) use reason::reason_enum;
#[cfg(feature = "strum")]
pub(crate) use strum::strum_traits;
// Only products that have errors of this kind use it.
#[allow(unused_imports)]
pub(crate) use word::string_enum;
