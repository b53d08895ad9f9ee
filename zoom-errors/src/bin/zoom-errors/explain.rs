//! `zoom-errors explain`

use serde::Serialize;

use crate::args::{Explain, Format};
use crate::entry::Entry;
use crate::find::{Answer, find};
use crate::page::Page;
use crate::record::{self, BriefRecord, ClassRecord, EntryRecord};
use crate::terminal::Output;
use crate::{Failure, Outcome};

pub(crate) fn run(args: &Explain, out: &mut Output) -> Result<Outcome, Failure> {
    let answer = find(&args.query, args.product);
    match args.format {
        Format::Json => json(&args.query, &answer, out)?,
        Format::Text => text(args, &answer, out)?,
    }
    Ok(Outcome::found(!answer.errors.is_empty()))
}

#[derive(Serialize)]
struct AnswerRecord<'a> {
    query: &'a str,
    found: bool,
    errors: Vec<EntryRecord>,
    elsewhere: Vec<BriefRecord>,
    classes: Vec<ClassRecord>,
    nearest: Vec<BriefRecord>,
}

fn json(query: &str, answer: &Answer, out: &mut Output) -> Result<(), Failure> {
    let briefs = |entries: &[Entry]| entries.iter().copied().map(BriefRecord::new).collect();
    let classes = answer.classes.iter();
    let record = AnswerRecord {
        query,
        found: !answer.errors.is_empty(),
        errors: answer
            .errors
            .iter()
            .copied()
            .map(EntryRecord::new)
            .collect(),
        elsewhere: briefs(&answer.elsewhere),
        classes: classes
            .map(|(product, class)| ClassRecord::new(*product, class))
            .collect(),
        nearest: briefs(&answer.nearest),
    };
    record::print(out, &record)
}

fn text(args: &Explain, answer: &Answer, out: &mut Output) -> Result<(), Failure> {
    let mut page = Page::new(out);
    if answer.errors.is_empty() {
        return not_listed(args, answer, &mut page);
    }
    if answer.errors.len() > 1 {
        overview(&args.query, answer, &mut page)?;
    }
    for (at, entry) in answer.errors.iter().enumerate() {
        if at > 0 {
            page.blank()?;
        }
        page.entry(*entry)?;
    }
    classes(
        "Where it is not listed, its range is documented",
        answer,
        &mut page,
    )
}

/// What a number or a name means in several places, before the pages about each.
fn overview(query: &str, answer: &Answer, page: &mut Page<'_>) -> Result<(), Failure> {
    let (query, count) = (shown(query), answer.errors.len());
    let mut text = format!("{query} has {count} meanings, the most specific first");
    let first = answer.errors.first().map(|entry| entry.product());
    let mut products = answer.errors.iter().map(|entry| entry.product());
    if products.any(|product| Some(product) != first) {
        text.push_str("; --product picks one");
    }
    text.push('.');
    page.prose(&text, "")?;
    page.briefs(&answer.errors)?;
    page.blank()?;
    Ok(())
}

/// What documented ranges say about the number.
fn classes(title: &str, answer: &Answer, page: &mut Page<'_>) -> Result<(), Failure> {
    for (at, (product, class)) in answer.classes.iter().enumerate() {
        if at == 0 {
            page.title(title)?;
        } else {
            page.blank()?;
        }
        page.class(*product, class)?;
    }
    Ok(())
}

fn not_listed(args: &Explain, answer: &Answer, page: &mut Page<'_>) -> Result<(), Failure> {
    let query = shown(&args.query);
    let place = match args.product {
        Some(product) => format!(" for {}", product.title()),
        None => String::new(),
    };
    page.prose(&format!("{query} is not listed{place}."), "")?;
    if !answer.elsewhere.is_empty() {
        page.title("Listed elsewhere")?;
        page.briefs(&answer.elsewhere)?;
    }
    classes("Its range is documented", answer, page)?;
    if !answer.nearest.is_empty() {
        page.title(if answer.number {
            "Nearest listed codes"
        } else {
            "Did you mean"
        })?;
        page.briefs(&answer.nearest)?;
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
