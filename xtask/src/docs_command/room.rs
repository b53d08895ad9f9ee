//! How much of what was found is kept and shown.

use crate::output::MOST;

/// How many findings are kept.
pub(super) struct Room {
    findings: usize,
    /// Bytes of the lines that they mark: each is read whole to be shown, and a page saved by a
    /// browser may have a single one.
    lines: usize,
}

impl Room {
    pub(super) const OF_PEOPLE: Self = Self {
        findings: MOST,
        lines: 64 << 20,
    };
    pub(super) const OF_PROGRAMS: Self = Self {
        findings: usize::MAX,
        lines: usize::MAX,
    };

    /// Whether there is room for one more that marks a line of this length.
    pub(super) fn take(&mut self, line: usize) -> bool {
        let left = self
            .findings
            .checked_sub(1)
            .zip(self.lines.checked_sub(line));
        if let Some((findings, lines)) = left {
            *self = Self { findings, lines };
        }
        left.is_some()
    }
}
