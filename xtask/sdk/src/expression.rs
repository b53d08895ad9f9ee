//! What an expression may evaluate to, as far as that can be told without running it.

use std::ops::Range;

use crate::lex::Kind;
use crate::texts::{HOLE, template, unquoted};
use crate::tree::Tree;

/// How deep an expression is followed.
const MAX_DEPTH: usize = 24;

/// How many texts an expression may have.
const MAX_TEXTS: usize = 32;

/// The texts that an expression may be; a part known only at run time is a hole.
pub(crate) fn texts(tree: &Tree<'_>, range: Range<usize>) -> Vec<String> {
    at_depth(tree, range, MAX_DEPTH)
}

fn at_depth(tree: &Tree<'_>, range: Range<usize>, depth: usize) -> Vec<String> {
    let hole = || vec![HOLE.to_owned()];
    let Some(depth) = depth.checked_sub(1) else {
        return hole();
    };
    let range = bare(tree, range);
    let all = |parts: Vec<Range<usize>>| {
        let mut texts: Vec<String> = Vec::new();
        for text in parts
            .into_iter()
            .flat_map(|part| at_depth(tree, part, depth))
        {
            if texts.len() < MAX_TEXTS && !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts
    };
    if let Some(branches) = branches(tree, &range) {
        return all(branches.into());
    }
    for operator in ["||", "??"] {
        let parts = tree.split(range.clone(), operator);
        if parts.len() > 1 {
            return all(parts);
        }
    }
    let sum = tree.split(range.clone(), "+");
    if sum.len() > 1 {
        return joined(tree, sum, depth);
    }
    match tree.kind(range.start) {
        Some(kind @ (Kind::Text | Kind::Template)) => {
            let word = tree.word(range.start);
            let first = if kind == Kind::Text {
                unquoted(word)
            } else {
                template(word)
            };
            concatenated(tree, range.start + 1..range.end, first, depth).unwrap_or_else(hole)
        }
        _ => hole(),
    }
}

/// Without brackets around the whole.
fn bare(tree: &Tree<'_>, mut range: Range<usize>) -> Range<usize> {
    while range.start + 1 < range.end
        && tree.word(range.start) == "("
        && tree.partner(range.start) == Some(range.end - 1)
    {
        range = range.start + 1..range.end - 1;
    }
    range
}

/// The branches of `condition ? this : that`.
pub(crate) fn branches(tree: &Tree<'_>, range: &Range<usize>) -> Option<[Range<usize>; 2]> {
    let mut question = None;
    let mut open = 0_usize;
    let mut at = range.start;
    while at < range.end {
        match (tree.word(at), question) {
            ("?", None) => question = Some(at),
            ("?", Some(_)) => open += 1,
            (":", Some(from)) if open == 0 => return Some([from + 1..at, at + 1..range.end]),
            (":", Some(_)) => open -= 1,
            _ => {}
        }
        at = tree.next(at);
    }
    None
}

/// What parts say one after the other.
fn joined(tree: &Tree<'_>, parts: Vec<Range<usize>>, depth: usize) -> Vec<String> {
    let mut texts = vec![String::new()];
    for part in parts {
        let ends = at_depth(tree, part, depth);
        let longer = texts
            .iter()
            .flat_map(|text| ends.iter().map(move |end| format!("{text}{end}")));
        texts = longer.take(MAX_TEXTS).collect();
    }
    texts
}

/// A literal and the calls of `concat` behind it, as older builds write templates.
fn concatenated(
    tree: &Tree<'_>,
    mut calls: Range<usize>,
    first: String,
    depth: usize,
) -> Option<Vec<String>> {
    let mut texts = vec![first];
    while !calls.is_empty() {
        let open = calls.start + 2;
        let close = tree.partner(open).filter(|close| *close < calls.end)?;
        if !tree.reads(calls.start, &[".", "concat", "("]) {
            return None;
        }
        let ends = joined(tree, tree.split(open + 1..close, ","), depth);
        let longer = texts
            .iter()
            .flat_map(|text| ends.iter().map(move |end| format!("{text}{end}")));
        texts = longer.take(MAX_TEXTS).collect();
        calls.start = close + 1;
    }
    Some(texts)
}

#[cfg(test)]
mod tests {
    use super::texts;
    use crate::tree::Tree;

    fn of(text: &str) -> Vec<String> {
        let tree = Tree::new(text);
        texts(&tree, 0..tree.len())
    }

    #[test]
    fn follows_conditions_sums_and_calls() {
        assert_eq!(of("a?\"x\":b?'y':`z ${c}`"), ["x", "y", "z {}"]);
        assert_eq!(
            of("\"lamp \".concat(n,\" of \").concat(m)"),
            ["lamp {} of {}"]
        );
        assert_eq!(of("e.reason||\"no lamp\""), ["{}", "no lamp"]);
        assert_eq!(
            of("(\"lamp \"+(on?\"on\":\"off\"))"),
            ["lamp on", "lamp off"]
        );
        assert_eq!(of("f(\"x\")"), ["{}"]);
        assert_eq!(of("\"x\".trim()"), ["{}"]);
    }

    #[test]
    fn gives_up_on_endless_ones() {
        assert_eq!(of(&"(".repeat(5000)), ["{}"]);
        assert!(of(&"a?\"x\":".repeat(500)).contains(&"x".to_owned()));
    }
}
