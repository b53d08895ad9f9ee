//! The reference of a product may be two documents: one for accounts of their own, one for master
//! accounts, whose operations begin with the account. A document says nothing of the other's.

/// What an operation of a master account begins with.
const MASTER: &str = "/accounts/{accountId}/";

/// Which operations a document speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Halves {
    own: bool,
    master: bool,
}

impl Halves {
    /// Those that a document has operations of.
    pub(super) fn of<'o>(operations: impl Iterator<Item = &'o str>) -> Self {
        let mut halves = Self::default();
        for operation in operations {
            halves.own |= !is_master(operation);
            halves.master |= is_master(operation);
        }
        halves
    }

    /// Whether an operation would be in the document if it existed.
    #[must_use]
    pub fn speak_of(self, operation: &str) -> bool {
        match is_master(operation) {
            true => self.master,
            false => self.own,
        }
    }
}

/// Whether an operation, `GET /accounts/{accountId}/plans`, is one of a master account.
fn is_master(operation: &str) -> bool {
    operation
        .split_once(' ')
        .is_some_and(|(_, path)| path.starts_with(MASTER))
}

#[cfg(test)]
mod tests {
    use super::Halves;

    #[test]
    fn a_document_speaks_of_what_it_has() {
        let own = Halves::of(["GET /clips", "GET /accounts"].into_iter());
        assert!(own.speak_of("GET /other") && !own.speak_of("GET /accounts/{accountId}/clips"));
        let both = Halves::of(["GET /clips", "GET /accounts/{accountId}/clips"].into_iter());
        assert!(both.speak_of("GET /other") && both.speak_of("PUT /accounts/{accountId}/x"));
    }
}
