//! A list in block style, told by the places of its items' first keys.

use std::fmt;
use std::ops::Range;

use super::splice::{Edit, behind_line, line_end};

/// The lines of a list's items.
#[derive(Debug)]
pub struct ListText<'a> {
    text: &'a str,
    items: Vec<Item>,
    /// Whether blank lines stand between items.
    spaced: bool,
}

/// One item: its dash, its first key and its lines.
#[derive(Debug)]
struct Item {
    /// What stands before the first key: `  - `.
    lead: Range<usize>,
    /// Behind the line end of the last line that belongs to it.
    end: usize,
}

/// The list is not written with one `- ` for each item on a line of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotInBlocks;

impl fmt::Display for NotInBlocks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the list is not written with `- ` at the beginning of lines")
    }
}

impl std::error::Error for NotInBlocks {}

impl<'a> ListText<'a> {
    /// Finds the lines of items whose first keys begin at these bytes.
    ///
    /// # Errors
    /// If the list is empty or not in block style.
    pub fn of(text: &'a str, keys: &[usize]) -> Result<Self, NotInBlocks> {
        let items: Vec<Item> = keys
            .iter()
            .map(|&key| Item::of(text, key).ok_or(NotInBlocks))
            .collect::<Result<_, _>>()?;
        let mut pairs = items.iter().zip(items.iter().skip(1));
        if items.is_empty() || pairs.any(|(a, b)| a.end > b.lead.start) {
            return Err(NotInBlocks);
        }
        let gap = |(a, b): (&Item, &Item)| text.get(a.end..b.lead.start).is_some_and(has_blank);
        let mut gaps = items.iter().zip(items.iter().skip(1)).map(gap);
        let spaced = match items.len() {
            1 => true,
            _ => gaps.any(|gap| gap),
        };
        Ok(Self {
            text,
            items,
            spaced,
        })
    }

    /// Puts a new item behind one. Its lines are given without indentation.
    pub fn insert_after(&self, item: usize, lines: &[String]) -> Option<Edit> {
        let item = self.items.get(item)?;
        let end = line_end(self.text);
        let mut new = String::new();
        if !self.text.get(..item.end)?.ends_with('\n') {
            new.push_str(end);
        }
        if self.spaced {
            new.push_str(end);
        }
        new.push_str(&self.lines(item, lines)?);
        Some(Edit::insert(item.end, new))
    }

    /// Puts a new item behind one on the next line, whatever stands between others.
    pub fn insert_after_closely(&self, item: usize, lines: &[String]) -> Option<Edit> {
        let item = self.items.get(item)?;
        let mut new = String::new();
        if !self.text.get(..item.end)?.ends_with('\n') {
            new.push_str(line_end(self.text));
        }
        new.push_str(&self.lines(item, lines)?);
        Some(Edit::insert(item.end, new))
    }

    /// Whether a comment stands in an item's lines.
    pub fn is_commented(&self, item: usize) -> bool {
        let text = self
            .items
            .get(item)
            .and_then(|item| self.text.get(item.lead.start..item.end));
        text.is_some_and(|text| text.contains(" #") || text.contains("\n#"))
    }

    /// Puts other lines in the place of an item's.
    pub fn replace(&self, item: usize, lines: &[String]) -> Option<Edit> {
        let item = self.items.get(item)?;
        Some(Edit {
            range: item.lead.start..item.end,
            text: self.lines(item, lines)?,
        })
    }

    /// Puts further lines behind those of an item.
    pub fn append_to(&self, item: usize, indent: &str, lines: &[String]) -> Option<Edit> {
        let item = self.items.get(item)?;
        let end = line_end(self.text);
        let mut new = String::new();
        if !self.text.get(..item.end)?.ends_with('\n') {
            new.push_str(end);
        }
        for line in lines {
            new.push_str(indent);
            new.push_str(line);
            new.push_str(end);
        }
        Some(Edit::insert(item.end, new))
    }

