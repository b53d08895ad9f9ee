//! Catalog texts that look like code and markup, all the way through the generator, rustc and
//! rustdoc: they come out as text.

mod repository;

use std::fs;
use std::path::Path;

use repository::Repository;

/// Words that an author may write, and what a reader shall see of them.
const TEXTS: &[(&str, &str)] = &[
    (
        r#"quotes " and ' and "both""#,
        r#"quotes " and ' and "both""#,
    ),
    (
        r#"an end "; fn evil() {} // of a string"#,
        r#"an end "; fn evil() {} // of a string"#,
    ),
    (
        r##"r#"raw"# and r"x" and b'\x00'"##,
        r##"r#"raw"# and r"x" and b'\x00'"##,
    ),
    ("braces {} {0} {{x}} } {", "braces {} {0} {{x}} } {"),
    (
        "comments */ /* // /// //! */",
        "comments */ /* // /// //! */",
    ),
    (
        "attributes #[test] #![no_std] # x",
        "attributes #[test] #![no_std] # x",
    ),
    (
        r"backslashes \ \\ \n \u{41} \",
        r"backslashes \ \\ \n \u{41} \",
    ),
    (
        "emphasis *a* **b** _c_ __d__ ~~e~~",
        "emphasis *a* **b** _c_ __d__ ~~e~~",
    ),
    (
        "links [Self] [`Self::ALL`] [x][y] [^1]",
        "links [Self] [Self::ALL] [x][y] [^1]",
    ),
    (
        "dashes -- --- and dots ... stay",
        "dashes -- --- and dots ... stay",
    ),
    ("pipes | || \\| `a|b` `a\\|b`", "pipes | || \\| a|b a\\|b"),
    (
        "addresses https://zoom.us/x?a=b&c=d",
        "addresses https://zoom.us/x?a=b&c=d",
    ),
    (
        "signs a < b > c & d; $x$ 100% ^ @",
        "signs a < b > c & d; $x$ 100% ^ @",
    ),
    (
        "spans `</script>` `<img src=x onerror=alert(1)>`",
        "spans </script> <img src=x onerror=alert(1)>",
    ),
    (
        "spans `<!--` `&amp;` `*/` `\"` `{}` `[Self]`",
        "spans <!-- &amp; */ \" {} [Self]",
    ),
    ("`<b>` first, then words", "<b> first, then words"),
    ("- no list", "- no list"),
    ("1. no list", "1. no list"),
    ("# no heading", "# no heading"),
    ("=== no heading", "=== no heading"),
    ("> no quote", "> no quote"),
    (
        "letters é ß 日本語 \u{1f600} “x”",
        "letters é ß 日本語 \u{1f600} “x”",
    ),
];

