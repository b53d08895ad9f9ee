//! Command lines that are wrong.

use crate::{CHECK, reviewed};

#[test]
fn wrong_usage_says_what_is_right() {
    let repository = reviewed();
    for (arguments, status, says) in [
        (&["docs", "check", "page.md"][..], 2, "--catalog"),
        (&["docs", "check", "--catalog", "demo"], 2, "PAGE"),
        (
            &["docs", "draft", "--catalog", "another_product", "page.md"],
            1,
            "\"A new catalog\"",
        ),
        (&["docs", "check", ".", "--catalog", "demo"], 2, "--catalog"),
        (
            &[
                "docs",
                "check",
                "--catalog",
                "demo",
                "--layout",
                "x",
                "page.md",
            ],
            2,
            "markdown",
        ),
        (
            &[
                "docs",
                "accept",
                "--catalog",
                "demo",
                "--code",
                "?",
                "page.md",
            ],
            2,
            "2XX",
        ),
        (
            &["docs", "check", "--catalog", "dema", "page.md"],
            1,
            "did you mean `demo`?",
        ),
        (
            &[
                "docs",
                "check",
                "--catalog",
                "demo",
                "--source",
                "x",
                "page.md",
            ],
            1,
            "it has `page`",
        ),
        (
            &["docs", "check", "--catalog", "demo", "gone.md"],
            1,
            "gone.md: ",
        ),
        (
            &[
                "docs",
                "accept",
                "--catalog",
                "demo",
                "--code",
                "7",
                "page.md",
            ],
            1,
            "7 is neither",
        ),
    ] {
        let run = repository.run(arguments);
        assert_eq!(run.status, status, "{arguments:?}: {}", run.stderr);
        assert!(run.stderr.contains(says), "{arguments:?}: {}", run.stderr);
    }
    repository.write("catalogs/docs.lock", "<<<<<<< HEAD\n");
    let run = repository.run(&CHECK);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("catalogs/docs.lock:1: "),
        "{}",
        run.stderr
    );
}
