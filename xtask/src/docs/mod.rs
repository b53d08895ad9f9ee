//! Reads saved documentation pages: finds the error codes and what the page says of each.
//!
//! ```text
//!                   ┌ saved_page ─ cuts out the parts ┐
//! text ─▶ layout ─▶ ├ markdown, html                  ├─▶ blocks ─▶ gather ─▶ Page
//!                   └ bullets, plain_table            ┘              (table, item, body)
//! ```
//! A layout's module only turns text into blocks (headings, tables, lists, examples). What counts
//! as a row is decided in one place for all layouts: `table` for tables, `item` for list items,
//! `body` for JSON examples. Nothing here panics whatever the text, and time is linear in it.

mod blocks;
mod body;
mod bullets;
mod code_cell;
mod columns;
mod description;
mod entry;
mod error;
mod gather;
mod html;
mod html_table;
mod item;
mod layout;
mod lines;
mod markdown;
mod mdx;
mod number;
mod openapi;
mod page;
mod plain_table;
mod plain_text;
mod prose;
mod saved_page;
mod table;
mod tags;

#[cfg(test)]
mod tests;

pub use error::ReadError;
pub use layout::Layout;
pub use page::{Page, PageNote, Row, RowCode, RowContent, RowReason, Section};

use gather::Harvest;

/// What a layout's reader hands back: the page's title and what was found on it.
#[derive(Debug)]
struct Reading {
    title: Option<String>,
    harvest: Harvest,
}

/// Reads a page; the layout is recognised by content unless it is given.
///
/// # Errors
/// If the layout is not recognised; if no code is found, which never passes for an empty page; or
/// if more codes stand in one place than any page has there.
pub fn read(text: &str, layout: Option<Layout>) -> Result<Page, ReadError> {
    let body = text.trim_start_matches(BYTE_ORDER_MARK);
    let base = text.len() - body.len();
    let layout = layout
        .or_else(|| Layout::detect(body))
        .ok_or(ReadError::UnknownLayout)?;
    let reading = match layout {
        Layout::SavedPage => saved_page::read(body, base),
        Layout::Markdown => markdown::read(body, base),
        Layout::BulletText => bullets::read(body, base),
        Layout::PlainTable => plain_table::read(body, base),
        Layout::Html => html::read(body, base),
    };
    let Reading {
        title,
        harvest:
            Harvest {
                rows,
                notes,
                passed_over,
                too_many,
            },
    } = reading;
    if let Some(span) = too_many {
        return Err(ReadError::TooManyCodes { span });
    }
    if rows.is_empty() {
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
        notes,
    })
}

/// What some editors put in front of a saved file.
const BYTE_ORDER_MARK: char = '\u{feff}';
