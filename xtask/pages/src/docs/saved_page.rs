//! Reads pages as a crawler saved them: title, front matter, the page's Markdown in a fence, an
//! OpenAPI section, raw page data.
//!
//! The fence around the Markdown cannot be trusted, because the Markdown has fences of its own. So
//! the parts are told by the headings between them.

use std::ops::Range;

use serde::Deserialize;

use super::gather::{Harvest, Reading};
use super::lines::{Line, lines};
use super::markdown_page;
use super::openapi_page;
use super::page::PageNote;
use super::prose::heading;
use super::read_error::ReadError;

/// Reads a saved page: its Markdown, and the codes that its OpenAPI specification describes.
///
/// # Errors
/// If the specification is broken.
pub(super) fn read(text: &str, base: usize) -> Result<Reading, ReadError> {
    let parts = Parts::of(text);
    let part = |span: &Range<usize>| text.get(span.clone()).unwrap_or_default();
    let document = markdown_page::Document::of(part(&parts.content), base + parts.content.start);
    let title = front_matter_title(part(&parts.front_matter))
        .or(parts.title)
        .or_else(|| document.title());
    let mut harvest: Harvest = document.harvest();
    match openapi_page::part(part(&parts.openapi), base + parts.openapi.start) {
        Ok(specification) => harvest.specification = specification,
        Err(error) if harvest.rows.is_empty() => return Err(ReadError::Specification(error)),
        Err(error) => harvest
            .notes
            .push(PageNote::unread(error.message, error.at..error.at)),
    }
    Ok(Reading { title, harvest })
}

/// Where the parts of a page lie; a part that the page has not got is empty.
#[derive(Debug, Default)]
struct Parts {
    title: Option<String>,
    front_matter: Range<usize>,
    content: Range<usize>,
    openapi: Range<usize>,
    /// What lies around them.
    rest: Range<usize>,
    /// Whether the content's end was found.
    is_complete: bool,
}

/// What the lines so far belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Head,
    FrontMatter,
    Content,
    OpenApi,
    Rest,
}

impl Parts {
    fn of(text: &str) -> Self {
        // If the fences do not come in pairs, any of them may be the one that ends the content.
        let parts = Self::split(text, Fences::Paired);
        if parts.is_complete {
            parts
        } else {
            Self::split(text, Fences::Any)
        }
    }

    fn split(text: &str, fences: Fences) -> Self {
        let mut parts = Self::default();
        let mut part = Part::Head;
        let mut content = Content::default();
        for line in lines(text) {
            if let Some(next) = next_part(part, line.text, &content) {
                if part == Part::Content {
                    parts.is_complete = true;
                    parts.content.end = content.closing.unwrap_or(parts.content.end);
                }
                part = next;
                *parts.of_part(part) = line.next..line.next;
                continue;
            }
            if part == Part::Content && content.line(&line, fences) {
                parts.content.start = line.next;
            }
            if part == Part::Head && parts.title.is_none() {
                parts.title = line.text.strip_prefix("# ").and_then(heading);
            }
            parts.of_part(part).end = line.next;
        }
        parts
    }

    fn of_part(&mut self, part: Part) -> &mut Range<usize> {
        match part {
            Part::FrontMatter => &mut self.front_matter,
            Part::Content => &mut self.content,
            Part::OpenApi => &mut self.openapi,
            // Nothing is read out of these.
            Part::Head | Part::Rest => &mut self.rest,
        }
    }
}

/// Which fences may close the one around the content.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fences {
    /// A bare one while no fence within the content is open.
    Paired,
    /// Any bare one.
    Any,
}

/// What has been seen of the content so far.
#[derive(Default)]
struct Content {
    begun: bool,
    /// Whether a fence goes around all of it.
    fenced: bool,
    /// Whether a fence within it is open.
    inner: bool,
    /// The fence in the last line but blank ones, if it may be the closing one.
    closing: Option<usize>,
}

impl Content {
    /// Takes a line; true if it is the fence that opens the content.
    fn line(&mut self, line: &Line<'_>, fences: Fences) -> bool {
        let text = line.text.trim();
        if text.is_empty() {
            return false;
        }
        if !self.begun {
            self.begun = true;
            self.fenced = is_markdown_fence(text);
            return self.fenced;
        }
        let may_close =
            self.fenced && is_bare_fence(text) && (fences == Fences::Any || !self.inner);
        self.closing = may_close.then_some(line.start);
        if is_bare_fence(text) {
            self.inner = !self.inner;
        } else if text.starts_with("```") && !text.trim_start_matches('`').contains('`') {
            self.inner = true;
        }
        false
    }

    /// Whether a heading may end it: if it is fenced, only directly behind the closing fence. The
    /// page's own Markdown may have a heading of that name.
    fn may_end(&self) -> bool {
        !self.fenced || self.closing.is_some()
    }
}

/// The part that a heading begins.
fn next_part(part: Part, line: &str, content: &Content) -> Option<Part> {
    let next = match line.trim_end() {
        "## Frontmatter" => Part::FrontMatter,
        "## Content" => Part::Content,
        "## OpenAPI" => Part::OpenApi,
        "## Downloads" | "## Metadata" | "## Raw Next.js page data" => Part::Rest,
        _ => return None,
    };
    let in_order = match part {
        Part::Head => true,
        Part::FrontMatter => next != Part::FrontMatter,
        Part::Content => matches!(next, Part::OpenApi | Part::Rest) && content.may_end(),
        Part::OpenApi => next == Part::Rest,
        Part::Rest => false,
    };
    in_order.then_some(next)
}

/// The fence around a page's Markdown.
fn is_markdown_fence(line: &str) -> bool {
    let info = line.trim_start_matches('`');
    line.len() - info.len() >= 3 && matches!(info.trim(), "md" | "mdx" | "markdown")
}

fn is_bare_fence(line: &str) -> bool {
    line.len() >= 3 && line.chars().all(|c| c == '`')
}

/// The fields of the front matter that matter here.
#[derive(Deserialize)]
struct FrontMatter {
    title: String,
}

fn front_matter_title(part: &str) -> Option<String> {
    let (_, json) = part.split_once('{')?;
    let json = part.get(part.len() - json.len() - 1..)?;
    let mut documents = serde_json::Deserializer::from_str(json).into_iter::<FrontMatter>();
    heading(&documents.next()?.ok()?.title)
}
