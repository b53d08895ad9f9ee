//! Drafts into any catalog from any page: nothing else changes.

use proptest::prelude::*;
use zoom_errors_codegen::{SourceFile, Spanned};

use super::lamps::CATALOG;
use super::{lines, outline, page};
use crate::drift::draft::draft;
use crate::drift::{Against, Lock};

/// A catalog as people write them: other indentation, comments and blank lines anywhere.
fn catalogs() -> impl Strategy<Value = String> {
    let noise = prop::collection::vec(
        prop_oneof![
            Just(""),
            Just("# a comment"),
            Just("  # another - code: 7"),
            Just("      # deep"),
            Just("   "),
        ],
        0..3,
    );
    let entry = (any::<bool>(), noise.clone(), noise.clone(), any::<bool>());
    (
        prop::collection::vec(entry, 1..8),
        0..3_usize,
        1..4_usize,
        any::<bool>(),
        any::<bool>(),
        noise,
    )
        .prop_map(|(entries, indent, gap, windows, last_end, tail)| {
            let (head, _) = CATALOG.split_once("errors:\n").unwrap();
            let mut text = format!("{head}errors:\n");
            let dash = format!("{}-{}", " ".repeat(indent), " ".repeat(gap));
            let keys = " ".repeat(indent + 1 + gap);
            for (number, (bulb, before, within, folded)) in entries.into_iter().enumerate() {
                let category = if bulb { "bulb" } else { "cable" };
                let lines = |lines: &[&str]| {
                    lines
                        .iter()
                        .map(|line| format!("{line}\n"))
                        .collect::<String>()
                };
                text.push_str(&lines(&before));
                text.push_str(&format!("{dash}code: {}\n", 100 + 10 * number));
                // Comments less indented than the dash do not end a block in YAML.
                text.push_str(&lines(&within));
                text.push_str(&format!(
                    "{keys}name: LAMP_{number}\n{keys}category: {category}\n"
                ));
                if folded {
                    text.push_str(&format!(
                        "{keys}summary: >-\n{keys}  one\n\n{keys}  # no comment\n"
                    ));
                }
            }
            text.push_str(
                &tail
                    .iter()
                    .map(|line| format!("{line}\n"))
                    .collect::<String>(),
            );
            let text = if last_end {
                text
            } else {
                text.trim_end().to_owned()
            };
            if windows {
                text.replace('\n', "\r\n")
            } else {
                text
            }
        })
}

/// Pages with new codes in both sections and in a third one.
fn pages() -> impl Strategy<Value = String> {
    let codes = prop::collection::btree_set(100..180_u16, 1..14);
    (codes, prop::collection::vec(0..3_usize, 14)).prop_map(|(codes, sections)| {
        let mut text = "# Lamp errors\n".to_owned();
        for (number, title) in ["Bulb errors", "Cable errors", "Shade errors"]
            .iter()
            .enumerate()
        {
            text.push_str(&format!(
                "\n## {title}\n\n| Code | Name | Text |\n|--|--|--|\n"
            ));
            let own = codes
                .iter()
                .zip(&sections)
                .filter(|(_, section)| **section == number);
            for (code, _) in own {
                let name = match code % 10 {
                    0 => format!("LAMP_{}", (code - 100) / 10),
                    _ => format!("NEW_{code}"),
                };
                text.push_str(&format!("| {code} | {name} | Occurs in lamp.turnOn |\n"));
            }
        }
        text
    })
}

proptest! {
    #[test]
    fn every_other_byte_stays(catalog in catalogs(), page_text in pages()) {
        let outlined = outline(&catalog);
        let file = SourceFile::new("catalog", catalog.as_str());
        let lock = Lock::default();
        let draft = draft(&page(&page_text), &file, &Against::new(&outlined, "page", &lock), true);
        let draft = draft.map_err(|error| TestCaseError::fail(format!("{error}\n{catalog}")))?;
        // What is left without the drafted lines is the catalog.
        let new = draft.text.split_inclusive('\n').collect::<Vec<_>>();
        let mut old = catalog.split_inclusive('\n').peekable();
        for line in &new {
            let is_old = old.peek().is_some_and(|old| {
                *old == *line || (!old.ends_with('\n') && old.trim_end() == line.trim_end())
            });
            if is_old {
                old.next();
            }
        }
        prop_assert_eq!(old.next(), None, "lost in\n{}\nof\n{}", draft.text, catalog);
        prop_assert!(draft.text.len() >= catalog.len());
        // All new codes are there, each in its category, and a second draft has nothing to add.
        let drafted = outline(&draft.text);
        for row in &page(&page_text).rows {
            if let crate::docs::RowCode::Code(code) = row.code {
                prop_assert!(drafted.entry(code).is_some());
            }
        }
        // Each entry still has what it had.
        for old in &outlined.entries {
            let new = drafted.entry(old.code.value);
            let kept = new.map(|new| (value(&new.name), value(&new.category)));
            prop_assert_eq!(kept, Some((value(&old.name), value(&old.category))));
        }
        let again = draft_again(&page_text, &draft.text);
        prop_assert_eq!(again, draft.text);
        let told = lines(&page_text, &drafted, "page", &lock);
        prop_assert!(!told.iter().any(|line| line.starts_with("code-added")), "{:?}", told);
    }
}

fn value(spanned: &Option<Spanned<String>>) -> Option<&str> {
    spanned.as_ref().map(|spanned| spanned.value.as_str())
}

fn draft_again(page_text: &str, catalog: &str) -> String {
    let outlined = outline(catalog);
    let file = SourceFile::new("catalog", catalog);
    let lock = Lock::default();
    draft(
        &page(page_text),
        &file,
        &Against::new(&outlined, "page", &lock),
        true,
    )
    .unwrap()
    .text
}
