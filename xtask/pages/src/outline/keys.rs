//! The keys of YAML mappings, and their values as far as they fit.

use zoom_errors_codegen::tree::{self, Node, Value};
use zoom_errors_codegen::{Span, Spanned};

use super::outlined::ListPlace;

/// The keys of a mapping; none of anything else.
pub(super) struct Keys<'a>(pub(super) &'a Value);

impl<'a> Keys<'a> {
    pub(super) fn pair(&self, key: &str) -> Option<&'a (Spanned<String>, Node)> {
        match self.0 {
            Value::Map(pairs) => pairs.iter().find(|(name, _)| name.value == key),
            _ => None,
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a Node> {
        self.pair(key).map(|(_, node)| node)
    }

    pub(super) fn text(&self, key: &str) -> Option<Spanned<String>> {
        self.get(key).and_then(scalar)
    }

    pub(super) fn integer(&self, key: &str) -> Option<Spanned<i32>> {
        let Spanned { value, span } = self.text(key)?;
        let value = tree::integer(&value)?;
        Some(Spanned { value, span })
    }

    pub(super) fn items(&self, key: &str) -> impl Iterator<Item = &'a Node> + use<'a> {
        let items = match self.get(key).map(|node| &node.value) {
            Some(Value::List(items)) => items.as_slice(),
            _ => &[],
        };
        items.iter()
    }

    pub(super) fn texts(&self, key: &str) -> Vec<Spanned<String>> {
        self.items(key).filter_map(scalar).collect()
    }

    pub(super) fn list(&self, key: &str) -> Option<ListPlace> {
        self.pair(key).map(|(key, value)| ListPlace {
            key: key.span,
            value: value.span,
        })
    }
}

pub(super) fn get<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    Keys(&node.value).get(key)
}

fn scalar(node: &Node) -> Option<Spanned<String>> {
    match &node.value {
        Value::Scalar { text, .. } => Some(Spanned {
            value: text.clone(),
            span: node.span,
        }),
        _ => None,
    }
}

/// The first key of an item.
pub(super) fn first_key(node: &Node) -> Span {
    match &node.value {
        Value::Map(pairs) => pairs.first().map_or(node.span, |(key, _)| key.span),
        _ => node.span,
    }
}
