//! Which source of which catalog a saved page is.

use zoom_errors_codegen::floor_char;

use crate::docs::Page;
use crate::outline::SourceOutline;

/// How a page can be told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// Its title.
    pub title: Option<String>,
    /// Its address, if the saved file states it.
    pub url: Option<String>,
    /// The product that its OpenAPI document is about.
    pub product: Option<String>,
}

impl Identity {
    /// What the file itself says.
    pub fn of(text: &str, page: Option<&Page>) -> Self {
        Self {
            title: page.and_then(|page| page.title.clone()),
            url: url(text).map(str::to_owned),
            product: page.and_then(|page| page.specification.as_ref()?.title.clone()),
        }
    }

    /// Whether this is the page of a source. The address decides if both have one, else the title.
    pub fn is(&self, source: &SourceOutline) -> bool {
        match (&self.url, &source.url) {
            (Some(own), Some(other)) => address(own) == address(other),
            _ => self.is_titled(source),
        }
    }

    /// Whether the addresses of both are known and differ.
    pub fn contradicts(&self, source: &SourceOutline) -> bool {
        match (&self.url, &source.url) {
            (Some(own), Some(other)) => address(own) != address(other),
            _ => false,
        }
    }

    /// Whether the title is that of a source.
    pub fn is_titled(&self, source: &SourceOutline) -> bool {
        let own = self.title.as_ref().map(|title| title.to_lowercase());
        let other = source.title.to_lowercase();
        let of_product = |own: &String| product(&own.to_lowercase()) == product(&other);
        own.is_some_and(|own| own == other) || self.product.as_ref().is_some_and(of_product)
    }
}

/// The product that an OpenAPI document or its catalog's source is named after: `Zoom Meetings API`
/// and `Meetings` are the same.
fn product(title: &str) -> Vec<&str> {
    const WORDS: [&str; 9] = [
        "api",
        "apis",
        "document",
        "openapi",
        "reference",
        "rest",
        "the",
        "zoom",
        "3",
    ];
    let words = title.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty() && !WORDS.contains(word));
    words
        .map(|word| word.strip_suffix('s').unwrap_or(word))
        .collect()
}

/// Whether two sources are the same page.
pub fn same_page(one: &SourceOutline, other: &SourceOutline) -> bool {
    match (&one.url, &other.url) {
        (Some(one), Some(other)) => address(one) == address(other),
        _ => one.title.to_lowercase() == other.title.to_lowercase(),
    }
}

/// What is left of an address that two spellings of it share.
fn address(url: &str) -> String {
    let end = url.find(['?', '#']).unwrap_or(url.len());
    let url = url.get(..end).unwrap_or(url);
    let (_, rest) = url.split_once("://").unwrap_or(("", url));
    let rest = rest.trim_start_matches("www.").trim_end_matches('/');
    // The half of a reference that is for master accounts.
    rest.strip_suffix("/ma").unwrap_or(rest).to_lowercase()
}

/// The address in a saved page: a crawler's heading, a browser's remark, or the page's own link.
fn url(text: &str) -> Option<&str> {
    /// Further down stands the page itself, which may quote anything.
    const HEAD: usize = 64 * 1024;
    let (head, _) = text.split_at(floor_char(text, HEAD));
    let behind = |mark: &str| head.split_once(mark).map(|(_, behind)| behind);
    if let Some(behind) = behind("\n- Source URL:") {
        return http(behind.trim_start_matches(' '));
    }
    if let Some(behind) = behind("<!-- saved from url=(") {
        return http(behind.split_once(')')?.1);
    }
    let tag = head
        .split('<')
        .filter(|tag| tag.starts_with("link"))
        .find(|tag| tag.contains("rel=\"canonical\""))?;
    http(tag.split_once("href=\"")?.1)
}

/// The address that a text begins with.
fn http(text: &str) -> Option<&str> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>');
    let end = text.find(ends).unwrap_or(text.len());
    text.get(..end)
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(title: &str, url: Option<&str>) -> SourceOutline {
        SourceOutline {
            id: "page".to_owned(),
            title: title.to_owned(),
            url: url.map(str::to_owned),
            kind: "page".to_owned(),
            span: zoom_errors_codegen::Span {
                file: 0,
                start: 0,
                end: 0,
            },
        }
    }

    fn identity(text: &str, title: &str) -> Identity {
        Identity {
            title: Some(title.to_owned()),
            ..Identity::of(text, None)
        }
    }

    const LAMP: &str = "https://example.com/docs/lamp/";

    #[test]
    fn the_address_is_found_in_every_kind_of_saved_page() {
        for text in [
            "# Lamp\n\n- Source URL: https://example.com/docs/lamp\n",
            "<!DOCTYPE html>\n<!-- saved from url=(0029)https://www.example.com/docs/lamp/ -->\n<html>",
            "<head><link rel=\"stylesheet\" href=\"x.css\"><link rel=\"canonical\" href=\"https://example.com/docs/lamp#top\">",
        ] {
            assert!(
                identity(text, "Other").is(&source("Lamp", Some(LAMP))),
                "{text}"
            );
        }
    }

    #[test]
    fn what_stands_far_down_is_no_address_whatever_character_the_head_ends_in() {
        for letter in ["a", "ä", "€", "𝄞"] {
            for before in ["", "x", "xx", "xxx"] {
                let text = letter.repeat(64 * 1024);
                let link = "\n- Source URL: https://example.com/docs/lamp\n";
                let url = Identity::of(&format!("{before}{text}{link}"), None).url;
                assert_eq!(url, None, "{letter} {before}");
            }
        }
    }

    #[test]
    fn a_document_is_told_by_its_product() {
        let document = Identity {
            title: Some("Desk Lamps".to_owned()),
            url: None,
            product: Some("Desk Lamps".to_owned()),
        };
        assert!(document.is(&source("Zoom Desk Lamp API (OpenAPI document)", Some(LAMP))));
        assert!(!document.is(&source("Lamps", Some(LAMP))));
        assert!(!document.is(&source("Desk Lamp users", None)));
    }

    #[test]
    fn the_address_decides_before_the_title() {
        let page = identity(
            "# Lamp\n- Source URL: https://example.com/docs/desk\n",
            "Lamp",
        );
        assert!(!page.is(&source("Lamp", Some(LAMP))));
        assert!(page.is(&source("lamp", None)));
        assert!(identity("# Lamp\n", "Lamp").is(&source("Lamp", Some(LAMP))));
        assert!(!identity("# Lamp\n", "Desk").is(&source("Lamp", None)));
    }
}
