//! Reads saved documentation pages: finds the error codes and what the page says of each.
//!
//! ```text
//!                   ┌ openapi_page ─▶ openapi ────────────────────────────────────────────┐
//!                   ├ saved_page ─ cuts out the parts ┐                                   │
//! text ─▶ detect ─▶ ├ markdown_page, html_page        ├─▶ blocks ─▶ gather ─▶ Page
//!                   └ bullet_page, plain_table        ┘              (table_rows, item, body)
//! ```
//! A layout's module only turns text into blocks (headings, tables, lists, examples). What counts
//! as a row is decided in one place for all layouts: `table_rows` for tables, `item` for list items,
//! `body` for JSON examples. Nothing here panics whatever the text, and time is linear in it.

mod blocks;
mod body;
mod bullet_page;
mod code_cell;
mod columns;
mod detect;
mod drawn_tables;
mod gather;
mod html_page;
mod html_table;
mod item;
mod item_text;
mod layout;
mod lines;
mod markdown_page;
mod mdx;
mod named_code;
mod number;
mod openapi_page;
mod page;
mod pasted_json;
mod plain_lines;
mod plain_table;
mod plain_text;
mod prose;
mod read_error;
mod run_together;
mod saved_page;
mod tabbed;
mod table_rows;
mod tags;
mod unseen;
mod wire_word;
mod wrapped_rows;

#[cfg(test)]
mod tests;

pub use layout::Layout;
pub use page::{NoteKind, Page, PageNote, Row, RowCode, RowContent, RowReason, Section};
pub use read_error::ReadError;
pub use wire_word::WireWord;

use crate::openapi::Specification;
use gather::{Harvest, Reading};

/// Reads a page; the layout is recognised by content unless it is given.
///
/// # Errors
/// If the layout is not recognised; if no code is found, which never passes for an empty page; or
/// if more codes stand in one place than any page has there.
pub fn read(text: &str, layout: Option<Layout>) -> Result<Page, ReadError> {
    let body = text.trim_start_matches(BYTE_ORDER_MARK);
    let base = text.len() - body.len();
    if layout.is_none() && drawn_tables::is_restructured(body) {
        let form = "reStructuredText";
        return Err(ReadError::Unsuitable { form });
    }
    let layout = layout
        .or_else(|| detect::detect(body))
        .ok_or(ReadError::UnknownLayout)?;
    let reading = match layout {
        Layout::OpenApi => openapi_page::read(body, base)?,
        Layout::SavedPage => saved_page::read(body, base)?,
        Layout::Markdown => markdown_page::read(body, base),
        Layout::BulletText => bullet_page::read(body, base),
        Layout::PlainTable => plain_table::read(body, base),
        Layout::Html => html_page::read(body, base),
    };
    let Reading {
        title,
        harvest:
            Harvest {
                rows,
                notes,
                passed_over,
                too_many,
                specification,
            },
    } = reading;
    if let Some(span) = too_many {
        return Err(ReadError::TooManyCodes { span });
    }
    let states = |specification: &Specification| !specification.facts.is_empty();
    if rows.is_empty() && !specification.as_ref().is_some_and(states) {
        return Err(ReadError::NoCodes {
            layout,
            passed_over,
            notes,
        });
    }
    Ok(Page {
        layout,
        title,
        rows,
        specification,
        notes,
    })
}

/// What some editors put in front of a saved file.
const BYTE_ORDER_MARK: char = '\u{feff}';
