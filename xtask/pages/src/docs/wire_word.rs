//! A code that is no number.

use std::fmt;

/// A word on the wire, such as `1002_006` or `invalid_grant`; short, and copied like a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WireWord {
    bytes: [u8; Self::LONGEST],
    length: u8,
}

impl WireWord {
    /// The longest word in bytes.
    pub const LONGEST: usize = 47;

    /// A word of letters, digits and the signs that join them.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
        if word.is_empty() || !word.bytes().all(fits) {
            return None;
        }
        let mut bytes = [0; Self::LONGEST];
        bytes
            .get_mut(..word.len())?
            .copy_from_slice(word.as_bytes());
        Some(Self {
            bytes,
            length: u8::try_from(word.len()).ok()?,
        })
    }

    /// The word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let bytes = self
            .bytes
            .get(..usize::from(self.length))
            .unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl fmt::Display for WireWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for WireWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}
