//! One difference between two states of the catalogs.

use crate::model::Product;

/// What a difference asks of the version, by cargo's rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Code that uses the crate compiles and means the same: texts, advice, classification.
    Patch,
    /// Something is there that was not, and nothing that was there is gone or has grown closed.
    Addition,
    /// Code that uses the crate may no longer compile, or no longer take what it took.
    Breaking,
}

impl Level {
    /// The word for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Addition => "addition",
            Self::Breaking => "breaking",
        }
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Id of the product.
    pub product: String,
    /// The product's name for people.
    pub title: String,
    /// What it asks of the version.
    pub level: Level,
    /// What differs; for something renamed its former name.
    pub subject: Subject,
    /// How it differs.
    pub kind: Kind,
}

/// What differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The whole product.
    Product {
        /// How many codes it has, or had.
        codes: usize,
    },
    /// A type of the product's module, by name.
    Type(String),
    /// A code: its variant in the product's enum.
    Code {
        /// The name of the variant.
        variant: String,
        /// The number.
        code: i32,
    },
    /// A variant of another enum.
    Variant {
        /// The name of the enum.
        of: String,
        /// The name of the variant.
        variant: String,
    },
}

/// How it differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has another name.
    Renamed {
        /// The present name.
        to: String,
        /// Whether the former name lives on as a deprecated constant.
        deprecated: bool,
    },
    /// The variant has another number.
    Renumbered {
        /// The present number.
        to: i32,
    },
    /// The variants stand in another order, so that they compare and cast differently.
    Reordered,
    /// Zoom has withdrawn the code.
    Retired,
    /// The named facts and texts differ.
    Metadata(Vec<&'static str>),
}

/// Where the differences of one product go.
pub(super) struct List<'a> {
    changes: &'a mut Vec<Change>,
    product: &'a Product,
}

impl<'a> List<'a> {
    pub(super) fn new(changes: &'a mut Vec<Change>, product: &'a Product) -> Self {
        Self { changes, product }
    }

    pub(super) fn add(&mut self, level: Level, subject: Subject, kind: Kind) {
        self.changes.push(Change {
            product: self.product.id.clone(),
            title: self.product.title.clone(),
            level,
            subject,
            kind,
        });
    }
}
