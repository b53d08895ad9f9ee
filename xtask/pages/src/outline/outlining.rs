//! Reads an outline out of a catalog's YAML.

use zoom_errors_codegen::tree::{self, Node, Value};
use zoom_errors_codegen::{
    InputFile, Problem, Rule, SourceFile, Sources, Span, admit, variant_name,
};

use super::keys::{Keys, first_key, get};
use super::outlined::{
    ClassOutline, EntryOutline, FactsOutline, Outline, ReasonOutline, ResponseOutline,
    SourceOutline, WordOutline,
};

impl Outline {
    /// Adds a file to the sources and reads it as a catalog; gives its index with it.
    ///
    /// # Errors
    /// As [`read`](Self::read), and if the file cannot be admitted as text.
    pub fn load(input: InputFile, sources: &mut Sources) -> Result<(usize, Self), Vec<Problem>> {
        let mut problems = Vec::new();
        let file = admit(input, sources, &mut problems).ok_or(problems)?;
        Ok((file, Self::read(sources.file(file), file)?))
    }

    /// Reads a catalog that has index `file` among its [`Sources`].
    ///
    /// # Errors
    /// The problems that leave nothing to outline: the text is no YAML, or states no product and
    /// no source. All others are for `validate` to tell.
    pub fn read(source: &SourceFile, file: usize) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let Some(root) = tree::parse(source, file, &mut problems) else {
            return Err(problems);
        };
        outline(&root).map_err(|missing| {
            problems.push(*missing);
            problems
        })
    }
}

fn outline(root: &Node) -> Result<Outline, Box<Problem>> {
    let at = Span {
        end: root.span.start,
        ..root.span
    };
    let missing = |what: &str| {
        let message = format!("the catalog states no {what}");
        let help = "write the head of the catalog first, as in `catalogs/README.md`";
        Box::new(Problem::new(Rule::MissingKey, at, message).help(help))
    };
    let product = Keys(get(root, "product").map_or(&Value::Empty, |product| &product.value));
    let id = product.text("id").ok_or_else(|| missing("product id"))?;
    let root = Keys(&root.value);
    let sources: Vec<SourceOutline> = root.items("sources").filter_map(source).collect();
    let default = sources.first().ok_or_else(|| missing("source"))?.id.clone();
    let prefix = product.text("strip_prefix").map(|prefix| prefix.value);
    let strings = Keys(
        root.get("strings")
            .map_or(&Value::Empty, |node| &node.value),
    );
    Ok(Outline {
        id: id.value,
        ranges: root.items("ranges").filter_map(class).collect(),
        categories: root.items("categories").filter_map(class).collect(),
        entries: root
            .items("errors")
            .filter_map(|node| entry(node, &default, prefix.as_deref()))
            .collect(),
        words: strings
            .items("entries")
            .filter_map(|node| word(node, &default))
            .collect(),
        sources,
        category_list: root.list("categories"),
        entry_list: root.list("errors"),
        strip_prefix: prefix,
    })
}

/// The id of the source, and whether the entry is documented and withdrawn.
fn standing(keys: &Keys<'_>, default_source: &str) -> (String, bool, bool) {
    let source = keys.text("source");
    let origin = keys.text("origin");
    (
        source.map_or_else(|| default_source.to_owned(), |source| source.value),
        origin.is_none_or(|origin| origin.value == "documented"),
        keys.get("retired").is_some(),
    )
}

fn source(node: &Node) -> Option<SourceOutline> {
    let keys = Keys(&node.value);
    let id = keys.text("id")?.value;
    Some(SourceOutline {
        title: keys
            .text("title")
            .map_or_else(|| id.clone(), |title| title.value),
        id,
        url: keys.text("url").map(|url| url.value),
        kind: keys
            .text("kind")
            .map_or_else(|| "page".to_owned(), |kind| kind.value),
        span: first_key(node),
    })
}

fn class(node: &Node) -> Option<ClassOutline> {
    let keys = Keys(&node.value);
    Some(ClassOutline {
        id: keys.text("id")?.value,
        title: keys.text("title")?,
        codes: keys
            .text("codes")
            .and_then(|codes| tree::codes(&codes.value)),
        span: first_key(node),
    })
}

fn entry(node: &Node, default_source: &str, prefix: Option<&str>) -> Option<EntryOutline> {
    let keys = Keys(&node.value);
    let code = keys.integer("code")?;
    let name = keys.text("name");
    let variant = match keys.text("variant") {
        Some(stated) => Some((stated.value, true)),
        None => name
            .as_ref()
            .and_then(|name| Some((variant_name(&name.value, prefix)?, false))),
    };
    let (source, documented, retired) = standing(&keys, default_source);
    Some(EntryOutline {
        code,
        name,
        aliases: aliases(&keys),
        variant,
        renamed_from: keys.texts("renamed_from"),
        category: keys.text("category"),
        source,
        documented,
        retired,
        erratum: keys.text("erratum").map(|erratum| erratum.value),
        reasons: keys.items("reasons").map(reason).collect(),
        facts: facts(&keys),
        span: first_key(node),
    })
}

fn word(node: &Node, default_source: &str) -> Option<WordOutline> {
    let keys = Keys(&node.value);
    let (source, documented, retired) = standing(&keys, default_source);
    Some(WordOutline {
        value: keys.text("value")?,
        name: keys.text("name"),
        aliases: aliases(&keys),
        source,
        documented,
        retired,
        facts: facts(&keys),
        span: first_key(node),
    })
}

fn aliases(keys: &Keys<'_>) -> Vec<String> {
    let aliases = keys.texts("aliases").into_iter();
    aliases.map(|alias| alias.value).collect()
}

fn reason(node: &Node) -> ReasonOutline {
    let keys = Keys(&node.value);
    ReasonOutline {
        code: keys.integer("code").map(|code| code.value),
        message: keys.text("message").map(|message| message.value),
        name: keys.text("name").map(|name| name.value),
        span: first_key(node),
    }
}

fn facts(keys: &Keys<'_>) -> FactsOutline {
    FactsOutline {
        list: keys.list("responses"),
        responses: keys.items("responses").map(response).collect(),
    }
}

fn response(node: &Node) -> ResponseOutline {
    let keys = Keys(&node.value);
    ResponseOutline {
        status: keys.integer("status"),
        message: keys.text("message"),
        on: keys.texts("on"),
        on_list: keys.list("on"),
        span: first_key(node),
    }
}