    /// Puts a new item before one and the comments that stand directly above it.
    pub fn insert_before(&self, item: usize, lines: &[String]) -> Option<Edit> {
        let item = self.items.get(item)?;
        let mut new = self.lines(item, lines)?;
        if self.spaced {
            new.push_str(line_end(self.text));
        }
        Some(Edit::insert(self.above(item)?, new))
    }

    /// Where the comments above an item begin, or the item itself.
    fn above(&self, item: &Item) -> Option<usize> {
        let mut start = item.lead.start;
        let before = self.text.get(..start)?;
        for line in before.split_inclusive('\n').rev() {
            if !line.trim_start().starts_with('#') {
                break;
            }
            start -= line.len();
        }
        Some(start)
    }

    /// The lines of a new item, indented like a neighbour.
    fn lines(&self, neighbour: &Item, lines: &[String]) -> Option<String> {
        let lead = self.text.get(neighbour.lead.clone())?;
        let indent: String = lead
            .chars()
            .map(|c| if c == '-' { ' ' } else { c })
            .collect();
        let end = line_end(self.text);
        let mut new = String::new();
        for (number, line) in lines.iter().enumerate() {
            new.push_str(if number == 0 { lead } else { &indent });
            new.push_str(line);
            new.push_str(end);
        }
        Some(new)
    }
}

impl Item {
    fn of(text: &str, key: usize) -> Option<Self> {
        let before = text.get(..key)?;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let lead = before.get(start..)?;
        let dash = lead.find('-')?;
        let (indent, rest) = (lead.get(..dash)?, lead.get(dash + 1..)?);
        let in_blocks = indent.chars().all(|c| c == ' ') && !rest.is_empty();
        if !in_blocks || !rest.chars().all(|c| c == ' ') {
            return None;
        }
        Some(Self {
            lead: start..key,
            end: end_of_item(text, key, dash),
        })
    }
}

/// Puts the first items into a list that is empty, as `key: []` or as a bare `key:`. Keys are given
/// by the byte behind them, values by their bytes.
pub fn fill(text: &str, key_end: usize, value: Range<usize>, items: &[Vec<String>]) -> Vec<Edit> {
    const LEAD: &str = "  - ";
    let end = line_end(text);
    let (at, has_end) = behind_line(text, value.end.max(key_end));
    let mut new = String::new();
    if !has_end {
        new.push_str(end);
    }
    for (number, lines) in items.iter().enumerate() {
        if number > 0 {
            new.push_str(end);
        }
        for (number, line) in lines.iter().enumerate() {
            new.push_str(if number == 0 { LEAD } else { "    " });
            new.push_str(line);
            new.push_str(end);
        }
    }
    let mut edits = vec![Edit::insert(at, new)];
    // The brackets go, with the space before them.
    if text
        .get(value.clone())
        .is_some_and(|value| value.starts_with('['))
    {
        let before = text.get(..value.start).unwrap_or_default();
        let start = before.trim_end_matches(' ').len();
        edits.push(Edit {
            range: start..value.end,
            text: String::new(),
        });
    }
    edits
}

/// Everything indented deeper than the dash belongs to the item, comments included; blank lines
/// and comments further out only if something of it follows them.
fn end_of_item(text: &str, key: usize, dash: usize) -> usize {
    let (mut end, _) = behind_line(text, key);
    let mut at = end;
    while let Some(line) = text
        .get(at..)
        .and_then(|rest| rest.split_inclusive('\n').next())
    {
        at += line.len();
        let indent = line.len() - line.trim_start_matches(' ').len();
        if indent > dash && !line.trim().is_empty() {
            end = at;
        } else if !is_blank_or_comment(line) {
            break;
        }
    }
    end
}

fn is_blank_or_comment(line: &str) -> bool {
    let line = line.trim_start();
    line.is_empty() || line.starts_with('#')
}

