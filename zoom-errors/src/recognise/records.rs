//! Which lines belong together.

use core::ops::Range;

/// A record of more lines than that is cut.
const LINES: usize = 200;
/// The same for bytes. A single line that has more is cut between objects, so that no text costs
/// more than its length.
const BYTES: usize = 16 << 10;

/// Parts a text into records: lines, with those that go on from them. A line goes on where a bracket
/// is open, where it is indented or closes something, and where fields follow one a line.
///
/// ```
/// let log = "{\n  \"errorCode\": 1\n}\nlistening\nHTTP/1.1 404 Not Found\nServer: x\n\n{\"code\":3001}\n";
/// let records: Vec<&str> = zoom_errors::recognise::records(log).map(|span| &log[span]).collect();
/// assert_eq!(records.len(), 3);
/// ```
pub fn records(text: &str) -> impl Iterator<Item = Range<usize>> + use<'_> {
    let mut start = 0;
    core::iter::from_fn(move || {
        let rest = text
            .as_bytes()
            .get(start..)
            .filter(|rest| !rest.is_empty())?;
        // What is longer is cut, wherever it ends.
        let length = record(rest.get(..=BYTES).unwrap_or(rest));
        let span = start
            ..start
                + if length > BYTES {
                    cut(text, start)
                } else {
                    length
                };
        start = span.end;
        Some(span)
    })
}

/// Where a long line is cut: behind an object or a word, between characters in any case.
fn cut(text: &str, start: usize) -> usize {
    let most = (start + BYTES..)
        .find(|place| text.is_char_boundary(*place))
        .unwrap_or(text.len());
    let piece = text.get(start..most).unwrap_or_default();
    let place = piece.rfind('}').or_else(|| piece.rfind(' '));
    place.map_or(piece.len(), |place| place + 1)
}

/// The record around a place, which begins behind what is done.
///
/// ```
/// let log = b"listening\n{\n  \"errorCode\": 1\n}\n";
/// assert_eq!(zoom_errors::recognise::record_around(log, 0, 16), 10..log.len());
/// ```
#[must_use]
pub fn record_around(text: &[u8], done: usize, place: usize) -> Range<usize> {
    let line_start = |place: usize| {
        let before = text.get(done..place).unwrap_or_default();
        memchr::memrchr(b'\n', before).map_or(done, |end| done + end + 1)
    };
    let mut start = line_start(place);
    let mut lines = 0;
    // Back to a line that can stand alone, across blank ones: they are inside of objects, and above the
    // body where an answer of HTTP is dumped.
    while start > done && lines < LINES && place - start < BYTES / 2 {
        let line = text.get(start..).map_or(&[][..], first_line);
        let before = line_start(start - 1);
        let above = text.get(before..).map_or(&[][..], first_line);
        let blank = is_blank(line) || is_blank(above) && lines < 2;
        if !(goes_on(line) || opens(above) || blank) {
            break;
        }
        start = before;
        lines += 1;
    }
    loop {
        let rest = text.get(start..).unwrap_or_default();
        let end = start + record(rest).max(1);
        if end > place || end >= text.len() {
            return start..end.min(text.len());
        }
        start = end;
    }
}

/// Whether a record may go on in the next line.
///
/// ```
/// use zoom_errors::recognise::is_open;
///
/// assert!(is_open(b"{ \"errorCode\": 3712,\n"));
/// assert!(!is_open(b"{ \"errorCode\": 3712 }\n"));
/// ```
#[must_use]
pub fn is_open(record: &[u8]) -> bool {
    brackets(record) > 0 || is_http(first_line(record))
}

/// The length of the first record.
fn record(text: &[u8]) -> usize {
    let mut depth = 0i32;
    let mut length = 0;
    let (mut blank, mut http, mut count) = (false, false, 0);
    while let Some(rest) = text.get(length..).filter(|rest| !rest.is_empty()) {
        let line = first_line(rest);
        if count == 0 {
            http = is_http(line);
        } else {
            let inside = depth > 0 || http && (blank || is_field(line) || is_blank(line));
            // An object that is whole stands alone, unless the head of an answer is above it.
            let alone = !http && is_object(line) && (depth == 0 || line.starts_with(b"{"));
            let next = alone && (depth > 0 || is_object(first_line(text)));
            if count >= LINES || length + line.len() > BYTES || next || !(inside || goes_on(line)) {
                break;
            }
            // A body ends a dump.
            http &= !blank || is_blank(line);
        }
        blank = is_blank(line);
        depth = (depth + brackets(line)).max(0);
        length += line.len();
        count += 1;
    }
    length
}

/// A line with its end.
fn first_line(text: &[u8]) -> &[u8] {
    let end = memchr::memchr(b'\n', text);
    text.get(..end.map_or(text.len(), |end| end + 1))
        .unwrap_or_default()
}

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(u8::is_ascii_whitespace)
}

/// Whether a line ends in an open bracket.
fn opens(line: &[u8]) -> bool {
    matches!(line.trim_ascii_end().last(), Some(b'{' | b'[' | b'('))
}

/// Whether a line cannot stand alone.
fn goes_on(line: &[u8]) -> bool {
    let first = line.trim_ascii_end().first();
    matches!(
        first,
        Some(b' ' | b'\t' | b'}' | b']' | b')' | b'"' | b'\'' | b',')
    ) || is_field(line)
}

/// `errorCode: 1`, as headers and dumps have it; levels of logs are written in capitals.
fn is_field(line: &[u8]) -> bool {
    let line = behind_marks(line);
    let name = line
        .iter()
        .take(41)
        .position(|byte| *byte == b':')
        .and_then(|end| line.get(..end));
    name.is_some_and(|name| {
        name.first().is_some_and(u8::is_ascii_alphabetic)
            && name
                .iter()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            && name.iter().any(u8::is_ascii_lowercase)
    })
}

/// A line without what `curl -v` puts before it.
fn behind_marks(line: &[u8]) -> &[u8] {
    let marks = |byte: &&u8| matches!(byte, b'<' | b'>' | b'*' | b' ');
    let count = line.iter().take_while(marks).count();
    line.get(count..).unwrap_or_default()
}

/// Whether a dump of an answer or a request begins.
fn is_http(line: &[u8]) -> bool {
    let line = behind_marks(line).trim_ascii_end();
    line.starts_with(b"HTTP/") || line.ends_with(b" HTTP/1.1") || line.ends_with(b" HTTP/2")
}

/// Whether a line is an object from its first bracket to its last.
fn is_object(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let line = line.strip_suffix(b",").unwrap_or(line);
    line.starts_with(b"{") && line.ends_with(b"}") && brackets(line) == 0
}

/// How many more brackets a line opens than it closes, quotes aside. What changes colours opens none.
fn brackets(line: &[u8]) -> i32 {
    let opened = memchr::memchr3_iter(b'{', b'[', b'(', line);
    let escaped = |at: &usize| at.checked_sub(1).and_then(|before| line.get(before)) == Some(&0x1b);
    let closed = memchr::memchr3_iter(b'}', b']', b')', line).count();
    opened.filter(|at| !escaped(at)).count() as i32 - closed as i32
}
