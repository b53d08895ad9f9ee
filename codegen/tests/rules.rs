//! `catalogs/README.md` explains every rule and no other, with examples that are what they say.

use std::collections::BTreeSet;

use zoom_errors_codegen::vocabulary::LINTS;
use zoom_errors_codegen::{InputFile, Rule, load, report};

const README: &str = include_str!("../../catalogs/README.md");

/// Rules about files, whose examples cannot stand inside a catalog.
const OF_FILES: &[Rule] = &[Rule::Unreadable, Rule::Encoding, Rule::TooLarge];

/// A section of the README: the id in its heading, and its text.
fn sections() -> Vec<(&'static str, &'static str)> {
    let rules = README.split_once("\n## Rules\n").unwrap().1;
    let parts = rules.split("\n#### `").skip(1);
    parts
        .map(|part| {
            let (id, text) = part.split_once("`\n").unwrap();
            let end = text.find("\n### ").unwrap_or(text.len());
            (id, &text[..end])
        })
        .collect()
}

/// The two halves of the example in a section.
fn example(text: &'static str, language: &str) -> Option<(&'static str, &'static str)> {
    let (_, example) = text.split_once(&format!("\n```{language}\n# wrong\n"))?;
    let (example, _) = example.split_once("```")?;
    example.split_once("# right\n")
}

#[test]
fn every_rule_has_a_section_in_the_order_of_the_list_and_no_section_is_left_over() {
    let explained: Vec<&str> = sections().iter().map(|(id, _)| *id).collect();
    let rules: Vec<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    assert_eq!(explained, rules);
}

#[test]
fn every_section_gives_the_reason_before_its_example() {
    for (id, text) in sections() {
        let reason = text.split("```").next().unwrap();
        assert!(reason.trim().ends_with('.'), "{id} has no reason");
        let of_files = OF_FILES.iter().any(|rule| rule.id() == id);
        let language = if of_files { "text" } else { "yaml" };
        let (wrong, right) = example(text, language).unwrap_or_else(|| panic!("{id}: no example"));
        assert!(!wrong.is_empty() && !right.is_empty(), "{id}");
    }
}

#[test]
fn every_example_breaks_its_rule_alone_or_passes() {
    let mut wrongs = Vec::new();
    for (id, text) in sections() {
        let Some((wrong, right)) = example(text, "yaml") else {
            continue;
        };
        for (half, expected) in [(wrong, BTreeSet::from([id])), (right, BTreeSet::new())] {
            let loaded = load(catalogs(half));
            let problems = loaded.outcome.err().unwrap_or_default();
            let fired: BTreeSet<&str> = problems.iter().map(|p| p.rule.id()).collect();
            if fired != expected {
                let shown = report::human(&problems, &loaded.sources, false);
                wrongs.push(format!("{id}:\n{half}\ngives {fired:?}\n{shown}"));
            }
        }
    }
    assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
}

#[test]
fn every_lint_is_a_rule_and_stands_under_lints() {
    let (_, lints) = README.split_once("\n### Lints\n").unwrap();
    for lint in LINTS {
        assert!(Rule::ALL.iter().any(|rule| rule.id() == lint.id));
        assert!(lints.contains(&format!("\n#### `{}`\n", lint.id)));
    }
    assert_eq!(lints.matches("\n#### `").count(), LINTS.len() + 1);
}

/// What stands in a catalog where an example says nothing else.
const CATALOG: &str = "\
product:
  id: demo
  title: Demo
  enum: DemoError
sources:
  - id: page
    title: Error codes
ranges: []
categories:
  - id: client
    title: Client exception
";

/// The same for entry number `N`.
const ENTRY: &str = "\
code: N
name: FAILURE_N
category: client
kind: invalid_state
summary: Failure N happened.
actor: developer
retry: after_fix
advice: editorial
remediation:
  - Open door N with the key that belongs to it.
";

const OPERATIONS: &str = "\
product: demo
operations:
  - call: GET /lamps/{lampId}
";

const PRODUCTS: &str = "\
groups:
  - id: sdk
    title: SDKs
products:
  - id: rooms
    title: Rooms
    group: sdk
";

/// The files of `catalogs` that an example stands for.
fn catalogs(example: &str) -> Vec<InputFile> {
    let mut catalog = Vec::new();
    let mut products = Vec::new();
    let mut entry = Vec::new();
    let mut entries = Vec::new();
    if let Some(items) = example.strip_prefix("- ") {
        for (at, lines) in items.split("\n- ").enumerate() {
            let lines = lines.replace("\n  ", "\n");
            // An example with all keys of an entry is not filled up.
            let template = match lines.contains("category:") {
                true => String::new(),
                false => ENTRY.replace('N', &(at + 1).to_string()),
            };
            entries.push(overlay(&template, blocks(&lines)));
        }
    } else {
        for block in blocks(example) {
            match block.0 {
                "product" | "sources" | "ranges" | "categories" => catalog.push(block),
                "groups" | "products" => products.push(block),
                _ => entry.push(block),
            }
        }
        entries.push(overlay(&ENTRY.replace('N', "1"), entry));
    }
    let errors: String = entries.iter().map(|entry| item(entry)).collect();
    let demo = format!("{}errors:\n{errors}", overlay(CATALOG, catalog));
    let one = item(&ENTRY.replace('N', "1")).replace("Open", "Close");
    let other = CATALOG.replace("demo", "other").replace("Demo", "Other");
    vec![
        InputFile::new("catalogs/demo.yaml", demo),
        InputFile::new("catalogs/other.yaml", format!("{other}errors:\n{one}")),
        InputFile::new("catalogs/operations/demo.yaml", OPERATIONS),
        InputFile::new("catalogs/products.yaml", overlay(PRODUCTS, products)),
    ]
}

/// The keys at the left margin, each with its lines.
fn blocks(text: &str) -> Vec<(&str, String)> {
    let mut blocks: Vec<(&str, String)> = Vec::new();
    for line in text.lines() {
        if !line.starts_with(' ') {
            blocks.push((line.split(':').next().unwrap_or(line), String::new()));
        }
        let (_, lines) = blocks.last_mut().unwrap();
        lines.push_str(line);
        lines.push('\n');
    }
    blocks
}

/// The template with other lines for the keys that are given.
fn overlay(template: &str, given: Vec<(&str, String)>) -> String {
    let mut kept = blocks(template);
    kept.retain(|(key, _)| given.iter().all(|(other, _)| other != key));
    given
        .into_iter()
        .chain(kept)
        .map(|(_, lines)| lines)
        .collect()
}

/// The lines as an item of a list.
fn item(lines: &str) -> String {
    let indented = lines.trim_end().replace('\n', "\n    ");
    format!("  - {indented}\n")
}
