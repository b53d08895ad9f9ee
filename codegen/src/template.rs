//! What a server says, with placeholders for what changes: `User {userId} does not exist.`
//!
//! Upper and lower case, white space, Markdown marks and a final period do not count, so that a
//! message is found however it was printed.

/// Stands in [`Template::parts`] for one or more characters.
pub(crate) const ANY: char = '\0';

/// A message of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// As the source writes it.
    pub text: String,
    /// Folded, each placeholder a single zero character.
    pub parts: String,
}

impl Template {
    /// Reads a message as documentation writes it.
    pub fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            parts: parts(text),
        }
    }

    /// The words that it begins with, up to the first placeholder or mark; nothing for a single one.
    pub fn phrase(&self) -> Option<&str> {
        let plain = |c: char| c.is_alphanumeric() || " -_/".contains(c);
        let end = self.parts.find(|c| !plain(c)).unwrap_or(self.parts.len());
        let phrase = self.parts[..end].trim();
        phrase.contains(' ').then_some(phrase)
    }

    /// The first eight bytes of what it begins with, up to a placeholder; zeros behind it.
    pub(crate) fn head(&self) -> [u8; 8] {
        let given = self.parts.split(ANY).next().unwrap_or_default();
        let mut head = [0; 8];
        for (to, byte) in head.iter_mut().zip(given.bytes()) {
            *to = byte;
        }
        head
    }

    /// The text in pieces, each with whether it is a placeholder.
    pub(crate) fn pieces(&self) -> Vec<(bool, String)> {
        let chars: Vec<char> = self.text.chars().collect();
        let mut pieces: Vec<(bool, String)> = Vec::new();
        let mut at = 0;
        while at < chars.len() {
            let end = placeholder(&chars, at);
            let piece = &chars[at..end.unwrap_or(at + 1)];
            match pieces.last_mut() {
                Some((false, given)) if end.is_none() => given.extend(piece),
                _ => pieces.push((end.is_some(), piece.iter().collect())),
            }
            at += piece.len();
        }
        pieces
    }

    /// How many characters are given; the more, the more particular is the message.
    pub fn literal(&self) -> usize {
        self.parts.chars().filter(|c| *c != ANY).count()
    }

    /// Whether there is a text that both fit.
    pub fn meets(&self, other: &Template) -> bool {
        let one: Vec<char> = self.parts.chars().collect();
        let two: Vec<char> = other.parts.chars().collect();
        if !one.contains(&ANY) && !two.contains(&ANY) {
            return one == two;
        }
        // Texts that differ before the first placeholder of either need no table.
        let given = |c: &&char| **c != ANY;
        let (first, second) = (one.iter().take_while(given), two.iter().take_while(given));
        if first.zip(second).any(|(a, b)| a != b) {
            return false;
        }
        meet(&one, &two)
    }
}

/// Whether two patterns have a text in common: row by row, for each pair of prefixes. A placeholder
/// goes on for as long as the other pattern has characters.
fn meet(one: &[char], two: &[char]) -> bool {
    let mut row: Vec<bool> = vec![false; two.len() + 1];
    row[0] = true;
    for &a in one {
        let mut next = vec![false; two.len() + 1];
        for (at, &b) in two.iter().enumerate() {
            let before = row[at];
            next[at + 1] = before && (a == b || a == ANY || b == ANY)
                || a == ANY && next[at]
                || b == ANY && row[at + 1];
        }
        row = next;
    }
    row[two.len()]
}

fn parts(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut parts = String::new();
    let mut at = 0;
    while at < chars.len() {
        if let Some(end) = placeholder(&chars, at) {
            if !parts.ends_with(ANY) {
                parts.push(ANY);
            }
            at = end;
            continue;
        }
        match chars[at] {
            '`' | '*' => {}
            c if c.is_whitespace() => {
                if !parts.is_empty() && !parts.ends_with(' ') {
                    parts.push(' ');
                }
            }
            c => parts.push(c.to_ascii_lowercase()),
        }
        at += 1;
    }
    let trimmed = parts.trim_end_matches([' ', '.']).len();
    parts.truncate(trimmed);
    parts
}

/// Where a placeholder that begins here ends: `{0}`, `{userId}`, `{{$id}}`, `{$userid`, `${id}`,
/// `$userId`, `:{id}`.
fn placeholder(chars: &[char], at: usize) -> Option<usize> {
    let name = |from: usize| {
        let length = chars[from..]
            .iter()
            .take_while(|c| c.is_alphanumeric() || **c == '_')
            .count();
        from + length
    };
    match chars[at] {
        '$' => match chars.get(at + 1) {
            Some('{') => placeholder(chars, at + 1),
            Some(c) if c.is_ascii_alphabetic() => Some(name(at + 1)),
            _ => None,
        },
        '{' => {
            let opened = chars[at..].iter().take_while(|c| **c == '{').count();
            let mut end = at + opened;
            while chars.get(end).is_some_and(|c| " $".contains(*c)) {
                end += 1;
            }
            let first = end;
            // `{callId or callLogId}` is one name in two words.
            while chars
                .get(end)
                .is_some_and(|c| c.is_alphanumeric() || "_-. ,/$".contains(*c))
            {
                end += 1;
            }
            let closed = chars[end.min(chars.len())..]
                .iter()
                .take_while(|c| **c == '}')
                .count();
            match closed {
                // The brace was forgotten: the name alone is the placeholder.
                0 => Some(name(first)).filter(|end| *end > first),
                closed => Some(end + closed.min(opened)),
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        Template::new(text).parts.replace(ANY, "…")
    }

    #[test]
    fn placeholders_of_every_spelling_are_one() {
        for text in [
            "No user {userId} here.",
            "No user {0} here",
            "No user {{$id}} here.",
            "No user ${id} here.",
            "No  user $userId here.",
            "no user {$userid} here",
            "No user `{callId or callLogId}` here.",
            "No user {$userid here.",
        ] {
            assert_eq!(folded(text), "no user … here", "{text}");
        }
        assert_eq!(
            folded("Does not exist: \"{id}\". "),
            "does not exist: \"…\""
        );
        assert_eq!(folded("Account:{$accountId}"), "account:…");
        assert_eq!(folded("It costs 5$."), "it costs 5$");
        assert_eq!(
            folded("A body such as {} is empty."),
            "a body such as … is empty"
        );
    }

    #[test]
    fn a_phrase_ends_where_the_text_may_change() {
        for (text, phrase) in [
            (
                "Meeting does not exist: {meetingId}.",
                Some("meeting does not exist"),
            ),
            (
                "The token has expired, or is *ineffective*.",
                Some("the token has expired"),
            ),
            ("No permission.", Some("no permission")),
            ("User {userId} is gone.", None),
            ("Forbidden.", None),
            ("", None),
        ] {
            assert_eq!(Template::new(text).phrase(), phrase, "{text}");
        }
    }

    #[test]
    fn two_templates_meet_where_one_text_fits_both() {
        let meets = |a: &str, b: &str| {
            let (a, b) = (Template::new(a), Template::new(b));
            assert_eq!(a.meets(&b), b.meets(&a));
            a.meets(&b)
        };
        assert!(meets("User {id} is gone.", "User {name} is gone"));
        assert!(meets("User {id}", "User {id} is gone"));
        assert!(meets("{a} is gone", "User {b}"));
        assert!(meets("User x is gone", "User {id} is gone"));
        assert!(!meets("User {id} is gone", "User {id} is here"));
        assert!(!meets("User {id}", "Group {id}"));
        assert!(!meets("User ", "User {id}"));
        assert!(!meets("A", "B"));
    }
}
