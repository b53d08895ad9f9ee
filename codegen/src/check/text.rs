//! Texts for people: something must stand there, and nothing but text.

use super::Input;
use crate::catalog::{Advice, Catalog, Exception, Payload};
use crate::lookalike;
use crate::problem::Problem;
use crate::rule::Rule;
use crate::source::{Sources, Span, Spanned};

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let mut reader = Reader {
        sources: input.sources,
        problems,
    };
    for (_, catalog) in input.catalogs {
        reader.catalog(catalog);
    }
    for (_, list) in input.operations {
        let daily = list.operations.iter().filter_map(|one| one.daily.as_ref());
        daily.for_each(|text| reader.prose(text));
    }
    if let Some(spaces) = input.spaces {
        let payloads = spaces.groups.iter().filter_map(|g| g.payload.as_ref());
        payloads.for_each(|payload| reader.payload(payload));
        let groups = spaces
            .groups
            .iter()
            .filter_map(|group| group.title.as_ref());
        let products = spaces.products.iter().filter_map(|p| p.title.as_ref());
        groups.chain(products).for_each(|title| reader.prose(title));
    }
}

/// Words that wait for an author, whatever their case.
const PLACEHOLDERS: &[&str] = &["todo", "tbd", "fixme"];

/// The same in capitals only: `xxx` may be part of a number's pattern.
const PLACEHOLDERS_IN_CAPITALS: &[&str] = &["XXX", "TBC"];

/// Whole texts that say nothing.
const NOTHING: &[&str] = &["n/a", "na", "none", "null", "lorem ipsum"];

struct Reader<'a> {
    sources: &'a Sources,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn catalog(&mut self, catalog: &Catalog) {
        catalog.title.iter().for_each(|title| self.prose(title));
        for source in &catalog.sources {
            let texts = source.id.iter().chain(&source.title);
            texts.for_each(|text| self.prose(text));
        }
        for class in catalog.ranges.iter().chain(&catalog.categories) {
            let texts = class.title.iter().chain(&class.summary);
            texts.for_each(|text| self.prose(text));
            self.exceptions(&class.allow);
            self.steps(&class.advice);
        }
        catalog.payload.iter().for_each(|form| self.payload(form));
        let words = catalog.strings.iter();
        let titles = words.filter_map(|strings| strings.title.as_ref());
        titles.for_each(|title| self.prose(title));
        for entry in catalog.entries() {
            entry.value.iter().for_each(|word| self.fact(word));
            let texts = entry.summary.iter().chain(&entry.erratum);
            let texts = texts.chain(&entry.causes).chain(&entry.source);
            texts.for_each(|text| self.prose(text));
            entry.raised_by.iter().for_each(|text| self.fact(text));
            let messages = entry.responses.iter().filter_map(|r| r.message.as_ref());
            messages.for_each(|text| self.fact(text));
            self.exceptions(&entry.allow);
            self.steps(&entry.advice);
            for reason in &entry.reasons {
                let facts = reason.message.iter().chain(&reason.headers);
                facts.for_each(|text| self.fact(text));
                reason.summary.iter().for_each(|text| self.prose(text));
                self.steps(&reason.advice);
            }
        }
    }

    fn payload(&mut self, payload: &Payload) {
        let keys = payload
            .codes
            .iter()
            .chain(&payload.beside)
            .chain(&payload.words);
        let texts = payload.texts.iter().filter_map(|text| text.text.as_ref());
        keys.chain(texts).for_each(|text| self.fact(text));
    }

    fn steps(&mut self, advice: &Advice) {
        advice.remediation.iter().for_each(|step| self.prose(step));
    }

    fn exceptions(&mut self, allow: &[Exception]) {
        let reasons = allow.iter().filter_map(|except| except.reason.as_ref());
        reasons.for_each(|reason| self.prose(reason));
    }

    /// What a server or an SDK says stands verbatim; it only has to be visible.
    fn fact(&mut self, text: &Spanned<String>) {
        if text.value.trim().is_empty() {
            let help = "write it, or remove the key";
            self.report(Rule::Placeholder, text.span, "this text is empty", help);
            return;
        }
        self.visible(text);
    }

    /// A text of ours, read by people.
    fn prose(&mut self, text: &Spanned<String>) {
        let value = text.value.as_str();
        if says_nothing(value) {
            let message = match value.trim() {
                "" => "this text is empty".to_owned(),
                value => format!("`{value}` says nothing"),
            };
            let help = "write the text, or remove the key if it is optional";
            self.report(Rule::Placeholder, text.span, message, help);
            return;
        }
        if let Some(word) = placeholder(value) {
            let span = self.part(text, word);
            let message = format!("`{word}` waits for its author");
            self.report(Rule::Placeholder, span, message, "write the text");
        }
        self.visible(text);
        if let Some((what, markup)) = markup(value) {
            let span = self.part(text, markup);
            let message = format!("the text holds {what}: `{markup}`");
            let help = "put it into backticks if the reader is meant to see it, else remove it";
            self.report(Rule::Markup, span, message, help);
        }
        if value.matches('`').count() % 2 == 1 {
            let message = "a backtick in this text has no partner";
            let help = "close the code span, or remove the backtick";
            self.report(Rule::Markup, text.span, message, help);
        }
    }

    fn visible(&mut self, text: &Spanned<String>) {
        let value = text.value.as_str();
        if value.contains(['\n', '\r']) {
            let message = "the text holds a line break";
            let help = "write it on one line, without `>` and `|`";
            self.report(Rule::Markup, text.span, message, help);
        } else if value.trim() != value {
            let message = "the text begins or ends with white space";
            self.report(Rule::Markup, text.span, message, "remove it");
        } else if let Some(unseen) = lookalike::first_unseen(value, None) {
            let (code, what) = (u32::from(unseen.c), unseen.what);
            let message = format!("the text holds the character U+{code:04X}, which {what}");
            let help = format!("{}; a text is one line of visible characters", unseen.help);
            self.report(Rule::Markup, text.span, message, &help);
        }
        if let Some((word, _)) = lookalike::word(value) {
            let span = self.part(text, word);
            self.problems.extend(lookalike::problem(value, span));
        }
    }

    /// The place of a part of the text, as far as it stands in the file as it is.
    fn part(&self, text: &Spanned<String>, part: &str) -> Span {
        let span = text.span;
        let file = self.sources.file(span.file).text();
        let at = file
            .get(span.start..span.end)
            .and_then(|raw| raw.find(part));
        at.map_or(span, |at| Span {
            start: span.start + at,
            end: span.start + at + part.len(),
            ..span
        })
    }

    fn report(&mut self, rule: Rule, span: Span, message: impl Into<String>, help: &str) {
        let problem = Problem::new(rule, span, message).help(help);
        self.problems.push(problem);
    }
}

