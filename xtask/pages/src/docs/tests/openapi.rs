//! Codes in the specification of a saved page.

use super::{assert_reads, page};
use crate::docs::{Layout, ReadError};

/// A saved page with this specification.
fn saved(openapi: &str) -> String {
    format!(
        "# T\n\n## Content\n\n```md\n# T\n```\n\n## OpenAPI\n\n{openapi}\n\n## Downloads\n\n**Error Code:** `999`\n"
    )
}

#[track_caller]
fn assert_openapi(openapi: &str, expected: &[&str]) {
    assert_reads(&saved(openapi), None, expected);
}

#[test]
fn json() {
    let openapi = r#"```json
{ "paths": { "/lamps": { "get": { "responses": {
  "200": { "description": "Fine" },
  "400": { "description": "**HTTP Status Code:** `400` <br>\n Bad Request \n\n **Error Code:** `300` <br>\n The \"name\" is missing. <br>\n**Error Code:** `1010` <br>\n No such lamp: {lampId}. <br>" },
  "404": { "description": "**Error Code:** `60061001` <br>\n Lamp gone." }
} } } } }
```"#;
    assert_openapi(
        openapi,
        &[
            "300 - [HTTP 400] The \"name\" is missing.",
            "1010 - [HTTP 400] No such lamp: {lampId}.",
            "60061001 - [HTTP 404] Lamp gone.",
        ],
    );
}

#[test]
fn json_in_one_line() {
    let openapi = r#"{"responses":{"404":{"description":"**Error Code:** `1`<br>\nOne"},"429":{"description":"Slow"},"default":{"description":"**Error Code:** `2`<br>\nTwo"}}}"#;
    assert_openapi(openapi, &["1 - [HTTP 404] One", "2 - [-] Two"]);
}

#[test]
fn yaml() {
    let openapi = "\
```yaml
paths:
  /lamps:
    get:
      responses:
        '400':
          description: |-
            **HTTP Status Code:** `400` <br>
             Bad Request

             **Error Code:** `300` <br>
             The name
             is missing.
          content: {}
        404:
          description: \"**Error Code:** `1010` <br>
            No such lamp.\"
          content:
            application/json: {}
```";
    assert_openapi(
        openapi,
        &[
            "300 - [HTTP 400] The name is missing.",
            "1010 - [HTTP 404] No such lamp.",
        ],
    );
}

#[test]
fn other_spellings() {
    for mark in [
        "**Error Code:** `7` <br>\\n",
        "Error Code: 7 - ",
        "**Error Code**: 7<br>",
        "<b>Error Code:</b> `7`\\n",
        "**error codes:** **7** ",
    ] {
        let openapi = format!("{{ \"409\": {{ \"description\": \"{mark}Seven\" }} }}");
        let expected: &[&str] = if mark.starts_with("<b>") {
            &[]
        } else {
            &["7 - [HTTP 409] Seven"]
        };
        assert_openapi(&openapi, expected);
    }
}

#[test]
fn operations_repeat_each_other() {
    let openapi = r#"{ "a": { "404": { "description": "**Error Code:** `1` <br>\n One" } },
  "b": { "404": { "description": "**Error Code:** `1` <br>\n One" } },
  "c": { "404": { "description": "**Error Code:** `1` <br>\n One more" } } }"#;
    assert_openapi(openapi, &["1 - [HTTP 404] One", "1 - [HTTP 404] One more"]);
}

#[test]
fn several_codes_and_large_ones() -> Result<(), ReadError> {
    let openapi = r#"{ "400": { "description": "**Error Code:** `300`, `301` <br>\n Bad. <br>\n **Error Code:** `99999999999` <br>\n Large. <br>\n **Error Code:** `3,161` <br>\n Three." } }"#;
    assert_openapi(
        openapi,
        &[
            "300 - [HTTP 400] Bad.",
            "301 - [HTTP 400] Bad.",
            "3161 - [HTTP 400] Three.",
        ],
    );
    let page = page(&saved(openapi), Layout::SavedPage)?;
    let notes: Vec<_> = page.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["`99999999999` is larger than any code can be"]);
    Ok(())
}

#[test]
fn a_specification_cut_off() {
    let openapi = "{ \"404\": { \"description\": \"**Error Code:** `1` <br>\\n One\" }, \"409\": { \"description\": \"**Error Code:** `2` <br>\\n Tw";
    let text = saved(openapi);
    let cut = text
        .find("\n\n## Downloads")
        .and_then(|end| text.get(..end))
        .unwrap_or_default();
    assert_reads(cut, None, &["1 - [HTTP 404] One", "2 - [HTTP 409] Tw"]);
}

#[test]
fn numbers_in_prose_are_none() {
    assert_openapi(
        "{ \"404\": { \"description\": \"Returns error code 300 at times. Error Code: see below\" } }",
        &[],
    );
}
