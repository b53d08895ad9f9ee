//! Plain text.

use super::wrapped;
use crate::lamp::{Column, Lamp, Row};

fn cell(column: Column, row: &Row) -> String {
    match column {
        Column::Code if row.struck => format!("~~{}~~", row.code),
        column => column.of(row).replace('`', ""),
    }
}

fn tabbed(lamp: &Lamp, rows: &[Row]) -> String {
    let header: Vec<&str> = lamp.columns.iter().map(|column| column.title()).collect();
    let mut table = format!("{}\n", header.join("\t"));
    for row in rows {
        let cells: Vec<String> = lamp
            .columns
            .iter()
            .map(|column| cell(*column, row))
            .collect();
        table.push_str(&format!("{}\n", cells.join("\t")));
    }
    table
}

fn lookup(lamp: &Lamp) -> String {
    let rows = lamp
        .ranges
        .iter()
        .map(|(range, title)| format!("{range}\t{title}\n"));
    format!("Code range\tCategory\n{}", rows.collect::<String>())
}

/// As a browser gives the text of a page that is copied.
pub(crate) fn copied(lamp: &Lamp, blank: bool) -> String {
    let gap = if blank { "\n" } else { "" };
    let mut page = format!("Lamp errors\n\n{gap}Quick lookup\n{gap}{}", lookup(lamp));
    for section in &lamp.sections {
        page.push_str(&format!("{gap}{}\n{gap}", lamp.title(section)));
        if section.table {
            page.push_str(&tabbed(lamp, &section.rows));
        } else {
            for row in &section.rows {
                page.push_str(&format!(
                    "{} - {} - {}\n",
                    row.code,
                    row.name,
                    row.text.replace('`', "")
                ));
                for reason in &row.reasons {
                    page.push_str(&format!("{reason}\n"));
                }
            }
        }
    }
    page.push_str(&format!("{gap}Example\n{gap}{}\n", lamp.example));
    page
}

/// As Firefox saves a page as text: headings and lists are indented, lines are wrapped.
pub(crate) fn firefox(lamp: &Lamp) -> String {
    let mut page = format!("\n  Lamp errors\n\n\n    Quick lookup\n\n{}", lookup(lamp));
    for section in &lamp.sections {
        page.push_str(&format!("\n\n    {}\n\n", lamp.title(section)));
        if section.table {
            page.push_str(&tabbed(lamp, &section.rows));
        } else {
            for row in &section.rows {
                let item = format!(
                    "  * {} - {} - {}",
                    row.code,
                    row.name,
                    row.text.replace('`', "")
                );
                page.push_str(&format!("{}\n", wrapped(&item, 72, "    ")));
                for reason in &row.reasons {
                    page.push_str(&format!("      o {reason}\n"));
                }
            }
        }
    }
    page.push_str(&format!("\n\n    Example\n\n{}\n", lamp.example));
    page
}

/// Bullets and tabs beside spaces, with the numbers of pages between.
pub(crate) fn printed(lamp: &Lamp) -> String {
    let mut page = format!(
        "Lamp errors\n\nQuick lookup\n\n{}\n1\n",
        lookup(lamp).replace('\t', " \t ")
    );
    for section in &lamp.sections {
        page.push_str(&format!("\n{}\n\n", lamp.title(section)));
        if section.table {
            page.push_str(&tabbed(lamp, &section.rows).replace('\t', " \t "));
        } else {
            for row in &section.rows {
                page.push_str(&format!(
                    "  • {} - {} - {}\n",
                    row.code,
                    row.name,
                    row.text.replace('`', "")
                ));
                for reason in &row.reasons {
                    page.push_str(&format!("    • {reason}\n"));
                }
            }
        }
        page.push_str("\n2\n");
    }
    page.push_str(&format!("\nExample\n\n{}\n", lamp.example));
    page
}
