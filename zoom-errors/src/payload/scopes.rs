//! The scopes that a refusal names.

use alloc::string::String;
use alloc::vec::Vec;

const BEFORE: &str = "does not contain scope";

/// The scopes in a message such as `Invalid access token, does not contain scopes:[a:read, b].`
pub(super) fn missing_scopes(message: &str) -> Vec<String> {
    // Few messages have a list, and this tells it fast.
    if memchr::memchr(b'[', message.as_bytes()).is_none() {
        return Vec::new();
    }
    let list = |message| -> Option<&str> {
        let rest = after(message, BEFORE)?;
        let rest = rest.strip_prefix(['s', 'S']).unwrap_or(rest).trim_start();
        let rest = rest.strip_prefix(':').unwrap_or(rest).trim_start();
        let rest = rest.strip_prefix('[')?;
        // A message that was cut off has no closing bracket.
        Some(rest.split(']').next().unwrap_or(rest))
    };
    let scopes = list(message).unwrap_or_default().split(',');
    scopes
        .map(|scope| scope.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')))
        .filter(|scope| !scope.is_empty())
        .map(String::from)
        .collect()
}

/// What follows a phrase, in whatever case that is written.
fn after<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let bytes = text.as_bytes();
    let start = bytes
        .windows(phrase.len())
        .position(|window| window.eq_ignore_ascii_case(phrase.as_bytes()))?;
    text.get(start + phrase.len()..)
}

#[cfg(test)]
mod tests {
    use super::missing_scopes;

    #[test]
    fn both_spellings() {
        let one = "Invalid access token, does not contain scopes:[user:read:list_users:admin].";
        assert_eq!(missing_scopes(one), ["user:read:list_users:admin"]);
        let two = "Invalid access token, does not contain scopes: [user:write:admin, user:write].";
        assert_eq!(missing_scopes(two), ["user:write:admin", "user:write"]);
    }

    #[test]
    fn odd_messages() {
        let none: [&str; 0] = [];
        assert_eq!(missing_scopes("Invalid access token."), none);
        assert_eq!(missing_scopes("it does not contain scopes"), none);
        assert_eq!(missing_scopes("it does not contain scopes:[]"), none);
        assert_eq!(missing_scopes("it does not contain scopes:user:read"), none);
        assert_eq!(
            missing_scopes("İ DOES NOT CONTAIN SCOPES:[a,, 'b'"),
            ["a", "b"]
        );
    }
}
