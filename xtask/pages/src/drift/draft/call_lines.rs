//! Writes operations into the file that lists them: new ones at their place, changed ones anew.

use zoom_errors_codegen::SourceFile;

use super::draft_error::DraftError;
use super::fact_lines::operation;
use crate::drift::calls::differences;
use crate::edit::{ListText, apply, fill, line_end, scalar};
use crate::openapi::{Call, Specification};
use crate::outline::OperationsOutline;

/// A file with what a specification tells of operations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallsDraft {
    /// The file's text.
    pub text: String,
    /// What was written, each in a few words.
    pub written: Vec<String>,
    /// What is left to a person.
    pub left: Vec<String>,
}

/// Drafts the operations that are new or changed.
///
/// # Errors
/// If the file is in another style than one item on lines of its own, or has no list at all.
pub fn draft_calls(
    specification: &Specification,
    file: &SourceFile,
    listed: &OperationsOutline,
) -> Result<CallsDraft, DraftError> {
    let text = file.text();
    let mut edits = Vec::new();
    let mut first = Vec::new();
    let mut written = Vec::new();
    let mut left = Vec::new();
    let mut added = 0;
    let mut drafted = Vec::new();
    let keys: Vec<usize> = listed.calls.iter().map(|call| call.span.start).collect();
    let list = ListText::of(text, &keys);
    let mut calls: Vec<&Call> = specification.calls.iter().collect();
    calls.sort_by(|one, other| one.name.cmp(&other.name));
    for call in calls {
        let name = &call.name;
        let at = listed
            .calls
            .iter()
            .position(|known| known.call.value == *name);
        if let Some((at, known)) = at.and_then(|at| Some((at, listed.calls.get(at)?))) {
            let differences = differences(call, known);
            if differences.is_empty() {
                continue;
            }
            let list = list.as_ref().map_err(|_| DraftError::Style)?;
            if list.is_commented(at) {
                left.push(format!(
                    "{name}: {}; comments stand there",
                    differences.join("; ")
                ));
                continue;
            }
            edits.push(list.replace(at, &lines(call)).ok_or(DraftError::Style)?);
            written.push(format!("{name}: {}", differences.join("; ")));
            drafted.push(call);
            continue;
        }
        written.push(format!("{name}: new"));
        drafted.push(call);
        added += 1;
        if listed.calls.is_empty() {
            first.push(lines(call));
            continue;
        }
        let list = list.as_ref().map_err(|_| DraftError::Style)?;
        let behind = listed
            .calls
            .iter()
            .rposition(|known| known.call.value < *name);
        let edit = match behind {
            Some(at) => list.insert_after_closely(at, &lines(call)),
            None => list.insert_before(0, &lines(call)),
        };
        edits.push(edit.ok_or(DraftError::Style)?);
    }
    if !first.is_empty() {
        let place = listed.list.ok_or(DraftError::Style)?;
        edits.extend(fill(
            text,
            place.key.end,
            place.value.start..place.value.end,
            &first,
        ));
    }
    let known = |name: &str| specification.calls.iter().any(|call| call.name == name);
    let gone = listed.calls.iter().map(|call| &call.call.value);
    let gone = gone.filter(|name| !known(name) && specification.halves.speak_of(name));
    left.extend(gone.map(|name| format!("{name}: no longer in the document")));
    let text = apply(text, &edits).ok_or(DraftError::Style)?;
    verify(&text, listed, &drafted, added).ok_or(DraftError::Unsound { added })?;
    Ok(CallsDraft {
        text,
        written,
        left,
    })
}

/// Reads what was written: nothing may have been lost, and what was drafted must be there.
fn verify(text: &str, old: &OperationsOutline, drafted: &[&Call], added: usize) -> Option<()> {
    let new = OperationsOutline::read(&SourceFile::new("draft", text), 0).ok()?;
    let named = |name: &str| new.calls.iter().find(|call| call.call.value == name);
    let is_kept = old
        .calls
        .iter()
        .all(|call| named(&call.call.value).is_some());
    let is_there = |call: &&Call| {
        named(&call.name).is_some_and(|written| differences(call, written).is_empty())
    };
    let wanted = (&old.product, old.calls.len() + added);
    let has = (&new.product, new.calls.len());
    (is_kept && drafted.iter().all(is_there) && has == wanted).then_some(())
}

/// A file for a product that has none yet.
#[must_use]
pub fn new_calls(product: &str, specification: &Specification, like: &str) -> String {
    let end = line_end(like);
    let head = [
        "# Facts of the API reference: no advice, nothing to review.",
        &format!("product: {product}"),
        "operations:",
    ];
    let mut text: String = head.iter().map(|line| format!("{line}{end}")).collect();
    let mut calls: Vec<&Call> = specification.calls.iter().collect();
    calls.sort_by(|one, other| one.name.cmp(&other.name));
    for call in calls {
        for (number, line) in lines(call).iter().enumerate() {
            text.push_str(if number == 0 { "  - " } else { "    " });
            text.push_str(line);
            text.push_str(end);
        }
    }
    text
}

