//! What YAML may hold and a catalog may not, in words that say what to write instead.

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use super::yaml::{MAX_DEPTH, MAX_KEYS, MAX_NODES, MAX_SCALAR};
use crate::check::Rule;
use crate::load::MAX_PROBLEMS;
use crate::problem::Problem;
use crate::source::Span;

/// A problem that ends a file. Boxed: it travels through every step of the reader.
pub(super) type Refusal = Box<Problem>;

fn refuse(rule: Rule, at: Span, message: impl Into<String>, help: &str) -> Refusal {
    Box::new(Problem::new(rule, at, message).help(help))
}

/// What the parser itself refuses; in our words where its own say nothing to a catalog's writer.
pub(super) fn no_yaml(error: &ScanError, at: Span) -> Refusal {
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => too_deep(at),
        ErrorKind::DirectiveDisallowed => refuse(
            Rule::Syntax,
            at,
            "YAML directives are not allowed",
            "remove the line; a catalog is plain YAML",
        ),
        _ => refuse(
            Rule::Syntax,
            at,
            error.info(),
            "if this is meant as text, put the whole text between quotes",
        ),
    }
}

pub(super) fn empty(at: Span) -> Refusal {
    refuse(
        Rule::Syntax,
        at,
        "the file is empty",
        "write the catalog, or remove the file",
    )
}

pub(super) fn tag(at: Span) -> Refusal {
    refuse(
        Rule::Syntax,
        at,
        "a YAML tag is not allowed here",
        "remove the tag; the catalog's own keys give the types",
    )
}

pub(super) fn anchor(at: Span) -> Refusal {
    refuse(
        Rule::Syntax,
        at,
        "YAML anchors and aliases are not allowed",
        "write the value out in both places",
    )
}

pub(super) fn merge_key(at: Span) -> Refusal {
    refuse(
        Rule::Syntax,
        at,
        "YAML merge keys are not allowed",
        "write the keys of the other mapping out here",
    )
}

pub(super) fn second_document(at: Span) -> Refusal {
    refuse(
        Rule::Syntax,
        at,
        "a second document starts here",
        "one file is one catalog: move it to a file of its own",
    )
}

pub(super) fn key_of_many_parts(at: Span) -> Refusal {
    refuse(
        Rule::Syntax,
        at,
        "a key must be a plain word",
        "write `key: value`; a list or mapping cannot be a key",
    )
}

pub(super) fn nothing_open(at: Span) -> Refusal {
    refuse(
        Rule::Syntax,
        at,
        "nothing is open here",
        "remove the closing bracket",
    )
}

pub(super) fn too_deep(at: Span) -> Refusal {
    refuse(
        Rule::TooLarge,
        at,
        format!("nested deeper than {MAX_DEPTH} levels"),
        "no value of a catalog lies this deep; is a bracket or an indentation wrong?",
    )
}

pub(super) fn too_long(at: Span, bytes: usize) -> Refusal {
    refuse(
        Rule::TooLarge,
        at,
        format!("this text has {bytes} bytes, more than the {MAX_SCALAR} allowed"),
        "a text of a catalog is a sentence; shorten it",
    )
}

pub(super) fn too_many_keys(at: Span) -> Refusal {
    refuse(
        Rule::TooLarge,
        at,
        format!("this mapping has more than {MAX_KEYS} keys"),
        "is an indentation wrong? items of a list start with `- `",
    )
}

pub(super) fn too_many_nodes(at: Span) -> Refusal {
    refuse(
        Rule::TooLarge,
        at,
        format!("the file has more than {MAX_NODES} keys and values"),
        "split the catalog; the rest was not read",
    )
}

pub(super) fn too_many_duplicates(at: Span) -> Refusal {
    refuse(
        Rule::TooLarge,
        at,
        format!("more than {MAX_PROBLEMS} keys stand twice"),
        "was the file joined from two? the rest was not read",
    )
}
