//! Time and memory of the generator by number of codes: from bytes to the text of every file.

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use zoom_errors_codegen::{InputFile, load, render};

use crate::{Outcome, plot, root, synthetic};

/// The argument for one measurement in a process of its own.
pub(crate) const ONE: &str = "one";

/// Stands in place of a number of codes for the catalogs of the repository.
const REAL: &str = "real";

const CODES: [usize; 4] = [100, 1_000, 10_000, 100_000];

/// Larger spaces than this are spread over several catalogs, as a catalog may have 64 MiB.
const IN_ONE: usize = 20_000;

/// The best of this many counts, so that what else the machine does counts less.
const TRIES: usize = 3;

/// One measurement.
#[derive(Clone, Copy)]
pub(crate) struct Point {
    pub(crate) codes: usize,
    pub(crate) seconds: f64,
    /// MiB; nothing where the system does not tell.
    pub(crate) peak: Option<f64>,
}

/// Prints the curve, and draws it if there is a file to draw it into.
pub(crate) fn report(svg: Option<&Path>) -> Outcome {
    let real = best(REAL)?;
    let points = CODES
        .iter()
        .map(|codes| best(&codes.to_string()))
        .collect::<Outcome<Vec<Point>>>()?;
    if let Some(file) = svg {
        plot::draw(&points, file)?;
    }
    println!("| codes | read, checked and rendered in | for each code | peak memory |");
    println!("| ---: | ---: | ---: | ---: |");
    let synthetic = points.iter().map(|point| (point, ""));
    for (point, whose) in [(&real, " (the real catalogs)")]
        .into_iter()
        .chain(synthetic)
    {
        let each = point.seconds / point.codes as f64 * 1e6;
        let peak = point
            .peak
            .map_or_else(|| "?".to_owned(), |peak| format!("{peak:.0} MiB"));
        println!(
            "| {}{whose} | {} | {each:.0} µs | {peak} |",
            point.codes,
            shown(point.seconds)
        );
    }
    println!();
    Ok(())
}

fn shown(seconds: f64) -> String {
    match seconds {
        s if s < 1.0 => format!("{:.0} ms", s * 1e3),
        s => format!("{s:.1} s"),
    }
}

fn best(codes: &str) -> Outcome<Point> {
    let mut best: Option<Point> = None;
    for _ in 0..TRIES {
        let point = in_own_process(codes)?;
        if best.is_none_or(|best| point.seconds < best.seconds) {
            best = Some(point);
        }
    }
    best.ok_or_else(|| "nothing was measured".into())
}

fn in_own_process(codes: &str) -> Outcome<Point> {
    let output = Command::new(std::env::current_exe()?)
        .args([ONE, codes])
        .output()?;
    let text = String::from_utf8(output.stdout)?;
    let mut words = text.split_whitespace();
    match (words.next(), words.next(), words.next()) {
        (Some(codes), Some(seconds), Some(peak)) if output.status.success() => Ok(Point {
            codes: codes.parse()?,
            seconds: seconds.parse()?,
            peak: peak.parse().ok(),
        }),
        _ => Err(String::from_utf8_lossy(&output.stderr).into()),
    }
}

/// Measures once, and prints codes, seconds and MiB.
pub(crate) fn measure(codes: &str) -> Outcome {
    let files = match codes {
        REAL => real()?,
        number => synthetic::catalogs(number.parse()?, IN_ONE),
    };
    let start = Instant::now();
    let loaded = load(files);
    let model = match loaded.outcome {
        Ok(model) => model,
        Err(problems) => {
            return Err(
                zoom_errors_codegen::report::human(&problems, &loaded.sources, false).into(),
            );
        }
    };
    // As the command does, which keeps what it has to write anew alone.
    drop(loaded.sources);
    for artifact in render::crate_files(&model) {
        black_box(artifact?);
    }
    let seconds = start.elapsed().as_secs_f64();
    let codes: usize = model
        .products
        .iter()
        .map(|product| product.errors.len())
        .sum();
    let peak = peak().map_or_else(|| "?".to_owned(), |peak| peak.to_string());
    println!("{codes} {seconds} {peak}");
    Ok(())
}

/// The catalogs of the repository.
pub(crate) fn real() -> Outcome<Vec<InputFile>> {
    let mut files = Vec::new();
    read_folder("catalogs", &mut files)?;
    Ok(files)
}

fn read_folder(folder: &str, files: &mut Vec<InputFile>) -> Outcome {
    for entry in std::fs::read_dir(root().join(folder))? {
        let entry = entry?;
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read_folder(&name, files)?;
        } else if name.ends_with(".yaml") {
            files.push(InputFile::new(name, std::fs::read(entry.path())?));
        }
    }
    Ok(())
}

/// The most memory that the process has had, in MiB, where the system tells it.
fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024.0)
}
