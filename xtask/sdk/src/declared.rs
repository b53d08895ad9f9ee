//! Type declarations: enums with their comments, unions of words, and tables in comments.

use crate::facts::{Facts, List, Member, Place, Word};
use crate::lex::{Kind, Token, lex};
use crate::package::File;
use crate::raised::is_word;
use crate::texts::{comment, unquoted};

/// Adds what a file declares.
pub(crate) fn read(facts: &mut Facts, file: usize, content: &File) {
    let text = content.text.as_str();
    let tokens = lex(text);
    let reader = Reader {
        file,
        text,
        tokens: &tokens,
        offset: 0,
    };
    for at in 0..tokens.len() {
        match reader.word(at) {
            "enum" => reader.list(at, facts, &content.name),
            "type" => reader.union(at, facts),
            _ => {}
        }
        let Some(token) = tokens.get(at) else {
            continue;
        };
        match token.kind {
            Kind::Comment => {
                facts
                    .strings
                    .insert(comment(reader.word(at)).to_lowercase());
                tables(facts, file, reader.word(at), token.start);
            }
            Kind::Text => {
                facts
                    .strings
                    .insert(unquoted(reader.word(at)).to_lowercase());
            }
            _ => {
                facts.symbols.insert(reader.word(at).to_owned());
            }
        }
    }
}

/// How long a table in a comment may be, in characters.
const LONGEST_TABLE: usize = 16 * 1024;

/// A table of names and numbers in an example: `const reasonCode = { OTHER: 0, … }`.
fn tables(facts: &mut Facts, file: usize, comment: &str, offset: usize) {
    for (start, _) in comment.match_indices("const ") {
        let rest = comment.get(start..).unwrap_or_default();
        let end = rest.char_indices().nth(LONGEST_TABLE).map(|(at, _)| at);
        let rest = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
        let text = rest.split_once('}').map_or(rest, |(table, _)| table);
        let tokens = lex(text);
        let reader = Reader {
            file,
            text,
            tokens: &tokens,
            offset: offset + start,
        };
        if reader.word(2) != "=" || reader.word(3) != "{" {
            continue;
        }
        let members: Vec<Member> = (4..tokens.len())
            .filter(|at| reader.word(at + 1) == ":")
            .filter_map(|at| reader.member(at, at + 2, None))
            .collect();
        if members.len() > 1 {
            facts.lists.push(List {
                name: Some(reader.word(1).to_owned()),
                declared: true,
                place: reader.place(1, 1),
                members,
            });
        }
    }
}

struct Reader<'a> {
    file: usize,
    text: &'a str,
    tokens: &'a [Token],
    /// Where the text begins in its file.
    offset: usize,
}

impl<'a> Reader<'a> {
    fn word(&self, at: usize) -> &'a str {
        let token = self.tokens.get(at);
        token
            .and_then(|token| self.text.get(token.start..token.end))
            .unwrap_or_default()
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn place(&self, first: usize, last: usize) -> Place {
        let start = self.tokens.get(first).map_or(0, |token| token.start);
        let end = self.tokens.get(last).map_or(start, |token| token.end);
        Place {
            file: self.file,
            start: self.offset + start,
            end: self.offset + end,
        }
    }

    /// A name and the number that stands at `value`.
    fn member(&self, name: usize, value: usize, comment: Option<String>) -> Option<Member> {
        let negative = self.word(value) == "-";
        let digits = value + usize::from(negative);
        let number: i32 = self.word(digits).parse().ok()?;
        (self.kind(name) == Some(Kind::Ident)).then(|| Member {
            name: self.word(name).to_owned(),
            number: if negative { -number } else { number },
            place: self.place(name, digits),
            comment,
        })
    }

    /// `enum Name { /** comment */ MEMBER = 1, … }`
    fn list(&self, start: usize, facts: &mut Facts, file: &str) {
        if self.kind(start + 1) != Some(Kind::Ident) || self.word(start + 2) != "{" {
            return;
        }
        let mut members: Vec<Member> = Vec::new();
        let mut last_comment = None;
        let mut unread = 0;
        let mut words = 0;
        let mut at = start + 3;
        while at < self.tokens.len() && self.word(at) != "}" {
            match self.kind(at) {
                Some(Kind::Comment) => last_comment = Some(comment(self.word(at))),
                Some(Kind::Ident) if self.word(at + 1) == "=" => {
                    match self.member(at, at + 2, last_comment.take()) {
                        Some(member) => members.push(member),
                        None if self.kind(at + 2) == Some(Kind::Text) => words += 1,
                        None => unread += 1,
                    }
                }
                // A member without a value follows the one before.
                Some(Kind::Ident)
                    if matches!(self.word(at + 1), "," | "}") && self.word(at - 1) != "=" =>
                {
                    members.push(Member {
                        name: self.word(at).to_owned(),
                        number: members
                            .last()
                            .map_or(0, |last| last.number.saturating_add(1)),
                        place: self.place(at, at),
                        comment: last_comment.take(),
                    });
                }
                _ => {}
            }
            at += 1;
        }
        let name = self.word(start + 1);
        if unread > 0 {
            facts.notes.push(format!(
                "{file}: {unread} members of the enum `{name}` have neither a number nor a word"
            ));
        }
        if words == 0 && !members.is_empty() {
            facts.lists.push(List {
                name: Some(name.to_owned()),
                declared: true,
                place: self.place(start + 1, start + 1),
                members,
            });
        }
    }

    /// `type Name = | 'WORD' | …;`
    fn union(&self, start: usize, facts: &mut Facts) {
        if !self.word(start + 1).starts_with("ErrorType") || self.word(start + 2) != "=" {
            return;
        }
        for at in start + 3..self.tokens.len() {
            match self.kind(at) {
                Some(Kind::Text) if is_word(&unquoted(self.word(at))) => facts.words.push(Word {
                    word: unquoted(self.word(at)),
                    place: self.place(at, at),
                }),
                _ if self.word(at) == "|" => {}
                _ => return,
            }
        }
    }
}
