//! Short digests, so that a changed text is noticed without the text being kept.

use std::fmt;

use sha2::{Digest as _, Sha256};

/// The first bytes of a SHA-256. Only a text and its former self are ever compared, so a few do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Digest([u8; Digest::LENGTH]);

impl Digest {
    const LENGTH: usize = 6;

    /// The digest of texts, none of which runs into the next.
    pub(super) fn of(texts: &[&str]) -> Self {
        let mut hash = Sha256::new();
        for text in texts {
            let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
            hash.update(length.to_le_bytes());
            hash.update(text.as_bytes());
        }
        let mut digest = [0; Self::LENGTH];
        for (to, from) in digest.iter_mut().zip(hash.finalize()) {
            *to = from;
        }
        Self(digest)
    }

    /// Reads what `Display` writes.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let plain = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        if text.len() != 2 * Self::LENGTH || !text.chars().all(plain) {
            return None;
        }
        let mut digest = [0; Self::LENGTH];
        for (at, to) in digest.iter_mut().enumerate() {
            *to = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
        }
        Some(Self(digest))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_tell_texts_apart_and_survive_writing() {
        let digest = Digest::of(&["ab", "c"]);
        assert_ne!(digest, Digest::of(&["a", "bc"]));
        assert_ne!(digest, Digest::of(&["abc"]));
        assert_eq!(Digest::parse(&digest.to_string()), Some(digest));
    }

    #[test]
    fn the_value_never_changes() {
        // Or every reviewed row would have to be reviewed again.
        assert_eq!(Digest::of(&["text"]).to_string(), "ca22aad3122c");
    }

    #[test]
    fn other_spellings_are_no_digests() {
        for text in [
            "",
            "0123456789a",
            "0123456789ABC",
            "0123456789AB",
            "+123456789ab",
        ] {
            assert_eq!(Digest::parse(text), None, "{text}");
        }
    }
}
