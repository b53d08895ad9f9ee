//! Changes that once went unnoticed.

use super::lamps::{BULLETS, CATALOG, TABLES};
use super::{Against, accepted, compared, lines, outline, page, tells};
use crate::drift::Lock;

/// The differences of a changed page, once its former state was reviewed.
fn told(before: &str, after: &str) -> Vec<String> {
    let catalog = outline(CATALOG);
    let lock = accepted(before, &catalog, "page");
    lines(after, &catalog, "page", &lock)
}

#[test]
fn constants_vanish_one_by_one_or_with_their_column() {
    let one = TABLES.replace("| BULB_HOT |", "| |");
    assert_eq!(told(TABLES, &one), ["names-gone 101"]);
    let names = ["BULB_DARK", "BULB_HOT", "CABLE_CUT", "FUSE_BLOWN"];
    let blank = names
        .iter()
        .fold(TABLES.to_owned(), |page, name| page.replace(name, ""));
    assert_eq!(told(TABLES, &blank), ["names-gone 100, 101, 200 and 300"]);
    let cut = |page: String, column: &str| page.replace(column, "|");
    let column = ["| Name |", "|------|---"]
        .iter()
        .fold(blank.clone(), |page, cell| {
            page.replace(cell, if cell.contains("Name") { "|" } else { "|---" })
        });
    assert_eq!(
        told(TABLES, &cut(column, "|  |")),
        ["names-gone 100, 101, 200 and 300"]
    );
    // A page that never gave any is none the worse for it.
    assert_eq!(told(&blank, &blank), [""; 0]);
}

#[test]
fn a_second_row_with_another_constant_and_the_same_text() {
    let row = "| `101` | BULB_HOT | The bulb was on for long |\n";
    let second = "| `101` | BULB_WARM | The bulb was on for long |\n";
    tells(
        TABLES,
        row,
        &format!("{row}{second}"),
        &["listed-twice 101 BULB_HOT"],
    );
}

#[test]
fn codes_in_other_notations() {
    let row = "  • 101 -";
    for (item, code) in [
        ("LAMP_NEW (5099) - New", "5099 LAMP_NEW"),
        ("LAMP_NEW = 5099 - New", "5099 LAMP_NEW"),
        ("-5099 - LAMP_NEW - New", "-5099 LAMP_NEW"),
        ("0x13EB - LAMP_NEW - New", "5099 LAMP_NEW"),
        ("0x13EB - The lamp is new", "5099"),
    ] {
        let both = format!("  • {item}\n{row}");
        tells(BULLETS, row, &both, &[&format!("code-added {code}")]);
    }
}

#[test]
fn ranges_of_a_lookup_change() {
    let with = |ranges: &str| {
        format!("{TABLES}\n## Lookup\n\n| Code range | Category |\n|---|---|\n{ranges}")
    };
    let before = with("| 300-399 | High |\n");
    assert_eq!(told(&before, &before), [""; 0]);
    assert_eq!(
        told(&before, &with("| 300-499 | High |\n")),
        ["code-added 300-499", "code-gone 3XX High"]
    );
    assert_eq!(
        told(&before, &with("| 300-399 | High |\n| 500-599 | Odd |\n")),
        ["code-added 5XX"]
    );
    assert_eq!(
        told(&before, &with("| 300-399 | Higher |\n")),
        ["row-reworded 3XX"]
    );
    assert_eq!(told(&before, TABLES), ["code-gone 3XX High"]);
}

#[test]
fn rows_that_cannot_be_read() {
    let row = "| `200`";
    tells(
        TABLES,
        row,
        &format!("| TBD | CABLE_X | Later |\n{row}"),
        &["unread "],
    );
    tells(
        TABLES,
        row,
        &format!("| 3000000000 | CABLE_X | Large |\n{row}"),
        &["unread "],
    );
    let item = "  • 200 -";
    tells(
        BULLETS,
        item,
        &format!("  • 3 - The lamp is overloaded.\n{item}"),
        &["unread "],
    );
}

#[test]
fn a_code_is_struck_out() {
    tells(
        TABLES,
        "| `300` |",
        "| <del>300</del> |",
        &["code-gone 300 FUSE_BLOWN"],
    );
    tells(
        TABLES,
        "| `300` |",
        "| ~~300~~ |",
        &["code-gone 300 FUSE_BLOWN"],
    );
}

#[test]
fn tables_of_several_spaces_are_told_apart_by_their_headings() {
    let other = "\n## Lamp colours\n\n| Value | Name | Description |\n|---|---|---|\n| 100 | RED_LIGHT | Red |\n| 101 | BLUE_LIGHT | Blue |\n| 102 | GREEN_LIGHT | Green |\n";
    let both = format!("{TABLES}{other}");
    let catalog = outline(CATALOG);
    let lock = accepted(&both, &catalog, "page");
    assert_eq!(lines(&both, &catalog, "page", &lock), [""; 0]);
    let comparison = compared(&both, &catalog, "page", &lock);
    assert_eq!(comparison.left_out, ["Lamp colours"]);
    // A new code among the catalog's own is new, and one among the others is not.
    let own = both.replace("| `200`", "| `103` | CABLE_NEW | New |\n| `200`");
    assert_eq!(
        lines(&own, &catalog, "page", &lock),
        ["code-added 103 CABLE_NEW"]
    );
    let theirs = format!("{both}| 103 | WHITE_LIGHT | White |\n");
    assert_eq!(lines(&theirs, &catalog, "page", &lock), [""; 0]);
    // Without a number that means two things, a section is the catalog's like any other.
    let lone = both
        .replace("| 100 | RED", "| 110 | RED")
        .replace("| 101 | BLUE", "| 111 | BLUE");
    let lone = lone.replace("| 102 | GREEN", "| 112 | GREEN");
    let against = Lock::default();
    let against = Against::new(&catalog, "page", &against);
    assert!(
        super::super::compare(&page(&lone), &against)
            .left_out
            .is_empty()
    );
}
