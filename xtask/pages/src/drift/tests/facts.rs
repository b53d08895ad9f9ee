//! Specifications against catalogs: each change is told as what it is, drafted and accepted.

use super::{accepted, lines, outline, page};
use crate::drift::draft::draft;
use crate::drift::{Against, Lock};
use zoom_errors_codegen::SourceFile;

const CATALOG: &str = "\
product: {id: lamps, title: Lamps, enum: LampsError}
sources:
  - id: openapi
    title: Lamps
    url: https://example.com/lamps
categories:
  - id: lamps
    title: Lamps
errors:
  - code: 300
    name: BAD # of ours
    category: lamps
    responses:
      - status: 400
        message: \"The name is missing.\"
        on: [POST /lamps]
      - status: 400
        message: \"The name {0} is taken by another lamp.\"
        on:
          - POST /lamps
          - PATCH /lamps/{id}
    remediation: []

  - code: 3001
    name: GONE
    category: lamps
    responses:
      - status: 404
        message: \"No lamp {id}\"
        on:
          - GET /lamps/{id} # read
  # told by a word
strings:
  title: Words
  enum: Word
  entries:
    - value: \"10_6\"
      name: DARK
      category: lamps
      responses:
        - status: 400
          on: [POST /lamps]
";

/// Method and path, and for each status its description.
type Response<'a> = (&'a str, &'a str, u16, &'a str);

const RESPONSES: [Response<'_>; 4] = [
    (
        "post",
        "/lamps",
        400,
        "**Error Code:** `300` <br> The name is missing <br> **Error Code:** `300` <br> The name {0} is taken by another lamp. **Error Code:** `10_6` <br>",
    ),
    (
        "patch",
        "/lamps/{id}",
        400,
        "**Error Code:** `300` <br> The name **{0}** is taken by another lamp",
    ),
    (
        "get",
        "/lamps/{id}",
        404,
        "**Error Code:** `3001` <br> no lamp {id}.",
    ),
    ("put", "/lamps/{id}", 404, "Not found."),
];

