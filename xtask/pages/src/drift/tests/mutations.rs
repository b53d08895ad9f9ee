//! One change made to a small page, in several layouts: exactly that change is told.

use super::lamps::{BULLETS, CATALOG, HTML, TABLES};
use super::{accepted, lines, outline, tells};

#[test]
fn nothing_is_told_of_a_page_as_it_was_reviewed() {
    for page in [BULLETS, TABLES, HTML] {
        tells(page, "Lamp errors", "Lamp errors", &[]);
    }
}

#[test]
fn a_row_is_added() {
    tells(
        BULLETS,
        "  • 101 -",
        "  • 103 - BULB_OLD - It is old.\n  • 101 -",
        &["code-added 103 BULB_OLD"],
    );
    tells(
        TABLES,
        "| `200`",
        "| `203` | CABLE_OLD | It is old |\n| `200`",
        &["code-added 203 CABLE_OLD"],
    );
    let row = "<tr><td>203</td><td>CABLE_OLD</td><td>It is old</td></tr>\n<tr><td><code>200";
    tells(
        HTML,
        "<tr><td><code>200",
        row,
        &["code-added 203 CABLE_OLD"],
    );
}

#[test]
fn a_row_is_removed() {
    tells(
        BULLETS,
        "  • 101 - BULB_HOT - The bulb was on for long.\n",
        "",
        &["code-gone 101 BULB_HOT"],
    );
    tells(
        TABLES,
        "| `300` | FUSE_BLOWN | The fuse went |\n",
        "",
        &["code-gone 300 FUSE_BLOWN"],
    );
}

#[test]
fn a_constant_is_renamed() {
    for page in [BULLETS, TABLES, HTML] {
        tells(
            page,
            "CABLE_CUT",
            "CABLE_TORN",
            &["code-renamed 200 CABLE_TORN -> CABLE_TORN"],
        );
        // An alias is no news.
        tells(page, "BULB_HOT", "BULB_TOO_HOT", &[]);
    }
}

#[test]
fn a_number_is_changed() {
    for page in [BULLETS, TABLES, HTML] {
        tells(
            page,
            "200",
            "222",
            &["code-renumbered 200 -> 222 CABLE_CUT"],
        );
    }
}

#[test]
fn without_constants_the_text_tells_a_changed_number() {
    let catalog = outline(CATALOG);
    let page = "# Lamp errors\n\n| Code | Text |\n|--|--|\n| 100 | Dark |\n| 101 | Hot |\n| 200 | Cut |\n| 300 | Blown |\n";
    let lock = accepted(page, &catalog, "page");
    let changed = page.replace("| 200", "| 222");
    assert_eq!(
        lines(&changed, &catalog, "page", &lock),
        ["code-renumbered 200 -> 222"]
    );
    let swapped = page.replace("| 200 | Cut", "| 222 | Torn");
    assert_eq!(
        lines(&swapped, &catalog, "page", &lock),
        ["code-added 222", "code-gone 200 CABLE_CUT"]
    );
}

#[test]
fn a_number_that_could_be_either_of_two_is_new() {
    // Two rows with the text of the one that is gone, then two that are gone with the same text.
    let catalog = outline(CATALOG);
    let rows = "| Code | Text |\n|--|--|\n| 100 | Dark |\n| 101 | Same |\n| 200 | Same |\n| 300 | Blown |\n";
    let lock = accepted(rows, &catalog, "page");
    let one = rows
        .replace("| 101 | Same |\n", "")
        .replace("| 200", "| 222");
    assert_eq!(
        lines(&one, &catalog, "page", &lock),
        [
            "code-added 222",
            "code-gone 101 BULB_HOT",
            "code-gone 200 CABLE_CUT"
        ]
    );
    let both = rows.replace("| 300 | Blown |", "| 222 | Blown |\n| 223 | Blown |");
    assert_eq!(
        lines(&both, &catalog, "page", &lock),
        [
            "code-added 222",
            "code-added 223",
            "code-gone 300 FUSE_BLOWN"
        ]
    );
}

