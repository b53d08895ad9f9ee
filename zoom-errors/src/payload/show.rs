//! How decoded payloads are written: in one short line, whatever a server put into them.

use alloc::string::String;
use core::fmt;

use crate::text;
use crate::{Class, Entry, Remediation, ZoomError};

/// The longest piece of foreign text in a line.
const LONGEST: usize = 200;

/// How many entries of a list a debug view shows.
const MOST: usize = 10;

/// What a line says, in the order in which it says it.
pub(super) struct Line<'a> {
    pub(super) code: Option<i32>,
    pub(super) raw_code: Option<&'a str>,
    pub(super) error: Option<ZoomError>,
    /// The error of the constant, where that is another one.
    pub(super) also: Option<ZoomError>,
    pub(super) class: Option<&'static Class>,
    pub(super) reason: Option<&'static Entry>,
    pub(super) message: Option<&'a str>,
    pub(super) remediation: Option<Remediation>,
}

impl Line<'_> {
    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.error, self.code, self.raw_code) {
            (Some(error), ..) => write_mark(f, error)?,
            (None, Some(code), _) => {
                f.write_str("unlisted code ")?;
                text::write_number(f, code.into())?;
                if let Some(class) = self.class {
                    write!(f, " ({})", class.title())?;
                }
            }
            (None, None, Some(raw)) => write!(f, "unlisted code {}", Excerpt(raw))?,
            (None, None, None) => f.write_str("no error code")?,
        }
        if let Some(also) = self.also {
            f.write_str(", named ")?;
            write_mark(f, also)?;
        }
        if let Some(reason) = self.reason {
            write!(f, ", {}", reason.name())?;
        }
        let summary = self.reason.map(Entry::summary);
        let summary = summary.or(self.error.map(ZoomError::summary));
        if let Some(message) = self.message.or(summary) {
            write!(f, ": {}", Excerpt(message))?;
        }
        match self.remediation {
            Some(steps) if f.alternate() && !steps.is_empty() => write!(f, "\n{steps}"),
            _ => Ok(()),
        }
    }
}

/// `NAME (code)`, or the word.
fn write_mark(f: &mut fmt::Formatter<'_>, error: ZoomError) -> fmt::Result {
    match error.code() {
        Some(code) => {
            f.write_str(error.name())?;
            f.write_str(" (")?;
            text::write_number(f, code.into())?;
            f.write_str(")")
        }
        None => f.write_str(error.word().unwrap_or_default()),
    }
}

/// Foreign text in one line: cut when it is long, and without characters that steer a terminal,
/// turn the direction of writing or do not show.
pub(crate) struct Excerpt<'a>(pub(crate) &'a str);

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write;

        for (written, character) in self.0.trim().chars().enumerate() {
            if written == LONGEST {
                return f.write_str("…");
            }
            match character {
                _ if character.is_control() => write!(f, "{}", character.escape_default())?,
                _ if is_unseen(character) => write!(f, "{}", character.escape_unicode())?,
                _ => f.write_char(character)?,
            }
        }
        Ok(())
    }
}

/// Whether a character turns the direction of writing or takes no room, control characters aside.
fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

/// The same between quotation marks.
impl fmt::Debug for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
    }
}

/// A debug view of what is there.
pub(crate) struct Sketch<'a, 'b>(fmt::DebugStruct<'a, 'b>);

impl<'a, 'b> Sketch<'a, 'b> {
    pub(crate) fn new(f: &'a mut fmt::Formatter<'b>, name: &str) -> Self {
        Sketch(f.debug_struct(name))
    }

    pub(crate) fn field<T: fmt::Debug>(mut self, name: &str, value: &Option<T>) -> Self {
        if let Some(value) = value {
            self.0.field(name, value);
        }
        self
    }

    pub(crate) fn text(self, name: &str, text: &Option<String>) -> Self {
        self.field(name, &text.as_deref().map(Excerpt))
    }

    pub(crate) fn list<T: fmt::Debug>(mut self, name: &str, values: &[T]) -> Self {
        if !values.is_empty() {
            self.0.field(name, &List(values));
        }
        self
    }

    /// A value that may hold foreign text.
    pub(crate) fn brief<T: fmt::Debug>(self, name: &str, value: &Option<T>) -> Self {
        self.field(name, &value.as_ref().map(Brief))
    }

    pub(crate) fn finish(mut self) -> fmt::Result {
        self.0.finish_non_exhaustive()
    }
}

/// The first entries of a list.
struct List<'a, T>(&'a [T]);

impl<T: fmt::Debug> fmt::Debug for List<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_list();
        list.entries(self.0.iter().take(MOST).map(Brief));
        match self.0.len() > MOST {
            true => list.finish_non_exhaustive(),
            false => list.finish(),
        }
    }
}

/// The debug view of a value, cut when it is long.
struct Brief<T>(T);

impl<T: fmt::Debug> fmt::Debug for Brief<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write;

        let mut cut = Cut {
            to: f,
            left: LONGEST,
        };
        match write!(cut, "{:?}", self.0) {
            Err(_) if cut.left == 0 => cut.to.write_str("…"),
            outcome => outcome,
        }
    }
}

/// Writes so many characters and fails on the next one.
struct Cut<'a, 'b> {
    to: &'a mut fmt::Formatter<'b>,
    left: usize,
}

impl fmt::Write for Cut<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        match text.char_indices().nth(self.left) {
            Some((end, _)) => {
                self.left = 0;
                self.to.write_str(text.get(..end).unwrap_or_default())?;
                Err(fmt::Error)
            }
            None => {
                self.left -= text.chars().count();
                self.to.write_str(text)
            }
        }
    }
}
