//! Bytes as they come, in UTF-8 or UTF-16.

use std::io::{self, Read};

/// What the bytes are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    /// Not known before the first bytes.
    Unknown,
    /// UTF-8, or whatever the terminal shows.
    Plain,
    /// As PowerShell redirects output.
    Utf16 { big: bool },
}

pub(super) struct Input {
    source: Box<dyn Read + Send>,
    block: Vec<u8>,
    encoding: Encoding,
    /// Bytes of a character that is not whole.
    rest: Vec<u8>,
}

impl Input {
    /// Reads so many bytes at once.
    pub(super) fn new(source: Box<dyn Read + Send>, block: usize) -> Self {
        Self {
            source,
            block: vec![0; block],
            encoding: Encoding::Unknown,
            rest: Vec::new(),
        }
    }

    /// Reads on, as much as there is. Gives how many bytes came; at the end none.
    pub(super) fn read(&mut self, text: &mut Vec<u8>) -> io::Result<usize> {
        let count = loop {
            match self.source.read(&mut self.block) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                count => break count?,
            }
        };
        let bytes = self.block.get(..count).unwrap_or_default();
        if self.encoding == Encoding::Unknown && count > 0 {
            self.encoding = encoding(bytes);
        }
        match self.encoding {
            Encoding::Utf16 { big } => {
                self.rest.extend_from_slice(bytes);
                utf16(&mut self.rest, big, count == 0, text);
            }
            _ => text.extend_from_slice(bytes),
        }
        Ok(count)
    }
}

/// UTF-16 has a mark, and of Latin letters every other byte is zero.
fn encoding(bytes: &[u8]) -> Encoding {
    let start = bytes.get(..bytes.len().min(64)).unwrap_or_default();
    let zeros = |at: usize| {
        start
            .iter()
            .skip(at)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let many = start.len() / 5;
    match start {
        [_, _, _, _, ..] if zeros(1) > many && zeros(0) == 0 => Encoding::Utf16 { big: false },
        [_, _, _, _, ..] if zeros(0) > many && zeros(1) == 0 => Encoding::Utf16 { big: true },
        _ => Encoding::Plain,
    }
}

/// Turns whole characters into UTF-8 and leaves the rest.
fn utf16(rest: &mut Vec<u8>, big: bool, at_end: bool, text: &mut Vec<u8>) {
    let units: Vec<u16> = rest
        .chunks_exact(2)
        .filter_map(|pair| <[u8; 2]>::try_from(pair).ok())
        .map(|pair| {
            if big {
                u16::from_be_bytes(pair)
            } else {
                u16::from_le_bytes(pair)
            }
        })
        .collect();
    // The first half of a pair waits for the second.
    let waits = units
        .last()
        .is_some_and(|last| (0xd800..0xdc00).contains(last))
        && !at_end;
    let whole = units.len() - usize::from(waits);
    let mut buffer = [0; 4];
    for character in char::decode_utf16(units.into_iter().take(whole)) {
        let character = character.unwrap_or(char::REPLACEMENT_CHARACTER);
        text.extend_from_slice(character.encode_utf8(&mut buffer).as_bytes());
    }
    rest.drain(..2 * whole);
}
