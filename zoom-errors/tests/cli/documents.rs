//! What the documents say that `explain` prints is what it prints; `SNAPSHOTS=overwrite` mends them.

use std::fs;
use std::path::Path;

use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

use super::zoom_errors;

const COMMAND: &str = "$ zoom-errors explain ";

#[test]
fn documents_show_what_is_printed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for name in ["README.md", "docs/command-line.md"] {
        let path = root.join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(COMMAND), "{name} shows nothing any more");
        let shown = Data::read_from(&path, Some(DataFormat::Text)).raw();
        Assert::new()
            .action_env("SNAPSHOTS")
            .eq(with_output(&text), shown);
    }
}

/// A document with what the commands in it print now.
fn with_output(document: &str) -> String {
    let mut text = String::new();
    let mut printed = false;
    for line in document.split_inclusive('\n') {
        printed &= !line.starts_with("$ ") && !line.starts_with("```");
        if !printed {
            text += line;
        }
        if let Some(arguments) = line.strip_prefix(COMMAND) {
            let output = zoom_errors()
                .arg("explain")
                .args(arguments.split_whitespace())
                .assert();
            text += &String::from_utf8_lossy(&output.get_output().stdout);
            text += &String::from_utf8_lossy(&output.get_output().stderr);
            printed = true;
        }
    }
    text
}
