//! What of a product is public API: its enums and their variants.

use crate::model::{Class, Entry, Product, ReasonKey};

/// One enum.
#[derive(Debug)]
pub(super) struct Enum {
    pub(super) name: String,
    pub(super) role: Role,
    /// In the order of their discriminants.
    pub(super) variants: Vec<Variant>,
}

/// What an enum is for. Enums of two states correspond if they have the same role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Codes,
    Categories,
    Ranges,
    Words,
    /// The numbered reasons of a code.
    NumberedReasons(i32),
    /// The reasons of a code that messages tell apart.
    MessageReasons(i32),
}

impl Role {
    /// Whether the discriminant is a number on the wire rather than a place in a list.
    pub(super) fn has_numbers(&self) -> bool {
        matches!(self, Self::Codes | Self::NumberedReasons(_))
    }
}

/// One variant.
#[derive(Debug)]
pub(super) struct Variant {
    pub(super) name: String,
    /// What it stands for, whatever it is called.
    pub(super) identity: String,
    pub(super) discriminant: i32,
    /// Names under which it lives on as a deprecated constant.
    pub(super) former: Vec<String>,
}

/// All enums of a product.
pub(super) fn enums(product: &Product) -> Vec<Enum> {
    let mut enums = Vec::new();
    if product.has_codes() {
        enums.push(Enum {
            name: product.enum_name.clone(),
            role: Role::Codes,
            variants: product.errors.iter().map(code).collect(),
        });
        enums.push(classes(
            &product.category_enum,
            Role::Categories,
            &product.categories,
        ));
    }
    if !product.ranges.is_empty() {
        enums.push(classes(&product.range_enum, Role::Ranges, &product.ranges));
    }
    if let Some(strings) = &product.strings {
        let word = |(at, entry): (usize, &Entry)| Variant {
            name: entry.variant.clone(),
            identity: entry.key.to_string(),
            discriminant: place(at),
            former: Vec::new(),
        };
        enums.push(Enum {
            name: strings.enum_name.clone(),
            role: Role::Words,
            variants: strings.entries.iter().enumerate().map(word).collect(),
        });
    }
    let reasoned = product
        .errors
        .iter()
        .filter(|error| !error.reasons.is_empty());
    enums.extend(reasoned.map(reasons));
    enums
}

fn code(error: &Entry) -> Variant {
    Variant {
        name: error.variant.clone(),
        identity: error.key.to_string(),
        discriminant: error.number(),
        former: error.renamed_from.clone(),
    }
}

fn classes(name: &str, role: Role, classes: &[Class]) -> Enum {
    let variant = |(at, class): (usize, &Class)| Variant {
        name: class.variant.clone(),
        identity: class.title.clone(),
        discriminant: place(at),
        former: Vec::new(),
    };
    Enum {
        name: name.to_owned(),
        role,
        variants: classes.iter().enumerate().map(variant).collect(),
    }
}

fn reasons(error: &Entry) -> Enum {
    let variants = error.reasons.iter().enumerate().map(|(at, reason)| {
        let (identity, discriminant) = match &reason.key {
            ReasonKey::Code(code) => (code.to_string(), *code),
            ReasonKey::Message(message) => (message.clone(), place(at)),
            ReasonKey::Responses => (reason.name.clone(), place(at)),
        };
        Variant {
            name: reason.variant.clone(),
            identity,
            discriminant,
            former: Vec::new(),
        }
    });
    Enum {
        name: error.reason_enum(),
        role: if error.reasons_are_numbered() {
            Role::NumberedReasons(error.number())
        } else {
            Role::MessageReasons(error.number())
        },
        variants: variants.collect(),
    }
}

fn place(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX)
}
