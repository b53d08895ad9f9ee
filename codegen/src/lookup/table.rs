//! Names with what they stand for, in the order of their hash.

use std::collections::HashSet;

use super::NameLookup;

/// Names under a perfect hash, each with the index of what it names.
#[derive(Clone, Debug)]
pub struct NameTable {
    /// How a name finds its slot.
    pub lookup: NameLookup,
    /// What is in each slot.
    pub by_slot: Vec<(String, usize)>,
}

impl NameTable {
    /// The table of these names, at least one. Where a name stands twice, the first counts.
    pub(crate) fn find<'a>(names: impl Iterator<Item = (&'a str, usize)>) -> Option<Self> {
        let mut seen = HashSet::new();
        let mut names: Vec<(&str, usize)> = names.filter(|(name, _)| seen.insert(*name)).collect();
        let texts: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        let lookup = NameLookup::find(&texts)?;
        names.sort_unstable_by_key(|(name, _)| lookup.slot(name));
        Some(Self {
            lookup,
            by_slot: names
                .into_iter()
                .map(|(name, index)| (name.to_owned(), index))
                .collect(),
        })
    }

    /// The index of what has this name.
    pub fn get(&self, name: &str) -> Option<usize> {
        let (known, index) = self.by_slot.get(self.lookup.slot(name))?;
        (known == name).then_some(*index)
    }
}

#[cfg(test)]
mod tests {
    use super::NameTable;

    #[test]
    fn the_first_of_equal_names_counts() {
        let names = [("LEFT", 3), ("MEETING_ENDED", 1), ("LEFT", 2), ("", 0)];
        let table = NameTable::find(names.into_iter()).unwrap();
        assert_eq!(table.by_slot.len(), 3);
        assert_eq!(table.get("LEFT"), Some(3));
        assert_eq!(table.get("MEETING_ENDED"), Some(1));
        assert_eq!(table.get(""), Some(0));
        assert_eq!(table.get("MEETING_ENDE"), None);
        assert!(NameTable::find([].into_iter()).is_none());
    }
}
