//! The operations of a specification against the file that lists them.

use std::collections::HashMap;

use zoom_errors_codegen::Span;

use super::change::{Change, Drift};
use crate::openapi::{Call, Specification};
use crate::outline::{CallOutline, OperationsOutline};

/// What differs. The file holds facts alone, so nothing of it is reviewed.
pub fn compare_calls(specification: &Specification, listed: &OperationsOutline) -> Vec<Drift> {
    let by_name: HashMap<&str, &CallOutline> = listed
        .calls
        .iter()
        .map(|call| (call.call.value.as_str(), call))
        .collect();
    let start = listed.list.map(|list| list.key);
    let mut drifts = Vec::new();
    for call in &specification.calls {
        let known = by_name.get(call.name.as_str());
        let changes = match known {
            None => vec![Change::CallAdded],
            Some(known) => differences(call, known)
                .into_iter()
                .map(Change::CallChanged)
                .collect(),
        };
        drifts.extend(changes.into_iter().map(|change| {
            let catalog = known.map(|known| known.call.span);
            drift(&call.name, Some(call), catalog.or(start), change)
        }));
    }
    let here: HashMap<&str, &Call> = specification
        .calls
        .iter()
        .map(|call| (call.name.as_str(), call))
        .collect();
    let gone = listed.calls.iter().filter(|call| {
        let name = call.call.value.as_str();
        !here.contains_key(name) && specification.halves.speak_of(name)
    });
    let near = specification.calls.last();
    drifts.extend(gone.map(|call| {
        drift(
            &call.call.value,
            near,
            Some(call.call.span),
            Change::CallGone,
        )
    }));
    drifts
}

fn drift(name: &str, page: Option<&Call>, catalog: Option<Span>, change: Change) -> Drift {
    Drift {
        shown: name.to_owned(),
        code: None,
        page: page.map(|call| call.span.clone()),
        catalog,
        change,
    }
}

/// What differs of one operation, each in words.
pub(super) fn differences(call: &Call, known: &CallOutline) -> Vec<String> {
    let one = |text: &Option<String>| text.clone().unwrap_or_else(|| "none".to_owned());
    let all = |texts: &[String]| match texts {
        [] => "none".to_owned(),
        texts => texts.join(", "),
    };
    let pairs = [
        ("id", one(&known.id), one(&call.id)),
        ("limit", one(&known.limit), one(&call.limit)),
        ("scopes", all(&known.scopes), all(&call.scopes)),
        ("granular", all(&known.granular), all(&call.granular)),
    ];
    let differ = pairs.into_iter().filter(|(_, from, to)| from != to);
    differ
        .map(|(key, from, to)| format!("`{key}` is {to}, not {from}"))
        .collect()
}
