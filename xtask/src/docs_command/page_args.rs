//! The arguments that say which page and which catalog are meant.

use std::path::PathBuf;

use xtask_pages::docs::Layout;

/// The page, and what to hold it against.
#[derive(clap::Args)]
pub(super) struct PageArgs {
    /// The catalog, by product id
    #[arg(long, value_name = "ID")]
    pub(super) catalog: String,
    /// The catalog's source that the page is [default: told by the page's address or title, else
    /// the first]
    #[arg(long, value_name = "ID")]
    pub(super) source: Option<String>,
    /// How to read the page [default: told by content]
    #[arg(long, value_name = "LAYOUT", value_parser = layout)]
    pub(super) layout: Option<Layout>,
    /// The saved page; `-` for standard input
    #[arg(value_name = "PAGE")]
    pub(super) page: PathBuf,
}

/// The layout of that name.
pub(super) fn layout(id: &str) -> Result<Layout, String> {
    Layout::from_id(id).ok_or_else(|| {
        let ids: Vec<&str> = Layout::ALL.into_iter().map(Layout::id).collect();
        format!("the layouts are {}", ids.join(", "))
    })
}
