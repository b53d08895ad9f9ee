//! HTML, plain and as sites dress it.

use crate::lamp::{Column, Lamp, Row};

#[derive(Default)]
pub(crate) struct Dress {
    /// With buttons, drawings and tooltips.
    pub(crate) busy: bool,
    /// With no-break and zero-width spaces.
    pub(crate) spaces: bool,
}

pub(crate) fn page(lamp: &Lamp, dress: &Dress) -> String {
    let copy = if dress.busy {
        "<button type=\"button\"><svg><title>Copy</title><path d=\"M0\"/></svg>Copy</button>"
    } else {
        ""
    };
    let tip = if dress.busy {
        "<span role=\"tooltip\">What this is</span>"
    } else {
        ""
    };
    let mut page =
        "<!DOCTYPE html>\n<html><head><title>Lamps</title></head><body>\n<h1>Lamp errors</h1>\n"
            .to_owned();
    page.push_str(&format!(
        "<h2>Quick lookup{copy}</h2>\n<table><tr><th>Code range</th><th>Category</th></tr>\n"
    ));
    for (range, title) in &lamp.ranges {
        page.push_str(&format!("<tr><td>{range}</td><td>{title}</td></tr>\n"));
    }
    page.push_str("</table>\n");
    for section in &lamp.sections {
        page.push_str(&format!("<h2>{}{copy}</h2>\n", lamp.title(section)));
        if section.table {
            page.push_str("<table><thead><tr>");
            for column in &lamp.columns {
                page.push_str(&format!("<th>{}{tip}</th>", column.title()));
            }
            page.push_str("</tr></thead><tbody>\n");
            for row in &section.rows {
                page.push_str("<tr>");
                for column in &lamp.columns {
                    page.push_str(&format!(
                        "<td>{}{}</td>",
                        cell(*column, row),
                        if *column == Column::Code { copy } else { "" }
                    ));
                }
                page.push_str("</tr>\n");
            }
            page.push_str("</tbody></table>\n");
        } else {
            page.push_str("<ul>\n");
            for row in &section.rows {
                page.push_str(&format!(
                    "<li>{} - {} - {}",
                    row.code,
                    row.name,
                    code(row.text)
                ));
                if !row.reasons.is_empty() {
                    let reasons: String = row
                        .reasons
                        .iter()
                        .map(|reason| format!("<li>{reason}</li>"))
                        .collect();
                    page.push_str(&format!("<ul>{reasons}</ul>"));
                }
                page.push_str("</li>\n");
            }
            page.push_str("</ul>\n");
        }
    }
    let example = lamp.example.replace('\n', "LINE\n").replace('"', "&quot;");
    page.push_str(&format!(
        "<h2>Example{copy}</h2>\n<pre><code>{}</code></pre>\n</body></html>\n",
        example.replace("LINE", "")
    ));
    if dress.spaces {
        page = page
            .replace("Code range", "Code&nbsp;range")
            .replace("<td>", "<td>\u{200b}")
            .replace("The bulb", "The\u{a0}bulb");
    }
    page
}

fn cell(column: Column, row: &Row) -> String {
    match column {
        Column::Code if row.struck => format!("<del>{}</del>", row.code),
        Column::Code => format!("<code>{}</code>", row.code),
        column => code(column.of(row)),
    }
}

/// Code spans.
fn code(text: &str) -> String {
    let mut parts = text.split('`');
    let mut html = parts.next().unwrap_or_default().to_owned();
    for (number, part) in parts.enumerate() {
        html.push_str(if number % 2 == 0 { "<code>" } else { "</code>" });
        html.push_str(part);
    }
    html
}

/// As Chrome saves a single file.
pub(crate) fn mime(html: &str) -> String {
    let mut body = String::new();
    for line in html.lines() {
        let line = line.replace('=', "=3D");
        let mut rest = line.as_str();
        while rest.len() > 75 {
            let mut at = 72;
            while rest[..at].contains('=')
                && rest[..at].rfind('=').is_some_and(|escape| escape + 3 > at)
            {
                at -= 1;
            }
            body.push_str(&format!("{}=\r\n", &rest[..at]));
            rest = &rest[at..];
        }
        body.push_str(&format!("{rest}\r\n"));
    }
    format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.com/lamps\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----MultipartBoundary--x----\"\r\n\r\n\r\n\
         ------MultipartBoundary--x----\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{body}\r\n\
         ------MultipartBoundary--x------\r\n"
    )
}
