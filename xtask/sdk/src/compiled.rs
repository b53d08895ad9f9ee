//! Bundles: enums as compilers write them, and objects of names and numbers.

use std::collections::HashMap;

use crate::facts::{Facts, List, Member, Place};
use crate::lex::Kind;
use crate::package::File;
use crate::texts::{template, unquoted};
use crate::tree::Tree;

/// A bundle read once, with the lists found in it.
pub(crate) struct Bundle<'a> {
    pub(crate) tree: Tree<'a>,
    /// Its lists in [`Facts::lists`] by the variable that holds them.
    pub(crate) variables: HashMap<&'a str, usize>,
    /// All its lists.
    pub(crate) lists: std::ops::Range<usize>,
}

/// Adds the lists of a bundle.
pub(crate) fn read<'a>(facts: &mut Facts, file: usize, content: &'a File) -> Bundle<'a> {
    let tree = Tree::new(&content.text);
    if tree.unmatched > 0 {
        facts.notes.push(format!(
            "{}: {} brackets do not match up; raise sites near them may be missed",
            content.name, tree.unmatched
        ));
    }
    let first = facts.lists.len();
    let mut variables = HashMap::new();
    // Where the last compiled enum ended.
    let mut after = 0;
    for at in 0..tree.len() {
        let word = tree.word(at);
        match tree.kind(at) {
            Some(Kind::Text) => {
                facts.strings.insert(unquoted(word).to_lowercase());
            }
            Some(Kind::Template) => {
                facts.strings.insert(template(word).to_lowercase());
            }
            Some(Kind::Ident | Kind::Number) if !facts.symbols.contains(word) => {
                facts.symbols.insert(word.to_owned());
            }
            _ => {}
        }
        let found = match word {
            "[" if at >= after => compiled(&tree, file, at),
            "{" => table(&tree, file, at).map(|members| (members, at, at)),
            _ => None,
        };
        if let Some((members, start, end)) = found {
            let name = variable(&tree, start);
            if let Some(name) = name {
                variables.insert(name, facts.lists.len());
            }
            let bytes = tree.bytes(&(start..end + 1));
            facts.lists.push(List {
                name: name.map(str::to_owned),
                declared: false,
                place: Place {
                    file,
                    start: bytes.start,
                    end: bytes.end,
                },
                members,
            });
            after = end;
        }
    }
    let lists = first..facts.lists.len();
    Bundle {
        tree,
        variables,
        lists,
    }
}

/// `e[e.NAME=1]="NAME",…`, from the first bracket on; with the first and the last token.
fn compiled(tree: &Tree<'_>, file: usize, first: usize) -> Option<(Vec<Member>, usize, usize)> {
    let start = first.checked_sub(1)?;
    let object = tree.ident(start)?;
    let mut members = Vec::new();
    let mut at = start;
    let mut last = start;
    while tree.reads(at, &[object, "[", object, "."]) {
        let close = tree.partner(at + 1).filter(|close| *close > at + 5)?;
        let name = tree.ident(at + 4)?;
        let number = tree.integer(&(at + 6..close));
        let named =
            tree.kind(close + 2) == Some(Kind::Text) && unquoted(tree.word(close + 2)) == name;
        let (true, true, Some(number)) = (tree.word(at + 5) == "=", named, number) else {
            break;
        };
        let bytes = tree.bytes(&(at..close + 3));
        members.push(Member {
            name: name.to_owned(),
            number,
            place: Place {
                file,
                start: bytes.start,
                end: bytes.end,
            },
            comment: None,
        });
        last = close + 2;
        at = close + 4;
    }
    (members.len() > 1).then_some((members, start, last))
}

/// `{NAME:1,…}`
fn table(tree: &Tree<'_>, file: usize, open: usize) -> Option<Vec<Member>> {
    // Most objects end here.
    if !matches!(tree.kind(open + 3)?, Kind::Number | Kind::Punct) || tree.word(open + 2) != ":" {
        return None;
    }
    let stated = tree.properties(open);
    let members: Vec<Member> = stated
        .iter()
        .map_while(|(name, value)| {
            let bytes = tree.bytes(&(value.start - 2..value.end));
            Some(Member {
                name: name.clone(),
                number: tree.integer(value)?,
                place: Place {
                    file,
                    start: bytes.start,
                    end: bytes.end,
                },
                comment: None,
            })
        })
        .collect();
    (members.len() > 1 && members.len() == stated.len()).then_some(members)
}

/// The variable that holds what begins at `start`: `A={…}`, `A=function(e){…}`,
/// `(function(e){…})(A||(A={}))`.
fn variable<'a>(tree: &Tree<'a>, start: usize) -> Option<&'a str> {
    if tree.word(start) == "{" {
        return assigned(tree, start);
    }
    let mut body = tree.around(start)?;
    // `return` and the like may stand in a further block.
    if tree.word(body) == "(" {
        body = tree.around(body)?;
    }
    let parameters = tree.partner(body.checked_sub(1)?)?;
    let arrow = tree.word(body.checked_sub(1)?) == "=>";
    let function = (parameters.saturating_sub(2)..parameters)
        .find(|at| tree.word(*at) == "function")
        .filter(|_| !arrow)?;
    assigned(tree, function).or_else(|| {
        let close = tree.partner(body)?;
        let open = (close + 1..close + 3).find(|at| tree.word(*at) == "(")?;
        tree.ident(open + 1)
    })
}

fn assigned<'a>(tree: &Tree<'a>, at: usize) -> Option<&'a str> {
    let before = at.checked_sub(1)?;
    match tree.word(before) {
        "=" => tree.ident(before.checked_sub(1)?),
        "(" | "!" => assigned(tree, before),
        _ => None,
    }
}
