//! How a command ended.

/// How a command ended when nothing went wrong with running it.
pub(crate) enum Outcome {
    /// Everything is as it should be.
    Fine,
    /// Something was found that a person has to act on; it has been printed.
    Found,
}
