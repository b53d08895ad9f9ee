//! Tables drawn with dashes, as pandoc and reStructuredText write them: columns are told by where
//! they stand.

use std::borrow::Cow;
use std::ops::Range;

use super::blocks::{Table, TableRow};
use super::lines::{Line, lines};

/// A text without its drawn tables, every other byte where it was, and the tables.
pub(super) struct Drawn<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) tables: Vec<Table>,
}

/// Takes the drawn tables out of a text that begins at `base` in the input.
pub(super) fn take(text: &str, base: usize) -> Drawn<'_> {
    let lines: Vec<Line<'_>> = lines(text).collect();
    let mut tables = Vec::new();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    let mut free = 0;
    while let Some(line) = lines.get(at) {
        let found = match Rule::of(line.text) {
            Some(Rule::Grid(columns)) => Some(grid(&lines, at, &columns, base)),
            Some(Rule::Groups(columns)) => ruled(&lines, at, free, &columns, base),
            Some(Rule::Whole) | None => None,
        };
        let Some((rows, span)) = found else {
            at += 1;
            continue;
        };
        if rows.len() < 2 {
            // Looked at once, for a page may be nothing but dashes.
            at = span.end.max(at + 1);
            continue;
        }
        let start = lines.get(span.start).map_or(0, |line| line.start);
        let end = lines
            .get(span.end.saturating_sub(1))
            .map_or(text.len(), |line| line.next);
        tables.push(Table {
            start: base + start,
            rows,
            ..Table::default()
        });
        ranges.push(start..end);
        at = span.end;
        free = at;
    }
    Drawn {
        text: blanked(text, &ranges),
        tables,
    }
}

/// Whether a text is reStructuredText: its frames break constants anywhere, so nothing can be read
/// out of them.
pub(super) fn is_restructured(text: &str) -> bool {
    let mut framed = false;
    for line in text.lines() {
        framed |= matches!(Rule::of(line), Some(Rule::Grid(_)));
        if framed && line.starts_with('|') && line.contains("``") {
            return true;
        }
    }
    false
}

/// The text with spaces in place of some stretches; line ends stay.
fn blanked<'a>(text: &'a str, ranges: &[Range<usize>]) -> Cow<'a, str> {
    if ranges.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut new = String::with_capacity(text.len());
    let mut done = 0;
    for range in ranges {
        new.push_str(text.get(done..range.start).unwrap_or_default());
        let inner = text.get(range.clone()).unwrap_or_default();
        new.extend(
            inner
                .bytes()
                .map(|byte| if byte == b'\n' { '\n' } else { ' ' }),
        );
        done = range.end;
    }
    new.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(new)
}

/// A line that draws a table.
enum Rule {
    /// `+---+===+`: where the columns lie, in characters.
    Grid(Vec<Range<usize>>),
    /// `---- ------`: likewise.
    Groups(Vec<Range<usize>>),
    /// `------------`.
    Whole,
}

impl Rule {
    fn of(line: &str) -> Option<Self> {
        if !line.is_ascii() {
            return None;
        }
        let text = line.trim_end();
        let trimmed = text.trim_start();
        let indent = text.len() - trimmed.len();
        if trimmed.len() > 4 && trimmed.starts_with('+') && trimmed.ends_with('+') {
            let drawn = trimmed.bytes().all(|byte| b"+-=:".contains(&byte));
            let ends: Vec<usize> = trimmed
                .match_indices('+')
                .map(|(at, _)| indent + at)
                .collect();
            let columns = ends.iter().zip(ends.iter().skip(1));
            let columns: Vec<_> = columns.map(|(start, end)| start + 1..*end).collect();
            return (drawn && columns.len() > 1).then_some(Self::Grid(columns));
        }
        let is_rule = |mark: u8| trimmed.bytes().all(|byte| byte == mark || byte == b' ');
        if trimmed.len() < 5 || !(is_rule(b'-') || is_rule(b'=')) {
            return None;
        }
        let mut columns: Vec<Range<usize>> = Vec::new();
        for (at, _) in text.bytes().enumerate().filter(|(_, byte)| *byte != b' ') {
            match columns.last_mut().filter(|last| last.end == at) {
                Some(last) => last.end = at + 1,
                None => columns.push(at..at + 1),
            }
        }
        match columns.len() {
            0 => None,
            1 => Some(Self::Whole),
            _ => Some(Self::Groups(columns)),
        }
    }
}

