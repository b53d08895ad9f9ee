//! Tests on small pages written for them; `real_pages` reads the saved ones.

mod bullets;
mod cells;
mod html;
mod layouts;
mod markdown;
mod mutations;
mod openapi;
mod plain_table;
mod prose;
mod real_pages;
mod saved_page;
mod tables;

use super::{Layout, Page, ReadError, Row, read};

/// A row in one line: `3712 NAME [section] text`, with a dash for what it has not got.
fn line(row: &Row) -> String {
    let name = row.name.as_deref().unwrap_or("-");
    let section = row.section.as_deref().unwrap_or("-");
    format!("{} {name} [{section}] {}", row.code, row.text)
        .trim_end()
        .to_owned()
}

/// The rows of a page, each in one line, its reasons indented below it.
fn lines(page: &Page) -> Vec<String> {
    let mut lines = Vec::new();
    for row in &page.rows {
        lines.push(line(row));
        for reason in &row.reasons {
            let number = reason
                .code
                .map_or_else(|| "-".to_owned(), |code| code.to_string());
            let headers: String = reason
                .headers
                .iter()
                .map(|header| format!(" {{{header}}}"))
                .collect();
            lines.push(format!("  {number} {}{headers}", reason.text));
        }
    }
    lines
}

/// Asserts what a page gives, its layout recognised or given.
#[track_caller]
fn assert_reads(text: &str, layout: Option<Layout>, expected: &[&str]) {
    match read(text, layout) {
        Ok(page) => {
            assert_eq!(lines(&page), expected, "{page:#?}");
            assert_spans(text, &page);
        }
        Err(error) => assert!(expected.is_empty(), "{error}"),
    }
}

/// Spans lie in the page, on the borders of characters.
#[track_caller]
fn assert_spans(text: &str, page: &Page) {
    let rows = page.rows.iter().map(|row| &row.span);
    let reasons = page
        .rows
        .iter()
        .flat_map(|row| &row.reasons)
        .map(|reason| &reason.span);
    let notes = page.notes.iter().map(|note| &note.span);
    for span in rows.chain(reasons).chain(notes) {
        assert!(
            text.get(span.clone()).is_some(),
            "{span:?} in {} bytes",
            text.len()
        );
    }
}

/// The text that each row's span covers.
fn covered<'a>(text: &'a str, page: &Page) -> Vec<&'a str> {
    page.rows
        .iter()
        .map(|row| text.get(row.span.clone()).unwrap_or("outside of the page"))
        .collect()
}

/// The page, read as asked.
fn page(text: &str, layout: Layout) -> Result<Page, ReadError> {
    read(text, Some(layout))
}
