//! The responses that a specification states of one code, against those of its entry.

use std::collections::HashSet;
use std::ops::Range;

use zoom_errors_codegen::Span;

use super::change::Change;
use super::digest::Digest;
use super::lock::Reviewed;
use super::subjects::Subject;
use crate::openapi::{Fact, Halves, bare};
use crate::outline::ResponseOutline;

/// A response that is not as the catalog has it.
#[derive(Debug)]
pub(super) struct ResponseDrift<'p> {
    pub(super) change: Change,
    /// The response on the page, if it has one.
    pub(super) fact: Option<&'p Fact>,
    /// Where on the page.
    pub(super) page: Range<usize>,
    /// Where in the catalog.
    pub(super) catalog: Span,
}

impl ResponseDrift<'_> {
    /// What is noted of a difference that a person means to stay.
    pub(super) fn digest(&self) -> Digest {
        let (kind, what) = match &self.change {
            Change::ResponseAdded { status, message } => {
                ("+", vec![status.to_string(), bare(message)])
            }
            Change::ResponseGone { status, message } => {
                ("-", vec![status.to_string(), bare(message)])
            }
            Change::MessageChanged { status, from, to } => {
                ("m", vec![status.to_string(), bare(from), bare(to)])
            }
            Change::StatusChanged { message, from, to } => {
                ("s", vec![bare(message), from.to_string(), to.to_string()])
            }
            Change::OperationAdded {
                operation,
                status,
                message,
            } => (
                "o+",
                vec![operation.clone(), status.to_string(), bare(message)],
            ),
            Change::OperationGone {
                operation,
                status,
                message,
            } => (
                "o-",
                vec![operation.clone(), status.to_string(), bare(message)],
            ),
            _ => ("", Vec::new()),
        };
        let mut texts = vec![kind];
        texts.extend(what.iter().map(String::as_str));
        Digest::of(&texts)
    }
}

/// What a person has seen who has reviewed a code now. The operations are all in the catalog or
/// among the differences.
pub(super) fn reviewed(facts: &[&Fact], drifts: &[ResponseDrift<'_>]) -> Reviewed {
    let row = |fact: &&Fact| Digest::of(&[&fact.status.to_string(), &bare(&fact.message)]);
    Reviewed {
        rows: facts.iter().map(row).collect(),
        reasons: drifts.iter().map(ResponseDrift::digest).collect(),
        ..Reviewed::default()
    }
}

/// One response of the catalog.
struct Listed<'k> {
    status: i32,
    message: &'k str,
    bare: String,
    outline: &'k ResponseOutline,
}

/// What differs.
pub(super) fn compare<'p>(
    facts: &[&'p Fact],
    subject: &Subject<'_>,
    halves: Halves,
) -> Vec<ResponseDrift<'p>> {
    let listed = subject.facts.responses.iter().map(|outline| {
        let message = outline
            .message
            .as_ref()
            .map_or("", |message| &message.value);
        Listed {
            status: outline.status.as_ref().map_or(0, |status| status.value),
            message,
            bare: bare(message),
            outline,
        }
    });
    let mut comparer = Comparer {
        subject,
        halves,
        left: listed.collect(),
        drifts: Vec::new(),
        near: facts.first().map_or(0..0, |fact| fact.span()),
    };
    let mut new: Vec<(&Fact, String)> = facts
        .iter()
        .map(|fact| (*fact, bare(&fact.message)))
        .collect();
    comparer.pair(&mut new, |fact, own, listed| {
        fact.status == listed.status && *own == listed.bare
    });
    comparer.pair(&mut new, |_, own, listed| {
        !own.is_empty() && *own == listed.bare
    });
    comparer.pair(&mut new, |fact, own, listed| {
        fact.status == listed.status && alike(own, &listed.bare)
    });
    for (fact, _) in new {
        comparer.added(fact);
    }
    comparer.gone();
    comparer.drifts
}

struct Comparer<'s, 'k, 'p> {
    subject: &'s Subject<'k>,
    halves: Halves,
    /// Responses of the catalog that nothing on the page is yet.
    left: Vec<Listed<'k>>,
    drifts: Vec<ResponseDrift<'p>>,
    /// Where on the page to show what is gone.
    near: Range<usize>,
}

