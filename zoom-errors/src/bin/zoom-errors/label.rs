//! What people call an error.

use zoom_errors::{Class, ZoomError};

/// The constant, or the word in place of a number.
pub(crate) fn label(error: ZoomError) -> &'static str {
    error.word().unwrap_or(error.name())
}

/// The label, and the number where there is one.
pub(crate) fn title(error: ZoomError) -> String {
    match error.code() {
        Some(code) => format!("{} ({code})", label(error)),
        None => label(error).to_owned(),
    }
}

/// `meetings/3001` or `oauth/invalid_grant`.
pub(crate) fn address(error: ZoomError) -> String {
    match error.code() {
        Some(code) => format!("{}/{code}", error.product().id()),
        None => format!("{}/{}", error.product().id(), label(error)),
    }
}

/// The section for people.
pub(crate) fn section(error: ZoomError) -> &'static str {
    error.class().map_or("told by a word", Class::title)
}

/// Every name that it goes by.
pub(crate) fn names(error: ZoomError) -> impl Iterator<Item = &'static str> {
    let names = [Some(error.name()), error.word()];
    names.into_iter().flatten().chain(error.aliases().iter().copied())
}

/// The error that it points to, if it points to another.
pub(crate) fn same_as(error: ZoomError) -> Option<ZoomError> {
    Some(error.canonical()).filter(|canonical| *canonical != error)
}
