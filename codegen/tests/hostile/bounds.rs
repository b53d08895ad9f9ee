//! Depth, size, number and reference without end.

use super::*;

#[test]
fn deep_nesting_ends_at_the_first_level_that_is_too_deep() {
    const DEEP: usize = 100_000;
    let flow = format!("product: {}\n", "[\n".repeat(DEEP));
    refused(flow.clone(), "too-large", (25, 1));
    refused(
        format!("{flow}{}", "]\n".repeat(DEEP)),
        "too-large",
        (25, 1),
    );
    refused("{a:\n".repeat(DEEP), "too-large", (25, 1));
    refused("- ".repeat(30_000), "too-large", (1, 49));
    let indented = |what: &str, levels: usize| -> String {
        let line = |level| format!("{}{what}\n", " ".repeat(level));
        (0..levels).map(line).collect()
    };
    refused(indented("-", 5_000), "too-large", (25, 25));
    refused(indented("a:", 5_000), "too-large", (25, 25));
    refused("? ".repeat(30_000), "syntax", (1, 3));
    // All on one line: the line itself is too long.
    refused("[".repeat(DEEP), "too-large", (1, 1));
    refused("- ".repeat(DEEP), "too-large", (1, 1));
}

#[test]
fn nothing_is_referred_to() {
    let bomb: String = ('b'..='t')
        .map(|name| {
            let inner = char::from_u32(u32::from(name) - 1).unwrap();
            format!(
                "{name}: &{name} [{}]\n",
                ["*"; 9].map(|star| format!("{star}{inner}")).join(",")
            )
        })
        .collect();
    refused(format!("a: &a [x]\n{bomb}"), "syntax", (1, 7));
    refused(
        edited("title: Demo p", "title: &name Demo p"),
        "syntax",
        (3, 16),
    );
    refused(
        edited("title: Demo p", "title: *name # "),
        "syntax",
        (3, 10),
    );
    refused(
        edited("  id: demo", "  <<: *base\n  id: demo"),
        "syntax",
        (2, 3),
    );
    refused(
        edited("  id: demo", "  <<: {title: x}\n  id: demo"),
        "syntax",
        (2, 3),
    );
}

#[test]
fn what_is_too_large_is_not_read_to_the_end() {
    let long = "x".repeat(5 << 20);
    for (quote, close) in [("", ""), ("\"", "\""), ("'", "")] {
        let line = format!("product: {quote}{long}{close}\n");
        refused(line, "too-large", (1, 1));
    }
    let lines = "  a line of a text that does not end\n".repeat((5 << 20) / 37);
    refused(format!("product: |\n{lines}"), "too-large", (2, 3));
    refused(format!("product: >\n{lines}"), "too-large", (2, 3));
    refused(format!("product:\n{lines}"), "too-large", (2, 3));
    refused(format!("product: \"\n{lines}\"\n"), "too-large", (1, 10));
    let keys: String = (0..100_000).map(|key| format!("k{key}: x\n")).collect();
    refused(keys, "too-large", (257, 1));

    refused(vec![b' '; 100_000_000], "too-large", (1, 1));
}

#[test]
fn a_file_with_endless_mistakes_gives_the_first_of_them() {
    let mistakes = "  - {code: 0x1, nmae: 1x, kind: of}\n".repeat(100_000);
    let catalog = CATALOG.split("  - code: 1\n").next().unwrap().to_owned() + &mistakes;
    let found = problems(catalog);
    assert_eq!(found.len(), 501, "500 and the one that says so");
    assert_eq!(
        found[500]["message"],
        "only the first 500 problems of this file are shown"
    );
    // What stands behind them may well use the category.
    assert!(
        found
            .iter()
            .all(|problem| problem["id"] != "unused-category")
    );
    let twice = "- {a: 1, a: 1}\n".repeat(100_000);
    refused(twice, "duplicate-key", (1, 10));
}

#[test]
fn a_category_that_is_meant_behind_endless_mistakes_is_not_unused() {
    let entry = |code: usize, category: &str| {
        format!("  - {{code: {code}, name: N{code}, category: {category}}}\n")
    };
    let mistakes: String = (1..1_000).map(|code| entry(code, "elsewhere")).collect();
    let head = CATALOG.split("  - code: 1\n").next().unwrap();
    // Problems are shown in the order of the file, so the category stands in front of them all.
    let head = head.replace(
        "categories:\n",
        "categories:\n  - id: second\n    title: Second section\n",
    );
    let found = problems(format!("{head}{mistakes}{}", entry(1_000, "secnod")));
    assert!(found.len() > 500);
    assert!(
        found
            .iter()
            .all(|problem| problem["id"] != "unused-category")
    );
}

#[test]
fn a_chain_of_links_is_followed_once_to_its_end() {
    let chain = |first: &str| -> String {
        let link = |code: usize| {
            let from = code - 1;
            let before = if code == 3 { first } else { &from.to_string() };
            format!(
                "\n  - code: {code}\n    name: LINK_{code}\n    category: only\n    \
                 summary: The first thing is broken at place {code}.\n    same_as: {before}\n"
            )
        };
        (3..20_000).map(link).collect()
    };
    for (first, says) in [
        ("1", "write `same_as: 1`"),
        (
            "19999",
            "describe the failure in one of the entries, without `same_as`",
        ),
        (
            "77777",
            "name the code under which the failure is described",
        ),
    ] {
        let found = problems(CATALOG.to_owned() + &chain(first));
        assert_eq!(found.len(), 501);
        assert_eq!(found[499]["id"], "same-as");
        assert_eq!(found[499]["help"], says);
    }
}
