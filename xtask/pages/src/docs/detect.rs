//! How each layout is recognised by content.

use super::layout::Layout;
use super::lines::{Line, lines};
use super::{drawn_tables, item_text, plain_text, run_together, tabbed, tags};
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
    } else if signs.run_together_table || signs.tabbed_table || signs.drawn_table {
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
    tabbed_table: bool,
    drawn_table: bool,
    bullet: bool,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = Self::default();
        let mut after_table_header = false;
        let mut lines = lines(text).peekable();
        let mut above = String::new();
        let marks = text.contains(plain_text::BULLETS);
        while let Some(line) = lines.next() {
            signs.note(&line);
            signs.tabbed_table |= tabbed::begins(&line, lines.peek());
            signs.markdown |= !marks && is_setext_underline(line.text, &above);
            line.text.clone_into(&mut above);
            signs.run_together_table |=
                after_table_header && run_together::begins_with_code(line.text.trim());
            after_table_header = run_together::header(line.text.trim()).is_some();
        }
        signs.drawn_table = !drawn_tables::take(text, 0).tables.is_empty();
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

/// A line of dashes or equal signs that makes the one above it a heading. Dashes alone do not tell,
/// unless they are as long.
fn is_setext_underline(line: &str, above: &str) -> bool {
    let line = line.trim_end();
    let above = above.trim();
    let drawn = |mark: char| line.len() > 2 && line.chars().all(|c| c == mark);
    above.starts_with(|c: char| c.is_alphanumeric())
        && above.chars().count() == line.len()
        && (drawn('=') || drawn('-'))
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
