//! Tables of many shapes, written in Markdown.

use super::{assert_reads, covered, page};
use crate::docs::{Layout, NoteKind, ReadError};

#[track_caller]
fn assert_tables(text: &str, expected: &[&str]) {
    assert_reads(text, Some(Layout::Markdown), expected);
}

#[test]
fn the_code_column_is_found_by_its_header() {
    for header in [
        "Error Code | Text",
        "Code | Text",
        "Status Code | Text",
        "ErrorCode | Text",
        "HTTP Status | Text",
        "**Error code** | Text",
        "`errorCode` | Text",
        "HTTP status code | Text",
        "Response codes | Text",
        "Error | Text",
        "Error number | Text",
        "Reason Code | Text",
        "Code and message | Text",
    ] {
        let text = format!("| {header} |\n|---|---|\n| 404 | Not found |\n");
        assert_tables(&text, &["404 - [-] Not found"]);
    }
}

#[test]
fn columns_come_in_any_order() {
    let text = "\
## Errors
| Meaning | What to do | Name | Error Code |
|:--|:-:|---|--:|
| Ticket gone | Fetch one | TICKET_GONE | `7001` |
";
    assert_tables(text, &["7001 TICKET_GONE [Errors] Ticket gone | Fetch one"]);
}

#[test]
fn the_surest_of_two_code_columns_is_taken() {
    let text = "\
| HTTP Status Code | Error Code | Message |
|---|---|---|
| 404 | 1001 | No such room |
| 404 | 1002 | No such desk |
";
    assert_tables(
        text,
        &[
            "1001 - [-] 404 | No such room",
            "1002 - [-] 404 | No such desk",
        ],
    );
}

#[test]
fn one_code_may_have_several_rows() {
    let text = "\
| Code | Message |
|---|---|
| 300 | Bad name |
| 300 | Bad date |
";
    assert_tables(text, &["300 - [-] Bad name", "300 - [-] Bad date"]);
}

#[test]
fn one_cell_may_have_several_codes() -> Result<(), ReadError> {
    let text = "\
| Code | Message |
|---|---|
| `4702`, `4704` | Token refused |
| 4710<br/>4711 | Token expired |
";
    assert_tables(
        text,
        &[
            "4702 - [-] Token refused",
            "4704 - [-] Token refused",
            "4710 - [-] Token expired",
            "4711 - [-] Token expired",
        ],
    );
    let page = page(text, Layout::Markdown)?;
    assert_eq!(
        covered(text, &page).first(),
        Some(&"| `4702`, `4704` | Token refused |")
    );
    Ok(())
}

#[test]
fn markup_and_padding_are_dropped() {
    let plain = "| Code | Text |\n|---|---|\n| 5 | Call join before the docs say so |\n";
    let marked = "|  Code  |Text|\n|--|:---|\n|**`5`**|Call   `join` *before* the [docs](/x)<br>say **so**   |\n";
    let expected = ["5 - [-] Call join before the docs say so"];
    assert_tables(plain, &expected);
    assert_tables(marked, &expected);
}

#[test]
fn a_row_without_a_code_goes_on_with_the_one_above() {
    let text = "\
| Code | Message |
|---|---|
|  | Lost |
| 1, 2 | First |
|  | Second |
";
    assert_tables(
        text,
        &["1 - [-] First", "  - Second", "2 - [-] First", "  - Second"],
    );
}

#[test]
fn tables_without_codes_are_passed_over() {
    let text = "\
# T
| Header | Description |
|---|---|
| X-Limit | 300 |

| Date | Enforcement |
|---|---|
| **March 2, 2026** | Blocked |

| Country Code | Country |
|---|---|
| 49 | Germany |

| Code | Language |
|---|---|
| 1 | English |

| Status | Meaning |
|---|---|
| 1 | Waiting |
| 2 | Running |

| Code sample | 200 |
|---|---|
| 300 | 400 |

| Code | Text |
|---|---|
| 7 | Real |
";
    assert_tables(text, &["7 - [T] Real"]);
}

#[test]
fn a_lookup_of_ranges_is_read_beside_codes() {
    let lookup = "| Code Range | Category |\n|---|---|\n| 0-2 | General |\n| 6000+ | System |\n";
    assert_tables(lookup, &["0-2 - [-] General", "6000+ - [-] System"]);
    let followed = format!("{lookup}\n## All\n\n| Code | Text |\n|---|---|\n| 2 | Two |\n");
    assert_tables(
        &followed,
        &["0-2 - [-] General", "6000+ - [-] System", "2 - [All] Two"],
    );
}

#[test]
fn classes_among_codes_are_rows() {
    let text = "| Status Code | Text |\n|---|---|\n| 2XX | Fine |\n| 404 | Not found |\n";
    assert_tables(text, &["2XX - [-] Fine", "404 - [-] Not found"]);
}

#[test]
fn columns_beyond_those_that_are_read_are_noted() -> Result<(), ReadError> {
    let row =
        |first: &str, other: &str| format!("| {first} |{}\n", format!(" {other} |").repeat(40));
    let text = format!(
        "{}{}{}",
        row("Text", "Code"),
        row("---", "---"),
        row("A", "5")
    );
    let wide = page(&text, Layout::Markdown)?;
    assert_eq!(wide.rows.len(), 1);
    let notes: Vec<_> = wide.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["only the first 32 columns were read"]);
    let cells = "<td>5</td>".repeat(40);
    let html = format!("<table><tr><th>Code</th></tr><tr>{cells}</tr></table>");
    let wide = page(&html, Layout::Html)?;
    let notes: Vec<_> = wide.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["only the first 32 columns were read"]);
    Ok(())
}

