//! Catalog texts as Markdown that rustdoc shows as exactly these texts: code spans stay, and
//! nothing else is markup.

/// A text of a catalog, to stand in a paragraph or as the item of a list.
pub(super) fn markdown(text: &str) -> String {
    let pieces = pieces(text).into_iter();
    pieces
        .map(|(at, piece)| match piece {
            Piece::Plain(plain) => escape(plain, at == 0),
            Piece::Code { whole, .. } => whole.to_owned(),
        })
        .collect()
}

/// A text of a catalog, to stand in a cell of a table, where `|` ends even a code span.
pub(super) fn cell(text: &str) -> String {
    let pieces = pieces(text).into_iter();
    pieces
        .map(|(at, piece)| match piece {
            Piece::Plain(plain) => escape(plain, at == 0),
            Piece::Code { shown, .. } if shown.contains('|') => code_of_entities(shown),
            Piece::Code { whole, .. } => whole.to_owned(),
        })
        .collect()
}

/// The parts of a text for other markup: whether each is a code span, and what it shows.
pub(super) fn spans(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let pieces = pieces(text).into_iter().map(|(_, piece)| match piece {
        Piece::Plain(plain) => (false, plain),
        Piece::Code { shown, .. } => (true, shown),
    });
    pieces.filter(|(_, shown)| !shown.is_empty())
}

/// A text that is no prose, such as a constant or what a server sends, as a code span.
pub(super) fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let edge = |c: Option<char>| matches!(c, Some('`' | ' '));
    let mut chars = text.chars();
    // A space beside each fence is not shown.
    let space = match edge(chars.next()) || edge(chars.next_back()) {
        true => " ",
        false => "",
    };
    format!("{fence}{space}{text}{space}{fence}")
}

/// The same in a cell of a table.
pub(super) fn cell_of_code(text: &str) -> String {
    match text.contains('|') {
        true => code_of_entities(text),
        false => code(text),
    }
}

/// A part of a text.
enum Piece<'a> {
    Plain(&'a str),
    /// A code span with its fences, and what it shows.
    Code {
        whole: &'a str,
        shown: &'a str,
    },
}

/// The parts of a text, each with its place. A code span ends at the next run of as many backticks
/// as it began with; a run without such an end is plain.
fn pieces(text: &str) -> Vec<(usize, Piece<'_>)> {
    let mut pieces = Vec::new();
    let mut plain = 0;
    let mut at = 0;
    while let Some(start) = text[at..].find('`').map(|found| at + found) {
        let inside = start + run(&text[start..]);
        let fence = &text[start..inside];
        at = inside;
        if let Some(end) = closing(text, inside, fence.len()) {
            pieces.push((plain, Piece::Plain(&text[plain..start])));
            at = end + fence.len();
            plain = at;
            let whole = &text[start..at];
            let shown = shown(&text[inside..end]);
            pieces.push((start, Piece::Code { whole, shown }));
        }
    }
    pieces.push((plain, Piece::Plain(&text[plain..])));
    pieces
}

/// How many backticks a text begins with.
fn run(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

/// Where the next run of exactly `length` backticks begins.
fn closing(text: &str, from: usize, length: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += text[at..].find('`')?;
        let found = run(&text[at..]);
        if found == length {
            return Some(at);
        }
        at += found;
    }
}

/// What Markdown shows of a code span: without the one space beside each fence.
fn shown(inside: &str) -> &str {
    let bare = inside.strip_prefix(' ').and_then(|i| i.strip_suffix(' '));
    match bare {
        Some(bare) if inside.contains(|c| c != ' ') => bare,
        _ => inside,
    }
}

/// Plain text with a backslash before whatever Markdown or rustdoc would not show as it stands.
fn escape(plain: &str, starts_a_line: bool) -> String {
    let mut escaped = String::with_capacity(plain.len() + 8);
    let mut before = '\0';
    for (at, c) in plain.char_indices() {
        let rest = &plain[at + c.len_utf8()..];
        let first = at == 0 && starts_a_line;
        let doubled = before == c || rest.starts_with(c);
        let number =
            || starts_a_line && at > 0 && plain[..at].bytes().all(|byte| byte.is_ascii_digit());
        let active = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' => true,
            // rustdoc makes quotes curly, two dashes one and three dots one. An apostrophe inside
            // a word may curl: it stays one, and a backslash there would be hard to read.
            '"' => true,
            '\'' => !(before.is_alphanumeric() && rest.starts_with(char::is_alphanumeric)),
            '-' => first || doubled,
            '.' => doubled || number(),
            // A list, heading or rule only at the start of a line.
            '#' | '+' | '=' => first,
            ')' => number(),
            // Else rustdoc asks for an address to be made a link.
            '/' => plain[..at].ends_with(":/"),
            _ => false,
        };
        if active {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escaped
}

/// A code span in which every mark that could mean anything is written as a number.
fn code_of_entities(text: &str) -> String {
    let mut span = "<code>".to_owned();
    for c in text.chars() {
        match c {
            c if c.is_ascii_punctuation() => span.push_str(&format!("&#{};", u32::from(c))),
            c => span.push(c),
        }
    }
    span + "</code>"
}

#[cfg(test)]
mod tests;