fn has_blank(gap: &str) -> bool {
    gap.split_inclusive('\n').any(|line| line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::splice::apply;
    use super::*;

    /// Inserts `x: 1`, `y: 2` behind or before an item whose key is `a`, `b`, … in the text.
    #[track_caller]
    fn inserts(text: &str, keys: &[&str], after: bool, item: usize, expected: &str) {
        let keys: Vec<usize> = keys.iter().map(|key| text.find(key).unwrap()).collect();
        let list = ListText::of(text, &keys).unwrap();
        let lines = ["x: 1".to_owned(), "y: 2".to_owned()];
        let edit = match after {
            true => list.insert_after(item, &lines),
            false => list.insert_before(item, &lines),
        };
        assert_eq!(apply(text, &[edit.unwrap()]).as_deref(), Some(expected));
    }

    #[test]
    fn behind_an_item_and_all_that_is_indented_like_it() {
        inserts(
            "l:\n  - a: 1\n\n    # more\n    c: 3\n\n  # of b\n  - b: 2\nm: 1\n",
            &["a:", "b:"],
            true,
            0,
            "l:\n  - a: 1\n\n    # more\n    c: 3\n\n  - x: 1\n    y: 2\n\n  # of b\n  - b: 2\nm: 1\n",
        );
    }

    #[test]
    fn a_comment_further_out_does_not_end_an_item() {
        inserts(
            "l:\n  - a: 1\n# out\n  # out\n\n    c: 3\n  # of b\n# of b too\n  - b: 2\n",
            &["a:", "b:"],
            true,
            0,
            "l:\n  - a: 1\n# out\n  # out\n\n    c: 3\n  - x: 1\n    y: 2\n  # of b\n# of b too\n  - b: 2\n",
        );
    }

    #[test]
    fn at_the_end_of_a_text_without_a_line_end() {
        inserts(
            "l:\n- a: 1\n- b: 2",
            &["a:", "b:"],
            true,
            1,
            "l:\n- a: 1\n- b: 2\n- x: 1\n  y: 2\n",
        );
    }

    #[test]
    fn before_an_item_and_its_comment() {
        inserts(
            "l:\n  # first\n  -   a: 1\r\n",
            &["a:"],
            false,
            0,
            "l:\n  -   x: 1\n      y: 2\n\n  # first\n  -   a: 1\r\n",
        );
    }

    #[test]
    fn the_line_ends_are_those_of_the_text() {
        inserts(
            "l:\r\n  - a: 1\r\n  - b: 2\r\n",
            &["a:", "b:"],
            true,
            0,
            "l:\r\n  - a: 1\r\n  - x: 1\r\n    y: 2\r\n  - b: 2\r\n",
        );
    }

    #[test]
    fn empty_lists_are_filled() {
        let items = [
            vec!["x: 1".to_owned(), "y: 2".to_owned()],
            vec!["x: 3".to_owned()],
        ];
        let filled = |text: &str, value: Range<usize>| {
            apply(text, &fill(text, 1, value, &items)).unwrap_or_default()
        };
        let list = "\n  - x: 1\n    y: 2\n\n  - x: 3\n";
        assert_eq!(
            filled("l: [] # all\nm: 1\n", 3..5),
            format!("l: # all{list}m: 1\n").replace("l: #", "l: #")
        );
        assert_eq!(filled("l: []", 3..5), format!("l:{list}"));
        assert_eq!(filled("l:\nm: 1\n", 2..2), format!("l:{list}m: 1\n"));
    }

    #[test]
    fn other_styles_are_refused() {
        let text = "l: [{a: 1}, {b: 2}]\n";
        let keys = [text.find("a:").unwrap(), text.find("b:").unwrap()];
        assert_eq!(ListText::of(text, &keys).unwrap_err(), NotInBlocks);
        assert_eq!(ListText::of(text, &[]).unwrap_err(), NotInBlocks);
    }
}
