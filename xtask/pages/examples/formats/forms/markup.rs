//! Markdown and its relatives, each as its tool writes it.

use super::wrapped;
use crate::lamp::{Column, Lamp, Row, Section};

fn cell(column: Column, row: &Row) -> String {
    match column {
        Column::Code if row.struck => format!("~~{}~~", row.code),
        Column::Code => format!("`{}`", row.code),
        column => column.of(row).to_owned(),
    }
}

fn pipe_table(rows: &[Vec<String>]) -> String {
    let mut table = String::new();
    for (number, row) in rows.iter().enumerate() {
        table.push_str(&format!("| {} |\n", row.join(" | ")));
        if number == 0 {
            table.push_str(&format!("|{}\n", " --- |".repeat(row.len())));
        }
    }
    table
}

/// The rows of a section's table, its header first.
fn rows(lamp: &Lamp, section: &Section) -> Vec<Vec<String>> {
    let header = lamp
        .columns
        .iter()
        .map(|column| column.title().to_owned())
        .collect();
    let body = section.rows.iter();
    let body = body.map(|row| {
        lamp.columns
            .iter()
            .map(|column| cell(*column, row))
            .collect()
    });
    std::iter::once(header).chain(body).collect()
}

fn lookup(lamp: &Lamp) -> Vec<Vec<String>> {
    let header = vec!["Code range".to_owned(), "Category".to_owned()];
    let body = lamp
        .ranges
        .iter()
        .map(|(range, title)| vec![(*range).to_owned(), (*title).to_owned()]);
    std::iter::once(header).chain(body).collect()
}

/// A page of these pieces.
struct Style {
    heading: fn(&str, usize) -> String,
    table: fn(&[Vec<String>]) -> String,
    /// The mark of an item and of a nested one, and where its lines are wrapped.
    marks: (&'static str, &'static str, usize),
    example: fn(&str) -> String,
}

fn page(lamp: &Lamp, style: &Style) -> String {
    let mut page = (style.heading)("Lamp errors", 1);
    page.push_str("\nWhat lamps report.\n\n");
    page.push_str(&format!(
        "{}\n{}\n",
        (style.heading)("Quick lookup", 2),
        (style.table)(&lookup(lamp))
    ));
    for section in &lamp.sections {
        page.push_str(&format!("{}\n", (style.heading)(&lamp.title(section), 2)));
        if section.table {
            page.push_str(&(style.table)(&rows(lamp, section)));
        } else {
            let (mark, nested, width) = style.marks;
            for row in &section.rows {
                let indent = " ".repeat(mark.len());
                let text = format!("{mark}{} - {} - {}", row.code, row.name, row.text);
                page.push_str(&format!("{}\n", wrapped(&text, width, &indent)));
                for reason in &row.reasons {
                    page.push_str(&format!("{nested}{reason}\n"));
                }
            }
        }
        page.push('\n');
    }
    page.push_str(&format!(
        "{}\n{}",
        (style.heading)("Example", 2),
        (style.example)(lamp.example)
    ));
    page
}

fn atx(title: &str, level: usize) -> String {
    format!("{} {title}\n", "#".repeat(level))
}

/// As pandoc heads a section whose id is not that of its title.
fn marked(title: &str, level: usize) -> String {
    format!("{} {title} {{#the-id}}\n", "#".repeat(level))
}

fn setext(title: &str, level: usize) -> String {
    let mark = if level == 1 { "=" } else { "-" };
    format!("{title}\n{}\n", mark.repeat(title.len()))
}

fn bare(title: &str, _: usize) -> String {
    format!("{title}\n")
}

fn fenced(example: &str) -> String {
    format!("```json\n{example}\n```\n")
}

fn indented(example: &str) -> String {
    let lines = example.lines().map(|line| format!("    {line}\n"));
    lines.collect()
}

pub(crate) fn markdown(lamp: &Lamp) -> String {
    page(
        lamp,
        &Style {
            heading: atx,
            table: pipe_table,
            marks: ("- ", "  - ", usize::MAX),
            example: fenced,
        },
    )
}

pub(crate) fn mdx(lamp: &Lamp) -> String {
    let inner = markdown(lamp);
    let (head, rest) = inner.split_once("## ").unwrap_or_default();
    let mut page =
        format!("---\ntitle: Lamp errors\n---\n\n{head}<Tabs>\n  <Tab title=\"All\">\n\n");
    for line in format!("## {rest}").lines() {
        page.push_str(if line.is_empty() { "" } else { "    " });
        page.push_str(line);
        page.push('\n');
    }
    page.push_str("\n  </Tab>\n</Tabs>\n");
    page
}

