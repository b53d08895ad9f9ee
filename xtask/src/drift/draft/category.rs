//! The category of a code that is new.

use zoom_errors_codegen::edit::{Edit, ListText, fill, scalar};
use zoom_errors_codegen::{EntryOutline, ListPlace};

use super::words;
use crate::drift::against::{Against, Known};
use crate::drift::rows::PageCode;
use crate::drift::sections::category_of;

/// A category, and what is not certain of it.
#[derive(Clone, Debug)]
pub(super) struct Category {
    pub(super) id: String,
    pub(super) note: Option<String>,
}

/// A category that the catalog has to get.
#[derive(Debug)]
pub(super) struct NewCategory {
    pub(super) id: String,
    title: String,
    /// The id of the category behind which it belongs.
    behind: Option<String>,
}

/// Finds categories, and makes those that are missing.
pub(super) struct Categories<'a> {
    against: &'a Against<'a>,
    codes: &'a [PageCode<'a>],
    new: Vec<NewCategory>,
}

impl<'a> Categories<'a> {
    pub(super) fn new(against: &'a Against<'a>, codes: &'a [PageCode<'a>]) -> Self {
        Self {
            against,
            codes,
            new: Vec::new(),
        }
    }

    /// The category of the code at a place of the page.
    pub(super) fn of(&mut self, at: usize, code: &PageCode<'_>) -> Category {
        let Some(title) = code.section() else {
            return self.of_neighbour(at, |_| true);
        };
        if let Some(category) = category_of(self.against, title) {
            return certain(&category.id);
        }
        let in_section = |other: &PageCode<'_>| other.section() == Some(title);
        let mut ids = self.known().filter(|(other, _)| in_section(other));
        let first = ids.next().map(|(_, id)| id);
        match first {
            Some(first) if ids.all(|(_, id)| id == first) => certain(first),
            Some(_) => self.of_neighbour(at, in_section),
            None => {
                drop(ids);
                self.of_new_section(at, title)
            }
        }
    }

    pub(super) fn new_ones(&self) -> &[NewCategory] {
        &self.new
    }

    /// All codes of the page that have an entry, with their category.
    fn known(&self) -> impl Iterator<Item = (&'a PageCode<'a>, &'a str)> {
        let against = self.against;
        let known = move |code: &'a PageCode<'a>| Some((code, category(against, code)?));
        self.codes.iter().filter_map(known)
    }

    /// The category of the nearest row that qualifies.
    fn of_neighbour(&self, at: usize, qualifies: impl Fn(&PageCode<'_>) -> bool) -> Category {
        let (before, behind) = self.codes.split_at_checked(at).unwrap_or_default();
        let mut beside = before.iter().rev().chain(behind);
        let found = beside.find_map(|other| {
            let id = category(self.against, other)?;
            qualifies(other).then_some((other.code, id))
        });
        match found {
            Some((code, id)) => Category {
                id: id.to_owned(),
                note: Some(format!("the category is that of {code}, the row beside it")),
            },
            None => self.any(),
        }
    }

    /// The page has neither sections nor known rows: all goes into one category.
    fn any(&self) -> Category {
        let mut categories = self.against.outline.categories.iter();
        Category {
            id: categories
                .next()
                .map_or_else(String::new, |first| first.id.clone()),
            note: Some("the page does not tell the category".to_owned()),
        }
    }

    fn of_new_section(&mut self, at: usize, title: &str) -> Category {
        if let Some(known) = self.new.iter().find(|new| new.title == title) {
            return certain(&known.id);
        }
        let plain = words::id(title);
        let outline = self.against.outline;
        let taken =
            |id: &str| outline.category(id).is_some() || self.new.iter().any(|new| new.id == id);
        let mut id = plain.clone();
        let mut number = 2;
        while taken(&id) {
            id = format!("{plain}_{number}");
            number += 1;
        }
        let before = self.codes.get(..at).unwrap_or_default();
        let mut before = before.iter().rev();
        let behind = before.find_map(|code| match category(self.against, code) {
            Some(id) => Some(id.to_owned()),
            None => {
                let title = code.section()?;
                let mut new = self.new.iter();
                new.find(|new| new.title == title).map(|new| new.id.clone())
            }
        });
        self.new.push(NewCategory {
            id: id.clone(),
            title: title.to_owned(),
            behind,
        });
        certain(&id)
    }

    /// Puts the new categories behind those of the sections before them.
    pub(super) fn edits(&self, text: &str) -> Option<Vec<Edit>> {
        if self.new.is_empty() {
            return Some(Vec::new());
        }
        let outline = self.against.outline;
        if outline.categories.is_empty() {
            let ListPlace { key, value } = outline.category_list?;
            let items: Vec<Vec<String>> = self.new.iter().map(NewCategory::lines).collect();
            return Some(fill(text, key.end, value.start..value.end, &items));
        }
        let keys: Vec<usize> = outline.categories.iter().map(|c| c.span.start).collect();
        let list = ListText::of(text, &keys).ok()?;
        let edit = |new: &NewCategory| match self.old_place(new) {
            Some(place) => list.insert_after(place, &new.lines()),
            None => list.insert_before(0, &new.lines()),
        };
        self.new.iter().map(edit).collect()
    }

    /// The category of the catalog behind which a new one belongs, others new between them or not.
    fn old_place(&self, new: &NewCategory) -> Option<usize> {
        let behind = new.behind.as_ref()?;
        let mut categories = self.against.outline.categories.iter();
        categories
            .position(|category| category.id == *behind)
            .or_else(|| {
                let before = self.new.iter().find(|other| other.id == *behind)?;
                self.old_place(before)
            })
    }
}

impl NewCategory {
    fn lines(&self) -> Vec<String> {
        vec![
            format!("id: {}", self.id),
            format!("title: {}", scalar(&self.title)),
        ]
    }
}

fn certain(id: &str) -> Category {
    Category {
        id: id.to_owned(),
        note: None,
    }
}

/// The category of a code's entry.
pub(super) fn category<'a>(against: &Against<'a>, code: &PageCode<'_>) -> Option<&'a str> {
    match against.known(code.code)? {
        Known::Entry(_, entry) => of_entry(entry),
        Known::Class(_) => None,
    }
}

pub(super) fn of_entry(entry: &EntryOutline) -> Option<&str> {
    Some(entry.category.as_ref()?.value.as_str())
}
