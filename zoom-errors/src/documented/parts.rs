//! Messages with placeholders, and the texts that fit them.

/// Stands in a folded message for one or more characters. The generator writes it.
const ANY: u8 = 0;

/// Whether a text is a folded message, printed in whatever way.
pub(super) fn fit(parts: &str, text: &str) -> bool {
    fits(parts, Folded::new(text))
}

/// Whether a text is a folded message, with anything in place of the placeholders.
fn fits(parts: &str, text: Folded<'_>) -> bool {
    let parts = parts.as_bytes();
    // Mostly the beginning needs no folding, and tells that they differ.
    let same = same(parts, text.rest);
    let (mut at, mut rest) = match (parts.get(same), text.rest.get(same)) {
        (Some(&ANY), Some(_)) => (same, text.behind(same)),
        (_, Some(byte)) if byte.is_ascii_alphanumeric() => return false,
        (Some(_), None) => return false,
        (None, None) => return true,
        // A space may go on behind the place.
        _ => {
            let place = same.saturating_sub(1);
            (place, text.behind(place))
        }
    };
    if !ends_alike(parts, text.rest) {
        return false;
    }
    // The place behind the last placeholder, and the text from which it was tried last.
    let mut back: Option<(usize, Folded<'_>)> = None;
    loop {
        match (parts.get(at), rest.next()) {
            (None, None) => return true,
            (Some(&ANY), Some(_)) => {
                at += 1;
                if at == parts.len() {
                    return true;
                }
                back = Some((at, rest));
                continue;
            }
            (Some(part), Some(byte)) if *part == byte => {
                at += 1;
                continue;
            }
            // The text ended inside the message; no later start can help.
            (Some(_), None) => return false,
            _ => {}
        }
        // One character more for the last placeholder.
        let Some((behind, mut later)) = back else {
            return false;
        };
        if later.next().is_none() {
            return false;
        }
        back = Some((behind, later));
        (at, rest) = (behind, later);
    }
}

/// Whether a text may end as a message, by its last word: letters and digits are not folded away.
fn ends_alike(parts: &[u8], text: &[u8]) -> bool {
    let ends = parts.iter().rev().zip(text.iter().rev());
    let mut word = ends.take_while(|(part, byte)| **part != ANY && byte.is_ascii_alphanumeric());
    word.all(|(part, byte)| *part == byte.to_ascii_lowercase())
}

/// How many bytes at the beginning are the same, but for the case of the text.
fn same(parts: &[u8], text: &[u8]) -> usize {
    const STEP: usize = 8;
    let mut same = 0;
    let steps = parts.chunks_exact(STEP).zip(text.chunks_exact(STEP));
    for (parts, text) in steps {
        let [mut parts_step, mut step] = [[0; STEP]; 2];
        parts_step.copy_from_slice(parts);
        step.copy_from_slice(text);
        step.make_ascii_lowercase();
        let differs = u64::from_le_bytes(parts_step) ^ u64::from_le_bytes(step);
        if differs != 0 {
            return same + differs.trailing_zeros() as usize / 8;
        }
        same += STEP;
    }
    let rest = parts.iter().zip(text).skip(same);
    let rest = rest.take_while(|(part, byte)| **part == byte.to_ascii_lowercase());
    same + rest.count()
}

/// A text that is held against many messages.
pub(crate) struct Said<'a> {
    text: Folded<'a>,
    /// Its first bytes; zeros behind a shorter one.
    head: u64,
}

/// How many bytes the head of a message has.
pub(crate) const HEAD: usize = 8;

impl<'a> Said<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let text = Folded::new(text);
        let mut head = [0; HEAD];
        match text.rest.first_chunk::<HEAD>() {
            // Mostly nothing is folded away there.
            Some(plain) if text.rest.len() > HEAD && is_plain(plain) => {
                head = *plain;
                head.make_ascii_lowercase();
            }
            _ => head.iter_mut().zip(text).for_each(|(to, byte)| *to = byte),
        }
        Self {
            text,
            head: u64::from_le_bytes(head),
        }
    }

    /// Whether this is a folded message.
    pub(crate) fn fits(&self, parts: &str) -> bool {
        fits(parts, self.text)
    }

    /// Whether a message that begins so may be this: most are told apart by their first bytes, up to
    /// a placeholder, with zeros behind.
    #[inline]
    pub(crate) fn may_fit(&self, head: &[u8]) -> bool {
        let head = head
            .first_chunk()
            .map_or(0, |head| u64::from_le_bytes(*head));
        // Most have as many bytes as there is place for.
        match head.leading_zeros() & !7 {
            0 => head == self.head,
            behind => u64::MAX
                .checked_shr(behind)
                .is_none_or(|given| (self.head ^ head) & given == 0),
        }
    }
}

