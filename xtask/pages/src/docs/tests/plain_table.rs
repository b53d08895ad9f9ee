//! Plain text with tables whose columns have run together.

use super::{assert_reads, page};
use crate::docs::{Layout, ReadError};

#[track_caller]
fn assert_table(text: &str, expected: &[&str]) {
    assert_reads(text, Some(Layout::PlainTable), expected);
}

#[test]
fn columns_that_have_run_together() {
    let text = "\
Answers

Some words.

Examples

Status CodeDescription
200Fine.
2xxAll of these are fine.
404Nothing there
for 30 seconds.
500 Broken.

More words, 3 of them.
";
    assert_table(
        text,
        &[
            "200 - [Examples] Fine.",
            "2XX - [Examples] All of these are fine.",
            "404 - [Examples] Nothing there for 30 seconds.",
            "500 - [Examples] Broken.",
        ],
    );
}

#[test]
fn columns_that_have_not() {
    for text in [
        "Error code\tName\tText\n1\tLAMP_DIM\tDim.\n2\tLAMP_OFF\tOff.\n",
        "Error Code  Name\n1 LAMP_DIM Dim.\n2  LAMP_OFF Off.\n",
        "ErrorCodeNameText\n1LAMP_DIMDim.\n2LAMP_OFFOff.\n",
    ] {
        assert_table(text, &["1 LAMP_DIM [-] Dim.", "2 LAMP_OFF [-] Off."]);
    }
}

#[test]
fn a_wrapped_line_is_no_row() {
    let text = "Code Text\n100 Wait for\n20 seconds\n200 Fine\n";
    let spaced = page(text, Layout::PlainTable).map(|page| page.rows.len());
    assert_eq!(
        spaced,
        Ok(3),
        "a known limit: only a capital tells a row from a wrapped line"
    );
    let run_together = "CodeText\n100Wait for\n20 seconds\n200Fine\n";
    assert_table(
        run_together,
        &["100 - [-] Wait for 20 seconds", "200 - [-] Fine"],
    );
}

#[test]
fn blank_lines_between_rows() {
    let text = "Status CodeText\n200Fine\n\n404Nothing there\n\n3 things to do\n";
    assert_table(text, &["200 - [-] Fine", "404 - [-] Nothing there"]);
}

#[test]
fn bullets_beside_the_table() {
    let text = " • 4xx range: yours\n\nStatus CodeText\n404Nothing\n • 5xx range: ours\n";
    assert_table(
        text,
        &["4XX - [-] yours", "404 - [-] Nothing", "5XX - [-] ours"],
    );
}

#[test]
fn a_page_cut_off_gives_the_rows_it_has() -> Result<(), ReadError> {
    let page = page("Status CodeText\n200Fine\n404Noth", Layout::PlainTable)?;
    assert_eq!(page.rows.len(), 2);
    Ok(())
}
