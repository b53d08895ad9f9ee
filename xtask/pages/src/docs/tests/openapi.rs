//! Specifications by themselves and in saved pages.

use super::page;
use crate::docs::{Layout, Page, ReadError, read};

const DOCUMENT: &str = r#"{ "openapi": "3.0.0", "info": { "title": "Lamps" }, "paths": { "/lamps": { "get": { "responses": {
  "404": { "description": "**Error Code:** `3001` <br>\n No lamp. <br>" } } } } } }"#;

/// A saved page with this specification.
fn saved(content: &str, openapi: &str) -> String {
    format!(
        "# T\n\n## Content\n\n{content}\n\n## OpenAPI\n\n{openapi}\n\n## Downloads\n\n**Error Code:** `999`\n"
    )
}

/// The facts of the page's specification, and what their places cover.
fn facts(page: &Page, text: &str) -> Vec<String> {
    let facts = page
        .specification
        .iter()
        .flat_map(|specification| &specification.facts);
    facts
        .map(|fact| {
            let covered = text.get(fact.span()).unwrap_or("nothing");
            let covered = covered.split('`').take(2).collect::<Vec<_>>().join("`");
            format!(
                "{} {} {} at {covered}",
                fact.code, fact.status, fact.message
            )
        })
        .collect()
}

#[test]
fn a_document_is_told_by_its_beginning() -> Result<(), ReadError> {
    let page = read(DOCUMENT, None)?;
    assert_eq!((page.layout, page.rows.len()), (Layout::OpenApi, 0));
    assert_eq!(page.title.as_deref(), Some("Lamps"));
    assert_eq!(
        facts(&page, DOCUMENT),
        ["3001 404 No lamp. at Error Code:** `3001"]
    );
    Ok(())
}

#[test]
fn a_saved_page_holds_one_in_a_fence_or_without() -> Result<(), ReadError> {
    for openapi in [format!("```json\n{DOCUMENT}\n```"), DOCUMENT.to_owned()] {
        let text = saved("No content.", &openapi);
        let page = page(&text, Layout::SavedPage)?;
        assert_eq!(
            facts(&page, &text),
            ["3001 404 No lamp. at Error Code:** `3001"]
        );
    }
    Ok(())
}

#[test]
fn content_and_specification_are_read_together() -> Result<(), ReadError> {
    let table = "```md\n| Code | Text |\n|---|---|\n| 1 | One |\n```";
    let text = saved(table, DOCUMENT);
    let page = page(&text, Layout::SavedPage)?;
    assert_eq!((page.rows.len(), facts(&page, &text).len()), (1, 1));
    let text = saved(table, "No OpenAPI spec found for this page.");
    assert_eq!(read(&text, None)?.specification, None);
    Ok(())
}

#[test]
fn a_broken_specification_is_an_error_at_its_place() {
    let text = saved("None.", &DOCUMENT.replace("\"paths\": {", "\"paths\": "));
    let error = read(&text, None).unwrap_err();
    assert!(matches!(error, ReadError::Specification(_)), "{error:?}");
    let at = error.span().unwrap_or_default().start;
    assert!(
        text.get(..at)
            .is_some_and(|before| before.contains("## OpenAPI")),
        "{at}"
    );
}
