//! TODO docs
#![no_std]

mod class;
mod date;
mod explain;
mod impls;
mod observed;
mod parse;
mod reason;
mod remediation;
mod row;
mod source;
mod text;
mod vocabulary;
#[cfg(feature = "serde")]
mod wire;

// Formatted by the generator, not by rustfmt.
#[rustfmt::skip]
mod generated;

pub use class::{Class, CodeRange, Guidance};
pub use date::Date;
pub use explain::{ErrorCode, Explain, Reason};
pub use generated::*;
pub use observed::Observed;
pub use parse::{ParseCodeError, UnknownCode};
pub use reason::ReasonInfo;
pub use remediation::Remediation;
pub use source::Source;
pub use vocabulary::{Actor, Advice, Carrier, Kind, Origin, Retry, SourceKind};
