//! Problems and other findings as people and as tools read them.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use crate::problem::Problem;
use crate::source::{SourceFile, Sources, Span};

/// Where the rules are explained, in the repository.
const RULES: &str = "catalogs/README.md";

/// Lines of context shown before and after a marked value.
const CONTEXT: usize = 1;

/// Marked places closer than this many lines are shown in one piece.
const NEAR: usize = 12;

/// Something found at a place: a [`Problem`], or what another tool looks for.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The stable id that people and tools see.
    pub id: &'static str,
    /// What was found, in one sentence without a period.
    pub message: String,
    /// The place.
    pub span: Span,
    /// A few words beside the place; may be empty.
    pub label: String,
    /// Other places that belong to it, each with a few words.
    pub related: Vec<(Span, String)>,
    /// What to do.
    pub help: Option<String>,
    /// Where to read more.
    pub note: Option<String>,
}

impl From<&Problem> for Finding {
    fn from(problem: &Problem) -> Self {
        let id = problem.rule.id();
        Self {
            id,
            message: problem.message.clone(),
            span: problem.span,
            label: problem.label.clone(),
            related: problem.related.clone(),
            help: problem.help.clone(),
            note: Some(format!("the rule is explained in {RULES} under `{id}`")),
        }
    }
}

/// The problems as rustc shows its own, one after the other, and their count.
pub fn human(problems: &[Problem], sources: &Sources, colored: bool) -> String {
    let findings: Vec<Finding> = problems.iter().map(Finding::from).collect();
    let mut text = findings_human(&findings, sources, colored);
    text.push_str(&count(problems, sources));
    text.push('\n');
    text
}

/// Findings as rustc shows its own problems, one after the other.
pub fn findings_human(findings: &[Finding], sources: &Sources, colored: bool) -> String {
    let renderer = if colored {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut text = String::new();
    for finding in findings {
        let group = group(finding, sources);
        text.push_str(&renderer.render(&[group]));
        text.push_str("\n\n");
    }
    text
}

fn count(problems: &[Problem], sources: &Sources) -> String {
    let mut files: Vec<usize> = problems.iter().map(|problem| problem.span.file).collect();
    files.sort_unstable();
    files.dedup();
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    format!(
        "{} problem{} in {} of {} file{}",
        problems.len(),
        plural(problems.len()),
        files.len(),
        sources.iter().len(),
        plural(sources.iter().len()),
    )
}

fn group<'a>(finding: &'a Finding, sources: &'a Sources) -> Group<'a> {
    let mut group = Level::ERROR
        .primary_title(finding.message.as_str())
        .id(finding.id)
        .elements(snippets(finding, sources));
    let file = sources.file(finding.span.file);
    if file.text().is_empty() {
        // Nothing could be read, so there is no line to show.
        group = group.element(Origin::path(file.name()));
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    if let Some(note) = &finding.note {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    group
}

/// One marked place: the lines it touches and how it is drawn.
struct Mark<'a> {
    span: Span,
    lines: (usize, usize),
    kind: AnnotationKind,
    label: &'a str,
}

fn snippets<'a>(finding: &'a Finding, sources: &'a Sources) -> Vec<Snippet<'a, Annotation<'a>>> {
    let mark = |span: Span, kind, label: &'a str| Mark {
        span,
        lines: lines(sources.file(span.file), span),
        kind,
        label,
    };
    let mut marks = vec![mark(
        finding.span,
        AnnotationKind::Primary,
        finding.label.as_str(),
    )];
    for (span, label) in &finding.related {
        marks.push(mark(*span, AnnotationKind::Context, label.as_str()));
    }
    marks.retain(|mark| !sources.file(mark.span.file).text().is_empty());
    // The renderer reads all it is given; a window around near marks keeps long files cheap.
    let mut windows: Vec<Vec<Mark<'a>>> = Vec::new();
    for mark in marks {
        let near = windows.iter_mut().find(|window| {
            window.iter().any(|other| {
                other.span.file == mark.span.file
                    && other.lines.0 <= mark.lines.1 + NEAR
                    && mark.lines.0 <= other.lines.1 + NEAR
            })
        });
        match near {
            Some(window) => window.push(mark),
            None => windows.push(vec![mark]),
        }
    }
    windows
        .into_iter()
        .map(|window| snippet(&window, sources))
        .collect()
}

fn lines(file: &SourceFile, span: Span) -> (usize, usize) {
    let first = file.position(span.start).line;
    // A span may cover a whole entry; its first lines are enough to recognise it.
    let last = file.position(span.end).line.min(first + 3);
    (first, last)
}

fn snippet<'a>(marks: &[Mark<'a>], sources: &'a Sources) -> Snippet<'a, Annotation<'a>> {
    let file = sources.file(marks[0].span.file);
    let first = marks.iter().map(|mark| mark.lines.0).min().unwrap_or(1);
    let last = marks.iter().map(|mark| mark.lines.1).max().unwrap_or(1);
    let window = file.lines(first.saturating_sub(CONTEXT), last + CONTEXT);
    let text = &file.text()[window.clone()];
    Snippet::source(text)
        .path(file.name())
        .line_start(file.position(window.start).line)
        .fold(true)
        .annotations(marks.iter().map(|mark| {
            let start = mark.span.start.clamp(window.start, window.end) - window.start;
            let end = mark.span.end.clamp(window.start, window.end) - window.start;
            let annotation = mark.kind.span(start..end.max(start));
            if mark.label.is_empty() {
                annotation
            } else {
                annotation.label(mark.label)
            }
        }))
}

/// A finding as data.
#[derive(Debug, Serialize)]
struct Row<'a> {
    id: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    related: Vec<Related<'a>>,
    help: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
}

/// A place: lines and columns from 1, columns in characters, the end exclusive.
#[derive(Debug, Serialize)]
struct Place<'a> {
    file: &'a str,
    start: Point,
    end: Point,
}

#[derive(Debug, Serialize)]
struct Point {
    line: usize,
    column: usize,
}

/// The problems as a JSON array, for editors and annotations in CI.
pub fn json(problems: &[Problem], sources: &Sources) -> String {
    let findings: Vec<Finding> = problems.iter().map(Finding::from).collect();
    findings_json(&findings, sources)
}

/// Findings as a JSON array of the same form.
pub fn findings_json(findings: &[Finding], sources: &Sources) -> String {
    let rows: Vec<Row<'_>> = findings
        .iter()
        .map(|finding| Row {
            id: finding.id,
            message: &finding.message,
            place: place(finding.span, sources),
            related: finding
                .related
                .iter()
                .map(|(span, message)| Related {
                    message,
                    place: place(*span, sources),
                })
                .collect(),
            help: finding.help.as_deref(),
        })
        .collect();
    // Strings and numbers always serialise.
    let mut text = serde_json::to_string_pretty(&rows).unwrap_or_default();
    text.push('\n');
    text
}

fn place(span: Span, sources: &Sources) -> Place<'_> {
    let file = sources.file(span.file);
    let point = |offset| {
        let position = file.position(offset);
        Point {
            line: position.line,
            column: position.column,
        }
    };
    Place {
        file: file.name(),
        start: point(span.start),
        end: point(span.end),
    }
}
