//! Markdown pages: headings, lists, examples.

use super::{assert_reads, page};
use crate::docs::{Layout, ReadError};

#[track_caller]
fn assert_markdown(text: &str, expected: &[&str]) {
    assert_reads(text, Some(Layout::Markdown), expected);
}

#[test]
fn the_section_is_the_nearest_heading() {
    let text = "\
# Title
## First
### Deep `code` #
| Code | Text |
|---|---|
| 1 | One |

Second
------
| Code | Text |
|---|---|
| 2 | Two |
";
    assert_markdown(text, &["1 - [Deep code] One", "2 - [Second] Two"]);
}

#[test]
fn titles() -> Result<(), ReadError> {
    let table = "| Code | Text |\n|---|---|\n| 1 | One |\n";
    for (text, expected) in [
        (
            format!("## Second\n# *The* title\n# Other\n{table}"),
            Some("The title"),
        ),
        (
            format!("---\ntitle: \"From above\"\n---\n\n# Title\n{table}"),
            Some("From above"),
        ),
        (table.to_owned(), None),
    ] {
        assert_eq!(
            page(&text, Layout::Markdown)?.title.as_deref(),
            expected,
            "{text}"
        );
    }
    Ok(())
}

#[test]
fn unreadable_cells_are_noted() -> Result<(), ReadError> {
    let text = "| Code | Text |\n|---|---|\n| 1 | One |\n| 0x12 | Hex |\n| 99999999999 | Large |\n| 3,161 | Three |\n";
    let page = page(text, Layout::Markdown)?;
    let notes: Vec<_> = page.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(
        notes,
        [
            "no code was found in the code cell `0x12`",
            "`99999999999` is larger than any code can be"
        ]
    );
    let third = page
        .rows
        .last()
        .map(|row| (row.code.to_string(), row.notes.clone()));
    assert_eq!(
        third,
        Some((
            "3161".to_owned(),
            vec!["`3,161` was read as 3161".to_owned()]
        ))
    );
    Ok(())
}

#[test]
fn lists_are_read_and_steps_are_not() {
    let text = "\
## Codes
- **300** - Bad call
- `301`: WRONG_ROOM - Not here
  - 1 - closed
  - 2 - never built

## Steps
1. Take 5 minutes
2. 300 participants leave
- 1: guest
- 10 users may join
";
    assert_markdown(
        text,
        &[
            "300 - [Codes] Bad call",
            "301 WRONG_ROOM [Codes] Not here",
            "  1 closed",
            "  2 never built",
        ],
    );
}

#[test]
fn examples_give_rows_and_samples_do_not() {
    let text = "\
## Answers
```json
{ \"code\": 300, \"message\": \"Bad  call.\", \"errors\": [{ \"code\": 7, \"message\": \"x\" }] }
```
> ```json
> { \"code\": \"301\", \"message\": \"Bad name.\" }
> ```
```js
if (error.code === 302) { throw { \"code\": 303, \"message\": \"no\" } }
```
```json
{ \"errorCode\": 304, \"errorMessage\": \"An event\" }
```
```json
{ \"code\": \"AUTH\", \"message\": \"no number\" }
```
    {\"code\": 300, \"message\": \"Again\"}
";
    assert_markdown(
        text,
        &[
            "300 - [Answers]",
            "  - Bad call.",
            "  - Again",
            "301 - [Answers]",
            "  - Bad name.",
        ],
    );
}

#[test]
fn an_open_fence_is_noted() -> Result<(), ReadError> {
    let text = "| Code | Text |\n|---|---|\n| 1 | One |\n\n```\nx\n\n| Code | Text |\n|---|---|\n| 2 | Two |\n";
    let page = page(text, Layout::Markdown)?;
    assert_eq!((page.rows.len(), page.notes.len()), (1, 1));
    assert!(page.notes.iter().all(
        |note| note.text.contains("never closed") && text.get(note.span.clone()) == Some("```")
    ));
    Ok(())
}

#[test]
fn an_open_element_is_noted() -> Result<(), ReadError> {
    let text = "- 300 - LAMP_DIM\n\n<ul>\n<li>301 - LAMP_OFF\n\n- 302 - LAMP_ON\n";
    let page = page(text, Layout::Markdown)?;
    let notes: Vec<_> = page.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(page.rows.len(), 2);
    assert_eq!(
        notes,
        ["the element is never closed: what follows was read as HTML"]
    );
    Ok(())
}

#[test]
fn pipes_without_a_row_of_dashes_are_noted() -> Result<(), ReadError> {
    let text = "| Code | Text |\n|---|---|\n| 1 | One |\n\n| 2 | Two |\n\n| Code | Text |\n|---|\n| 3 | Three |\n";
    let page = page(text, Layout::Markdown)?;
    let noted: Vec<_> = page
        .notes
        .iter()
        .map(|note| text.get(note.span.clone()).unwrap_or_default())
        .collect();
    assert_eq!(
        (page.rows.len(), noted),
        (
            1,
            vec!["| 2 | Two |", "| Code | Text |\n|---|\n| 3 | Three |"]
        )
    );
    Ok(())
}

#[test]
fn html_tables_in_markdown_are_read() {
    let text = "\
# T
<table>
<tr><th>Code</th><th>Text</th></tr>

<tr><td>`8`</td><td>Eight</td></tr>
</table>

| Code | Text |
|---|---|
| 9 | Nine |
";
    assert_markdown(text, &["8 - [T] Eight", "9 - [T] Nine"]);
}
