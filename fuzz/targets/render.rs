//! A catalog of any numbers and any texts, written by the program itself: it is read as it was
//! meant, and the generated Rust holds every text as it is.
#![no_main]

use std::collections::HashSet;
use std::fmt::Write;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use syn::visit::{self, Visit};
use xtask_pages::edit::scalar;
use zoom_errors_codegen::render::{crate_files, export};
use zoom_errors_codegen::{InputFile, load};

#[derive(Arbitrary, Debug)]
struct Catalog<'a> {
    title: &'a str,
    section: &'a str,
    range: Option<(i32, i32, &'a str)>,
    entries: Vec<Entry<'a>>,
}

#[derive(Arbitrary, Debug)]
struct Entry<'a> {
    code: i32,
    name: [u8; 3],
    summary: &'a str,
    cause: Option<&'a str>,
    erratum: Option<&'a str>,
    step: &'a str,
    reason: Option<Reason<'a>>,
}

#[derive(Arbitrary, Debug)]
struct Reason<'a> {
    code: Option<i8>,
    message: &'a str,
    summary: &'a str,
}

/// Words that names are made of; some give variants that Rust or the traits have a use for.
const WORDS: [&str; 12] = [
    "ERROR", "CATEGORY", "SELF", "NONE", "OK", "STATUS", "ALL", "COUNT", "TYPE", "NO", "LAMP2", "E",
];

fuzz_target!(|catalog: Catalog<'_>| {
    let mut texts = HashSet::new();
    let Ok(yaml) = yaml(&catalog, &mut texts) else {
        return;
    };
    let loaded = load(vec![InputFile::new("catalogs/demo.yaml", yaml.as_str())]);
    let model = match loaded.outcome {
        Ok(model) => model,
        Err(problems) => {
            let syntax = problems
                .iter()
                .find(|problem| problem.rule.id() == "syntax");
            assert!(syntax.is_none(), "{syntax:?} in\n{yaml}");
            return;
        }
    };
    let files: Vec<_> = crate_files(&model)
        .collect::<Result<_, _>>()
        .expect("an accepted catalog renders");
    let mut strings = Strings::default();
    for file in files.iter().filter(|file| file.path.ends_with(".rs")) {
        let file = syn::parse_file(&file.text).expect("what is written is Rust");
        strings.visit_file(&file);
    }
    for text in texts {
        assert!(
            strings.0.contains(&text),
            "{text:?} is not in what was made of\n{yaml}"
        );
    }
    let json = export::json(&model, "0.0.0");
    serde_json::from_str::<Vec<serde_json::Value>>(&json).expect("an array");
    let _ = (
        export::csv(&model, "0.0.0"),
        export::markdown(&model, "0.0.0"),
    );
});

/// The literals of a file.
#[derive(Default)]
struct Strings(HashSet<String>);

impl<'ast> Visit<'ast> for Strings {
    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.0.insert(text.value());
    }

    // Docs are another matter: there a text is Markdown.
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if !attribute.path().is_ident("doc") {
            visit::visit_attribute(self, attribute);
        }
    }
}

/// Writes the catalog, and notes the texts that have to come out again. They stand among words that
/// say enough for the lints.
fn yaml(catalog: &Catalog<'_>, texts: &mut HashSet<String>) -> Result<String, std::fmt::Error> {
    let mut text = |text: String| {
        let written = scalar(&text);
        texts.insert(text);
        written
    };
    let mut yaml = String::new();
    let title = text(format!("Demo {}", catalog.title));
    writeln!(
        yaml,
        "product: {{id: demo, title: {title}, enum: DemoError}}"
    )?;
    yaml.push_str("sources: [{id: page, title: Page}]\n");
    if let Some((first, last, title)) = catalog.range {
        let codes = format!("{}..={}", first.min(last), first.max(last));
        let title = text(format!("Range {title}"));
        writeln!(
            yaml,
            "ranges: [{{id: one, codes: {codes}, title: {title}}}]"
        )?;
    }
    let section = text(format!("Section {}", catalog.section));
    writeln!(yaml, "categories: [{{id: one, title: {section}}}]\nerrors:")?;
    for entry in &catalog.entries {
        let code = entry.code;
        let name = entry
            .name
            .map(|word| WORDS[usize::from(word) % WORDS.len()])
            .join("_");
        writeln!(yaml, "  - code: {code}\n    name: {name}")?;
        writeln!(yaml, "    category: one\n    kind: device")?;
        let summary = text(format!("{} was seen on the lamp.", entry.summary));
        writeln!(yaml, "    summary: {summary}")?;
        if let Some(cause) = entry.cause {
            writeln!(
                yaml,
                "    causes: [{}]",
                text(format!("{cause} came loose."))
            )?;
        }
        if let Some(erratum) = entry.erratum {
            writeln!(
                yaml,
                "    erratum: {}",
                text(format!("The page says {erratum}"))
            )?;
        }
        if let Some(reason) = &entry.reason {
            let summary = text(format!("Only {}", reason.summary));
            match reason.code {
                Some(code) => writeln!(yaml, "    reasons:\n      - code: {code}")?,
                None => {
                    let message = text(reason.message.to_owned());
                    writeln!(yaml, "    reasons:\n      - message: {message}")?;
                }
            }
            writeln!(yaml, "        name: ONE\n        summary: {summary}")?;
        }
        yaml.push_str("    actor: zoom\n    retry: after_fix\n    advice: editorial\n");
        let step = format!("Turn screw {code} of the housing until {}", entry.step);
        writeln!(yaml, "    remediation: [{}]", text(step))?;
    }
    Ok(yaml)
}
