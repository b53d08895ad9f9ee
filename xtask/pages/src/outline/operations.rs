//! The operations of a product, as the file beside the catalogs lists them.

use zoom_errors_codegen::tree::{self, Node};
use zoom_errors_codegen::{InputFile, Problem, SourceFile, Sources, Span, Spanned, admit};

use super::keys::{Keys, first_key};
use super::outlined::ListPlace;

/// One file of operations.
#[derive(Clone, Debug)]
pub struct OperationsOutline {
    /// The product's id.
    pub product: String,
    /// Where the list stands.
    pub list: Option<ListPlace>,
    /// The operations, in the order of the file.
    pub calls: Vec<CallOutline>,
}

/// One operation.
#[derive(Clone, Debug)]
pub struct CallOutline {
    /// `GET /meetings/{meetingId}`.
    pub call: Spanned<String>,
    /// Its id.
    pub id: Option<String>,
    /// Its rate limit label.
    pub limit: Option<String>,
    /// The scopes of classic apps.
    pub scopes: Vec<String>,
    /// The granular scopes.
    pub granular: Vec<String>,
    /// Its first key.
    pub span: Span,
}

impl OperationsOutline {
    /// Adds a file to the sources and reads it; gives its index with it.
    ///
    /// # Errors
    /// If the file cannot be admitted as text, or is no YAML.
    pub fn load(input: InputFile, sources: &mut Sources) -> Result<(usize, Self), Vec<Problem>> {
        let mut problems = Vec::new();
        let file = admit(input, sources, &mut problems).ok_or(problems)?;
        Ok((file, Self::read(sources.file(file), file)?))
    }

    /// Reads a file that has index `file` among its [`Sources`].
    ///
    /// # Errors
    /// If the text is no YAML.
    pub fn read(source: &SourceFile, file: usize) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let Some(root) = tree::parse(source, file, &mut problems) else {
            return Err(problems);
        };
        let root = Keys(&root.value);
        Ok(Self {
            product: root.text("product").map(|id| id.value).unwrap_or_default(),
            list: root.list("operations"),
            calls: root.items("operations").filter_map(call).collect(),
        })
    }
}

fn call(node: &Node) -> Option<CallOutline> {
    let keys = Keys(&node.value);
    let texts = |key| keys.texts(key).into_iter().map(|text| text.value).collect();
    Some(CallOutline {
        call: keys.text("call")?,
        id: keys.text("id").map(|id| id.value),
        limit: keys.text("limit").map(|limit| limit.value),
        scopes: texts("scopes"),
        granular: texts("granular"),
        span: first_key(node),
    })
}
