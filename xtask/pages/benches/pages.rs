//! Time and peak memory of reading pages of 4 MB: real-looking ones, and ones meant to be slow.
//!
//! `cargo bench -p xtask-pages --bench pages [NAME]`. Each page is read in a process of its own, so that
//! the peak is its own.

use std::env;
use std::process::Command;
use std::time::Instant;

use xtask_pages::docs::{Layout, read};

const SIZE: usize = 4 << 20;

/// A page made of a head, one piece over and over, and a tail.
type Case = (&'static str, &'static str, &'static str, &'static str);

const TABLE: &str = "# T\n\n| Code | Name | Text |\n|---|---|---|\n";
const SAVED: &str = "# T\n- Source URL: x\n## Content\n\n```md\n# T\n```\n\n## OpenAPI\n\n";

#[rustfmt::skip]
const CASES: &[Case] = &[
    ("markdown table", TABLE, "| `3712` | SIGNATURE_INVALID | Verification failed, call client.join | \n", ""),
    ("markdown sections", "# T\n", "## S\n\n| Code | Text |\n|---|---|\n| 1 | One |\n\n- 300 - NAME_X - text\n\n", ""),
    ("bullets", "T\n\n", "  • 5012 - CLIENT_DUPLICATED_JOIN - Thrown by client.join when called twice.\n    • 1 - reason\n", ""),
    ("plain table", "T\n\nStatus CodeText\n", "200Successful call of something that goes on.\n", ""),
    ("html table", "<table><tr><th>Code<th>Text", "<tr><td>5012</td><td>Thrown by <b>client.join</b> when called twice</td></tr>\n", "</table>"),
    ("html list", "<ul>", "<li>5012 - CLIENT_X - Thrown by <b>client.join</b> when called twice</li>\n", "</ul>"),
    ("specification", SAVED, "{\"404\": {\"description\": \"**Error Code:** `1001` <br>\\n No such thing.\"}}\n", "\n## Downloads\n"),
    ("examples", "# T\n", "```json\n{\"code\": 300, \"message\": \"Bad\"}\n```\n", ""),
    // From here on, pages that nobody writes.
    ("newlines", "", "\n", "| Code |\n|---|\n| 1 |"),
    ("pipes", TABLE, "|", ""),
    ("one-cell rows", TABLE, "|\n", ""),
    ("rules of tables", "# T\n", "---- ----\n", "| Code |\n|---|\n| 1 |"),
    ("rules of drawn tables", "# T\n", "+---+---+\n", "| Code |\n|---|\n| 1 |"),
    ("heads and rules", "# T\n", "Code   Text\n---- ----\n", "| Code |\n|---|\n| 1 |"),
    ("stars", "# T\n", "*a_", ""),
    ("brackets", "# T\n", "[a](", ""),
    ("nested quotes", "# T\n", "> > > > > > > > a\n", ""),
    ("backticks", "# T\n", "` `` ", ""),
    ("open comments", "# T\n", "{/*\n<!--\n", ""),
    ("open braces", "# T\n```json\n", "{\"code\":", "\n```\n"),
    ("list of codes", TABLE, "1,", " |\n"),
    ("codes and names", "T\n\n • ", "1 A_B ", "\n"),
    ("digits", "T\n\n • ", "1", "\n"),
    ("table tags", "<html>", "<table>", ""),
    ("cells that span", "<table><tr><th>Code<th>Text", "<tr><td rowspan=65000>1<td rowspan=65000 colspan=99>aaaaaaaaaaaaaaaaaaaa<td>b", ""),
    ("list tags", "<html>", "<ul><li>", ""),
    ("entities", "<html>", "&", ""),
    ("methods", "T\n\n • 300 - A_B - ", "aa.bb ", "\n"),
    ("marks of codes", SAVED, "Error Code: ", ""),
    ("keys", SAVED, "\"404\":", ""),
    ("wide rows", "| Code |", "a|", "\n|---|\n|1|"),
    ("link definitions", "# T\n", "[a]: b\n", ""),
    ("open images", "# T\n", "![", ""),
    ("open tags", "# T\n", "<a b=\"", ""),
    ("nested lists", "# T\n", "- ", "a"),
    ("nested quotes in one line", "# T\n", "> ", "a"),
    ("numbers of lists", "# T\n", "1) 2) ", "a"),
    ("tildes", "# T\n", "~~~a\n", ""),
    ("codes and reasons", "T\n\n • 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 - A_B - c\n", "   • d\n", ""),
    ("rows of many codes", TABLE, "|1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20|A_B|text\n", ""),
    ("headings", "# T\n", "# a\n", "| Code |\n|---|\n| 1 |"),
    ("short rows", "|Code|\n|-|\n", "|1\n", ""),
    ("spanned rows", "<table><tr><th>Code<td rowspan=0>a<td rowspan=0>b<td rowspan=0>c<td rowspan=0>d<td rowspan=0>e<td rowspan=0>f", "<tr><td>1", ""),
    ("attributes", "<html><table ", "a=b ", ">"),
    ("definitions", "<dl>", "<dt>1<dd>", ""),
    ("front matter", "---\n", "title: a\n", "---\n| Code |\n|---|\n| 1 |"),
    ("components", "# T\n", "<Aa>\n", ""),
    ("html in markdown", "# T\n", "<ul>\n", ""),
    ("lists in markdown", "# T\n", "<ul><li>5012 - CLIENT_X - a</ul>\n", ""),
    ("same code", TABLE, "| 300 | A_B | text of it |\n", ""),
    ("array as code", "# T\n```json\n{\"code\":[", "0,", "0]}\n```\n"),
    ("backslashes", SAVED, "{\"404\": \"Error Code: 7 \\", ""),
];

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    // `cargo test --all-targets` runs benches too, without this argument.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    let mut named = arguments
        .iter()
        .filter(|argument| !argument.starts_with("--"));
    match (named.next(), env::var_os("PAGE_IN_THIS_PROCESS")) {
        (Some(name), Some(_)) => measure(name),
        (name, _) => {
            for (case, ..) in CASES
                .iter()
                .filter(|(case, ..)| name.is_none_or(|name| name == case))
            {
                in_own_process(case);
            }
        }
    }
}

fn in_own_process(case: &str) {
    let own = env::current_exe().expect("a path to this program");
    let status = Command::new(own)
        .args(["--bench", case])
        .env("PAGE_IN_THIS_PROCESS", "1")
        .status();
    assert!(status.is_ok_and(|status| status.success()), "{case}");
}

fn measure(name: &str) {
    let Some((_, head, piece, tail)) = CASES.iter().find(|(case, ..)| case == &name) else {
        return;
    };
    let page = format!("{head}{}{tail}", piece.repeat(SIZE / piece.len()));
    let before = peak();
    let mut slowest = (0, "detected");
    let mut rows = 0;
    for layout in Layout::ALL.into_iter().map(Some).chain([None]) {
        let start = Instant::now();
        let found = read(&page, layout).map_or(0, |page| page.rows.len());
        let time = start.elapsed().as_millis();
        if layout.is_none() {
            rows = found;
        }
        slowest = slowest.max((time, layout.map_or("detected", Layout::id)));
    }
    let memory = match (before, peak()) {
        (Some(before), Some(after)) => format!("{:5} MB", after.saturating_sub(before) / 1024),
        _ => "?".to_owned(),
    };
    let (time, layout) = slowest;
    println!(
        "{name:18} {rows:7} rows  slowest {time:5} ms as {layout:11}  {memory} beside the page"
    );
}

/// The most memory that the process has had, in KB, where the system tells it.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
