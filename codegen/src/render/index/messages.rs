//! From the words of a text to the messages that it holds, and a sieve for what cannot hold any.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::lookup::open;
use crate::model::{Model, Product, ReasonKey};
use crate::render::lookups::slot_bytes;
use crate::render::tokens::ident;
use crate::template::{ANY, Template};

/// Whoever sends a message: product, whether it is a word, place, number of operations, and whether
/// the message is whole.
type Owner = (usize, bool, usize, usize, bool);

/// So many characters of a message that wherever one begins to look at every eighth place, eight of
/// them are found.
const LONG: usize = 15;
/// The same of four characters at every fourth place.
const SHORT: usize = 7;

pub(super) fn tables(model: &Model) -> TokenStream {
    let mut owners: BTreeMap<String, BTreeSet<Owner>> = BTreeMap::new();
    let mut sieve = Sieve::default();
    for (at, product) in model.products.iter().enumerate() {
        for (template, owner) in messages(at, product) {
            let words = words(&template);
            if pairs(&words).next().is_some() {
                sieve.message(&template.parts);
                owners.entry(words.join(" ")).or_default().insert(owner);
            }
        }
        sieve.constants(product);
    }
    let sieve = sieve.render();
    let index = index(model, &owners);
    quote!(#index #sieve)
}

/// Every message of a product.
fn messages(at: usize, product: &Product) -> Vec<(Template, Owner)> {
    let mut all = Vec::new();
    let strings = product.strings.iter().flat_map(|strings| &strings.entries);
    let words = strings
        .enumerate()
        .map(|(place, entry)| (true, place, entry));
    let codes = product
        .errors
        .iter()
        .enumerate()
        .map(|(place, entry)| (false, place, entry));
    for (is_word, place, entry) in codes.chain(words) {
        for response in &entry.responses {
            let on = response.on.len();
            all.push((response.message.clone(), (at, is_word, place, on, true)));
            // What follows the first sentence changes most.
            if let Some(first) = first_sentence(&response.message) {
                all.push((first, (at, is_word, place, on, false)));
            }
        }
        for reason in &entry.reasons {
            if let ReasonKey::Message(fragment) = &reason.key {
                all.push((Template::new(fragment), (at, is_word, place, 0, false)));
            }
        }
    }
    for (place, text) in &product.payload.texts {
        all.push((text.clone(), (at, false, *place, 1, true)));
    }
    all
}

/// The first of several sentences, if it says something by itself.
fn first_sentence(template: &Template) -> Option<Template> {
    let (first, _) = template.text.split_once(". ")?;
    let first = Template::new(first);
    let given = words(&first)
        .iter()
        .filter(|word| !word.contains(ANY))
        .count();
    (given >= 4).then_some(first)
}

/// The words of a message in lower case; a word with a placeholder in it is one.
fn words(template: &Template) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ANY;
    for run in template
        .parts
        .split(|c| !is_part(c))
        .filter(|run| !run.is_empty())
    {
        match run.contains(ANY) {
            true if words.last().is_some_and(|last| last.contains(ANY)) => {}
            true => words.push(ANY.to_string()),
            false => words.push(run.to_owned()),
        }
    }
    words
}

/// Two given words beside each other, each with the place of the first.
fn pairs(words: &[String]) -> impl Iterator<Item = (usize, String)> + '_ {
    let pairs = words.windows(2).enumerate();
    let given = pairs.filter(|(_, pair)| pair.iter().all(|word| !word.contains(ANY)));
    given.map(|(at, pair)| (at, pair.join(" ")))
}

