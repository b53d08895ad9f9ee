//! The forms in which people save pages.

mod html;
mod markup;
mod plain;

use crate::lamp::Lamp;

pub(crate) struct Form {
    pub(crate) name: &'static str,
    pub(crate) write: fn(&Lamp) -> Vec<u8>,
}

pub(crate) const FORMS: [Form; 19] = [
    Form {
        name: "HTML, as a browser saves it",
        write: |lamp| html::page(lamp, &html::Dress::default()).into_bytes(),
    },
    Form {
        name: "HTML with buttons, drawings, tooltips",
        write: |lamp| {
            html::page(
                lamp,
                &html::Dress {
                    busy: true,
                    ..html::Dress::default()
                },
            )
            .into_bytes()
        },
    },
    Form {
        name: "HTML on one line",
        write: |lamp| {
            html::page(lamp, &html::Dress::default())
                .replace('\n', "")
                .replace("LINE", "\n")
                .into_bytes()
        },
    },
    Form {
        name: "HTML with no-break spaces",
        write: |lamp| {
            html::page(
                lamp,
                &html::Dress {
                    spaces: true,
                    ..html::Dress::default()
                },
            )
            .into_bytes()
        },
    },
    Form {
        name: "HTML in UTF-16",
        write: |lamp| utf16(&html::page(lamp, &html::Dress::default())),
    },
    Form {
        name: "MHTML of Chrome",
        write: |lamp| html::mime(&html::page(lamp, &html::Dress::default())).into_bytes(),
    },
    Form {
        name: "Markdown (GitHub's)",
        write: |lamp| markup::markdown(lamp).into_bytes(),
    },
    Form {
        name: "Markdown with Windows line ends",
        write: |lamp| markup::markdown(lamp).replace('\n', "\r\n").into_bytes(),
    },
    Form {
        name: "MDX, indented in <Tabs>",
        write: |lamp| markup::mdx(lamp).into_bytes(),
    },
    Form {
        name: "a crawler's saved page",
        write: |lamp| markup::saved(lamp).into_bytes(),
    },
    Form {
        name: "markdownify",
        write: |lamp| markup::markdownify(lamp).into_bytes(),
    },
    Form {
        name: "html2text",
        write: |lamp| markup::html2text(lamp).into_bytes(),
    },
    Form {
        name: "pandoc -t markdown",
        write: |lamp| markup::pandoc(lamp, true).into_bytes(),
    },
    Form {
        name: "pandoc -t plain",
        write: |lamp| markup::pandoc(lamp, false).into_bytes(),
    },
    Form {
        name: "pandoc -t rst (grid tables)",
        write: |lamp| markup::grid(lamp).into_bytes(),
    },
    Form {
        name: "text copied from the browser",
        write: |lamp| plain::copied(lamp, true).into_bytes(),
    },
    Form {
        name: "the same without blank lines",
        write: |lamp| plain::copied(lamp, false).into_bytes(),
    },
    Form {
        name: "Firefox, save as text",
        write: |lamp| plain::firefox(lamp).into_bytes(),
    },
    Form {
        name: "text in UTF-16, with page numbers",
        write: |lamp| utf16(&plain::printed(lamp)),
    },
];

fn utf16(text: &str) -> Vec<u8> {
    let mark = [0xff, 0xfe].into_iter();
    mark.chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect()
}

/// Text wrapped at a width, further lines indented.
fn wrapped(text: &str, width: usize, indent: &str) -> String {
    let mut lines = String::new();
    let mut line = 0;
    for word in text.split(' ') {
        if line > 0 && line + 1 + word.len() > width {
            lines.push('\n');
            lines.push_str(indent);
            line = indent.len();
        } else if line > 0 {
            lines.push(' ');
            line += 1;
        }
        lines.push_str(word);
        line += word.len();
    }
    lines
}
