//! Every export says the same, loses nothing, and does so again the next time.

use std::error::Error;

use base64::prelude::{BASE64_STANDARD, Engine};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;
use sha2::{Digest, Sha256};
use zoom_errors_codegen::render::export;
use zoom_errors_codegen::{InputFile, Model, load};

/// Texts with every character that separates, quotes or escapes somewhere.
const LAMPS: &str = r##"
product: {id: lamps, title: "Lamps, \"bright\" | dim", enum: LampError, group: house}
sources: [{id: manual, title: Manual, url: "https://example.com/lamps?a=1&b=2"}]
ranges: [{id: dark, title: Dark, codes: 10..}]
categories: [{id: light, title: Light}]
errors:
  - {code: -1, name: LIT, category: light, kind: success, summary: "The lamp is lit, as asked."}
  - code: 2
    name: BULB_BROKEN
    category: light
    kind: device
    summary: 'The bulb says "off", a | b, 5 < 6 & C:\bulbs\2, *not* _lit_.'
    causes: ["It fell, twice; once from the `shelf|rack`.", "#1 reason: age."]
    raised_by: ["lamp.on, lamp.blink"]
    reasons:
      - {message: 'glass, "clear"', name: GLASS, summary: "The glass | cover is cracked.", headers: ["X-RateLimit-Type: a, b"]}
      - {message: wire, name: WIRE, summary: The wire is torn., actor: zoom}
    effective: 2026-03-02
    erratum: The page calls it `BULB`, the box "BROKEN".
    actor: end_user
    retry: after_fix
    advice: documented
    remediation: ["Unscrew the bulb, then read \"W\" | \"V\" on its base.", "Put a bulb of the same wattage into the socket."]
"##;

const DOORS: &str = r"
product: {id: doors, title: Doors, enum: DoorError, group: house}
sources: [{id: manual, title: Manual}]
categories: [{id: lock, title: Lock}]
errors:
  - code: 2
    name: LOCKED
    category: lock
    kind: permission
    summary: Somebody has turned the key.
    related: [lamps/2]
    allow: [{lint: related-mismatch, reason: A door is no lamp.}]
    actor: host
    retry: never
    advice: editorial
    remediation: [Ask whoever holds the key to turn it back to the left.]
strings:
  title: Doors that talk
  enum: DoorWord
  entries:
    - value: ajar
      name: AJAR
      kind: invalid_state
      summary: The door is neither open nor shut.
      actor: end_user
      retry: after_fix
      advice: editorial
      remediation: [Push the door until the latch clicks.]
";

const SPACES: &str = r#"
groups: [{id: house, title: House}]
products:
  - {id: doors}
  - {id: lamps}
"#;

const VERSION: &str = "7.8.9";

fn files() -> Vec<InputFile> {
    let file = |name: &str, text: &str| InputFile::new(format!("catalogs/{name}.yaml"), text);
    vec![
        file("lamps", LAMPS),
        file("doors", DOORS),
        file("products", SPACES),
    ]
}

fn model(files: Vec<InputFile>) -> Result<Model, Box<dyn Error>> {
    load(files)
        .outcome
        .map_err(|problems| format!("{problems:#?}").into())
}

#[test]
fn every_export_is_deterministic_and_names_the_version() -> Result<(), Box<dyn Error>> {
    let all = |files| -> Result<[String; 4], Box<dyn Error>> {
        let model = model(files)?;
        Ok([
            export::json(&model, VERSION),
            export::csv(&model, VERSION),
            export::markdown(&model, VERSION),
            export::html(&model, VERSION)?,
        ])
    };
    let once = all(files())?;
    let again = all(files().into_iter().rev().collect())?;
    assert_eq!(once, again);
    for text in once {
        assert!(text.contains(VERSION), "{text}");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{text:?}");
    }
    Ok(())
}

/// Another reader of CSV gets back what the JSON says.
#[test]
fn csv_says_what_json_says() -> Result<(), Box<dyn Error>> {
    let model = model(files())?;
    let json: Vec<Value> = serde_json::from_str(&export::json(&model, VERSION))?;
    let text = export::csv(&model, VERSION);
    assert_eq!(text.lines().count(), 1 + json.len(), "a row spans lines");

    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns = reader.headers()?.clone();
    for (record, object) in reader.records().zip(&json) {
        let record = record?;
        let object = object.as_object().ok_or("no object")?;
        let mut keys: Vec<&str> = columns.iter().collect();
        keys.sort_unstable();
        let mut expected: Vec<&str> = object.keys().map(String::as_str).collect();
        expected.sort_unstable();
        assert_eq!(keys, expected);
        for (column, cell) in columns.iter().zip(&record) {
            let same = match &object[column] {
                Value::Null => cell.is_empty(),
                Value::String(text) => cell == text,
                value => serde_json::from_str::<Value>(cell)? == *value,
            };
            assert!(same, "{column}: {cell} is not {}", object[column]);
        }
    }
    assert_eq!(json[1]["value"], "ajar");
    Ok(())
}

