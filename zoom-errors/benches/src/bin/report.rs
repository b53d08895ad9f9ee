//! Prints what the last run of `cargo bench` measured, as the tables of the README.
//!
//! `cargo xtask bench-report` runs both. `CRITERION_HOME` says where the figures are.

use std::collections::HashSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;
use zoom_errors::video_sdk_web::VideoSdkWebError;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// A table: its group, its heading, and its rows, of which each is measured against the last one
/// before it that is ours, except those in [`ALONE`].
struct Table {
    group: &'static str,
    title: &'static str,
    rows: &'static [&'static str],
}

/// How the rows of zoom-errors begin.
const OURS: &str = "zoom-errors";

const TABLES: [Table; 10] = [
    Table {
        group: "code",
        title: "From a code to the enum",
        rows: &[
            "zoom-errors",
            "array load and compare",
            "match",
            "strum FromRepr",
            "num_enum TryFromPrimitive",
            "phf Map",
            "std HashMap",
            "rustc-hash FxHashMap",
            "binary search",
        ],
    },
    Table {
        group: "contact center",
        title: "The same, contact center",
        rows: &["zoom-errors", "array load and compare", "match", "phf Map"],
    },
    Table {
        group: "rooms",
        title: "The same, rooms, some of nine digits",
        rows: &["zoom-errors", "array load and compare", "match", "phf Map"],
    },
    Table {
        group: "all products",
        title: "From a number to all that it means",
        rows: &[
            "zoom-errors ZoomError::candidates, the first",
            "zoom-errors ZoomError::candidates, all",
        ],
    },
    Table {
        group: "name",
        title: "From a name to the enum",
        rows: &[
            "zoom-errors",
            "match",
            "strum EnumString",
            "phf Map",
            "std HashMap",
            "rustc-hash FxHashMap",
            "binary search",
        ],
    },
    Table {
        group: "metadata",
        title: "From the enum to what it knows",
        rows: &[
            "zoom-errors kind",
            "match kind",
            "strum EnumProperty kind",
            "zoom-errors retry",
            "match retry",
            "zoom-errors summary",
            "match summary",
            "strum EnumMessage summary",
            "zoom-errors remediation",
            "match remediation",
        ],
    },
    Table {
        group: "display",
        title: "`Display` into a `String`",
        rows: &["zoom-errors", "thiserror"],
    },
    Table {
        group: "other spaces",
        title: "Crates of other code spaces",
        rows: &[
            "zoom-errors RestApiError, HTTP statuses",
            "http StatusCode, HTTP statuses",
            "tokio-postgres SqlState, SQL states",
        ],
    },
    Table {
        group: "answer",
        title: "A response with its request",
        rows: &[
            "zoom-errors Failure, short body",
            "serde_json Value, short body",
            "zoom-errors Failure, list of fields",
            "serde_json Value, list of fields",
        ],
    },
    Table {
        group: "request",
        title: "What it is made of",
        rows: &[
            "zoom-errors Operation::find",
            "zoom-errors message of the worst code",
        ],
    },
];

/// Rows that look up something else than the row of ours above them does, so that no ratio is fair:
/// these codes are texts.
const ALONE: [&str; 1] = ["tokio-postgres SqlState, SQL states"];

/// The rows of the group `decode`, which are told in lines and bytes a second.
const DECODE: [&str; 3] = [
    "zoom-errors from_json",
    "zoom-errors detect",
    "serde_json Value",
];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome {
    let home = std::env::var_os("CRITERION_HOME").ok_or("CRITERION_HOME is not set")?;
    let home = PathBuf::from(home);
    for table in &TABLES {
        print(&home, table)?;
    }
    decode(&home)?;
    size()
}

fn print(home: &Path, table: &Table) -> Outcome {
    println!("| {} | time | in times of zoom-errors |", table.title);
    println!("| --- | ---: | ---: |");
    let mut ours = f64::NAN;
    for row in table.rows {
        let Measured { nanoseconds, of } = measured(home, table.group, row)?;
        let each = nanoseconds / of;
        if row.starts_with(OURS) {
            ours = each;
        }
        let ratio = match row.starts_with(OURS) || ALONE.contains(row) {
            true => String::new(),
            false => format!("{:.1}", each / ours),
        };
        println!("| {row} | {each:.1} ns | {ratio} |");
    }
    println!();
    Ok(())
}

fn decode(home: &Path) -> Outcome {
    let lines = zoom_errors_benches::lines().len() as f64;
    println!("| Decoding lines of JSON | lines a second | MB a second |");
    println!("| --- | ---: | ---: |");
    for row in DECODE {
        let Measured { nanoseconds, of } = measured(home, "decode", row)?;
        let seconds = nanoseconds / 1e9;
        println!(
            "| {row} | {:.1} million | {:.0} |",
            lines / seconds / 1e6,
            of / seconds / 1e6
        );
    }
    println!();
    Ok(())
}

/// How much larger a program becomes that uses one product, beside what there is to say in it.
fn size() -> Outcome {
    let report = std::env::current_exe()?;
    let bytes = |program: &str| -> Outcome<u64> {
        let file = report.with_file_name(format!("{program}{}", std::env::consts::EXE_SUFFIX));
        let size = fs::metadata(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(size.len())
    };
    let more = bytes("with_product")? - bytes("without_product")?;
    let mut texts: HashSet<&str> = HashSet::new();
    for code in VideoSdkWebError::ALL {
        for entry in std::iter::once(code.entry()).chain(code.reasons()) {
            texts.extend([entry.name(), entry.summary()]);
            texts.extend(entry.remediation().steps());
            texts.extend([entry.aliases(), entry.causes(), entry.raised_by()].concat());
        }
    }
    let said: usize = texts.iter().map(|text| text.len()).sum();
    println!("| A program that uses one product | bytes | in times of the texts |");
    println!("| --- | ---: | ---: |");
    println!(
        "| zoom-errors VideoSdkWebError | {more} | {:.1} |",
        more as f64 / said as f64
    );
    println!("| its texts | {said} | |");
    println!();
    Ok(())
}

/// One run over all inputs.
struct Measured {
    nanoseconds: f64,
    /// The elements or bytes that it went through.
    of: f64,
}

fn measured(home: &Path, group: &str, row: &str) -> Outcome<Measured> {
    // As criterion makes names of folders.
    let name = row.replace(['?', '"', '/', '\\', '*', '<', '>', ':', '|', '^'], "_");
    let folder = home.join(group).join(name).join("new");
    let nanoseconds = json(&folder.join("estimates.json"))?["median"]["point_estimate"].as_f64();
    let throughput = &json(&folder.join("benchmark.json"))?["throughput"];
    let of = ["Elements", "Bytes"]
        .iter()
        .find_map(|unit| throughput[unit].as_f64());
    match (nanoseconds, of) {
        (Some(nanoseconds), Some(of)) => Ok(Measured { nanoseconds, of }),
        _ => Err(format!("{}: no figures; run `cargo bench` first", folder.display()).into()),
    }
}

fn json(file: &Path) -> Outcome<Value> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(serde_json::from_str(&text)?)
}
