//! Bundles: the places that raise an error, `{type:…,reason:"…",errorCode:…}` in any order.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::compiled::Bundle;
use crate::expression::{branches, texts};
use crate::facts::{Facts, List, Place, Site, Word};
use crate::lex::Kind;
use crate::package::File;
use crate::texts::{says_something, squeezed, unquoted};
use crate::tree::Tree;

/// The keys under which a reason stands: that of Client View is the second.
const REASONS: [&str; 2] = ["reason", "errorMessage"];

/// Adds the raise sites of a bundle, and the words raised at them.
pub(crate) fn read(facts: &mut Facts, file: usize, content: &File, bundle: &Bundle<'_>) {
    let reader = Reader::new(file, bundle, &facts.lists);
    let mut found = Found::default();
    for at in 0..bundle.tree.len() {
        if bundle.tree.word(at) == "{" {
            reader.object(at, &mut found);
        }
    }
    facts.sites.append(&mut found.sites);
    facts.words.append(&mut found.words);
    let unread = [
        (found.codes, "without a code that can be read"),
        (
            found.reasons,
            "with a code, and a reason that only running tells",
        ),
        (
            found.without_code,
            "with a type and a reason, and no code at all",
        ),
    ];
    let unread: Vec<String> = unread
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    if !unread.is_empty() {
        facts.notes.push(format!(
            "{}: raise sites compared with nothing: {}",
            content.name,
            unread.join("; ")
        ));
    }
}

/// Whether a text is a word for an error: `INVALID_OPERATION`.
pub(crate) fn is_word(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    text.contains('_')
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.chars().all(plain)
}

#[derive(Default)]
struct Found {
    sites: Vec<Site>,
    words: Vec<Word>,
    codes: usize,
    reasons: usize,
    without_code: usize,
}

/// A code, and the list that names it.
type Code = (i32, Option<usize>);

struct Reader<'a, 'b> {
    file: usize,
    tree: &'b Tree<'a>,
    bundle: &'b Bundle<'a>,
    /// Codes by the constant's name.
    named: HashMap<&'b str, BTreeSet<Code>>,
    lists: &'b [List],
    /// Codes that tables keep for raise sites: `errorCode:{unsupported:A.B}`.
    kept: HashMap<String, BTreeSet<Code>>,
    /// Variables that are given a word, or a code.
    words: HashMap<&'a str, BTreeSet<String>>,
    codes: HashMap<&'a str, BTreeSet<Code>>,
}

impl<'a, 'b> Reader<'a, 'b> {
    fn new(file: usize, bundle: &'b Bundle<'a>, lists: &'b [List]) -> Self {
        let mut named: HashMap<&str, BTreeSet<Code>> = HashMap::new();
        for at in bundle.lists.clone() {
            for member in lists.get(at).into_iter().flat_map(|list| &list.members) {
                let codes = named.entry(&member.name).or_default();
                codes.insert((member.number, Some(at)));
            }
        }
        let mut reader = Self {
            file,
            tree: &bundle.tree,
            bundle,
            named,
            lists,
            kept: HashMap::new(),
            words: HashMap::new(),
            codes: HashMap::new(),
        };
        reader.variables();
        reader
    }

    /// Notes what variables are given, and what tables keep.
    fn variables(&mut self) {
        let tree = self.tree;
        for at in 0..tree.len() {
            let Some(name) = tree.ident(at) else { continue };
            if tree.reads(at, &["errorCode", ":", "{"]) {
                for (key, value) in tree.properties(at + 2) {
                    let codes = self.constants(&value);
                    self.kept.entry(key).or_default().extend(codes);
                }
            }
            // Names of one letter are taken anew in every function.
            let ends = |end: usize| matches!(tree.word(end), "," | ";" | ")" | "}");
            if tree.word(at + 1) != "=" || name.len() < 2 || tree.word(at.saturating_sub(1)) == "."
            {
                continue;
            }
            if tree.kind(at + 2) == Some(Kind::Text) && ends(at + 3) {
                let word = unquoted(tree.word(at + 2));
                if is_word(&word) {
                    self.words.entry(name).or_default().insert(word);
                }
            } else if tree.reads(at + 3, &["."]) && ends(at + 5) {
                let codes = self.constants(&(at + 2..at + 5));
                self.codes.entry(name).or_default().extend(codes);
            }
        }
    }

