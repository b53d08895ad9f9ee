//! The static tables of a file as text. They are most of what is generated, and plain lists: nothing
//! that would have to be parsed and formatted.

use std::fmt::{Display, Write as _};

use proc_macro2::Literal;

use crate::model::{Date, Model, Place};
use crate::names;

/// The tables of one file, one after the other.
#[derive(Default)]
pub(super) struct Tables(String);

impl Tables {
    /// A table with one item a line; `declared` is all before its name's colon.
    pub(super) fn list<T: Display>(
        &mut self,
        docs: &[&str],
        declared: &str,
        of: &str,
        items: impl IntoIterator<Item = T>,
    ) {
        self.table(docs, declared, of, items, |at| {
            if at == 0 { "\n    " } else { ",\n    " }
        });
    }

    /// A table of short items, many on a line.
    pub(super) fn dense<T: Display>(
        &mut self,
        docs: &[&str],
        declared: &str,
        of: &str,
        items: impl IntoIterator<Item = T>,
    ) {
        self.table(docs, declared, of, items, |at| match at {
            0 => "\n    ",
            _ if at % 16 == 0 => ",\n    ",
            _ => ", ",
        });
    }

    fn table<T: Display>(
        &mut self,
        docs: &[&str],
        declared: &str,
        of: &str,
        items: impl IntoIterator<Item = T>,
        between: impl Fn(usize) -> &'static str,
    ) {
        let mut list = String::new();
        let mut count = 0;
        for item in items {
            write!(list, "{}{item}", between(count)).expect("a string takes all");
            count += 1;
        }
        let end = if count == 0 { "" } else { ",\n" };
        self.item(
            docs,
            &format!("{declared}: [{of}; {count}] = [{list}{end}];"),
        );
    }

    /// Any item, with its docs.
    pub(super) fn item(&mut self, docs: &[&str], text: &str) {
        for line in docs {
            self.0 += &format!("/// {line}\n");
        }
        self.0 += text;
        self.0.push('\n');
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

/// Bytes as a literal.
pub(super) fn bytes(bytes: &[u8]) -> String {
    Literal::byte_string(bytes).to_string()
}

/// A date that may be missing.
pub(super) fn date(date: Option<Date>) -> String {
    match date {
        Some(Date { year, month, day }) => {
            format!("Some(crate::Date::new({year}, {month}, {day}))")
        }
        None => "None".to_owned(),
    }
}

/// A word of a closed list as a variant of its enum: `after_fix` of `Retry` becomes
/// `crate::Retry::AfterFix`.
pub(super) fn variant(of: &str, id: &str) -> String {
    format!("crate::{of}::{}", names::from_id(id))
}

/// A code as a value of `ZoomError`.
pub(super) fn error_value(model: &Model, place: Place) -> String {
    let (product, error) = model.at(place);
    format!(
        "crate::ZoomError::{}(crate::{}::{}::{})",
        product.variant,
        product.module(),
        product.enum_name,
        error.variant
    )
}
