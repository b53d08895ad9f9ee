//! A text as a YAML value on one line.

/// Writes a text plain where every YAML reader takes it for that text, else in double quotes.
pub fn scalar(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Narrower than what YAML allows, and the same inside of `[…]`.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    text.starts_with(|c: char| c.is_alphabetic())
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || " _-.;()/'!?+=$%".contains(c))
        && !text.ends_with(' ')
        && !WORDS.contains(&text.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn words_stay_plain_and_the_rest_is_quoted() {
        assert_eq!(scalar("invalid session key"), "invalid session key");
        assert_eq!(scalar("client.join"), "client.join");
        assert_eq!(scalar("a: b"), "\"a: b\"");
        assert_eq!(scalar("No"), "\"No\"");
        assert_eq!(scalar("300"), "\"300\"");
        assert_eq!(scalar(""), "\"\"");
        assert_eq!(scalar("say \"x\" \\"), "\"say \\\"x\\\" \\\\\"");
    }
}
