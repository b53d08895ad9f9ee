//! Where codes were read.

use core::fmt;

use crate::{Date, SourceKind};

/// The page, header or package that states a code.
///
/// ```
/// use zoom_errors::{SourceKind, rest_api::RestApiError as E};
///
/// let source = E::NoPermission.source_page();
/// assert_eq!(source.kind(), SourceKind::Page);
/// assert!(source.url().unwrap().starts_with("https://developers.zoom.us/"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) url: Option<&'static str>,
    pub(crate) retrieved: Option<Date>,
    pub(crate) kind: SourceKind,
}

impl Source {
    /// A short id, unique among the sources of a product.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Its title.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// Its address, where that is known for certain.
    #[must_use]
    pub const fn url(&self) -> Option<&'static str> {
        self.url
    }

    /// The day on which it was saved, where that is known.
    #[must_use]
    pub const fn retrieved(&self) -> Option<Date> {
        self.retrieved
    }

    /// How authoritative it is.
    #[must_use]
    pub const fn kind(&self) -> SourceKind {
        self.kind
    }
}

/// Writes the title, and the address behind it where it is known.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.title)?;
        match self.url {
            Some(url) => write!(f, " <{url}>"),
            None => Ok(()),
        }
    }
}