#[test]
fn a_description_is_reworded() {
    for page in [BULLETS, TABLES, HTML] {
        tells(
            page,
            "was on for long",
            "was on too long",
            &["row-reworded 101 BULB_HOT"],
        );
    }
}

#[test]
fn separators_say_nothing() {
    tells(BULLETS, "CABLE_CUT - Occurs", "CABLE_CUT Occurs", &[]);
    tells(BULLETS, "200 - CABLE_CUT", "200 CABLE_CUT", &[]);
}

#[test]
fn a_section_is_retitled() {
    for page in [BULLETS, TABLES, HTML] {
        tells(
            page,
            "Cable errors",
            "Wire errors",
            &["section-retitled Wire errors"],
        );
        tells(
            page,
            "Cable errors",
            "Cable errors (200+)",
            &["section-retitled Cable errors (200+)"],
        );
    }
}

#[test]
fn a_row_moves_to_another_section() {
    let row = "| `101` | BULB_HOT | The bulb was on for long |\n";
    let moved = TABLES
        .replace(row, "")
        .replace("| `300`", &format!("{row}| `300`"));
    let catalog = outline(CATALOG);
    let lock = accepted(TABLES, &catalog, "page");
    assert_eq!(
        lines(&moved, &catalog, "page", &lock),
        ["code-moved 101 BULB_HOT -> Cable errors"]
    );
    // Without a review, the category tells.
    let unreviewed = lines(&moved, &catalog, "page", &super::Lock::default());
    assert_eq!(
        unreviewed,
        [
            "code-moved 101 BULB_HOT -> Cable errors",
            "unreviewed 100, 200, 101 and 300",
        ]
    );
    let to_new = TABLES.replace(
        row,
        &format!("\n## Heat\n\n| Code | Name | Description |\n|--|--|--|\n{row}"),
    );
    assert_eq!(
        lines(&to_new, &catalog, "page", &lock),
        ["code-moved 101 BULB_HOT -> Heat"]
    );
}

#[test]
fn order_and_white_space_are_no_change() {
    let (first, second) = (
        "| `100` | BULB_DARK | No light is seen |\n",
        "| `101` | BULB_HOT | The bulb was on for long |\n",
    );
    tells(
        TABLES,
        &format!("{first}{second}"),
        &format!("{second}{first}"),
        &[],
    );
    tells(
        TABLES,
        first,
        "|`100`|   BULB_DARK\t| No  light is seen     |\n",
        &[],
    );
    tells(BULLETS, "was on for long", "was\u{a0}on\n    for long", &[]);
    tells(
        HTML,
        "was on for long",
        "was <b>on</b>\n for&nbsp;long",
        &[],
    );
    let catalog = outline(CATALOG);
    let lock = accepted(BULLETS, &catalog, "page");
    let windows = BULLETS.replace('\n', " \r\n");
    assert_eq!(lines(&windows, &catalog, "page", &lock), [""; 0]);
    // The same table in another layout says the same.
    let lock = accepted(&TABLES.replace('`', ""), &catalog, "page");
    assert_eq!(lines(HTML, &catalog, "page", &lock), [""; 0]);
}

#[test]
fn finer_causes_come_go_and_change() {
    let wire = "    • 2 - Broken wire\n";
    tells(
        BULLETS,
        wire,
        &format!("{wire}    • 3 - Wrong socket\n"),
        &["reason-added 100 BULB_DARK: 3 - Wrong socket"],
    );
    tells(BULLETS, wire, "", &["reason-gone 100 BULB_DARK"]);
    tells(
        BULLETS,
        wire,
        "    • 2 - Torn wire\n",
        &["reason-reworded 100 BULB_DARK"],
    );
    tells(
        BULLETS,
        "There was too much current",
        "There was much too much current",
        &["reason-reworded 300 FUSE_BLOWN"],
    );
    let loose = "    • 1 - Loose socket\n";
    tells(
        BULLETS,
        &format!("{loose}{wire}"),
        &format!("{wire}{loose}"),
        &[],
    );
}