/// Whether nothing of some bytes is folded away, but for their case. The first is no space.
fn is_plain(bytes: &[u8; HEAD]) -> bool {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() | (*byte == b' ');
    bytes.iter().fold(true, |all, byte| all & plain(byte))
        && bytes.windows(2).all(|two| two != b"  ")
}

/// The bytes of a text, folded as the generator folds messages.
#[derive(Clone, Copy)]
struct Folded<'a> {
    rest: &'a [u8],
    space: bool,
}

impl<'a> Folded<'a> {
    /// The same without its first bytes.
    fn behind(self, count: usize) -> Self {
        Self {
            rest: self.rest.get(count..).unwrap_or_default(),
            ..self
        }
    }

    fn new(text: &'a str) -> Self {
        let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        // Mostly it is a sentence.
        let sentence = text.strip_suffix('.').unwrap_or(text).as_bytes();
        if plain(sentence.first()) && plain(sentence.last()) {
            return Self {
                rest: sentence,
                space: false,
            };
        }
        let ignored = |c: char| c.is_whitespace() || matches!(c, '.' | '`' | '*');
        let end = text.trim_end_matches(ignored);
        let start = end.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '`' | '*'));
        Self {
            rest: start.as_bytes(),
            space: false,
        }
    }
}

impl Iterator for Folded<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        while let Some((byte, rest)) = self.rest.split_first() {
            match byte {
                b'`' | b'*' => {}
                byte if byte.is_ascii_whitespace() => self.space = true,
                _ if self.space => {
                    self.space = false;
                    return Some(b' ');
                }
                byte => {
                    self.rest = rest;
                    return Some(byte.to_ascii_lowercase());
                }
            }
            self.rest = rest;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{ANY, HEAD, Said};
    use crate::{Product, ZoomError};

    /// As the generator has to write it.
    fn head(parts: &str) -> [u8; HEAD] {
        let mut head = [0; HEAD];
        let given = parts.bytes().take_while(|byte| *byte != ANY);
        head.iter_mut().zip(given).for_each(|(to, byte)| *to = byte);
        head
    }

    fn fits(parts: &str, said: &str) -> bool {
        let said_is = Said::new(said);
        let fits = said_is.fits(parts);
        assert!(!fits || said_is.may_fit(&head(parts)), "{said}");
        fits
    }

    #[test]
    fn the_heads_are_those_of_the_messages() {
        let spaces = Product::ALL.iter().filter_map(|product| {
            let first = ZoomError::all().find(|error| error.product() == *product);
            Some(first?.entry().space)
        });
        for space in spaces {
            let heads = space.responses.iter().flat_map(|one| head(one.parts));
            assert!(space.heads.iter().copied().eq(heads), "{:?}", space.product);
        }
    }

    #[test]
    fn every_message_fits_itself_with_as_many_bytes_given() {
        for response in ZoomError::all().flat_map(|error| error.entry().responses()) {
            let said = response.parts.replace(char::from(ANY), "x");
            assert!(fits(response.parts, &said), "{response:?}");
            let given = response.parts.bytes().filter(|byte| *byte != ANY);
            assert_eq!(
                given.count(),
                usize::from(response.literal()),
                "{response:?}"
            );
        }
    }

    #[test]
    fn a_head_tells_messages_apart() {
        let may_fit = |parts, said| Said::new(said).may_fit(&head(parts));
        assert!(may_fit("user \0 does not exist", "User x is gone"));
        assert!(!may_fit("user \0 does not exist", "The user is gone"));
        assert!(!may_fit("the token", "Those tokens"));
        assert!(!may_fit("invalid", "invalie"));
        assert!(!may_fit("invalid access", "invalid"));
        assert!(may_fit("\0", "x"));
        assert!(may_fit("\0", ""));
        assert!(!may_fit("a", ""));
    }

    #[test]
    fn a_message_fits_whatever_it_was_printed_with() {
        let parts = "user \0 does not exist";
        for text in [
            "User abc does not exist.",
            "user  abc\n does NOT exist",
            "User `abc` does not exist. ",
            "User does not exist does not exist",
            "**User x does not exist**",
        ] {
            assert!(fits(parts, text), "{text}");
        }
        for text in [
            "User does not exist.",
            "User  does not exist.",
            "User abc does not exist here.",
            "The user abc does not exist.",
            "User abc does not * exist`s",
            "User abc did not exist.",
            "",
        ] {
            assert!(!fits(parts, text), "{text}");
        }
        assert!(fits("\0: \0", "a: b: c"));
        assert!(fits("no id \0", "No id é"));
        assert!(!fits("\0", ""));
        assert!(fits("a", "A."));
        assert!(fits(
            "the id \0 is in use by another",
            "The id\t`1`  is *in* use\nby another."
        ));
        assert!(fits(
            "a list of the ids that \0 has",
            "A list of the ids  that a that has"
        ));
        assert!(!fits("a list of the ids", "a list of the  idx"));
        assert!(fits("what is it?", "What  is it?"));
    }
}
