//! How each layout is recognised by content.

use super::layout::Layout;
use super::lines::{Line, lines};
use super::{item_text, plain_text, run_together, tags};
use crate::openapi;

/// Recognises the layout by what only that layout has.
pub(super) fn detect(text: &str) -> Option<Layout> {
    let signs = Signs::of(text);
    let opening = tags::opening(text);
    if openapi::is_document(text) {
        Some(Layout::OpenApi)
    } else if signs.content_heading && signs.saved_page_mark {
        Some(Layout::SavedPage)
    } else if opening == tags::Opening::Document {
        Some(Layout::Html)
    } else if signs.markdown {
        Some(Layout::Markdown)
    } else if opening == tags::Opening::Fragment || signs.html_cell {
        Some(Layout::Html)
    } else if signs.run_together_table {
        Some(Layout::PlainTable)
    } else if signs.bullet {
        Some(Layout::BulletText)
    } else {
        None
    }
}

/// What was seen anywhere on the page.
#[derive(Debug, Default)]
struct Signs {
    content_heading: bool,
    saved_page_mark: bool,
    markdown: bool,
    html_cell: bool,
    run_together_table: bool,
    bullet: bool,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = Self::default();
        let mut after_table_header = false;
        for line in lines(text) {
            signs.note(&line);
            signs.run_together_table |=
                after_table_header && run_together::begins_with_code(line.text.trim());
            after_table_header = run_together::header(line.text.trim()).is_some();
        }
        signs
    }

    fn note(&mut self, line: &Line<'_>) {
        let text = line.text.trim();
        self.content_heading |= text == "## Content";
        self.saved_page_mark |= matches!(text, "## OpenAPI" | "## Frontmatter")
            || text.starts_with("- Source URL:")
            || text.starts_with("- Snapshot path:");
        self.markdown |= is_atx_heading(line.text) || is_delimiter_row(text);
        self.html_cell |= text.starts_with('<') && tags::has_cell(text);
        self.bullet |= plain_text::bullet(text, false).is_some()
            || item_text::is_row(plain_text::bullet(text, true).unwrap_or(text));
    }
}

/// `# Heading` to `###### Heading`.
fn is_atx_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(' ')
}

/// The row of dashes between the header and the body of a pipe table.
fn is_delimiter_row(line: &str) -> bool {
    line.contains('|')
        && line.contains('-')
        && line
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}
