//! How layouts are recognised, and what is said when nothing is found.

use super::{assert_reads, covered};
use crate::docs::detect::detect;
use crate::docs::{Layout, ReadError, read};

#[test]
fn layouts_are_recognised_by_content() {
    for (text, expected) in [
        (
            "# T\n\n## Content\n\n```md\n# T\n```\n\n## OpenAPI\n",
            Some(Layout::SavedPage),
        ),
        (
            "# T\n- Source URL: x\n## Content\n| a |\n",
            Some(Layout::SavedPage),
        ),
        ("# T\n\n## Content\n\nText\n", Some(Layout::Markdown)),
        ("# T\n", Some(Layout::Markdown)),
        ("| Code | Text |\n|---|---|\n", Some(Layout::Markdown)),
        ("<!-- saved -->\n<!DOCTYPE html><p>", Some(Layout::Html)),
        ("<HTML><script>\n# x\n</script>", Some(Layout::Html)),
        ("<table><tr><td>1", Some(Layout::Html)),
        (
            "Text before\n<table>\n<tr><td>1</td></tr>",
            Some(Layout::Html),
        ),
        ("<div align=center>\n\n# T\n", Some(Layout::Markdown)),
        ("T\n\nStatus CodeText\n200Fine\n", Some(Layout::PlainTable)),
        (
            "T\n\nError code\tText\n200\tFine\n",
            Some(Layout::PlainTable),
        ),
        ("T\n\n • 200 - Fine\n", Some(Layout::BulletText)),
        ("T\n\n - 200 - ALL_FINE\n", Some(Layout::BulletText)),
        ("T\n\n200 - ALL_FINE\n", Some(Layout::BulletText)),
        ("Error codes are described elsewhere.\n", None),
        ("", None),
    ] {
        assert_eq!(detect(text), expected, "{text:?}");
    }
}

#[test]
fn ids_select_layouts() {
    for layout in Layout::ALL {
        assert_eq!(Layout::from_id(layout.id()), Some(layout));
    }
    assert_eq!(Layout::from_id("word"), None);
}

#[test]
fn a_given_layout_overrides() {
    let text = "T\n\n  • 4xx range: bad call\n\nStatus CodeText\n404Not found\n";
    assert_reads(text, None, &["4XX - [T] bad call", "404 - [T] Not found"]);
    assert_reads(text, Some(Layout::BulletText), &["4XX - [T] bad call"]);
    assert_reads(text, Some(Layout::Html), &[]);
}

#[test]
fn an_unknown_layout_names_what_was_looked_for() {
    let message = read("Nothing here.\n", None).map_err(|error| error.to_string());
    let message = message.err().unwrap_or_default();
    for layout in Layout::ALL {
        assert!(message.contains(layout.id()), "{message}");
    }
    assert!(message.contains("--layout"), "{message}");
}

#[test]
fn a_page_without_codes_is_an_error() {
    let text =
        "# T\n\n| Date | Enforcement |\n|---|---|\n| March 2 | blocked |\n\n| Code |\n| 1 |\n";
    let message = read(text, None).map_err(|error| error.to_string());
    let message = message.err().unwrap_or_default();
    for words in [
        "read as Markdown",
        "names a code column",
        "`Date | Enforcement`",
        "a row of dashes that fits its header is missing",
        "--layout",
    ] {
        assert!(message.contains(words), "{message}");
    }
}

#[test]
fn many_tables_without_codes_do_not_fill_the_screen() {
    let passed_over = vec!["A".to_owned(); 9];
    let error = ReadError::NoCodes {
        layout: Layout::Html,
        passed_over,
        notes: Vec::new(),
    };
    assert!(error.to_string().contains("and 4 more"), "{error}");
}

#[test]
fn byte_order_mark_and_crlf_are_accepted() -> Result<(), ReadError> {
    for text in [
        "\u{feff}# T\r\n\r\n| Code | Text |\r\n|---|---|\r\n| 1 | ä one |\r\n| 2 | two |\r\n",
        "\u{feff}T\r\n\r\n  • 1 - A_NAME - ä one\r\n    • deeper\r\n  • 2 - B_NAME - two\r\n",
        "\u{feff}T\r\n\r\nStatus CodeText\r\n100Ä one\r\n200Two\r\n",
        "\u{feff}<table>\r\n<tr><th>Code<th>Text\r\n<tr><td>1<td>ä one\r\n<tr><td>2<td>two\r\n</table>\r\n",
    ] {
        let page = read(text, None)?;
        assert_eq!(page.rows.len(), 2, "{text:?}");
        let covered = covered(text, &page);
        assert!(
            covered
                .iter()
                .zip(["one", "wo"])
                .all(|(span, word)| span.contains(word)),
            "{covered:?}"
        );
        assert!(
            covered
                .iter()
                .all(|span| !span.starts_with(['\r', '\n', '\u{feff}'])),
            "{covered:?}"
        );
    }
    Ok(())
}
