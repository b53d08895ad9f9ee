//! What is read out of running text: headings, constants, API methods.

use crate::folding::{fold, shorten, split_while};

/// The text of a heading, without the link to itself that pages put behind it. None if there is
/// nothing else.
pub(super) fn heading(text: &str) -> Option<String> {
    // Longer than any heading: a row must not carry half the page with it.
    const LONGEST: usize = 200;
    let heading = shorten(fold(text).trim_end_matches(['#', '¶', ' ']), LONGEST);
    (!heading.is_empty()).then_some(heading)
}

/// An upper snake case constant at the beginning of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Constant<'a> {
    pub(super) name: &'a str,
    /// What stands behind it, white space included.
    pub(super) rest: &'a str,
    /// Whether the next word followed without a space (`SOME_NAMEOccurs`).
    pub(super) glued: bool,
}

impl<'a> Constant<'a> {
    /// Splits off the constant that the text begins with.
    pub(super) fn leading(text: &'a str) -> Option<Self> {
        let (run, rest) = split_while(text, |c| {
            c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_'
        });
        if !run.starts_with(|c: char| c.is_ascii_uppercase()) {
            return None;
        }
        match rest.chars().next() {
            Some(next) if next.is_lowercase() => Self::before_glued_word(text, run),
            Some(next) if next.is_alphanumeric() => None,
            _ if run.len() < 2 => None,
            _ => Some(Self {
                name: run,
                rest,
                glued: false,
            }),
        }
    }

    /// The run's last capital belongs to the word that follows. Only an underscore tells such a
    /// constant from a capitalised word.
    fn before_glued_word(text: &'a str, run: &str) -> Option<Self> {
        let (name, rest) = text.split_at_checked(run.len().checked_sub(1)?)?;
        let certain = name.contains('_') && !name.ends_with('_');
        certain.then_some(Self {
            name,
            rest,
            glued: true,
        })
    }

    /// Whether it is more than a capitalised word or abbreviation.
    pub(super) fn is_compound(&self) -> bool {
        self.name.contains('_')
    }

    /// What to tell a person about a glued constant.
    pub(super) fn glued_note(&self) -> String {
        format!(
            "the constant was cut from `{}`",
            shorten(&format!("{}{}", self.name, self.rest), 60)
        )
    }
}

/// API methods named in a text, with remarks on those that are not certain.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Methods {
    pub(super) names: Vec<String>,
    pub(super) notes: Vec<String>,
}

impl Methods {
    /// Finds the methods in a folded text.
    pub(super) fn in_text(text: &str) -> Self {
        let mut methods = Self::default();
        for word in text
            .split(' ')
            .filter(|word| word.contains('.') && !is_address(word))
        {
            for path in word.split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '_')) {
                methods.take(path.trim_matches('.'));
            }
        }
        if ["other methods", "other functions"]
            .iter()
            .any(|words| text.contains(words))
        {
            methods
                .notes
                .push("the page speaks of other methods without naming them".to_owned());
        }
        methods
    }

    fn take(&mut self, path: &str) {
        if !is_method_path(path) {
            return;
        }
        let name = without_run_on_word(path);
        if name != path {
            self.notes.push(format!("`{path}` was read as `{name}`"));
        }
        // No description names more; the search for duplicates must not grow with the page.
        const MOST: usize = 64;
        if self.names.len() < MOST && !self.names.iter().any(|known| known == name) {
            self.names.push(name.to_owned());
        }
    }
}

/// Whether a word is a web or mail address or a path.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.contains("www.") || word.contains("](/")
}

/// Whether dotted words are a call: `client.join`, `ZoomMtg.join`, not `zoom.us`, not `e.g`.
fn is_method_path(path: &str) -> bool {
    let mut segments = path.split('.');
    let first = segments
        .next()
        .is_some_and(|segment| is_identifier(segment, char::is_alphabetic));
    let mut last = None;
    let others = segments.all(|segment| {
        last = Some(segment);
        is_identifier(segment, char::is_lowercase)
    });
    first && others && last.is_some_and(|last| !NO_METHODS.contains(&last))
}

/// Whether a segment is an identifier of at least two letters that begins as asked.
fn is_identifier(segment: &str, begins: impl Fn(char) -> bool) -> bool {
    segment.len() >= 2
        && segment.starts_with(begins)
        && segment.chars().all(|c| c.is_ascii_alphanumeric())
}

/// Last parts of dotted words that are host or file names.
const NO_METHODS: [&str; 25] = [
    "ai", "app", "co", "com", "css", "dev", "eu", "gov", "htm", "html", "io", "jpg", "js", "json",
    "md", "mjs", "net", "org", "pdf", "png", "ts", "us", "wasm", "xml", "yaml",
];

/// Drops the word "method" that has run into the name before it (`chat.sendFilemethod`).
fn without_run_on_word(path: &str) -> &str {
    let name = path
        .strip_suffix("methods")
        .or_else(|| path.strip_suffix("method"))
        .unwrap_or(path);
    if is_method_path(name) { name } else { path }
}
