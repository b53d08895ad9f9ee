//! Every change of every row of the real pages, where they exist.

use std::collections::BTreeSet;

use super::pages;
use crate::docs::{Row, RowCode};

/// Rows that are alone in speaking of their code, and are told in lines of their own. Of a long
/// page, some from everywhere.
fn single(rows: &[Row]) -> impl Iterator<Item = &Row> {
    let step = 1 + rows.len() / 40;
    let single = rows.iter().filter(|row| {
        let alone = rows.iter().filter(|other| other.code == row.code).count() == 1;
        // The example bodies are fenced blocks, one for each cause.
        alone && !(row.text.is_empty() && row.name.is_none())
    });
    single.step_by(step)
}

#[test]
#[ignore = "needs the saved pages"]
fn a_row_removed() {
    for saved in pages() {
        for row in single(&saved.rows()) {
            let found = saved.lines(&saved.with(saved.lines_of(row), ""));
            let [one] = found.as_slice() else {
                panic!("{}: {found:#?}", row.code)
            };
            assert!(one.starts_with(&format!("code-gone {}", row.code)), "{one}");
        }
    }
}

#[test]
#[ignore = "needs the saved pages"]
fn a_row_added_behind_every_row() {
    for saved in pages() {
        for row in single(&saved.rows()).filter(|row| matches!(row.code, RowCode::Code(_))) {
            let lines = saved.lines_of(row);
            let old = &saved.text[row.span.clone()];
            let mut new = old.replacen(&row.code.to_string(), "98765", 1);
            if let Some(name) = &row.name {
                new = new.replacen(name, "BRAND_NEW", 1);
            }
            let indent = &saved.text[lines.start..row.span.start];
            let found = saved.lines(&saved.with(lines.end..lines.end, &format!("{indent}{new}\n")));
            let name = row.name.as_ref().map_or("", |_| " BRAND_NEW");
            assert_eq!(
                found,
                [format!("code-added 98765{name}")],
                "behind {}",
                row.code
            );
        }
    }
}

#[test]
#[ignore = "needs the saved pages"]
fn a_constant_renamed() {
    for saved in pages() {
        for row in single(&saved.rows()) {
            let Some(name) = &row.name else { continue };
            let at = saved.find(row, name).unwrap();
            let found = saved.lines(&saved.with(at, "SOME_OTHER_NAME"));
            let shown = format!("{} SOME_OTHER_NAME", row.code);
            assert_eq!(found, [format!("code-renamed {shown} -> SOME_OTHER_NAME")]);
        }
    }
}

#[test]
#[ignore = "needs the saved pages"]
fn a_number_changed() {
    for saved in pages() {
        for row in single(&saved.rows()).filter(|row| matches!(row.code, RowCode::Code(_))) {
            let at = saved.find(row, &row.code.to_string()).unwrap();
            let found = saved.lines(&saved.with(at, "98765"));
            let name = row
                .name
                .as_ref()
                .map_or(String::new(), |name| format!(" {name}"));
            assert_eq!(
                found,
                [format!("code-renumbered {} -> 98765{name}", row.code)]
            );
        }
    }
}

#[test]
#[ignore = "needs the saved pages"]
fn a_description_reworded() {
    for saved in pages() {
        for row in single(&saved.rows()) {
            // A word that the constant has too would be found there.
            let name = row.name.as_deref().unwrap_or_default();
            let word = row
                .text
                .split(|c: char| !c.is_ascii_alphabetic())
                .filter(|word| !name.contains(word))
                .max_by_key(|w| w.len());
            let Some(at) = saved.find(row, word.filter(|w| w.len() > 3).unwrap_or("\0")) else {
                continue;
            };
            let found = saved.lines(&saved.with(at, "reworded"));
            let name = row
                .name
                .as_ref()
                .map_or(String::new(), |name| format!(" {name}"));
            assert_eq!(found, [format!("row-reworded {}{name}", row.code)]);
        }
    }
}

#[test]
#[ignore = "needs the saved pages"]
fn a_separator_dropped_changes_nothing() {
    for saved in pages().take(1) {
        for row in single(&saved.rows()) {
            let Some(at) = saved.find(row, " - ") else {
                continue;
            };
            assert_eq!(saved.lines(&saved.with(at, " ")), [""; 0]);
        }
    }
}

#[test]
#[ignore = "needs the saved pages"]
fn a_section_retitled() {
    for saved in pages() {
        let mut sections = BTreeSet::new();
        for row in saved.rows() {
            let Some(title) = row
                .section
                .as_deref()
                .map(str::to_owned)
                .filter(|title| sections.insert(title.clone()))
            else {
                continue;
            };
            let lines = saved.text[..row.span.start].split_inclusive('\n');
            let mut before = 0;
            let heading = lines.fold(0, |found, line| {
                let start = before;
                before += line.len();
                let is_it = line.trim_start_matches('#').trim() == title;
                if is_it {
                    start + line.find(&title).unwrap()
                } else {
                    found
                }
            });
            let found = saved.lines(&saved.with(heading..heading + title.len(), "Another title"));
            assert_eq!(found, ["section-retitled Another title"], "{title}");
        }
    }
}

#[test]
#[ignore = "needs the saved pages"]
fn rows_reordered() {
    for saved in pages() {
        let rows = saved.rows();
        for pair in rows.windows(2).step_by(1 + rows.len() / 40) {
            let [one, other] = pair else { continue };
            let (first, second) = (saved.lines_of(one), saved.lines_of(other));
            if one.section != other.section || first.end != second.start {
                continue;
            }
            let swapped = [&saved.text[second.clone()], &saved.text[first.clone()]].concat();
            let found = saved.lines(&saved.with(first.start..second.end, &swapped));
            assert_eq!(found, [""; 0], "{} and {}", one.code, other.code);
        }
    }
}

#[test]
#[ignore = "needs the saved pages"]
fn white_space_and_padding_changed() {
    for saved in pages() {
        let changed = saved
            .text
            .replace('\n', "  \r\n")
            .replace(" | ", "   |\t")
            .replace("- ", "-  ");
        assert_eq!(saved.lines(&changed), [""; 0]);
    }
}

#[test]
#[ignore = "needs the saved pages"]
fn a_finer_cause_added() {
    for saved in pages().take(1) {
        for row in saved.rows().iter().filter(|row| !row.reasons.is_empty()) {
            let end = saved.lines_of(row).end;
            let numbered = row.reasons[0].code.is_some();
            let line = if numbered {
                "8 - Brand new"
            } else {
                "Brand new"
            };
            let found = saved.lines(&saved.with(end..end, &format!("    • {line}\n")));
            let name = row.name.clone().unwrap_or_default();
            assert_eq!(found, [format!("reason-added {} {name}: {line}", row.code)]);
        }
    }
}

#[test]
#[ignore = "needs the saved pages"]
fn a_page_cut_off_in_the_middle() {
    for saved in pages() {
        let rows = saved.rows();
        let middle = &rows[rows.len() / 2];
        if rows.len() < 2 {
            continue;
        }
        let found = saved.lines(&saved.text[..middle.span.start]);
        // The row that the cut goes through may read differently; no code is told by itself.
        assert!(found[0].starts_with("page-cut-off"), "{found:#?}");
        assert!(
            found[1..]
                .iter()
                .all(|line| line.starts_with("row-reworded")),
            "{found:#?}"
        );
        assert!(found.len() <= 2, "{found:#?}");
    }
}