/// Whether a text still has to be written.
pub(super) fn is_unwritten(text: &str) -> bool {
    says_nothing(text) || placeholder(text).is_some()
}

fn says_nothing(text: &str) -> bool {
    let folded = text.trim().trim_end_matches('.').to_lowercase();
    !text.contains(char::is_alphanumeric) || NOTHING.contains(&folded.as_str())
}

fn placeholder(text: &str) -> Option<&str> {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.find(|word| {
        PLACEHOLDERS
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
            || PLACEHOLDERS_IN_CAPITALS.contains(word)
    })
}

/// The first thing outside code spans that a browser or Markdown would not show as it stands.
fn markup(text: &str) -> Option<(&'static str, &str)> {
    text.split('`').step_by(2).find_map(|outside| {
        tag(outside)
            .map(|tag| ("markup", tag))
            .or_else(|| entity(outside).map(|entity| ("an HTML entity", entity)))
            .or_else(|| link(outside).map(|link| ("a link", link)))
    })
}

/// `<b>`, `</b>`, `<!--`, `<?`.
fn tag(text: &str) -> Option<&str> {
    text.match_indices('<').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let opens = rest.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        opens.then(|| {
            let end = rest.find('>').map_or(text.len(), |end| at + end + 2);
            &text[at..end]
        })
    })
}

/// `&nbsp;`, `&#160;`.
fn entity(text: &str) -> Option<&str> {
    text.match_indices('&').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let name = rest.strip_prefix('#').unwrap_or(rest);
        let end = name.find(|c: char| !c.is_ascii_alphanumeric())?;
        let fits = end > 0 && name[end..].starts_with(';');
        fits.then(|| &text[at..=text.len() - name.len() + end])
    })
}

/// `[shown](address)`.
fn link(text: &str) -> Option<&str> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let end = text[middle..]
        .find(')')
        .map_or(text.len(), |end| middle + end + 1);
    Some(&text[start..end])
}
