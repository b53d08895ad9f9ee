//! What YAML may hold and a catalog may not, in words that say what to write instead.

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use crate::load::MAX_PROBLEMS;
use crate::problem::Problem;
use crate::rule::Rule;
use crate::source::Span;

/// How deep a catalog may nest. Real ones reach 7.
pub(super) const MAX_DEPTH: usize = 24;

/// The largest scalar in bytes. The longest real text has some 400.
pub(super) const MAX_SCALAR: usize = 16 * 1024;

/// How many keys a mapping may hold. An entry has some 30 that mean anything.
pub(super) const MAX_KEYS: usize = 256;

/// How many keys and values a file may hold: room for some 150,000 entries.
pub(super) const MAX_NODES: usize = 4_000_000;

/// A problem that ends a file. Boxed: it travels through every step of the reader.
pub(super) type Refusal = Box<Problem>;

fn refuse(rule: Rule, at: Span, message: impl Into<String>, help: &str) -> Refusal {
    Box::new(Problem::new(rule, at, message).help(help))
}

/// What the parser itself refuses, in words for people who write catalogs and not parsers.
pub(super) fn no_yaml(error: &ScanError, at: Span) -> Refusal {
    use ErrorKind as Kind;
    let (message, help) = match error.kind() {
        Kind::RecursionLimitExceeded => return too_deep(at),
        Kind::DirectiveDisallowed => (
            "YAML directives are not allowed",
            "remove the line; a catalog is plain YAML",
        ),
        Kind::MappingValueNotAllowed | Kind::InvalidColonPlacement => (
            "this colon makes a key of what stands before it",
            "put quotes around a text with a colon; if this is a key, look at the lines above it",
        ),
        Kind::UnexpectedCharacter { .. } => (
            "no text begins with this character",
            "put the whole text between quotes",
        ),
        _ if is_tab(error) => (
            "a tab stands here, where YAML takes spaces",
            "indent by two spaces for each level",
        ),
        Kind::InvalidIndentation
        | Kind::ExpectedBlockMappingKey
        | Kind::ExpectedBlockSequenceEntry
        | Kind::BlockSequenceEntryNotAllowed
        | Kind::InvalidFlowScalarIndent
        | Kind::SimpleKeyExpected => (
            "this line fits none of the lines above it",
            "a key ends in `:`, and lines that belong together begin in the same column",
        ),
        Kind::UnclosedQuotedScalar
        | Kind::DocumentIndicatorInQuotedScalar
        | Kind::InvalidQuotedScalarIndent => (
            "a quote that was opened before is not closed",
            "write the quote at the end of its text too",
        ),
        Kind::InvalidTrailingSingleQuotedScalar | Kind::InvalidTrailingDoubleQuotedScalar => (
            "something follows the closing quote",
            "put the whole text between quotes, and a quote inside it as `\\\"`",
        ),
        Kind::UnknownQuotedScalarEscape => (
            "YAML does not know what this backslash stands for",
            "write `\\\\` for a backslash, or the text between single quotes",
        ),
        Kind::UnclosedFlowCollection { .. }
        | Kind::ExpectedFlowSequenceSeparator
        | Kind::ExpectedFlowMappingSeparator => (
            "the items of a bracket end or go on here",
            "close the bracket, or put a comma between the items",
        ),
        _ => {
            let help = "if this is meant as text, put the whole text between quotes";
            return refuse(Rule::Syntax, at, error.info(), help);
        }
    };
    refuse(Rule::Syntax, at, message, help)
}

/// Whether the parser refuses a tab.
pub(super) fn is_tab(error: &ScanError) -> bool {
    matches!(
        error.kind(),
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabAtBlockScalarStart
    )
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