    /// The codes that `A.NAME` has.
    fn constants(&self, value: &Range<usize>) -> BTreeSet<Code> {
        let Some(last) = value.end.checked_sub(1) else {
            return BTreeSet::new();
        };
        let named = self
            .tree
            .ident(last)
            .and_then(|name| Some((name, self.named.get(name)?)));
        let Some((name, codes)) = named.filter(|_| self.tree.word(last.wrapping_sub(1)) == ".")
        else {
            return BTreeSet::new();
        };
        let holder = last
            .checked_sub(2)
            .and_then(|holder| self.tree.ident(holder));
        let held = holder.and_then(|holder| self.bundle.variables.get(holder));
        let of_holder = held.and_then(|at| self.lists.get(*at).map(|list| (*at, list)));
        let of_holder = of_holder.and_then(|(at, list)| {
            let member = list.members.iter().find(|member| member.name == name)?;
            Some(BTreeSet::from([(member.number, Some(at))]))
        });
        let numbers: BTreeSet<i32> = codes.iter().map(|(number, _)| *number).collect();
        match of_holder {
            Some(codes) => codes,
            // Lists of one name may differ; then only the variable tells which is meant.
            None if numbers.len() == 1 => codes.iter().take(1).copied().collect(),
            None => BTreeSet::new(),
        }
    }

    /// The codes that a value may be.
    fn value(&self, value: &Range<usize>) -> BTreeSet<Code> {
        let tree = self.tree;
        if let Some(number) = tree.integer(value) {
            return BTreeSet::from([(number, None)]);
        }
        if let Some(branches) = branches(tree, value) {
            return branches
                .iter()
                .flat_map(|branch| self.value(branch))
                .collect();
        }
        let constants = self.constants(value);
        if !constants.is_empty() {
            return constants;
        }
        let last = value.end.saturating_sub(1);
        if tree.reads(last.saturating_sub(3), &[".", "errorCode", "."]) {
            return self.kept.get(tree.word(last)).cloned().unwrap_or_default();
        }
        let alone = (value.len() == 1).then(|| tree.word(value.start));
        let given = alone.and_then(|name| self.codes.get(name));
        given
            .filter(|codes| codes.len() == 1)
            .cloned()
            .unwrap_or_default()
    }

    fn object(&self, open: usize, found: &mut Found) {
        let tree = self.tree;
        // An object has a name or a string first; blocks of code are many.
        if !matches!(tree.kind(open + 1), Some(Kind::Ident | Kind::Text))
            || tree.word(open + 2) != ":"
        {
            return;
        }
        let properties = tree.properties(open);
        let get = |key: &str| {
            properties
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value)
        };
        let reason = REASONS.iter().find_map(|key| get(key));
        let Some(code) = get("errorCode") else {
            let raised = get("type").is_some_and(|kind| self.word(kind).is_some());
            found.without_code += usize::from(raised && reason.is_some());
            return;
        };
        if tree.word(code.start) == "{" || tree.kind(code.start) == Some(Kind::Text) {
            return;
        }
        let codes = self.value(code);
        if codes.is_empty() {
            // Others hand on a code that was raised elsewhere, to a log for instance.
            found.codes += usize::from(reason.is_some());
            return;
        }
        let bytes = tree.bytes(&(open..tree.partner(open).unwrap_or(open) + 1));
        let place = Place {
            file: self.file,
            start: bytes.start,
            end: bytes.end,
        };
        if let Some(word) = get("type").and_then(|kind| self.word(kind)) {
            found.words.push(Word { word, place });
        }
        let all = reason
            .map(|reason| texts(tree, reason.clone()))
            .unwrap_or_default();
        let told: Vec<String> = all
            .iter()
            .map(|text| squeezed(text))
            .filter(|text| says_something(text))
            .collect();
        found.reasons += usize::from(told.is_empty() && all.iter().any(|text| !text.is_empty()));
        for (code, list) in codes {
            let site = |text| Site {
                place,
                code,
                list,
                text,
            };
            found
                .sites
                .extend(told.iter().cloned().map(|text| site(Some(text))));
            if told.is_empty() {
                found.sites.push(site(None));
            }
        }
    }

    /// The word that a `type:` is.
    fn word(&self, value: &Range<usize>) -> Option<String> {
        let word = (value.len() == 1).then(|| self.tree.word(value.start))?;
        if self.tree.kind(value.start) == Some(Kind::Text) {
            return Some(unquoted(word)).filter(|word| is_word(word));
        }
        let words = self.words.get(word).filter(|words| words.len() == 1)?;
        words.first().cloned()
    }
}
