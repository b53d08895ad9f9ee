//! Variants that hand-written Rust names, held against those that the catalogs give.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use zoom_errors_codegen::report::Finding;
use zoom_errors_codegen::{Model, SourceFile, Sources, Span};

use crate::repo::Repo;

/// Where Rust is written by hand and knows the generated enums.
const FOLDERS: [&str; 2] = ["zoom-errors/src", "zoom-errors/examples"];

const HELP: &str = "write its new name here, or keep the name in the catalog: `variant:` for a reason, \
                    `renamed_from:` for a code";

/// The generated enums, each with the variants of all that are called so.
type Enums<'a> = BTreeMap<String, BTreeSet<&'a str>>;

/// What would not compile once the catalogs are generated.
pub(crate) fn missing(
    repo: &Repo,
    model: &Model,
    sources: &mut Sources,
) -> Result<Vec<Finding>, String> {
    let enums = enums(model);
    let mut findings = Vec::new();
    for folder in FOLDERS {
        let folder_path = repo.path(folder);
        if folder_path.is_dir() {
            search(&folder_path, folder, &enums, sources, &mut findings)
                .map_err(|error| format!("{folder}: {error}"))?;
        }
    }
    Ok(findings)
}

fn enums(model: &Model) -> Enums<'_> {
    let mut enums = Enums::new();
    for product in &model.products {
        for entry in product.entries() {
            let of_codes = enums.entry(product.enum_of(entry).to_owned()).or_default();
            of_codes.insert(&entry.variant);
            of_codes.extend(entry.renamed_from.iter().map(String::as_str));
            if !entry.reasons.is_empty() {
                let of_reasons = enums.entry(entry.reason_enum()).or_default();
                of_reasons.extend(entry.reasons.iter().map(|reason| reason.variant.as_str()));
            }
        }
    }
    enums
}

fn search(
    folder: &Path,
    name: &str,
    enums: &Enums<'_>,
    sources: &mut Sources,
    findings: &mut Vec<Finding>,
) -> std::io::Result<()> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    for path in paths {
        let file_name = path.file_name().unwrap_or_default().to_string_lossy();
        let shown = format!("{name}/{file_name}");
        if path.is_dir() && file_name != "generated" {
            search(&path, &shown, enums, sources, findings)?;
        } else if file_name.ends_with(".rs") && path.is_file() {
            // What is no text is the compiler's to judge.
            let text = fs::read_to_string(&path).unwrap_or_default();
            let unknown = unknown(&text, enums);
            if unknown.is_empty() {
                continue;
            }
            let file = sources.add(SourceFile::new(shown, text.as_str()));
            let places = unknown.into_iter();
            findings.extend(
                places.map(|(start, end)| finding(&text[start..end], Span { file, start, end })),
            );
        }
    }
    Ok(())
}

fn finding(path: &str, span: Span) -> Finding {
    Finding {
        id: "unknown-variant",
        message: format!("no catalog gives `{path}`"),
        span,
        label: String::new(),
        related: Vec::new(),
        help: Some(HELP.to_owned()),
        note: None,
    }
}

/// The places of paths to a variant that such an enum has not.
fn unknown(text: &str, enums: &Enums<'_>) -> Vec<(usize, usize)> {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    let path = |(at, _)| {
        let start = text[..at].rfind(|c| !inside(c)).map_or(0, |before| {
            before + text[before..].chars().next().map_or(0, char::len_utf8)
        });
        let rest = &text[at + 2..];
        let end = at + 2 + rest.find(|c| !inside(c)).unwrap_or(rest.len());
        let variant = &text[at + 2..end];
        // Constants are in capitals, functions in small letters.
        let camel = variant.starts_with(|c: char| c.is_ascii_uppercase())
            && variant.contains(|c: char| c.is_ascii_lowercase());
        let known = enums.get(&text[start..at])?;
        (camel && !known.contains(variant)).then_some((start, end))
    };
    text.match_indices("::").filter_map(path).collect()
}
