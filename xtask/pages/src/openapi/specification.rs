//! What a document states of errors.

use std::collections::HashMap;
use std::ops::Range;

use super::call::Call;
use super::description::{self, Stated};
use super::document::{self, Document, Operation, Pairs, Reader, Response};
use super::halves::Halves;
use super::placed::Placed;
use super::sameness::bare;
use super::spec_error::SpecError;

/// What a document states of errors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Specification {
    /// The product's title.
    pub title: Option<String>,
    /// Its operations, in its order.
    pub calls: Vec<Call>,
    /// Which operations it speaks of.
    pub halves: Halves,
    /// Each response once, in the order of the document.
    pub facts: Vec<Fact>,
    /// What was seen but could not be read.
    pub unread: Vec<Unread>,
    /// Where the document lies, in bytes of the input.
    pub span: Range<usize>,
}

/// A code under a status with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The code as written.
    pub code: String,
    /// The HTTP status.
    pub status: i32,
    /// The message, a template; empty if there is none.
    pub message: String,
    /// The operations that document it, in the order of the document.
    pub on: Vec<OperationUse>,
}

impl Fact {
    /// Where it is first stated, in bytes of the input.
    pub fn span(&self) -> Range<usize> {
        self.on.first().map_or(0..0, |on| on.span.clone())
    }
}

/// An operation that documents a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationUse {
    /// `GET /meetings/{meetingId}`.
    pub operation: String,
    /// Where, in bytes of the input.
    pub span: Range<usize>,
}

/// A place that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// What could not be read.
    pub text: String,
    /// Where, in bytes of the input.
    pub span: Range<usize>,
}

impl Specification {
    /// Reads a document that begins at `base` in the input.
    ///
    /// # Errors
    /// If the text is no OpenAPI 3 document.
    pub fn read(text: &str, base: usize) -> Result<Self, SpecError> {
        let gatherer = Gatherer {
            text,
            base,
            specification: Self {
                title: None,
                calls: Vec::new(),
                halves: Halves::default(),
                facts: Vec::new(),
                unread: Vec::new(),
                span: base..base + text.len(),
            },
            places: HashMap::new(),
        };
        document::with(text, gatherer).map_err(|error| SpecError {
            at: base + error.at,
            ..error
        })
    }
}

/// Goes through the operations and their responses.
struct Gatherer<'a> {
    text: &'a str,
    base: usize,
    specification: Specification,
    /// Places of the facts by code, status and bare message.
    places: HashMap<(String, i32, String), usize>,
}

impl Reader for Gatherer<'_> {
    type Output = Specification;

    fn read<T: Placed>(mut self, document: &Document<T>) -> Specification {
        self.specification.title = document.info.title.clone();
        let shared = &document.components.responses;
        for (path, item) in document.paths.iter().flat_map(|paths| &paths.0) {
            for (method, operation) in item.operations() {
                let name = format!("{method} {path}");
                self.operation(&name, operation, shared);
                self.call(name, operation);
            }
        }
        self.specification.halves = Halves::of(
            self.specification
                .calls
                .iter()
                .map(|call| call.name.as_str()),
        );
        self.specification
    }
}

impl Gatherer<'_> {
    fn call<T: Placed>(&mut self, name: String, operation: &Operation<T>) {
        let place = operation.id.as_ref().or(operation.description.as_ref());
        let span = place.map_or(0..0, |place| place.span(self.text));
        let mut call = Call {
            name,
            id: operation.id.as_ref().and_then(Placed::text),
            limit: None,
            scopes: Vec::new(),
            granular: Vec::new(),
            span: self.base + span.start..self.base + span.end,
        };
        if let Some(description) = operation.description.as_ref().and_then(Placed::text) {
            call.describe(&description);
        }
        self.specification.calls.push(call);
    }

    fn operation<T: Placed>(
        &mut self,
        name: &str,
        operation: &Operation<T>,
        shared: &Pairs<Response<T>>,
    ) {
        for (key, response) in &operation.responses.0 {
            let description = match &response.reference {
                Some(reference) => {
                    let id = reference.rsplit('/').next().unwrap_or_default();
                    let found = shared.0.iter().find(|(name, _)| name == id);
                    let Some((_, response)) = found else {
                        self.unread(format!("{name}, {key}: `{reference}` leads nowhere"), 0..0);
                        continue;
                    };
                    &response.description
                }
                None => &response.description,
            };
            let Some(description) = description else {
                continue;
            };
            let span = description.span(self.text);
            let Some(text) = description.text() else {
                self.unread(format!("{name}, {key}: the description is no text"), span);
                continue;
            };
            let stated = description::stated(&text);
            if stated.is_empty() {
                continue;
            }
            let Some(status) = status(key, &text) else {
                self.unread(
                    format!("{name}: codes under `{key}`, which is no status"),
                    span,
                );
                continue;
            };
            let raw = self.text.get(span.clone()).unwrap_or_default();
            let places = description::places(raw);
            for one in stated {
                let at = places
                    .get(one.mark)
                    .map_or(span.start, |at| span.start + at);
                let next = places
                    .get(one.mark + 1)
                    .map_or(span.end, |at| span.start + at);
                self.stated(name, status, one, at..next);
            }
        }
    }

    fn stated(&mut self, operation: &str, status: i32, stated: Stated, span: Range<usize>) {
        let span = self.base + span.start..self.base + span.end;
        for code in stated.codes {
            let is_number = code
                .trim_start_matches('-')
                .bytes()
                .all(|b| b.is_ascii_digit());
            if is_number && code.parse::<i32>().is_err() {
                let text = format!("`{code}` is larger than any code can be");
                self.specification.unread.push(Unread {
                    text,
                    span: span.clone(),
                });
                continue;
            }
            if stated.messages.is_empty() {
                self.fact(operation, &code, status, "", &span);
            }
            for message in &stated.messages {
                self.fact(operation, &code, status, message, &span);
            }
        }
    }

    fn fact(
        &mut self,
        operation: &str,
        code: &str,
        status: i32,
        message: &str,
        span: &Range<usize>,
    ) {
        let facts = &mut self.specification.facts;
        let key = (code.to_owned(), status, bare(message));
        let place = *self.places.entry(key).or_insert(facts.len());
        if place == facts.len() {
            facts.push(Fact {
                code: code.to_owned(),
                status,
                message: message.to_owned(),
                on: Vec::new(),
            });
        }
        let Some(fact) = facts.get_mut(place) else {
            return;
        };
        if !fact.on.iter().any(|on| on.operation == operation) {
            fact.on.push(OperationUse {
                operation: operation.to_owned(),
                span: span.clone(),
            });
        }
    }

    fn unread(&mut self, text: String, span: Range<usize>) {
        let span = self.base + span.start..self.base + span.end;
        self.specification.unread.push(Unread { text, span });
    }
}

/// The status of a response: its key, or under `default` and the like what its description says.
fn status(key: &str, description: &str) -> Option<i32> {
    let number = |text: &str| {
        text.parse()
            .ok()
            .filter(|status| (100..600).contains(status))
    };
    number(key).or_else(|| {
        let lower = description.to_ascii_lowercase();
        let (_, behind) = lower.split_once("http status code")?;
        let digits = behind.trim_start_matches(|c: char| !c.is_ascii_digit());
        number(digits.get(..3)?)
    })
}
