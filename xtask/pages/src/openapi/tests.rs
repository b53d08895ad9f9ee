//! Small documents in both notations, and the real ones.

use super::{Specification, is_document};

const JSON: &str = r##"{ "openapi": "3.0.0", "info": { "title": "Lamps" }, "x-a": true,
 "paths": { "/lamps/{lampId}": { "parameters": [], "get": { "responses": {
   "200": { "description": "Fine", "content": {} },
   "404": { "description": "**HTTP Status Code:** `404` <br>\n Not Found \n\n **Error Code:** `3001` <br>\n No lamp: \"{lampId}\". <br>\n**Error Code:** `1002_006` <br>\n Gone." },
   "x-b": 1 } },
  "delete": { "responses": { "404": { "$ref": "#/components/responses/Gone" }, "default": { "description": "**Error Code:** `5` Bad." } } } } },
 "components": { "responses": { "Gone": { "description": "**Error Code:** `3001` <br>\n no lamp:  \"{lampId}\"" } } } }"##;

const YAML: &str = "\
openapi: 3.0.0
info:
  title: Lamps
paths:
  /lamps/{lampId}:
    get:
      responses:
        200:
          description: Fine
        '404':
          description: |-
            **HTTP Status Code:** `404` <br>
             Not Found

             **Error Code:** `3001` <br>
             No lamp: \"{lampId}\". <br>
            **Error Code:** `1002_006` <br>
             Gone.
    delete:
      responses:
        404: { $ref: '#/components/responses/Gone' }
        default:
          description: \"**Error Code:** `5` Bad.\"
components:
  responses:
    Gone:
      description: |
        **Error Code:** `3001` <br>
        no lamp:  \"{lampId}\"
";

fn read(text: &str) -> Specification {
    Specification::read(text, 0).unwrap_or_else(|error| panic!("{} at {}", error, error.at))
}

/// Each fact in one line.
fn lines(specification: &Specification) -> Vec<String> {
    let facts = specification.facts.iter();
    let on = |fact: &super::Fact| {
        let on = fact.on.iter().map(|on| on.operation.as_str());
        on.collect::<Vec<_>>().join(", ")
    };
    facts
        .map(|fact| {
            format!(
                "{} {} {} [{}]",
                fact.code,
                fact.status,
                fact.message,
                on(fact)
            )
        })
        .collect()
}

#[test]
fn both_notations_say_the_same() {
    let expected = [
        "3001 404 No lamp: \"{lampId}\". [GET /lamps/{lampId}, DELETE /lamps/{lampId}]",
        "1002_006 404 Gone. [GET /lamps/{lampId}]",
    ];
    for text in [JSON, YAML] {
        assert!(is_document(text));
        let specification = read(text);
        assert_eq!(lines(&specification), expected);
        assert_eq!(specification.title.as_deref(), Some("Lamps"));
        assert_eq!(specification.calls.len(), 2);
        let unread: Vec<_> = specification
            .unread
            .iter()
            .map(|u| u.text.as_str())
            .collect();
        assert_eq!(
            unread,
            ["DELETE /lamps/{lampId}: codes under `default`, which is no status"]
        );
        for on in specification.facts.iter().flat_map(|fact| &fact.on) {
            assert!(
                text[on.span.clone()].starts_with("Error Code"),
                "{:?}",
                &text[on.span.clone()]
            );
        }
    }
}

#[test]
fn what_is_no_document_is_refused_with_its_place() {
    let refused = |text: &str| Specification::read(text, 7).unwrap_err();
    let cut = &JSON[..JSON.len() - 20];
    assert_eq!(
        refused(cut).message,
        "the OpenAPI document is cut off here; save it to its end"
    );
    assert!(refused(cut).at > cut.len() - 10);
    let broken = JSON.replace("{ \"title\": \"Lamps\" }", "5");
    let error = refused(&broken);
    assert!(error.message.contains("no JSON as it should be"), "{error}");
    assert!(
        broken[..error.at - 7]
            .trim_end_matches('5')
            .ends_with("\"info\": ")
    );
    assert!(
        refused(r#"{"swagger": "2.0", "info": {}}"#)
            .message
            .contains("only version 3")
    );
    assert!(
        refused(r#"{"openapi": "3.1.0", "info": {}}"#)
            .message
            .contains("no `paths`")
    );
    assert!(
        refused("openapi: 3.0.0\npaths:\n  /a: [\n")
            .message
            .contains("no YAML")
    );
}

/// Not a test of this crate but of its figures: how far the reader agrees with what another program
/// has read out of the same documents. `rest_errors.tsv` lies beside the saved pages.
#[test]
#[ignore = "needs the saved pages"]
fn the_real_documents_give_what_another_program_read() {
    use std::collections::BTreeSet;
    let facts = crate::saved_pages::text("../facts/rest_errors.tsv");
    let documents = [
        ("meetings", "rest/meetings.openapi.json"),
        ("phone", "rest/phone.openapi.json"),
        ("contact-center", "rest/contact-center.openapi.json"),
    ];
    for (product, file) in documents {
        let specification = read(&crate::saved_pages::text(file));
        let key = |code: &str, status: &str, message: &str, on: &str| {
            format!("{code} {status} {} {on}", super::bare(message))
        };
        let own: BTreeSet<String> = specification
            .facts
            .iter()
            .flat_map(|fact| fact.on.iter().map(move |on| (fact, on)))
            .map(|(fact, on)| {
                key(
                    &fact.code,
                    &fact.status.to_string(),
                    &fact.message,
                    &on.operation,
                )
            })
            .collect();
        let theirs: BTreeSet<String> = facts
            .lines()
            .filter_map(|line| {
                let cells: Vec<&str> = line.split('\t').collect();
                let [own, code, status, message, on] = cells.as_slice() else {
                    return None;
                };
                (*own == product).then(|| {
                    on.split(" | ")
                        .map(|on| key(code, status, message, on))
                        .collect::<Vec<_>>()
                })
            })
            .flatten()
            .collect();
        let both = own.intersection(&theirs).count();
        println!(
            "{product}: {} facts of {} operations; by operation {} here, {} there, {both} in both",
            specification.facts.len(),
            specification.calls.len(),
            own.len(),
            theirs.len()
        );
        for only in own.difference(&theirs) {
            println!("  only here:  {only}");
        }
        for only in theirs.difference(&own) {
            println!("  only there: {only}");
        }
        assert!(both * 100 > theirs.len() * 96, "{product}");
    }
}
