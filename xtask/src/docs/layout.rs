//! The layouts that can be read, and how each is recognised by content.

use super::lines::{Line, lines};
use super::{entry, plain_table, plain_text, tags};

/// The form in which a page was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// Title, front matter, the page's Markdown in a fence, then OpenAPI and raw page data.
    SavedPage,
    /// Markdown with pipe tables.
    Markdown,
    /// Plain text whose bullets read `CODE - NAME - text`.
    BulletText,
    /// Plain text with a table whose columns have run together.
    PlainTable,
    /// HTML as a browser saves it.
    Html,
}

impl Layout {
    /// All layouts, in the order in which they are tried.
    pub const ALL: [Self; 5] = [
        Self::SavedPage,
        Self::Html,
        Self::Markdown,
        Self::PlainTable,
        Self::BulletText,
    ];

    /// The name by which the command line selects the layout.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::SavedPage => "saved-page",
            Self::Markdown => "markdown",
            Self::BulletText => "bullets",
            Self::PlainTable => "plain-table",
            Self::Html => "html",
        }
    }

    /// The layout of that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layout| layout.id() == id)
    }

    /// What a maintainer calls the layout.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::SavedPage => "saved page",
            Self::Markdown => "Markdown",
            Self::BulletText => "bulleted plain text",
            Self::PlainTable => "plain text with a table",
            Self::Html => "HTML",
        }
    }

    /// What the layout's reader takes for a code.
    pub(super) const fn looked_for(self) -> &'static str {
        match self {
            Self::SavedPage => {
                "between `## Content` and `## OpenAPI`, pipe tables whose header names a code \
                 column (Error Code, Status Code, Code …), list items such as \
                 `5012 - SOME_NAME - text` and JSON examples with `code` and `message`; after \
                 `## OpenAPI`, descriptions such as `**Error Code:** 300`"
            }
            Self::Markdown => {
                "pipe tables whose header names a code column (Error Code, Status Code, Code …), \
                 list items such as `5012 - SOME_NAME - text` and JSON examples with `code` and \
                 `message`"
            }
            Self::BulletText => {
                "bullets such as `• 5012 - SOME_NAME - text` or `• 4xx range: text`"
            }
            Self::PlainTable => {
                "a header line such as `Status CodeDescription` directly above lines such as \
                 `200All is well.`, and bullets such as `• 4xx range: text`"
            }
            Self::Html => {
                "tables whose header names a code column (Error Code, Status Code, Code …), list \
                 items such as `5012 - SOME_NAME - text` and JSON examples with `code` and \
                 `message`"
            }
        }
    }

    /// Recognises the layout by what only that layout has.
    pub(super) fn detect(text: &str) -> Option<Self> {
        let signs = Signs::of(text);
        let opening = tags::opening(text);
        if signs.content_heading && signs.saved_page_mark {
            Some(Self::SavedPage)
        } else if opening == tags::Opening::Document {
            Some(Self::Html)
        } else if signs.markdown {
            Some(Self::Markdown)
        } else if opening == tags::Opening::Fragment || signs.html_cell {
            Some(Self::Html)
        } else if signs.run_together_table {
            Some(Self::PlainTable)
        } else if signs.bullet {
            Some(Self::BulletText)
        } else {
            None
        }
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
                after_table_header && plain_table::begins_with_code(line.text.trim());
            after_table_header = plain_table::header(line.text.trim()).is_some();
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
            || entry::is_row(plain_text::bullet(text, true).unwrap_or(text));
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
