//! Drafts: what is written, and where.

use zoom_errors_codegen::SourceFile;

use super::lamps::{BULLETS, CATALOG, TABLES};
use super::{accepted, outline, page};
use crate::drift::draft::{Draft, DraftError, draft};
use crate::drift::{Against, Lock};

fn drafted_against(page_text: &str, catalog: &str, lock: &Lock) -> Result<Draft, DraftError> {
    let outlined = outline(catalog);
    let file = SourceFile::new("catalog", catalog);
    draft(
        &page(page_text),
        &file,
        &Against::new(&outlined, "page", lock),
        false,
    )
}

#[track_caller]
fn drafted(page_text: &str, catalog: &str) -> Draft {
    drafted_against(page_text, catalog, &Lock::default()).unwrap()
}

/// The lines that are new, joined; panics if any other line changed.
#[track_caller]
fn new_lines(old: &str, new: &str) -> String {
    let mut old = old.lines().peekable();
    let mut added = String::new();
    for line in new.lines() {
        if old.peek() == Some(&line) {
            old.next();
        } else {
            added.push_str(line);
            added.push('\n');
        }
    }
    assert_eq!(old.next(), None, "a line was lost");
    added
}

#[test]
fn a_new_code_gets_an_entry_behind_the_row_before_it() {
    let page = BULLETS.replace(
        "  • 101 -",
        "  • 103 - BULB_OLD - Occurs in lamp.turnOn or lamp.turnOffmethod when it is old.\n    • 1 - Very old\n    • 7 - Many words that say nothing at all of the lamp\n  • 101 -",
    );
    let draft = drafted(&page, CATALOG);
    let expected = "  - code: 103
    name: BULB_OLD
    category: bulb
    # not certain: `lamp.turnOffmethod` was read as `lamp.turnOff`
    kind:
    summary:
    raised_by: [lamp.turnOn, lamp.turnOff]
    reasons:
      - code: 1
        name: VERY_OLD
        summary:
      - code: 7
        name:
        summary:
    actor:
    retry:
    advice:
    remediation:
";
    let place = "        summary: The wire is broken.\n\n";
    assert!(
        draft
            .text
            .contains(&format!("{place}{expected}\n  - code: 101\n")),
        "{}",
        draft.text
    );
    assert_eq!(
        new_lines(CATALOG, &draft.text).replace("\n\n", "\n"),
        expected.replace("\n\n", "\n")
    );
    assert_eq!(draft.written, ["103 BULB_OLD: an entry in `bulb`"]);
}

#[test]
fn several_codes_keep_the_order_of_the_page() {
    let page = TABLES
        .replace(
            "| `100`",
            "| `90` | BULB_A | First |\n| `91` | BULB_B | Second |\n| `100`",
        )
        .replace(
            "| `300`",
            "| `290` | CABLE_A | Third |\n| `291` | CABLE_B | Fourth |\n| `300`",
        );
    let draft = drafted(&page, CATALOG);
    let codes: Vec<i32> = outline(&draft.text)
        .entries
        .iter()
        .map(|entry| entry.code.value)
        .collect();
    assert_eq!(codes, [90, 91, 100, 101, 102, 200, 290, 291, 201, 300]);
}

#[test]
fn a_page_without_constants_gives_names_of_ours_with_a_mark() {
    let page = TABLES.replace(
        "| `300`",
        "| `290` | | Cable too long |\n| `291` | | It is a cable that cannot be told |\n| `300`",
    );
    let draft = drafted(&page, CATALOG);
    assert!(draft.text.contains(
        "    name: CABLE_TOO_LONG\n    category: cable\n    # not certain: the page gives no constant; the name is made of its words\n"
    ));
    assert!(draft.text.contains("  - code: 291\n    name:\n    category: cable\n    # not certain: the page gives no constant\n"));
}

#[test]
fn a_new_section_becomes_a_category() {
    let page = TABLES.replace(
        "## Cable errors",
        "## Shade: errors\n\n| Code | Name | Description |\n|--|--|--|\n| 150 | SHADE_TORN | Torn |\n| 151 | SHADE_LOST | Lost |\n\n## Cable errors",
    );
    let draft = drafted(&page, CATALOG);
    let drafted = outline(&draft.text);
    let ids: Vec<&str> = drafted
        .categories
        .iter()
        .map(|category| category.id.as_str())
        .collect();
    assert_eq!(ids, ["bulb", "shade_errors", "cable"]);
    assert!(
        draft
            .text
            .contains("  - id: shade_errors\n    title: \"Shade: errors\"\n")
    );
    let codes: Vec<i32> = drafted
        .entries
        .iter()
        .map(|entry| entry.code.value)
        .collect();
    assert_eq!(codes, [100, 101, 102, 150, 151, 200, 201, 300]);
    new_lines(CATALOG, &draft.text);
}

