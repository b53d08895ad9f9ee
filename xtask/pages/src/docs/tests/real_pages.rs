//! The saved pages that the project starts from.

use std::collections::{BTreeMap, BTreeSet};

use crate::docs::detect::detect;
use crate::docs::{Layout, Page, Row, RowCode, RowContent, read};
use crate::saved_pages::text;

#[track_caller]
fn parsed(text: &str, layout: Layout) -> Page {
    let page = read(text, None);
    let empty = Page {
        layout,
        title: None,
        rows: Vec::new(),
        specification: None,
        notes: Vec::new(),
    };
    assert!(
        page.as_ref().is_ok_and(|page| page.layout == layout),
        "{page:?}"
    );
    super::assert_spans(text, page.as_ref().unwrap_or(&empty));
    page.unwrap_or(empty)
}

fn codes(page: &Page) -> BTreeSet<i32> {
    page.rows
        .iter()
        .filter_map(|row| match row.code {
            RowCode::Code(code) => Some(code),
            RowCode::Class { .. } | RowCode::Word(_) => None,
        })
        .collect()
}

fn classes(page: &Page) -> Vec<String> {
    let classes = page
        .rows
        .iter()
        .filter(|row| matches!(row.code, RowCode::Class { .. }));
    classes.map(|row| row.code.to_string()).collect()
}

fn sections(page: &Page) -> BTreeSet<&str> {
    page.rows
        .iter()
        .filter_map(|row| row.section.as_deref())
        .collect()
}

fn row(page: &Page, code: i32) -> Option<&Row> {
    page.rows.iter().find(|row| row.code == RowCode::Code(code))
}

fn reasons(page: &Page, code: i32) -> usize {
    row(page, code).map_or(0, |row| row.reasons.len())
}

#[test]
#[ignore = "needs the saved pages"]
fn api_errors() {
    let text = text("000");
    let page = parsed(&text, Layout::SavedPage);
    assert_eq!(
        codes(&page),
        BTreeSet::from([300, 400, 401, 403, 404, 409, 429, 4700])
    );
    assert_eq!(classes(&page), ["2XX"]);
    assert_eq!((page.rows.len(), reasons(&page, 300)), (9, 2));
    assert!(page.notes.is_empty() && page.rows.iter().all(|row| row.notes.is_empty()));
}

#[test]
#[ignore = "needs the saved pages"]
fn video_sdk() {
    let text = text("001");
    let page = parsed(&text, Layout::BulletText);
    assert_eq!(
        (page.rows.len(), codes(&page).len(), sections(&page).len()),
        (143, 143, 17)
    );
    assert_eq!(
        [200, 5013, 6010].map(|code| reasons(&page, code)),
        [6, 5, 7]
    );
    assert_eq!(
        page.rows
            .iter()
            .filter(|row| !row.reasons.is_empty())
            .count(),
        3
    );
    assert!(page.rows.iter().all(|row| row.name.is_some()));
    let numbers = row(&page, 6010).map(|row| {
        row.reasons
            .iter()
            .filter_map(|reason| reason.code)
            .collect()
    });
    assert_eq!(numbers, Some((1..=7).collect::<Vec<_>>()));
    let noted: Vec<_> = page
        .rows
        .iter()
        .filter(|row| !row.notes.is_empty())
        .map(|row| row.code.to_string())
        .collect();
    assert_eq!(noted, ["7004", "7504"]);
}

#[test]
#[ignore = "needs the saved pages"]
fn meeting_sdk() {
    let text = text("002");
    let page = parsed(&text, Layout::Markdown);
    assert_eq!(
        (page.rows.len(), codes(&page).len(), classes(&page).len()),
        (52, 46, 6)
    );
    let single = page
        .rows
        .iter()
        .filter(|row| matches!(row.code, RowCode::Code(_)));
    assert!(
        single
            .clone()
            .all(|row| row.name.is_some() && row.text.contains(" | ") && row.notes.is_empty())
    );
    assert_eq!(sections(&page).len(), 12);
}

