//! What is wrong with an input, where, and what to do about it.

use crate::rule::Rule;
use crate::source::{Sources, Span};

/// One finding: the broken rule, the place, and the way out.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The rule that is broken; its id is stable.
    pub rule: Rule,
    /// What is wrong, in one sentence without a period.
    pub message: String,
    /// The offending value.
    pub span: Span,
    /// A few words beside the marked value; may be empty.
    pub label: String,
    /// The other places of a conflict, each with a few words.
    pub related: Vec<(Span, String)>,
    /// What to write instead.
    pub help: Option<String>,
}

impl Problem {
    /// A problem at a place.
    pub fn new(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            message: message.into(),
            span,
            label: String::new(),
            related: Vec::new(),
            help: None,
        }
    }

    /// Adds the words beside the marked value.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds another place that belongs to the problem.
    #[must_use]
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    /// Adds what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Puts problems into the order in which people read them: by file name, then by place.
pub(crate) fn sort(problems: &mut [Problem], sources: &Sources) {
    problems.sort_by(|a, b| {
        let name = |problem: &Problem| sources.file(problem.span.file).name();
        name(a)
            .cmp(name(b))
            .then_with(|| (a.span, a.rule, &a.message).cmp(&(b.span, b.rule, &b.message)))
    });
}

/// The longest word for which another is looked for, in bytes.
const LONGEST_WORD: usize = 64;

/// The candidate closest to a mistyped word, if any is close enough to be meant.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Nobody means one word by another of which they have typed a page.
    if word.len() > LONGEST_WORD {
        return None;
    }
    let folded = word.to_lowercase();
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST_WORD)
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&folded, &candidate.to_lowercase());
            (distance, candidate)
        })
        .filter(|(distance, candidate)| {
            *distance <= candidate.chars().count().max(word.chars().count()) / 3
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// The beginning of a text, for a message that has to stay readable.
pub(crate) fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
        .chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

/// Words as they stand in a sentence: `a`, `b` and `c`.
pub(crate) fn list<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}