#[test]
fn a_rename_is_written_as_one() {
    let page = BULLETS.replace("CABLE_CUT", "CABLE_TORN");
    let draft = drafted(&page, CATALOG);
    let renamed = CATALOG.replace(
        "    name: CABLE_CUT\n",
        "    name: CABLE_TORN\n    renamed_from: [CableCut]\n",
    );
    assert_eq!(draft.text, renamed);
    assert_eq!(
        draft.written,
        ["200 CABLE_TORN: the name, CABLE_CUT so far"]
    );

    let again = drafted(&page.replace("CABLE_TORN", "CABLE_SPLIT"), &renamed);
    assert_eq!(
        again.text,
        renamed
            .replace("name: CABLE_TORN", "name: CABLE_SPLIT")
            .replace("[CableCut]", "[CableCut, CableTorn]")
    );

    let blocks = renamed.replace(" [CableCut]\n", "\n      - CableCut\n");
    let again = drafted(&page.replace("CABLE_TORN", "CABLE_SPLIT"), &blocks);
    assert_eq!(
        again.text,
        blocks
            .replace("name: CABLE_TORN", "name: CABLE_SPLIT")
            .replace("- CableCut\n", "- CableCut\n      - CableTorn\n")
    );

    // A variant that the catalog states stays.
    let stated = CATALOG.replace("name: CABLE_CUT\n", "name: CABLE_CUT\n    variant: Cut\n");
    assert_eq!(
        drafted(&page, &stated).text,
        stated.replace("CABLE_CUT", "CABLE_TORN")
    );
}

#[test]
fn a_number_and_a_cause_are_written() {
    let catalog = outline(CATALOG);
    let lock = accepted(BULLETS, &catalog, "page");
    let page = BULLETS.replace("200 -", "222 -").replace(
        "2 - Broken wire\n",
        "2 - Broken wire\n    • 3 - Wrong socket\n",
    );
    let draft = drafted_against(&page, CATALOG, &lock).unwrap();
    let cause = "        summary: The wire is broken.\n";
    let expected = CATALOG.replace("code: 200", "code: 222").replace(
        cause,
        &format!("{cause}      - code: 3\n        name: WRONG_SOCKET\n        summary:\n"),
    );
    assert_eq!(draft.text, expected);
    assert_eq!(draft.written.len(), 2);
}

#[test]
fn what_is_said_under_several_rows_becomes_reasons() {
    let page = TABLES.replace(
        "| `300`",
        "| `290` | CABLE_OLD | It is: old |\n| `290` | CABLE_OLD | It was bent |\n| `300`",
    );
    let draft = drafted(&page, CATALOG);
    assert!(draft.text.contains(
        "    reasons:\n      - message: \"It is: old\"\n        name: IT_IS_OLD\n        summary:\n      - message: It was bent\n        name: IT_WAS_BENT\n        summary:\n"
    ), "{}", draft.text);
}

#[test]
fn a_catalog_without_entries_is_filled() {
    let (head, _) = CATALOG.split_once("errors:\n").unwrap();
    let (before, _) = head.split_once("categories:\n").unwrap();
    for (categories, errors) in [("[]", " []"), ("[]", ""), ("", " []\n")] {
        let empty = format!("{before}categories: {categories}\n\nerrors:{errors}\n");
        let draft = drafted(BULLETS, &empty);
        let filled = outline(&draft.text);
        let codes: Vec<i32> = filled
            .entries
            .iter()
            .map(|entry| entry.code.value)
            .collect();
        assert_eq!(codes, [100, 101, 200, 300]);
        let ids: Vec<&str> = filled
            .categories
            .iter()
            .map(|category| category.id.as_str())
            .collect();
        assert_eq!(ids, ["bulb_errors", "cable_errors"], "{}", draft.text);
    }
}

#[test]
fn a_page_of_many_new_codes_is_drafted_at_once() {
    let rows = (400..600).map(|code| format!("| `{code}` | FUSE_{code} | Text |\n"));
    let page = format!("{TABLES}{}", rows.collect::<String>());
    let draft = drafted(&page, CATALOG);
    let entries = outline(&draft.text).entries.len();
    assert_eq!(entries, outline(CATALOG).entries.len() + 200);
    assert_eq!(draft.written.len(), 200);
}

#[test]
fn nothing_is_drafted_from_a_page_that_says_what_the_catalog_says() {
    for page in [BULLETS, TABLES] {
        let draft = drafted(page, CATALOG);
        assert_eq!((draft.text.as_str(), draft.written.len()), (CATALOG, 0));
    }
}

#[test]
fn a_class_is_left_to_a_person() {
    let draft = drafted(&format!("{TABLES}| 4XX | | All of them |\n"), CATALOG);
    assert_eq!((draft.text.as_str(), draft.left.len()), (CATALOG, 1));
}

#[test]
fn another_page_and_another_style_are_refused() {
    let other = "# Desks\n\n| Code | Name |\n|--|--|\n| 1 | DESK_BENT |\n";
    let refused = drafted_against(other, CATALOG, &Lock::default()).unwrap_err();
    assert!(matches!(refused, DraftError::CutOff { expected: 4, .. }));
    let (head, _) = CATALOG.split_once("errors:\n").unwrap();
    let flow = format!("{head}errors: [{{code: 100, name: BULB_DARK, category: bulb}}]\n");
    let page = TABLES.replace("| `101` | BULB_HOT | The bulb was on for long |\n", "");
    assert_eq!(
        drafted_against(&page, &flow, &Lock::default()).unwrap_err(),
        DraftError::Style
    );
}
