//! Any text as a documentation page, in every layout, and held against a catalog.
#![no_main]

use std::ops::Range;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use xtask_pages::docs::{Layout, Page, RowCode, read};
use xtask_pages::drift::acceptance::accept;
use xtask_pages::drift::finding::{Place, finding};
use xtask_pages::drift::{Against, Change, Drift, Lock, compare, lock};
use xtask_pages::outline::Outline;
use zoom_errors_codegen::{SourceFile, Sources, report};

/// The catalog that pages are held against.
const CATALOG: &str = include_str!("../seeds/lamp.yaml");

/// It is the second file of a report, behind the page.
static OUTLINE: LazyLock<Outline> = LazyLock::new(|| {
    Outline::read(&SourceFile::new("catalogs/lamp.yaml", CATALOG), 1).expect("the catalog is read")
});

fuzz_target!(|text: &str| {
    for layout in Layout::ALL {
        match read(text, Some(layout)) {
            Ok(page) => within(text, &page),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
    if let Ok(page) = read(text, None) {
        assert_eq!(read(text, Some(page.layout)).as_ref(), Ok(&page));
        compared(text, &page);
    }
});

fn within(text: &str, page: &Page) {
    assert!(!page.rows.is_empty(), "a page without codes is an error");
    let rows = page.rows.iter().map(|row| &row.span);
    let reasons = page.rows.iter().flat_map(|row| &row.reasons);
    let notes = page.notes.iter().map(|note| &note.span);
    for span in rows.chain(reasons.map(|reason| &reason.span)).chain(notes) {
        assert!(
            text.get(span.clone()).is_some(),
            "{span:?} of {}",
            text.len()
        );
    }
    for row in &page.rows {
        // The lock keeps codes as they are written.
        assert_eq!(lock::code(&row.code.to_string()), Some(row.code));
    }
}

fn compared(text: &str, page: &Page) {
    let empty = Lock::default();
    let against = Against::new(&OUTLINE, "page", &empty);
    shown(&compare(page, &against).drifts, text);

    // What was reviewed is no news.
    let accepted = accept(page, &against, &[], true).expect("it is forced");
    let written = accepted.lock.to_string();
    let lock = Lock::parse(&written).expect("what is written is read");
    assert_eq!(lock, accepted.lock);
    let against = Against::new(&OUTLINE, "page", &lock);
    for drift in compare(page, &against).drifts {
        assert!(!is_about_wording(&drift), "{drift:?}");
    }
}

/// Whether a finding is one of those that end once the page was reviewed.
fn is_about_wording(drift: &Drift) -> bool {
    let listed = |code: &RowCode| match code {
        RowCode::Code(code) => OUTLINE.entry(*code).is_some(),
        RowCode::Class { .. } | RowCode::Word(_) => false,
    };
    match &drift.change {
        Change::Reworded | Change::ReasonReworded | Change::ListedTwice { .. } => {
            drift.code.as_ref().is_some_and(listed)
        }
        Change::Unreviewed { codes } => codes.iter().any(listed),
        _ => false,
    }
}

fn shown(drifts: &[Drift], text: &str) {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("page", text));
    sources.add(SourceFile::new("catalogs/lamp.yaml", CATALOG));
    let place = Place {
        file,
        text,
        arguments: "--catalog lamp page.md",
    };
    let findings: Vec<_> = drifts.iter().map(|drift| finding(drift, &place)).collect();
    for finding in &findings {
        let related = finding.related.iter().map(|(span, _)| *span);
        for span in related.chain([finding.span]) {
            let text = sources.file(span.file).text();
            let within: Range<usize> = span.start..span.end;
            assert!(text.get(within).is_some(), "{finding:?} is nowhere");
        }
    }
    report::findings_human(&findings, &sources, true);
    let json = report::findings_json(&findings, &sources);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("an array");
    assert_eq!(rows.len(), findings.len());
}
