//! Payloads that are spread over several lines, as pretty printers write them.
//!
//! A log of JSON lines never looks like this: a line that opens a bracket at its first column and
//! does not close it, then lines that are indented or begin with what can only stand inside JSON.

/// Where a text stands between its brackets.
#[derive(Default)]
pub(super) struct Brackets {
    depth: usize,
    in_string: bool,
    escaped: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum State {
    /// More has to follow.
    Open,
    /// The outermost bracket is closed.
    Closed,
    /// This is no JSON: a line ends inside a string.
    Broken,
}

impl Brackets {
    /// Reads on.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> State {
        for byte in bytes {
            match (byte, self.in_string) {
                (b'\n', true) => return State::Broken,
                (_, true) if self.escaped => self.escaped = false,
                (b'\\', true) => self.escaped = true,
                (b'"', _) => self.in_string = !self.in_string,
                (b'{' | b'[', false) => self.depth += 1,
                (b'}' | b']', false) => {
                    self.depth = self.depth.saturating_sub(1);
                    if self.depth == 0 {
                        return State::Closed;
                    }
                }
                _ => {}
            }
        }
        State::Open
    }
}

/// Whether a payload begins with this line and goes on in the next.
pub(super) fn opens(line: &[u8]) -> Option<Brackets> {
    let mut brackets = Brackets::default();
    let first = line.first()?;
    let open = matches!(first, b'{' | b'[') && brackets.feed(line) == State::Open;
    open.then_some(brackets)
}

/// Whether a line can be a further line of a payload.
pub(super) fn continues(line: &[u8]) -> bool {
    matches!(
        line.first(),
        Some(b' ' | b'\t' | b'\r' | b'\n' | b'"' | b'}' | b']' | b',')
    )
}
