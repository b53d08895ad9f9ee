//! Elements whose text is none of the page's: buttons, drawings, tooltips, what is hidden.

use html5gum::{EndTag, StartTag};

/// An element that is passed over, with all that is in it.
#[derive(Debug)]
pub(super) struct Unseen {
    name: Vec<u8>,
    /// How many elements of its name are open.
    depth: usize,
}

impl Unseen {
    /// Whether an element is such.
    pub(super) fn begins(tag: &StartTag<usize>) -> bool {
        let name: &[u8] = &tag.name;
        if is_void(name) || tag.self_closing {
            return false;
        }
        let attribute = |key: &[u8]| {
            let value = tag.attributes.get(key)?;
            Some(String::from_utf8_lossy(value).to_lowercase())
        };
        let says = |key: &[u8], word: &str| attribute(key).is_some_and(|value| value == word);
        // What carries a tip is seen, the tip is not.
        let is_tip = |class: &str| {
            let parts = ["text", "content", "body", "inner", "popup", "bubble"];
            class.split_whitespace().any(|class| {
                ["sr-only", "visually-hidden"].contains(&class)
                    || class.contains("tooltip") && parts.iter().any(|part| class.contains(part))
            })
        };
        matches!(
            name,
            b"button" | b"svg" | b"template" | b"select" | b"dialog"
        ) || says(b"role", "tooltip")
            || says(b"role", "button")
            || says(b"aria-hidden", "true")
            || attribute(b"hidden").is_some_and(|value| value != "until-found")
            || attribute(b"class").is_some_and(|class| is_tip(&class))
    }

    pub(super) fn new(tag: &StartTag<usize>) -> Self {
        Self {
            name: tag.name.to_vec(),
            depth: 1,
        }
    }

    /// An element begins within.
    pub(super) fn start(&mut self, tag: &StartTag<usize>) {
        if *tag.name == *self.name && !tag.self_closing {
            self.depth += 1;
        }
    }

    /// An element ends within; true if that ends it all.
    pub(super) fn end(&mut self, tag: &EndTag<usize>) -> bool {
        if *tag.name == *self.name {
            self.depth = self.depth.saturating_sub(1);
        }
        self.depth == 0
    }
}

/// Elements that hold nothing and have no end.
fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"source"
            | b"track"
            | b"wbr"
    )
}
