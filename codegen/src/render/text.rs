//! The text of a generated file. Code is formatted; enums and tables, which are most of it, are plain
//! lists, and nothing has to parse them for that.

use std::fmt::{Display, Write as _};

use proc_macro2::{Literal, TokenStream};
use syn::{Attribute, ImplItem, Item};

use crate::model::{Date, Entry, Key, Product};
use crate::names;

/// What is written so far, one item after the other.
#[derive(Default)]
pub(super) struct Text {
    text: String,
    /// The first that is wrong with its code.
    fault: Option<syn::Error>,
}

/// A variant of an enum.
pub(super) struct Variant<'a> {
    pub(super) docs: Vec<String>,
    pub(super) attributes: Vec<String>,
    pub(super) name: &'a str,
    pub(super) value: Option<i32>,
}

impl Text {
    /// Any items.
    pub(super) fn code(&mut self, tokens: TokenStream) {
        match syn::parse2(tokens) {
            Ok(mut items) => {
                inline_all(&mut items);
                self.text += &prettyplease::unparse(&items);
            }
            Err(error) => {
                self.fault.get_or_insert(error);
            }
        }
    }

    /// The docs of the module.
    pub(super) fn inner_docs<S: AsRef<str>>(&mut self, lines: &[S]) {
        self.docs("//!", lines);
        self.text.push('\n');
    }

    /// An enum; `head` are its attributes and all before its name.
    pub(super) fn enumeration<'a>(
        &mut self,
        docs: &[String],
        head: &str,
        name: &str,
        variants: impl IntoIterator<Item = Variant<'a>>,
    ) {
        self.docs("///", docs);
        self.text += &format!("{head} {name} {{\n");
        for variant in variants {
            self.docs("    ///", &variant.docs);
            for attribute in variant.attributes {
                self.text += &format!("    {attribute}\n");
            }
            self.text += "    ";
            self.text += variant.name;
            if let Some(value) = variant.value {
                self.text += &format!(" = {value}");
            }
            self.text += ",\n";
        }
        self.text += "}\n";
    }

    /// A table with one item a line; `declared` is all before the colon.
    pub(super) fn list<T: Display>(
        &mut self,
        docs: &[&str],
        declared: &str,
        of: &str,
        items: impl IntoIterator<Item = T>,
    ) {
        self.table(docs, items, 1, |count| {
            format!("{declared}: [{of}; {count}] = ")
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
        self.table(docs, items, 16, |count| {
            format!("{declared}: [{of}; {count}] = ")
        });
    }

    /// A constant list of texts.
    pub(super) fn constant(&mut self, docs: &[&str], declared: &str, texts: &[&str]) {
        let texts = texts.iter().map(|text| format!("{text:?}"));
        self.table(docs, texts, 1, |_| format!("{declared}: &[&str] = &"));
    }

    /// Items with commas behind them, so many on a line; what stands before them tells their number.
    fn table<T: Display>(
        &mut self,
        docs: &[&str],
        items: impl IntoIterator<Item = T>,
        on_a_line: usize,
        before: impl FnOnce(usize) -> String,
    ) {
        self.docs("///", docs);
        let start = self.text.len();
        let mut count = 0;
        self.text.push('[');
        for item in items {
            let line = count % on_a_line == 0;
            self.text += if line { "\n    " } else { " " };
            // Writing into a text does not fail.
            _ = write!(self.text, "{item},");
            count += 1;
        }
        self.text += if count > 0 { "\n];\n" } else { "];\n" };
        // A table may have many megabytes, and would be copied twice if it were put together first.
        self.text.insert_str(start, &before(count));
    }

    /// Any item, with its docs.
    pub(super) fn item(&mut self, docs: &[&str], text: &str) {
        self.docs("///", docs);
        self.text += text;
        self.text.push('\n');
    }

    fn docs<S: AsRef<str>>(&mut self, mark: &str, docs: &[S]) {
        for line in docs.iter().flat_map(|text| text.as_ref().split('\n')) {
            let space = if line.is_empty() { "" } else { " " };
            self.text += &format!("{mark}{space}{line}\n");
        }
    }

    /// All of it.
    ///
    /// # Errors
    /// If some code is no Rust.
    pub(super) fn finish(self) -> Result<String, syn::Error> {
        match self.fault {
            Some(error) => Err(error),
            None => Ok(self.text),
        }
    }
}

/// Marks every function `#[inline]`. The compiler then makes no machine code for it here, only where
/// somebody calls it: that halves the time that the crate takes to build.
fn inline_all(file: &mut syn::File) {
    for item in &mut file.items {
        match item {
            Item::Fn(function) => inline(&mut function.attrs),
            Item::Impl(block) => {
                for item in &mut block.items {
                    if let ImplItem::Fn(method) = item {
                        inline(&mut method.attrs);
                    }
                }
            }
            _ => {}
        }
    }
}

fn inline(attributes: &mut Vec<Attribute>) {
    attributes.push(syn::parse_quote!(#[inline]));
}

/// Bytes as a literal.
pub(super) fn bytes(bytes: &[u8]) -> String {
    Literal::byte_string(bytes).to_string()
}

/// An `Option`.
pub(super) fn some(value: Option<String>) -> String {
    value.map_or("None".to_owned(), |value| format!("Some({value})"))
}

/// A date that may be missing.
pub(super) fn date(date: Option<Date>) -> String {
    some(date.map(|Date { year, month, day }| format!("crate::Date::new({year}, {month}, {day})")))
}

/// A word of a closed list as a variant of its enum: `after_fix` of `Retry` becomes
/// `crate::Retry::AfterFix`.
pub(super) fn variant(of: &str, id: &str) -> String {
    format!("crate::{of}::{}", names::from_id(id))
}

/// An error as a value of `ZoomError`.
pub(super) fn error_value(product: &Product, error: &Entry) -> String {
    let variant = match (&error.key, &product.strings) {
        (Key::Word(_), Some(strings)) => &strings.zoom_error,
        _ => &product.variant,
    };
    format!(
        "crate::ZoomError::{variant}(crate::{}::{}::{})",
        product.module(),
        product.enum_of(error),
        error.variant
    )
}
