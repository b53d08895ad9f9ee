//! Names of ours where a page gives none.

/// An upper snake name made of a few words, if they are few and plain: `Bad Request`.
pub(super) fn constant(text: &str) -> Option<String> {
    const MOST_WORDS: usize = 6;
    let words: Vec<&str> = text
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .collect();
    let plain = text.is_ascii() && words.len() <= MOST_WORDS;
    let name = words.join("_").replace('\'', "").to_ascii_uppercase();
    (plain && name.starts_with(|c: char| c.is_ascii_alphabetic())).then_some(name)
}

/// An id made of a title: `Chat exception` gives `chat_exception`.
pub(super) fn id(title: &str) -> String {
    let mut id = String::new();
    for c in title.chars() {
        if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if !id.ends_with('_') {
            id.push('_');
        }
    }
    let id = id.trim_matches('_');
    if id.starts_with(|c: char| c.is_ascii_lowercase()) {
        id.to_owned()
    } else {
        format!("section_{id}").trim_end_matches('_').to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_plain_words_give_a_constant() {
        assert_eq!(constant("Bad Request").as_deref(), Some("BAD_REQUEST"));
        assert_eq!(
            constant("The user can't join.").as_deref(),
            Some("THE_USER_CANT_JOIN")
        );
        assert_eq!(constant("4 failures"), None);
        assert_eq!(constant(""), None);
        assert_eq!(constant("Überlauf"), None);
        assert_eq!(constant("a b c d e f g"), None);
    }

    #[test]
    fn titles_give_ids() {
        assert_eq!(id("Chat exception"), "chat_exception");
        assert_eq!(
            id("SDK Version Errors (10000+)"),
            "sdk_version_errors_10000"
        );
        assert_eq!(id("4XX errors"), "section_4xx_errors");
        assert_eq!(id("Ü"), "section");
    }
}
