//! Where findings show: on the page and in the catalog.

use super::lamps::{CATALOG, HTML, TABLES};
use super::{Lock, accepted, compared, outline};
use crate::docs::Section;
use crate::drift::finding::{Place, finding};

/// The text that each finding marks, on the page or in the catalog, the foremost first.
fn marked(page: &str, lock: &Lock) -> Vec<Vec<String>> {
    let place = Place {
        file: 1,
        text: page,
        arguments: "",
    };
    let comparison = compared(page, &outline(CATALOG), "page", lock);
    let findings = comparison.drifts.iter().map(|drift| finding(drift, &place));
    let text = |span: zoom_errors_codegen::Span| {
        let file = if span.file == 1 { page } else { CATALOG };
        file[span.start..span.end].to_owned()
    };
    findings
        .map(|finding| {
            let related = finding.related.iter().map(|(span, _)| text(*span));
            std::iter::once(text(finding.span)).chain(related).collect()
        })
        .collect()
}

fn reviewed(page: &str) -> Lock {
    accepted(page, &outline(CATALOG), "page")
}

const FIRST: &str = "| `100` | BULB_DARK | No light is seen |";
const SECOND: &str = "| `101` | BULB_HOT | The bulb was on for long |";

#[test]
fn a_new_code_shows_with_the_entry_of_the_row_before_it_or_else_behind_it() {
    let lock = reviewed(TABLES);
    let (a, b, c) = (
        "| 90 | BULB_A | A |",
        "| 91 | BULB_B | B |",
        "| 203 | CABLE_A | C |",
    );
    let page = TABLES
        .replace(FIRST, &format!("{a}\n{b}\n{FIRST}"))
        .replace("| `300`", &format!("{c}\n| `300`"));
    assert_eq!(marked(&page, &lock), [[a, "100"], [b, "100"], [c, "200"]]);
}

#[test]
fn a_code_that_is_gone_shows_with_the_row_that_it_followed() {
    let lock = reviewed(TABLES);
    let page = TABLES
        .replace(&format!("{FIRST}\n"), "")
        .replace("| `300` | FUSE_BLOWN | The fuse went |\n", "");
    let cable = "| `200` | CABLE_CUT | Nothing arrives at `lamp.turnOn` |";
    assert_eq!(marked(&page, &lock), [["100", SECOND], ["300", cable]]);
}

#[test]
fn a_new_title_shows_at_its_heading() {
    for (page, heading) in [(TABLES, "## Cable errors"), (HTML, "<h2>Cable errors</h2>")] {
        // The words stand elsewhere too, before and behind.
        let page = page.replace("No light is seen", "Wire errors are not seen");
        let page = page.replace("The fuse went", "Wire errors came");
        let lock = reviewed(&page);
        let changed = page.replace(heading, &heading.replace("Cable", "Wire"));
        assert_eq!(marked(&changed, &lock), [["Wire errors", "cable"]]);
    }
    // With markup within, the row shows.
    let lock = reviewed(TABLES);
    let changed = TABLES.replace("Cable errors", "*Wire* errors");
    let row = "| `200` | CABLE_CUT | Nothing arrives at `lamp.turnOn` |";
    assert_eq!(marked(&changed, &lock), [[row, "cable"]]);
}

#[test]
fn the_place_of_a_heading_is_that_of_the_page() {
    for page in [TABLES, HTML] {
        for row in &super::page(page).rows {
            let heading = row.section.as_ref().map_or(0..0, Section::span);
            let title = row.section.as_deref().unwrap_or_default();
            assert!(page[heading].contains(title), "{row:?}");
        }
    }
}