/// A spreadsheet gets the same cells, but for those that it would calculate or cannot hold.
#[test]
fn a_spreadsheet_gets_texts_and_numbers_but_no_formula() -> Result<(), Box<dyn Error>> {
    let cells = |text: &str| -> Result<Vec<String>, csv::Error> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let records = reader.records().collect::<Result<Vec<_>, _>>()?;
        Ok(records.iter().flatten().map(str::to_owned).collect())
    };
    let mut model = model(files())?;
    let long = "=".repeat(32_766) + "🔆!";
    let formulas = [
        "=1+1", "+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", &long,
    ];
    for formula in formulas.into_iter().chain(["1-1", "'=1", "- 1"]) {
        model.products[0].errors[0].summary = formula.to_owned();
        let plain = cells(&export::csv(&model, VERSION))?;
        let text = export::spreadsheet(&model, VERSION);
        let shown = cells(text.strip_prefix('\u{feff}').ok_or("no byte order mark")?)?;
        assert_eq!(shown.len(), plain.len());
        for (shown, plain) in shown.iter().zip(plain) {
            if plain == long {
                assert_eq!(shown.encode_utf16().count(), 32_767);
                assert!(shown.starts_with("'===") && shown.ends_with("=…"));
            } else if plain == formula && !["1-1", "'=1"].contains(&formula) {
                assert_eq!(*shown, format!("'{plain}"));
            } else {
                assert_eq!(
                    *shown, plain,
                    "-1 is a number, and no other cell is a formula"
                );
            }
        }
    }
    Ok(())
}

/// The cells of all tables, without their heads, as a reader sees them.
fn cells(markdown: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut in_row = false;
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableRow) => {
                rows.push(Vec::new());
                in_row = true;
            }
            Event::End(TagEnd::TableRow) => in_row = false,
            Event::Start(Tag::TableCell) if in_row => {
                rows.last_mut()
                    .into_iter()
                    .for_each(|row| row.push(String::new()));
            }
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) if in_row => {
                let cell = rows.last_mut().and_then(|row| row.last_mut());
                cell.into_iter().for_each(|cell| cell.push_str(&text));
            }
            _ => {}
        }
    }
    rows
}

#[test]
fn markdown_shows_the_texts_as_they_are() -> Result<(), Box<dyn Error>> {
    let markdown = export::markdown(&model(files())?, VERSION);
    let rows = cells(&markdown);
    let numbers: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(numbers, ["2", "ajar", "-1", "2", "2", "2"]);
    assert!(rows.iter().all(|row| row.len() == 7), "{rows:#?}");

    let broken = &rows[3];
    assert_eq!(broken[1], "BULB_BROKEN");
    assert!(
        broken[2].starts_with(r#"The bulb says "off", a | b, 5 < 6 & C:\bulbs\2, *not* _lit_."#),
        "{}",
        broken[2]
    );
    assert!(broken[2].contains(r#"Erratum: The page calls it BULB, the box "BROKEN"."#));
    assert_eq!(
        broken[6],
        "1. Unscrew the bulb, then read \"W\" | \"V\" on its base.<br>2. Put a bulb of the same \
         wattage into the socket."
    );
    let glass = &rows[4];
    assert_eq!(
        glass[2],
        "Message with glass, \"clear\": The glass | cover is cracked."
    );
    assert_eq!(glass[6], "", "steps of the code are told once");
    assert_eq!(rows[5][4], "Zoom");
    Ok(())
}

/// The text of the only element of a kind.
fn inner<'a>(html: &'a str, element: &str) -> Result<&'a str, Box<dyn Error>> {
    let (open, close) = (format!("<{element}>"), format!("</{element}>"));
    let (_, rest) = html.split_once(&open).ok_or("no such element")?;
    let (text, after) = rest.split_once(&close).ok_or("it has no end")?;
    assert!(!after.contains(&open), "{element} occurs twice");
    Ok(text)
}

#[test]
fn the_page_allows_its_own_script_and_style_only() -> Result<(), Box<dyn Error>> {
    let html = export::html(&model(files())?, VERSION)?;
    let (_, rest) = html
        .split_once("http-equiv=\"Content-Security-Policy\" content=\"")
        .ok_or("no policy")?;
    let (policy, _) = rest.split_once('"').ok_or("the policy has no end")?;
    let policy = policy.replace("&#39;", "'");
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    for (directive, element) in [("script-src", "script"), ("style-src", "style")] {
        let digest = BASE64_STANDARD.encode(Sha256::digest(inner(&html, element)?));
        let expected = format!("{directive} 'sha256-{digest}'; ");
        assert!(policy.contains(&expected), "{policy} lacks {expected}");
    }
    Ok(())
}

#[test]
fn the_page_gives_each_code_one_address() -> Result<(), Box<dyn Error>> {
    let html = export::html(&model(files())?, VERSION)?;
    for address in ["doors/2", "doors/ajar", "lamps/-1", "lamps/2"] {
        let id = format!("<article id=\"{address}\"");
        assert_eq!(html.matches(&id).count(), 1, "{address}");
    }
    assert!(
        html.contains("href=\"#doors/2\""),
        "related codes link both ways"
    );
    assert!(
        html.contains("href=\"#lamps/2\""),
        "related codes link both ways"
    );
    assert!(html.contains("href=\"https://example.com/lamps?a=1&#38;b=2\""));
    Ok(())
}
