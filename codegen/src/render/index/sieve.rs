//! Pieces by which a text that tells nothing is known without being read.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use crate::model::Product;
use crate::render::text::Text;
use crate::template::ANY;

/// So many characters of a message that wherever one begins to look at every eighth place, eight of
/// them are found.
const LONG: usize = 15;
/// The same of four characters at every fourth place.
const SHORT: usize = 7;

/// Pieces of which a text holds one if it holds anything that can be recognised.
#[derive(Default)]
pub(super) struct Sieve {
    /// The given parts of each message.
    messages: Vec<Vec<String>>,
    /// Words, names of fields and constants that nobody else uses.
    words: BTreeSet<String>,
}

/// Beginnings of words about Zoom's business.
const VOCABULARY: &[&str] = &[
    "meeting", "webinar", "registr", "panelis", "passcod", "attende",
];

/// What stands in most logs, so that it tells nothing.
const COMMON: &[&str] = &[
    "access",
    "account",
    "already",
    "another",
    "before",
    "client",
    "computer",
    "config",
    "connect",
    "contact",
    "denied",
    "does not",
    "duplicate",
    "error",
    "exception",
    "failed",
    "internal",
    "invalid",
    "is not",
    "message",
    "empty",
    "exists",
    "expired",
    "field",
    "loading",
    "locked",
    "missing",
    "network",
    "not auth",
    "not found",
    "operation",
    "parameter",
    "progress",
    "refused",
    "removed",
    "request",
    "required",
    "resource",
    "response",
    "server",
    "service",
    "session",
    "started",
    "status",
    "stopped",
    "support",
    "system",
    "the ",
    "timeout",
    "token",
    "update",
    "value",
    "version",
    "wrong",
];

impl Sieve {
    pub(super) fn message(&mut self, parts: &str) {
        let given = parts
            .split(|c: char| c == ANY || !c.is_ascii())
            .map(str::trim)
            .map(str::to_owned);
        self.messages
            .push(given.filter(|part| part.len() > SHORT + 2).collect());
    }

    pub(super) fn constants(&mut self, product: &Product) {
        let names = product
            .errors
            .iter()
            .flat_map(|e| e.aliases.iter().chain([&e.name]));
        let sent = names.filter(|name| {
            product.operations.is_empty() && may_tell(name, &product.payload.prefixes)
        });
        let keys = product.payload.codes.iter().chain(&product.payload.beside);
        let own = |key: &&String| key.contains('_') || key.chars().any(char::is_uppercase);
        let strings = product
            .strings
            .iter()
            .flat_map(|strings| &strings.entries)
            .map(|entry| &entry.name);
        for word in product
            .payload
            .words
            .iter()
            .chain(keys.filter(own))
            .chain(sent)
            .chain(strings)
            .filter(|word| word.len() >= SHORT)
        {
            self.words.insert(word.to_ascii_lowercase());
        }
    }

    pub(super) fn render(self, out: &mut Text) {
        let often = |length: usize| {
            let mut often: HashMap<&str, usize> = HashMap::new();
            let messages = self.messages.iter().flatten();
            let windows = messages.flat_map(|part| windows(part, length));
            let starts = self.words.iter().filter_map(|word| word.get(..length));
            windows
                .chain(starts)
                .for_each(|window| *often.entry(window).or_default() += 1);
            often
        };
        let (often_long, often_short) = (often(LONG), often(SHORT));
        let (mut long, mut short) = (BTreeSet::new(), BTreeSet::new());
        let mut beside_code: BTreeSet<&str> = VOCABULARY.iter().copied().collect();
        for parts in &self.messages {
            // What many messages share is looked for once; the last of those that are shared alike.
            let mut all: Vec<&str> = parts.iter().flat_map(|part| windows(part, LONG)).collect();
            all.reverse();
            all.sort_by_key(|window| Reverse(often_long.get(window)));
            let own = all.iter().find(|window| !is_common(window));
            match own.or(all.first()) {
                Some(window) => {
                    long.insert(*window);
                }
                None => beside_code.extend(telling(
                    parts.iter().flat_map(|part| windows(part, SHORT)).collect(),
                )),
            }
        }
        for word in &self.words {
            if let Some(start) = word.get(..LONG) {
                long.insert(start);
                continue;
            }
            let start = word.get(..SHORT);
            let shared =
                start.filter(|start| often_short.get(start).is_some_and(|count| *count >= 4));
            let own = shared.filter(|start| !is_common(start));
            short.extend(
                own.or_else(|| telling(windows(word, SHORT).collect()))
                    .or_else(|| joint(word))
                    .or(word.get(..SHORT)),
            );
        }
        let [long, short, beside_code] = [long, short, beside_code].map(|pieces| {
            let mut pieces: Vec<&str> = pieces.into_iter().collect();
            // As the search compares them.
            pieces.sort_by_key(|piece| piece.bytes().map(|byte| byte | 0x20).collect::<Vec<u8>>());
            pieces
        });
        let declared = |name| format!("#[cfg(feature = \"json\")]\npub(crate) const {name}");
        out.constant(
            &[
                "Parts of messages, of which each message that is long enough has one. Ordered without",
                "regard to case.",
            ],
            &declared("LONG_PIECES"),
            &long,
        );
        out.constant(
            &[
                "Parts of short messages, and of words about Zoom's business, which tell something beside",
                "a code.",
            ],
            &declared("PIECES_BESIDE_CODE"),
            &beside_code,
        );
        out.constant(&["Parts of words."], &declared("SHORT_PIECES"), &short);
    }
}

/// Every part of a text that is so long.
fn windows(text: &str, length: usize) -> impl Iterator<Item = &str> {
    let last = (text.len() + 1).saturating_sub(length);
    (0..last).filter_map(move |at| text.get(at..at + length))
}

/// Whether a piece is mostly a word of everybody's.
fn is_common(piece: &str) -> bool {
    if VOCABULARY.contains(&piece) {
        return true;
    }
    COMMON.iter().any(|word| {
        piece.contains(word) || word.contains(piece.trim()) || {
            // `connect` cut at either end.
            let cut = |length: usize| {
                word.len() > length
                    && (piece.contains(&word[..length])
                        || piece.contains(&word[word.len() - length..]))
            };
            piece.len() < LONG && cut(4)
        }
    })
}

/// The last piece that is not everybody's.
fn telling(pieces: Vec<&str>) -> Option<&str> {
    pieces.into_iter().rev().find(|piece| !is_common(piece))
}

/// The piece around a `_`, which words of everybody's seldom share.
fn joint(word: &str) -> Option<&str> {
    let mut pieces = windows(word, SHORT);
    pieces.find(|piece| piece.as_bytes()[SHORT / 2] == b'_')
}

/// Whether a constant says by itself whose it is; the recogniser asks for more.
fn may_tell(name: &str, prefixes: &[String]) -> bool {
    let parts: Vec<&str> = name.split('_').collect();
    let mixed = name.chars().any(char::is_lowercase) && name.chars().any(char::is_uppercase);
    let own = prefixes.iter().any(|prefix| name.starts_with(prefix));
    let long = parts.len() >= 3 && name.len() >= 16;
    own || long || parts.len() >= 2 && parts[0].len() >= 6 && mixed
}
