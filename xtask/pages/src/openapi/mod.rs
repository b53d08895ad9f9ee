//! Reads OpenAPI 3 documents, as the REST reference offers them for download: which operation
//! documents which code, under which status, with which message.
//!
//! ```text
//! text ─▶ document (serde; JSON or YAML) ─▶ description ─▶ Specification
//! ```

mod call;
mod description;
mod document;
mod halves;
mod placed;
mod sameness;
mod spec_error;
mod specification;

#[cfg(test)]
mod tests;

pub use call::Call;
pub use document::{begins_document, is_document};
pub use halves::Halves;
pub use sameness::bare;
pub use spec_error::SpecError;
pub use specification::{Fact, OperationUse, Specification, Unread};
