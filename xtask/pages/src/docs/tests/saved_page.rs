//! Saved pages: parts, nested fences, components.

use super::{assert_reads, page};
use crate::docs::{Layout, ReadError};

#[track_caller]
fn assert_saved(text: &str, expected: &[&str]) {
    assert_reads(text, Some(Layout::SavedPage), expected);
}

/// A page around the Markdown given.
fn saved(markdown: &str, openapi: &str) -> String {
    format!(
        "# Saved title\n\n- Source URL: https://docs.example\n\n## Frontmatter\n\n```json\n{{ \"title\": \"Lamps\" }}\n```\n\n\
         ## Content\n\n```md\n\n{markdown}\n```\n\n## OpenAPI\n\n{openapi}\n\n## Downloads\n\nNone.\n\n## Metadata\n\n\
         ## Raw Next.js page data\n\n```json\n{{ \"code\": 999, \"message\": \"raw\" }}\n```\n"
    )
}

#[test]
fn only_the_content_is_read() -> Result<(), ReadError> {
    let text = saved(
        "# Lamps\n\n| Code | Text |\n|---|---|\n| 1 | One |",
        "No OpenAPI spec found.",
    );
    assert_saved(&text, &["1 - [Lamps] One"]);
    let page = page(&text, Layout::SavedPage)?;
    assert_eq!(page.title.as_deref(), Some("Lamps"));
    assert!(page.notes.is_empty(), "{:?}", page.notes);
    Ok(())
}

#[test]
fn fences_nest() {
    let markdown = "\
# Lamps

## First
```json
{ \"code\": 300, \"message\": \"Bad call.\" }
```

## Second
```json
{
  \"code\": 300,
  \"message\": \"Bad name.\",
  \"errors\": [ { \"field\": \"name\", \"message\": \"Wrong.\" } ]
}
```

## OpenAPI

## Third
| Code | Text |
|---|---|
| 2 | Two |";
    assert_saved(
        &saved(markdown, ""),
        &[
            "300 - [First]",
            "  - Bad call.",
            "  - Bad name.",
            "2 - [Third] Two",
        ],
    );
}

#[test]
fn components_do_not_swallow_what_they_hold() {
    let markdown = "\
## Limits

<TwoColumn>
<LeftColumn>
Zoom answers.
</LeftColumn>
<RightColumn>
<CodeBlock
  header=\"Headers\"
>
```
HTTP/1.1 429
X-Limit-Type: QPS
```
</CodeBlock>
<CodeBlock header=\"Body\">
```json
{
\u{a0} \u{a0} \"code\": 429,
\u{a0} \u{a0} \"message\": \"Slow down.\"
}
```
</CodeBlock>
    <CodeBlock header=\"Body\">
      ```json
      { \"code\": 429, \"message\": \"Stop.\" }
      ```
    </CodeBlock>
    <Note>
      | Code | Text |
      |---|---|
      | 1 | One |
    </Note>
{/* <CodeBlock>
```json
{ \"code\": 430, \"message\": \"Commented out.\" }
```
</CodeBlock> */}
</RightColumn>
</TwoColumn>

## After
| Code | Text |
|---|---|
| 2 | Two |";
    assert_saved(
        &saved(markdown, ""),
        &[
            "429 - [Limits]",
            "  - Slow down. {X-Limit-Type: QPS}",
            "  - Stop.",
            "1 - [Limits] One",
            "2 - [After] Two",
        ],
    );
}

#[test]
fn headers_behind_their_body() {
    let markdown = "\
## A
```json
{ \"code\": 1, \"message\": \"First.\" }
```
```
X-Kind: a
```
## B
```
X-Kind: none
```
## C
```json
{ \"code\": 2, \"message\": \"Second.\" }
```";
    assert_saved(
        &saved(markdown, ""),
        &[
            "1 - [A]",
            "  - First. {X-Kind: a}",
            "2 - [C]",
            "  - Second.",
        ],
    );
}

#[test]
fn spans_point_into_the_whole_page() -> Result<(), ReadError> {
    let markdown = "<Box>\n\n  | Code | Text |\n  |---|---|\n  | 1 | Öne |\n</Box>\n\n- 300 - LAMP_DIM - Dim.\n\n```json\n{\"code\": 7, \"message\": \"x\"}\n```";
    let text = saved(markdown, "");
    let page = page(&text, Layout::SavedPage)?;
    assert_eq!(
        super::covered(&text, &page),
        [
            "| 1 | Öne |",
            "- 300 - LAMP_DIM - Dim.",
            "```json\n{\"code\": 7, \"message\": \"x\"}\n"
        ]
    );
    Ok(())
}

#[test]
fn a_page_cut_off_gives_the_rows_it_has() {
    let text = saved(
        "| Code | Text |\n|---|---|\n| 1 | One |\n| 2 | Two |\n| 3 | Three |",
        "",
    );
    let end = text.find("wo |").unwrap_or_default();
    let cut = text.get(..end).unwrap_or_default();
    assert_reads(cut, None, &["1 - [-] One", "2 - [-] T"]);
}

#[test]
fn content_without_a_fence() {
    let text = "# T\n\n- Source URL: x\n\n## Content\n\n# Lamps\n| Code | Text |\n|---|---|\n| 1 | One |\n\n## Metadata\n\n| Code | Text |\n|---|---|\n| 2 | Two |\n";
    assert_saved(text, &["1 - [Lamps] One"]);
}

#[test]
fn a_broken_example_is_read_with_a_note() -> Result<(), ReadError> {
    let text = saved(
        "```json\n{\n  \"code\": 300, // the code\n  \"message\": \"Bad call.\",\n  ...\n}\n```",
        "",
    );
    assert_saved(&text, &["300 - [-]", "  - Bad call."]);
    let page = page(&text, Layout::SavedPage)?;
    assert_eq!(
        page.rows.first().map(|row| row.notes.clone()),
        Some(vec!["the body is no valid JSON".to_owned()])
    );
    Ok(())
}