/// An operation as an item, without indentation.
fn lines(call: &Call) -> Vec<String> {
    let mut lines = vec![format!("call: {}", operation(&call.name))];
    lines.extend(call.id.as_ref().map(|id| format!("id: {}", operation(id))));
    lines.extend(
        call.limit
            .as_ref()
            .map(|limit| format!("limit: {}", scalar(limit))),
    );
    let list = |key: &str, scopes: &[String]| {
        let scopes: Vec<String> = scopes.iter().map(|scope| scalar(scope)).collect();
        (!scopes.is_empty()).then(|| format!("{key}: [{}]", scopes.join(", ")))
    };
    lines.extend(list("scopes", &call.scopes));
    lines.extend(list("granular", &call.granular));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::OperationsOutline;

    const DOCUMENT: &str = r#"{"openapi": "3.0.0", "paths": {"/lamps": {
        "get": {"operationId": "lamps", "description": "**[Scopes](x):** `lamp:read`\n\n**[Rate Limit Label](x):** `LIGHT`"},
        "post": {"operationId": "newLamp"}, "put": {"operationId": "changeLamp"}}}}"#;

    const FILE: &str = "product: lamps\noperations:\n  - call: GET /lamps\n    id: lamps\n    limit: heavy\n  - call: GET /old\n    id: old\n  - call: PUT /lamps\n    id: changeLamp\n";

    fn specification() -> Specification {
        Specification::read(DOCUMENT, 0).unwrap_or_else(|error| panic!("{error}"))
    }

    fn outline(text: &str) -> (SourceFile, OperationsOutline) {
        let file = SourceFile::new("lamps.yaml", text);
        let outline = OperationsOutline::read(&file, 0).unwrap_or_else(|why| panic!("{why:?}"));
        (file, outline)
    }

    #[test]
    fn new_operations_go_to_their_place_and_changed_ones_are_written_anew() {
        let (file, listed) = outline(FILE);
        let draft =
            draft_calls(&specification(), &file, &listed).unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(
            draft.text,
            "product: lamps\noperations:\n  - call: GET /lamps\n    id: lamps\n    limit: light\n    scopes: [\"lamp:read\"]\n  - call: GET /old\n    id: old\n  - call: POST /lamps\n    id: newLamp\n  - call: PUT /lamps\n    id: changeLamp\n"
        );
        assert_eq!(draft.left, ["GET /old: no longer in the document"]);
        assert_eq!(draft.written.len(), 2);
    }

    #[test]
    fn a_comment_keeps_what_it_stands_beside() {
        let (file, listed) = outline(&FILE.replace("limit: heavy", "limit: heavy # so far"));
        let draft =
            draft_calls(&specification(), &file, &listed).unwrap_or_else(|why| panic!("{why}"));
        assert!(draft.text.contains("limit: heavy # so far"));
        assert!(
            draft.left[0].ends_with("comments stand there"),
            "{:?}",
            draft.left
        );
    }

    #[test]
    fn what_has_no_list_gets_no_operation_and_says_so() {
        let (file, listed) = outline("product: lamps\n");
        let drafted = draft_calls(&specification(), &file, &listed);
        assert_eq!(drafted, Err(DraftError::Style));
        for empty in ["operations: []\n", "operations:\n"] {
            let (file, listed) = outline(&format!("product: lamps\n{empty}"));
            let draft =
                draft_calls(&specification(), &file, &listed).unwrap_or_else(|why| panic!("{why}"));
            assert_eq!(draft.written.len(), 3);
            let (_, listed) = outline(&draft.text);
            assert!(crate::drift::calls::compare_calls(&specification(), &listed).is_empty());
        }
    }

    #[test]
    fn words_that_yaml_reads_otherwise_are_written_as_they_are() {
        let mut specification = specification();
        for call in &mut specification.calls {
            call.limit = Some("no: \"limit\" # yet".to_owned());
            call.scopes = vec![
                "lamp\"read".to_owned(),
                "true".to_owned(),
                "a, b]".to_owned(),
            ];
        }
        for text in [FILE, "product: lamps\noperations: []\n"] {
            let (file, listed) = outline(text);
            let draft =
                draft_calls(&specification, &file, &listed).unwrap_or_else(|why| panic!("{why}"));
            let (_, listed) = outline(&draft.text);
            assert!(listed.calls.len() >= specification.calls.len());
            for call in &specification.calls {
                let mut written = listed.calls.iter();
                let written = written.find(|one| one.call.value == call.name);
                let written = written.unwrap_or_else(|| panic!("{}", call.name));
                assert_eq!(differences(call, written), [""; 0]);
            }
        }
    }

    #[test]
    fn what_does_not_read_back_is_refused() {
        let (_, listed) = outline(FILE);
        let specification = specification();
        let calls: Vec<&Call> = specification.calls.iter().collect();
        // Nothing was written, so the new operations are missing.
        assert_eq!(verify(FILE, &listed, &calls, 1), None);
        // One that stood there is lost.
        let lost = FILE.replace("  - call: GET /old\n    id: old\n", "");
        assert_eq!(verify(&lost, &listed, &[], 0), None);
        assert_eq!(verify("product: [", &listed, &[], 0), None);
        assert_eq!(verify(FILE, &listed, &[], 0), Some(()));
    }

    #[test]
    fn a_new_file_says_what_the_document_says() {
        let (_, listed) = outline(&new_calls("lamps", &specification(), ""));
        assert_eq!(listed.product, "lamps");
        assert!(crate::drift::calls::compare_calls(&specification(), &listed).is_empty());
    }
}
