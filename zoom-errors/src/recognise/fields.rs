//! What a name of a field says.

use super::marks::spoken_for;
use crate::Product;
use crate::generated::FIELDS;
use crate::generated::lists::{ANYBODYS, IN_PROSE, STATUS_NAMES};

/// How products use the name of a field; the catalogs say so.
pub(crate) struct Field {
    /// In lower case without `_` and `-`.
    pub(crate) key: &'static str,
    /// As it is sent, where it holds a code.
    pub(crate) spelled: &'static [&'static str],
    /// Those that put the code there.
    pub(crate) codes: &'static [Product],
    /// Those that put it beside the code.
    pub(crate) beside: &'static [Product],
}

impl Field {
    /// As it is sent, if it holds a code.
    pub(super) fn name(&self) -> &'static str {
        self.spelled.first().copied().unwrap_or(self.key)
    }
}

/// A name as it stands in a text.
#[derive(Clone, Copy)]
pub(super) struct Name<'a> {
    pub(super) written: &'a str,
    pub(super) field: Option<&'static Field>,
}

impl<'a> Name<'a> {
    pub(super) fn new(written: &'a str) -> Self {
        Self {
            written,
            field: field(written).or_else(|| glued(written)),
        }
    }

    /// Whether a code may stand under it.
    pub(super) fn holds_code(self) -> bool {
        self.field.is_some_and(|field| !field.codes.is_empty())
            || self.is_in(IN_PROSE)
            || self.written.is_empty()
            || self.is_type()
    }

    pub(super) fn is_status(self) -> bool {
        self.is_in(STATUS_NAMES)
    }

    /// Whether a sentence tells a number by it.
    pub(super) fn is_prose(self) -> bool {
        let own = self
            .field
            .is_some_and(|field| !field.codes.is_empty() && !self.is_in(ANYBODYS));
        self.is_in(IN_PROSE) || own || self.is_type()
    }

    /// Whether it is a type of codes: `MobileRTCMeetError`.
    fn is_type(self) -> bool {
        let ends = |end: &str| self.written.ends_with(end);
        ["Error", "Errors", "Code", "Reason", "Result"]
            .into_iter()
            .any(ends)
            && spoken_for(self.written).is_some()
    }

    /// Whether it is spelled as Zoom spells it, and hardly anybody else: `errorCode` is, `code` and
    /// `error_code` are not.
    pub(super) fn is_zooms(self) -> bool {
        let spelled = |field: &Field| {
            field
                .spelled
                .iter()
                .any(|name| self.written.ends_with(name))
        };
        self.field.is_some_and(|field| {
            spelled(field) && (field.key == "errorcode" || !ANYBODYS.contains(&field.key))
        })
    }

    /// Whether hardly any program is without it.
    pub(super) fn is_anybodys(self) -> bool {
        self.is_in(&["code", "status"])
    }

    /// Whether products say that it holds the code of theirs.
    pub(super) fn claims(self, product: Product) -> bool {
        self.field
            .is_some_and(|field| field.codes.contains(&product))
    }

    fn is_in(self, names: &[&str]) -> bool {
        let mut buffer = [0; 40];
        fold(self.written, &mut buffer).is_some_and(|key| names.contains(&key))
    }
}

fn field(written: &str) -> Option<&'static Field> {
    let mut buffer = [0; 40];
    let key = fold(written, &mut buffer)?;
    let at = FIELDS.binary_search_by(|field| field.key.cmp(key)).ok()?;
    FIELDS.get(at)
}

/// `ObjecterrorCode`, as a copy from a console glues a type and its first field.
fn glued(written: &str) -> Option<&'static Field> {
    let fits = |name: &&str| {
        written.strip_suffix(name).is_some_and(|before| {
            let capital = |text: &str| text.starts_with(|c: char| c.is_ascii_uppercase());
            name.len() > 5
                && capital(before)
                && !capital(name)
                && before.ends_with(|c: char| c.is_ascii_lowercase())
        })
    };
    FIELDS.iter().find(|field| field.spelled.iter().any(&fits))
}

fn fold<'b>(written: &str, buffer: &'b mut [u8; 40]) -> Option<&'b str> {
    let mut length = 0;
    for byte in written.bytes().filter(|byte| !matches!(byte, b'_' | b'-')) {
        *buffer.get_mut(length)? = byte.to_ascii_lowercase();
        length += 1;
    }
    core::str::from_utf8(buffer.get(..length)?).ok()
}
