//! Why a page could not be read.

use std::error::Error;
use std::fmt;
use std::ops::Range;

use super::code_cell::MOST_CODES;
use super::layout::Layout;
use super::page::PageNote;
use crate::openapi::SpecError;

/// Why a page gave no codes. Each message says what was looked for and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The page has no mark of any layout.
    UnknownLayout,
    /// The form of the page does not keep what it says.
    Unsuitable {
        /// The form.
        form: &'static str,
    },
    /// The OpenAPI document is broken, or none.
    Specification(SpecError),
    /// One place lists more codes than any page does.
    TooManyCodes {
        /// Where, in bytes of the input.
        span: Range<usize>,
    },
    /// The page was read to its end and holds no code.
    NoCodes {
        /// How it was read.
        layout: Layout,
        /// The header rows of tables that name no code column.
        passed_over: Vec<String>,
        /// What was seen but could not be read.
        notes: Vec<PageNote>,
    },
}

impl Error for ReadError {}

impl ReadError {
    /// The place that the error is about, if it is about one.
    #[must_use]
    pub fn span(&self) -> Option<Range<usize>> {
        match self {
            Self::TooManyCodes { span } => Some(span.clone()),
            Self::Specification(error) => Some(error.at..error.at),
            Self::UnknownLayout | Self::Unsuitable { .. } | Self::NoCodes { .. } => None,
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsuitable { form } => write!(
                f,
                "this is {form}, whose tables break constants and texts in pieces; save the page as HTML, \
                 or as Markdown with pipe tables (`pandoc -t gfm`)"
            ),
            Self::Specification(error) => write!(f, "{error}"),
            Self::UnknownLayout => {
                f.write_str("the page's layout was not recognised")?;
                for layout in Layout::ALL {
                    write!(f, "\n  {}: looked for {}", layout.id(), layout.looked_for())?;
                }
                f.write_str("\nif the page is one of these, name it with --layout")
            }
            Self::TooManyCodes { .. } => write!(
                f,
                "one row lists more than {MOST_CODES} codes, which no page does\nis this the page as \
                 it was saved? if the codes are meant, give them several rows"
            ),
            Self::NoCodes {
                layout,
                passed_over,
                notes,
            } => {
                write!(
                    f,
                    "no error code was found on a page read as {} (--layout {})\n  looked for {}",
                    layout.title(),
                    layout.id(),
                    layout.looked_for(),
                )?;
                let tables = passed_over.iter();
                write_first(
                    f,
                    tables.map(|header| format!("passed over the table headed `{header}`")),
                )?;
                write_first(f, notes.iter().map(|note| note.text.clone()))?;
                f.write_str(
                    "\nis this the right page, saved to its end? if another layout fits, name it \
                     with --layout",
                )
            }
        }
    }
}

/// The first few of what was seen instead: what was meant is often among it.
fn write_first(
    f: &mut fmt::Formatter<'_>,
    seen: impl ExactSizeIterator<Item = String>,
) -> fmt::Result {
    const SHOWN: usize = 5;
    let more = seen.len().saturating_sub(SHOWN);
    for line in seen.take(SHOWN) {
        write!(f, "\n  {line}")?;
    }
    if more > 0 {
        write!(f, "\n  and {more} more")
    } else {
        Ok(())
    }
}
