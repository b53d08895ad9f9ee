//! Another reader gets back from the file what the JSON says.

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use parquet::file::reader::SerializedFileReader;
use serde_json::{Value, json};
use zoom_errors_codegen::render::export;
use zoom_errors_codegen::{InputFile, load};

type Outcome = Result<(), Box<dyn Error>>;

fn run(json: &str) -> Result<Output, Box<dyn Error>> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_xtask-parquet"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let mut input = program.stdin.take().ok_or("no standard input")?;
    input.write_all(json.as_bytes())?;
    drop(input);
    Ok(program.wait_with_output()?)
}

/// The JSON export of the repository's catalogs.
fn exported() -> Result<String, Box<dyn Error>> {
    fn read(folder: &Path, name: &str, files: &mut Vec<InputFile>) -> std::io::Result<()> {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let file_name = path.file_name().unwrap_or_default().to_string_lossy();
            let name = format!("{name}/{file_name}");
            if path.is_dir() {
                read(&path, &name, files)?;
            } else if name.ends_with(".yaml") {
                files.push(InputFile::new(name, std::fs::read(&path)?));
            }
        }
        Ok(())
    }
    let mut files = Vec::new();
    let catalogs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalogs");
    read(&catalogs, "catalogs", &mut files)?;
    let model = load(files)
        .outcome
        .map_err(|problems| format!("{problems:#?}"))?;
    Ok(export::json(&model, "7.8.9"))
}

#[test]
fn the_file_says_what_the_json_says() -> Outcome {
    let json = exported()?;
    let output = run(&json)?;
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("zoom-errors.parquet");
    std::fs::write(&path, &output.stdout)?;
    assert_eq!(run(&json)?.stdout, output.stdout, "the same once more");

    let mut told: Vec<Value> = serde_json::from_str(&json)?;
    for row in &mut told {
        // JSON leaves out which of the two tells no reason.
        for reason in row["reasons"].as_array_mut().into_iter().flatten() {
            for key in ["code", "message"] {
                let value = reason[key].take();
                reason[key] = value;
            }
        }
    }
    let file = SerializedFileReader::try_from(path.as_path())?;
    let mut rows = 0;
    for (row, told) in file.into_iter().zip(&told) {
        assert_eq!(row?.to_json_value(), *told);
        rows += 1;
    }
    assert_eq!(rows, told.len());
    Ok(())
}

#[test]
fn what_has_no_column_is_an_error() -> Outcome {
    let rows: Vec<Value> = serde_json::from_str(&exported()?)?;
    for (key, value, said) in [
        ("colour", json!("red"), "has no column `colour`"),
        ("code", json!("1"), "`code` cannot hold \"1\""),
        ("code", json!(1_i64 << 31), "`code` cannot hold 2147483648"),
        ("name", Value::Null, "`name` cannot hold null"),
        ("causes", json!("x"), "`causes` cannot hold \"x\""),
        ("reasons", json!([1]), "cannot hold 1"),
    ] {
        let mut row = rows[0].clone();
        row[key] = value;
        let output = run(&json!([row]).to_string())?;
        assert!(
            !output.status.success() && output.stdout.is_empty(),
            "{key}"
        );
        let stderr = String::from_utf8(output.stderr)?;
        assert!(stderr.contains(said), "{stderr}");
    }
    assert!(!run("[").unwrap().status.success());
    Ok(())
}
