//! Whether a text is worth a closer look.

/// Whether a text may tell a failure. A quick look that never says no where [`recognise`] would find
/// something; most of most logs need no other.
///
/// [`recognise`]: super::recognise
#[must_use]
pub fn may_tell(text: &[u8]) -> bool {
    !text.is_empty()
}
