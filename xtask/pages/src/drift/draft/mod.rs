//! Writes into a catalog what a page tells: entries for new codes, new names and numbers.
//!
//! What a person has to say stays empty, so that `validate` refuses the entry until it is written.

mod call_lines;
mod category;
mod draft_error;
mod edits;
mod fact_lines;
mod from_facts;
mod places;
mod stub;
mod words;

use std::collections::HashSet;

use crate::edit::{Edit, apply};
use crate::outline::Outline;
use zoom_errors_codegen::SourceFile;

use super::against::{Against, Known, has_name, shown};
use super::facts;
use super::pairing::{Match, Pairing};
use super::reasons::{self, ReasonDrift};
use super::rows::PageCode;
use super::spaces;
use crate::docs::{Page, RowCode};
pub use call_lines::{CallsDraft, draft_calls, new_calls};
use category::Categories;
pub use draft_error::DraftError;
use edits::Entries;
use from_facts::FromFacts;

/// A catalog with what a page tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The catalog's text.
    pub text: String,
    /// What was written, each in a few words.
    pub written: Vec<String>,
    /// What is left to a person, each in a few words.
    pub left: Vec<String>,
}

/// Drafts all that the page has and the catalog lacks.
///
/// # Errors
/// If the page looks cut off, unless `force` is set, or if the catalog is in another style than one
/// item on lines of its own.
pub fn draft(
    page: &Page,
    catalog: &SourceFile,
    against: &Against<'_>,
    force: bool,
) -> Result<Draft, DraftError> {
    let codes = spaces::own(page, against).codes;
    let pairing = Pairing::of(&codes, against, &facts::told(page, against));
    if pairing.looks_cut_off() && !force {
        return Err(DraftError::CutOff {
            gone: pairing.gone.iter().map(|(code, _)| *code).collect(),
            expected: pairing.expected.len(),
        });
    }
    let mut drafter = Drafter {
        text: catalog.text(),
        against,
        edits: Vec::new(),
        written: Vec::new(),
        left: Vec::new(),
    };
    for matched in &pairing.matched {
        drafter.known(matched)?;
    }
    let mut facts = FromFacts::new(catalog.text(), against);
    let mut entries = Entries::new(catalog.text(), against, &codes)?;
    if let Some(specification) = &page.specification {
        facts.draft(specification, &mut entries)?;
    }
    drafter.added(&pairing.added, &codes, entries)?;
    drafter.edits.append(&mut facts.edits);
    drafter.written.append(&mut facts.written);
    drafter.left.append(&mut facts.left);
    let text = apply(catalog.text(), &drafter.edits).ok_or(DraftError::Style)?;
    let added = pairing.added.iter().map(|(_, code)| code.code);
    let added: Vec<RowCode> = added.chain(facts.added).collect();
    let count = added.len();
    verify(&text, against.outline, added.into_iter())
        .ok_or(DraftError::Unsound { added: count })?;
    Ok(Draft {
        text,
        written: drafter.written,
        left: drafter.left,
    })
}

/// Reads what was written: nothing may have been lost, and all that is new must be there.
fn verify(text: &str, old: &Outline, added: impl Iterator<Item = RowCode>) -> Option<()> {
    let new = Outline::read(&SourceFile::new("draft", text), 0).ok()?;
    let mut wanted = (old.entries.len(), old.words.len());
    let there: HashSet<i32> = new.entries.iter().map(|entry| entry.code.value).collect();
    for code in added {
        match code {
            RowCode::Code(code) => {
                there.get(&code)?;
                wanted.0 += 1;
            }
            RowCode::Word(_) => wanted.1 += 1,
            RowCode::Class { .. } => {}
        }
    }
    let sizes = (new.entries.len(), new.words.len());
    (sizes == wanted && new.id == old.id).then_some(())
}

struct Drafter<'a> {
    text: &'a str,
    against: &'a Against<'a>,
    edits: Vec<Edit>,
    written: Vec<String>,
    left: Vec<String>,
}

impl<'a> Drafter<'a> {
    /// A code that both have: its number, its name, its reasons.
    fn known(&mut self, matched: &Match<'_, '_, '_>) -> Result<(), DraftError> {
        let Known::Entry(_, entry) = matched.known else {
            return Ok(());
        };
        let on_page = matched.on_page;
        if matched.former != on_page.code {
            let span = entry.code.span;
            self.edits.push(Edit {
                range: span.start..span.end,
                text: on_page.code.to_string(),
            });
            let shown = on_page.shown();
            self.written
                .push(format!("{shown}: the number, {} so far", matched.former));
        }
        let renamed = on_page.names().next();
        let renamed = renamed.filter(|_| !on_page.names().any(|name| has_name(entry, name)));
        if let (Some(to), Some(from)) = (renamed, &entry.name) {
            let outline = self.against.outline;
            self.edits
                .extend(edits::rename(self.text, outline, entry, to));
            let shown = on_page.shown();
            self.written
                .push(format!("{shown}: the name, {} so far", from.value));
        }
        let reviewed = self.against.reviewed(matched.former);
        for drift in reasons::compare(on_page, entry, reviewed) {
            if let ReasonDrift::Added(reason) = drift {
                let shown = on_page.shown();
                match edits::reason(self.text, entry, &stub::reason(reason)) {
                    Some(edit) => {
                        self.edits.push(edit);
                        self.written
                            .push(format!("{shown}: a cause, {}", reason.text));
                    }
                    None => self.left.push(format!(
                        "{shown}: a cause, {}; its entry has no list of reasons",
                        reason.text
                    )),
                }
            }
        }
        Ok(())
    }

    fn added(
        &mut self,
        added: &[(usize, &PageCode<'a>)],
        codes: &'a [PageCode<'a>],
        mut entries: Entries<'_>,
    ) -> Result<(), DraftError> {
        let mut categories = Categories::new(self.against, codes);
        for (at, code) in added {
            if let RowCode::Class { .. } = code.code {
                self.left.push(format!(
                    "{}: a class of codes; give a category or a range these `codes:`",
                    code.code
                ));
                continue;
            }
            let category = categories.of(*at, code);
            let default = self.against.outline.sources.first();
            let source = default.filter(|default| default.id != self.against.source);
            let lines = stub::entry(code, &category, source.map(|_| self.against.source));
            entries
                .insert(*at, &category.id, lines)
                .ok_or(DraftError::Style)?;
            self.written.push(format!(
                "{}: an entry in `{}`",
                shown(code.code, code.names().next()),
                category.id
            ));
        }
        for new in categories.new_ones() {
            self.written.push(format!("the category `{}`", new.id));
        }
        self.edits
            .extend(categories.edits(self.text).ok_or(DraftError::Style)?);
        self.edits.extend(entries.edits());
        Ok(())
    }
}
