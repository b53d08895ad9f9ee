//! The category of a code that is new.

use std::collections::{HashMap, HashSet};

use crate::edit::{Edit, ListText, fill, scalar};
use crate::outline::{EntryOutline, ListPlace};

use super::words;
use crate::docs::RowCode;
use crate::drift::against::{Against, Known};
use crate::drift::rows::PageCode;

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
    /// The category of the catalog behind which it belongs, others new between them or not.
    behind: Option<usize>,
}

/// Finds categories, and makes those that are missing.
pub(super) struct Categories<'a> {
    against: &'a Against<'a>,
    codes: &'a [PageCode<'a>],
    known: Rows<'a>,
    by_section: HashMap<&'a str, Rows<'a>>,
    new: Vec<NewCategory>,
    /// Places of the new ones by title.
    by_title: HashMap<&'a str, usize>,
    taken: HashSet<String>,
    /// The last number that was put behind an id to tell it from others.
    numbers: HashMap<String, usize>,
}

/// Rows whose code has an entry with a category: place on the page, code, category; in the page's
/// order.
#[derive(Default)]
struct Rows<'a> {
    rows: Vec<(usize, RowCode, &'a str)>,
    /// Whether they have different categories.
    mixed: bool,
}

impl<'a> Rows<'a> {
    fn push(&mut self, at: usize, code: RowCode, id: &'a str) {
        self.mixed |= self.rows.last().is_some_and(|(_, _, last)| *last != id);
        self.rows.push((at, code, id));
    }

    /// The code and the category of the nearest row before a place, or else behind it.
    fn beside(&self, at: usize) -> Option<(RowCode, &'a str)> {
        let behind = self.rows.partition_point(|(place, ..)| *place < at);
        let before = behind.checked_sub(1);
        let (_, code, id) = self.rows.get(before.unwrap_or(behind))?;
        Some((*code, id))
    }

    /// The category that all rows have.
    fn common(&self) -> Option<&'a str> {
        let (_, _, first) = self.rows.first()?;
        (!self.mixed).then_some(first)
    }
}

impl<'a> Categories<'a> {
    pub(super) fn new(against: &'a Against<'a>, codes: &'a [PageCode<'a>]) -> Self {
        let mut known = Rows::default();
        let mut by_section: HashMap<&str, Rows<'_>> = HashMap::new();
        for (at, code) in codes.iter().enumerate() {
            let Some(id) = category(against, code) else {
                continue;
            };
            known.push(at, code.code, id);
            if let Some(title) = code.section() {
                let rows = by_section.entry(title).or_default();
                rows.push(at, code.code, id);
            }
        }
        let ids = against.outline.categories.iter();
        Self {
            against,
            codes,
            known,
            by_section,
            new: Vec::new(),
            by_title: HashMap::new(),
            taken: ids.map(|category| category.id.clone()).collect(),
            numbers: HashMap::new(),
        }
    }

    /// The category of the code at a place of the page.
    pub(super) fn of(&mut self, at: usize, code: &PageCode<'a>) -> Category {
        let Some(title) = code.section() else {
            return self.of_neighbour(at, &self.known);
        };
        if let Some(category) = self.against.titled(title) {
            return certain(&category.id);
        }
        match self.by_section.get(title) {
            Some(rows) => match rows.common() {
                Some(id) => certain(id),
                None => self.of_neighbour(at, rows),
            },
            None => self.of_new_section(at, title),
        }
    }

    pub(super) fn new_ones(&self) -> &[NewCategory] {
        &self.new
    }

    /// The category of the nearest of some rows.
    fn of_neighbour(&self, at: usize, rows: &Rows<'_>) -> Category {
        match rows.beside(at) {
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

    fn of_new_section(&mut self, at: usize, title: &'a str) -> Category {
        if let Some(known) = self.by_title.get(title).and_then(|at| self.new.get(*at)) {
            return certain(&known.id);
        }
        let id = self.free_id(&words::id(title));
        let before = self.codes.get(..at).unwrap_or_default();
        let mut before = before.iter().rev();
        let behind = before.find_map(|code| match category(self.against, code) {
            Some(id) => Some(self.against.category(id)),
            None => {
                let new = self.by_title.get(code.section()?)?;
                Some(self.new.get(*new)?.behind)
            }
        });
        self.by_title.insert(title, self.new.len());
        self.new.push(NewCategory {
            id: id.clone(),
            title: title.to_owned(),
            behind: behind.flatten(),
        });
        certain(&id)
    }

    /// The id, with a number if another category has it.
    fn free_id(&mut self, plain: &str) -> String {
        let mut id = plain.to_owned();
        while !self.taken.insert(id.clone()) {
            let number = self.numbers.entry(plain.to_owned()).or_insert(1);
            *number += 1;
            id = format!("{plain}_{number}");
        }
        id
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
        let edit = |new: &NewCategory| match new.behind {
            Some(place) => list.insert_after(place, &new.lines()),
            None => list.insert_before(0, &new.lines()),
        };
        self.new.iter().map(edit).collect()
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
