//! Why nothing is drafted.

use std::error::Error;
use std::fmt;

use crate::docs::RowCode;
use crate::drift::finding::list;

/// Why nothing is drafted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftError {
    /// So many codes are gone that the page is cut off, or another one.
    CutOff {
        /// Those that it lacks.
        gone: Vec<RowCode>,
        /// How many it should have.
        expected: usize,
    },
    /// The catalog is written in a style that nothing can be put into.
    Style,
    /// What would be written does not read as it should.
    Unsound {
        /// How many codes are new.
        added: usize,
    },
}

impl Error for DraftError {}

impl fmt::Display for DraftError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CutOff { gone, expected } => write!(
                f,
                "{} of {expected} codes are not on the page: {}\nis it cut off, or another page? if \
                 these codes are really gone, say so with --force",
                gone.len(),
                list(gone)
            ),
            Self::Style => f.write_str(
                "the catalog cannot be written into: its lists must have each item on lines of its \
                 own, beginning with `- `",
            ),
            Self::Unsound { added } => write!(
                f,
                "the file with its {added} new entries does not read back as it should, so nothing \
                 was written; draft from a page with fewer new rows"
            ),
        }
    }
}
