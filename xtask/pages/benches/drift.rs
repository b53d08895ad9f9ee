//! Time of holding large pages against large catalogs, and of drafting from them.
//!
//! `cargo bench -p xtask-pages --bench drift`. Twice the rows should take some twice the time.

use std::env;
use std::time::Instant;

use xtask_pages::docs::{Page, read};
use xtask_pages::drift::acceptance::accept;
use xtask_pages::drift::draft::draft;
use xtask_pages::drift::{Against, Lock, compare};
use xtask_pages::outline::Outline;
use zoom_errors_codegen::SourceFile;

fn catalog(codes: usize) -> SourceFile {
    let mut text =
        "product:\n  id: big\n  title: Big\n  enum: BigError\n\nsources:\n  - id: page\n    \
                    title: Page\n\ncategories:\n"
            .to_owned();
    for section in 0..=codes / 100 {
        text.push_str(&format!(
            "  - id: c{section}\n    title: Section {section}\n"
        ));
    }
    text.push_str("\nerrors:\n");
    for code in 0..codes {
        let section = code / 100;
        text.push_str(&format!(
            "  - code: {code}\n    name: NAME_{code}\n    category: c{section}\n    kind: internal\n    \
             summary: Broken.\n    actor: zoom\n    retry: never\n    advice: editorial\n    \
             remediation:\n      - Wait.\n"
        ));
    }
    SourceFile::new("catalog", text)
}

/// A page of sections of a hundred codes each; each code as `row` writes it.
fn page(codes: usize, title: &str, row: impl Fn(usize) -> String) -> Page {
    let mut text = "# Page\n".to_owned();
    for code in 0..codes {
        if code % 100 == 0 {
            let section = code / 100;
            text.push_str(&format!(
                "\n## {title} {section}\n\n| Code | Name | Text |\n|--|--|--|\n"
            ));
        }
        text.push_str(&row(code));
    }
    read(&text, None).expect("a page with codes")
}

fn main() {
    // `cargo test --all-targets` runs benches too, without this argument.
    if !env::args().any(|argument| argument == "--bench") {
        return;
    }
    for codes in [20_000, 40_000] {
        measure(codes);
    }
}

fn measure(codes: usize) {
    let plain = |code| format!("| {code} | NAME_{code} | Text {code} |\n");
    let nameless = |code| format!("| {code} | | Text {code} |\n");
    let every = |nth: usize, row: fn(usize) -> String, other: fn(usize) -> String| {
        move |code: usize| match code % nth {
            1 => other(code),
            _ => row(code),
        }
    };
    let moved = |code| format!("| {} | NAME_{code} | Text {code} |\n", code + 1_000_000);
    let moved_nameless = |code| format!("| {} | | Text {code} |\n", code + 1_000_000);
    let pages = [
        ("as reviewed", page(codes, "Section", plain)),
        ("retitled", page(codes, "Part", plain)),
        (
            "a tenth gone",
            page(codes, "Section", every(11, plain, |_| String::new())),
        ),
        (
            "a tenth renumbered",
            page(codes, "Section", every(11, plain, moved)),
        ),
        ("twice as many", page(2 * codes, "Section", plain)),
        (
            "nameless, renumbered",
            page(codes, "Section", every(11, nameless, moved_nameless)),
        ),
    ];
    let file = catalog(codes);
    let outline = Outline::read(&file, 0).expect("a catalog");
    for (name, page) in pages {
        let reviewed = match name.starts_with("nameless") {
            true => self::page(codes, "Section", nameless),
            false => self::page(codes, "Section", plain),
        };
        let empty = Lock::default();
        let accepted = accept(
            &reviewed,
            &Against::new(&outline, "page", &empty),
            &[],
            true,
        );
        let lock = accepted.expect("a page that is accepted").lock;
        let against = Against::new(&outline, "page", &lock);
        let start = Instant::now();
        let drifts = compare(&page, &against).drifts.len();
        let compared = start.elapsed().as_millis();
        let start = Instant::now();
        let drafted = draft(&page, &file, &against, true).is_ok();
        let drafting = start.elapsed().as_millis();
        let drafted = if drafted { "drafted" } else { "not drafted" };
        println!(
            "{codes:6} codes, {name:20}  {drifts:6} differences in {compared:5} ms, {drafted} in {drafting:5} ms"
        );
    }
}
