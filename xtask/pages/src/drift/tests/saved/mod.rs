//! The real pages, against the real catalogs.

mod changes;

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::Path;

use crate::outline::Outline;

use super::{accepted, lines, outline, page};
use crate::docs::{Row, RowCode};
use crate::drift::Lock;
use crate::saved_pages;

/// A real page, its catalog, and the lock after a review.
struct Saved {
    text: String,
    catalog: Outline,
    source: &'static str,
    lock: Lock,
}

/// Page, catalog, source, and how many codes and classes it has. Only those that a single catalog
/// holds: the rows of others are shared among several.
const PAGES: [(&str, &str, &str, (usize, usize)); 4] = [
    ("001", "video_sdk_web", "error-codes", (143, 0)),
    ("002", "meeting_sdk_web", "error-codes", (46, 6)),
    ("004", "http_status", "response-and-error-codes", (4, 3)),
    ("webhooks", "webhook_delivery", "webhooks", (11, 0)),
];

fn pages() -> impl Iterator<Item = Saved> {
    PAGES.into_iter().map(|(number, catalog, source, _)| {
        // Some were saved without the line end of the last row.
        let text = format!("{}\n", saved_pages::text(number));
        let path = format!("../../catalogs/{catalog}.yaml");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let catalog = outline(&fs::read_to_string(path).unwrap());
        Saved {
            lock: accepted(&text, &catalog, source),
            text,
            catalog,
            source,
        }
    })
}

impl Saved {
    fn lines(&self, text: &str) -> Vec<String> {
        lines(text, &self.catalog, self.source, &self.lock)
    }

    fn rows(&self) -> Vec<Row> {
        page(&self.text).rows
    }

    /// The page with other bytes in place of some.
    fn with(&self, range: Range<usize>, text: &str) -> String {
        let (before, behind) = (
            &self.text.as_bytes()[..range.start],
            &self.text.as_bytes()[range.end..],
        );
        String::from_utf8([before, text.as_bytes(), behind].concat()).unwrap()
    }

    /// Where a text stands in a row.
    fn find(&self, row: &Row, text: &str) -> Option<Range<usize>> {
        let at = row.span.start + self.text.get(row.span.clone())?.find(text)?;
        Some(at..at + text.len())
    }

    /// The whole lines of a row and of its finer causes.
    fn lines_of(&self, row: &Row) -> Range<usize> {
        let end = row.reasons.iter().map(|reason| reason.span.end).max();
        let end = end.unwrap_or(row.span.end).max(row.span.end);
        let start = self.text[..row.span.start]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let end = self.text[end - 1..]
            .find('\n')
            .map_or(self.text.len(), |at| end + at);
        start..end
    }
}

#[test]
#[ignore = "needs the saved pages"]
fn every_code_of_the_pages_is_found_and_no_other() {
    let found: Vec<(usize, usize)> = pages()
        .map(|saved| {
            let rows = saved.rows();
            let is_code = |code: &&RowCode| matches!(code, RowCode::Code(_));
            let codes: BTreeSet<RowCode> = rows.iter().map(|row| row.code).collect();
            let single = codes.iter().filter(is_code).count();
            (single, codes.len() - single)
        })
        .collect();
    assert_eq!(found, PAGES.map(|(.., count)| count));
}

#[test]
#[ignore = "needs the saved pages"]
fn the_lock_in_the_repository_is_that_of_the_pages() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalogs/docs.lock");
    let lock = Lock::parse(&fs::read_to_string(path).unwrap()).unwrap();
    for saved in pages() {
        assert_eq!(
            lines(&saved.text, &saved.catalog, saved.source, &lock),
            [""; 0]
        );
    }
}
