//! Which lines belong together.

use core::ops::Range;

/// A record of more lines than that is cut.
const LINES: usize = 200;
/// The same for bytes, unless a single line has more.
const BYTES: usize = 64 << 10;

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
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = record(rest);
        let span = start..start + length;
        start = span.end;
        Some(span)
    })
}

/// The length of the first record.
fn record(text: &str) -> usize {
    let mut depth = 0i32;
    let mut length = 0;
    let mut blank = false;
    let mut http = false;
    for (count, line) in text.split_inclusive('\n').enumerate() {
        if count > 0 {
            let inside = depth > 0 || http && (blank || is_field(line) || line.trim().is_empty());
            if count >= LINES || length + line.len() > BYTES || !(inside || goes_on(line)) {
                return length;
            }
            // A body ends a dump.
            http &= !blank || line.trim().is_empty();
        } else {
            http = is_http(line);
        }
        blank = line.trim().is_empty();
        depth = (depth + brackets(line)).max(0);
        length += line.len();
    }
    length
}

/// Whether a line cannot stand alone.
fn goes_on(line: &str) -> bool {
    let trimmed = line.trim_end();
    let first = trimmed.as_bytes().first();
    matches!(first, Some(b' ' | b'\t' | b'}' | b']' | b')' | b'"' | b'\'' | b',')) || is_field(line)
}

/// `errorCode: 1`, as headers and dumps have it; levels of logs are written in capitals.
fn is_field(line: &str) -> bool {
    let line = line.trim_start_matches(['<', '>', '*', ' ']);
    let Some((name, _)) = line.split_once(':') else {
        return false;
    };
    let named = !name.is_empty() && name.len() <= 40;
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    named && plain && name.bytes().any(|byte| byte.is_ascii_lowercase()) && !name.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a dump of an answer or a request begins.
fn is_http(line: &str) -> bool {
    let line = line.trim_start_matches(['<', '>', '*', ' ']);
    line.starts_with("HTTP/") || line.trim_end().ends_with("HTTP/1.1") || line.trim_end().ends_with("HTTP/2")
}

/// How many more brackets a line opens than it closes, quotes aside.
fn brackets(line: &str) -> i32 {
    line.bytes().fold(0, |depth, byte| match byte {
        b'{' | b'[' | b'(' => depth + 1,
        b'}' | b']' | b')' => depth - 1,
        _ => depth,
    })
}
