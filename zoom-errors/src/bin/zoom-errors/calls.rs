//! `zoom-errors list --call`

use std::io::{self, Write};

use serde::Serialize;
use zoom_errors::{Entry, Operation, Response, ZoomError};

use crate::args::{Format, List};
use crate::call::Call;
use crate::filter::{fits, holds, listed, number, within};
use crate::label::label;
use crate::list::table;
use crate::page::{Page, facts};
use crate::record::{self, AdviceRecord, OperationRecord};
use crate::terminal::Output;
use crate::{Failure, Outcome};

/// What no operation documents by itself.
const SHARED: &str = "Every operation may answer the codes of `zoom-errors list -p rest_api` too.";

pub(crate) fn run(args: &List, call: &Call, out: &mut Output) -> Result<Outcome, Failure> {
    let words = args.words();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let is_asked = |error: ZoomError, told: &Entry| {
        within(args, error) && fits(args, told) && holds(error, &words)
    };
    if let Some(remark) = call.remark() {
        let _ = writeln!(io::stderr(), "note: {remark}");
    }
    let answers: Vec<Answers> = call
        .operations
        .iter()
        .map(|operation| Answers::new(operation, is_asked))
        .collect();
    let of_product = || {
        let all = ZoomError::all();
        all.filter(|error| error.product() == call.product)
            .filter(|error| listed(args, *error) && holds(*error, &words))
    };
    match (args.format, answers.is_empty()) {
        (Format::Json, false) => record::print(out, &records(&answers))?,
        (Format::Json, true) => {
            let failures = of_product().map(|error| FailureRecord::new(error, None));
            let record = CallRecord {
                operation: OperationRecord::unknown(&call.text, call.product),
                failures: failures.collect(),
            };
            record::print(out, &[record])?;
        }
        (Format::Text, true) => table(&of_product().collect::<Vec<_>>(), out)?,
        (Format::Text, false) => {
            for (at, answers) in answers.iter().enumerate() {
                if at > 0 {
                    writeln!(out)?;
                }
                match out.table() {
                    Some(_) => page(answers, out)?,
                    None => lines(answers, out)?,
                }
            }
            if out.table().is_some() {
                let mut page = Page::new(out);
                page.blank()?;
                page.prose(SHARED, "")?;
            }
        }
    }
    let found = match answers.is_empty() {
        true => of_product().next().is_some(),
        false => answers.iter().any(|answers| !answers.failures.is_empty()),
    };
    Ok(Outcome::found(found))
}

/// An operation with its failures that are asked for.
struct Answers {
    operation: &'static Operation,
    failures: Vec<(ZoomError, &'static Response)>,
}

impl Answers {
    fn new(operation: &'static Operation, is_asked: impl Fn(ZoomError, &Entry) -> bool) -> Self {
        let failures = operation.failures();
        let failures = failures.filter_map(|response| Some((response.error()?, response)));
        let mut failures: Vec<_> = failures
            .filter(|(error, response)| {
                is_asked(*error, response.reason().unwrap_or(error.entry()))
            })
            .collect();
        failures.sort_by_key(|(error, response)| (response.status(), error.code()));
        Self {
            operation,
            failures,
        }
    }
}

/// For a person: the facts, then a paragraph for each answer.
fn page(answers: &Answers, out: &mut Output) -> io::Result<()> {
    let mut page = Page::new(out);
    page.operation(answers.operation)?;
    page.title("What it can answer")?;
    if answers.failures.is_empty() {
        page.prose("Nothing of its own is documented.", "  ")?;
    }
    for (error, response) in &answers.failures {
        let reason = response
            .reason()
            .map_or(String::new(), |reason| format!(", {}", reason.name()));
        let text = format!(
            "HTTP {}, {} {}{reason}: {}",
            response.status(),
            number(*error),
            label(*error),
            response.message()
        );
        page.wrapped(&text, "  ", "    ")?;
    }
    Ok(())
}

/// For a program: one line for each answer, and the facts as comments.
fn lines(answers: &Answers, out: &mut Output) -> io::Result<()> {
    let operation = answers.operation;
    writeln!(out, "# {operation}")?;
    for (label, text) in facts(operation) {
        writeln!(out, "# {label}: {text}")?;
    }
    let columns = |of: fn(ZoomError) -> usize| {
        let widths = answers.failures.iter().map(|(error, _)| of(*error));
        widths.max().unwrap_or(0)
    };
    let (code, name) = (
        columns(|error| number(error).len()),
        columns(|error| label(error).len()),
    );
    for (error, response) in &answers.failures {
        let (id, status) = (error.product().id(), response.status());
        let (number, label, message) = (number(*error), label(*error), response.message());
        writeln!(
            out,
            "{id}  {status}  {number:>code$}  {label:name$}  {message}"
        )?;
    }
    Ok(())
}

#[derive(Serialize)]
struct CallRecord {
    #[serde(flatten)]
    operation: OperationRecord,
    failures: Vec<FailureRecord>,
}

/// What a call can answer; of an operation that is not known, without status and message.
#[derive(Serialize)]
struct FailureRecord {
    status: Option<u16>,
    product: &'static str,
    code: Option<i32>,
    value: Option<&'static str>,
    name: &'static str,
    reason: Option<&'static str>,
    message: Option<&'static str>,
    summary: &'static str,
    kind: &'static str,
    #[serde(flatten)]
    advice: AdviceRecord,
}

impl FailureRecord {
    fn new(error: ZoomError, response: Option<&'static Response>) -> Self {
        let reason = response.and_then(Response::reason);
        let entry = reason.unwrap_or(error.entry());
        Self {
            status: response.map(Response::status),
            product: error.product().id(),
            code: error.code(),
            value: error.word(),
            name: error.name(),
            reason: reason.map(Entry::name),
            message: response.map(Response::message),
            summary: entry.summary(),
            kind: entry.kind().id(),
            advice: AdviceRecord::new(&entry.guidance()),
        }
    }
}

fn records(answers: &[Answers]) -> Vec<CallRecord> {
    let records = answers.iter().map(|answers| CallRecord {
        operation: OperationRecord::new(answers.operation),
        failures: answers
            .failures
            .iter()
            .map(|(error, response)| FailureRecord::new(*error, Some(response)))
            .collect(),
    });
    records.collect()
}
