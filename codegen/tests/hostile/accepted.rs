//! What is unusual and yet without a problem, and what is rendered from it.

use zoom_errors_codegen::render::{self, Artifact};

use super::*;

/// Every file that a catalog without a problem gives.
#[track_caller]
fn made(catalog: impl Into<Vec<u8>>) -> Vec<Artifact> {
    let loaded = load(vec![InputFile::new("catalogs/demo.yaml", catalog)]);
    let model = loaded
        .outcome
        .unwrap_or_else(|problems| panic!("{}", report::human(&problems, &loaded.sources, false)));
    let files: Vec<_> = render::crate_files(&model)
        .collect::<Result<_, _>>()
        .unwrap();
    for file in files.iter().filter(|file| file.path.ends_with(".rs")) {
        syn::parse_file(&file.text).unwrap();
    }
    files
}

/// Very many codes are looked up in another way than few; all that is named has to be there.
#[test]
fn a_table_of_variants_stands_where_it_is_used() {
    for (codes, expected) in [(1_000, true), (1_001, false)] {
        let (head, _) = CATALOG.split_once("  - code: 1\n").unwrap();
        let entry = |code: i32| {
            format!(
                "  - {{code: {code}, name: N_{code}, category: only, kind: internal, actor: zoom, \
                 retry: after_fix, advice: editorial, summary: Part {code} of all is broken., \
                 remediation: [\"Set `state{code}` before the call of `part{code}`.\"]}}\n"
            )
        };
        let catalog = (1..=codes)
            .map(entry)
            .fold(head.to_owned(), |all, one| all + &one);
        let artifacts = made(catalog);
        let mut files = artifacts.into_iter();
        let demo = files.find(|file| file.path.ends_with("/demo.rs")).unwrap();
        let words = demo.text.split(|c: char| !c.is_alphanumeric() && c != '_');
        let named = words.filter(|word| *word == "BY_SLOT").count();
        let made = demo.text.contains("static BY_SLOT: ");
        assert_eq!(
            (named > 1, made),
            (expected, expected),
            "{codes} codes: {named} times"
        );
    }
}

#[test]
fn what_other_programs_write_differently_means_the_same() {
    let plain = made(CATALOG);
    for (how, catalog) in [
        ("line ends of Windows", CATALOG.replace('\n', "\r\n")),
        ("a byte-order mark", format!("\u{feff}{CATALOG}")),
        ("a document start", format!("---\n{CATALOG}")),
        ("a document end", format!("{CATALOG}...\n")),
        ("no line end at the end", CATALOG.trim_end().to_owned()),
        (
            "quotes",
            CATALOG.replace("name: FIRST", "\"name\": 'FIRST'"),
        ),
    ] {
        assert_eq!(made(catalog), plain, "{how}");
    }
    // The columns of a file with a mark are those that an editor shows.
    refused("\u{feff}nothing: here\n", "missing-key", (1, 1));
}

#[test]
fn words_that_yaml_once_took_for_something_else_are_words() {
    for name in [
        "NO", "YES", "ON", "OFF", "NULL", "TRUE", "N", "Y", "INF", "NAN", "E1",
    ] {
        let files = made(edited("name: FIRST", &format!("name: {name}")));
        let written = format!("\n    \"{name}\",\n");
        assert!(
            files.iter().any(|file| file.text.contains(&written)),
            "{name}"
        );
    }
}