fn document(responses: &[Response<'_>]) -> String {
    let mut text = "openapi: 3.0.0\ninfo:\n  title: Lamps\npaths:\n".to_owned();
    let mut paths: Vec<&str> = responses.iter().map(|(_, path, ..)| *path).collect();
    paths.dedup();
    paths.sort_unstable();
    paths.dedup();
    for path in paths {
        text.push_str(&format!("  {path}:\n"));
        for (method, _, status, description) in responses.iter().filter(|(_, own, ..)| *own == path)
        {
            text.push_str(&format!(
                "    {method}:\n      responses:\n        '{status}':\n          description: '{description}'\n"
            ));
        }
    }
    text
}

fn lock() -> Lock {
    accepted(&document(&RESPONSES), &outline(CATALOG), "openapi")
}

/// What is told once one response is another.
#[track_caller]
fn tells(at: usize, response: Response<'_>, expected: &[&str]) {
    let mut responses = RESPONSES;
    responses[at] = response;
    assert_eq!(
        lines(&document(&responses), &outline(CATALOG), "openapi", &lock()),
        expected
    );
}

#[test]
fn a_reviewed_document_shows_no_drift_however_it_spells_the_messages() {
    let catalog = outline(CATALOG);
    assert_eq!(
        lines(&document(&RESPONSES), &catalog, "openapi", &lock()),
        [""; 0]
    );
    assert_eq!(
        lines(&document(&RESPONSES), &catalog, "openapi", &Lock::default()),
        ["unreviewed 300, 10_6 and 3001"]
    );
    let mut responses = RESPONSES;
    responses.reverse();
    assert_eq!(
        lines(&document(&responses), &catalog, "openapi", &lock()),
        [""; 0]
    );
}

#[test]
fn each_change_is_a_finding_of_its_own() {
    let get = |status, description| ("get", "/lamps/{id}", status, description);
    tells(
        2,
        get(404, "**Error Code:** `3001` <br> No lamp."),
        &["message-changed 3001 GONE"],
    );
    tells(2, get(410, RESPONSES[2].3), &["status-changed 3001 GONE"]);
    tells(
        2,
        get(404, "**Error Code:** `3001` <br> Something else broke"),
        &["response-added 3001 GONE", "response-gone 3001 GONE"],
    );
    tells(
        2,
        get(
            404,
            "**Error Code:** `3001` <br> No lamp {id}. <br> Out of light",
        ),
        &["response-added 3001 GONE"],
    );
    tells(
        2,
        get(
            404,
            "**Error Code:** `3001` <br> No lamp {id}. **Error Code:** `77` <br> New",
        ),
        &["code-added 77"],
    );
    tells(
        2,
        get(
            404,
            "**Error Code:** `3001` <br> No lamp {id}. **Error Code:** `1_7` <br> New",
        ),
        &["code-added 1_7"],
    );
    tells(2, get(404, "Nothing."), &["code-gone 3001 GONE"]);
    tells(
        3,
        ("put", "/lamps/{id}", 404, RESPONSES[2].3),
        &["operation-added 3001 GONE"],
    );
    tells(
        1,
        ("patch", "/lamps/{id}", 400, "Bad."),
        &["operation-gone 300 BAD"],
    );
    tells(
        2,
        get(
            404,
            "**Error Code:** `3001` <br> No lamp {id}. **Error Code:** `99999999999` <br> x",
        ),
        &["unread "],
    );
}

#[test]
fn what_was_accepted_though_the_catalog_differs_is_told_no_more() {
    let mut responses = RESPONSES;
    responses[2].3 = "**Error Code:** `3001` <br> No lamp. <br> Out of light";
    let text = document(&responses);
    let catalog = outline(CATALOG);
    let lock = accepted(&text, &catalog, "openapi");
    assert_eq!(lines(&text, &catalog, "openapi", &lock), [""; 0]);
    // The lock reads back, words and all.
    assert_eq!(Lock::parse(&lock.to_string()), Ok(lock.clone()));
    // And what the catalog loses later is told.
    let catalog = outline(&CATALOG.replace("          - PATCH /lamps/{id}\n", ""));
    assert_eq!(
        lines(&text, &catalog, "openapi", &lock),
        ["operation-added 300 BAD"]
    );
}

#[test]
fn drafting_adds_and_moves_nothing() {
    let mut responses = RESPONSES.to_vec();
    responses[2].3 = "**Error Code:** `3001` <br> No lamp {id} <br> Out: of light **Error Code:** `299` <br> Broken glass **Error Code:** `10_7` <br> Dim";
    responses[3].3 = RESPONSES[2].3;
    responses.push((
        "delete",
        "/lamps",
        400,
        "**Error Code:** `300` <br> The name is missing",
    ));
    let text = document(&responses);
    let catalog = outline(CATALOG);
    let file = SourceFile::new("lamps.yaml", CATALOG);
    let locked = lock();
    let against = Against::new(&catalog, "openapi", &locked);
    let drafted = draft(&page(&text), &file, &against, false).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(drafted.left, [""; 0]);
    // Line for line the catalog as it was, but for the two lists of operations that grew.
    let mut rest = drafted.text.lines();
    for line in CATALOG.lines() {
        let grown =
            |new: &str| new == line || (line.contains("on: [") && new.ends_with("DELETE /lamps]"));
        assert!(rest.any(grown), "{line} is lost");
    }
    let new = |line: &&str| !CATALOG.lines().any(|old| old == *line);
    let added: Vec<&str> = drafted.text.lines().filter(new).map(str::trim).collect();
    assert_eq!(
        added,
        [
            "- code: 299",
            "name: BROKEN_GLASS",
            "# not certain: the name is made of the words of a message",
            "kind:",
            "summary:",
            "message: Broken glass",
            "- GET /lamps/{id}",
            "actor:",
            "retry:",
            "advice:",
            "remediation:",
            "on: [POST /lamps, DELETE /lamps]",
            "- PUT /lamps/{id}",
            "message: \"Out: of light\"",
            "- GET /lamps/{id}",
            "- value: \"10_7\"",
            "name: DIM",
            "# not certain: the name is made of the words of a message",
            "kind:",
            "summary:",
            "- status: 404",
            "message: Dim",
            "on:",
            "- GET /lamps/{id}",
            "actor:",
            "retry:",
            "advice:",
            "remediation:",
        ]
    );
    // What was drafted is what the document states.
    let again = outline(&drafted.text);
    let lock = accepted(&text, &again, "openapi");
    assert_eq!(lines(&text, &again, "openapi", &lock), [""; 0]);
}

#[test]
fn the_other_document_of_a_reference_is_neither_new_nor_gone() {
    let catalog = outline(
        &CATALOG
            .replace("          - GET /lamps/{id} # read\n", "          - GET /lamps/{id}\n          - GET /accounts/{accountId}/lamps\n")
            .replace("strings:\n", "  - code: 4000\n    name: MASTER\n    category: lamps\n    responses:\n      - status: 400\n        message: No master\n        on: [\"GET /accounts/{accountId}/lamps\"]\nstrings:\n"),
    );
    let own = document(&RESPONSES);
    let gone = "**Error Code:** `3001` <br> No lamp {id}";
    let master = document(&[("get", "/accounts/{accountId}/lamps", 404, gone)]);
    let master = master.replace("      responses:\n", "      responses:\n        '400':\n          description: '**Error Code:** `4000` <br> No master'\n");
    let empty = Lock::default();
    assert_eq!(
        lines(&own, &catalog, "openapi", &empty),
        ["unreviewed 300, 10_6 and 3001"]
    );
    assert_eq!(
        lines(&master, &catalog, "openapi", &empty),
        ["unreviewed 4000 and 3001"]
    );
    // Reviewing one leaves the review of the other.
    let lock = accepted(&own, &catalog, "openapi");
    let against = Against::new(&catalog, "openapi", &lock);
    let both = crate::drift::acceptance::accept(&page(&master), &against, &[], false);
    let both = both.unwrap_or_else(|refusal| panic!("{refusal}")).lock;
    for text in [&own, &master] {
        assert_eq!(lines(text, &catalog, "openapi", &both), [""; 0]);
    }
}
