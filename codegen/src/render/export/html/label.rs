//! Words of closed lists as people read them.

/// A word of a closed list as a label: `after_fix` becomes `After fix`.
pub(super) fn label(id: &str) -> String {
    let mut words = id.replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
