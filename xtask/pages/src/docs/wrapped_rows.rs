//! Rows of tables that were wrapped like running text.

use std::borrow::Cow;

use super::lines::lines;

/// The text with rows of tables put together that were wrapped, as html2text does with long ones: a
/// row has as many bars as its header. Every byte stays where it was.
pub(super) fn rejoined(text: &str) -> Cow<'_, str> {
    let bars = |line: &str| line.matches('|').count();
    let mut new: Option<Vec<u8>> = None;
    // How many bars the rows of the table have, and how many the row has so far.
    let mut table: Option<(usize, usize)> = None;
    let mut above = "";
    for line in lines(text) {
        let trimmed = line.text.trim();
        let framed = trimmed.starts_with('|');
        match table {
            Some((_, 0)) if trimmed.is_empty() || framed => table = None,
            Some((all, so_far)) => {
                let so_far = so_far + bars(trimmed);
                let goes_on =
                    so_far < all || (so_far == all && line.text.trim_end().len() + 10 > WRAPPED);
                let next = text.get(line.next..).unwrap_or_default();
                let next_line = next.lines().next().unwrap_or_default();
                let wrapped =
                    so_far < all || (goes_on && !next_line.is_empty() && bars(next_line) == 0);
                if wrapped && so_far <= all && !next_line.trim().is_empty() {
                    let bytes = new.get_or_insert_with(|| text.as_bytes().to_vec());
                    for byte in bytes
                        .iter_mut()
                        .take(line.next)
                        .skip(line.start + line.text.len())
                    {
                        *byte = b' ';
                    }
                    table = Some((all, so_far));
                } else {
                    table = Some((all, 0));
                }
            }
            None if is_delimiter(trimmed) && !framed && bars(above) == bars(trimmed) => {
                table = Some((bars(trimmed), 0));
            }
            None => {}
        }
        above = line.text;
    }
    match new.map(String::from_utf8) {
        Some(Ok(new)) => Cow::Owned(new),
        _ => Cow::Borrowed(text),
    }
}

/// Lines that long may have been wrapped.
const WRAPPED: usize = 78;

/// `---|---`.
fn is_delimiter(line: &str) -> bool {
    line.contains("-|-") && line.bytes().all(|byte| b"-|: ".contains(&byte))
}
