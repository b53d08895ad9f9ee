//! Whatever happens to a page, reading it does not panic and spans stay in it.

use proptest::prelude::*;

use super::assert_spans;
use crate::docs::detect::detect;
use crate::docs::{Layout, read};

const PAGES: [&str; 5] = [
    "# T\n\n- Source URL: x\n\n## Frontmatter\n\n```json\n{ \"title\": \"Lämps\" }\n```\n\n## Content\n\n```md\n# T\n<Box>\n  | Code | Text |\n  |---|---|\n  | 1, 2 | Öne |\n  | | more |\n</Box>\n```json\n{ \"code\": 300, \"message\": \"Bad \\u00e4\" }\n```\n{/* x */}\n```\n\n## OpenAPI\n\n```json\n{ \"openapi\": \"3.0.0\", \"paths\": { \"/a\": { \"get\": { \"responses\": { \"404\": { \"description\": \"**Error Code:** `1` <br>\\n One \\u00e4\" } } } } } }\n```\n\n## Metadata\n",
    "---\ntitle: T\n---\n# T\n\n| Code Range | Name |\n|---|---|\n| 0-2 | General |\n\n## Ä\n| Code | Name | Text |\n|:-:|---|--:|\n| `1` | SOME_NAME | Call `lamp.turnOn` |\n| 2XX | | <br>x |\n\n- 300 - LAMP_DIM - Dïm\n  - 1 - old\n\n> ```json\n> {\"code\": 1, \"message\": \"m\"}\n> ```\n<table>\n<tr><th>Code<td>é\n<tr><td>9<td>Nine\n</table>\n",
    "Lamps\n\nIntro text.\n\nLamp exception\n\n  • 200 - LAMP_DIM - Occurs in lamp.turnOnmethod or other methods.\n    • 1 - öld\n    • 2 dusty\n      • deeper\n  • 201 LAMP_OFF- Occurs\n  • 3000-3999: ränge\n  • 99999999999 - LARGE_ONE\n",
    "Answers\n\n  • 4xx range: yours\n  • Errors in the 5xx Range\n    are öurs\n\nStatus CodeText\n200Fine.\n404Nöthing\nthere\n\n500 Broken\n",
    "<!DOCTYPE html><title>T</title><h1>Lämps</h1><table><tr><th colspan=2>All<tr><th>Code<th>Text<tr><td rowspan=2>1<td>&Ouml;ne<tr><td>more<table><tr><td>x</table></table><ul><li>200 - LAMP_DIM<ul><li>1 - öld</ul><li>201 LAMP_OFF</ul><dl><dt>300<dd>Bad</dl><pre>{&quot;code&quot;: 7,\r\n\"message\": \"m\"}</pre><script>x</script>",
];

/// Pieces that mean something to one reader or another.
const PIECES: [&str; 24] = [
    "|",
    "\n",
    "```",
    "\n```\n",
    "## OpenAPI\n",
    "## Content\n",
    "<td>",
    "</table>",
    "<table>",
    "<!--",
    "{/*",
    "<Box",
    "•",
    " - ",
    "9999999999",
    "2XX",
    "ß",
    "\u{feff}",
    "\r",
    "\\u12",
    "\"",
    "Error Code: 1",
    "<script>",
    "\u{a0}",
];

#[derive(Clone, Debug)]
enum Mutation {
    Cut(usize, usize),
    Insert(usize, usize),
    Replace(usize, char),
    RepeatLine(usize),
    KeepBefore(usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let place = 0..4000_usize;
    prop_oneof![
        (place.clone(), 0..40_usize).prop_map(|(at, length)| Mutation::Cut(at, length)),
        (place.clone(), 0..PIECES.len()).prop_map(|(at, piece)| Mutation::Insert(at, piece)),
        (place.clone(), any::<char>()).prop_map(|(at, c)| Mutation::Replace(at, c)),
        place.clone().prop_map(Mutation::RepeatLine),
        place.prop_map(Mutation::KeepBefore),
    ]
}

/// Applies a mutation; places are counted in characters, around the end if need be.
fn mutate(text: &str, mutation: &Mutation) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = |place: usize| place % (chars.len() + 1);
    let (before, behind, middle): (usize, usize, String) = match mutation {
        Mutation::Cut(place, length) => (at(*place), at(*place) + length, String::new()),
        Mutation::Insert(place, piece) => (
            at(*place),
            at(*place),
            PIECES.get(*piece).copied().unwrap_or_default().to_owned(),
        ),
        Mutation::Replace(place, c) => (at(*place), at(*place) + 1, c.to_string()),
        Mutation::KeepBefore(place) => (at(*place), chars.len(), String::new()),
        Mutation::RepeatLine(place) => {
            let line = text
                .lines()
                .nth(place % text.lines().count().max(1))
                .unwrap_or_default();
            return text.replacen(line, &format!("{line}\n{line}"), 1);
        }
    };
    chars
        .iter()
        .take(before)
        .copied()
        .chain(middle.chars())
        .chain(chars.iter().skip(behind).copied())
        .collect()
}

fn read_every_way(text: &str) {
    for layout in Layout::ALL.into_iter().map(Some).chain([None]) {
        match read(text, layout) {
            Ok(page) => assert_spans(text, &page),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

proptest! {
    #[test]
    fn mutated_pages(page in 0..PAGES.len(), mutations in prop::collection::vec(mutation(), 1..8)) {
        let mut text = PAGES.get(page).copied().unwrap_or_default().to_owned();
        for mutation in &mutations {
            text = mutate(&text, mutation);
        }
        read_every_way(&text);
    }

    #[test]
    fn pieces_of_all_pages(pieces in prop::collection::vec((0..PAGES.len() + PIECES.len(), 0..2000_usize, 0..80_usize), 0..12)) {
        let text: String = pieces.into_iter().map(|(source, from, length)| {
            let source = PAGES.iter().chain(&PIECES).nth(source).copied().unwrap_or_default();
            source.chars().cycle().skip(from % source.chars().count().max(1)).take(length).collect::<String>()
        }).collect();
        read_every_way(&text);
    }

    #[test]
    fn any_text(text in any::<String>()) {
        read_every_way(&text);
    }

    #[test]
    fn a_cut_loses_no_earlier_row(page in 0..PAGES.len(), cut in 0..4000_usize) {
        // The row that the cut goes through may change, those before it may not.
        let text = PAGES.get(page).copied().unwrap_or_default();
        let end = (0..=cut % (text.len() + 1)).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
        let layout = detect(text);
        let (Ok(whole), cut) = (read(text, layout), read(text.get(..end).unwrap_or_default(), layout)) else {
            return Err(TestCaseError::fail("the page is not read"));
        };
        let kept = cut.map(|page| page.rows).unwrap_or_default();
        let complete = whole.rows.iter().filter(|row| row.span.end < end && row.text.len() > 2);
        for row in complete.filter(|row| !matches!(row.code, crate::docs::RowCode::Class { first: 0, .. })) {
            prop_assert!(kept.iter().any(|kept| kept.code == row.code), "{row:?} is lost in {kept:#?}");
        }
    }
}

#[test]
fn the_pages_are_read() {
    for text in PAGES {
        let rows = read(text, None).map(|page| page.rows.len());
        assert!(
            rows.as_ref().is_ok_and(|&rows| rows > 2),
            "{rows:?} in {text}"
        );
    }
}
