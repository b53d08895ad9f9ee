//! What a name of a field says.

use super::marks::spoken_for;
use super::words::Lengths;
use crate::Product;
use crate::generated::lists::{ANYBODYS, IN_PROSE, STATUS_NAMES};
use crate::generated::{FIELD_NAMES, FIELDS};

/// How products use the name of a field; the catalogs say so.
pub(crate) struct Field {
    /// In lower case without `_` and `-`.
    pub(crate) key: &'static str,
    /// As it is sent, where it holds a code.
    pub(crate) spelled: &'static [&'static str],
    /// Those that put the code there, in their order.
    pub(crate) codes: &'static [Product],
    /// Those that put it beside the code, in their order.
    pub(crate) beside: &'static [Product],
}

impl Field {
    /// Whether a product puts its code there.
    pub(super) fn holds(&self, product: Product) -> bool {
        self.codes.binary_search(&product).is_ok()
    }

    /// Whether a product puts it beside the code.
    pub(super) fn is_beside(&self, product: Product) -> bool {
        self.beside.binary_search(&product).is_ok()
    }

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
    holds_code: bool,
    is_status: bool,
    is_prose: bool,
    is_zooms: bool,
    is_anybodys: bool,
}

impl<'a> Name<'a> {
    pub(super) fn new(written: &'a str) -> Self {
        let mut buffer = [0; 40];
        let key = fold(written, &mut buffer);
        let key_in_lists = key.filter(|key| LISTED.has(key));
        let is_in = |names: &[&str]| {
            key_in_lists.is_some_and(|key| names.iter().any(|name| name.as_bytes() == key))
        };
        let field = key.and_then(field).or_else(|| glued(written));
        let codes = field.filter(|field| !field.codes.is_empty());
        let told = is_in(IN_PROSE) || is_type(written);
        let spelled = |field: &Field| field.spelled.iter().any(|name| written.ends_with(name));
        let common = |field: &Field| field.key != "errorcode" && ANYBODYS.contains(&field.key);
        Self {
            written,
            field,
            holds_code: codes.is_some() || told || written.is_empty(),
            is_status: is_in(STATUS_NAMES),
            is_prose: codes.is_some() && !is_in(ANYBODYS) || told,
            is_zooms: field.is_some_and(|field| spelled(field) && !common(field)),
            is_anybodys: is_in(&["code", "status"]),
        }
    }

    /// Whether a code may stand under it.
    pub(super) fn holds_code(self) -> bool {
        self.holds_code
    }

    pub(super) fn is_status(self) -> bool {
        self.is_status
    }

    /// Whether a sentence tells a number by it.
    pub(super) fn is_prose(self) -> bool {
        self.is_prose
    }

    /// Whether it is spelled as Zoom spells it, and hardly anybody else: `errorCode` is, `code` and
    /// `error_code` are not.
    pub(super) fn is_zooms(self) -> bool {
        self.is_zooms
    }

    /// Whether hardly any program is without it.
    pub(super) fn is_anybodys(self) -> bool {
        self.is_anybodys
    }

    /// Whether products say that it holds the code of theirs.
    pub(super) fn claims(self, product: Product) -> bool {
        self.field.is_some_and(|field| field.holds(product))
    }
}

/// Whether a name is a type of codes: `MobileRTCMeetError`.
fn is_type(written: &str) -> bool {
    let last = written.rfind(|c: char| c.is_ascii_uppercase());
    let last = last.and_then(|start| written.get(start..));
    matches!(
        last,
        Some("Error" | "Errors" | "Code" | "Reason" | "Result")
    ) && spoken_for(written).is_some()
}

static LENGTHS: Lengths = {
    let (mut lengths, mut at) = (Lengths::NONE, 0);
    while at < FIELDS.len() {
        lengths = lengths.with(FIELDS[at].key);
        at += 1;
    }
    lengths
};

static LISTED: Lengths = Lengths::NONE
    .with_all(ANYBODYS)
    .with_all(IN_PROSE)
    .with_all(STATUS_NAMES);

fn field(key: &[u8]) -> Option<&'static Field> {
    if !LENGTHS.has(key) {
        return None;
    }
    FIELDS.get(FIELD_NAMES.place(key)?)
}

/// `ObjecterrorCode`, as a copy from a console glues a type and its first field.
fn glued(written: &str) -> Option<&'static Field> {
    let capital = |text: &str| text.starts_with(|c: char| c.is_ascii_uppercase());
    if !capital(written) {
        return None;
    }
    let fits = |name: &&str| {
        written.strip_suffix(name).is_some_and(|before| {
            name.len() > 5 && !capital(name) && before.ends_with(|c: char| c.is_ascii_lowercase())
        })
    };
    FIELDS.iter().find(|field| field.spelled.iter().any(&fits))
}

fn fold<'b>(written: &str, buffer: &'b mut [u8; 40]) -> Option<&'b [u8]> {
    let mut length = 0;
    for byte in written.bytes().filter(|byte| !matches!(byte, b'_' | b'-')) {
        *buffer.get_mut(length)? = byte.to_ascii_lowercase();
        length += 1;
    }
    buffer.get(..length)
}

#[cfg(test)]
mod tests {
    use super::FIELDS;

    #[test]
    fn products_of_a_field_are_in_their_order() {
        for field in FIELDS {
            assert!(
                field.codes.is_sorted() && field.beside.is_sorted(),
                "{}",
                field.key
            );
        }
    }
}
