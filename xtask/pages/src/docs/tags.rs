//! What the tags of HTML and MDX tell.

use html5gum::StartTag;

use crate::folding::split_while;

/// How a text begins, if it begins as HTML does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// A document type, `<html>`, `<head>` or `<body>`.
    Document,
    /// Another element.
    Fragment,
    /// Not with HTML.
    Other,
}

/// Looks at the first tag of a text, behind comments and declarations.
pub(super) fn opening(text: &str) -> Opening {
    let mut rest = text.trim_start();
    while let Some(comment) = rest.strip_prefix("<!--") {
        let Some((_, behind)) = comment.split_once("-->") else {
            return Opening::Other;
        };
        rest = behind.trim_start();
    }
    let Some(tag) = rest.strip_prefix('<') else {
        return Opening::Other;
    };
    let starts = |names: &[&str]| names.iter().any(|name| begins_with_name(tag, name));
    if starts(&["!doctype", "html", "head", "body", "meta", "title"]) {
        Opening::Document
    } else if starts(&[
        "table", "ul", "ol", "dl", "div", "main", "article", "section", "h1", "h2", "h3", "p",
    ]) {
        Opening::Fragment
    } else {
        Opening::Other
    }
}

/// Whether a line holds a cell or an item.
pub(super) fn has_cell(line: &str) -> bool {
    line.split('<').any(|tag| {
        ["td", "th", "li"]
            .iter()
            .any(|name| begins_with_name(tag, name))
    })
}

/// Whether a tag's inside begins with this element's name, in any case.
pub(super) fn begins_with_name(inside: &str, name: &str) -> bool {
    inside
        .get(..name.len())
        .is_some_and(|begin| begin.eq_ignore_ascii_case(name))
        && !inside
            .get(name.len()..)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// Whether a line is the tag of an MDX component, `<CodeBlock`, `</RightColumn>`: these begin with a
/// capital, HTML elements do not.
pub(super) fn is_component_tag(line: &str) -> bool {
    let behind = line.strip_prefix("</").or_else(|| line.strip_prefix('<'));
    behind.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// Whether a line begins with an element.
pub(super) fn opens_with(line: &str, tag: &str) -> bool {
    line.strip_prefix('<')
        .is_some_and(|name| begins_with_name(name, tag))
}

/// How many times a line opens an element.
pub(super) fn opening_tags(line: &str, tag: &str) -> usize {
    line.split('<')
        .skip(1)
        .filter(|name| begins_with_name(name, tag))
        .count()
}

/// How many times a line closes an element.
pub(super) fn closing_tags(line: &str, tag: &str) -> usize {
    let names = line.split("</").skip(1);
    names.filter(|name| begins_with_name(name, tag)).count()
}

/// The number in an attribute such as `rowspan`.
pub(super) fn number_attribute(tag: &StartTag<usize>, name: &str) -> Option<usize> {
    let value = tag.attributes.get(name.as_bytes())?;
    let value = String::from_utf8_lossy(value);
    let (digits, _) = split_while(value.trim(), |c| c.is_ascii_digit());
    digits.parse().ok()
}

/// Whether a tag begins or ends what is struck out: `<del>`, `</s>`.
pub(super) fn strikes_out(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    ["del", "s", "strike"]
        .iter()
        .any(|own| begins_with_name(name, own))
}

/// Whether a tag separates what stands before it from what stands behind it.
pub(super) fn breaks_text(name: &[u8]) -> bool {
    matches!(
        name,
        b"br"
            | b"p"
            | b"div"
            | b"li"
            | b"ul"
            | b"ol"
            | b"dl"
            | b"dt"
            | b"dd"
            | b"hr"
            | b"pre"
            | b"section"
            | b"article"
            | b"blockquote"
            | b"tr"
            | b"caption"
    )
}
