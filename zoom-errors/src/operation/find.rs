//! From a method and an address to an operation: a tree of path segments.

use crate::generated::calls::{ENDS, LITERALS, NODES, OPERATIONS, SEGMENTS};
use crate::{Operation, Product, entry::part, hash};

/// Where paths part. Places and numbers are those of the generated tables.
pub(crate) struct Node {
    /// First place and number of the named segments below.
    pub(crate) literals: (u16, u16),
    /// The node below a placeholder; 0 is none, for the root is below nothing.
    pub(crate) any: u16,
    /// First place and number of the operations that end here.
    pub(crate) ends: (u16, u16),
    /// The product of all that is below, if it is one.
    pub(crate) product: Option<Product>,
}

impl Node {
    /// The node that a named segment leads to.
    fn literal(&self, segment: &str) -> Option<&'static Node> {
        let (first, count) = self.literals;
        let below = first as usize..first as usize + count as usize;
        if below.is_empty() {
            return None;
        }
        let is = |at: usize| below.contains(&at) && LITERALS[at].0 == segment;
        let at = SEGMENTS.find(hash::segment(first, segment.as_bytes()), is)?;
        NODES.get(LITERALS[at].1 as usize)
    }

    /// The node below a placeholder.
    fn any(&self) -> Option<&'static Node> {
        NODES.get(self.any as usize).filter(|_| self.any != 0)
    }

    fn ends(&self) -> impl Iterator<Item = &'static Operation> {
        let ends = part(&ENDS, self.ends.0 as usize, self.ends.1 as usize).iter();
        ends.filter_map(|(product, at)| OPERATIONS.get(*product as usize)?.get(*at as usize))
    }
}

/// What the path of a call leads to.
pub(super) struct Found {
    pub(super) operation: Option<&'static Operation>,
    /// The product of all that begins as the path does, as far as it is known.
    pub(super) product: Option<Product>,
}

impl Found {
    /// The product of the operation, or else of all that begins as the path does.
    pub(super) fn product(&self) -> Option<Product> {
        self.operation.map(Operation::product).or(self.product)
    }

    /// Looks up a method and an address, or a path.
    pub(super) fn new(method: &str, address: &str) -> Found {
        let path = path(address);
        let found = Found::below(&NODES[0], method, path);
        if found.operation.is_some() {
            return found;
        }
        // A master account puts `/accounts/{accountId}` before any path.
        let rest = path
            .strip_prefix("accounts/")
            .and_then(|rest| rest.split_once('/'));
        match rest.map(|(_, rest)| Found::below(&NODES[0], method, rest)) {
            Some(sub) if sub.operation.is_some() || found.product.is_none() => sub,
            _ => found,
        }
    }

    /// A named segment goes before a placeholder. Trying both cannot take long, for the tree is not
    /// deep.
    fn below(node: &'static Node, method: &str, path: &str) -> Found {
        if path.is_empty() {
            return Found {
                operation: node.ends().find(|operation| operation.is_called(method)),
                product: node.product,
            };
        }
        let (segment, rest) = until(path, [b'/']);
        let rest = rest.unwrap_or_default();
        let any = || node.any().filter(|_| !segment.is_empty());
        let literal = node
            .literal(segment)
            .map(|node| Found::below(node, method, rest));
        match literal {
            Some(found) if found.operation.is_some() => found,
            Some(found) => match any().map(|node| Found::below(node, method, rest)) {
                Some(other) if other.operation.is_some() => other,
                // A named segment may be an id after all, `me` for a user.
                Some(other) if other.product != found.product => Found {
                    product: None,
                    ..found
                },
                _ => found,
            },
            None => match any() {
                Some(node) => Found::below(node, method, rest),
                None => Found {
                    operation: None,
                    product: node.product,
                },
            },
        }
    }
}

/// The path of an address, without host, `/v2`, query and the slashes around it.
fn path(address: &str) -> &str {
    let (address, _) = until(address.trim_ascii(), ENDS_PATH);
    let path = match until(address, [b'/']) {
        ("", _) => address,
        // `https://host/path`
        (scheme, Some(rest)) if scheme.ends_with(':') && rest.starts_with('/') => {
            let (_, path) = until(rest.get(1..).unwrap_or_default(), [b'/']);
            path.unwrap_or_default()
        }
        // A host has a dot, and a path that is given without a slash has none in its first segment.
        (host, Some(path)) if host.contains('.') => path,
        _ => address,
    };
    let path = path.trim_matches('/');
    path.strip_prefix("v2/").unwrap_or(path)
}

/// What begins what is behind a path.
const ENDS_PATH: [u8; 2] = [b'?', b'#'];

/// What stands before and behind the first of some bytes.
#[inline]
fn until<const N: usize>(text: &str, marks: [u8; N]) -> (&str, Option<&str>) {
    let place = place(text.as_bytes(), marks);
    let parts = place.and_then(|at| Some((text.get(..at)?, text.get(at + 1..)?)));
    parts.map_or((text, None), |(before, behind)| (before, Some(behind)))
}

/// Where the first of some bytes is: eight bytes at a time, for addresses are too short for a search
/// in larger steps to pay.
#[inline]
fn place<const N: usize>(text: &[u8], marks: [u8; N]) -> Option<usize> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let within = |step: &[u8; 8]| {
        let step = u64::from_le_bytes(*step);
        // A bit for each byte that is a mark; above the first, other bytes may have one too.
        let found = marks.iter().fold(0, |found, mark| {
            let differs = step ^ (ONES * u64::from(*mark));
            found | (differs.wrapping_sub(ONES) & !differs & (ONES << 7))
        });
        (found != 0).then_some(found.trailing_zeros() as usize / 8)
    };
    let Some(last) = text.last_chunk() else {
        return text.iter().position(|byte| marks.contains(byte));
    };
    let mut at = 0;
    while let Some(step) = text.get(at..).and_then(<[u8]>::first_chunk) {
        if let Some(within) = within(step) {
            return Some(at + within);
        }
        at += 8;
    }
    Some(text.len() - last.len() + within(last)?)
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn the_path_of_an_address() {
        for address in [
            "/users/me/meetings",
            "users/me/meetings",
            "/v2/users/me/meetings",
            "/v2/users/me/meetings/?page_size=30",
            "https://api.zoom.us/v2/users/me/meetings",
            "https://api.zoom.us/v2/users/me/meetings?next=https://a/b#c",
            "http://127.0.0.1:8080/users/me/meetings",
            "api.zoom.us/v2/users/me/meetings",
            "  https://user@api.zoomgov.com/v2//users/me/meetings ",
        ] {
            let found = path(address).trim_start_matches('/');
            assert_eq!(found, "users/me/meetings", "{address}");
        }
        for address in [
            "users/me?next=https://a.b/c",
            "users/me?at=a.b/c",
            "users/me#a.b/c",
        ] {
            assert_eq!(path(address), "users/me", "{address}");
        }
        for address in [
            "",
            "/",
            "https://api.zoom.us",
            "https://api.zoom.us/",
            "?",
            "https://api.zoom.us?next=a/b",
            "://",
            "x://",
        ] {
            assert_eq!(path(address), "", "{address}");
        }
    }
}