type Found = (Vec<TableRow>, Range<usize>);

/// A table with a frame: its rows, and the lines that it takes.
fn grid(lines: &[Line<'_>], first: usize, columns: &[Range<usize>], base: usize) -> Found {
    let mut rows = Rows::new(columns, base);
    let mut at = first + 1;
    while let Some(line) = lines.get(at) {
        let text = line.text.trim();
        if text.starts_with('+') {
            rows.end();
        } else if text.starts_with('|') {
            rows.line(line);
        } else {
            break;
        }
        at += 1;
    }
    rows.end();
    (rows.rows, first..at)
}

/// A table whose header is underlined group by group: the lines above are its header, those below
/// its rows; between lines of dashes rows may go on over several lines.
fn ruled(
    lines: &[Line<'_>],
    rule: usize,
    free: usize,
    columns: &[Range<usize>],
    base: usize,
) -> Option<Found> {
    let is_whole = |at: usize| {
        let line: Option<&Line<'_>> = lines.get(at);
        line.is_some_and(|line| matches!(Rule::of(line.text), Some(Rule::Whole)))
    };
    const TALLEST_HEADER: usize = 20;
    let free = free.max(rule.saturating_sub(TALLEST_HEADER));
    let mut header = rule;
    while header > free
        && lines.get(header - 1).is_some_and(|line| !line.is_blank())
        && !is_whole(header - 1)
    {
        header -= 1;
    }
    let framed = header > free && is_whole(header - 1);
    if header == rule {
        // reStructuredText draws a line of groups above the header too.
        return None;
    }
    let header = if framed { header } else { rule - 1 };
    let mut rows = Rows::new(columns, base);
    for line in lines.get(header..rule)? {
        if !matches!(Rule::of(line.text), Some(Rule::Groups(_))) {
            rows.line(line);
        }
    }
    rows.end();
    let mut at = rule + 1;
    while let Some(line) = lines.get(at) {
        let is_rule = Rule::of(line.text).is_some();
        if is_rule || (line.is_blank() && !framed) {
            at += usize::from(is_rule);
            break;
        }
        if line.is_blank() {
            rows.end();
        } else {
            rows.line(line);
            if !framed {
                rows.end();
            }
        }
        at += 1;
    }
    rows.end();
    let first = if framed { header - 1 } else { header };
    Some((rows.rows, first..at))
}

/// Rows while their lines go by.
struct Rows<'c> {
    columns: &'c [Range<usize>],
    base: usize,
    rows: Vec<TableRow>,
    open: Option<TableRow>,
}

impl<'c> Rows<'c> {
    fn new(columns: &'c [Range<usize>], base: usize) -> Self {
        Self {
            columns,
            base,
            rows: Vec::new(),
            open: None,
        }
    }

    fn line(&mut self, line: &Line<'_>) {
        let span = line.trimmed_span(self.base);
        let row = self.open.get_or_insert_with(|| TableRow {
            cells: vec![String::new(); self.columns.len()],
            span: span.clone(),
        });
        row.span.end = span.end;
        let starts = self.columns.iter().map(|column| column.start);
        let ends = self
            .columns
            .iter()
            .skip(1)
            .map(|next| next.start)
            .chain([usize::MAX]);
        for ((start, end), cell) in starts.zip(ends).zip(&mut row.cells) {
            let piece = line.text.chars().skip(start).take(end - start);
            let piece: String = piece.collect();
            let piece = piece.trim_matches(|c: char| c == '|' || c.is_whitespace());
            if !piece.is_empty() {
                if !cell.is_empty() {
                    cell.push(' ');
                }
                cell.push_str(piece);
            }
        }
    }

    fn end(&mut self) {
        self.rows.extend(self.open.take());
    }
}