#[test]
#[ignore = "needs the saved pages"]
fn api_index() {
    let text = text("003");
    let page = parsed(&text, Layout::SavedPage);
    assert_eq!((page.rows.len(), codes(&page)), (1, BTreeSet::from([429])));
    let headers: Vec<_> = page
        .rows
        .iter()
        .flat_map(|row| &row.reasons)
        .map(|reason| reason.headers.len())
        .collect();
    assert_eq!(headers, [2, 5]);
    assert_eq!(sections(&page), BTreeSet::from(["Rate limits"]));
}

#[test]
#[ignore = "needs the saved pages"]
fn status_codes() {
    let text = text("004");
    let page = parsed(&text, Layout::PlainTable);
    assert_eq!(codes(&page), BTreeSet::from([200, 400, 403, 404]));
    assert_eq!(classes(&page), ["2XX", "4XX", "5XX", "4XX", "5XX"]);
}

/// What a row is known by; its section and text may change with the page.
fn identity(page: &Page) -> BTreeMap<String, Option<String>> {
    page.rows
        .iter()
        .map(|row| (row.code.to_string(), row.name.clone()))
        .collect()
}

#[test]
#[ignore = "needs the saved pages"]
fn white_space_and_line_ends_change_nothing() {
    for number in ["000", "001", "002", "003", "004"] {
        let text = text(number);
        let content = |text: &str| {
            let rows = read(text, None).map(|page| page.rows).unwrap_or_default();
            let content = |row: &Row| RowContent {
                span: 0..0,
                reasons: Vec::new(),
                ..RowContent::clone(row)
            };
            rows.iter()
                .map(|row| (row.code, content(row)))
                .collect::<Vec<_>>()
        };
        let changed = text
            .replace('\n', "  \r\n")
            .replace(" | ", "   |\t")
            .replace("- ", "-  ");
        assert_eq!(content(&text), content(&changed), "{number}");
    }
}

#[test]
#[ignore = "needs the saved pages"]
fn a_lost_separator_loses_no_code() {
    let text = text("001");
    let whole = identity(&parsed(&text, Layout::BulletText));
    let replacements = ["", " ", "- ", " -"].into_iter().cycle();
    for ((place, separator), replacement) in text.match_indices(" - ").zip(replacements) {
        let (before, behind) = text.split_at_checked(place).unwrap_or_default();
        let behind = behind.get(separator.len()..).unwrap_or_default();
        let changed = read(&format!("{before}{replacement}{behind}"), None);
        assert_eq!(
            changed.as_ref().map(identity),
            Ok(whole.clone()),
            "{replacement:?} at {place}"
        );
    }
}

#[test]
#[ignore = "needs the saved pages"]
fn a_page_cut_off_gives_the_rows_before_the_cut() {
    for number in ["000", "001", "002", "003", "004"] {
        let text = text(number);
        let layout = detect(&text).unwrap_or_else(|| panic!("{number} has no layout"));
        let whole = parsed(&text, layout);
        for end in (0..text.len())
            .step_by(997)
            .filter(|&end| text.is_char_boundary(end))
        {
            let cut = read(text.get(..end).unwrap_or_default(), Some(layout));
            let kept = cut.map(|page| page.rows).unwrap_or_default();
            for row in whole.rows.iter().filter(|row| row.span.end + 80 < end) {
                let same = |kept: &&Row| kept.code == row.code && kept.section == row.section;
                let kept = kept.iter().find(same);
                assert!(
                    kept.is_some_and(|kept| kept.name == row.name && kept.text == row.text),
                    "{number} {end}: {row:?}"
                );
            }
        }
    }
}

#[test]
#[ignore = "needs the saved pages"]
fn a_removed_line_costs_no_other_row() {
    let text = text("001");
    let whole = parsed(&text, Layout::BulletText);
    for line in text.lines().filter(|line| line.contains(" - ")).step_by(5) {
        let changed = read(&text.replacen(line, "", 1), None);
        let left = changed.map(|page| page.rows.len()).unwrap_or_default();
        let rows = usize::from(line.starts_with("  •"));
        assert_eq!(left, whole.rows.len() - rows, "{line}");
    }
}
