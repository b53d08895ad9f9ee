//! A text of a document and its place in it, in either notation.

use std::ops::Range;

use serde::Deserialize;
use serde_json::value::RawValue;

/// A text that knows where it stands.
pub(super) trait Placed {
    /// The text, escapes resolved; none if there is something else.
    fn text(&self) -> Option<String>;

    /// Where it stands in the document.
    fn span(&self, document: &str) -> Range<usize>;
}

/// A value of a JSON document, as written.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct JsonText<'a>(#[serde(borrow)] &'a RawValue);

impl Placed for JsonText<'_> {
    fn text(&self) -> Option<String> {
        serde_json::from_str(self.0.get()).ok()
    }

    fn span(&self, document: &str) -> Range<usize> {
        let raw = self.0.get();
        // It is borrowed from the document.
        let start = (raw.as_ptr() as usize).saturating_sub(document.as_ptr() as usize);
        let start = start.min(document.len());
        start..(start + raw.len()).min(document.len())
    }
}

/// A value of a YAML document.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct YamlText(serde_yaml::Spanned<Option<String>>);

impl Placed for YamlText {
    fn text(&self) -> Option<String> {
        self.0.value.clone()
    }

    fn span(&self, document: &str) -> Range<usize> {
        let span = self.0.referenced.span();
        let place = |place: Option<u64>| place.and_then(|place| usize::try_from(place).ok());
        let start = place(span.byte_offset()).unwrap_or(0).min(document.len());
        let end = (start + place(span.byte_len()).unwrap_or(0)).min(document.len());
        match document.get(start..end) {
            Some(_) => start..end,
            None => 0..0,
        }
    }
}
