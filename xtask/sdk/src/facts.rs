//! What a package says of errors.

use std::collections::HashSet;

use crate::package::Package;
use crate::{compiled, declared, raised};

/// Where a fact stands: a file of the package and its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index into [`Package::files`].
    pub file: usize,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// A constant with a number.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) number: i32,
    pub(crate) place: Place,
    /// What its comment says.
    pub(crate) comment: Option<String>,
}

impl Member {
    /// Whether the declarations keep it out of the documentation.
    pub(crate) fn is_hidden(&self) -> bool {
        let comment = self.comment.as_deref();
        comment.is_some_and(|comment| comment.contains("@ignore"))
    }
}

/// Constants that belong together: an enum, or an object of names and numbers.
#[derive(Clone, Debug)]
pub(crate) struct List {
    /// The declared name; in a bundle that of the variable, if it can be told.
    pub(crate) name: Option<String>,
    pub(crate) declared: bool,
    pub(crate) place: Place,
    pub(crate) members: Vec<Member>,
}

/// A place that raises an error.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub(crate) place: Place,
    pub(crate) code: i32,
    /// The list that its code is of; an index into [`Facts::lists`].
    pub(crate) list: Option<usize>,
    /// What its reason says; nothing if it has none or is told at run time alone.
    pub(crate) text: Option<String>,
}

/// A word for an error.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) word: String,
    pub(crate) place: Place,
}

/// What a package says of errors.
#[derive(Debug, Default)]
pub struct Facts {
    pub(crate) lists: Vec<List>,
    pub(crate) sites: Vec<Site>,
    /// Words of the declared types of errors, and those raised beside a code.
    pub(crate) words: Vec<Word>,
    /// Whatever stands in a string, a template or a comment, small letters alone.
    pub(crate) strings: HashSet<String>,
    /// Names, and numbers as written.
    pub(crate) symbols: HashSet<String>,
    /// What could not be read, for people.
    pub notes: Vec<String>,
}

impl Facts {
    /// Reads all files of a package.
    pub fn read(package: &Package) -> Self {
        let mut facts = Self::default();
        for (file, content) in package.files.iter().enumerate() {
            if content.is_declaration() {
                declared::read(&mut facts, file, content);
            } else {
                let bundle = compiled::read(&mut facts, file, content);
                raised::read(&mut facts, file, content, &bundle);
            }
        }
        facts
    }
}