#[test]
fn a_row_of_too_many_codes_is_refused_with_its_place() {
    for separator in [",", ", ", " ", " and "] {
        let codes = vec!["7"; 65].join(separator);
        let text = format!("# T\n\n| Code | Text |\n|--|--|\n| 1 | A |\n| {codes} | B |\n");
        let Err(ReadError::TooManyCodes { span }) = page(&text, Layout::Markdown) else {
            panic!("{text}");
        };
        assert_eq!(Some(span.start), text.find("| 7"), "{text}");
        // In a table that holds no codes it is nobody's business.
        let dates = text.replace("Code", "Date");
        let page = page(&dates, Layout::Markdown);
        assert!(matches!(page, Err(ReadError::NoCodes { .. })));
    }
    let most = vec!["7"; 64].join(", ");
    let text = format!("| Code | Text |\n|--|--|\n| {most} | B |\n");
    assert!(page(&text, Layout::Markdown).is_ok_and(|page| page.rows.len() == 64));
}

#[test]
fn numbers_beside_constants_are_codes_whatever_their_column_is_called() {
    for header in ["Value", "#", "No.", "Number"] {
        let table = format!(
            "| {header} | Name | Text |\n|---|---|---|\n| 0 | LAMP_ON | One |\n| 1 | OFF | Two |\n"
        );
        assert_tables(&table, &["0 LAMP_ON [-] One", "1 OFF [-] Two"]);
        let large = format!("| {header} | Text |\n|---|---|\n| 3712 | One |\n| 3713 | Two |\n");
        assert_tables(&large, &["3712 - [-] One", "3713 - [-] Two"]);
        let steps = format!("| {header} | Text |\n|---|---|\n| 1 | One |\n| 2 | Two |\n");
        assert_tables(&steps, &[]);
    }
}

#[test]
fn a_table_of_large_numbers_that_is_passed_over_is_told() -> Result<(), ReadError> {
    let codes = "| Code | Text |\n|---|---|\n| 1 | One |\n\n";
    let other = "| Ticket | Text |\n|---|---|\n| 3712 | One |\n| 3713 | Two |\n";
    let read = page(&format!("{codes}{other}"), Layout::Markdown)?;
    let notes: Vec<_> = read.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(
        notes,
        ["the table headed `Ticket | Text` was passed over: no column is called that of codes"]
    );
    Ok(())
}

#[test]
fn what_is_struck_out_is_withdrawn() -> Result<(), ReadError> {
    let text = "| Code | Text |\n|---|---|\n| 1 | One |\n| ~~2~~ | Two |\n";
    let html = "<table><tr><th>Code<th>Text<tr><td>1<td>One<tr><td><del>2</del><td>Two</table>";
    for (text, layout) in [(text, Layout::Markdown), (html, Layout::Html)] {
        let read = page(text, layout)?;
        assert_eq!(read.rows.len(), 1, "{read:?}");
        assert!(
            read.notes
                .iter()
                .any(|note| note.text.contains("struck out"))
        );
        assert!(read.notes.iter().all(|note| note.kind == NoteKind::Remark));
    }
    Ok(())
}

#[test]
fn drawn_tables_are_read_by_their_columns() {
    let simple = "Lamps\n\n  Code   Name        Text\n  ------ ----------- -------\n  3001   LAMP_DARK   No light\n  3002               Hot\n\nEnd.\n";
    let several = "Lamps\n\n  ------------------------\n  Code   Name        Text\n  ------ ----------- -----\n  3001   LAMP_DARK   No\n                     light\n\n  3002               Hot\n  ------------------------\n\nEnd.\n";
    let grid = "Lamps\n\n+------+-----------+-------+\n| Code | Name      | Text  |\n+======+===========+=======+\n| 3001 | LAMP_DARK | No    |\n|      |           | light |\n+------+-----------+-------+\n| 3002 |           | Hot   |\n+------+-----------+-------+\n";
    for text in [simple, several, grid] {
        for text in [text.to_owned(), text.replacen("Lamps", "# Lamps", 1)] {
            assert_reads(
                &text,
                None,
                &["3001 LAMP_DARK [Lamps] No light", "3002 - [Lamps] Hot"],
            );
        }
    }
    // Dashes that draw no table.
    let rules = "# Lamps\n\n- - -\n\n| Code | Text |\n|---|---|\n| 1 | One |\n\n---- ----\n";
    assert_tables(rules, &["1 - [Lamps] One"]);
}

#[test]
fn a_table_behind_very_many_rules_is_found() {
    for line in [
        "---- ----\n",
        "+---+---+\n",
        "-----------\n",
        "Code   Text\n---- ----\n",
        "a\tCode\n",
    ] {
        let text = format!(
            "# T\n\n{}\n| Code | Text |\n|---|---|\n| 1 | One |\n",
            line.repeat(5_000)
        );
        assert_tables(&text, &["1 - [T] One"]);
    }
}
