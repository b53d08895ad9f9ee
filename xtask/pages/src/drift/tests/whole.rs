//! Pages of which much is gone, and what `accept` refuses.

use super::lamps::{BULLETS, CATALOG, TABLES};
use super::{Against, Lock, accept, accepted, lines, outline, page};
use crate::docs::RowCode;
use crate::drift::acceptance::Refusal;

/// A catalog and a page of many codes.
fn many(codes: std::ops::Range<i32>) -> (String, String) {
    let (head, _) = CATALOG.split_once("errors:\n").unwrap();
    let entry = |code| format!("  - code: {code}\n    name: LAMP_{code}\n    category: bulb\n");
    let row = |code| format!("| {code} | LAMP_{code} | Text {code} |\n");
    let catalog = codes.clone().map(entry).collect::<String>();
    let rows = codes.map(row).collect::<String>();
    (
        format!("{head}errors:\n{catalog}"),
        format!("# Lamp errors\n\n## Bulb errors\n\n| Code | Name | Text |\n|--|--|--|\n{rows}"),
    )
}

#[test]
fn a_page_cut_off_is_one_finding() {
    let (catalog, whole) = many(100..150);
    let catalog = outline(&catalog);
    let lock = accepted(&whole, &catalog, "page");
    let cut = whole.get(..whole.find("| 130 |").unwrap()).unwrap();
    assert_eq!(
        lines(cut, &catalog, "page", &lock),
        ["page-cut-off 20 of 50"]
    );
    // A tenth may go one by one.
    let less = whole.get(..whole.find("| 145 |").unwrap()).unwrap();
    assert_eq!(lines(less, &catalog, "page", &lock).len(), 5);
}

#[test]
fn no_more_than_a_tenth_is_dropped_unless_forced() {
    let (catalog, whole) = many(100..150);
    let catalog = outline(&catalog);
    let lock = accepted(&whole, &catalog, "page");
    let against = Against::new(&catalog, "page", &lock);
    let upto = |end: &str| page(whole.get(..whole.find(end).unwrap()).unwrap());
    let kept = accept(&upto("| 145 |"), &against, &[], false).unwrap();
    assert_eq!((kept.noted, kept.dropped.len()), (45, 5));
    let refused = accept(&upto("| 144 |"), &against, &[], false).unwrap_err();
    assert!(matches!(&refused, Refusal::TooManyGone { gone, expected: 50 } if gone.len() == 6));
    assert!(refused.to_string().contains("--force"), "{refused}");
    let forced = accept(&upto("| 144 |"), &against, &[], true).unwrap();
    assert_eq!((forced.noted, forced.dropped.len()), (44, 6));
    // Without a lock the catalog tells what should be there.
    let none = Lock::default();
    let first = Against::new(&catalog, "page", &none);
    assert!(accept(&upto("| 130 |"), &first, &[], false).is_err());
}

#[test]
fn one_code_can_be_noted_alone() {
    let catalog = outline(CATALOG);
    let lock = accepted(TABLES, &catalog, "page");
    let changed = TABLES
        .replace("on for long", "on too long")
        .replace("fuse went", "fuse blew");
    let one = |code| {
        let against = Against::new(&catalog, "page", &lock);
        accept(&page(&changed), &against, &[RowCode::Code(code)], false)
    };
    let after = one(101).unwrap();
    assert_eq!((after.noted, after.dropped.len()), (1, 0));
    assert_eq!(
        lines(&changed, &catalog, "page", &after.lock),
        ["row-reworded 300 FUSE_BLOWN"]
    );
    assert_eq!(one(7).unwrap_err(), Refusal::NotThere(RowCode::Code(7)));
}

#[test]
fn a_code_without_an_entry_is_not_noted() {
    let catalog = outline(CATALOG);
    let more = format!("{TABLES}| 999 | LAMP_NEW | New |\n");
    let none = Lock::default();
    let against = Against::new(&catalog, "page", &none);
    let accepted = accept(&page(&more), &against, &[], false).unwrap();
    assert_eq!(accepted.left_out, [RowCode::Code(999)]);
    assert_eq!(
        lines(&more, &catalog, "page", &accepted.lock),
        ["code-added 999 LAMP_NEW"]
    );
    let alone = accept(&page(&more), &against, &[RowCode::Code(999)], false);
    assert_eq!(
        alone.unwrap_err(),
        Refusal::NotInCatalog(RowCode::Code(999))
    );
}

#[test]
fn a_code_that_is_gone_can_be_dropped_alone() {
    let catalog = outline(CATALOG);
    let lock = accepted(BULLETS, &catalog, "page");
    let less = BULLETS.replace("  • 101 - BULB_HOT - The bulb was on for long.\n", "");
    let against = Against::new(&catalog, "page", &lock);
    let after = accept(&page(&less), &against, &[RowCode::Code(101)], false).unwrap();
    assert_eq!(after.dropped, [RowCode::Code(101)]);
    assert_eq!(after.lock.of_source("lamp", "page").count(), 3);
}
