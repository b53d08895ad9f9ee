//! The layouts that can be read.

/// The form in which a page was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// An OpenAPI 3 document, in JSON or YAML.
    OpenApi,
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
    pub const ALL: [Self; 6] = [
        Self::OpenApi,
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
            Self::OpenApi => "openapi",
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
            Self::OpenApi => "an OpenAPI document",
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
            Self::OpenApi => {
                "responses whose descriptions are such as ``**Error Code:** `300` <br> Message.``"
            }
            Self::SavedPage => {
                "between `## Content` and `## OpenAPI`, pipe tables whose header names a code \
                 column (Error Code, Status Code, Code …), list items such as \
                 `5012 - SOME_NAME - text` and JSON examples with `code` and `message`; after \
                 `## OpenAPI`, a document whose responses are described as ``**Error Code:** `300` ``"
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
}