/// A text as YAML writes it, whatever it holds.
fn yaml(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// A line that is too long for any screen.
fn long() -> String {
    ["a very long line `of` text"; 300].join(" ")
}

/// A catalog with a hostile text in every place that takes one.
fn catalog() -> String {
    let long = long();
    let mut catalog = format!(
        "product:\n  id: demo\n  title: {}\n  enum: DemoError\n\
         sources:\n  - id: page\n    title: {}\n    url: https://zoom.us/a_b*c|d(e)[f]?x=1&y#z\n\
         ranges:\n  - id: all\n    title: {}\n    codes: 0..=999\n\
         categories:\n  - id: only\n    title: {}\n    summary: {}\n    kind: internal\n    \
         actor: zoom\n    retry: after_fix\n    advice: editorial\n    remediation:\n      - {}\n\
         strings:\n  title: {}\n  enum: DemoWord\n  entries:\n",
        yaml(TEXTS[0].0),
        yaml(TEXTS[10].0),
        yaml(TEXTS[7].0),
        yaml(TEXTS[13].0),
        yaml(TEXTS[8].0),
        yaml(&format!("Mend the whole section with this, {}", TEXTS[9].0)),
        yaml(TEXTS[3].0),
    );
    for (number, (text, _)) in TEXTS.iter().enumerate() {
        catalog += &format!(
            "    - value: {}\n      name: WORD_{number}\n      kind: internal\n      summary: {}\n      \
             actor: zoom\n      retry: after_fix\n      advice: editorial\n      remediation:\n        - {}\n",
            yaml(&format!("{number} {text}")),
            yaml(text),
            yaml(&format!("Replace the word by a better one, {number}")),
        );
    }
    catalog += "errors:\n";
    for (number, (text, _)) in TEXTS.iter().enumerate() {
        catalog += &format!(
            "  - code: {number}\n    name: CODE_{number}\n    category: only\n    kind: internal\n    \
             summary: {}\n    causes: [{}]\n    raised_by: [{}]\n    erratum: {}\n    actor: zoom\n    \
             retry: after_fix\n    advice: editorial\n    remediation:\n      - {}\n      - {}\n",
            yaml(text),
            yaml(text),
            yaml(text),
            yaml(text),
            yaml(&format!(
                "Read this aloud, then press both buttons: {text} and nothing else {number}"
            )),
            yaml(&format!("{number} {long}")),
        );
    }
    catalog += "    reasons:\n";
    for (number, (text, _)) in TEXTS.iter().enumerate() {
        catalog += &format!(
            "      - message: {}\n        headers: [{}]\n        name: REASON_{number}\n        summary: {}\n",
            yaml(&format!("({number}) {text}")),
            yaml(&format!("X-RateLimit-Type: {text}")),
            yaml(text),
        );
    }
    catalog
}

/// What a browser shows of a page: without tags, with entities read, white space folded.
fn shown(page: &Path) -> String {
    let html = fs::read_to_string(page).unwrap();
    let mut text = String::new();
    for piece in html.split('<') {
        let (_, outside) = piece.split_once('>').unwrap_or(("", piece));
        text.push_str(outside);
    }
    for (entity, character) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, character);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn texts_come_out_of_rustc_and_rustdoc_as_they_went_in() {
    let repository = Repository::new(&[("demo.yaml", &catalog())]);
    let run = repository.run(&["generate"]);
    assert_eq!(run.status, 0, "{}", run.stderr);

    let (pages, warnings) = repository.documents();
    assert!(!warnings.contains("generated/"), "{warnings}");
    let table = shown(&pages.join("demo/index.html"));
    let codes = shown(&pages.join("demo/enum.DemoError.html"));
    let reasons = shown(&pages.join(format!("demo/enum.Code{}Reason.html", TEXTS.len() - 1)));
    let words = shown(&pages.join("demo/enum.DemoWord.html"));
    for (number, (written, seen)) in TEXTS.iter().enumerate() {
        let row = format!("{number}CODE_{number}{seen}");
        assert!(table.contains(&row), "{row} in the table:\n{table}");
        for expected in [
            format!("{seen} {number} is CODE_{number}"),
            format!("Raised by {written}."),
            format!("Erratum: {seen} Documented at"),
            format!(" {seen} and nothing else {number} "),
        ] {
            assert!(
                codes.contains(&expected),
                "{expected} among the codes:\n{codes}"
            );
        }
        let expected = format!("{number} {}", long().replace('`', ""));
        assert!(codes.contains(&expected), "the long line of {number}");
        for expected in [
            format!("REASON_{number}: the message holds ({number}) {written}."),
            format!("Goes with the headers X-RateLimit-Type: {written}."),
        ] {
            assert!(
                reasons.contains(&expected),
                "{expected} among the reasons:\n{reasons}"
            );
        }
        let expected = format!("{seen} {number} {written} on the wire.");
        assert!(
            words.contains(&expected),
            "{expected} among the words:\n{words}"
        );
    }
    for page in [
        "demo/index.html",
        "demo/enum.DemoError.html",
        "demo/enum.DemoCategory.html",
    ] {
        let html = fs::read_to_string(pages.join(page)).unwrap();
        for tag in ["<img src=x", "onerror=\"", "<b>", "<!-- "] {
            assert!(!html.contains(tag), "{tag} in {page}");
        }
    }
}
