//! The words of a text, however it was quoted, escaped or encoded.

use alloc::vec::Vec;

/// A run of letters, digits and `_`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Word {
    pub(super) fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// Splits a text. Escapes such as `\n`, `\u201c` and `%20` part words, as they do when decoded.
pub(super) fn words(text: &str) -> Vec<Word> {
    let bytes = text.as_bytes();
    let mut words = Vec::with_capacity(bytes.len() / 6 + 1);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if is_part(byte) {
            let start = at;
            while bytes.get(at).copied().is_some_and(is_part) {
                at += 1;
            }
            words.push(Word { start, end: at });
            continue;
        }
        at += match byte {
            b'\\' => escape(bytes, at),
            b'%' if bytes
                .get(at + 1..at + 3)
                .is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)) =>
            {
                3
            }
            _ => 1,
        };
    }
    words
}

/// Letters beyond ASCII belong to words, typographic quotes and spaces (U+2000 to U+2FFF) do not.
fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || byte == b'_'
        || (byte >= 0x80 && !matches!(byte, 0xe2 | 0x80..=0xbf))
}

/// How long an escape is, with whatever backslashes stand before it.
fn escape(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at + 1) {
        Some(b'n' | b'r' | b't') => 2,
        Some(b'u')
            if bytes
                .get(at + 2..at + 6)
                .is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)) =>
        {
            6
        }
        _ => 1,
    }
}

/// How long the names in a list are that begin with a letter, as bits: most words are none of them.
pub(super) struct Lengths([u64; 32]);

impl Lengths {
    pub(super) const NONE: Self = Self([0; 32]);

    pub(super) const fn with(mut self, name: &str) -> Self {
        assert!(name.len() < 64);
        let first = name.as_bytes()[0] % 32;
        self.0[first as usize] |= 1 << name.len();
        self
    }

    pub(super) const fn with_all(mut self, names: &[&str]) -> Self {
        let mut at = 0;
        while at < names.len() {
            self = self.with(names[at]);
            at += 1;
        }
        self
    }

    /// Whether a name may be in the list, in whatever case.
    pub(super) fn has(&self, name: &[u8]) -> bool {
        let first = name.first().map_or(0, |first| first % 32);
        name.len() < 64
            && self
                .0
                .get(usize::from(first))
                .is_some_and(|bits| bits >> name.len() & 1 == 1)
    }
}