impl<'p> Comparer<'_, '_, 'p> {
    /// Takes those for one that fit.
    fn pair(
        &mut self,
        new: &mut Vec<(&'p Fact, String)>,
        fits: impl Fn(&Fact, &String, &Listed<'_>) -> bool,
    ) {
        new.retain(|(fact, own)| {
            let found = self.left.iter().position(|listed| fits(fact, own, listed));
            match found {
                Some(at) => {
                    let listed = self.left.remove(at);
                    self.same(fact, own, &listed);
                    false
                }
                None => true,
            }
        });
    }

    fn push(&mut self, change: Change, fact: Option<&'p Fact>, page: Range<usize>, catalog: Span) {
        self.drifts.push(ResponseDrift {
            change,
            fact,
            page,
            catalog,
        });
    }

    /// What differs of one response.
    fn same(&mut self, fact: &'p Fact, own: &str, listed: &Listed<'_>) {
        let outline = listed.outline;
        let status = fact.status;
        if listed.status != status {
            let change = Change::StatusChanged {
                message: fact.message.clone(),
                from: listed.status,
                to: status,
            };
            let place = outline
                .status
                .as_ref()
                .map_or(outline.span, |status| status.span);
            self.push(change, Some(fact), fact.span(), place);
        }
        if listed.bare != *own {
            let change = Change::MessageChanged {
                status,
                from: listed.message.to_owned(),
                to: fact.message.clone(),
            };
            let place = outline
                .message
                .as_ref()
                .map_or(outline.span, |message| message.span);
            self.push(change, Some(fact), fact.span(), place);
        }
        let known: HashSet<&str> = outline.on.iter().map(|on| on.value.as_str()).collect();
        for on in fact
            .on
            .iter()
            .filter(|on| !known.contains(on.operation.as_str()))
        {
            let change = Change::OperationAdded {
                operation: on.operation.clone(),
                status,
                message: fact.message.clone(),
            };
            let place = outline.on_list.map_or(outline.span, |list| list.key);
            self.push(change, Some(fact), on.span.clone(), place);
        }
        let halves = self.halves;
        let now: HashSet<&str> = fact.on.iter().map(|on| on.operation.as_str()).collect();
        let gone = outline.on.iter().filter(|on| halves.speak_of(&on.value));
        for on in gone.filter(|on| !now.contains(on.value.as_str())) {
            let change = Change::OperationGone {
                operation: on.value.clone(),
                status,
                message: fact.message.clone(),
            };
            self.push(change, Some(fact), fact.span(), on.span);
        }
    }

    fn added(&mut self, fact: &'p Fact) {
        // A code without words says nothing new where its status is known.
        let known = |response: &ResponseOutline| {
            response
                .status
                .as_ref()
                .is_some_and(|status| status.value == fact.status)
        };
        if fact.message.is_empty() && self.subject.facts.responses.iter().any(known) {
            return;
        }
        let change = Change::ResponseAdded {
            status: fact.status,
            message: fact.message.clone(),
        };
        self.push(change, Some(fact), fact.span(), self.subject.span);
    }

    fn gone(&mut self) {
        for listed in std::mem::take(&mut self.left) {
            if !is_spoken_of(listed.outline, self.halves) {
                continue;
            }
            let change = Change::ResponseGone {
                status: listed.status,
                message: listed.message.to_owned(),
            };
            self.push(change, None, self.near.clone(), listed.outline.span);
        }
    }
}

/// Whether a document would state a response of the catalog if it were still there.
pub(super) fn is_spoken_of(response: &ResponseOutline, halves: Halves) -> bool {
    response.on.is_empty() || response.on.iter().any(|on| halves.speak_of(&on.value))
}

/// Whether most words of two messages are the same.
fn alike(one: &str, other: &str) -> bool {
    let words = |text: &'_ str| -> HashSet<String> {
        let words = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    let shared = one.intersection(&other).count();
    shared > 0 && shared * 2 >= one.union(&other).count()
}