pub(crate) fn saved(lamp: &Lamp) -> String {
    format!(
        "# Lamps\n\n- Source URL: https://example.com/lamps\n\n## Frontmatter\n\n```json\n{{ \"title\": \"Lamp errors\" }}\n```\n\n\
         ## Content\n\n```md\n\n{}\n```\n\n## OpenAPI\n\nNo OpenAPI spec found for this page.\n\n## Metadata\n\nNone.\n",
        markdown(lamp)
    )
}

pub(crate) fn markdownify(lamp: &Lamp) -> String {
    page(
        lamp,
        &Style {
            heading: setext,
            table: pipe_table,
            marks: ("* ", "  + ", usize::MAX),
            example: |example| format!("```\n{example}\n```\n"),
        },
    )
    .replace('_', "\\_")
}

pub(crate) fn html2text(lamp: &Lamp) -> String {
    let table = |rows: &[Vec<String>]| {
        let mut table = String::new();
        for (number, row) in rows.iter().enumerate() {
            table.push_str(&wrapped(&row.join("| "), 78, ""));
            table.push_str("  \n");
            if number == 0 {
                table.push_str(&format!("---{}  \n", "|---".repeat(row.len() - 1)));
            }
        }
        format!("{table}  \n")
    };
    page(
        lamp,
        &Style {
            heading: atx,
            table,
            marks: ("  * ", "    * ", usize::MAX),
            example: |example| format!("    \n    \n{}    \n", indented(example)),
        },
    )
}

pub(crate) fn pandoc(lamp: &Lamp, markdown: bool) -> String {
    let simple = |rows: &[Vec<String>]| {
        let escaped =
            |row: &Vec<String>| row.iter().map(|cell| cell.replace('\'', "\\'")).collect();
        simple_table(&rows.iter().map(escaped).collect::<Vec<Vec<String>>>())
    };
    let plain = |rows: &[Vec<String>]| {
        let bare = |row: &Vec<String>| row.iter().map(|cell| cell.replace('`', "")).collect();
        simple_table(&rows.iter().map(bare).collect::<Vec<Vec<String>>>())
    };
    let style = Style {
        heading: if markdown { marked } else { bare },
        table: if markdown { simple } else { plain },
        marks: ("-   ", "    -   ", 72),
        example: indented,
    };
    let page = page(lamp, &style);
    if markdown {
        page
    } else {
        page.replace('`', "")
    }
}

/// A table whose columns are underlined with dashes.
fn simple_table(rows: &[Vec<String>]) -> String {
    {
        let columns = rows.first().map_or(0, Vec::len);
        let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0) + 1;
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let line = |cells: Vec<String>| {
            let cells = cells
                .iter()
                .zip(&widths)
                .map(|(cell, width)| format!("{cell:width$}", width = *width));
            format!("  {}\n", cells.collect::<Vec<_>>().join(" ").trim_end())
        };
        let mut table = String::new();
        for (number, row) in rows.iter().enumerate() {
            table.push_str(&line(row.clone()));
            if number == 0 {
                table.push_str(&line(
                    widths.iter().map(|width| "-".repeat(*width)).collect(),
                ));
            }
        }
        table
    }
}

pub(crate) fn grid(lamp: &Lamp) -> String {
    let table = |rows: &[Vec<String>]| {
        const WIDTH: usize = 22;
        let columns = rows.first().map_or(0, Vec::len);
        let rule =
            |mark: &str| format!("+{}\n", format!("{}+", mark.repeat(WIDTH)).repeat(columns));
        let mut table = rule("-");
        for (number, row) in rows.iter().enumerate() {
            let cells: Vec<Vec<String>> = row
                .iter()
                .map(|cell| {
                    wrapped(cell, WIDTH - 2, "")
                        .lines()
                        .map(str::to_owned)
                        .collect()
                })
                .collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(1);
            for line in 0..height {
                let pieces = cells
                    .iter()
                    .map(|cell| cell.get(line).map_or("", String::as_str));
                let pieces: String = pieces
                    .map(|piece| format!(" {piece:width$}|", width = WIDTH - 1))
                    .collect();
                table.push_str(&format!("|{pieces}\n"));
            }
            table.push_str(&rule(if number == 0 { "=" } else { "-" }));
        }
        table
    };
    page(
        lamp,
        &Style {
            heading: setext,
            table,
            marks: ("-  ", "   -  ", 72),
            example: |example| format!("::\n\n{}", indented(example)),
        },
    )
    .replace('`', "``")
    .replace("   -  1", "\n   -  1")
}
