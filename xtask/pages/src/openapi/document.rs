//! The parts of a document that tell errors.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use super::placed::{JsonText, Placed, YamlText};
use super::spec_error::SpecError;

/// A document; `T` is a text with its place.
#[derive(Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub(super) struct Document<T> {
    pub(super) openapi: Option<String>,
    swagger: Option<String>,
    #[serde(default)]
    pub(super) info: Info,
    pub(super) paths: Option<Pairs<PathItem<T>>>,
    #[serde(default)]
    pub(super) components: Components<T>,
}

#[derive(Default, Deserialize)]
pub(super) struct Info {
    pub(super) title: Option<String>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub(super) struct Components<T> {
    #[serde(default)]
    pub(super) responses: Pairs<Response<T>>,
}

impl<T> Default for Components<T> {
    fn default() -> Self {
        Self {
            responses: Pairs::default(),
        }
    }
}

/// The operations of a path.
#[derive(Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub(super) struct PathItem<T> {
    get: Option<Operation<T>>,
    put: Option<Operation<T>>,
    post: Option<Operation<T>>,
    delete: Option<Operation<T>>,
    options: Option<Operation<T>>,
    head: Option<Operation<T>>,
    patch: Option<Operation<T>>,
    trace: Option<Operation<T>>,
}

impl<T> PathItem<T> {
    /// The operations with their methods.
    pub(super) fn operations(&self) -> impl Iterator<Item = (&'static str, &Operation<T>)> {
        let all = [
            ("GET", &self.get),
            ("PUT", &self.put),
            ("POST", &self.post),
            ("DELETE", &self.delete),
            ("OPTIONS", &self.options),
            ("HEAD", &self.head),
            ("PATCH", &self.patch),
            ("TRACE", &self.trace),
        ];
        all.into_iter()
            .filter_map(|(method, one)| Some((method, one.as_ref()?)))
    }
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub(super) struct Operation<T> {
    #[serde(rename = "operationId")]
    pub(super) id: Option<T>,
    pub(super) description: Option<T>,
    #[serde(default)]
    pub(super) responses: Pairs<Response<T>>,
}

#[derive(Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub(super) struct Response<T> {
    pub(super) description: Option<T>,
    #[serde(rename = "$ref")]
    pub(super) reference: Option<String>,
}

/// A mapping in the order of the document, without extensions (`x-…`).
pub(super) struct Pairs<V>(pub(super) Vec<(String, V)>);

impl<V> Default for Pairs<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}

struct PairsVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for PairsVisitor<V> {
    type Value = Pairs<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mapping")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if key.starts_with("x-") {
                map.next_value::<IgnoredAny>()?;
            } else {
                pairs.push((key, map.next_value()?));
            }
        }
        Ok(Pairs(pairs))
    }
}

/// Whether a text is a document, told by how it begins.
pub fn is_document(text: &str) -> bool {
    const HEAD: usize = 64 * 1024;
    let head: String = text
        .chars()
        .take(HEAD)
        .filter(|c| !c.is_whitespace())
        .collect();
    match head.strip_prefix('{') {
        Some(keys) => {
            let is_key = |key: &str| keys.contains(&format!("\"{key}\":\""));
            (is_key("openapi") || is_key("swagger")) && keys.contains("\"info\":{")
        }
        None => text.lines().take(50).any(begins_document),
    }
}

/// Whether a line of YAML is the one that names the version.
pub fn begins_document(line: &str) -> bool {
    let version = line
        .strip_prefix("openapi:")
        .or_else(|| line.strip_prefix("swagger:"));
    version.is_some_and(|version| {
        let version = version.trim().trim_matches(['"', '\'']);
        version.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// What is done with a document, whichever notation it is in.
pub(super) trait Reader {
    type Output;

    fn read<T: Placed>(self, document: &Document<T>) -> Self::Output;
}

/// Reads a document.
///
/// # Errors
/// If the text is no such document, at the place of the fault.
pub(super) fn with<R: Reader>(text: &str, reader: R) -> Result<R::Output, SpecError> {
    if text.trim_start().starts_with('{') {
        let document: Document<JsonText<'_>> =
            serde_json::from_str(text).map_err(|error| json_error(text, &error))?;
        check(&document)?;
        return Ok(reader.read(&document));
    }
    let mut options = serde_yaml::Options::default();
    options.with_snippet = false;
    options.budget = Some(budget());
    let document: Document<YamlText> =
        serde_yaml::from_str_with_options(text, options).map_err(|error| SpecError {
            message: format!("the OpenAPI document is no YAML as it should be: {error}"),
            at: error
                .location()
                .and_then(|at| at.span().byte_offset())
                .and_then(|at| usize::try_from(at).ok())
                .map_or(0, |at| boundary(text, at)),
        })?;
    check(&document)?;
    Ok(reader.read(&document))
}

/// Reference pages of a few megabytes have some 100,000 nodes.
fn budget() -> serde_yaml::Budget {
    let mut budget = serde_yaml::Budget::default();
    budget.max_depth = 128;
    budget.flow_nesting_limit = 128;
    budget.max_nodes = 8_000_000;
    budget.max_events = 24_000_000;
    budget.max_total_scalar_bytes = 128 << 20;
    budget
}

fn check<T>(document: &Document<T>) -> Result<(), SpecError> {
    let refuse = |message: String| Err(SpecError { message, at: 0 });
    match (&document.openapi, &document.swagger) {
        (Some(version), _) if version.starts_with('3') => match document.paths {
            Some(_) => Ok(()),
            None => {
                refuse("the OpenAPI document has no `paths`; is it saved to its end?".to_owned())
            }
        },
        (Some(version), _) | (None, Some(version)) => refuse(format!(
            "this is an OpenAPI {version} document; only version 3 is read: download it anew from \
             the reference page"
        )),
        (None, None) => refuse("this is no OpenAPI document: it has no `openapi:`".to_owned()),
    }
}

/// The last place not beyond one at which a character begins.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

fn json_error(text: &str, error: &serde_json::Error) -> SpecError {
    let lines = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1));
    let at: usize = lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
    let what = error.to_string();
    let what = what
        .rsplit_once(" at line ")
        .map_or(what.as_str(), |(what, _)| what);
    let message = if error.is_eof() {
        "the OpenAPI document is cut off here; save it to its end".to_owned()
    } else {
        format!("the OpenAPI document is no JSON as it should be: {what}")
    };
    SpecError {
        message,
        at: boundary(text, at),
    }
}
