//! Rows that the catalog, the review or the page itself already speaks of.

use super::lamps::{CATALOG, TABLES};
use super::{Place, accepted, compared, finding, lines, outline, tells};

#[test]
fn a_code_is_listed_twice() {
    let again = "| `101` | BULB_HOT | Somebody touched it |\n| `200`";
    tells(
        TABLES,
        "| `200`",
        again,
        &[
            "code-moved 101 BULB_HOT -> Cable errors",
            "listed-twice 101 BULB_HOT",
        ],
    );
    let same = "| `101` | BULB_HOT | The bulb was on for long |\n| `101` | BULB_HOT | The bulb was on for long |\n";
    tells(
        TABLES,
        "| `101` | BULB_HOT | The bulb was on for long |\n",
        same,
        &[],
    );
    let other_name = "| `101` | BULB_HOT | The bulb was on for long |\n| `101` | BULB_WARM | The bulb was on for long |\n";
    let catalog = outline(CATALOG);
    let twice = TABLES.replace(
        "| `101` | BULB_HOT | The bulb was on for long |\n",
        other_name,
    );
    let lock = super::Lock::default();
    assert!(
        lines(&twice, &catalog, "page", &lock).contains(&"listed-twice 101 BULB_HOT".to_owned())
    );
    // Once reviewed, it is known.
    let lock = accepted(&twice, &catalog, "page");
    assert_eq!(lines(&twice, &catalog, "page", &lock), [""; 0]);
}

#[test]
fn what_the_catalog_says_of_a_code_is_held_against_the_page() {
    let row = |code: u16, name: &str| format!("| `{code}` | {name} | Text |\n| `300`");
    tells(
        TABLES,
        "| `300`",
        &row(201, "CABLE_WET"),
        &["code-returned 201 CABLE_WET", "unreviewed 201"],
    );
    let observed = row(102, "BULB_LOST");
    tells(
        TABLES,
        "| `300`",
        &observed,
        &[
            "code-documented 102 BULB_LOST",
            "code-moved 102 BULB_LOST -> Cable errors",
            "unreviewed 102",
        ],
    );
}

#[test]
fn a_page_that_nobody_reviewed_says_so_once() {
    let catalog = outline(CATALOG);
    let none = super::Lock::default();
    assert_eq!(
        lines(TABLES, &catalog, "page", &none),
        ["unreviewed 100, 101, 200 and 300"]
    );
    let lock = accepted(TABLES, &catalog, "page");
    // The review of one source says nothing of another.
    assert_eq!(
        lines(TABLES, &catalog, "sdk", &lock),
        ["unreviewed 100, 101, 200 and 300"]
    );
}

#[test]
fn classes_are_compared_like_codes() {
    let catalog = outline(CATALOG);
    let page = format!("{TABLES}| 300-399 | | All of the fuse |\n");
    let lock = accepted(&page, &catalog, "page");
    assert_eq!(lines(&page, &catalog, "page", &lock), [""; 0]);
    assert_eq!(
        lines(TABLES, &catalog, "page", &lock),
        ["code-gone 3XX High"]
    );
    let other = page.replace("300-399", "4XX");
    assert_eq!(
        lines(&other, &catalog, "page", &lock),
        ["code-added 4XX", "code-gone 3XX High"]
    );

    // No draft writes a class, and none can be retired.
    let helps: Vec<String> = compared(&other, &catalog, "page", &lock)
        .drifts
        .iter()
        .map(|drift| {
            let place = Place {
                file: 1,
                text: &other,
                arguments: "PAGE",
            };
            finding(drift, &place).help.unwrap_or_default()
        })
        .collect();
    assert!(
        helps.iter().all(|help| help.contains("`codes:`")),
        "{helps:?}"
    );

    let titled = outline(&CATALOG.replace("title: High", "title: 3XX High"));
    assert_eq!(
        lines(TABLES, &titled, "page", &lock),
        ["code-gone 3XX High"]
    );
}
