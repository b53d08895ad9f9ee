//! Tokens of one file with their brackets matched.

use std::ops::Range;

use crate::lex::{Kind, Token, lex};

/// The tokens of a file without its comments.
pub(crate) struct Tree<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// For each token the bracket that closes or opens it; itself for all others.
    partner: Vec<usize>,
    /// For each token the innermost bracket that is open before it.
    around: Vec<Option<usize>>,
    /// How many brackets have no partner.
    pub(crate) unmatched: usize,
}

impl<'a> Tree<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut tokens = lex(text);
        tokens.retain(|token| token.kind != Kind::Comment);
        let mut tree = Self {
            text,
            partner: (0..tokens.len()).collect(),
            around: Vec::with_capacity(tokens.len()),
            tokens,
            unmatched: 0,
        };
        tree.match_brackets();
        tree
    }

    fn match_brackets(&mut self) {
        let mut open: Vec<usize> = Vec::new();
        for at in 0..self.tokens.len() {
            let word = self.word(at);
            let opens = match word {
                "}" => Some("{"),
                ")" => Some("("),
                "]" => Some("["),
                _ => None,
            };
            if let Some(opens) = opens {
                match open
                    .last()
                    .copied()
                    .filter(|last| self.word(*last) == opens)
                {
                    Some(last) => {
                        open.pop();
                        self.pair(last, at);
                    }
                    None => self.unmatched += 1,
                }
            }
            self.around.push(open.last().copied());
            if matches!(word, "{" | "(" | "[") {
                open.push(at);
            }
        }
        self.unmatched += open.len();
    }

    fn pair(&mut self, opens: usize, closes: usize) {
        for (at, other) in [(opens, closes), (closes, opens)] {
            if let Some(partner) = self.partner.get_mut(at) {
                *partner = other;
            }
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The text of a token; nothing beyond the last.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens
            .get(at)
            .and_then(|token| self.text.get(token.start..token.end))
            .unwrap_or_default()
    }

    /// Whether the tokens from `at` on are these words.
    pub(crate) fn reads(&self, at: usize, words: &[&str]) -> bool {
        words
            .iter()
            .zip(at..)
            .all(|(word, at)| self.word(at) == *word)
    }

    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// A name, keywords included.
    pub(crate) fn ident(&self, at: usize) -> Option<&'a str> {
        (self.kind(at)? == Kind::Ident).then(|| self.word(at))
    }

    /// The bytes of some tokens.
    pub(crate) fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self
            .tokens
            .get(tokens.start)
            .map_or(self.text.len(), |t| t.start);
        let last = tokens
            .end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last));
        start..last.map_or(start, |last| last.end).max(start)
    }

    /// The bracket that closes or opens this one; nothing if it has none or is no bracket.
    pub(crate) fn partner(&self, at: usize) -> Option<usize> {
        self.partner
            .get(at)
            .copied()
            .filter(|partner| *partner != at)
    }

    /// The bracket around a token.
    pub(crate) fn around(&self, at: usize) -> Option<usize> {
        self.around.get(at).copied().flatten()
    }

    /// The token after this one, or after the bracket that closes it.
    pub(crate) fn next(&self, at: usize) -> usize {
        self.partner(at)
            .filter(|partner| *partner > at)
            .unwrap_or(at)
            + 1
    }

    /// The parts of a range between tokens of this word that stand in no further bracket.
    pub(crate) fn split(&self, range: Range<usize>, by: &str) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = range.start;
        let mut at = range.start;
        while at < range.end {
            if self.word(at) == by && self.kind(at) == Some(Kind::Punct) {
                parts.push(start..at);
                start = at + 1;
            }
            at = self.next(at);
        }
        parts.push(start..range.end.max(start));
        parts
    }

    /// What an object literal states: keys and the tokens of their values.
    pub(crate) fn properties(&self, open: usize) -> Vec<(String, Range<usize>)> {
        let Some(close) = self.partner(open).filter(|_| self.word(open) == "{") else {
            return Vec::new();
        };
        let parts = self.split(open + 1..close, ",");
        let stated = parts.into_iter().filter_map(|part| {
            let key = match self.kind(part.start)? {
                Kind::Ident => self.word(part.start).to_owned(),
                Kind::Text => crate::texts::unquoted(self.word(part.start)),
                _ => return None,
            };
            let value = part.start + 2..part.end;
            (self.word(part.start + 1) == ":" && !value.is_empty()).then_some((key, value))
        });
        stated.collect()
    }

    /// The integer that some tokens are, with its sign.
    pub(crate) fn integer(&self, range: &Range<usize>) -> Option<i32> {
        let (sign, at) = match self.word(range.start) {
            "-" => (-1.0, range.start + 1),
            _ => (1.0, range.start),
        };
        if at + 1 != range.end || self.kind(at)? != Kind::Number {
            return None;
        }
        let word = self.word(at);
        let value = match word.strip_prefix("0x").or(word.strip_prefix("0X")) {
            Some(hex) => f64::from(i32::from_str_radix(hex, 16).ok()?),
            None => word.parse::<f64>().ok()?,
        };
        let value = sign * value;
        let whole = value.fract() == 0.0 && value.abs() <= f64::from(i32::MAX);
        whole.then_some(value as i32)
    }
}

#[cfg(test)]
mod tests {
    use super::Tree;

    #[test]
    fn reads_the_properties_of_an_object() {
        let tree = Tree::new("f({a:1,\"b\":{c:[2,3]},...d,e(){},g:-4e3})");
        let keys: Vec<String> = tree.properties(2).into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, ["a", "b", "g"]);
        let (_, value) = tree.properties(2).remove(2);
        assert_eq!(tree.integer(&value), Some(-4000));
        assert_eq!(tree.unmatched, 0);
    }

    #[test]
    fn counts_brackets_without_a_partner() {
        assert_eq!(Tree::new("({[)").unmatched, 4);
        assert_eq!(Tree::new("({/*(*/})").unmatched, 0);
    }
}
