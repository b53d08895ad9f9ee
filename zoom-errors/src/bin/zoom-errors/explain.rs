//! `zoom-errors explain`

use std::io::{self, Write};

use serde::Serialize;
use zoom_errors::ZoomError;

use crate::args::{Explain, Format, Scope, command_like};
use crate::call::Call;
use crate::find::{Answer, find};
use crate::label::address;
use crate::page::Page;
use crate::record::{self, BriefRecord, ClassRecord, EntryRecord, OperationRecord};
use crate::terminal::Output;
use crate::{Failure, Outcome};

/// With more meanings than that, only the first has its page.
const PAGES: usize = 3;

pub(crate) fn run(args: &Explain, out: &mut Output) -> Result<Outcome, Failure> {
    let call = args.call.as_ref();
    let scope = call.map(|call| Scope::One(call.product)).or(args.product);
    let mut answers = find(&args.query, scope);
    if let Some(call) = call {
        if let Some(remark) = call.remark() {
            let _ = writeln!(io::stderr(), "note: {remark}");
        }
        answers
            .iter_mut()
            .for_each(|(query, answer)| answer.narrow(query, call));
    }
    match args.format {
        Format::Json => json(&answers, call, out)?,
        Format::Text => {
            for (at, (query, answer)) in answers.iter().enumerate() {
                if at > 0 {
                    writeln!(out)?;
                }
                text(query, scope, call, answer, out)?;
            }
        }
    }
    Ok(Outcome::found(
        answers.iter().any(|(_, answer)| !answer.errors.is_empty()),
    ))
}

#[derive(Serialize)]
struct AnswerRecord<'a> {
    query: &'a str,
    /// The operations in whose light it is explained.
    calls: Vec<OperationRecord>,
    found: bool,
    errors: Vec<MeantRecord>,
    elsewhere: Vec<BriefRecord>,
    classes: Vec<ClassRecord>,
    nearest: Vec<BriefRecord>,
}

/// An error, and where else it means the same.
#[derive(Serialize)]
struct MeantRecord {
    #[serde(flatten)]
    error: EntryRecord,
    also_in: Vec<String>,
    /// Whether the call documents it; null without a call.
    documented: Option<bool>,
}

/// One object; for several queries a list of them.
fn json(
    answers: &[(String, Answer)],
    call: Option<&Call>,
    out: &mut Output,
) -> Result<(), Failure> {
    let mut records: Vec<AnswerRecord<'_>> = answers
        .iter()
        .map(|(query, answer)| answer_record(query, call, answer))
        .collect();
    match records.len() {
        1 => record::print(out, &records.remove(0)),
        _ => record::print(out, &records),
    }
}

fn answer_record<'a>(query: &'a str, call: Option<&Call>, answer: &Answer) -> AnswerRecord<'a> {
    let briefs = |errors: &[ZoomError]| errors.iter().copied().map(BriefRecord::new).collect();
    let meant = answer.errors.iter().map(|(error, same)| MeantRecord {
        error: EntryRecord::new(*error),
        also_in: same.iter().copied().map(address).collect(),
        documented: call.map(|call| call.documents(*error)),
    });
    let classes = answer.classes.iter();
    let operations = call.map_or(&[][..], |call| &call.operations);
    AnswerRecord {
        query,
        calls: operations
            .iter()
            .copied()
            .map(OperationRecord::new)
            .collect(),
        found: !answer.errors.is_empty(),
        errors: meant.collect(),
        elsewhere: briefs(&answer.elsewhere),
        classes: classes
            .map(|(product, class)| ClassRecord::new(*product, class))
            .collect(),
        nearest: briefs(&answer.nearest),
    }
}

fn text(
    query: &str,
    scope: Option<Scope>,
    call: Option<&Call>,
    answer: &Answer,
    out: &mut Output,
) -> Result<(), Failure> {
    let mut page = Page::new(out);
    if answer.errors.is_empty() {
        return not_listed(query, scope, answer, &mut page);
    }
    if answer.errors.len() > 1 {
        overview(query, answer, &mut page)?;
    }
    let pages = if answer.errors.len() > PAGES {
        1
    } else {
        PAGES
    };
    for (at, (error, same)) in answer.errors.iter().take(pages).enumerate() {
        if at > 0 {
            page.blank()?;
        }
        page.entry(*error, same, call.map_or(&[], |call| &call.operations))?;
        if let Some(call) = call {
            page.call(*error, call)?;
        }
    }
    Ok(())
}

/// What a number or a text means in several places, before the pages about each.
fn overview(query: &str, answer: &Answer, page: &mut Page<'_>) -> Result<(), Failure> {
    let (query, count) = (shown(query), answer.errors.len());
    let mut text = format!("{query} has {count} meanings");
    let first = answer.errors.first().map(|(error, _)| error.product());
    let mut products = answer.errors.iter().map(|(error, _)| error.product());
    if products.any(|product| Some(product) != first) {
        text.push_str("; --product picks one");
    }
    text.push('.');
    page.prose(&text, "")?;
    page.briefs(answer.errors.iter().cloned())?;
    page.blank()?;
    Ok(())
}

fn not_listed(
    query: &str,
    scope: Option<Scope>,
    answer: &Answer,
    page: &mut Page<'_>,
) -> Result<(), Failure> {
    let place = scope.map_or(String::new(), |scope| format!(" for {}", scope.title()));
    page.prose(&format!("{} is not listed{place}.", shown(query)), "")?;
    let alone = |errors: &[ZoomError]| {
        errors
            .iter()
            .map(|error| (*error, Vec::new()))
            .collect::<Vec<_>>()
    };
    if !answer.elsewhere.is_empty() {
        page.title("Listed elsewhere")?;
        page.briefs(alone(&answer.elsewhere))?;
    }
    for (at, (product, class)) in answer.classes.iter().enumerate() {
        match at {
            0 => page.title("Its range is documented")?,
            _ => page.blank()?,
        }
        page.class(*product, class)?;
    }
    if !answer.nearest.is_empty() {
        let near = if answer.number {
            "Nearest listed codes"
        } else {
            "Did you mean"
        };
        page.title(near)?;
        page.briefs(alone(&answer.nearest))?;
    }
    let command = query.split_whitespace().next().and_then(command_like);
    if let Some(command) = command.filter(|_| !answer.number) {
        page.title("Or the command")?;
        page.prose(&format!("zoom-errors {command} --help"), "  ")?;
    }
    Ok(())
}

/// What somebody typed, without what would upset a terminal or fill it.
fn shown(query: &str) -> String {
    const ENOUGH: usize = 60;
    let mut text: String = query.chars().take(ENOUGH).collect();
    if text.len() < query.len() {
        text.push_str("...");
    }
    text.escape_debug().collect()
}