fn index(model: &Model, owners: &BTreeMap<String, BTreeSet<Owner>>) -> TokenStream {
    let split = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let mut often: BTreeMap<String, usize> = BTreeMap::new();
    for text in owners.keys() {
        for (_, pair) in pairs(&split(text)) {
            *often.entry(pair).or_default() += 1;
        }
    }
    // A message is looked for where its rarest pair of words stands.
    let mut anchors: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (text, words) in owners.keys().enumerate() {
        let words = split(words);
        let rarest = pairs(&words).min_by_key(|(_, pair)| often.get(pair));
        if let Some((at, pair)) = rarest {
            anchors.entry(pair).or_default().push((text, at));
        }
    }
    let mut first = 0;
    let texts: Vec<_> = owners
        .iter()
        .map(|(words, owners)| {
            let (from, count) = (
                Literal::usize_unsuffixed(first),
                Literal::usize_unsuffixed(owners.len()),
            );
            first += owners.len();
            quote!((#words, #from, #count))
        })
        .collect();
    let owners = owners
        .values()
        .flatten()
        .map(|(product, is_word, place, operations, whole)| {
            let product = ident(&model.products[*product].variant);
            let [place, operations] =
                [*place, (*operations).min(255)].map(Literal::usize_unsuffixed);
            quote!((Product::#product, #is_word, #place, #operations, #whole))
        });
    let mut first = 0;
    let names: Vec<_> = anchors
        .iter()
        .map(|(pair, places)| {
            let from = Literal::usize_unsuffixed(first);
            first += places.len();
            quote!((#pair, #from))
        })
        .collect();
    let places = anchors.values().flat_map(|places| {
        let last = places.len() - 1;
        places.iter().enumerate().map(move |(at, (text, word))| {
            let [text, word] = [*text, *word].map(Literal::usize_unsuffixed);
            let more = at < last;
            quote!((#text, #word, #more))
        })
    });
    let count = names.len();
    let slots = slot_bytes(anchors.keys().map(|pair| open::name(pair)));
    quote! {
        /// Every message that a product sends, as its words, with first place and number of its owners.
        #[cfg(feature = "json")]
        pub(crate) static TEXTS: &[(&str, u32, u32)] = &[#(#texts),*];

        /// Whoever sends them, those of a message together: product, whether it is a word, place, number
        /// of operations, and whether the message is whole.
        #[cfg(feature = "json")]
        pub(crate) static TEXT_OWNERS: &[(Product, bool, u32, u8, bool)] = &[#(#owners),*];

        /// Where each pair of words begins in `ANCHOR_PLACES`.
        #[cfg(feature = "json")]
        pub(crate) static ANCHORS: crate::names::Names = crate::names::Names::new(&ANCHOR_NAMES, #slots);

        #[cfg(feature = "json")]
        static ANCHOR_NAMES: [(&str, u32); #count] = [#(#names),*];

        /// A message, the place of the pair in it, and whether the next is of the same pair.
        #[cfg(feature = "json")]
        pub(crate) static ANCHOR_PLACES: &[(u32, u8, bool)] = &[#(#places),*];
    }
}

/// Pieces of which a text holds one if it holds anything that can be recognised.
#[derive(Default)]
struct Sieve {
    /// The given parts of each message.
    messages: Vec<Vec<String>>,
    /// Words, names of fields and constants that nobody else uses.
    words: BTreeSet<String>,
}

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
    fn message(&mut self, parts: &str) {
        let given = parts.split(ANY).map(str::trim).map(str::to_owned);
        self.messages.push(
            given
                .filter(|part| part.len() > SHORT + 2 && part.is_ascii())
                .collect(),
        );
    }

    fn constants(&mut self, product: &Product) {
        let names = product
            .errors
            .iter()
            .flat_map(|e| e.aliases.iter().chain([&e.name]));
        let sent = names.filter(|name| product.operations.is_empty() && may_tell(name));
        let keys = product.payload.codes.iter().chain(&product.payload.beside);
        let own = |key: &&String| key.contains('_') || key.chars().any(char::is_uppercase);
        for word in product
            .payload
            .words
            .iter()
            .chain(keys.filter(own))
            .chain(sent)
            .filter(|word| word.len() >= SHORT)
        {
            self.words.insert(word.to_ascii_lowercase());
        }
    }

    fn render(self) -> TokenStream {
        let often = |length: usize| {
            let mut often: BTreeMap<String, usize> = BTreeMap::new();
            let messages = self
                .messages
                .iter()
                .flatten()
                .flat_map(|part| windows(part, length));
            let starts = self
                .words
                .iter()
                .filter_map(|word| word.get(..length))
                .map(str::to_owned);
            messages
                .chain(starts)
                .for_each(|window| *often.entry(window).or_default() += 1);
            often
        };
        let (often_long, often_short) = (often(LONG), often(SHORT));
        let (mut long, mut short) = (BTreeSet::new(), BTreeSet::new());
        for parts in &self.messages {
            // What many messages share is looked for once.
            let all = parts.iter().flat_map(|part| windows(part, LONG));
            match all.max_by_key(|window| (!is_common(window), often_long.get(window).copied())) {
                Some(window) => {
                    long.insert(window);
                }
                None => short.extend(telling(
                    parts.iter().flat_map(|part| windows(part, SHORT)).collect(),
                )),
            }
        }
        for word in &self.words {
            if let Some(start) = word.get(..LONG) {
                long.insert(start.to_owned());
                continue;
            }
            let start = word.get(..SHORT).map(str::to_owned);
            let shared =
                start.filter(|start| often_short.get(start).is_some_and(|count| *count >= 4));
            let own = shared.filter(|start| !is_common(start));
            short.extend(
                own.or_else(|| telling(windows(word, SHORT)))
                    .or(word.get(..SHORT).map(str::to_owned)),
            );
        }
        let [long, short] = [long, short].map(|pieces| {
            let mut pieces: Vec<String> = pieces.into_iter().collect();
            // As the search compares them.
            pieces.sort_by_key(|piece| piece.bytes().map(|byte| byte | 0x20).collect::<Vec<u8>>());
            pieces
        });
        quote! {
            /// Parts of messages, of which each message that is long enough has one. Ordered without
            /// regard to case.
            #[cfg(feature = "json")]
            pub(crate) const LONG_PIECES: &[&str] = &[#(#long),*];

            /// Parts of words and of short messages.
            #[cfg(feature = "json")]
            pub(crate) const SHORT_PIECES: &[&str] = &[#(#short),*];
        }
    }
}

/// Every part of a text that is so long.
fn windows(text: &str, length: usize) -> Vec<String> {
    let last = (text.len() + 1).saturating_sub(length);
    (0..last)
        .filter_map(|at| text.get(at..at + length))
        .map(str::to_owned)
        .collect()
}

/// Whether a piece is mostly a word of everybody's.
fn is_common(piece: &str) -> bool {
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
fn telling(pieces: Vec<String>) -> Option<String> {
    pieces.into_iter().rev().find(|piece| !is_common(piece))
}

/// Whether a constant says by itself whose it is; the recogniser asks for more.
fn may_tell(name: &str) -> bool {
    let parts: Vec<&str> = name.split('_').collect();
    let mixed = name.chars().any(char::is_lowercase) && name.chars().any(char::is_uppercase);
    let sdk = mixed || ["AUTHRET", "SDKERR", "ZRCSDKERR"].contains(&parts[0]);
    parts.len() >= 3 && name.len() >= 16 || parts.len() >= 2 && parts[0].len() >= 6 && sdk
}
