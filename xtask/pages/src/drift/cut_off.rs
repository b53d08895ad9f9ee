//! When a page lacks so much that it is not what it was.

/// Fewer gone codes than that are told one by one however small the catalog is.
pub(super) const FEW: usize = 4;

/// A page loses more of its codes than it would if people had edited it.
pub(super) fn too_many(gone: usize, expected: usize) -> bool {
    gone.saturating_mul(10) > expected
}
