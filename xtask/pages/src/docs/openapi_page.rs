//! Reads an OpenAPI document, by itself or as a part of a saved page.

use super::gather::{Harvest, Reading};
use super::lines::lines;
use super::read_error::ReadError;
use crate::openapi::{SpecError, Specification};

/// Reads a document as the reference offers it for download.
///
/// # Errors
/// If it is none, or broken.
pub(super) fn read(text: &str, base: usize) -> Result<Reading, ReadError> {
    let specification = Specification::read(text, base).map_err(ReadError::Specification)?;
    Ok(Reading {
        title: specification.title.clone(),
        harvest: Harvest {
            specification: Some(specification),
            ..Harvest::default()
        },
    })
}

/// Reads what stands under a saved page's heading `## OpenAPI`: a document in a fence, or a sentence
/// that there is none.
///
/// # Errors
/// If the document is broken.
pub(super) fn part(text: &str, base: usize) -> Result<Option<Specification>, SpecError> {
    let Some((from, to)) = fenced(text) else {
        return Ok(None);
    };
    let document = text.get(from..to).unwrap_or_default();
    Specification::read(document, base + from).map(Some)
}

/// Where the document lies: within its fence, or from a bracket on.
fn fenced(text: &str) -> Option<(usize, usize)> {
    let mut from = None;
    let mut fence = false;
    for line in lines(text) {
        let trimmed = line.text.trim_start();
        match from {
            None if trimmed.starts_with("```") => {
                fence = true;
                from = Some(line.next);
            }
            None if trimmed.starts_with('{') || trimmed.starts_with("openapi:") => {
                from = Some(line.start);
            }
            Some(from) if fence && line.text.starts_with("```") => return Some((from, line.start)),
            _ => {}
        }
    }
    Some((from?, text.len()))
}
